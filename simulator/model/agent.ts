import { type Instance, runningSince } from './instance.ts';
import { endedAt } from './instance-visibility.ts';
import type { World } from './world.ts';

export type PingStatus = 'Online' | 'ConnectionLost';

/**
 * What Systems Manager hears from the SSM Agent of an instance. Systems Manager user guide, "Setting up": the agent needs
 * permissions, from an instance profile or from Default Host Management Configuration.
 * @returns undefined for an instance that is not managed: its agent never reported, or the instance is terminated
 */
export function agentAt(instance: Instance, world: World, now: number): PingStatus | undefined {
  const registeredAt = registrationOf(instance, world);
  if (registeredAt === undefined || now < registeredAt || now >= endedAt(instance)) return undefined;
  const since = runningSince(instance, now);
  const { agentSeconds } = instance.plan;
  if (since === undefined || agentSeconds === 'never') return 'ConnectionLost';
  return now >= since + agentSeconds * 1000 ? 'Online' : 'ConnectionLost';
}

/** When the agent reports for the first time, in milliseconds. */
export function registrationOf(instance: Instance, world: World): number | undefined {
  const { states, plan, launchedAt, settings } = instance;
  const isPermitted = settings.profile !== undefined || world.settings.defaultHostManagement;
  const started = states.find(({ state }) => state === 'running');
  if (!isPermitted || plan.agentSeconds === 'never' || !started) return undefined;
  const at = Math.max(started.from, launchedAt) + plan.agentSeconds * 1000;
  return at <= endOfFirstRun(instance, started.from) ? at : undefined;
}

function endOfFirstRun({ states }: Instance, startedAt: number): number {
  return states.find(({ from }) => from > startedAt)?.from ?? Number.POSITIVE_INFINITY;
}

export function isWindows({ platformDetails }: Instance): boolean {
  return platformDetails.startsWith('Windows');
}
