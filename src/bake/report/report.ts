/** Tells how the bake ended: outputs, job summary, the causes for those who look for them, one closing annotation. */
import { duration } from '../../base/units.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import { endingOf } from '../../distribute/ending.ts';
import { type Reporting, reportFailure } from '../../github/report/failure.ts';
import { publishSummary } from '../../github/report/publish-summary.ts';
import type { Outcome } from '../bake.ts';
import type { BakeRecord } from '../record.ts';
import type { Outputs } from './outputs.ts';
import { summaryMarkdown } from './summary.ts';

/** Facts first, the error last: it is what a reader of the log sees at its end. */
export async function report(
  { outcome, outputs, log, endedAt, comment }: Reporting<Outcome, Outputs>,
  workflow: WorkflowContext,
): Promise<void> {
  const { record } = outcome;
  outputs.publish(record);
  outputs.finish();
  await publishSummary(summaryMarkdown(record, workflow, endingOf(outcome, endedAt)), log);
  await comment();
  if (outcome.ok) log.notice(closingWords(record, endedAt), closingTitle(record));
  else reportFailure(outcome.error, log, 'Bake');
}

function closingWords(record: BakeRecord, endedAt: number): string {
  const { image, startedAt, region, instance, created, resumed, plan, names } = record;
  if (plan !== undefined)
    return `Dry run: "${names?.name}" could be baked from ${instance?.id} in ${region}. Nothing was changed.`;
  if (image === undefined) return 'Done';
  const origin = created ? `baked from ${instance?.id} in ${region}` : `reused in ${region}`;
  const ready = image.state === 'available' ? 'is ready' : `is ${image.state}`;
  const taken = resumed ? ', resumed from an earlier attempt,' : ',';
  return `${image.id} "${image.name}", ${origin}${taken} ${ready} after ${duration(endedAt - startedAt)}.`;
}

function closingTitle({ plan, created }: BakeRecord): string {
  if (plan !== undefined) return 'Dry run';
  return created ? 'AMI baked' : 'AMI reused';
}
