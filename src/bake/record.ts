/**
 * What is known of a bake so far. The story fills it in as it goes; outputs, summary, the state for the post step and the
 * clean-up read it, so that a bake that ends badly reports as much as it learnt.
 */
import type { DistributionRecord } from '../distribute/record.ts';
import type { PlanGroup } from '../github/inputs/plan.ts';
import type { PreviousImage } from '../image/previous.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import type { SourceInstance } from '../source/instance.ts';
import type { BakeInputs } from './inputs/table.ts';

export interface BakeRecord extends DistributionRecord {
  region: string;
  /** The claim of this process, `ATTEMPT-RANDOM`: see `image/ownership.ts`. */
  claim: string;
  /** Claims of earlier attempts that were overwritten with this one's. */
  claimsBefore: readonly string[];
  instance?: SourceInstance;
  /** How many volumes go into the image, each with a snapshot to account for. Known with the instance. */
  expectedSnapshots?: number;
  names?: Names;
  /** The newest ready image of the family before this one; null when there is none, absent while nobody has looked. */
  previous?: PreviousImage | null;
  /** True when this bake (in this or an earlier attempt) created the image, false when it was there before. */
  created: boolean;
  /** The image was there before, whoever made it: it is never removed. */
  reused?: true;
  /** Resumed from an earlier attempt of the same workflow run. */
  resumed: boolean;
  /** Whether the instance was rebooted for the image; absent when an earlier attempt created it. */
  rebooted?: boolean;
  /** Of a dry run: what would be done. */
  plan?: readonly PlanGroup[];
}

export interface BakeRun extends Run<BakeRecord> {
  readonly inputs: BakeInputs;
  /** What templates may read as `env.NAME`. */
  readonly environment: NodeJS.ProcessEnv;
}

/** @param startedAt milliseconds since the epoch */
export function emptyRecord(region: string, claim: string, startedAt: number): BakeRecord {
  return {
    region,
    claim,
    claimsBefore: [],
    startedAt,
    phases: [],
    warnings: [],
    unfinished: false,
    created: false,
    resumed: false,
  };
}
