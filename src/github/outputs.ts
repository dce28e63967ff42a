/** Writes the outputs of a step, each when its value is new. */

/** Appends one output, whole, to the file that the runner reads even after a kill. */
export type WriteOutput<Name extends string> = (name: Name, value: string) => void;

export interface OutputWriter<Name extends string> {
  /** Writes a value that is not the one written last. */
  put(name: Name, value: string): void;
  has(name: Name): boolean;
  /** Writes every output that has no value yet as empty. */
  finish(): void;
}

export function outputWriter<Name extends string>(
  names: readonly Name[],
  write: WriteOutput<Name>,
): OutputWriter<Name> {
  const written = new Map<Name, string>();
  const put = (name: Name, value: string) => {
    if (written.get(name) === value) return;
    write(name, value);
    written.set(name, value);
  };
  return {
    put,
    has: (name) => written.has(name),
    finish: () => {
      for (const name of names) if (!written.has(name)) put(name, '');
    },
  };
}
