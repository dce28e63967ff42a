import { systemClock } from '../src/base/clock.ts';
import type { RecordedCall } from './calls.ts';
import { readOptions, UsageError, usage } from './cli-options.ts';
import { Simulator } from './simulator.ts';
import { serve } from './wire/server.ts';

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const { port, region, imageSeconds, denied, regions, clockOffsetSeconds } = options;
  const seed = systemClock.now() % 2 ** 32;
  const simulator = new Simulator({
    region,
    seed,
    image: { seconds: imageSeconds },
    regions,
    clockOffsetSeconds,
  });
  simulator.permissions.deny(...denied);
  const instance = simulator.seedInstance();
  simulator.calls.onCall((call) => console.log(lineOf(call)));
  const server = await serve(simulator, { port });
  const end = () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
    void server.close();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  console.log(welcome(server.url, region, instance.id, imageSeconds));
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
