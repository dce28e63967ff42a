import { describe, expect, test } from '@jest/globals';
import { median, quantile, range } from '../../bench/statistics.ts';

describe('the median', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

test.each([
  [0, 1],
  [0.5, 6],
  [0.95, 10],
  [1, 10],
])('the quantile %d of 1 to 10 is %d', (share, expected) => {
  expect(quantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share)).toBe(expected);
});

test('the range goes from the lowest to the highest and leaves the values as they were', () => {
  const values = [3, 1, 2];
  expect(range(values)).toEqual([1, 3]);
  expect(values).toEqual([3, 1, 2]);
});
