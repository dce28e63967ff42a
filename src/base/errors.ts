/**
 * An error that a user reads: what failed on which object and why (`message`), what to do next (`remedy`).
 * The cause is kept and printed below it.
 */
export class BakeError extends Error {
  override readonly name: string = 'BakeError';
  readonly remedy: string | undefined;

  constructor(message: string, options: { remedy?: string | undefined; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.remedy = options.remedy;
  }
}

/** Several things are wrong at once; each is told. */
export class ProblemsError extends BakeError {
  override readonly name = 'ProblemsError';
  readonly problems: readonly string[];

  /**
   * @param summary what the problems have in common, without a final stop, e.g. "3 inputs are not valid"
   * @param options the cause may be an AggregateError, of the errors that the problems tell
   */
  constructor(summary: string, problems: readonly string[], options: { cause?: unknown } = {}) {
    super(`${summary}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`, options);
    this.problems = problems;
  }
}

/** The step was cancelled (a signal of the runner, or its end of the log pipe closed). */
export class CancelledError extends BakeError {
  override readonly name: string = 'CancelledError';
}

/** Another process has taken over what this one was making: this one stops, and removes nothing. */
export class SupersededError extends BakeError {
  override readonly name = 'SupersededError';
}

/** The text of whatever was thrown, never empty. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return String(thrown);
}

/** The text of whatever was thrown with what to do about it, in one line. What AWS says often has no final stop. */
export function messageWithRemedy(thrown: unknown): string {
  const message = messageOf(thrown);
  const remedy = thrown instanceof BakeError ? thrown.remedy : undefined;
  if (remedy === undefined) return message;
  return `${message}${/[.!?:]$/.test(message) ? '' : '.'} ${remedy}`;
}

/** What is below an error: each cause in turn, the stack with it where the error is not one that we made for reading. */
export function causesOf(thrown: unknown): string[] {
  const causes: string[] = [];
  let cause = thrown instanceof BakeError ? thrown.cause : thrown;
  while (cause !== undefined && cause !== null && causes.length < 10) {
    // Of errors that are told together: the causes of each.
    if (cause instanceof AggregateError) return [...causes, ...cause.errors.flatMap(causesOf)].slice(0, 10);
    causes.push(
      cause instanceof Error && !(cause instanceof BakeError)
        ? (cause.stack ?? messageOf(cause))
        : messageOf(cause),
    );
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

/** What is wrong with the value of one of the action's inputs. */
export interface InputProblem {
  /** The input's name, e.g. `snapshot-tags`. */
  readonly input: string;
  /** Continues "input `name`: ". */
  readonly problem: string;
}

/**
 * Does something for an input. If that throws a BakeError, its message is added to the problems.
 * @returns undefined if there was a problem
 */
export function noting<Result>(
  problems: InputProblem[],
  input: string,
  action: () => Result,
): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BakeError)) throw error;
    problems.push({ input, problem: error.message });
    return undefined;
  }
}
