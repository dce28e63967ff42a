/** How far the snapshots of an image are, and when they will be done. */
import type { Snapshot } from '@aws-sdk/client-ec2';
import { duration } from '../units.ts';

export interface SnapshotProgress {
  snapshotId: string;
  /** 0 to 100. */
  percent: number;
  sizeGiB: number;
  state: string;
}

/** Reads EC2's `Progress`, a text such as `42%`, empty at first. */
export function snapshotProgress(snapshot: Snapshot): SnapshotProgress {
  const percent = Number.parseFloat(snapshot.Progress ?? '');
  const state = snapshot.State ?? 'pending';
  return {
    snapshotId: snapshot.SnapshotId ?? '',
    percent: state === 'completed' ? 100 : Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0,
    sizeGiB: snapshot.VolumeSize ?? 0,
    state,
  };
}

/** Progress of all of them together, weighted by size; undefined while none is known. */
export function overallPercent(snapshots: readonly SnapshotProgress[]): number | undefined {
  const weight = (snapshot: SnapshotProgress) => Math.max(1, snapshot.sizeGiB);
  const total = snapshots.reduce((sum, snapshot) => sum + weight(snapshot), 0);
  if (total === 0) return undefined;
  return snapshots.reduce((sum, snapshot) => sum + weight(snapshot) * snapshot.percent, 0) / total;
}

/**
 * Foretells the end by extrapolation: each snapshot in a straight line from the start through the moment when its
 * present percentage was first seen; the slowest decides. EC2's progress is coarse and may jump, so this is an
 * estimate to pace the polling by and to tell people, never a reason to give up.
 */
export class EndEstimate {
  readonly #startedAt: number;
  readonly #firstSeen = new Map<string, { percent: number; at: number }>();
  #allDoneAt: number | undefined;

  /** @param startedAt when the image was created, milliseconds since the epoch */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  observe(now: number, snapshots: readonly SnapshotProgress[]): void {
    for (const { snapshotId, percent } of snapshots) {
      if (this.#firstSeen.get(snapshotId)?.percent !== percent)
        this.#firstSeen.set(snapshotId, { percent, at: now });
    }
    const allDone = snapshots.length > 0 && snapshots.every(({ percent }) => percent === 100);
    this.#allDoneAt = allDone ? (this.#allDoneAt ?? now) : undefined;
  }

  /** Milliseconds since the epoch; in the past when the snapshots are done or late; undefined while unknown. */
  endsAt(): number | undefined {
    if (this.#allDoneAt !== undefined) return this.#allDoneAt;
    const ends = [...this.#firstSeen.values()].map(({ percent, at }) =>
      percent === 0 ? Number.NaN : this.#startedAt + ((at - this.#startedAt) * 100) / percent,
    );
    const latest = Math.max(...ends);
    return ends.length > 0 && Number.isFinite(latest) ? latest : undefined;
  }
}

export interface WaitProgress {
  /** EC2's state of the image. */
  state: string;
  /** Of all snapshots together, by size. */
  percent: number | undefined;
  snapshots: readonly SnapshotProgress[];
  waitedMilliseconds: number;
  /** As estimated; undefined while nothing can be said. */
  leftMilliseconds: number | undefined;
}

/** e.g. `42 %  after 1 min 10 s, about 1 min 35 s left  (snap-0a1… 40 %, snap-0b2… 45 %)` */
export function progressLine(progress: WaitProgress): string {
  const { percent, snapshots, waitedMilliseconds, leftMilliseconds, state } = progress;
  const after = `after ${duration(waitedMilliseconds)}`;
  if (percent === undefined) return `${state} ${after}; EC2 does not show the snapshots yet`;
  if (snapshots.every((snapshot) => snapshot.percent === 100)) {
    return `100 %  ${after}; the snapshots are done, EC2 is completing the image`;
  }
  const left = leftMilliseconds === undefined ? '' : `, about ${duration(roundedUp(leftMilliseconds))} left`;
  const each = snapshots.map(({ snapshotId, percent: own }) => `${snapshotId} ${Math.floor(own)} %`);
  const detail = snapshots.length > 1 ? `  (${each.join(', ')})` : '';
  return `${Math.floor(percent)} %  ${after}${left}${detail}`;
}

/** An estimate is not told more exactly than it is known. */
function roundedUp(milliseconds: number): number {
  const unit = milliseconds < 60_000 ? 5_000 : milliseconds < 600_000 ? 10_000 : 60_000;
  return Math.ceil(milliseconds / unit) * unit;
}
