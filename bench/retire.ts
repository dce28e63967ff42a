/**
 * What it takes to plan the retirement of a large account: 5,000 images in 40 families and 3 Regions, by the committed
 * `dist/` as a process of its own. `node bench/retire.ts` prints it.
 */
import { ActionStep, pushEnvironment } from '../scripts/runner.ts';
import { seedLargeAccount } from '../simulator/large-account.ts';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';

const regions = ['eu-west-1', 'us-east-1', 'eu-central-1'];
const most = { calls: 60, seconds: 10, bytes: 300e6 };

export interface PlanMeasures {
  /** The most calls of a Region. */
  calls: number;
  /** Of processor time. */
  seconds: number;
  /** The most memory of the process. */
  bytes: number;
  /** How many images the plan removes. */
  goes: number;
}

/** A dry run. @throws Error when it does not succeed */
export async function measurePlan(): Promise<PlanMeasures> {
  const simulator = new Simulator();
  const images = seedLargeAccount(simulator, { regions });
  const server = await serve(simulator);
  const step = new ActionStep({
    action: 'retire',
    // GNU time; its line is the last one of the log.
    prefix: ['/usr/bin/time', '--format', 'measured %U %S %M'],
    inputs: {
      family: [...new Set(images.map(({ family }) => family))].join('\n'),
      regions: regions.join(','),
      'aws-region': 'eu-west-1',
    },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: server.url,
    }),
  });
  try {
    const { code, log } = await step.main();
    const [, user, system, kilobytes] = /^measured (\S+) (\S+) (\d+)$/m.exec(log) ?? [];
    if (code !== 0 || kilobytes === undefined) throw new Error(`The plan failed:\n${log.slice(-2000)}`);
    const goes: unknown[] = JSON.parse(step.outputs()['would-remove'] ?? '[]');
    const calls = regions.map(
      (region) => simulator.calls.all.filter((call) => call.region === region).length,
    );
    const seconds = Number(user) + Number(system);
    return { calls: Math.max(...calls), seconds, bytes: Number(kilobytes) * 1024, goes: goes.length };
  } finally {
    step.dispose();
    await server.close();
  }
}

if (process.argv[1]?.endsWith('retire.ts')) {
  const { calls, seconds, bytes, goes } = await measurePlan();
  console.log(`Of 5,000 images ${goes} would go`);
  console.log(`Calls of a Region: ${calls} (at most ${most.calls})`);
  console.log(`Processor time: ${seconds.toFixed(2)} s (at most ${most.seconds} s)`);
  console.log(`Memory: ${Math.round(bytes / 1e6)} MB (at most ${most.bytes / 1e6} MB)`);
  if (calls > most.calls || seconds > most.seconds || bytes > most.bytes) process.exitCode = 1;
}
