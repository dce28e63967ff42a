/** What is known of a promotion so far: outputs, summary, the state for the post step and the clean-up read it. */
import type { DistributionRecord } from '../distribute/record.ts';
import type { PlanGroup } from '../github/inputs/plan.ts';
import type { Run } from '../run/run.ts';
import type { PromotionInputs } from './inputs/table.ts';

export interface PromotionRecord extends DistributionRecord {
  region: string;
  /** The claim of this process, `ATTEMPT-RANDOM`: other runs may promote the same image. */
  claim: string;
  /** As the input says. */
  amiId: string;
  /** Whose the image is, 12 digits. */
  accountId?: string;
  /** What the copies are found by: the image's `bake-ami:key`, or one made from its ID. 32 hex digits. */
  key?: string;
  /** Names of the SSM parameters that will hold the image's ID. */
  parameterNames?: readonly string[];
  /** Sharing has begun: launch permissions may have been given. */
  sharedWith?: readonly string[];
  /** Of a dry run: what would be done. */
  plan?: readonly PlanGroup[];
}

export interface PromotionRun extends Run<PromotionRecord> {
  readonly inputs: PromotionInputs;
  /** What templates may read as `env.NAME`. */
  readonly environment: NodeJS.ProcessEnv;
}

export function emptyRecord(
  { region, amiId }: Pick<PromotionInputs, 'region' | 'amiId'>,
  claim: string,
  startedAt: number,
): PromotionRecord {
  return { region, amiId, claim, startedAt, phases: [], warnings: [], unfinished: false };
}
