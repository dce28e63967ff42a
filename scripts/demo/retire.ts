/**
 * Shows a plan and a run of `retire` on a seeded account: old images go, those that something uses stay. The committed
 * `dist/` runs as GitHub's runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { readableOutputs } from '../readable-outputs.ts';
import { ActionStep, pushEnvironment } from '../runner.ts';
import { check, countsOf, heading, nameOf, print } from './print.ts';

const day = 86_400;
const simulator = new Simulator();
const server = await serve(simulator);
const ids = Array.from({ length: 8 }, (_, index) => seedImage(8 - index));
simulator.seedLaunchTemplate({
  name: 'web',
  versions: [{ imageId: ids[0] ?? '', instanceType: 't3.micro' }],
});
simulator.seedInstance({ imageId: ids[1] ?? '', state: 'stopped', launchedSecondsAgo: 60 * day });

try {
  await retire('The plan', { family: 'web' });
  await retire('The run', { family: 'web', 'dry-run': 'false' });
} finally {
  await server.close();
}

/** @param months old @returns its ID */
function seedImage(months: number): string {
  const tags = {
    'bake-ami:family': 'web',
    'bake-ami:key': String(months).padStart(32, '0'),
    'bake-ami:state': 'ready',
  };
  const seed = { name: `web-${50 - months}`, ageSeconds: months * 30 * day, tags, snapshotTags: tags };
  return simulator.seedImage(seed).id;
}

async function retire(title: string, inputs: Record<string, string>): Promise<void> {
  heading(`${title}, on a simulated EC2 at ${server.url}`);
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}`);
  print(`      - uses: acme/bake-ami/retire@v1\n        with:\n${lines.join('\n')}`);
  const step = new ActionStep({
    action: 'retire',
    inputs: { 'aws-region': 'eu-west-1', ...inputs },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: server.url,
    }),
    onOutput: (text) => process.stdout.write(text),
  });
  simulator.calls.clear();
  try {
    heading('The log of the step');
    check(await step.main());
    heading('The log of the post step');
    check(await step.post());
    heading('The outputs');
    print(readableOutputs(step.outputs()));
    heading('The job summary, as Markdown');
    print(step.summary());
    heading(
      `${simulator.calls.all.length} calls to AWS, ${simulator.calls.changes().length} of them change something`,
    );
    print(countsOf(simulator.calls.all.map(nameOf)).join(', '));
  } finally {
    step.dispose();
  }
}
