import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import type { RecordedCall } from './calls.ts';
import { GitHubApi, gitHubTokens } from './github-api.ts';
import { seedLargeAccount } from './large-account.ts';
import { enabledRegions, isEnabledRegion } from './regions.ts';
import { Simulator } from './simulator.ts';
import { type SimulatorServer, serve } from './wire/server.ts';

const usage = `Simulates Amazon EC2, as far as the life of an AMI goes, on this machine.

Usage: npm run simulator -- [options]

  --port N            listen on this port (default: a free one)
  --region REGION     the Region of the seeded instance (default: eu-west-1)
  --image-seconds N   how long an image takes from CreateImage to available (default: 60)
  --images N          seed N images of bake-ami in 40 families, some of them in use (default: 0)
  --github-port N     simulate GitHub's API too, on this port (0: a free one)
  --help              show this
`;

interface CliOptions {
  port: number;
  region: string;
  imageSeconds: number;
  images: number;
  /** Undefined when GitHub is not simulated. */
  gitHubPort: number | undefined;
}

/** An option that cannot be used; its message says which and what is accepted. */
class UsageError extends Error {}

/** @returns `help` when that is what was asked for */
function readOptions(args: string[]): CliOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      region: { type: 'string', default: 'eu-west-1' },
      'image-seconds': { type: 'string', default: '60' },
      images: { type: 'string', default: '0' },
      'github-port': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = readPort('--port', values.port);
  const gitHubPort =
    values['github-port'] === undefined ? undefined : readPort('--github-port', values['github-port']);
  const imageSeconds = Number(values['image-seconds']);
  if (!/^\d+(\.\d+)?$/.test(values['image-seconds'])) {
    throw new UsageError(
      `--image-seconds is "${values['image-seconds']}"; it takes a number that is not negative.`,
    );
  }
  if (!isEnabledRegion(values.region)) {
    throw new UsageError(`--region is "${values.region}"; it takes one of ${enabledRegions.join(', ')}.`);
  }
  if (!/^\d{1,5}$/.test(values.images)) {
    throw new UsageError(`--images is "${values.images}"; it takes a whole number up to 99999.`);
  }
  return { port, region: values.region, imageSeconds, images: Number(values.images), gitHubPort };
}

function readPort(option: string, given: string): number {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) {
    throw new UsageError(`${option} is "${given}"; it takes a whole number from 0 to 65535.`);
  }
  return port;
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const { port, region, imageSeconds, images, gitHubPort } = options;
  const seed = systemClock.now() % 2 ** 32;
  const simulator = new Simulator({ region, seed, image: { seconds: imageSeconds } });
  const instance = simulator.seedInstance();
  seedLargeAccount(simulator, { images, regions: [region] });
  simulator.calls.onCall((call) => console.log(lineOf(call)));
  const server = await serve(simulator, { port });
  const gitHub = gitHubPort === undefined ? undefined : await serveGitHub(simulator, gitHubPort);
  const end = () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
    void server.close();
    void gitHub?.close();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  console.log(welcome(server.url, region, instance.id, imageSeconds));
  if (gitHub) console.log(gitHubWelcome(gitHub.url));
}

/** GitHub with an open and a closed pull request; its calls are printed with those of AWS. */
function serveGitHub({ calls, faults }: Simulator, port: number): Promise<SimulatorServer> {
  const gitHub = new GitHubApi({ calls, faults });
  gitHub.seedPull({ number: 1 });
  gitHub.seedPull({ number: 2, state: 'closed' });
  return serve(gitHub, { port });
}

function gitHubWelcome(url: string): string {
  return `GitHub is simulated at ${url}. In acme/web, pull request 1 is open and 2 is closed.

  export GITHUB_API_URL=${url}
  export GITHUB_TOKEN=${gitHubTokens.actions}
`;
}

function welcome(url: string, region: string, instanceId: string, imageSeconds: number): string {
  return `EC2 is simulated at ${url} until Ctrl+C. An image takes ${imageSeconds} s.
Instance ${instanceId} runs in ${region}.

Point the AWS CLI, or anything that uses an AWS SDK, at it:

  export AWS_ENDPOINT_URL=${url}
  export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}
  export AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated
  unset AWS_SESSION_TOKEN AWS_PROFILE

and bake:

  aws ec2 create-image --instance-id ${instanceId} --name golden-1
  aws ec2 describe-images --owners self
  aws ec2 describe-snapshots --owner-ids self
  aws ec2 wait image-available --owners self --filters Name=name,Values=golden-1
  aws ec2 deregister-image --delete-associated-snapshots --image-id ami-…
`;
}

function lineOf({ at, action, parameters, outcome }: RecordedCall): string {
  const time = new Date(at).toISOString().slice(11, 23);
  const result = outcome.code ?? outcome.fault ?? 'ok';
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [time, outcome.status ?? '---', action || '(no action)', result, ...given].join(' ');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS_')) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (code === 'EADDRINUSE' || code === 'EACCES') {
    console.error(`The port cannot be used: ${error.message}. Choose another with --port.`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
