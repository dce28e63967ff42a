/** Whole retirements against the simulator: what keeps an image, what happens when a look-up fails, and what goes. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { day, RetirementRig } from '../builders/retirement-rig.ts';

describe('an old image of a family that nothing uses', () => {
  test('goes with its snapshots, and the newest of the family stays', async () => {
    const rig = new RetirementRig();
    const [old, newest] = [rig.image(), rig.newest()];
    const [snapshot = ''] = rig.snapshotsOf(old);

    const outcome = await rig.retire();

    expect(outcome).toMatchObject({ ok: true });
    expect([old, snapshot, newest].map((id) => rig.isThere(id))).toEqual([false, false, true]);
    expect(rig.removed).toEqual([old]);
    expect(rig.kept).toEqual({ [newest]: expect.stringMatching(/newest/) });
    expect(rig.outputs['freed-gib']).toBe('8');
  });

  test('is only shown in a dry run', async () => {
    const rig = new RetirementRig();
    const [old] = [rig.image(), rig.newest()];

    await rig.retire({ 'dry-run': 'true' });

    expect(rig.simulator.calls.changes()).toEqual([]);
    expect(JSON.parse(rig.outputs['would-remove'] ?? '')).toEqual([old]);
    expect(rig.outputs).toMatchObject({ removed: '[]', failed: '[]', 'freed-gib': '8' });
  });

  test('goes with the oldest first, as many as `max` allows', async () => {
    const rig = new RetirementRig();
    const ids = [rig.image(), rig.image(), rig.image()];
    rig.newest();

    await rig.retire({ max: '2' });

    expect(ids.map((id) => rig.isThere(id))).toEqual([false, false, true]);
    expect(rig.log.join('\n')).toMatch(/warning 1 more wait/);
  });

  test('does not take a snapshot along that carries no key', async () => {
    const rig = new RetirementRig();
    const old = rig.image({ snapshotTags: {} });
    rig.newest();
    const [snapshot = ''] = rig.snapshotsOf(old);

    await rig.retire();

    expect([old, snapshot].map((id) => rig.isThere(id))).toEqual([false, true]);
  });
});

type Setting = (rig: RetirementRig, imageId: string) => void;
const seeds: readonly [name: string, seed: ImageSeed][] = [
  ['is younger', { ageSeconds: 29 * day }],
  ['was launched lately', { launchedSecondsAgo: 6 * day }],
  ['is tagged to stay', { tags: { 'bake-ami:keep': '' } }],
  ['is still baking', { tags: { 'bake-ami:state': 'baking' } }],
  ['has a state that bake-ami does not set', { tags: { 'bake-ami:state': 'done' } }],
  ['is shared', { sharedWith: ['210987654321'] }],
  ['is public', { public: true }],
  ['has a snapshot that is shared', { snapshotsSharedWith: ['210987654321'] }],
];
const settings: readonly [name: string, setting: Setting][] = [
  [
    'a running instance',
    ({ simulator }, imageId) => simulator.seedInstance({ imageId, launchedSecondsAgo: 20 * day }),
  ],
  [
    'a stopped instance',
    ({ simulator }, imageId) =>
      simulator.seedInstance({ imageId, state: 'stopped', launchedSecondsAgo: 20 * day }),
  ],
  [
    'a launch template',
    ({ simulator }, imageId) => simulator.seedLaunchTemplate({ versions: [{ imageId }] }),
  ],
  [
    'an old version of a launch template',
    ({ simulator }, imageId) =>
      simulator.seedLaunchTemplate({
        versions: [{ imageId }, ...Array.from({ length: 14 }, () => ({ instanceType: 't3.micro' }))],
        defaultVersion: 15,
      }),
  ],
  ['a launch configuration', ({ simulator }, imageId) => simulator.seedLaunchConfiguration({ imageId })],
  [
    'an SSM parameter',
    ({ simulator }, imageId) =>
      simulator.seedParameter({ name: '/images/web', value: imageId, dataType: 'aws:ec2:image' }),
  ],
  ['an image recipe', ({ simulator }, imageId) => simulator.seedImageRecipe({ imageId })],
  [
    'a container recipe',
    ({ simulator }, imageId) => simulator.seedImageRecipe({ imageId, kind: 'container' }),
  ],
  [
    'a locked snapshot',
    (rig, imageId) =>
      rig.simulator.seedSnapshotLock({
        snapshotId: rig.snapshotsOf(imageId)[0] ?? '',
        mode: 'governance',
        days: 30,
      }),
  ],
  [
    'another image that needs its snapshot',
    (rig, imageId) =>
      rig.simulator.seedImage({
        devices: [{ device: '/dev/xvda', snapshotId: rig.snapshotsOf(imageId)[0] ?? '' }],
      }),
  ],
];

describe.each<[string, { pageSize?: number }]>([
  ['on one page', {}],
  ['on the last of many pages', { pageSize: 5 }],
])('%s, an image stays', (_, options) => {
  /** Others of its kind come first, so that it is on a later page. */
  function crowd(rig: RetirementRig, setting: Setting): void {
    if (options.pageSize === undefined) return;
    for (let count = 0; count < 6; count += 1)
      setting(rig, rig.image({ tags: { 'bake-ami:family': 'crowd' } }));
  }

  test.each(seeds)('that %s', async (_name, seed) => {
    const rig = new RetirementRig(options);
    const old = rig.image(seed);
    rig.newest();

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.deletions).toEqual([]);
    expect(rig.kept[old]).toMatch(/\w/);
  });

  test.each(settings)('because of %s', async (_name, setting) => {
    const rig = new RetirementRig(options);
    const old = rig.image();
    rig.newest();
    crowd(rig, setting);
    setting(rig, old);

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.isThere(old)).toBe(true);
    expect(rig.kept[old]).toMatch(/\w/);
  });
});

