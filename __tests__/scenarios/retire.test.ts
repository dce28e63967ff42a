/** `retire` removes what nobody needs, and never what somebody does. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { summaryMarkdown } from '../../src/retire/report/summary.ts';
import { RetireRig } from '../builders/retire-rig.ts';
import { Life } from '../builders/rig.ts';

const day = 86_400_000;

/** Three that are the newest, and one more that is old. */
function scene(seed: ImageSeed = {}): { rig: RetireRig; old: string; newest: string[] } {
  const rig = new RetireRig();
  const old = rig.image(100, seed);
  return { rig, old, newest: [50, 40, 35].map((age) => rig.image(age)) };
}

test('removes an old image with its snapshots, and keeps the newest', async () => {
  const { rig, old, newest } = scene();
  const outcome = await rig.retire();
  expect(outcome).toMatchObject({ ok: true, record: { removed: [old], freedGiB: 8 } });
  expect(rig.there).toEqual(newest);
  expect(rig.snapshots).toHaveLength(3);
  const text = summaryMarkdown({
    record: (outcome as NonNullable<typeof outcome>).record,
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
    expect(await rig.retire()).toMatchObject({ ok: true, record: { removed: [] } });
    expect(rig.there).toContain(old);
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test.each<[string, (rig: RetireRig, imageId: string) => unknown]>([
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
    expect(await rig.retire()).toMatchObject({ ok: true, record: { removed: [] } });
    expect(rig.there).toContain(old);
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
  const outcome = await rig.retire();
  expect(outcome?.ok).toBe(false);
  expect(String((outcome as { error?: unknown }).error)).toContain('Nothing was deleted');
  expect(rig.there).toContain(old);
});

test('removes no more than `max`, the oldest first', async () => {
  const { rig, old, newest } = scene();
  const second = rig.image(90);
  const outcome = await rig.retire({ max: 1 });
  expect(outcome?.record).toMatchObject({ removed: [old] });
  expect(rig.there.toSorted()).toEqual([...newest, second].toSorted());
});

test('removes the images of closed pull requests only', async () => {
  const rig = new RetireRig();
  const of = (ref: string, repository = 'acme/web') =>
    rig.image(1, { tags: { 'bake-ami:ref': ref, 'bake-ami:repository': repository } });
  const { owner, repo } = { owner: 'acme', repo: 'web' };
  const [closed, open, elsewhere] = [of('pr-7'), of('pr-8'), of('pr-7', 'acme/other')];
  rig.image(1);
  const outcome = await rig.retire({ family: [], pullRequests: 'closed' }, [7]);
  expect([owner, repo, outcome?.record.removed]).toEqual(['acme', 'web', [closed]]);
  expect(rig.there).toEqual(expect.arrayContaining([open, elsewhere]));
});

test('removes what a killed job left, once it is old enough', async () => {
  const rig = new RetireRig();
  const left = rig.image(5, { tags: { 'bake-ami:state': 'baking' } });
  const young = rig.image(1, { tags: { 'bake-ami:state': 'baking' } });
  rig.image(1);
  const outcome = await rig.retire({ family: [], abandonedAfter: 2 * day });
  expect(outcome?.record.removed).toEqual([left]);
  expect(rig.there).toContain(young);
});

test('killed at any call, it leaves no image without its state, and another run finishes', async () => {
  for (let call = 1; ; call += 1) {
    const { rig, newest } = scene();
    const life = new Life(call, 'after');
    await rig.retire({}, [], life);
    if (life.calls < call) break;
    await rig.postRetire();
    expect(rig.there).toEqual(expect.arrayContaining(newest));
    await rig.retire({ abandonedAfter: day });
    expect([call, rig.there]).toEqual([call, newest]);
    expect([call, rig.snapshots.length]).toEqual([call, 3]);
  }
});
