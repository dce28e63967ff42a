/** When the snapshots of an image will be done. */
import { isDone, type SnapshotProgress } from './progress.ts';

/**
 * Foretells the end by extrapolation: each snapshot in a straight line from the start; the slowest decides. EC2's
 * progress is coarse and may jump, so this is an estimate to pace the polling by and to tell people, never a
 * reason to give up.
 *
 * A percentage that EC2 shows stands for all up to the next one that EC2 would show. So each look tells that the end is
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
    const allDone = snapshots.length > 0 && snapshots.every(isDone);
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