const lookUps = [
  ['DescribeImages', 'ec2:DescribeImages'],
  ['DescribeSnapshots', 'ec2:DescribeSnapshots'],
  ['DescribeInstances', 'ec2:DescribeInstances'],
  ['DescribeLaunchTemplates', 'ec2:DescribeLaunchTemplates'],
  ['DescribeLaunchTemplateVersions', 'ec2:DescribeLaunchTemplateVersions'],
  ['DescribeImageReferences', 'ssm:GetParameters'],
  ['DescribeImageReferences', 'imagebuilder:ListImageRecipes'],
  ['DescribeImageAttribute', 'ec2:DescribeImageAttribute'],
  ['DescribeSnapshotAttribute', 'ec2:DescribeSnapshotAttribute'],
  ['DescribeLockedSnapshots', 'ec2:DescribeLockedSnapshots'],
  ['DescribeLaunchConfigurations', 'autoscaling:DescribeLaunchConfigurations'],
  ['DescribeAutoScalingGroups', 'autoscaling:DescribeAutoScalingGroups'],
] as const;

describe('nothing at all is removed', () => {
  test.each(lookUps)('when %s fails for want of %s, which the error names', async (_action, permission) => {
    const rig = new RetirementRig();
    const old = rig.image();
    rig.newest();
    rig.simulator.permissions.deny(permission);

    const outcome = await rig.retire();

    expect(rig.deletions).toEqual([]);
    expect(rig.isThere(old)).toBe(true);
    expect(
      outcome.ok
        ? ''
        : `${(outcome.error as Error).message} ${(outcome.error as { remedy?: string }).remedy}`,
    ).toContain(permission);
  });

  test.each([...new Set(lookUps.map(([action]) => action))])(
    'when %s answers without a list',
    async (action) => {
      const rig = new RetirementRig();
      rig.image();
      rig.newest();
      rig.simulator.faults.add({ action, fault: hollow(action) });

      expect(await rig.retire()).toMatchObject({ ok: false });

      expect(rig.deletions).toEqual([]);
    },
  );

  test('when one of several Regions does not answer', async () => {
    const rig = new RetirementRig({ regions: { 'us-west-2': 'silent' } });
    rig.image();
    rig.newest();

    expect(await rig.retire({ regions: 'eu-west-1, us-west-2' })).toMatchObject({ ok: false });

    expect(rig.deletions).toEqual([]);
  });
});

describe('between the plan and the deletion', () => {
  const comesIntoUse: readonly [string, Record<string, string>, Setting][] = [
    [
      'an instance',
      {},
      ({ simulator }, imageId) => simulator.seedInstance({ imageId, launchedSecondsAgo: 20 * day }),
    ],
    [
      'a launch template',
      {},
      ({ simulator }, imageId) => simulator.seedLaunchTemplate({ versions: [{ imageId }] }),
    ],
    [
      'a current launch template',
      { 'launch-template-versions': 'current' },
      ({ simulator }, imageId) => simulator.seedLaunchTemplate({ versions: [{ imageId }] }),
    ],
    [
      'a launch configuration',
      {},
      ({ simulator }, imageId) => simulator.seedLaunchConfiguration({ imageId }),
    ],
    [
      'an SSM parameter',
      {},
      ({ simulator }, imageId) =>
        simulator.seedParameter({ name: '/images/web', value: imageId, dataType: 'aws:ec2:image' }),
    ],
  ];

  test.each(comesIntoUse)('an image that %s begins to name stays', async (_name, inputs, setting) => {
    const rig = new RetirementRig();
    const [first, second] = [rig.image(), rig.image()];
    rig.newest();
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, () => setting(rig, second));

    expect(await rig.retire(inputs)).toMatchObject({ ok: true });

    expect([first, second].map((id) => rig.isThere(id))).toEqual([false, true]);
    expect(rig.kept).toHaveProperty(second);
  });
});

