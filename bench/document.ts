/** docs/benchmarks.md: what was measured, in the words that go with it. */
import { doomedChart, fleetChart, overheadChart, processorChart } from './charts.ts';
import { imageSeconds } from './doomed.ts';
import { fleetSection } from './fleet-section.ts';
import { megabytes, seconds } from './format.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';
import {
  callsTable,
  doomedTable,
  lagBesideTable,
  lagTable,
  memoryTable,
  overheadTable,
  processorTable,
  startUpTable,
  targetTable,
  throttlingTable,
} from './tables.ts';
import { targets } from './targets.ts';

export function document(results: Results): string {
  const chapters = [
    beginning(results),
    timeBeyond(results),
    costs(results),
    doomedBakes(results),
    startUp(results),
    lag(results),
    throttling(results),
    fleetSection(results.fleet, fleetChart),
    otherActions(results),
    aims(results),
    method(results),
  ];
  return `${chapters.join('\n\n')}\n`;
}

function beginning({ at, leftOut, machine }: Results): string {
  const absent =
    leftOut.length === 0
      ? ''
      : `\n\nLeft out, because it could not be installed on this machine: ${leftOut.join(', ')}. This needs Python 3.11 or later with \`venv\` and \`pip\`.`;
  return `# Benchmarks

<!-- Made by \`npm run bench\`; changes by hand are lost. -->

bake-ami beside what people use in its place: a shell script around the AWS CLI ([\`bench/peers/bake.sh\`](../bench/peers/bake.sh)) and
Ansible's module \`amazon.aws.ec2_ami\` ([\`bench/peers/bake.yml\`](../bench/peers/bake.yml)). All of them do the same work in the same run:
create an image with tags, wait until it is available, share it with another account, hand on its ID and those of its snapshots. EC2 is
[simulated](../simulator/README.md) on the same machine; see [how to read the numbers](#how-it-is-measured-and-how-to-read-it).

To repeat it, on a bare clone, in about ten minutes: \`npm run bench\` (\`npm run bench -- --quick\` takes less than half of that and writes
nothing).${absent}

Measured on ${new Date(at).toISOString().slice(0, 10)}:

${machine.map(([what, which]) => `- ${what}: ${which}`).join('\n')}`;
}

function timeBeyond(results: Results): string {
  return `## Time beyond the image's own

From the start of the process to its end, without the time that EC2 takes for the image: median of ${results.rounds} bakes, with the lowest and the
highest.

![Bars: the time beyond the image's own, by contestant and by the time of the image](${overheadChart})

${overheadTable(results)}

Of this, from the moment the image was available to the end of the process:

${lagBesideTable(results)}

bake-ami makes more calls than the others: it checks first what can go wrong later, and verifies at the end what is there. Where the
simulator answers within a millisecond they cost nothing. Over a network they do: look at the row with 100 ms a call.`;
}

function costs(results: Results): string {
  return `## What it costs

Calls to AWS, median. bake-ami polls more often than every 15 seconds while an image is young, and when its end is near:

${callsTable(results)}

Processor time, user and system, of all processes of the bake:

![Bars: processor time, by contestant and by the time of the image](${processorChart})

${processorTable(results)}

Memory of the largest process, the most of all bakes:

${memoryTable(results)}`;
}

function doomedBakes(results: Results): string {
  return `## Bakes that cannot go well

How long until the failure is known, and what is left behind and goes on costing money; each case once. The image takes ${imageSeconds} s here: what is
found out only when it is there is found out after hours with volumes that take hours.

![Bars: the time until the failure is known, by case and contestant](${doomedChart})

${doomedTable(results)}

Credentials that have expired cannot remove anything either: bake-ami then says what is left, and how to remove it. A missing permission
of a later step is known within seconds of CreateImage, by dry runs on the new image; bake-ami then removes the image.`;
}

function startUp(results: Results): string {
  const { bakes } = results.startUp;
  return `## Start-up

Of the committed \`dist/\`, ${bakes.length} times, in turn with a Node that does nothing.

${startUpTable(results)}`;
}

function lag(results: Results): string {
  const runs = results.lags[0]?.seconds.length ?? 0;
  return `## From "available" to the end, for longer images

bake-ami alone, ${runs} bakes for each length, on virtual time: no machine is involved, only how often it looks. Each call takes 50 ms, and
the lengths are spread over 15 seconds.

${lagTable(results)}`;
}

function throttling(results: Results): string {
  return `## When EC2 throttles four polls in a row

On virtual time: from the moment when the image is available and EC2 throttles no more, until bake-ami notices it. At most 15 s.

${throttlingTable(results)}`;
}

function otherActions({ trials, plan }: Results): string {
  const { seconds: ends, calls } = trials;
  return `## The other actions

- \`test\`, ${ends.length} boots of two minutes, on virtual time: the step ends ${seconds(median(ends))} after the last status check has
  turned ok (median), and makes at most ${Math.max(...calls)} calls.
- \`retire\`, the plan for 5,000 images in 40 families and 3 Regions: ${plan.calls} calls a Region, ${seconds(plan.cpuSeconds)} of processor time,
  ${megabytes(plan.peakBytes)} of memory.`;
}

function aims(results: Results): string {
  return `## Targets

\`npm run bench\` ends with exit code 1 when one of them is missed.

${targetTable(targets(results))}`;
}

function method({ rounds }: Results): string {
  return `## How it is measured, and how to read it

- Each bake is a process of its own against a simulator of its own. bake-ami is the committed \`dist/\`, started as GitHub's runner starts it.
- A bake counts only when all of the work is there afterwards: one image, shared, and the right IDs in the outputs.
- The contestants take turns, each of them first in turn, so that what disturbs the machine disturbs all. Each bakes once beforehand, not
  counted: files are then in memory and Python has compiled them. On a runner that has just started, all of them are slower.
- Images of 0 s are baked one at a time. The others are baked side by side, since they only wait, with starts six seconds apart.
- The AWS CLI and Ansible look every 15 seconds and are lucky or unlucky, as the time of the image has it. So the ${rounds} bakes at "30 s" and "95 s"
  take from 0 to 15 seconds longer, evenly spread, the same for all contestants.
- Time, processor time and memory come from one yardstick for all, [\`bench/yardstick.py\`](../bench/yardstick.py). Memory is that of the largest process,
  not the sum: the script runs one AWS CLI after another, Ansible several processes at a time.
- The simulator answers at once, over HTTP without TLS, unless it is said otherwise. EC2 is further away, and every process that connects to it
  negotiates TLS anew: once for bake-ami, four times for the script. No call is throttled.
- The snapshots' progress, by which bake-ami foretells the end, is even in the simulator, and in EC2 it jumps. Without it bake-ami is later: by a
  twentieth of the image's time at most, and by 15 seconds.
- The AWS CLI is version 1, the one that Python's package index has; version 2 is not there. GitHub's runners have version 2, which brings
  its own Python and starts at another speed.
- Not counted is what comes before the step: GitHub's runner downloads an action; Ansible must be installed; the AWS CLI is there.
- Numbers below a tenth of a second differ between machines and from run to run. The ratios are what to look at.`;
}
