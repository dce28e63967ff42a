/**
 * Bakes an image on a simulated EC2, then promotes it twice: a copy, a launch template and a parameter; the second run finds
 * everything there. The committed `dist/` runs as GitHub's runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { readableOutputs } from '../readable-outputs.ts';
import { ActionStep, pushEnvironment } from '../runner.ts';
import { check, countsOf, heading, nameOf, print } from './print.ts';

const simulator = new Simulator({ image: { seconds: 4 } });
const server = await serve(simulator);
const old = simulator.seedImage({ name: 'web-41' }).id;
simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old, instanceType: 't3.micro' }] });
simulator.seedParameter({ region: 'eu-west-1', name: '/golden/web', value: old, dataType: 'aws:ec2:image' });
const { id } = simulator.seedImage({
  name: 'web-42',
  tags: { 'bake-ami:tested': 'passed 2026-11-22T21:34:05Z' },
});

try {
  await promote('A promotion');
  await promote('The same once more');
} finally {
  await server.close();
}

async function promote(title: string): Promise<void> {
  heading(`${title}, on a simulated EC2 at ${server.url}`);
  const inputs = {
    'ami-id': id,
    'require-tested': 'true',
    'copy-to': 'us-west-2',
    'share-with': '111122223333',
    'launch-template': 'web default',
    'ssm-parameter': '/golden/web',
  };
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}`);
  print(`      - uses: acme/bake-ami/promote@v1\n        with:\n${lines.join('\n')}`);
  const step = new ActionStep({
    action: 'promote',
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