describe('what goes wrong with one', () => {
  test('does not stop the others, and is named with its command', async () => {
    const rig = new RetirementRig();
    const [first, second] = [rig.image(), rig.image()];
    rig.newest();
    rig.simulator.faults.add({
      action: 'DeregisterImage',
      when: ({ parameters }) => parameters['ImageId'] === first,
      fault: faults.error('OperationNotPermitted', 'No.', 400),
    });

    const outcome = await rig.retire();

    expect([first, second].map((id) => rig.isThere(id))).toEqual([true, false]);
    expect(JSON.parse(rig.outputs['failed'] ?? '')).toEqual([first]);
    expect(outcome.ok ? '' : String(outcome.error)).toContain(
      `deregister-image --region eu-west-1 --image-id ${first}`,
    );
  });

  test('of the whole of a family refuses it', async () => {
    const rig = new RetirementRig();
    const old = rig.image({ tags: { 'bake-ami:state': 'unverified' } });

    expect(await rig.retire()).toMatchObject({ ok: false });

    expect(rig.isThere(old)).toBe(true);
  });
});

describe('what was abandoned', () => {
  test('goes: images that are still baking, loose snapshots, and test instances past their time', async () => {
    const rig = new RetirementRig();
    const baking = rig.image({
      ageSeconds: 3 * day,
      tags: { 'bake-ami:state': 'baking', 'bake-ami:claim': '1-x' },
    });
    const gone = rig.image();
    const [loose = ''] = rig.snapshotsOf(gone);
    rig.simulator.world().images.delete(gone);
    const tags = { 'bake-ami:test': 'ami-0a1b2c3d4e5f60718', 'bake-ami:expires': '2026-11-24T00:00:00Z' };
    const instance = rig.simulator.seedInstance({ tags });
    const other = rig.simulator.seedInstance({
      tags: { ...tags, 'bake-ami:expires': '2026-11-26T00:00:00Z' },
    });

    expect(await rig.retire({ family: '', 'abandoned-after': '1d' })).toMatchObject({ ok: true });

    expect([baking, loose].map((id) => rig.isThere(id))).toEqual([false, false]);
    const terminated = rig.simulator.calls
      .of('TerminateInstances')
      .map(({ parameters }) => parameters['InstanceId.1']);
    expect(terminated).toEqual([instance.id]);
    expect(terminated).not.toContain(other.id);
  });

  test('stays when its bake finishes after all', async () => {
    const rig = new RetirementRig();
    const baking = rig.image({
      ageSeconds: 3 * day,
      tags: { 'bake-ami:state': 'baking', 'bake-ami:claim': '1-x' },
    });
    rig.simulator.meanwhile.beforeCall({ action: 'CreateTags', nth: 1 }, (at) => {
      rig.simulator
        .world()
        .images.get(baking)
        ?.tags.put([{ key: 'bake-ami:state', value: 'ready' }], at);
    });

    await rig.retire({ family: '', 'abandoned-after': '1d' });

    expect(rig.isThere(baking)).toBe(true);
  });
});

describe('images of pull requests', () => {
  test('go when GitHub says that theirs is closed, but those of other repositories', async () => {
    const rig = new RetirementRig();
    rig.closed.add(7);
    const closed = rig.image({ ageSeconds: 60, tags: { 'bake-ami:ref': 'pr-7' } });
    const open = rig.image({ ageSeconds: 60, tags: { 'bake-ami:ref': 'pr-8' } });
    const other = rig.image({ tags: { 'bake-ami:ref': 'pr-7', 'bake-ami:repository': 'evil/web' } });

    expect(await rig.retire({ family: '', 'pull-requests': 'closed' })).toMatchObject({ ok: true });

    expect([closed, open, other].map((id) => rig.isThere(id))).toEqual([false, true, true]);
  });
});

describe('a run that is killed or cancelled', () => {
  test.each(['before', 'after'] as const)(
    '%s any of its calls removes nothing but what the plan allows, and its post step leaves no half',
    async (moment) => {
      for (let call = 1; call < 60; call += 1) {
        const rig = new RetirementRig();
        const [first, second] = [rig.image(), rig.image()];
        const newest = rig.newest();
        const ended = await rig.killed(call, moment);
        await rig.post();

        expect(rig.isThere(newest)).toBe(true);
        expect(rig.snapshotsOf(newest).every((id) => rig.isThere(id))).toBe(true);
        for (const id of [first, second])
          for (const snapshot of rig.snapshotsOf(id))
            expect([call, rig.isThere(snapshot)]).toEqual([call, rig.isThere(id)]);
        if (ended !== undefined) return;
      }
    },
  );
});

/** An answer of the right form that lacks its list. */
function hollow(action: string) {
  const scaling = action.includes('LaunchConfigurations') || action.includes('AutoScaling');
  const inner = scaling ? `<${action}Result></${action}Result>` : '<requestId>r</requestId>';
  return {
    kind: 'body',
    status: 200,
    contentType: 'text/xml;charset=UTF-8',
    body: `<${action}Response>${inner}</${action}Response>`,
    after: false,
  } as const;
}
