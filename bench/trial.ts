/**
 * How long after the last status check turns ok the test of an image is over, and how many calls it makes: many boots of
 * two minutes, on virtual time. `node bench/trial.ts` prints it.
 */
import { TrialRig } from '../__tests__/builders/trial-rig.ts';
import { median } from './statistics.ts';
import type { Target } from './target.ts';

export interface TrialLag {
  /** From the last status check to the end of the step. */
  seconds: readonly number[];
  calls: readonly number[];
}

const mostSeconds = 5;
const mostCalls = 25;
const bootSeconds = 120;

/** Boots whose ends differ by fractions of the longest pause, so that no phase of the polling is favoured. */
export async function trialLag(runs: number): Promise<TrialLag> {
  const seconds: number[] = [];
  const calls: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const boot = bootSeconds + (run / runs) * 14 - 7;
    const pendingSeconds = 15;
    const ok = boot - pendingSeconds;
    const rig = new TrialRig({
      statusSeconds: 0,
      instance: { pendingSeconds, checks: { system: ok / 2, instance: ok, ebs: ok } },
    });
    const outcome = await rig.test();
    const [instance] = rig.instances;
    if (!outcome.ok || instance === undefined) throw new Error('The test failed');
    seconds.push((rig.clock.now() - instance.launchedAt) / 1000 - boot);
    calls.push(rig.simulator.calls.all.length);
  }
  return { seconds, calls };
}

export function trialTargets({ seconds, calls }: TrialLag): Target[] {
  const middle = median(seconds);
  const most = Math.max(...calls);
  return [
    {
      what: 'From the last status check to the end of the test, boot of 2 min, median',
      limit: `${mostSeconds} s`,
      measured: `${middle.toFixed(1)} s`,
      met: middle <= mostSeconds,
    },
    {
      what: 'Calls of a test, boot of 2 min, the most',
      limit: String(mostCalls),
      measured: String(most),
      met: most <= mostCalls,
    },
  ];
}

if (import.meta.main) {
  for (const { what, limit, measured, met } of trialTargets(await trialLag(101))) {
    process.stdout.write(`${met ? 'met    ' : 'NOT MET'}  ${what}: ${measured}, at most ${limit}\n`);
    if (!met) process.exitCode = 1;
  }
}
