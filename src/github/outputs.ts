/** Writes the outputs of a step, each when its value is new. */
import { cut } from '../base/text.ts';
import { sanitise } from './sanitise.ts';

/** JSON that is safe to echo in a step's log, where the runner obeys `##[` anywhere: the same text, escaped. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}

/** The object as JSON; undefined when nothing is in it. */
export function objectOf(values: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(values).length === 0 ? undefined : safeJson(values);
}

/** GitHub takes 1 MB of outputs a job. */
const mostWarnings = 50;
const mostCharacters = 1000;

/** The warnings of a run for a document in JSON. */
export function safeWarnings(warnings: readonly string[]): string[] {
  return warnings.slice(0, mostWarnings).map((warning) => cut(sanitise(warning), mostCharacters));
}

/** Each output's value, from what is known of a run; undefined while it is not known. */
type OutputTable<Name extends string, Facts extends readonly unknown[]> = Readonly<
  Record<Name, (...facts: Facts) => string | undefined>
>;

/** Appends one output, whole, to the file that the runner reads even after a kill. */
export type WriteOutput<Name extends string> = (name: Name, value: string) => void;

export interface OutputWriter<Name extends string, Facts extends readonly unknown[]> {
  /** Writes a value that is not the one written last. */
  put(name: Name, value: string): void;
  /** Writes what the facts tell for the first time, or otherwise than before. */
  publish(...facts: Facts): void;
  /** Writes every output that has no value yet as empty. */
  finish(): void;
}

/** @param document the one that holds everything, and changes with everything: `publish` writes it once */
export function outputWriter<Name extends string, Facts extends readonly unknown[]>(
  table: OutputTable<Name, Facts>,
  write: WriteOutput<Name>,
  document?: Name,
): OutputWriter<Name, Facts> {
  const names = Object.keys(table) as Name[];
  const written = new Map<Name, string>();
  const put = (name: Name, value: string) => {
    if (written.get(name) === value) return;
    write(name, value);
    written.set(name, value);
  };
  return {
    put,
    publish: (...facts) => {
      for (const name of names) {
        const value = table[name](...facts);
        if (value !== undefined && !(name === document && written.has(name))) put(name, value);
      }
    },
    finish: () => {
      for (const name of names) if (!written.has(name)) put(name, '');
    },
  };
}
