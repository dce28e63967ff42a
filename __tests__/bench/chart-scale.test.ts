import { describe, expect, test } from '@jest/globals';
import { Scale } from '../../bench/chart-scale.ts';

describe('a linear scale', () => {
  test.each([
    [[3.2], [0, 1, 2, 3, 4]],
    [
      [15.4, 2],
      [0, 5, 10, 15, 20],
    ],
    [[0.3], [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]],
    [[1000], [0, 200, 400, 600, 800, 1000]],
    [[0], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('marks %j at %j', (values, ticks) => {
    expect(new Scale('linear', values).ticks).toEqual(ticks);
  });

  test('puts zero at the foot and the last mark at the head', () => {
    const scale = new Scale('linear', [15]);
    expect([0, scale.ticks.at(-1) ?? 0].map((value) => scale.share(value))).toEqual([0, 1]);
  });
});

describe('a logarithmic scale', () => {
  test.each([
    [
      [3, 4000],
      [1, 10, 100, 1000, 10_000],
    ],
    [[10], [10, 100]],
    [
      [0.02, 0.5],
      [0.01, 0.1, 1],
    ],
    [[], [1, 10]],
  ])('marks %j at %j', (values, ticks) => {
    expect(new Scale('log', values).ticks).toEqual(ticks);
  });

  test('gives each power of ten the same length', () => {
    const scale = new Scale('log', [1, 100]);
    expect([1, 10, 100].map((value) => scale.share(value))).toEqual([0, 0.5, 1]);
  });
});
