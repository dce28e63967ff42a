import { parseArgs } from 'node:util';
import { type BootOutcome, bootOutcomes } from './boot-outcomes.ts';
import { enabledRegions, isEnabledRegion, type RegionCondition, regionConditions } from './regions.ts';

export const usage = `Simulates Amazon EC2, as far as the life of an AMI goes, on this machine.

Usage: npm run simulator -- [options]

  --port N                   listen on this port (default: a free one)
  --region REGION            the Region of the seeded instance (default: eu-west-1)
  --image-seconds N          how long an image takes from CreateImage to available (default: 60)
  --image                    seed an image as well, to launch it at once
  --boot-seconds N           how long an instance takes from RunInstances to passed status checks (default: 30)
  --boot OUTCOME             how a boot ends: ${bootOutcomes.join(', ')} (default: passes)
  --images N                 seed N images of bake-ami in 40 families, some of them in use (default: 0)
  --github-port N            simulate GitHub's API too, on this port (0: a free one)
  --deny ACTION              refuse this action, e.g. ec2:CopyImage; may be given several times
  --region-state REGION=HOW  ${regionConditions.join(', ')}; may be given several times
  --clock-offset-seconds N   how far AWS's clock is ahead of this machine's; looks at signatures' times
  --help                     show this
`;

export interface CliOptions {
  port: number;
  region: string;
  imageSeconds: number;
  /** Whether an image is seeded. */
  image: boolean;
  bootSeconds: number;
  boot: BootOutcome;
  /** How many images of bake-ami are seeded. */
  images: number;
  /** Undefined when GitHub is not simulated. */
  gitHubPort: number | undefined;
  denied: readonly string[];
  regions: Readonly<Record<string, RegionCondition>>;
  clockOffsetSeconds: number | undefined;
}

/** An option that cannot be used; its message says which and what is accepted. */
export class UsageError extends Error {}

/**
 * @returns `help` when that is what was asked for
 * @throws UsageError, or what parseArgs throws
 */
export function readOptions(args: string[]): CliOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      region: { type: 'string', default: 'eu-west-1' },
      'image-seconds': { type: 'string', default: '60' },
      image: { type: 'boolean', default: false },
      'boot-seconds': { type: 'string', default: '30' },
      boot: { type: 'string', default: 'passes' },
      images: { type: 'string', default: '0' },
      'github-port': { type: 'string' },
      deny: { type: 'string', multiple: true, default: [] },
      'region-state': { type: 'string', multiple: true, default: [] },
      'clock-offset-seconds': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: readPort('port', values.port),
    region: readRegion(values.region),
    imageSeconds: readSeconds('image-seconds', values['image-seconds']),
    image: values.image,
    bootSeconds: readSeconds('boot-seconds', values['boot-seconds']),
    boot: readBoot(values.boot),
    images: readCount('images', values.images),
    gitHubPort:
      values['github-port'] === undefined ? undefined : readPort('github-port', values['github-port']),
    denied: values.deny,
    regions: Object.fromEntries(values['region-state'].map(readRegionState)),
    clockOffsetSeconds: readOffset(values['clock-offset-seconds']),
  };
}

function readPort(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new UsageError(`--${option} is "${value}"; it takes a whole number from 0 to 65535.`);
  }
  return port;
}

function readRegion(value: string): string {
  if (!isEnabledRegion(value)) {
    throw new UsageError(`--region is "${value}"; it takes one of ${enabledRegions.join(', ')}.`);
  }
  return value;
}

function readSeconds(option: string, value: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) {
    throw new UsageError(`--${option} is "${value}"; it takes a number that is not negative.`);
  }
  return Number(value);
}

function readCount(option: string, value: string): number {
  if (!/^\d{1,5}$/.test(value)) {
    throw new UsageError(`--${option} is "${value}"; it takes a whole number up to 99999.`);
  }
  return Number(value);
}

function readBoot(value: string): BootOutcome {
  const boot = bootOutcomes.find((outcome) => outcome === value);
  if (boot === undefined) {
    throw new UsageError(`--boot is "${value}"; it takes one of ${bootOutcomes.join(', ')}.`);
  }
  return boot;
}

function readRegionState(value: string): [string, RegionCondition] {
  const [region = '', name = ''] = value.split('=');
  const condition = regionConditions.find((known) => known === name);
  if (region === '' || condition === undefined) {
    throw new UsageError(
      `--region-state is "${value}"; it takes REGION=HOW, where HOW is one of ${regionConditions.join(', ')}.`,
    );
  }
  return [region, condition];
}

function readOffset(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^-?\d+$/.test(value)) {
    throw new UsageError(
      `--clock-offset-seconds is "${value}"; it takes a whole number, such as --clock-offset-seconds=-600.`,
    );
  }
  return Number(value);
}
