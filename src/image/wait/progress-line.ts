/** What the log says while an image is waited for: a line when there is something new, else one from time to time. */
import type { Clock } from '../../base/clock.ts';
import { duration } from '../../base/units.ts';
import { LinePace } from './line-pace.ts';
import { hasFailed, isDone, type SnapshotProgress, type WaitProgress } from './progress.ts';

/**
 * @param onLine gets each line that is due
 * @returns what to call with each look at the image
 */
export function progressLog(clock: Clock, onLine: (line: string) => void): (progress: WaitProgress) => void {
  const pace = new LinePace(clock, { leastSeconds: 15 });
  return (progress) => {
    if (pace.isDue(stageOf(progress), contentOf(progress))) onLine(progressLine(progress));
  };
}

type Stage = 'no snapshots' | 'snapshots' | 'a snapshot has failed' | 'completing';

function stageOf({ snapshots, percent }: WaitProgress): Stage {
  if (percent === undefined) return 'no snapshots';
  if (snapshots.some(hasFailed)) return 'a snapshot has failed';
  return snapshots.every(isDone) ? 'completing' : 'snapshots';
}

/** What makes a line a new one. */
function contentOf({ percent, snapshots }: WaitProgress): string {
  return [percent ?? 0, ...snapshots.map((snapshot) => snapshot.percent)].map(Math.floor).join(' ');
}

/** e.g. `42 % after 1 min 10 s, about 1 min 40 s left (/dev/xvda 40 %, /dev/sdf 45 %)` */
export function progressLine(progress: WaitProgress): string {
  const { percent, snapshots, state } = progress;
  const after = `after ${duration(progress.waitedMilliseconds)}`;
  const stage = stageOf(progress);
  if (stage === 'no snapshots') return `${state} ${after}; EC2 does not show the snapshots yet`;
  if (stage === 'completing') return `100 % ${after}; ${completing(progress)}`;
  const left = stage === 'snapshots' ? leftText(progress) : '';
  return `${Math.floor(percent ?? 0)} % ${after}${left}${detailOf(snapshots)}`;
}

function completing({ doneMilliseconds = 0 }: WaitProgress): string {
  return doneMilliseconds < 30_000
    ? 'the snapshots are done, EC2 is completing the image'
    : `EC2 is completing the image, ${duration(doneMilliseconds)} so far`;
}

function leftText({ leftMilliseconds: left }: WaitProgress): string {
  if (left === undefined) return '';
  return left <= 0 ? ', a little longer than estimated' : `, about ${duration(roundedUp(left))} left`;
}

/** A line has room for so many of them. */
const mostDevices = 4;

/** Where there are many: those that failed, then the slowest, for which the image waits. */
function detailOf(snapshots: readonly SnapshotProgress[]): string {
  if (snapshots.length < 2 && !snapshots.some(hasFailed)) return '';
  if (snapshots.length <= mostDevices) return ` (${snapshots.map(standing).join(', ')})`;
  const shown = slowest(snapshots).slice(0, mostDevices - 1);
  const others = snapshots.length - shown.length;
  return ` (slowest: ${shown.map(standing).join(', ')}; ${others} more)`;
}

function standing(snapshot: SnapshotProgress): string {
  const { device, snapshotId, percent } = snapshot;
  return `${device || snapshotId} ${hasFailed(snapshot) ? 'failed' : `${Math.floor(percent)} %`}`;
}

function slowest(snapshots: readonly SnapshotProgress[]): SnapshotProgress[] {
  const rank = (one: SnapshotProgress) => (hasFailed(one) ? -1 : one.percent);
  return snapshots.toSorted((a, b) => rank(a) - rank(b));
}

/** An estimate is not shown more exactly than it is known. */
function roundedUp(milliseconds: number): number {
  const unit = milliseconds < 60_000 ? 5_000 : milliseconds < 600_000 ? 10_000 : 60_000;
  return Math.ceil(milliseconds / unit) * unit;
}
