import { systemClock } from '../src/base/clock.ts';
import { bootPlan } from './boot-outcomes.ts';
import type { RecordedCall } from './calls.ts';
import { type CliOptions, readOptions, UsageError, usage } from './cli-options.ts';
import { GitHubApi, gitHubTokens } from './github-api.ts';
import { seedLargeAccount } from './large-account.ts';
import { Simulator } from './simulator.ts';
import { type SimulatorServer, serve } from './wire/server.ts';

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const {
    port,
    region,
    imageSeconds,
    bootSeconds,
    boot,
    images,
    gitHubPort,
    denied,
    regions,
    clockOffsetSeconds,
  } = options;
  const seed = systemClock.now() % 2 ** 32;
  const simulator = new Simulator({
    region,
    seed,
    image: { seconds: imageSeconds },
    instance: bootPlan(boot, bootSeconds),
    statusSeconds: 1,
    regions,
    clockOffsetSeconds,
  });
  simulator.permissions.deny(...denied);
  const instance = simulator.seedInstance();
  const image = options.image ? simulator.seedImage({ name: 'golden-0' }) : undefined;
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
  console.log(welcome(server.url, options, instance.id, image?.id));
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

function welcome(
  url: string,
  { region, imageSeconds, bootSeconds }: CliOptions,
  instanceId: string,
  imageId: string | undefined,
): string {
  return `EC2 is simulated at ${url} until Ctrl+C. An image takes ${imageSeconds} s, a boot ${bootSeconds} s.
Instance ${instanceId} runs in ${region}.${imageId ? ` Image ${imageId} is ready to launch.` : ''}

In a second terminal, set the environment:

  export AWS_ENDPOINT_URL=${url}
  export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}
  export AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated
  unset AWS_SESSION_TOKEN AWS_PROFILE

Then bake with the action:

  npm run try -- --instance-id ${instanceId} --dry-run
  npm run try -- --instance-id ${instanceId} --tags Team=web

or with the AWS CLI:

  aws ec2 create-image --instance-id ${instanceId} --name golden-1
  aws ec2 describe-images --owners self
  aws ec2 describe-snapshots --owner-ids self
  aws ec2 wait image-available --owners self --filters Name=name,Values=golden-1
  aws ec2 deregister-image --delete-associated-snapshots --image-id ami-…

or launch an image, in the default VPC:

  aws ec2 run-instances --image-id ${imageId ?? 'ami-…'} --instance-type t3.micro --iam-instance-profile Name=ssm
  aws ec2 describe-instance-status --include-all-instances --instance-ids i-…
  aws ec2 get-console-output --latest --instance-id i-…
  aws ssm send-command --document-name AWS-RunShellScript --parameters commands=true --instance-ids i-…
  aws ec2 terminate-instances --instance-ids i-…

Each call is printed below.
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
