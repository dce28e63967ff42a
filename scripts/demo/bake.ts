/**
 * The demo: a bake from beginning to end on this machine, without an AWS account. It starts the simulator, seeds an
 * instance with two volumes, and runs the committed `dist/` as GitHub's runner does, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { showStep } from './show-step.ts';

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

try {
  await showStep(
    { simulator, server },
    {
      title: `A bake of ${instance.id}, whose image takes ${imageSeconds} s`,
      inputs: {
        'instance-id': instance.id,
        name: 'web-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
        tags: 'Team=web\nBranch={{ branch }}',
      },
      next: `To bake by hand, and to look at the simulated EC2 with the AWS CLI: npm run simulator
To test, promote and retire images: npm run demo -- test, promote or retire
To bake in an account of yours: "The smallest workflow" and "The role" in README.md`,
    },
  );
} finally {
  await server.close();
}
