/** What the bake's own inputs have in common: those about how it comes by its image. */
import {
  type DistributionPlan,
  distributionSteps,
  distributionTitles,
  type OtherInputs,
} from '../../distribute/inputs/entry.ts';
import { inputWith } from '../../github/inputs/input.ts';
import { tagsTitle } from '../../github/inputs/plan.ts';
import type { Names } from '../../naming/names.ts';
import type { SourceInstance } from '../../source/instance.ts';

/** The steps of a bake, in their order. */
export const bakeSteps = ['create', 'tag', 'wait', ...distributionSteps] as const;

/** What the plan of a dry run calls them. */
export const bakeTitles = { create: 'Image', tag: tagsTitle, wait: 'Wait', ...distributionTitles } as const;

/** What the lines of the plan are made from, beside the input's own value. */
export interface BakePlan extends DistributionPlan {
  readonly inputs: OtherInputs & { readonly noReboot: boolean; readonly timeoutMinutes: number };
  readonly names: Names;
  readonly instance: SourceInstance;
}

/** Something that the bake alone is told. What needs an available image is a `distributionInput`. */
export const bakeInput = inputWith<
  OtherInputs,
  BakePlan,
  (typeof bakeSteps)[number],
  { readonly needsAvailableImage?: never }
>();
