/**
 * Bakes an image on a simulated EC2, then promotes it twice: a copy, a launch template and a parameter; the second run finds
 * everything there. The committed `dist/` runs as GitHub's runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { showStep } from './show-step.ts';

const simulator = new Simulator({ image: { seconds: 4 } });
const server = await serve(simulator);
const old = simulator.seedImage({ name: 'web-41' }).id;
simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old, instanceType: 't3.micro' }] });
simulator.seedParameter({ region: 'eu-west-1', name: '/golden/web', value: old, dataType: 'aws:ec2:image' });
const { id } = simulator.seedImage({
  name: 'web-42',
  tags: { 'bake-ami:tested': 'passed 2026-11-22T21:34:05Z' },
});

const inputs = {
  'ami-id': id,
  'require-tested': 'true',
  'copy-to': 'us-west-2',
  'share-with': '111122223333',
  'launch-template': 'web default',
  'ssm-parameter': '/golden/web',
};

try {
  for (const title of ['A promotion', 'The same once more'])
    await showStep({ simulator, server }, { title, action: 'promote', inputs });
} finally {
  await server.close();
}
