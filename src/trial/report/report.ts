/** Tells how the test ended: outputs, job summary, the causes for those who look for them, one closing annotation. */
import { duration } from '../../base/units.ts';
import { problemOf, type Reporting, reportFailure } from '../../github/report/failure.ts';
import { publishSummary } from '../../github/report/publish-summary.ts';
import type { TrialRecord } from '../record.ts';
import type { Outcome } from '../trial.ts';
import type { Outputs } from './outputs.ts';
import { summaryMarkdown } from './summary.ts';

/** Facts first, the error last: it is what a reader of the log sees at its end. */
export async function report(reporting: Reporting<Outcome, Outputs>): Promise<void> {
  const { outcome, outputs, log, endedAt, comment } = reporting;
  const { record } = outcome;
  outputs.publish(record, endedAt);
  outputs.finish(record, endedAt);
  const error = outcome.ok ? undefined : outcome.error;
  const left = outcome.ok ? [] : outcome.leftovers.map(({ message }) => message);
  const told = error === undefined ? undefined : problemOf(error);
  await publishSummary(summaryMarkdown({ record, error, left, told, endedAt }), log);
  await comment();
  if (error === undefined) log.notice(closingWords(record, endedAt), closingTitle(record));
  else reportFailure(error, log, 'Test', consoleLines(record));
}

function consoleLines({ consoleTail = [] }: TrialRecord): string[] {
  return consoleTail.length === 0 ? [] : ['The last lines of the console:', ...consoleTail];
}

function closingWords(record: TrialRecord, endedAt: number): string {
  const { imageId, region, plan, bootSeconds = 0, startedAt } = record;
  if (plan !== undefined) return `Dry run: ${imageId} in ${region} can be tested. Nothing was launched.`;
  return `${imageId} in ${region} passed its test: it booted in ${duration(bootSeconds * 1000)}. The test took ${duration(endedAt - startedAt)}.`;
}

function closingTitle({ plan }: TrialRecord): string {
  return plan === undefined ? 'AMI tested' : 'Dry run';
}
