/** A whole promotion on the simulated EC2: what it does, what it refuses, and that a second run changes nothing. */
import { describe, expect, test } from '@jest/globals';
import { findParameter } from '../../simulator/model/parameter-store.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { linesOf } from '../../src/github/inputs/plan.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import type { PromotionInputs } from '../../src/promote/inputs/table.ts';
import { PromotionRig } from '../builders/promotion-rig.ts';

const home = 'eu-west-1';
const other = 'us-west-2';
const parameter = '/golden/web';
const old = 'ami-00000000000000001';

/** A finished bake, a launch template and a parameter that name an older image. */
async function scene(options: ConstructorParameters<typeof PromotionRig>[0] = {}) {
  const rig = new PromotionRig({ image: { seconds: 20 }, ...options });
  rig.regions.splice(0, rig.regions.length, home, other);
  const outcome = await rig.bake();
  const amiId = outcome.record.image?.id ?? '';
  const template = rig.simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old }] });
  rig.simulator.seedParameter({ region: home, name: parameter, value: old, dataType: 'aws:ec2:image' });
  const inputs: Partial<PromotionInputs> = {
    copyTo: [{ region: other }],
    shareWith: ['111122223333'],
    deprecateAfter: { kind: 'after', milliseconds: 90 * 86_400_000 },
    launchTemplates: [{ template: 'web', makeDefault: true, region: undefined }],
    ssmParameters: [parseTemplate(parameter)],
  };
  const imageOf = (id: string, region = home) => rig.simulator.world(region).images.get(id);
  const held = (region: string) => {
    const world = rig.simulator.world(region);
    return findParameter(world, world.settings.accountId, parameter)?.versions.at(-1)?.value;
  };
  return { rig, amiId, template, inputs, imageOf, held };
}

test('a promotion copies, shares, and moves launch templates and then parameters', async () => {
  const { rig, amiId, template, inputs, held, imageOf } = await scene();
  const before = rig.simulator.calls.changes().length;
  const outcome = await rig.promote(amiId, inputs);
  expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
  const copy = outcome.record.copies?.[0]?.id ?? '';
  expect([template.defaultVersion, template.versions.at(-1)?.data.imageId]).toEqual([2, amiId]);
  expect([held(home), held(other)]).toEqual([amiId, copy]);
  expect(imageOf(copy, other)?.tags.current.get('bake-ami:state')).toBe('ready');
  const actions = rig.simulator.calls
    .changes()
    .map(({ action }) => action)
    .slice(before);
  const order = ['CopyImage', 'CreateLaunchTemplateVersion', 'ModifyLaunchTemplate', 'PutParameter'];
  expect(actions.filter((action) => order.includes(action))).toEqual([...order, 'PutParameter']);
  expect(actions.at(-1)).toBe('CreateTags');
});

test('a second run makes no changing call', async () => {
  const { rig, amiId, inputs } = await scene();
  await rig.promote(amiId, inputs);
  const before = rig.simulator.calls.changes().length;
  const outcome = await rig.promote(amiId, inputs, { runId: '2' });
  expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
  expect(outcome.record.changed).toBeUndefined();
  expect(rig.simulator.calls.changes()).toHaveLength(before);
});

test('copies that the bake made are used', async () => {
  const { rig, inputs } = await scene();
  const baked = await rig.bake({ copyTo: [{ region: other }] }, { runId: '77' });
  const outcome = await rig.promote(baked.record.image?.id ?? '', inputs);
  expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
  expect(outcome.record.copies?.[0]).toMatchObject({ id: baked.record.copies?.[0]?.id, found: true });
});

test('an image that something else made is promoted', async () => {
  const { rig, inputs } = await scene();
  const { id } = rig.simulator.seedImage({ name: 'packer-1' });
  for (const runId of ['1', '2']) {
    const outcome = await rig.promote(id, inputs, { runId });
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    expect(outcome.record.changed).toBe(runId === '1' ? true : undefined);
  }
});

