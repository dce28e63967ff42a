/** Anybody may publish an image of any name, with any tags: every look-up of a bake asks for our own objects alone. */
import { expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { isMeant, Rig } from '../builders/rig.ts';

const withOptions = (options: SimulatorOptions) => new Rig({ image: { seconds: 60 }, ...options });

const stories: [string, () => Promise<Rig>][] = [
  [
    'a bake that goes well',
    async () => {
      const rig = withOptions({});
      expect(await rig.bake()).toMatchObject({ ok: true });
      return rig;
    },
  ],
  [
    'a bake whose lists have many pages',
    async () => {
      const rig = withOptions({ pageSize: 1 });
      rig.simulator.seedImage();
      expect(await rig.bake()).toMatchObject({ ok: true });
      return rig;
    },
  ],
  [
    'a bake that does not wait',
    async () => {
      const rig = withOptions({});
      expect(await rig.bake({ wait: false })).toMatchObject({ ok: true });
      return rig;
    },
  ],
  [
    'a bake whose CreateImage had no answer and then was a duplicate',
    async () => {
      const rig = withOptions({ consistency: { imageSeconds: 30, tagSeconds: 30 } });
      rig.simulator.faults.add({
        action: 'CreateImage',
        when: isMeant,
        fault: faults.lostAnswer(),
        times: 1,
      });
      expect(await rig.bake()).toMatchObject({ ok: true });
      return rig;
    },
  ],
  [
    'a bake that fails, with its clean-up',
    async () => {
      const rig = withOptions({ image: { seconds: 60, failure: { afterSeconds: 20 } } });
      expect(await rig.bake()).toMatchObject({ ok: false, cleanup: { done: true } });
      return rig;
    },
  ],
  [
    'the post step',
    async () => {
      const rig = withOptions({});
      await rig.killed(9, 'after');
      rig.simulator.calls.clear();
      expect(await rig.post()).toMatchObject({ done: true });
      return rig;
    },
  ],
  [
    'a second attempt that removes what failed',
    async () => {
      const rig = withOptions({});
      rig.simulator.planNextImage({ failure: { afterSeconds: 5 } });
      await rig.bake({ onFailure: 'keep' });
      expect(await rig.bake({}, { runAttempt: '2' })).toMatchObject({ ok: true });
      return rig;
    },
  ],
];

test.each(stories)('%s asks for our own images and snapshots alone', async (_name, story) => {
  const { calls } = (await story()).simulator;
  const owners = (action: string) =>
    calls.of(action).map(({ parameters }) =>
      Object.entries(parameters)
        .filter(([name]) => name.startsWith('Owner.'))
        .map(([name, value]) => `${name}=${value}`),
    );
  const images = owners('DescribeImages');
  expect(images).toEqual(images.map(() => ['Owner.1=self']));
  expect(images.length).toBeGreaterThan(0);
  const snapshots = owners('DescribeSnapshots');
  expect(snapshots).toEqual(snapshots.map(() => ['Owner.1=self']));
  // Without waiting nothing is asked of the snapshots.
  if (_name !== 'a bake that does not wait') expect(snapshots.length).toBeGreaterThan(0);
});
