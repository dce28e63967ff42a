/** `retire` removes what nobody needs, and never what somebody does. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { summaryMarkdown } from '../../src/retire/report/summary.ts';
import { day, RetirementRig } from '../builders/retirement-rig.ts';

function imageOf(rig: RetirementRig, ageDays: number, seed: ImageSeed = {}): string {
  return rig.image({ ageSeconds: ageDays * day, ...seed });
}

/** IDs of the images that are there. */
function there({ simulator }: RetirementRig): string[] {
  const images = [...simulator.world().images.values()];
  return images.filter(({ deregisteredAt }) => deregisteredAt === undefined).map(({ id }) => id);
}

function snapshots({ simulator }: RetirementRig): string[] {
  const all = [...simulator.world().snapshots.values()];
  return all.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id);
}

/** What an input says unless it is set. */
const usual = { keep: '3' };

/** Three that are the newest, and one more that is old. */
function scene(seed: ImageSeed = {}): { rig: RetirementRig; old: string; newest: string[] } {
  const rig = new RetirementRig();
  const old = imageOf(rig, 100, seed);
  return { rig, old, newest: [50, 40, 35].map((age) => imageOf(rig, age)) };
}

test('removes an old image with its snapshots, and keeps the newest', async () => {
  const { rig, old, newest } = scene();
  const outcome = await rig.retire(usual);
  expect(outcome).toMatchObject({ ok: true, record: { removed: [old], freedGiB: 8 } });
  expect(there(rig)).toEqual(newest);
  expect(snapshots(rig)).toHaveLength(3);
  const text = summaryMarkdown({
    record: outcome.record,
    dryRun: false,
    told: undefined,
    endedAt: rig.clock.now(),
  });
  expect(text).toContain(old);
});

describe('keeps an old image', () => {
  test.each<[string, ImageSeed]>([
    ['that was launched lately', { launchedSecondsAgo: 86_400 }],
    ['with the tag bake-ami:keep', { tags: { 'bake-ami:keep': '' } }],
    ['that is shared with an account', { sharedWith: ['111122223333'] }],
    ['that is public', { public: true }],
    ['without a state', { tags: { 'bake-ami:state': '' } }],
    ['that is being baked', { tags: { 'bake-ami:state': 'baking' } }],
    ['of another family', { tags: { 'bake-ami:family': 'api' } }],
    ['that bake-ami did not make', { tags: { 'bake-ami:key': '' } }],
  ])('%s', async (_title, seed) => {
    const { rig, old } = scene(seed);
    expect(await rig.retire(usual)).toMatchObject({ ok: true, record: { removed: [] } });
    expect(there(rig)).toContain(old);
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test.each<[string, (rig: RetirementRig, imageId: string) => unknown]>([
    ['an instance', ({ simulator }, imageId) => simulator.seedInstance({ imageId } as never)],
    [
      'a launch template',
      ({ simulator }, imageId) => simulator.seedLaunchTemplate({ versions: [{ imageId }] }),
    ],
    ['a launch configuration', ({ simulator }, imageId) => simulator.seedLaunchConfiguration({ imageId })],
    [
      'an SSM parameter',
      ({ simulator }, value) => simulator.seedParameter({ name: '/web', value, dataType: 'aws:ec2:image' }),
    ],
  ])('that %s needs', async (_title, seed) => {
    const { rig, old } = scene();
    seed(rig, old);
    expect(await rig.retire(usual)).toMatchObject({ ok: true, record: { removed: [] } });
    expect(there(rig)).toContain(old);
  });
});

test.each([
  'DescribeImageReferences',
  'DescribeImageAttribute',
  'DescribeLockedSnapshots',
  'DescribeLaunchConfigurations',
  'DescribeAutoScalingGroups',
  'DescribeImages',
] as const)('deletes nothing when %s is refused', async (action) => {
  const { rig, old } = scene();
  rig.simulator.faults.add({
    action,
    fault: faults.error('UnauthorizedOperation', 'You are not authorized.', 403),
  });
  const outcome = await rig.retire(usual);
  expect(outcome.ok).toBe(false);
  expect(String((outcome as { error?: unknown }).error)).toContain('Nothing was deleted');
  expect(there(rig)).toContain(old);
});

test('removes no more than `max`, the oldest first', async () => {
  const { rig, old, newest } = scene();
  const second = imageOf(rig, 90);
  const outcome = await rig.retire({ ...usual, max: '1' });
  expect(outcome.record).toMatchObject({ removed: [old] });
  expect(there(rig).toSorted()).toEqual([...newest, second].toSorted());
});

test('removes the images of closed pull requests only', async () => {
  const rig = new RetirementRig();
  const of = (ref: string, repository = 'acme/web') =>
    imageOf(rig, 1, { tags: { 'bake-ami:ref': ref, 'bake-ami:repository': repository } });
  const { owner, repo } = { owner: 'acme', repo: 'web' };
  const [closed, open, elsewhere] = [of('pr-7'), of('pr-8'), of('pr-7', 'acme/other')];
  imageOf(rig, 1);
  rig.closed.add(7);
  const outcome = await rig.retire({ ...usual, family: '', 'pull-requests': 'closed' });
  expect([owner, repo, outcome.record.removed]).toEqual(['acme', 'web', [closed]]);
  expect(there(rig)).toEqual(expect.arrayContaining([open, elsewhere]));
});

test('removes what a killed job left, once it is old enough', async () => {
  const rig = new RetirementRig();
  const left = imageOf(rig, 5, { tags: { 'bake-ami:state': 'baking' } });
  const young = imageOf(rig, 1, { tags: { 'bake-ami:state': 'baking' } });
  imageOf(rig, 1);
  const outcome = await rig.retire({ ...usual, family: '', 'abandoned-after': '2d' });
  expect(outcome.record.removed).toEqual([left]);
  expect(there(rig)).toContain(young);
});

test('killed at any call, it leaves no image without its state, and another run finishes', async () => {
  for (let call = 1; ; call += 1) {
    const { rig, newest } = scene();
    if ((await rig.killed(call, 'after', usual)) !== undefined) break;
    await rig.post();
    expect(there(rig)).toEqual(expect.arrayContaining(newest));
    await rig.retire({ ...usual, 'abandoned-after': '1d' });
    expect([call, there(rig)]).toEqual([call, newest]);
    expect([call, snapshots(rig).length]).toEqual([call, 3]);
  }
});
