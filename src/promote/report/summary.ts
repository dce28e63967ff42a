/** The job summary of a promotion: the image in each Region, the pointers before and after, and the way back. */
import { duration, gibibytes } from '../../base/units.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import type { Ending, Failure } from '../../distribute/ending.ts';
import { backCommands } from '../../distribute/pointers.ts';
import { imagesOf } from '../../distribute/record.ts';
import {
  factsOf,
  grantees,
  lifecycleRows,
  monthlyCost,
  ownCopies,
  parametersTable,
  planSection,
  removal,
  resource,
  sharedWith,
  templatesTable,
} from '../../distribute/report.ts';
import {
  code,
  codeBlock,
  details,
  joinedSections,
  link,
  list,
  literal,
  oneLine,
  table,
  warningBox,
} from '../../github/report/markdown.ts';
import { problem } from '../../github/report/problem.ts';
import { timeLine } from '../../github/report/timeline.ts';
import type { BakedImage } from '../../image/image.ts';
import type { PromotionRecord } from '../record.ts';

export function summaryMarkdown(record: PromotionRecord, workflow: WorkflowContext, ending: Ending): string {
  const text = joinedSections([
    headline(record, ending),
    ending.status === 'success' ? undefined : problem(ending),
    warningBox(record.warnings),
    aboutImage(record, workflow, ending),
    planSection(record.plan),
    images(record, ending.status === 'success' ? [] : ending.removed),
    templatesTable(record.templates ?? []),
    parametersTable(record.parameters ?? []),
    ending.status === 'success' ? undefined : cleanedUp(ending),
    wayBack(record),
    timeLine(record.phases, ending.endedAt, ending.status === 'success' ? undefined : record.phases.at(-1)),
    ending.status === 'success'
      ? removal('Delete the copies and their snapshots', ownCopies(record))
      : undefined,
    grantees(record.sharing),
  ]);
  return `${text}\n`;
}

function headline(record: PromotionRecord, { status, endedAt }: Ending): string {
  const { amiId, region, image, startedAt } = record;
  const id = resource(region, amiId);
  const titles = {
    success: record.plan
      ? '📋 Dry run: all checks passed'
      : record.changed
        ? `✅ Promoted ${id}`
        : `♻️ ${id} is promoted already`,
    failure: '❌ Promotion failed',
    cancelled: '🚫 Promotion cancelled',
  };
  const facts = [image && `<b>${literal(image.name)}</b>`, literal(region), duration(endedAt - startedAt)];
  return `## ${titles[status]}\n\n${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}

/** What the image is like now, and who promoted it. */
function aboutImage(
  record: PromotionRecord,
  workflow: WorkflowContext,
  { status }: Ending,
): string | undefined {
  const all = imagesOf(record);
  return factsOf([
    ...(status === 'success' ? lifecycleRows(record.image?.lifecycle) : []),
    ['Shared&nbsp;with', sharedWith(record.sharing)],
    ['Cost', status === 'success' && all.length > 1 ? monthlyCost(all) : undefined],
    ['Run', link(literal(`${workflow.workflow} #${workflow.runNumber}`), workflow.runUrl)],
  ]);
}

function images({ image, copies = [] }: PromotionRecord, removed: readonly string[]): string | undefined {
  if (image === undefined) return undefined;
  const size = ({ snapshots }: BakedImage) =>
    gibibytes(snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0));
  const home = [code(image.region), resource(image.region, image.id), literal(image.state), size(image)];
  const rows = copies.map(({ region, id, image: copy, found }) => [
    code(region),
    id === undefined ? '' : removed.some((line) => line.includes(id)) ? code(id) : resource(region, id),
    `${copy === undefined ? 'not available' : literal(copy.state)}${found ? ', there before' : ''}`,
    copy === undefined ? '' : size(copy),
  ]);
  return table(['Region', 'AMI', 'State', 'Size'], [home, ...rows], [3]);
}

function cleanedUp({ removed, left }: Failure): string {
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? undefined
      : `<b>${title}</b>\n\n${list(lines.map((line) => oneLine(line))).join('\n')}`;
  return joinedSections([listed('Removed', removed), listed('Kept', left)]);
}

function wayBack(record: PromotionRecord): string | undefined {
  const commands = backCommands(record);
  return commands.length === 0 ? undefined : details('The way back', codeBlock('sh', commands.join('\n')));
}
