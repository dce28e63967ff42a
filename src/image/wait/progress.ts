/** How far the snapshots of an image are, and when they will be done. */
import type { Snapshot } from '../../aws/sdk/ec2.ts';
import { duration } from '../../base/units.ts';

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
 * Foretells the end by extrapolation: each snapshot in a straight line from the start; the slowest decides. EC2's
 * progress is coarse and may jump, so this is an estimate to pace the polling by and to tell people, never a
 * reason to give up.
 *
 * A percentage that is shown stands for all up to the next one that EC2 would show. So each look tells that the end is
 * between two moments, and all looks together narrow it down.
 */
export class EndEstimate {
  readonly #startedAt: number;
  readonly #ends = new Map<string, End>();
  /** Percentages come in multiples of this, by what was seen so far: 1, or 25 where EC2 shows quarters. */
  #step = 0;
  #allDoneAt: number | undefined;

  /** @param startedAt when the image was created, milliseconds since the epoch */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  observe(now: number, snapshots: readonly SnapshotProgress[]): void {
    const taken = now - this.#startedAt;
    for (const { percent } of snapshots) {
      if (percent < 100) this.#step = commonDivisor(this.#step, Math.floor(percent));
    }
    for (const { snapshotId, percent } of snapshots) {
      const shown = {
        percent,
        earliest: (taken * 100) / Math.min(100, percent + Math.max(1, this.#step)),
        latest: (taken * 100) / percent,
      };
      this.#ends.set(snapshotId, narrowed(this.#ends.get(snapshotId) ?? shown, shown));
    }
    const allDone = snapshots.length > 0 && snapshots.every(({ percent }) => percent === 100);
    this.#allDoneAt = allDone ? (this.#allDoneAt ?? now) : undefined;
  }

  /** All snapshots are done. */
  get isDone(): boolean {
    return this.#allDoneAt !== undefined;
  }

  /** Milliseconds since the epoch; in the past when the snapshots are done or late; undefined while unknown. */
  endsAt(): number | undefined {
    if (this.#allDoneAt !== undefined) return this.#allDoneAt;
    const last = Math.max(...[...this.#ends.values()].map(({ earliest, latest }) => (earliest + latest) / 2));
    return Number.isFinite(last) ? this.#startedAt + last : undefined;
  }
}

/** What is known of a snapshot's end, in milliseconds since the start. */
interface End {
  percent: number;
  earliest: number;
  latest: number;
}

/** Progress that jumps begins a new line; one that stands still past its end is late, and nobody knows by how much. */
function narrowed(known: End, shown: End): End {
  const earliest = Math.max(known.earliest, shown.earliest);
  const latest = Math.min(known.latest, shown.latest);
  if (earliest <= latest) return { ...shown, earliest, latest };
  return known.percent === shown.percent ? { ...shown, earliest: latest, latest } : shown;
}

/** Of two whole numbers; of 0 and another, the other. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
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
