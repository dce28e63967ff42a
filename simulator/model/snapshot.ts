import type { Grants } from './grants.ts';
import type { ProgressProfile } from './plan.ts';
import { progressOf } from './plan.ts';
import type { Tags } from './tags.ts';

export interface Snapshot {
  id: string;
  ownerId: string;
  sequence: number;
  volumeId: string;
  sizeGiB: number;
  description: string;
  encrypted: boolean;
  kmsKeyId: string | undefined;
  startedAt: number;
  completesAt: number;
  progress: ProgressProfile;
  failure: { at: number; message: string } | undefined;
  tags: Tags;
  /** When its deletion was asked for. */
  deletedAt: number | undefined;
  /** Other accounts that may use it, and `all` when it is public. */
  sharedWith: Grants;
}

export type SnapshotState = 'pending' | 'completed' | 'error';

export function snapshotState(snapshot: Snapshot, now: number): SnapshotState {
  if (snapshot.failure && snapshot.failure.at <= now && snapshot.failure.at < snapshot.completesAt)
    return 'error';
  return now >= snapshot.completesAt ? 'completed' : 'pending';
}

/** As a percentage; a failed snapshot stays where it was. */
export function snapshotPercent(snapshot: Snapshot, now: number): number {
  if (snapshotState(snapshot, now) === 'completed') return 100;
  const moment = Math.min(now, snapshot.failure?.at ?? now);
  const share = (moment - snapshot.startedAt) / (snapshot.completesAt - snapshot.startedAt);
  return progressOf(snapshot.progress, share);
}

/**
 * EBS user guide, "Delete an Amazon EBS snapshot": a snapshot that is still in progress may be deleted, but
 * it "must complete before the deletion takes effect".
 */
export function snapshotIsGone(snapshot: Snapshot, now: number): boolean {
  return (
    snapshot.deletedAt !== undefined &&
    snapshot.deletedAt <= now &&
    snapshotState(snapshot, now) !== 'pending'
  );
}