describe('it refuses, before any change,', () => {
  const key = { 'bake-ami:key': '00112233445566778899aabbccddeeff' };
  test.each<[string, ImageSeed, string]>([
    ['a baking image', { tags: { ...key, 'bake-ami:state': 'baking' } }, 'its bake has not finished'],
    [
      'one that nobody waited for',
      { tags: { ...key, 'bake-ami:state': 'unverified' } },
      'nothing has verified it',
    ],
    ['one that is being removed', { tags: { ...key, 'bake-ami:state': 'removing' } }, 'about to remove it'],
    ['one that is not tested', {}, 'its tag bake-ami:tested is missing'],
    [
      'one that failed its test',
      { tags: { 'bake-ami:tested': 'failed 2026-11-22T21:00:00Z' } },
      'says "failed',
    ],
    ['a disabled one', { state: 'disabled' }, 'is disabled'],
  ])('%s, together with what is wrong elsewhere', async (_what, seed, words) => {
    const { rig, inputs } = await scene();
    const { id } = rig.simulator.seedImage(seed);
    const before = rig.simulator.calls.changes().length;
    const launchTemplates = [{ template: 'none', makeDefault: false, region: other }];
    const outcome = await rig.promote(id, { ...inputs, launchTemplates, requireTested: true });
    const message = String(outcome.ok || outcome.error);
    expect(message).toContain(words);
    expect(message).toContain('no launch template none in us-west-2');
    expect(rig.simulator.calls.changes()).toHaveLength(before);
  });

  test('an image that is deprecated', async () => {
    const { rig, amiId, inputs } = await scene();
    await rig.promote(amiId, { ...inputs, deprecateAfter: { kind: 'after', milliseconds: 3_600_000 } });
    await rig.clock.run(rig.clock.sleep(7_200_000));
    const outcome = await rig.promote(amiId, { ...inputs, deprecateAfter: undefined });
    expect(String(outcome.ok || outcome.error)).toContain('is deprecated since');
  });
});

test('an image that passed its test is promoted where that is required', async () => {
  const { rig } = await scene();
  const { id } = rig.simulator.seedImage({ tags: { 'bake-ami:tested': 'passed 2026-11-22T21:00:00Z' } });
  expect(await rig.promote(id, { requireTested: true })).toMatchObject({ ok: true });
});

test('one that is not there, or of another account, is told so', async () => {
  const { rig } = await scene();
  expect(await rig.promote('ami-0aaaaaaaaaaaaaaaa')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('There is no image') },
  });
  const { id } = rig.simulator.seedImage({ accountId: '999988887777', public: true });
  expect(await rig.promote(id)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('belongs to account 999988887777') },
  });
});

test('where a copy would have a name that is taken, the remedy is not an input that the action lacks', async () => {
  const { rig, inputs } = await scene();
  const name = 'golden';
  rig.simulator.seedImage({ name, region: other });
  const outcome = await rig.promote(rig.simulator.seedImage({ name }).id, inputs);
  const message = String(outcome.ok || outcome.error);
  expect(message).toContain(`the AMI name "${name}" is taken in ${other}`);
  expect(message).toContain('Bake with a `name` that differs each time');
});

test('a dry run changes nothing and shows the plan', async () => {
  const { rig, amiId, inputs } = await scene();
  const before = rig.simulator.calls.changes().length;
  const outcome = await rig.promote(amiId, { ...inputs, dryRun: true });
  expect(linesOf(outcome.record.plan ?? []).join('\n')).toContain('Create a version of launch template web');
  expect(rig.simulator.calls.changes()).toHaveLength(before);
});

test('copies go when it fails before a pointer can have moved, and what was shared is named', async () => {
  const { rig, amiId, inputs } = await scene();
  rig.simulator.permissions.deny('ec2:CreateLaunchTemplateVersion');
  const outcome = await rig.promote(amiId, inputs);
  expect(outcome).toMatchObject({ ok: false });
  expect(rig.images).toEqual([amiId]);
  expect(String(outcome.ok || outcome.error)).toContain(`${amiId} is shared with 111122223333`);
});

test('a second run finishes what a refusal between the pointers left', async () => {
  const { rig, amiId, template, inputs, held } = await scene();
  rig.simulator.permissions.deny('ssm:PutParameter');
  const outcome = await rig.promote(amiId, inputs);
  const message = String(outcome.ok || outcome.error);
  expect(message).toContain('the default version was changed: 1 → 2');
  expect(message).toContain(`--default-version 1`);
  expect(message).toContain(`aws ssm put-parameter --region ${other}`);
  expect(rig.images).toHaveLength(2);
  rig.simulator.permissions.allow('ssm:PutParameter');
  expect(held(home)).toBe(old);
  const again = await rig.promote(amiId, inputs, { runId: '2' });
  expect(again.ok ? 'ok' : again.error).toBe('ok');
  expect([held(home), held(other)]).toEqual([amiId, again.record.copies?.[0]?.id]);
  expect(template.versions).toHaveLength(2);
  expect(rig.images).toHaveLength(2);
});
