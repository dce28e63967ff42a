/** How every action tells that it failed: the causes folded, then one annotation that says what to do. */
import { BakeError, CancelledError, causesOf, messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { earlySummary, type Problem } from './problem.ts';
import { publishSummary } from './publish-summary.ts';

/** What an action has to report at its end. */
export interface Reporting<Outcome, Outputs> {
  outcome: Outcome;
  outputs: Outputs;
  log: Log;
  /** Milliseconds since the epoch. */
  endedAt: number;
  /** Writes the comment in the pull request, if one is wanted; it throws nothing. */
  comment: () => Promise<void>;
}

/** What a reader is told of an error. What is no error of ours is a mistake of ours. */
export interface Told {
  message: string;
  remedy: string | undefined;
}

export function toldOf(error: unknown): Told {
  if (error instanceof BakeError) return { message: error.message, remedy: error.remedy };
  return {
    message: `This is a bug in bake-ami: ${messageOf(error)}`,
    remedy: 'Please report it, with the part of the log that is folded under "Cause".',
  };
}

export function problemOf(error: unknown): Problem & Told {
  return { status: error instanceof CancelledError ? 'cancelled' : 'failure', ...toldOf(error) };
}

/**
 * @param what begins the title of the annotation, e.g. `Bake`
 * @param more lines that go below
 */
export function reportFailure(error: unknown, log: Log, what: string, more: readonly string[] = []): void {
  const causes = causesOf(error);
  if (causes.length > 0) log.group('Cause', causes);
  const { message, remedy } = toldOf(error);
  const title = `${what} ${error instanceof CancelledError ? 'cancelled' : 'failed'}`;
  log.error([message, ...(remedy === undefined ? [] : [remedy]), ...more].join('\n'), title);
}

/**
 * For what goes wrong before there is anything to report of the run, such as inputs that are not valid: a summary with the
 * error alone, then as `reportFailure`.
 */
export async function reportEarly(error: unknown, log: Log, what: string): Promise<void> {
  const { message, remedy } = toldOf(error);
  await publishSummary(earlySummary(`${what} failed`, { message, remedy }), log);
  reportFailure(error, log, what);
}
