import { describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/base/clock.ts';

describe('the system clock', () => {
  test('sleeps', async () => {
    const before = systemClock.now();
    await systemClock.sleep(5);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before + 4);
  });

  test('wakes at once when the signal is aborted, with its reason', async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(systemClock.sleep(60_000, controller.signal)).rejects.toThrow('enough');
  });
});
