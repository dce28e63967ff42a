/**
 * How the making of an image goes: how long it takes, how its progress looks from outside, and whether it
 * fails. EC2 promises nothing here: it takes minutes, "sometimes up to 24 hours", and progress is coarse and
 * jumps.
 */
export interface ImagePlan {
  /** From CreateImage until the image is `available`. */
  seconds: number;
  progress: ProgressProfile;
  /**
   * `by-size`: larger volumes take longer, the largest the whole time. `equal`: all snapshots complete
   * together.
   */
  pace: 'by-size' | 'equal';
  /** For so long the pending image's block device mapping has no snapshot IDs. */
  snapshotIdsAfterSeconds: number;
  failure: ImageFailure | undefined;
  snapshotFailure: SnapshotFailure | undefined;
}

/** Snapshots that end in `error` for themselves. Unless the image fails as well, it does so at the end of its time. */
export interface SnapshotFailure {
  /** Those of these devices; all unless given. */
  devices?: readonly string[];
  afterSeconds: number;
  /** Snapshot.StateMessage. */
  message?: string;
}

export interface ImageFailure {
  /** When it fails; half-way unless set. `atPercent` is a percentage of the plan's seconds. */
  afterSeconds?: number;
  atPercent?: number;
  /** Default `failed`. */
  state?: 'failed' | 'error' | 'invalid';
  /** StateReason; default `Server.InternalError`. An empty code leaves StateReason out. */
  code?: string;
  message?: string;
  /** What becomes of snapshots that are not complete then: `error` (default) or they `continue`. */
  snapshots?: 'error' | 'continue';
}

/**
 * What DescribeSnapshots shows while a snapshot is pending, as a function of the share of its time that has
 * passed (0 to 1): a percentage, 0 to 99.
 */
export type ProgressProfile = 'linear' | 'steps' | 'jumpy' | ((share: number) => number);

const profiles = {
  linear: (share: number) => share * 100,
  steps: (share: number) => Math.floor(share * 4) * 25,
  /** Nothing for long, then nearly all at once, then a long end. */
  jumpy: (share: number) => (share < 0.4 ? 0 : share < 0.55 ? 38 : 99),
};

export function progressOf(profile: ProgressProfile, share: number): number {
  const percent = (typeof profile === 'function' ? profile : profiles[profile])(share);
  return Math.max(0, Math.min(99, Math.floor(percent)));
}

export const defaultImagePlan: ImagePlan = {
  seconds: 180,
  progress: 'linear',
  pace: 'by-size',
  snapshotIdsAfterSeconds: 0,
  failure: undefined,
  snapshotFailure: undefined,
};

/**
 * How long the snapshot of a volume takes. The snapshots are complete a little before the image is available,
 * as in EC2, where the image is registered once they are.
 */
export function snapshotSeconds(plan: ImagePlan, sizeGiB: number, largestGiB: number): number {
  const all = plan.seconds * 0.95;
  return plan.pace === 'equal' ? all : all * (0.4 + 0.6 * (sizeGiB / largestGiB));
}
