/**
 * What it takes to plan the retirement of a large account: 5,000 images in 40 families and 3 Regions, by the committed
 * `dist/` as a process of its own. `node bench/retire.ts` prints it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionStep, pushEnvironment } from '../scripts/runner.ts';
import { seedLargeAccount } from '../simulator/large-account.ts';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';
import { megabytes, seconds } from './format.ts';
import type { Target } from './target.ts';
import { measured } from './yardstick.ts';

const regions = ['eu-west-1', 'us-east-1', 'eu-central-1'];
const most = { calls: 60, cpuSeconds: 10, peakBytes: 300e6 };

export interface PlanMeasures {
  /** The most calls of a Region. */
  calls: number;
  /** Of processor time. */
  cpuSeconds: number;
  /** The most memory of the process. */
  peakBytes: number;
  /** How many images the plan removes. */
  goes: number;
}

/** A dry run. @throws Error when it does not succeed */
export async function measurePlan(): Promise<PlanMeasures> {
  const simulator = new Simulator();
  const images = seedLargeAccount(simulator, { regions });
  const server = await serve(simulator);
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-bench-'));
  const { prefix, environment, usage } = measured(folder);
  const step = new ActionStep({
    action: 'retire',
    prefix,
    inputs: {
      family: [...new Set(images.map(({ family }) => family))].join('\n'),
      regions: regions.join(','),
      'aws-region': 'eu-west-1',
    },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: server.url,
      ...environment,
    }),
  });
  try {
    const { code, log } = await step.main();
    if (code !== 0) throw new Error(`The plan failed:\n${log.slice(-2000)}`);
    const { cpuSeconds, peakBytes } = usage();
    const goes: unknown[] = JSON.parse(step.outputs()['would-remove'] ?? '[]');
    const calls = regions.map(
      (region) => simulator.calls.all.filter((call) => call.region === region).length,
    );
    return { calls: Math.max(...calls), cpuSeconds, peakBytes, goes: goes.length };
  } finally {
    step.dispose();
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}

export function planTargets({ calls, cpuSeconds, peakBytes }: PlanMeasures): Target[] {
  const what = 'Plan of `retire`, 5,000 images in 3 Regions';
  return [
    {
      what: `${what}: calls of a Region`,
      limit: String(most.calls),
      measured: String(calls),
      met: calls <= most.calls,
    },
    {
      what: `${what}: processor time`,
      limit: seconds(most.cpuSeconds),
      measured: seconds(cpuSeconds),
      met: cpuSeconds <= most.cpuSeconds,
    },
    {
      what: `${what}: memory`,
      limit: megabytes(most.peakBytes),
      measured: megabytes(peakBytes),
      met: peakBytes <= most.peakBytes,
    },
  ];
}

if (import.meta.main) {
  for (const { what, limit, measured, met } of planTargets(await measurePlan())) {
    process.stdout.write(`${met ? 'met    ' : 'NOT MET'}  ${what}: ${measured}, at most ${limit}\n`);
    if (!met) process.exitCode = 1;
  }
}
