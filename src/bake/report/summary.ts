import type { WorkflowContext } from '../../base/workflow.ts';
import type { Ending } from '../../distribute/ending.ts';
import { grantees, parametersTable, planSection, templatesTable } from '../../distribute/report.ts';
import { timeLine } from '../../github/report/timeline.ts';
import type { BakeRecord } from '../record.ts';
import { bakedFrom, cleanedUp, copies, imageTags, snapshots } from './facts.ts';
import { bakeProblem, headline, stateNote, warnings } from './headline.ts';
import { failedPhase } from './outcome.ts';
import { bakeRemoval, usage } from './recipes.ts';

/** GitHub refuses more than 1 MiB of summary a step; the rest is for what stands around it. */
const mostBytes = 1024 * 1024 - 16 * 1024;

/**
 * The job summary of a bake, as Markdown that GitHub shows: the outcome at a glance, what was baked from what, and
 * what to do with it; of a failed bake the error first. Text from outside has no meaning in it.
 */
export function summaryMarkdown(record: BakeRecord, workflow: WorkflowContext, outcome: Ending): string {
  const failed = outcome.status !== 'success';
  return fitted([
    headline(record, outcome),
    failed ? bakeProblem(record, outcome) : stateNote(record, outcome),
    failed ? undefined : warnings(record),
    bakedFrom(record, workflow, outcome),
    planSection(record.plan),
    snapshots(record, outcome),
    copies(record, outcome),
    templatesTable(record.templates ?? []),
    parametersTable(record.parameters ?? []),
    failed ? cleanedUp(record, outcome) : undefined,
    failed ? warnings(record) : undefined,
    timeLine(record.phases, outcome.endedAt, failedPhase(record, outcome)),
    usage(record, workflow, outcome),
    bakeRemoval(record, outcome),
    grantees(record.sharing),
    imageTags(record, outcome),
  ]);
}

/** As many sections as there is room for, whole ones, and a word about those that are not there. */
function fitted(sections: readonly (string | undefined)[]): string {
  const there = sections.filter((section) => section !== undefined);
  let bytes = 0;
  const kept = there.filter((section) => {
    const more = Buffer.byteLength(section) + 2;
    if (bytes + more > mostBytes) return false;
    bytes += more;
    return true;
  });
  if (kept.length < there.length) kept.push('The rest is too long for a job summary; the log has it.');
  return `${kept.join('\n\n')}\n`;
}
