/**
 * Shows a plan and a run of `retire` on a seeded account: old images go, those that something uses stay. The committed
 * `dist/` runs as GitHub's runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { showStep } from './show-step.ts';

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
  const on = { simulator, server };
  await showStep(on, { title: 'The plan', action: 'retire', inputs: { family: 'web' } });
  await showStep(on, { title: 'The run', action: 'retire', inputs: { family: 'web', 'dry-run': 'false' } });
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
