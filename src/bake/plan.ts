/** What a bake would do: for a dry run, and for the reviewer who reads it. */
import { type PlanGroup, planGroups, planLines } from '../github/inputs/plan.ts';
import { type Existing, sourceOf } from '../image/find.ts';
import { type BakePlan, bakeSteps, bakeTitles } from './inputs/entry.ts';
import { type BakeInputs, bakeInputs } from './inputs/table.ts';

export interface PlanOptions extends Omit<BakePlan, 'inputs' | 'createsImages'> {
  inputs: BakeInputs;
  existing: Existing;
}

/** @returns the steps in their order, each with a line for each thing that it would do */
export function planOf(options: PlanOptions): PlanGroup[] {
  const { inputs, instance, names, startedAt, existing } = options;
  const source = sourceOf(existing, inputs.ifExists);
  const found = foundImage(options);
  // Of an image that is reused, or handed out again, nothing is ever deleted.
  const createsImages = source === 'resumed' || source === 'created' || inputs.copyTo.length > 0;
  const context: BakePlan = { inputs, instance, names, startedAt, createsImages };
  const lines = (step: string) => planLines(bakeInputs, inputs, step, context);
  const [create, tag, ...others] = bakeSteps;
  return planGroups(bakeTitles, [
    [create, removals(options)],
    ...(found === undefined ? [create, tag].map((step) => [step, lines(step)] as const) : []),
    [create, found === undefined ? [] : [found]],
    ...others.map((step) => [step, lines(step)] as const),
  ]);
}

function removals({ inputs, existing }: PlanOptions): string[] {
  if (inputs.onFailure !== 'delete') return [];
  return existing.leftovers.map(({ ImageId }) => `Remove ${ImageId}, which an earlier attempt left behind`);
}

/** An image that takes the place of a new one. */
function foundImage({ inputs, existing }: PlanOptions): string | undefined {
  const { unfinished, handedOut, namesake } = existing;
  switch (sourceOf(existing, inputs.ifExists)) {
    case 'resumed':
      return `Resume ${unfinished?.ImageId} (${unfinished?.State}), which an earlier attempt of this run created`;
    case 'handed out':
      return `Output ${handedOut?.ImageId} (${handedOut?.State}), which an earlier attempt of this run created without waiting for it`;
    case 'reused':
      return `Reuse ${namesake?.ImageId} (${namesake?.State}), which has the name "${namesake?.Name}"`;
    case 'created':
      return undefined;
  }
}
