import { describe, expect, test } from '@jest/globals';
import { phase } from '../../bench/comparison.ts';
import { rounds, sideBySide } from '../../bench/timetable.ts';

describe('side by side', () => {
  /** Tells what happens, in its order; time passes as the tasks are told to go on. */
  function diary() {
    const entries: string[] = [];
    const sleep = async (milliseconds: number) => {
      entries.push(`${milliseconds} ms`);
    };
    return { entries, sleep };
  }

  test('starts everything with a gap between, before the first has ended', async () => {
    const { entries, sleep } = diary();
    const { promise, resolve } = Promise.withResolvers<void>();
    const task = (name: string) => async () => {
      entries.push(`${name} starts`);
      if (name === 'c') resolve();
      await promise;
      return name;
    };
    expect(await sideBySide(['a', 'b', 'c'].map(task), 6, sleep)).toEqual(['a', 'b', 'c']);
    expect(entries).toEqual(['a starts', '6000 ms', 'b starts', '6000 ms', 'c starts']);
  });

  test('throws a failure only when everything has ended', async () => {
    const { entries, sleep } = diary();
    const failing = () => Promise.reject(new Error('no'));
    const late = async () => {
      await new Promise(setImmediate);
      entries.push('late has ended');
    };
    await expect(sideBySide([failing, late], 1, sleep)).rejects.toThrow('no');
    expect(entries).toEqual(['1000 ms', 'late has ended']);
  });
});

describe('rounds', () => {
  test('have every contestant once, each first in turn', () => {
    const all = rounds(['a', 'b', 'c'], 4);
    const orders = [0, 1, 2, 3].map((round) =>
      all.flatMap((turn) => (turn.round === round ? [turn.contestant] : [])).join(''),
    );
    expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  test('spread the images over the fifteen seconds between two looks', () => {
    expect([0, 1, 2, 3, 4].map((round) => phase(round, 5))).toEqual([0, 3, 6, 9, 12]);
    expect(phase(0, 1)).toBe(0);
  });
});
