import { describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import {
  overallPercent,
  type SnapshotProgress,
  type WaitProgress,
} from '../../../src/image/wait/progress.ts';
import { progressLine, progressLog } from '../../../src/image/wait/progress-line.ts';
import { progress } from '../../builders/progress.ts';

function waiting(
  snapshots: readonly SnapshotProgress[],
  overrides: Partial<WaitProgress> = {},
): WaitProgress {
  return {
    state: 'pending',
    percent: overallPercent(snapshots),
    snapshots,
    waitedMilliseconds: 70_000,
    leftMilliseconds: 93_000,
    doneMilliseconds: undefined,
    ...overrides,
  };
}

function failed(snapshotId: string): SnapshotProgress {
  return { ...progress(snapshotId, 30), state: 'error' };
}

describe('the line of the progress', () => {
  test('shows percent, time spent, time left, and each device where there are several', () => {
    expect(progressLine(waiting([progress('xvda', 40), progress('sdf', 44.9)]))).toBe(
      '42 % after 1 min 10 s, about 1 min 40 s left (/dev/xvda 40 %, /dev/sdf 44 %)',
    );
  });

  test('leaves the estimate out while there is none', () => {
    expect(progressLine(waiting([progress('xvda', 0)], { leftMilliseconds: undefined }))).toBe(
      '0 % after 1 min 10 s',
    );
  });

  test.each([0, -1, -600_000])('never shows an estimate that is past (%d ms left)', (leftMilliseconds) => {
    expect(progressLine(waiting([progress('xvda', 99)], { leftMilliseconds }))).toBe(
      '99 % after 1 min 10 s, a little longer than estimated',
    );
  });

  test('is short for an image of twelve volumes, and names the slowest', () => {
    const snapshots = Array.from({ length: 12 }, (_, index) =>
      progress(`sd${'abcdefghijkl'[index]}`, 90 - index),
    );
    const line = progressLine(waiting(snapshots));
    expect(line).toContain('(slowest: /dev/sdl 79 %, /dev/sdk 80 %, /dev/sdj 81 %; 9 more)');
    expect(line.length).toBeLessThan(120);
  });

  test('says so when EC2 does not show the snapshots yet', () => {
    expect(progressLine(waiting([]))).toBe('pending after 1 min 10 s; EC2 does not show the snapshots yet');
  });

  test('says what EC2 does when all snapshots are done, and for how long', () => {
    const done = [progress('xvda', 100)];
    expect(progressLine(waiting(done, { doneMilliseconds: 0 }))).toBe(
      '100 % after 1 min 10 s; the snapshots are done, EC2 is completing the image',
    );
    expect(progressLine(waiting(done, { doneMilliseconds: 300_000 }))).toBe(
      '100 % after 1 min 10 s; EC2 is completing the image, 5 min so far',
    );
  });

  test('neither calls the snapshots done nor estimates an end when one has failed', () => {
    const line = progressLine(waiting([progress('xvda', 100), failed('sdf')]));
    expect(line).toBe('65 % after 1 min 10 s (/dev/xvda 100 %, /dev/sdf failed)');
  });
});

describe('the lines of a wait', () => {
  /** Polled every five seconds. @returns the seconds at which there was a line */
  async function linesOf(seconds: number, at: (second: number) => WaitProgress): Promise<number[]> {
    const clock = new VirtualClock();
    const times: number[] = [];
    let now = 0;
    const log = progressLog(clock, () => times.push(now));
    for (; now <= seconds; now += 5) {
      log(at(now));
      await clock.advance(5);
    }
    return times;
  }

  test('come once a minute while nothing changes, and every five minutes after twenty', async () => {
    const times = await linesOf(3600, () => waiting([progress('xvda', 40)]));
    expect(times.slice(0, 4)).toEqual([0, 60, 120, 180]);
    expect(times.filter((time) => time > 1260)).toEqual([1500, 1800, 2100, 2400, 2700, 3000, 3300, 3600]);
  });

  test('come sooner in the first minute, when something has changed', async () => {
    const times = await linesOf(60, (second) => waiting([progress('xvda', second)]));
    expect(times).toEqual([0, 15, 30, 45, 60]);
  });

  test('are few for an image of two hours', async () => {
    const times = await linesOf(7200, (second) => waiting([progress('xvda', second / 72.01)]));
    expect(times.length).toBeLessThan(50);
  });

  test('come at once when the snapshots are done, and go on while EC2 completes the image', async () => {
    const times = await linesOf(7200, (second) =>
      second < 100 ? waiting([progress('xvda', second)]) : waiting([progress('xvda', 100)]),
    );
    expect(times).toContain(100);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...gaps)).toBe(300);
  });

  test('come at once when a snapshot has failed', async () => {
    const times = await linesOf(130, (second) =>
      waiting([second < 125 ? progress('sdf', 30) : failed('sdf')]),
    );
    expect(times).toEqual([0, 60, 120, 125]);
  });
});
