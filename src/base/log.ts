/**
 * What the domain code needs of a log. `github/log.ts` writes it as workflow commands; tests collect it.
 * Messages may hold text from outside (branch names, tags, API answers): making it safe is the log's work.
 */
export interface Log {
  info(message: string): void;
  /** One yellow annotation on the run; the title is a short noun phrase. */
  warning(message: string, title?: string): void;
  /** One blue annotation on the run. */
  notice(message: string, title?: string): void;
  /** One red annotation on the run. */
  error(message: string, title?: string): void;
  /** Lines that a reader sees folded until they ask for them. */
  group(title: string, lines: readonly string[]): void;
}
