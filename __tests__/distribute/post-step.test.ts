import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { withinTheTimeLeft } from '../../src/distribute/post-step.ts';
import { collectingLog } from '../builders/run.ts';

function step(cancelled: AbortSignal) {
  const clock = new VirtualClock(0);
  return { cancelled, clock, log: collectingLog([]) };
}

test('a post step that is told to end has seven seconds, and is over when its work is', async () => {
  const told = step(AbortSignal.abort());
  const until = await told.clock.run(withinTheTimeLeft(told, async (_signal, budget) => budget.until));
  expect(until).toBe(7_000);
  expect(told.clock.pending).toBe(0);
});

test('what has fewer seconds left when it is told to end keeps them', async () => {
  const cancellation = new AbortController();
  const told = step(cancellation.signal);
  const lateCancellation = async (signal: AbortSignal, budget: { until: number }) => {
    await told.clock.sleep(budget.until - 2_000);
    cancellation.abort();
    await told.clock.sleep(8_000);
    return { left: budget.until, isOver: signal.aborted };
  };
  const whole = await told.clock.run(
    withinTheTimeLeft(step(new AbortController().signal), async (_, { until }) => until),
  );
  expect(await told.clock.run(withinTheTimeLeft(told, lateCancellation))).toEqual({
    left: whole,
    isOver: true,
  });
});
