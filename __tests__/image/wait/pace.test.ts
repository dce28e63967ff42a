import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestSeconds, type Moment, pollSeconds, progressSeconds } from '../../../src/image/wait/pace.ts';

const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const waited = fc.double({ min: 0, max: 100_000, noNaN: true });
const untilEnd = fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined });
/** What is past is past by less than was waited. */
const moments = fc
  .record({ waited, end: untilEnd, done: fc.boolean() })
  .map(({ waited: seconds, end, done: isDone }): Moment => {
    const until = end === undefined ? undefined : Math.max(end, -seconds);
    return { ...pending(seconds, until), snapshotsDone: isDone && until !== undefined && until <= 0 };
  });

function pending(seconds: number, end?: number): Moment {
  return { waited: seconds, untilEnd: end, snapshotsDone: false };
}

function done(seconds: number, since: number): Moment {
  return { ...pending(seconds, -since), snapshotsDone: true };
}

describe('the interval between two looks at an image', () => {
  test('is at most 15 seconds, for images of any length', () => {
    expect(longestSeconds).toBe(15);
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        expect(pollSeconds(moment, jitter)).toBeLessThanOrEqual(15);
      }),
    );
  });

  test('is at most an eighth of the time waited so far, or 4 seconds', () => {
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        expect(pollSeconds(moment, jitter)).toBeLessThanOrEqual(Math.max(4, moment.waited / 8) + 1e-9);
      }),
    );
  });

  test('is never shorter than a quarter of a second, and 4 seconds where there is no estimate', () => {
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        const least = moment.untilEnd === undefined ? 4 : 0.25;
        expect(pollSeconds(moment, jitter)).toBeGreaterThanOrEqual(least * 0.95);
      }),
    );
  });

  test.each([
    [0, undefined, 4],
    [40, undefined, 4],
    [100, undefined, 5],
    [300, undefined, 10],
    [600, undefined, 10],
    [720, undefined, 12],
    [900, undefined, 15],
    [7200, undefined, 15],
    [86_400, undefined, 15],
    // Long before the end.
    [24, 300, 4],
    [60, 300, 5],
    [300, 200, 15],
    [3600, 3600, 15],
    [86_400, 86_400, 15],
    // Half of the way that is left, down to a hundredth of the time.
    [300, 20, 10],
    [300, 6, 3],
    [300, 2, 3],
    [95, 2, 1],
    [95, 1, 0.95],
    [28, 1, 0.5],
    [28, 0.1, 0.28],
    // Late.
    [300, -20, 5],
    [500, -400, 10],
    [900, -400, 15],
    [86_400, -3600, 15],
    [28, -0.5, 0.28],
  ])('after %d s with the end estimated in %p s it is %d s', (seconds, end, expected) => {
    expect(pollSeconds(pending(seconds, end), 0)).toBeCloseTo(expected);
  });

  test.each([
    [28, 0, 0.28],
    [29, 1, 0.29],
    [95, 4, 0.95],
    [300, 16, 3],
    [600, 40, 5],
    [900, 300, 15],
    [86_400, 3600, 15],
  ])('after %d s, of which the snapshots are done since %d s, it is %d s', (seconds, since, expected) => {
    expect(pollSeconds(done(seconds, since), 0)).toBeCloseTo(expected);
  });

  test('is shortened by the jitter, never lengthened', () => {
    expect(pollSeconds(pending(300), 0.999)).toBeLessThan(pollSeconds(pending(300), 0));
  });
});

describe('the interval between two looks at the snapshots', () => {
  test('is at least 5 seconds and at most a minute, or two in long waits', () => {
    fc.assert(
      fc.property(waited, untilEnd, (seconds, end) => {
        const interval = progressSeconds(seconds, end);
        expect(interval).toBeGreaterThanOrEqual(5);
        expect(interval).toBeLessThanOrEqual(seconds > 1200 ? 120 : 60);
      }),
    );
  });

  test('halves the distance to the estimated end', () => {
    expect(progressSeconds(100, 100)).toBe(50);
    expect(progressSeconds(150, 50)).toBe(25);
  });
});
