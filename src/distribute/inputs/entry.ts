/** What the inputs of a distribution have in common, and may know of one another. */
import type { Input, RestOf } from '../../github/inputs/input.ts';
import type { Parser } from '../../github/inputs/parsers.ts';
import type { CopyTarget } from '../../image/copy/copying.ts';
import type { Names } from '../../naming/names.ts';

/** The steps of a distribution, in their order. */
export const distributionSteps = [
  'copy',
  'configure',
  'share',
  'protect',
  'launch-template',
  'parameter',
  'failure',
] as const;

/** What the plan of a dry run calls them. */
export const distributionTitles: Readonly<Record<(typeof distributionSteps)[number], string>> = {
  copy: 'Copies',
  configure: 'Settings',
  share: 'Sharing',
  protect: 'Protection',
  'launch-template': 'Launch templates',
  parameter: 'SSM parameters',
  failure: 'On failure',
};

/** What an input may look at beside its own value, by the keys of the action's table. */
export interface OtherInputs {
  /** The home Region: the one that the image is in before it is distributed. */
  readonly region: string;
  readonly shareWith: readonly string[];
  readonly makePublic: boolean;
  readonly copyTo: readonly CopyTarget[];
}

/** What the lines of the plan are made from, beside the input's own value. */
export interface DistributionPlan {
  readonly inputs: OtherInputs;
  readonly names: Pick<Names, 'ssmParameters'>;
  /** When the action started, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Whether the action would create images, which a failure could leave behind. */
  readonly createsImages: boolean;
}

type Rest<Value> = RestOf<Value, OtherInputs, DistributionPlan, (typeof distributionSteps)[number]>;

/** Something to be done to an image that is there already: it says explicitly whether it needs an available one. */
export const distributionInput = <Value>(
  name: string,
  parse: Parser<Value>,
  rest: Rest<Value> & { readonly needsAvailableImage: (value: Value) => boolean },
): Input<Value, OtherInputs, DistributionPlan> => ({ name, parse, ...rest });

/** Every Region that has the image in the end, the home Region first. */
export function regionsOf({ region, copyTo }: Pick<OtherInputs, 'region' | 'copyTo'>): string[] {
  return [region, ...copyTo.map((copy) => copy.region)];
}
