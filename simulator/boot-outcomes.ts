import type { InstancePlanChange } from './model/instance-plan.ts';

/** How the boot of every launched instance ends, for trying things by hand. */
export const bootOutcomes = ['passes', 'impaired', 'stops', 'hangs', 'no-agent'] as const;

export type BootOutcome = (typeof bootOutcomes)[number];

/**
 * @param seconds from RunInstances until all status checks are `ok`, or until what happens instead
 */
export function bootPlan(outcome: BootOutcome, seconds: number): InstancePlanChange {
  const pendingSeconds = seconds / 4;
  const running = seconds - pendingSeconds;
  const passed = {
    pendingSeconds,
    agentSeconds: running,
    checks: { system: running / 2, instance: running, ebs: running },
  };
  switch (outcome) {
    case 'passes':
      return passed;
    case 'impaired':
      return {
        ...passed,
        powersOff: 'never',
        agentSeconds: 'never',
        checks: { ...passed.checks, instance: [{ afterSeconds: running, status: 'impaired' }] },
        console: { text: panic, postedAfterSeconds: running },
      };
    case 'stops':
      return { ...passed, end: { afterSeconds: seconds, state: 'stopped' }, console: { text: panic } };
    case 'hangs':
      return { ...passed, agentSeconds: 'never', checks: { ...passed.checks, instance: 'never' } };
    case 'no-agent':
      return { ...passed, agentSeconds: 'never' };
  }
}

const panic = [
  '[    0.000000] Linux version 6.1.0 (simulated)',
  '[    1.731000] VFS: Cannot open root device "UUID=0000" or unknown-block(0,0)',
  '[    1.732000] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)',
].join('\r\n');
