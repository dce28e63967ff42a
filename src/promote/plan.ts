/** What a promotion would do: for a dry run, and for the reviewer who reads it. */
import { planLines } from '../github/inputs/plan.ts';
import { promotionInputs, promotionSteps } from './inputs/table.ts';
import type { PromotionRun } from './record.ts';

/** @returns a line each, in the order of the steps */
export function planOf({ inputs, record }: PromotionRun, ssmParameters: readonly string[]): string[] {
  const { startedAt } = record;
  const createsImages = inputs.copyTo.length > 0;
  const context = { inputs, names: { ssmParameters }, startedAt, createsImages };
  return promotionSteps.flatMap((step) => planLines(promotionInputs, inputs, step, context));
}
