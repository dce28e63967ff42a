/** The plan of a dry run, which the inputs themselves know: groups of lines, for the log, the summary and the outputs. */
import type { Log } from '../../base/log.ts';
import type { Table } from './input.ts';

/** Of the group that is folded: there are a dozen of them. */
export const tagsTitle = 'Tags';

export interface PlanGroup {
  /** e.g. `Image`, `Tags`. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** Shows the plan in the log, the tags folded. */
export function showPlan(plan: readonly PlanGroup[], log: Log): void {
  log.info('Dry run: nothing is changed. The plan:');
  for (const { title, lines } of plan) {
    if (title === tagsTitle) log.group(`${lines.length} tags`, lines);
    else for (const line of lines) log.info(`  ${line}`);
  }
}

/** The plan as lines without their groups. */
export function linesOf(plan: readonly PlanGroup[]): string[] {
  return plan.flatMap(({ lines }) => lines);
}

/**
 * What the inputs ask for in one step.
 * @param values of the table, by its keys
 * @returns a line each, in the order of the table
 */
export function planLines<Context>(
  table: Table<Context>,
  values: Readonly<Record<string, unknown>>,
  step: string,
  context: Context,
): string[] {
  return Object.entries(table).flatMap(([key, { plan }]) => {
    if (plan === 'none' || plan.step !== step) return [];
    // The value is what the parser of this very input made.
    return plan.lines(values[key] as never, context);
  });
}

/**
 * A group for each step that has lines, in the order of the steps; steps of one title that follow each other share a group.
 * @param titles of the groups, by step
 */
export function planGroups<Step extends string>(
  titles: Readonly<Record<Step, string>>,
  steps: readonly (readonly [Step, readonly string[]])[],
): PlanGroup[] {
  const groups: { title: string; lines: string[] }[] = [];
  for (const [step, lines] of steps) {
    if (lines.length === 0) continue;
    const last = groups.at(-1);
    if (last?.title === titles[step]) last.lines.push(...lines);
    else groups.push({ title: titles[step], lines: [...lines] });
  }
  return groups;
}
