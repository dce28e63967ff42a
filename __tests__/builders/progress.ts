import type { SnapshotProgress } from '../../src/image/wait/progress.ts';

/** A snapshot so far, of the device `/dev/ID`. */
export function progress(snapshotId: string, percent: number, sizeGiB = 8): SnapshotProgress {
  const state = percent === 100 ? 'completed' : 'pending';
  return { snapshotId, device: `/dev/${snapshotId}`, percent, sizeGiB, state, message: '' };
}
