/** What was measured of a fleet, as Markdown. */
import { table } from '../scripts/markdown.ts';
import type { FleetResult, FleetRow } from './fleet-measures.ts';
import { imageSeconds, latencyMilliseconds, variation } from './fleet-plan.ts';

const arrivalTitles: Readonly<Record<number, string>> = { 0: 'in the same second' };

/** @param picture file of its chart; none unless given */
export function fleetSection({ rows }: FleetResult, picture?: string): string {
  const chart =
    picture === undefined
      ? ''
      : `![Bars: the share of bakes that succeed, by how many begin within which time](${picture})\n\n`;
  return `## A fleet: many bakes at once in one account and Region

EC2 throttles an account's API calls in a Region by token buckets, one for each action. Here each bake is a workflow run
of its own: its own instance, credentials and random numbers; they share the account, and know nothing of each other. An image
takes ${imageSeconds / 60} minutes, ${variation * 100} % more or less, and its progress shows evenly, in quarters, or in two jumps, a third of the images each. A call takes ${latencyMilliseconds} ms.

${chart}${arrivalsOf(rows)
  .map((arrival) => tableOf(arrival, rows))
  .join('\n\n')}

- **lag**: from the moment when the image is available to the end of the bake, of those that succeeded.
- **throttled**: calls that EC2 refused with \`RequestLimitExceeded\`, of all calls.
- **CreateImage after**: from the beginning of the bake until EC2 took the request.
- **bake-ami** is \`src/bake/bake.ts\` as the action runs it, all checks and verification included. A poll that EC2 throttled makes its
  next ones less frequent for two minutes.
- **script** is \`aws ec2 create-image\`, \`aws ec2 wait image-available\` (twice, since once gives up after ten minutes),
  \`aws ec2 describe-images\` and \`aws ec2 create-tags\`: no checks before, no verification after. Modelled are its requests, the waiter's 40 looks
  15 seconds apart, and five attempts for each request as botocore's legacy retry mode makes them (the AWS CLI's own default
  is three); not its start-up time.
- The buckets are those of the EC2 Developer Guide, "Request throttling for the Amazon EC2 API": 100 calls and 20 a second
  for DescribeImages, 50 and 5 for CreateImage, and so on. When a thousand begin in the same second, most of their first calls are refused, whatever
  they do.
- The simulator is this repository's; time is virtual, so the figures are the same on every machine.`;
}

function arrivalsOf(rows: readonly FleetRow[]): number[] {
  return [...new Set(rows.map(({ arrivalSeconds }) => arrivalSeconds))];
}

function tableOf(arrival: number, rows: readonly FleetRow[]): string {
  const measures = ['succeed', 'API calls', 'throttled', 'lag, median', 'lag, 95th percentile'];
  const head = ['bakes', '', ...measures, 'CreateImage after, median'];
  const cells = rows.filter(({ arrivalSeconds }) => arrivalSeconds === arrival).map(cellsOf);
  const align = head.map((_, column) => (column === 1 ? '' : 'r'));
  const title = arrivalTitles[arrival] ?? `within ${arrival / 60} minutes`;
  return `**All begin ${title}**

${table(head, cells, { align, alignDelimiters: false })}`;
}

function cellsOf(row: FleetRow): string[] {
  const { bakes, tool, succeeded, calls, throttled, throttledShare, lagSeconds, createSeconds } = row;
  return [
    whole(bakes),
    tool,
    `${percent(succeeded / bakes)}`,
    whole(calls),
    throttled === 0 ? '0' : `${whole(throttled)} (${percent(throttledShare)})`,
    seconds(lagSeconds.median),
    seconds(lagSeconds.p95),
    seconds(createSeconds.median),
  ];
}

function whole(count: number): string {
  return count.toLocaleString('en-US');
}

function percent(share: number): string {
  const value = share * 100;
  return `${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 2 : 1)} %`;
}

function seconds(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} s` : '–';
}
