/** Copies, lifecycle, sharing and parameters, on the committed dist. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { findParameter } from '../../simulator/model/parameter-store.ts';
import { Stage } from '../builders/stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

function imagesIn(region: string) {
  const images = [...((stage as Stage).simulator.world(region).images.values() ?? [])];
  return images.filter(({ deregisteredAt }) => deregisteredAt === undefined);
}

function parameterIn(region: string): string | undefined {
  const world = (stage as Stage).simulator.world(region);
  return findParameter(world, world.settings.accountId, '/golden/web')?.versions.at(-1)?.value;
}

const inputs = {
  'share-with': '111122223333',
  'deprecate-after': '90d',
  'require-imdsv2': 'true',
  'deregistration-protection': 'on',
  'ssm-parameter': '/golden/{{ repo }}',
};

describe('two Regions, one with a key', () => {
  test('three images, tagged, shared and settled alike; parameters and outputs right in each', async () => {
    stage = await Stage.open({ image: { seconds: 3 } });
    const key = stage.simulator.seedKey({
      region: 'eu-central-1',
      alias: 'alias/images',
      sharedWith: ['111122223333'],
    });
    const step = stage.step({ ...inputs, 'copy-to': `us-west-2\neu-central-1 ${key.arn}` });
    const { code, log } = await step.main();
    expect({ code, log }).toMatchObject({ code: 0 });

    const ids = JSON.parse(step.outputs()['ami-ids'] ?? '');
    expect(Object.keys(ids)).toEqual(['eu-west-1', 'us-west-2', 'eu-central-1']);
    for (const [region, id] of Object.entries(ids)) {
      const [image, ...others] = imagesIn(region);
      expect(others).toEqual([]);
      expect(image?.id).toBe(id);
      expect(image?.name).toBe(step.outputs()['ami-name']);
      expect(image?.tags.current.get('bake-ami:state')).toBe('ready');
      expect([...(image?.launchPermissions.current ?? [])]).toEqual(['111122223333']);
      expect(parameterIn(region)).toBe(id);
    }
    expect(step.summary()).toMatch(/us-west-2[\s\S]*eu-central-1/);
    expect(await step.post()).toMatchObject({ code: 0 });
    expect(imagesIn('us-west-2')).toHaveLength(1);
  });

  test('a Region whose key is refused asynchronously is named, and nothing is left anywhere', async () => {
    stage = await Stage.open({ image: { seconds: 2 } });
    stage.simulator.planNextCopy(
      { failure: { afterSeconds: 1, code: 'Client.InvalidParameter', message: 'the key is disabled' } },
      'us-west-2',
    );
    const step = stage.step({ ...inputs, 'copy-to': 'us-west-2,eu-central-1' });
    const { code, log } = await step.main();
    expect(code).toBe(1);
    expect(log).toMatch(/^::error.*us-west-2: .*the key is disabled/m);
    for (const region of ['eu-west-1', 'us-west-2', 'eu-central-1']) expect(imagesIn(region)).toEqual([]);
    expect(parameterIn('eu-west-1')).toBeUndefined();
  });
});

test('the home Region in the list, duplicates and unknown Regions are told before anything is touched', async () => {
  stage = await Stage.open();
  const { code, log } = await stage.step({ 'copy-to': 'eu-west-1, us-west-2, us-west-2' }).main();
  expect(code).toBe(1);
  expect(log.match(/input `copy-to`/g)?.length).toBeGreaterThanOrEqual(2);
  const unknown = await stage.step({ 'copy-to': 'xx-nowhere-9' }).main();
  expect(unknown).toMatchObject({ code: 1, log: expect.stringContaining('xx-nowhere-9') });
  expect(stage.simulator.calls.changes()).toEqual([]);
});

test('the image before is an output, for a roll-back', async () => {
  stage = await Stage.open();
  const first = stage.step({ name: 'one' }, { GITHUB_RUN_ID: '1' });
  await first.main();
  expect(first.outputs()['previous-ami-id']).toBe('');
  const second = stage.step(
    { name: 'two' },
    { GITHUB_RUN_ID: '2', GITHUB_SHA: 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ff0' },
  );
  await second.main();
  expect(second.outputs()['previous-ami-id']).toBe(first.outputs()['ami-id']);
  expect(second.summary()).toContain(
    '/compare/1a2b3c4d5e6f708192a3b4c5d6e7f80912345678...c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ff0',
  );
});
