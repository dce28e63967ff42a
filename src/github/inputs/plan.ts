/** The lines of a dry run's plan, which the inputs themselves know. */
import type { Table } from './input.ts';

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
