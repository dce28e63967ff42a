/** What the promotion can be told. `promote/action.yml` declares the same inputs, with the same defaults. */
import type { InputProblem } from '../../base/errors.ts';
import { type DistributionPlan, distributionSteps, type OtherInputs } from '../../distribute/inputs/entry.ts';
import { distributionInputs, onFailure } from '../../distribute/inputs/table.ts';
import { inputWith, type Known, type Table, type TableOf, type Values } from '../../github/inputs/input.ts';
import { boolean } from '../../github/inputs/parsers.ts';
import { readInputs } from '../../github/inputs/read.ts';
import { amiId as amiIdOf } from '../../github/inputs/resource-ids.ts';
import {
  allowedAccountIds,
  comment,
  dryRun,
  githubToken,
  region,
  roleToAssume,
  timeoutMinutes,
} from '../../github/inputs/shared.ts';
import { checkNames, type NamingSources } from '../../naming/names.ts';
import { parseTemplate } from '../../naming/template.ts';

/** The steps of a promotion, in their order. */
export const promotionSteps = ['image', ...distributionSteps] as const;

const promotionInput = inputWith<OtherInputs, DistributionPlan, (typeof promotionSteps)[number]>();

/** The ID of the image to promote. */
const amiId = promotionInput('ami-id', amiIdOf, {
  required: true,
  plan: { step: 'image', lines: (id, { inputs }) => [`Promote ${id} in ${inputs.region}`] },
});

/** Whether the image must have passed the action `test`. */
const requireTested = promotionInput('require-tested', boolean, { default: 'false', plan: 'none' });

/** In the order of `promote/action.yml`. */
export const promotionInputs = {
  amiId,
  requireTested,
  timeoutMinutes: timeoutMinutes('120'),
  ...distributionInputs,
  onFailure,
  dryRun: dryRun('false'),
  comment,
  githubToken,
  region,
  roleToAssume,
  allowedAccountIds,
} satisfies Table<DistributionPlan> & TableOf<OtherInputs>;

/** What the promotion was told. */
export type PromotionInputs = Values<typeof promotionInputs>;

/**
 * Reads and checks whatever can be checked without asking EC2, templates of parameter names included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function readPromotionInputs(sources: Omit<NamingSources, 'templates'>): PromotionInputs {
  return readInputs(promotionInputs, {
    environment: sources.environment,
    check: (known) => checkParameters(sources, known),
  });
}

function checkParameters(
  sources: Omit<NamingSources, 'templates'>,
  { ssmParameters = [] }: Known<PromotionInputs>,
): InputProblem[] {
  const standIn = parseTemplate('stand-in');
  const templates = { name: standIn, description: standIn, family: standIn, tags: [], snapshotTags: [] };
  return checkNames({ ...sources, templates: { ...templates, ssmParameters } });
}
