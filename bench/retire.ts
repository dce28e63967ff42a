/**
 * What it takes to plan the retirement of a large account: 5,000 images in 40 families and 3 Regions. Run it by itself:
 * `node bench/retire.ts`. The simulator runs in the same process, so the processor time is an upper bound.
 */
import { seedLargeAccount } from '../simulator/large-account.ts';
import { Simulator } from '../simulator/simulator.ts';
import { VirtualClock } from '../simulator/virtual-clock.ts';
import { InProcessHandler } from '../simulator/wire/in-process.ts';
import { awsAccess } from '../src/aws/access.ts';
import { readRetireInputs } from '../src/retire/inputs.ts';
import { emptyRecord, type RetireRun } from '../src/retire/record.ts';
import { retire } from '../src/retire/retire.ts';

const regions = ['eu-west-1', 'us-east-1', 'eu-central-1'];
const most = { calls: 60, seconds: 10, bytes: 300e6 };

export interface PlanMeasures {
  /** The most calls of a Region. */
  calls: number;
  /** Of processor time. */
  seconds: number;
  /** Resident memory at the end, the simulated account included. */
  bytes: number;
  goes: number;
  looked: number;
}

/** Plans in a dry run, on virtual time. */
export async function measurePlan(): Promise<PlanMeasures> {
  const clock = new VirtualClock(Date.UTC(2026, 10, 25));
  const simulator = new Simulator({ clock });
  const images = seedLargeAccount(simulator, { regions });
  const families = [...new Set(images.map(({ family }) => family))].join('\n');
  const before = process.cpuUsage();
  const outcome = await clock.run(retire(runOf(clock, simulator, families)));
  const { user, system } = process.cpuUsage(before);
  if (!outcome.ok) throw outcome.error;
  const calls = regions.map((region) => simulator.calls.all.filter((call) => call.region === region).length);
  const judged = outcome.record.judged ?? [];
  return {
    calls: Math.max(...calls),
    seconds: (user + system) / 1e6,
    bytes: process.memoryUsage().rss,
    goes: judged.filter(({ verdict }) => verdict === 'remove').length,
    looked: judged.length,
  };
}

function runOf(clock: VirtualClock, simulator: Simulator, families: string): RetireRun {
  const inputs = readRetireInputs({
    INPUT_FAMILY: families,
    'INPUT_AWS-REGION': 'eu-west-1',
    INPUT_REGIONS: regions.join(','),
  });
  const { signal } = new AbortController();
  const nothing = () => undefined;
  return {
    region: inputs.region,
    inputs,
    workflow: { owner: 'acme', repo: 'web' } as RetireRun['workflow'],
    environment: {},
    aws: awsAccess({
      region: inputs.region,
      environment: {},
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      clock,
      random: Math.random,
      requestHandler: new InProcessHandler(simulator),
    }),
    clock,
    random: Math.random,
    log: { info: nothing, warning: nothing, notice: nothing, error: nothing, group: nothing },
    signal,
    throwIfCancelled: nothing,
    deadline: clock.now() + 3_600_000,
    record: emptyRecord(inputs.region, '1-bench', clock.now()),
    onChange: nothing,
    closedAmong: async () => new Set(),
  };
}

if (process.argv[1]?.endsWith('retire.ts')) {
  const { calls, seconds, bytes, goes, looked } = await measurePlan();
  console.log(`${looked} images looked at, ${goes} go`);
  console.log(`Calls of a Region: ${calls} (at most ${most.calls})`);
  console.log(`Processor time: ${seconds.toFixed(2)} s (at most ${most.seconds} s)`);
  console.log(`Memory: ${Math.round(bytes / 1e6)} MB (at most ${most.bytes / 1e6} MB)`);
  if (calls > most.calls || seconds > most.seconds || bytes > most.bytes) process.exitCode = 1;
}
