import type { InstanceState, InstanceStateSince } from './instance.ts';
import type { InstanceEnd, InstancePlan } from './instance-plan.ts';
import { powerOffSeconds } from './power-off.ts';
import { pendingReason, stateReason } from './state-reason.ts';

/** What an instance goes through, and when no call finds it any more, in milliseconds. */
export interface InstanceCourse {
  states: InstanceStateSince[];
  goneAt: number | undefined;
}

/**
 * @param launch when and with what it is launched
 * @param passingSeconds how long it is `stopping` or `shutting-down`
 */
export function courseOf(
  plan: InstancePlan,
  launch: { at: number; userData: string; shutdownBehavior: 'stop' | 'terminate' },
  passingSeconds: number,
): InstanceCourse {
  const runningAt = launch.at + plan.pendingSeconds * 1000;
  const end = firstEnd(plan, launch);
  const states: InstanceStateSince[] = [{ from: launch.at, state: 'pending', reason: pendingReason }];
  if (!end) return { states: [...states, { from: runningAt, state: 'running' }], goneAt: undefined };
  const endsAt = launch.at + end.afterSeconds * 1000;
  if (endsAt >= runningAt) states.push({ from: runningAt, state: 'running' });
  if (end.state === 'gone') return { states, goneAt: endsAt };
  const reason = stateReason(end.code ?? 'Client.InstanceInitiatedShutdown', endsAt, end.message);
  // What fails on launch is terminated without ever having run.
  const passing: InstanceState = end.state === 'stopped' ? 'stopping' : 'shutting-down';
  const passes = endsAt >= runningAt ? passingSeconds * 1000 : 0;
  if (passes > 0) states.push({ from: endsAt, state: passing, reason });
  states.push({ from: endsAt + passes, state: end.state, reason });
  return { states, goneAt: undefined };
}

/** Of the plan's end and the machine's own shutdown, the earlier. */
function firstEnd(
  { end, powersOff, pendingSeconds }: InstancePlan,
  { userData, shutdownBehavior }: { userData: string; shutdownBehavior: 'stop' | 'terminate' },
): InstanceEnd | undefined {
  const seconds = powersOff === 'user-data' ? powerOffSeconds(userData) : powersOff;
  if (seconds === undefined || seconds === 'never') return end;
  const afterSeconds = pendingSeconds + seconds;
  if (end && end.afterSeconds <= afterSeconds) return end;
  return { afterSeconds, state: shutdownBehavior === 'terminate' ? 'terminated' : 'stopped' };
}
