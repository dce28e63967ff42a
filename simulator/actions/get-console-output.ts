import type { Instance } from '../model/instance.ts';
import { instanceType } from '../model/instance-types.ts';
import { endedAt } from '../model/instance-visibility.ts';
import { latestConsoleUnsupported } from '../model/launch-errors.ts';
import { action, stopDryRun } from './action.ts';
import { requireInstance } from './describe-instances.ts';
import { flag, required, text } from './parameters.ts';

/**
 * EC2 API Reference, GetConsoleOutput: "By default, the console output returns buffered information that was posted shortly
 * after an instance transition state (start, stop, reboot, or terminate). […] Only the most recent 64 KB of console output
 * is available. You can optionally retrieve the latest serial console output at any time during the instance lifecycle.
 * This option is supported on instance types that use the Nitro hypervisor."
 */
export const getConsoleOutput = action({
  name: 'GetConsoleOutput',
  mutating: false,
  parameters: { InstanceId: required(text), Latest: flag, DryRun: flag },
  answer(input, { world, accountId, seenAt }) {
    const instance = requireInstance(world, accountId, input.InstanceId);
    if (input.Latest && instanceType(instance.type)?.hypervisor === 'xen') throw latestConsoleUnsupported();
    stopDryRun(input);
    const shownAt = input.Latest ? seenAt : postedAt(instance, seenAt);
    const output = shownAt === undefined ? '' : consoleText(instance, shownAt);
    return {
      instanceId: instance.id,
      timestamp: new Date(shownAt ?? seenAt),
      // Nothing at all before the first post, as users of get-console-output see it (unconfirmed).
      output: output === '' ? undefined : lastPart(output).toString('base64'),
    };
  },
});

/** When the output was last posted, in milliseconds: some time after the start, and at the end. */
function postedAt(instance: Instance, now: number): number | undefined {
  const { states, plan } = instance;
  const posts = states
    .filter(({ state }) => ['running', 'stopped', 'terminated'].includes(state))
    .map(({ from, state }) => {
      const since = Math.max(from, instance.launchedAt);
      return state === 'running' ? since + plan.console.postedAfterSeconds * 1000 : since;
    });
  const past = posts.filter((at) => at <= now);
  return past.length === 0 ? undefined : Math.max(...past);
}

/** What it had written by then, since it ran for the first time. */
function consoleText(instance: Instance, at: number): string {
  const { states, plan, launchedAt } = instance;
  const started = states.find(({ state }) => state === 'running')?.from;
  const until = Math.min(at, endedAt(instance));
  if (started === undefined || until < Math.max(started, launchedAt)) return '';
  const { text: written } = plan.console;
  return typeof written === 'string' ? written : written((until - Math.max(started, launchedAt)) / 1000);
}

function lastPart(output: string): Buffer {
  return Buffer.from(output).subarray(-65_536);
}
