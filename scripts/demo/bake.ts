/**
 * The demo: a bake from beginning to end on this machine, without an AWS account. It starts the simulator, seeds an
 * instance with two volumes, and runs the committed `dist/` as GitHub's runner does, post step included.
 */
import type { RecordedCall } from '../../simulator/calls.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { readableOutputs } from '../readable-outputs.ts';
import { ActionStep, pushEnvironment, type StepResult } from '../runner.ts';
import { paintFor, RunnerLog } from '../runner-log.ts';
import { writeSummaryPage } from '../summary-page.ts';

const imageSeconds = 12;

const simulator = new Simulator({ image: { seconds: imageSeconds } });
const server = await serve(simulator);
const instance = simulator.seedInstance({
  tags: { Name: 'web-golden' },
  volumes: [
    { device: '/dev/xvda', sizeGiB: 8, encrypted: 'customer-managed' },
    { device: '/dev/sdf', sizeGiB: 100, encrypted: 'customer-managed' },
  ],
});

heading(
  `A bake of ${instance.id}, on a simulated EC2 at ${server.url}; the image takes ${imageSeconds} s there`,
);
print(`      - id: bake
        uses: acme/bake-ami@v1
        with:
          instance-id: ${instance.id}
          name: 'web-{{ ref }}-{{ timestamp }}-{{ short_sha }}'
          tags: |
            Team=web
            Branch={{ branch }}`);

// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const log = new RunnerLog(paintFor(process.stdout.isTTY));
const step = new ActionStep({
  inputs: {
    'instance-id': instance.id,
    name: 'web-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
    tags: 'Team=web\nBranch={{ branch }}',
    'aws-region': 'eu-west-1',
  },
  environment: pushEnvironment({
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_ENDPOINT_URL: server.url,
  }),
  onOutput: (text) => write(log.push(text)),
});

try {
  heading('The log of the step');
  check(await step.main());
  heading('The log of the post step');
  check(await step.post());
  heading('The outputs, for later jobs');
  print(readableOutputs(step.outputs()));
  heading(`${simulator.calls.all.length} calls to EC2`);
  print(countsOf(simulator.calls.all.map(nameOf)).join(', '));
  heading('What next');
  print(`To bake by hand, and to look at the simulated EC2 with the AWS CLI: npm run simulator
To bake in an account of yours: "The smallest workflow" and "The role" in README.md`);
  heading('The job summary, to open in a browser');
  print(writeSummaryPage(step.summary()));
} finally {
  step.dispose();
  await server.close();
}

function check({ code, signal }: StepResult): void {
  if (code === 0) return;
  process.exitCode = 1;
  throw new Error(`The step ended with ${signal ?? `exit code ${code}`}`);
}

/** Dry runs apart: they change nothing. */
function nameOf({ action, parameters }: RecordedCall): string {
  return parameters['DryRun'] === 'true' ? `${action} (DryRun)` : action;
}

function countsOf(names: string[]): string[] {
  return [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} × ${name}`);
}

function heading(text: string): void {
  const bold = process.stdout.isTTY ? (line: string) => `\u001b[1m${line}\u001b[0m` : (line: string) => line;
  print(`\n${bold(`── ${text}`)}\n`);
}

function print(text: string): void {
  write(`${text}\n`);
}

function write(text: string): void {
  if (process.stdout.writable) process.stdout.write(text);
}
