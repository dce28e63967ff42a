/** Tells how the promotion ended: outputs, job summary, the causes for those who look for them, one closing annotation. */
import { duration } from '../../base/units.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import { endingOf } from '../../distribute/ending.ts';
import { imagesOf } from '../../distribute/record.ts';
import { type Reporting, reportFailure } from '../../github/report/failure.ts';
import { publishSummary } from '../../github/report/publish-summary.ts';
import type { Outcome } from '../promote.ts';
import type { PromotionRecord } from '../record.ts';
import type { Outputs } from './outputs.ts';
import { summaryMarkdown } from './summary.ts';

/** Facts first, the error last: it is what a reader of the log sees at its end. */
export async function report(
  { outcome, outputs, log, endedAt, comment }: Reporting<Outcome, Outputs>,
  workflow: WorkflowContext,
): Promise<void> {
  const { record } = outcome;
  outputs.publish(record);
  outputs.finish(outcome.ok ? record : undefined);
  await publishSummary(summaryMarkdown(record, workflow, endingOf(outcome, endedAt)), log);
  await comment();
  if (outcome.ok) log.notice(closingWords(record, endedAt), record.plan ? 'Dry run' : 'AMI promoted');
  else reportFailure(outcome.error, log, 'Promotion');
}

function closingWords(record: PromotionRecord, endedAt: number): string {
  const { amiId, plan, changed, startedAt } = record;
  if (plan !== undefined) return `Dry run: ${amiId} can be promoted. Nothing was changed.`;
  const regions = imagesOf(record).map(({ region }) => region);
  if (!changed) return `${amiId} is promoted already, in ${regions.join(', ')}. Nothing was changed.`;
  return `${amiId} is promoted, in ${regions.join(', ')}, after ${duration(endedAt - startedAt)}.`;
}
