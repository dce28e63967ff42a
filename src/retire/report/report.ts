/** Tells how it ended: outputs, job summary, the causes for those who look for them, one closing annotation. */
import { gibibytes } from '../../base/units.ts';
import { problemOf, type Reporting, reportFailure } from '../../github/report/failure.ts';
import { publishSummary } from '../../github/report/publish-summary.ts';
import type { RetireRecord } from '../record.ts';
import type { Outcome } from '../retire.ts';
import { goingIn, howMany, howManyOfEach } from '../words.ts';
import type { Outputs } from './outputs.ts';
import { summaryMarkdown } from './summary.ts';

/** Facts first, the error last: it is what a reader of the log sees at its end. */
export async function report(
  { outcome, outputs, log, endedAt, comment }: Reporting<Outcome, Outputs>,
  dryRun: boolean,
): Promise<void> {
  const { record } = outcome;
  outputs.finish(record);
  const told = outcome.ok ? undefined : problemOf(outcome.error);
  await publishSummary(summaryMarkdown({ record, dryRun, told, endedAt }), log);
  await comment();
  if (outcome.ok) log.notice(closingWords(record, dryRun), dryRun ? 'Dry run' : 'AMIs retired');
  else reportFailure(outcome.error, log, 'Retirement');
}

function closingWords(record: RetireRecord, dryRun: boolean): string {
  const { judged = [], removed, freedGiB } = record;
  if (dryRun) return `Dry run: ${howManyOfEach(goingIn(record))} would be removed. Nothing was changed.`;
  if (removed.length === 0) return `Nothing was removed. Checked ${howMany(judged.length, 'image')}.`;
  const freed = freedGiB === 0 ? '' : ` You no longer pay for up to ${gibibytes(freedGiB)} of snapshots.`;
  return `Removed ${howManyOfEach(removed)}.${freed}`;
}
