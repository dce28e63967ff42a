import { describe, expect, test } from '@jest/globals';
import { EndEstimate, overallPercent, progressLine, snapshotProgress } from '../../src/image/progress.ts';

function progress(snapshotId: string, percent: number, sizeGiB = 8) {
  return { snapshotId, percent, sizeGiB, state: percent === 100 ? 'completed' : 'pending' };
}

describe('the progress of a snapshot', () => {
  test.each([
    ['42%', 'pending', 42],
    ['', 'pending', 0],
    [undefined, 'pending', 0],
    ['100%', 'pending', 100],
    ['99%', 'completed', 100],
    ['nonsense', 'pending', 0],
    ['-3%', 'pending', 0],
    ['300%', 'pending', 100],
  ])('EC2 says %p of a %s one: %d percent', (Progress, State, expected) => {
    const snapshot = {
      SnapshotId: 'snap-1',
      State: State as 'pending',
      ...(Progress === undefined ? {} : { Progress }),
    };
    expect(snapshotProgress(snapshot).percent).toBe(expected);
  });

  test('is weighted by size over all snapshots', () => {
    expect(overallPercent([progress('a', 100, 10), progress('b', 0, 90)])).toBe(10);
    expect(overallPercent([])).toBeUndefined();
  });
});

describe('the estimate of the end', () => {
  test('is unknown while no snapshot is known, or one has not begun', () => {
    const estimate = new EndEstimate(0);
    expect(estimate.endsAt()).toBeUndefined();
    estimate.observe(10_000, [progress('a', 10), progress('b', 0)]);
    expect(estimate.endsAt()).toBeUndefined();
  });

  test('goes on in a straight line, by the slowest snapshot', () => {
    const estimate = new EndEstimate(1_000);
    estimate.observe(11_000, [progress('a', 50), progress('b', 10)]);
    expect(estimate.endsAt()).toBe(101_000);
  });

  test('counts from the moment when a percentage was first seen, since progress moves in steps', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 50)]);
    estimate.observe(70_000, [progress('a', 50)]);
    expect(estimate.endsAt()).toBe(100_000);
  });

  test('is the moment when all were first seen done, once they are', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 100)]);
    estimate.observe(60_000, [progress('a', 100)]);
    expect(estimate.endsAt()).toBe(50_000);
  });
});

describe('the line that tells the progress', () => {
  const waited = { state: 'pending', waitedMilliseconds: 70_000, leftMilliseconds: 93_000 };

  test('tells percent, time spent, time left, and each snapshot where there are several', () => {
    const snapshots = [progress('snap-1', 40), progress('snap-2', 44.9)];
    expect(progressLine({ ...waited, percent: 42.4, snapshots })).toBe(
      '42 %  after 1 min 10 s, about 1 min 40 s left  (snap-1 40 %, snap-2 44 %)',
    );
  });

  test('leaves the estimate out while there is none', () => {
    const snapshots = [progress('snap-1', 0)];
    expect(progressLine({ ...waited, leftMilliseconds: undefined, percent: 0, snapshots })).toBe(
      '0 %  after 1 min 10 s',
    );
  });

  test('says what EC2 does when nothing is known of snapshots, or all are done', () => {
    expect(progressLine({ ...waited, percent: undefined, snapshots: [] })).toContain(
      'does not show the snapshots yet',
    );
    expect(progressLine({ ...waited, percent: 100, snapshots: [progress('snap-1', 100)] })).toContain(
      'completing the image',
    );
  });
});
