/** What `test` can be told. `test/action.yml` declares the same inputs, with the same defaults, and describes them. */
import { type Input, input, type Table, type Values } from '../../github/inputs/input.ts';
import { anyText, listOf, minutes, optional } from '../../github/inputs/parsers.ts';
import { readInputs } from '../../github/inputs/read.ts';
import { amiId as amiIdOf, securityGroupId, subnetId } from '../../github/inputs/resource-ids.ts';
import {
  allowedAccountIds,
  comment,
  dryRun,
  githubToken,
  region,
  roleToAssume,
} from '../../github/inputs/shared.ts';
import { instanceProfile as profile } from './instance-profile.ts';
import { instanceType } from './instance-type.ts';

/** The ID of the image to test. */
const amiId = input('ami-id', amiIdOf, { required: true, plan: 'none' });

/** In the order to try them; when empty, one that fits the image. */
const instanceTypes = input('instance-type', listOf(instanceType), { plan: 'none' });

/** In the order to try them; when empty, those of the default VPC. */
const subnetIds = input('subnet-ids', listOf(subnetId), { plan: 'none' });

/** When empty, the group `default` of the VPC. */
const securityGroupIds = input('security-group-ids', listOf(securityGroupId), { plan: 'none' });

/** A name or an ARN. */
const instanceProfile = input('instance-profile', profile, { plan: 'none' });

/** A script for Run Command; none when empty. */
const script = input('run', anyText, { plan: 'none' });

/** Undefined until the platform of the image decides. */
const timeoutMinutes: Input<number | undefined> = input('timeout-minutes', optional(minutes), {
  plan: 'none',
});

/** In the order of `test/action.yml`. */
export const trialInputs = {
  amiId,
  instanceTypes,
  subnetIds,
  securityGroupIds,
  instanceProfile,
  script,
  timeoutMinutes,
  dryRun: dryRun('false'),
  comment,
  githubToken,
  region,
  roleToAssume,
  allowedAccountIds,
} satisfies Table;

/** What a test was told. */
export type TrialInputs = Values<typeof trialInputs>;

/**
 * @param environment of the step
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function readTrialInputs(environment: NodeJS.ProcessEnv): TrialInputs {
  return readInputs(trialInputs, { environment });
}
