/** What a promotion would do: for a dry run, and for the reviewer who reads it. */
import { distributionTitles } from '../distribute/inputs/entry.ts';
import { type PlanGroup, planGroups, planLines } from '../github/inputs/plan.ts';
import { promotionInputs, promotionSteps } from './inputs/table.ts';
import type { PromotionRun } from './record.ts';

/** @returns the steps in their order, each with a line for each thing that it would do */
export function planOf({ inputs, record }: PromotionRun, ssmParameters: readonly string[]): PlanGroup[] {
  const { startedAt } = record;
  const createsImages = inputs.copyTo.length > 0;
  const context = { inputs, names: { ssmParameters }, startedAt, createsImages };
  return planGroups(
    { image: 'Image', ...distributionTitles },
    promotionSteps.map((step) => [step, planLines(promotionInputs, inputs, step, context)] as const),
  );
}
