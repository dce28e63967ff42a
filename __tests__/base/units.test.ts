import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { age, dollars, duration, gibibytes } from '../../src/base/units.ts';

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

test.each([
  [45_000, '45 s'],
  [59 * 60_000, '59 min'],
  [23.9 * 3_600_000, '23 h'],
  [86_400_000, '1 day'],
  [12.5 * 86_400_000, '12 days'],
])('an age of %d ms reads %s', (milliseconds, text) => {
  expect(age(milliseconds)).toBe(text);
});

test.each([
  [0, '$0.00'],
  [0.001, '$0.01'],
  [0.05 * 3, '$0.15'],
  [5.4, '$5.40'],
  [5.4001, '$5.41'],
  [0.1 + 0.2, '$0.30'],
])('%d US dollars read %s: never less than they are', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});
