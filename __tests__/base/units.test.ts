import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { duration, gibibytes } from '../../src/base/units.ts';

describe('durations', () => {
  test.each([
    [0, '0 s'],
    [40, '0 s'],
    [400, '0.4 s'],
    [949, '0.9 s'],
    [950, '1 s'],
    [1_400, '1 s'],
    [42_000, '42 s'],
    [59_499, '59 s'],
    [59_500, '1 min'],
    [185_000, '3 min 5 s'],
    [3_599_600, '1 h'],
    [7_800_000, '2 h 10 min'],
    [7_200_000, '2 h'],
    [100 * 3_600_000, '100 h'],
  ])('%d ms reads %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  test('a clock that was set back counts as no time', () => {
    expect(duration(-5_000)).toBe('0 s');
  });

  test('what is not finite is unknown', () => {
    expect(duration(Number.POSITIVE_INFINITY)).toBe('?');
    expect(duration(Number.NaN)).toBe('?');
  });

  test('a part never reaches the next larger unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 3_600_000 }), (milliseconds) => {
        const text = duration(milliseconds);
        expect(text).not.toMatch(/\b(60|[6-9]\d|\d{3,}) (s|min)\b/);
        expect(text).not.toMatch(/ 0 (s|min)$/);
      }),
    );
  });
});

test.each([
  [1, '1 GiB'],
  [8, '8 GiB'],
  [1023, '1023 GiB'],
  [1024, '1 TiB'],
  [1536, '1.5 TiB'],
  [1600, '1.6 TiB'],
  [65_536, '64 TiB'],
])('%d GiB reads %s', (size, text) => {
  expect(gibibytes(size)).toBe(text);
});
