/** What is known of a run of `retire` so far: outputs, summary, state and the post step read it. */
import type { Remnant } from '../image/remove/removal.ts';
import type { Run, RunRecord } from '../run/run.ts';
import type { ImageFacts } from './facts.ts';
import type { RetireInputs } from './inputs.ts';
import type { Ground } from './reasons.ts';

/** An image that was looked at, and what is to become of it. */
export interface Judged {
  image: ImageFacts;
  ground: Ground;
  verdict: 'remove' | 'keep' | 'wait';
  /** Why it goes, stays or waits. */
  why: string;
}

/** A snapshot or an instance that nobody needs any more. */
export interface Loose {
  kind: 'snapshot' | 'instance';
  id: string;
  region: string;
  /** Of a snapshot. */
  sizeGiB: number;
  /** Since when it is there, or might have been ended, in milliseconds since the epoch. */
  since: number;
  /** `keep` is what turned out to be needed, or gone, right before it was to be removed. */
  verdict: 'remove' | 'keep' | 'wait';
  why: string;
}

/** An image whose deregistration has begun, and is not known to be finished. */
export interface Begun {
  region: string;
  imageId: string;
  key: string;
  /** Those of its snapshots that go with it. */
  snapshotIds: readonly string[];
}

export interface RetireRecord extends RunRecord {
  region: string;
  claim: string;
  /** Of the credentials, 12 digits. */
  accountId?: string;
  /** Known once everything has been looked at. */
  judged?: readonly Judged[];
  loose?: readonly Loose[];
  /** IDs of images, snapshots and instances that are gone by this run, or were gone already. */
  removed: readonly string[];
  /** IDs of what was to go and did not. */
  failed: readonly string[];
  /** What is left of it, with the commands. */
  remaining: readonly Remnant[];
  /** Sizes of the volumes whose snapshots are gone: an upper bound. */
  freedGiB: number;
  /** When removed images leave the Recycle Bin for good, ISO 8601, where it keeps them. */
  recoverableUntil: Readonly<Record<string, string>>;
  /** For the post step. */
  begun: readonly Begun[];
}

export interface RetireRun extends Run<RetireRecord> {
  readonly inputs: RetireInputs;
  readonly environment: NodeJS.ProcessEnv;
  /** Asks GitHub which of the pull requests of this repository are closed. */
  readonly closedAmong: (numbers: readonly number[]) => Promise<ReadonlySet<number>>;
}

export function emptyRecord(region: string, claim: string, startedAt: number): RetireRecord {
  return {
    region,
    claim,
    startedAt,
    phases: [],
    warnings: [],
    removed: [],
    failed: [],
    remaining: [],
    freedGiB: 0,
    recoverableUntil: {},
    begun: [],
  };
}
