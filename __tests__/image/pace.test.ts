import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pollSeconds, progressSeconds } from '../../src/image/pace.ts';

const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const waited = fc.double({ min: 0, max: 100_000, noNaN: true });
const untilEnd = fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined });

describe('the interval between two looks at an image', () => {
  test('is between 2 and 15 seconds, and at most a twentieth of the time waited so far', () => {
    fc.assert(
      fc.property(waited, untilEnd, random, (seconds, end, jitter) => {
        const interval = pollSeconds(seconds, end, jitter);
        expect(interval).toBeGreaterThanOrEqual(2);
        expect(interval).toBeLessThanOrEqual(Math.max(2, Math.min(15, seconds / 20)) + 1e-9);
      }),
    );
  });

  test.each([
    [0, undefined, 2],
    [40, undefined, 2],
    [100, undefined, 5],
    [300, undefined, 15],
    [7200, undefined, 15],
    [300, 200, 15],
    [300, 40, 10],
    [300, 8, 2],
    [300, 0, 2],
    [300, -20, 5],
    [300, -400, 15],
  ])('after %d s with the end foretold in %p s it is %d s', (seconds, end, expected) => {
    expect(pollSeconds(seconds, end, 0)).toBeCloseTo(expected);
  });

  test('is shortened by the jitter, never lengthened', () => {
    expect(pollSeconds(300, undefined, 0.999)).toBeLessThan(pollSeconds(300, undefined, 0));
  });
});

describe('the interval between two looks at the snapshots', () => {
  test('is at least 5 seconds and at most 2 minutes', () => {
    fc.assert(
      fc.property(waited, untilEnd, (seconds, end) => {
        const interval = progressSeconds(seconds, end);
        expect(interval).toBeGreaterThanOrEqual(5);
        expect(interval).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('halves the distance to the foretold end', () => {
    expect(progressSeconds(100, 100)).toBe(50);
    expect(progressSeconds(150, 50)).toBe(25);
  });
});
