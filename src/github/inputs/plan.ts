/** The lines of a dry run's plan, which the inputs themselves know. */
import type { Table } from './input.ts';

/** What an input adds to the plan. */
export interface PlanPart<Value, Context, Step extends string = string> {
  /** The step of the action that does it: the plan is in the order of the steps. */
  readonly step: Step;
  /** In words that go on from "The action would"; none where the value asks for nothing. */
  readonly lines: (value: Value, context: Context) => readonly string[];
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
