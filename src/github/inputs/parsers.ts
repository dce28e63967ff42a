/** What inputs can hold. The kinds that know more than a form have a file each, beside this one. */
import { listed } from '../../base/text.ts';
import { given } from './given.ts';

/** Takes one problem: what was given and what is accepted. The reader of the inputs says which input it is about. */
export type Report = (problem: string) => void;

/** Turns an input's text, trimmed, into its value; or reports what is wrong, each wrong item of a list by itself. */
export type Parser<Value> = (text: string, report: Report) => Value | undefined;

/** As the core schema of YAML 1.2 writes them (section 10.3.2), and `getBooleanInput` of @actions/core reads them. */
export const boolean: Parser<boolean> = (text, report) => {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  report(`${given(text)} is neither \`true\` nor \`false\``);
  return undefined;
};

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Parser<Word> {
  return (text, report) => {
    const found = words.find((word) => word === text);
    if (found === undefined) report(`${given(text)} is not accepted: it takes ${choice(words)}`);
    return found;
  };
}

/** Self-hosted jobs may run for 5 days; nothing that a bake waits for takes a week. */
const mostMinutes = 7 * 24 * 60;

/** A time in minutes: more than 0, at most a week, in plain decimal notation. */
export const minutes: Parser<number> = (text, report) => {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= mostMinutes) return value;
  report(
    `${given(text)} is not accepted: it takes a number of minutes above 0 and up to ${mostMinutes} (7 days), ` +
      'such as `90` or `2.5`',
  );
  return undefined;
};

/** Any text. */
export const anyText: Parser<string> = (text) => text;

/** Of the kind, or undefined when the input is empty. */
export function optional<Value>(kind: Parser<Value>): Parser<Value | undefined> {
  return (text, report) => (text === '' ? undefined : kind(text, report));
}

/** A whole number in plain decimal notation. */
export function wholeNumber({ least, most }: { least: number; most: number }): Parser<number> {
  return (text, report) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    report(`${given(text)} is not accepted: it takes a whole number from ${least} to ${most}`);
    return undefined;
  };
}

/** Lines that say something, each once: commas are part of them. */
export const lines: Parser<readonly string[]> = (text) => [...new Set(linesOf(text))];

/** Items separated by commas or line ends, each once. */
export function listOf<Item>(item: Parser<Item>): Parser<readonly Item[]> {
  return (text, report) => {
    const parsed = itemsOf(text).map((part) => item(part, report));
    return [...new Set(parsed.filter((value) => value !== undefined))];
  };
}

/** What commas and line ends separate: not empty, no comment; trimmed. */
export function itemsOf(text: string): string[] {
  return linesOf(text)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The lines that say something: not empty, no comment; trimmed. */
export function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** `a`, `b`, or `c`, each as code. */
function choice(words: readonly string[]): string {
  return listed(
    words.map((word) => `\`${word}\``),
    'or',
  );
}
