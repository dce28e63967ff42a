import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Timer, TimerQueue } from '../../simulator/timer-queue.ts';

describe('the queue of timers', () => {
  test('gives them in the order of their times, equal ones in the order of their setting, without those deleted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (wanted) => {
        const queue = new TimerQueue();
        const timers = wanted.map(([at], sequence): Timer => ({ at, sequence, fire: () => undefined }));
        for (const timer of timers) queue.add(timer);
        const kept = timers.filter((timer, index) => {
          const isDeleted = wanted[index]?.[1] === true;
          if (isDeleted) queue.delete(timer);
          return !isDeleted;
        });
        expect(queue.size).toBe(kept.length);
        const given: Timer[] = [];
        for (let next = queue.first(); next !== undefined; next = queue.first()) {
          given.push(next);
          queue.delete(next);
        }
        expect(given).toEqual(kept.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence));
      }),
    );
  });
});
