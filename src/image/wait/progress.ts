/** How far the snapshots of an image are. */
import type { Snapshot } from '../../aws/sdk/ec2.ts';
import { notePart, type Run } from '../../run/run.ts';
import type { ImageSnapshot } from '../image.ts';

export interface SnapshotProgress {
  snapshotId: string;
  /** Its device in the image; empty when the image does not show it. */
  device: string;
  /** 0 to 100. */
  percent: number;
  sizeGiB: number;
  state: string;
  /** Why it failed, as EC2 says it; empty when there is nothing to say. */
  message: string;
}

/**
 * Reads EC2's `Progress`, a text such as `42%`, empty at first.
 * @param devices where the snapshots of the image belong
 */
export function snapshotProgress(
  snapshot: Snapshot,
  devices: readonly Pick<ImageSnapshot, 'snapshotId' | 'device'>[],
): SnapshotProgress {
  const percent = Number.parseFloat(snapshot.Progress ?? '');
  const state = snapshot.State ?? 'pending';
  const snapshotId = snapshot.SnapshotId ?? '';
  return {
    snapshotId,
    device: devices.find((one) => one.snapshotId === snapshotId)?.device ?? '',
    percent: state === 'completed' ? 100 : Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0,
    sizeGiB: snapshot.VolumeSize ?? 0,
    state,
    message: snapshot.StateMessage ?? '',
  };
}

export function hasFailed({ state }: SnapshotProgress): boolean {
  return state === 'error';
}

/** Whatever percentage a failed one shows, it is not done. */
export function isDone(snapshot: SnapshotProgress): boolean {
  return snapshot.percent === 100 && !hasFailed(snapshot);
}

/** Progress of all of them together, weighted by size; undefined while none is known. */
export function overallPercent(snapshots: readonly SnapshotProgress[]): number | undefined {
  const weight = (snapshot: SnapshotProgress) => Math.max(1, snapshot.sizeGiB);
  const total = snapshots.reduce((sum, snapshot) => sum + weight(snapshot), 0);
  if (total === 0) return undefined;
  return snapshots.reduce((sum, snapshot) => sum + weight(snapshot) * snapshot.percent, 0) / total;
}

export interface WaitProgress {
  /** EC2's state of the image. */
  state: string;
  /** Of all snapshots together, by size. */
  percent: number | undefined;
  snapshots: readonly SnapshotProgress[];
  waitedMilliseconds: number;
  /** As estimated, negative when the estimate is past; undefined while nothing can be said. */
  leftMilliseconds: number | undefined;
  /** Since when all snapshots are done; undefined while they are not. */
  doneMilliseconds: number | undefined;
}

/**
 * Notes each volume as a part of the phase that runs: from now until the look that shows its snapshot done.
 * @returns what to call with each look at the image
 */
export function followVolumes(run: Pick<Run, 'record' | 'clock'>): (progress: WaitProgress) => void {
  const startedAt = run.clock.now();
  const ends = new Map<string, number>();
  return ({ snapshots }) => {
    for (const snapshot of snapshots) {
      const name = snapshot.device || snapshot.snapshotId;
      if (isDone(snapshot) && !ends.has(name)) ends.set(name, run.clock.now());
      const endedAt = ends.get(name);
      const end = endedAt === undefined ? {} : { endedAt };
      notePart(run, { name, startedAt, ...end, ...(hasFailed(snapshot) ? { failed: true } : {}) });
    }
  };
}
