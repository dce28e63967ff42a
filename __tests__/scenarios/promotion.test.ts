/** A promotion is killed, or cancelled, at every call: no pointer is left without its image, and a second run finishes. */
import { expect, test } from '@jest/globals';
import { findParameter } from '../../simulator/model/parameter-store.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import type { PromotionInputs } from '../../src/promote/inputs/table.ts';
import { cancelledBy, PromotionRig } from '../builders/promotion-rig.ts';
import { Life } from '../builders/rig.ts';

const regions = ['eu-west-1', 'us-west-2', 'eu-central-1'];
const old = 'ami-00000000000000001';

function scene() {
  const rig = new PromotionRig({ image: { seconds: 20 } });
  rig.regions.splice(0, rig.regions.length, ...regions);
  const { simulator } = rig;
  const { id } = simulator.seedImage({ name: 'web-42' });
  const templates = ['eu-west-1', 'us-west-2'].map((region) =>
    simulator.seedLaunchTemplate({ name: 'web', region, versions: [{ imageId: old }] }),
  );
  const inputs: Partial<PromotionInputs> = {
    copyTo: [{ region: 'us-west-2' }, { region: 'eu-central-1' }],
    shareWith: ['111122223333'],
    launchTemplates: [
      { template: 'web', makeDefault: true, region: undefined },
      { template: 'web', makeDefault: false, region: 'us-west-2' },
    ],
    ssmParameters: [parseTemplate('/golden/web')],
  };
  /** Every image that a pointer names, but for the one of before. */
  const named = () =>
    [
      ...templates.flatMap(({ versions }) => versions.map(({ data }) => data.imageId ?? old)),
      ...regions.map((region) => {
        const world = simulator.world(region);
        return findParameter(world, world.settings.accountId, '/golden/web')?.versions.at(-1)?.value ?? old;
      }),
    ].filter((one) => one !== old);
  return { rig, id, templates, inputs, named };
}

test.each([
  ['kill', 'another run', { runId: '99' }],
  ['cancellation', 'a second attempt', { runAttempt: '2' }],
] as const)(
  'a %s at any call leaves no pointer without its image, and %s finishes',
  async (end, _which, attempt) => {
    for (let call = 1; ; call += 1) {
      const { rig, id, templates, inputs, named } = scene();
      const killed = Promise.withResolvers<undefined>();
      const life: Life = new Life(call, 'after', () => {
        if (end === 'cancellation') life.cancellation?.abort(cancelledBy());
        else life.alive = false;
        if (end === 'kill') killed.resolve(undefined);
      });
      life.cancellation = new AbortController();
      const outcome = await rig.clock.run(
        Promise.race([rig.startPromotion(id, inputs, life), killed.promise]),
      );
      if (life.calls < call) break;
      await rig.postPromotion();
      const where = `${end} after call ${call}, ${rig.simulator.calls.all.at(-1)?.action}`;
      const images = rig.images;
      expect({ where, dangling: named().filter((one) => !images.includes(one)) }).toEqual({
        where,
        dangling: [],
      });
      expect({ where, home: images.includes(id) }).toEqual({ where, home: true });
      if (named().length === 0 && outcome?.ok !== true)
        expect({ where, images }).toEqual({ where, images: [id] });

      const again = await rig.promote(id, inputs, attempt);
      expect({ where, error: again.ok ? 'none' : String(again.error) }).toEqual({ where, error: 'none' });
      expect({ where, count: rig.images.length }).toEqual({ where, count: regions.length });
      expect({ where, versions: templates.map(({ versions }) => versions.length) }).toEqual({
        where,
        versions: [2, 2],
      });
      expect(named()).toHaveLength(5);
    }
  },
  120_000,
);

test('on-failure: keep leaves the copies of a promotion that fails, and the next run uses them', async () => {
  const { rig, id, inputs } = scene();
  rig.simulator.permissions.deny('ec2:CreateLaunchTemplateVersion');
  expect(await rig.promote(id, { ...inputs, onFailure: 'keep' })).toMatchObject({ ok: false });
  const kept = rig.images;
  expect(kept).toHaveLength(3);
  rig.simulator.permissions.allow('ec2:CreateLaunchTemplateVersion');
  expect(await rig.promote(id, inputs, { runId: '2' })).toMatchObject({ ok: true });
  expect(rig.images).toEqual(kept);
});

test('a copy of another run is not removed by a promotion that fails', async () => {
  const { rig, id, inputs } = scene();
  await rig.promote(id, { copyTo: inputs.copyTo ?? [] });
  rig.simulator.permissions.deny('ec2:CreateLaunchTemplateVersion');
  expect(await rig.promote(id, inputs, { runId: '2' })).toMatchObject({ ok: false });
  expect(rig.images).toHaveLength(3);
});

test('a second attempt that fails before it publishes keeps the copies that the first one let pointers name', async () => {
  const { rig, id, inputs, named } = scene();
  rig.simulator.permissions.deny('ec2:ModifyLaunchTemplate');
  expect(await rig.promote(id, inputs)).toMatchObject({ ok: false });
  expect(named()).toHaveLength(2);
  rig.simulator.permissions.deny('ec2:EnableImageDeprecation');
  const deprecateAfter = { kind: 'after', milliseconds: 86_400_000 } as const;
  const attempt = { runAttempt: '2' };
  expect(await rig.promote(id, { ...inputs, deprecateAfter }, attempt)).toMatchObject({ ok: false });
  expect(rig.images).toHaveLength(3);
});
