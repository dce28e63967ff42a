/** Tells how it ended: outputs, job summary, the causes for those who look for them, one closing annotation. */
import { CancelledError } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { gibibytes } from '../../base/units.ts';
import { reportFailure, toldOf } from '../../github/report/failure.ts';
import type { Problem } from '../../github/report/problem.ts';
import { publishSummary } from '../../github/report/publish-summary.ts';
import type { RetireRecord } from '../record.ts';
import type { Outcome } from '../retire.ts';
import { goingIn, howMany, howManyOfEach } from '../words.ts';
import type { Outputs } from './outputs.ts';
import { summaryMarkdown } from './summary.ts';

export interface ReportOptions {
  outcome: Outcome;
  outputs: Outputs;
  log: Log;
  dryRun: boolean;
  /** Milliseconds since the epoch. */
  endedAt: number;
  /** Writes the comment in the pull request, if one is wanted; it throws nothing. */
  comment: () => Promise<void>;
}

/** Facts first, the error last: it is what a reader of the log sees at its end. */
export async function report({
  outcome,
  outputs,
  log,
  dryRun,
  endedAt,
  comment,
}: ReportOptions): Promise<void> {
  const { record } = outcome;
  outputs.finish(record);
  const told = outcome.ok ? undefined : problemOf(outcome.error);
  await publishSummary(summaryMarkdown({ record, dryRun, told, endedAt }), log);
  await comment();
  if (outcome.ok) log.notice(closingWords(record, dryRun), dryRun ? 'Dry run' : 'AMIs retired');
  else reportFailure(outcome.error, log, 'Retirement');
}

function problemOf(error: unknown): Problem {
  return { status: error instanceof CancelledError ? 'cancelled' : 'failure', ...toldOf(error) };
}

function closingWords(record: RetireRecord, dryRun: boolean): string {
  const { judged = [], removed, freedGiB } = record;
  if (dryRun) return `Dry run: ${howManyOfEach(goingIn(record))} would be removed. Nothing was changed.`;
  if (removed.length === 0) return `Nothing was removed. Checked ${howMany(judged.length, 'image')}.`;
  const freed = freedGiB === 0 ? '' : ` You no longer pay for up to ${gibibytes(freedGiB)} of snapshots.`;
  return `Removed ${howManyOfEach(removed)}.${freed}`;
}
