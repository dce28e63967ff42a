import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EndEstimate } from '../../../src/image/wait/estimate.ts';
import { overallPercent, snapshotProgress } from '../../../src/image/wait/progress.ts';
import { progress } from '../../builders/progress.ts';

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
    expect(snapshotProgress(snapshot, []).percent).toBe(expected);
  });

  test('is weighted by size over all snapshots', () => {
    expect(overallPercent([progress('a', 100, 10), progress('b', 0, 90)])).toBe(10);
    expect(overallPercent([])).toBeUndefined();
  });
});

describe('a snapshot that has failed', () => {
  test('shows its device and why', () => {
    const failed = {
      SnapshotId: 'snap-1',
      State: 'error',
      Progress: '30%',
      StateMessage: 'No luck',
    } as const;
    const devices = [{ snapshotId: 'snap-1', device: '/dev/sdf' }];
    expect(snapshotProgress(failed, devices)).toMatchObject({
      device: '/dev/sdf',
      percent: 30,
      state: 'error',
      message: 'No luck',
    });
  });

  test('is never done, whatever percentage it shows', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 100), { ...progress('b', 100), state: 'error' }]);
    expect(estimate.isDone).toBe(false);
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
    estimate.observe(11_000, [progress('a', 53), progress('b', 10)]);
    // 10 % stands for anything up to 11 %.
    expect(estimate.endsAt()).toBeCloseTo(1_000 + (100_000 + 100_000 / 1.1) / 2);
  });

  test('takes quarters for what they are, where EC2 shows nothing else', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(40_000, [progress('a', 25)]);
    // Between a quarter and half of it is done: it ends between 80 and 160 s.
    expect(estimate.endsAt()).toBe(120_000);
    estimate.observe(55_000, [progress('a', 50)]);
    // Between half and three quarters: at 80 s at the earliest, as before, and at 110 s at the latest.
    expect(estimate.endsAt()).toBe(95_000);
  });

  test('is narrowed by a percentage that stays for as long as it may', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(30_000, [progress('a', 25)]);
    estimate.observe(45_000, [progress('a', 25)]);
    expect(estimate.endsAt()).toBe(105_000);
  });

  test('stays in the past when progress stands still for longer', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 98)]);
    estimate.observe(50_400, [progress('a', 99)]);
    for (const at of [60_000, 100_000]) {
      estimate.observe(at, [progress('a', 99)]);
      expect(estimate.endsAt()).toBeLessThan(51_000);
      expect(estimate.isDone).toBe(false);
    }
  });

  test('begins anew when progress jumps', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 11)]);
    estimate.observe(60_000, [progress('a', 90)]);
    expect(estimate.endsAt()).toBeLessThan(67_000);
  });

  test('lies between the earliest and the latest moment for progress that is even, however coarse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 7200 }),
        fc.constantFrom(1, 5, 10, 25),
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (seconds, step, shares) => {
          const estimate = new EndEstimate(0);
          for (const share of shares.toSorted((a, b) => a - b)) {
            const percent = Math.floor((share * 100) / step) * step;
            estimate.observe(share * seconds * 1000, [progress('a', percent)]);
          }
          const end = estimate.endsAt();
          if (end === undefined) return;
          // Half a step of the percentage that is shown, to either side.
          expect(end).toBeGreaterThan(seconds * 1000 * 0.5);
          expect(end).toBeLessThan(seconds * 1000 * (step + 1.5));
        },
      ),
    );
  });

  test('is the moment when all were first seen done, once they are', () => {
    const estimate = new EndEstimate(0);
    estimate.observe(50_000, [progress('a', 100)]);
    estimate.observe(60_000, [progress('a', 100)]);
    expect(estimate.endsAt()).toBe(50_000);
  });
});
