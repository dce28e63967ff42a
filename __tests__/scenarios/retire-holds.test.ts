/** What holds an image or a snapshot in ways that are easily overlooked, and answers that are not what they should be. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { everyone } from '../../simulator/model/grants.ts';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import { recordLaunch } from '../../simulator/model/image-launches.ts';
import type { World } from '../../simulator/model/world.ts';
import type { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { factsOf } from '../../src/retire/facts.ts';
import { newestOf } from '../../src/retire/plan.ts';
import { day, RetirementRig } from '../builders/retirement-rig.ts';
import { Life } from '../builders/rig.ts';

/** An old image and the newest of its family. */
function scene(options: ConstructorParameters<typeof RetirementRig>[0] = {}) {
  const rig = new RetirementRig(options);
  const [old, newest] = [rig.image(), rig.newest()];
  const [snapshot = ''] = rig.snapshotsOf(old);
  return { rig, old, newest, snapshot };
}

/** A snapshot with a key whose image is gone. */
function looseScene() {
  const rig = new RetirementRig();
  const gone = rig.image();
  const [snapshot = ''] = rig.snapshotsOf(gone);
  rig.simulator.world().images.delete(gone);
  return { rig, gone, snapshot };
}

const abandoned = { family: '', 'abandoned-after': '1d' };

const naming: readonly [string, (rig: RetirementRig, snapshotId: string) => unknown][] = [
  [
    'the default version of a launch template',
    ({ simulator }, snapshotId) =>
      simulator.seedLaunchTemplate({
        versions: [{ blockDeviceMappingSet: [{ deviceName: '/dev/xvdb', ebs: { snapshotId } }] }],
      }),
  ],
  [
    'an old version of a launch template',
    ({ simulator }, snapshotId) =>
      simulator.seedLaunchTemplate({
        versions: [
          { blockDeviceMappingSet: [{ deviceName: '/dev/xvdb', ebs: { snapshotId } }] },
          ...Array.from({ length: 12 }, () => ({ instanceType: 't3.micro' })),
        ],
        defaultVersion: 13,
      }),
  ],
  [
    'a launch configuration',
    ({ simulator }, snapshotId) =>
      simulator.seedLaunchConfiguration({
        imageId: 'ami-0123456789abcdef0',
        snapshots: { '/dev/xvdb': snapshotId },
      }),
  ],
];

describe('a snapshot that is named by itself keeps its image', () => {
  test.each(naming)('in %s', async (_name, seed) => {
    const { rig, old, snapshot } = scene();
    seed(rig, snapshot);

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect([old, snapshot].map((id) => rig.isThere(id))).toEqual([true, true]);
    expect(rig.kept[old]).toMatch(
      new RegExp(`its snapshot ${snapshot} is named by launch (template|configuration)`),
    );
  });

  test.each(naming)('in %s that appears after the plan', async (_name, seed) => {
    const { rig, old, snapshot } = scene();
    const later = rig.image();
    const [itsSnapshot = ''] = rig.snapshotsOf(later);
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, () => seed(rig, itsSnapshot));

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect([old, snapshot, later, itsSnapshot].map((id) => rig.isThere(id))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('a loose snapshot stays', () => {
  test.each(naming)('that is named in %s', async (_name, seed) => {
    const { rig, snapshot } = looseScene();
    seed(rig, snapshot);

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect(rig.isThere(snapshot)).toBe(true);
  });

  test.each(naming)('that comes to be named in %s after the plan', async (_name, seed) => {
    const { rig, snapshot } = looseScene();
    const second = rig.image();
    const [other = ''] = rig.snapshotsOf(second);
    rig.simulator.world().images.delete(second);
    rig.simulator.meanwhile.beforeCall({ action: 'DeleteSnapshot', nth: 1 }, () => seed(rig, other));

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect([snapshot, other].map((id) => rig.isThere(id))).toEqual([false, true]);
  });

  test.each<[string, { tags?: Record<string, string>; state?: 'disabled' }]>([
    ['an image without a key', { tags: {} }],
    ['a disabled image', { tags: {}, state: 'disabled' }],
  ])('that %s needs', async (_name, seed) => {
    const { rig, snapshot } = looseScene();
    rig.simulator.seedImage({ devices: [{ device: '/dev/xvda', snapshotId: snapshot }], ...seed });

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect(rig.isThere(snapshot)).toBe(true);
  });

  test('that is locked', async () => {
    const { rig, snapshot } = looseScene();
    rig.simulator.seedSnapshotLock({ snapshotId: snapshot, mode: 'governance', days: 30 });

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect(rig.deletions).toEqual([]);
  });

  test('whose image is in the Recycle Bin, from which it can be restored', async () => {
    const { rig, snapshot } = binned();

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect(rig.isThere(snapshot)).toBe(true);
  });

  test('as everything does, when the Recycle Bin cannot be listed', async () => {
    const { rig, snapshot } = looseScene();
    rig.simulator.permissions.deny('ec2:ListImagesInRecycleBin');

    const outcome = await rig.retire(abandoned);

    expect(told(outcome)).toContain('ec2:ListImagesInRecycleBin');
    expect(rig.isThere(snapshot)).toBe(true);
  });

  test('whose key is taken away after the plan', async () => {
    const { rig, snapshot } = looseScene();
    const second = rig.image();
    const [other = ''] = rig.snapshotsOf(second);
    rig.simulator.world().images.delete(second);
    rig.simulator.meanwhile.beforeCall({ action: 'DeleteSnapshot', nth: 1 }, (at) =>
      rig.simulator
        .world()
        .snapshots.get(other)
        ?.tags.remove([{ key: 'bake-ami:key', value: undefined }], at),
    );

    expect(await rig.retire(abandoned)).toMatchObject({ ok: true });

    expect([snapshot, other].map((id) => rig.isThere(id))).toEqual([false, true]);
  });
});

/** An image was deregistered by hand, its snapshots were not deleted, and a rule keeps it. */
function binned() {
  const rig = new RetirementRig();
  const image = rig.simulator.seedImage();
  const [snapshot = ''] = imageSnapshotIds(image);
  const world = rig.simulator.world();
  const kept = world.snapshots.get(snapshot);
  kept?.tags.put([{ key: 'bake-ami:key', value: '1'.repeat(32) }], rig.clock.now());
  Object.assign(kept ?? {}, { description: `Created by CreateImage(i-0123456789abcdef0) for ${image.id}` });
  image.deregisteredAt = rig.clock.now() - day * 1000;
  world.recycled.set(image.id, { enteredAt: image.deregisteredAt, exitsAt: rig.clock.now() + day * 1000 });
  return { rig, snapshot };
}

describe('a launch template that names a parameter in place of an image', () => {
  test.each<[string, string, (value: string) => readonly string[]]>([
    ['its version now', 'resolve:ssm:/images/web', (old) => [old]],
    ['an earlier version of it', 'resolve:ssm:/images/web:1', (old) => [old, 'ami-0123456789abcdef0']],
  ])('keeps the image of %s', async (_name, imageId, values) => {
    const { rig, old } = scene();
    const [first = '', ...later] = values(old);
    rig.simulator.seedParameter({ name: '/images/web', value: first, dataType: 'aws:ec2:image' });
    const [parameter] = [...rig.simulator.world().parameters.values()];
    const [version] = parameter?.versions ?? [];
    for (const value of later)
      Object.assign(parameter ?? {}, { versions: [version, { ...version, number: 2, value }] });
    rig.simulator.seedLaunchTemplate({ versions: [{ imageId }] });

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.isThere(old)).toBe(true);
  });

  test('and there is no such parameter: others go all the same', async () => {
    const { rig, old } = scene();
    rig.simulator.seedLaunchTemplate({ versions: [{ imageId: 'resolve:ssm:/images/none' }] });

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.isThere(old)).toBe(false);
  });
});

describe('an Auto Scaling group', () => {
  test('that names versions which are gone does not stop the others, and what is left of them counts', async () => {
    const { rig, old } = scene();
    const other = rig.image();
    const versions = [{ imageId: old }, { instanceType: 't3.micro' }, { instanceType: 't3.micro' }];
    const template = rig.simulator.seedLaunchTemplate({ versions, defaultVersion: 3 });
    rig.simulator.seedScalingGroup({
      mixedInstances: {
        launchTemplate: { template, version: '1' },
        overrides: [{ launchTemplate: { template, version: '9' } }],
      },
    });

    expect(await rig.retire({ 'launch-template-versions': 'current' })).toMatchObject({ ok: true });

    expect([old, other].map((id) => rig.isThere(id))).toEqual([true, false]);
  });

  test('keeps the image that one of its overrides names', async () => {
    const { rig, old } = scene();
    const template = rig.simulator.seedLaunchTemplate();
    rig.simulator.seedScalingGroup({
      mixedInstances: { launchTemplate: { template }, overrides: [{ imageId: old }] },
    });

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.isThere(old)).toBe(true);
  });
});

describe('which images are the newest', () => {
  test('does not depend on the order of the answer, also of two of the same second', () => {
    const [a, b] = ['ami-0aaaaaaaaaaaaaaaa', 'ami-0bbbbbbbbbbbbbbbb'].map((ImageId) => {
      const Tags = [
        { Key: 'bake-ami:family', Value: 'web' },
        { Key: 'bake-ami:key', Value: ImageId },
        { Key: 'bake-ami:state', Value: 'ready' },
      ];
      const facts = factsOf(
        { ImageId, State: 'available', CreationDate: '2026-01-01T00:00:00.000Z', Tags },
        'eu-west-1',
      );
      return facts;
    });
    expect(newestOf([a, b] as never, 1)).toEqual(newestOf([b, a] as never, 1));
  });

  test.each<[string, (rig: RetirementRig, newest: string) => unknown]>([
    [
      'is deregistered',
      (rig, newest) => Object.assign(imageOf(rig, newest), { deregisteredAt: rig.clock.now() }),
    ],
    ['is disabled', (rig, newest) => Object.assign(imageOf(rig, newest), { disabled: true })],
    [
      'is not ready any more',
      (rig, newest) =>
        imageOf(rig, newest).tags.put([{ key: 'bake-ami:state', value: 'removing' }], rig.clock.now()),
    ],
  ])('is decided again right before each goes: the newest %s meanwhile', async (_name, happens) => {
    const rig = new RetirementRig();
    const [first, second] = [rig.image(), rig.image()];
    const newest = rig.newest();
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, () => happens(rig, newest));

    await rig.retire();

    expect([first, second].map((id) => rig.isThere(id))).toEqual([false, true]);
    expect(rig.kept[second]).toMatch(/among the newest/);
  });
});

describe('what stays in spite of its age', () => {
  test('the last image of a family that can be launched, where the others are unfinished or disabled', async () => {
    const rig = new RetirementRig();
    const last = rig.image({ tags: { 'bake-ami:state': 'unverified' } });
    rig.image({ tags: { 'bake-ami:state': 'baking' } });
    rig.image({ ageSeconds: day, state: 'disabled' });

    expect(told(await rig.retire())).toContain('nothing of it would be left');

    expect(rig.isThere(last)).toBe(true);
  });

  test('an image whose pull request is open again', async () => {
    const rig = new RetirementRig();
    rig.closed.add(7).add(8);
    const first = rig.image({ tags: { 'bake-ami:ref': 'pr-7' } });
    const second = rig.image({ tags: { 'bake-ami:ref': 'pr-8' } });
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, () => rig.closed.delete(8));

    expect(await rig.retire({ family: '', 'pull-requests': 'closed' })).toMatchObject({ ok: true });

    expect([first, second].map((id) => rig.isThere(id))).toEqual([false, true]);
    expect(rig.kept[second]).toContain('pull request 8');
  });

  test('an image whose tags say after the plan that it is of no pull request', async () => {
    const rig = new RetirementRig();
    rig.closed.add(7);
    const [first, second] = [1, 2].map(() => rig.image({ tags: { 'bake-ami:ref': 'pr-7' } }));
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, (at) =>
      imageOf(rig, second ?? '').tags.put([{ key: 'bake-ami:ref', value: 'v1.0.0' }], at),
    );

    await rig.retire({ family: '', 'pull-requests': 'closed' });

    expect([first, second].map((id) => rig.isThere(id ?? ''))).toEqual([false, true]);
  });

  test.each<[string, (image: ReturnType<typeof imageOf>, at: number, world: World) => unknown]>([
    ['is tagged to stay', ({ tags }, at) => tags.put([{ key: 'bake-ami:keep', value: '' }], at)],
    ['is protected', (image) => Object.assign(image, { protection: { ...image.protection, enabled: true } })],
    ['is made public', ({ launchPermissions }) => launchPermissions.add(everyone)],
    ['is shared', ({ launchPermissions }) => launchPermissions.add('210987654321')],
    ['loses its family', ({ tags }, at) => tags.remove([{ key: 'bake-ami:family', value: undefined }], at)],
    ['loses its key', ({ tags }, at) => tags.remove([{ key: 'bake-ami:key', value: undefined }], at)],
    // Two days ago, which EC2 did not report at the time of the plan.
    ['is launched', ({ id }, at, world) => recordLaunch(world, id, at - 2 * day * 1000)],
  ])('an image that %s after the plan', async (_name, happens) => {
    const rig = new RetirementRig();
    const [first, second] = [rig.image(), rig.image()];
    rig.newest();
    rig.simulator.meanwhile.beforeCall({ action: 'DeregisterImage', nth: 1 }, (at) =>
      happens(imageOf(rig, second), at, rig.simulator.world()),
    );

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect([first, second].map((id) => rig.isThere(id))).toEqual([false, true]);
    expect(rig.removed).toEqual([first]);
  });
});

describe('what holds nothing', () => {
  test.each<[string, (rig: RetirementRig, id: string) => unknown]>([
    [
      'a terminated instance',
      ({ simulator }, imageId) =>
        simulator.seedInstance({ imageId, state: 'terminated', launchedSecondsAgo: 20 * day }),
    ],
    [
      'a lock that has expired',
      (rig, id) => rig.simulator.seedSnapshotLock({ snapshotId: rig.snapshotsOf(id)[0] ?? '', days: -1 }),
    ],
    [
      'an instance of another image',
      ({ simulator }) => simulator.seedInstance({ imageId: 'ami-0123456789abcdef0' }),
    ],
    ['that it is disabled', (rig, id) => Object.assign(imageOf(rig, id), { disabled: true })],
    [
      'that it was never verified',
      (rig, id) => imageOf(rig, id).tags.put([{ key: 'bake-ami:state', value: 'unverified' }], 0),
    ],
  ])('%s: the image goes', async (_name, seed) => {
    const { rig, old } = scene();
    seed(rig, old);

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect(rig.isThere(old)).toBe(false);
  });

  test('a share, when `include-shared` says so', async () => {
    const rig = new RetirementRig();
    const old = [
      rig.image({ sharedWith: ['210987654321'] }),
      rig.image({ public: true }),
      rig.image({ snapshotsSharedWith: ['210987654321'] }),
    ];
    rig.newest();

    expect(await rig.retire({ 'include-shared': 'true' })).toMatchObject({ ok: true });

    expect(rig.removed).toEqual(old);
  });
});

test('an image that is protected from deregistration stays, and its protection too', async () => {
  const { rig, old } = scene();
  const image = imageOf(rig, old);
  Object.assign(image, { protection: { ...image.protection, enabled: true } });

  expect(await rig.retire()).toMatchObject({ ok: true });

  expect(rig.simulator.calls.changes()).toEqual([]);
  expect(rig.kept[old]).toMatch(/protected/);
});

test('`max` counts images, loose snapshots and instances together', async () => {
  const { rig, snapshot } = looseScene();
  const old = [rig.image(), rig.image()];
  rig.newest();
  const tags = { 'bake-ami:test': old[0] ?? '', 'bake-ami:expires': '2026-11-24T00:00:00Z' };
  rig.simulator.seedInstance({ tags });

  const outcome = await rig.retire({ 'abandoned-after': '1d', max: '2' });

  expect(outcome.record.removed.toSorted()).toEqual([old[0], snapshot].toSorted());
  expect(rig.log.join('\n')).toMatch(/warning 2 more wait /);
});

test('what EC2 does not delete with an image is deleted after it, or named with its command', async () => {
  const rig = new RetirementRig();
  const devices = [{ device: '/dev/xvda' }, { device: '/dev/xvdb' }, { device: '/dev/xvdc' }];
  const old = rig.image({ devices });
  rig.newest();
  const [root = '', later = '', refused = ''] = rig.snapshotsOf(old);
  rig.simulator.world().snapshotResults.set(later, 'internal-error').set(refused, 'missing-permissions');
  rig.simulator.faults.add({
    action: 'DeleteSnapshot',
    when: ({ parameters }) => parameters['SnapshotId'] === refused,
    fault: faults.error('UnauthorizedOperation', 'No.', 403),
  });

  const outcome = await rig.retire();

  expect([old, root, later, refused].map((id) => rig.isThere(id))).toEqual([false, false, false, true]);
  expect(rig.removed).toEqual([old]);
  expect(told(outcome)).toContain(`delete-snapshot --region eu-west-1 --snapshot-id ${refused}`);
});

test('where the Recycle Bin keeps an image, the log and the record say until when', async () => {
  const { rig, old } = scene();
  rig.simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', days: 5 });

  const { record } = await rig.retire();

  expect(record.recoverableUntil).toEqual({ [old]: expect.stringMatching(/^2026-11-30T/) });
  expect(rig.log.join('\n')).toContain(
    `${old} in eu-west-1 can be restored from the Recycle Bin until 2026-11-30`,
  );
});

test('of a family whose last images go because their pull request is closed, nothing is kept', async () => {
  const rig = new RetirementRig();
  rig.closed.add(7);
  const old = rig.image({ tags: { 'bake-ami:ref': 'pr-7' } });

  expect(await rig.retire({ 'pull-requests': 'closed' })).toMatchObject({ ok: true });

  expect(rig.isThere(old)).toBe(false);
});

describe('answers that are not what they should be', () => {
  const change = async (
    { rig }: { rig: RetirementRig },
    action: string,
    from: RegExp,
    to: string,
    inputs = {},
  ) => {
    const life = new Life();
    const limiting = life.limiting.bind(life);
    life.limiting = (handler) => limiting(changing(handler, action, from, to));
    return rig.clock.run(rig.start(inputs, life));
  };

  test('images and snapshots of another account are left alone', async () => {
    const found = scene();
    const own = found.rig.simulator.settings.accountId;
    const outcome = await change(
      found,
      'DescribeImages',
      new RegExp(`<imageOwnerId>${own}`, 'g'),
      '<imageOwnerId>999999999999',
    );
    expect(outcome.record.judged).toEqual([]);
    expect(found.rig.deletions).toEqual([]);
  });

  test('a loose snapshot of another account is left alone', async () => {
    const found = looseScene();
    const own = found.rig.simulator.settings.accountId;
    await change(
      found,
      'DescribeSnapshots',
      new RegExp(`<ownerId>${own}`, 'g'),
      '<ownerId>999999999999',
      abandoned,
    );
    expect(found.rig.deletions).toEqual([]);
  });

  test('a reservation without its instances is no answer', async () => {
    const found = scene();
    found.rig.simulator.seedInstance();
    const outcome = await change(found, 'DescribeInstances', /<instancesSet>.*?<\/instancesSet>/s, '');
    expect(outcome.ok).toBe(false);
    expect(found.rig.deletions).toEqual([]);
  });

  test('a reference that does not say of which image is no answer', async () => {
    const found = scene();
    found.rig.simulator.seedImageRecipe({ imageId: found.old });
    const outcome = await change(found, 'DescribeImageReferences', /<imageId>.*?<\/imageId>/s, '');
    expect(outcome.ok).toBe(false);
    expect(found.rig.deletions).toEqual([]);
  });

  test.each(['DescribeImageAttribute', 'DescribeSnapshotAttribute'])(
    'a permission in %s that does not say for whom counts as one for somebody',
    async (action) => {
      const rig = new RetirementRig();
      const sharedWith = ['210987654321'];
      const old = rig.image(
        action === 'DescribeImageAttribute' ? { sharedWith } : { snapshotsSharedWith: sharedWith },
      );
      rig.newest();
      await change({ rig }, action, /<userId>210987654321<\/userId>/g, '');
      expect(rig.isThere(old)).toBe(true);
      expect(rig.kept[old]).toContain('shared');
    },
  );

  test.each<[string, string, RegExp]>([
    [
      'a version of a launch template without its data',
      'DescribeLaunchTemplateVersions',
      /<launchTemplateData>.*?<\/launchTemplateData>/gs,
    ],
    ['a launch configuration without its image', 'DescribeLaunchConfigurations', /<ImageId>.*?<\/ImageId>/gs],
  ])('%s is no answer', async (_what, action, from) => {
    const found = scene();
    found.rig.simulator.seedLaunchTemplate({ versions: [{ imageId: found.old }] });
    found.rig.simulator.seedLaunchConfiguration({ imageId: found.old });
    const outcome = await change(found, action, from, '');
    expect(outcome.ok).toBe(false);
    expect(found.rig.deletions).toEqual([]);
  });

  test('a version of a launch template with empty data is one', async () => {
    const found = scene();
    found.rig.simulator.seedLaunchTemplate({ versions: [{ instanceType: 't3.micro' }] });
    const empty = /<launchTemplateData>.*?<\/launchTemplateData>/gs;
    const outcome = await change(found, 'DescribeLaunchTemplateVersions', empty, '<launchTemplateData/>');
    expect(outcome.ok).toBe(true);
  });

  test('an image without its snapshots stays, since nobody knows what holds them', async () => {
    const found = scene();
    const outcome = await change(
      found,
      'DescribeImages',
      /<blockDeviceMapping>.*?<\/blockDeviceMapping>/gs,
      '',
    );
    expect(outcome.ok).toBe(true);
    expect(found.rig.deletions).toEqual([]);
    expect(found.rig.kept[found.old]).toContain('snapshots');
  });

  test('a tag bake-ami:keep without a value keeps its image', async () => {
    const rig = new RetirementRig();
    const old = rig.image({ tags: { 'bake-ami:keep': '' } });
    rig.newest();
    await change(
      { rig },
      'DescribeImages',
      /(<key>bake-ami:keep<\/key>)<value\s*\/>|(<key>bake-ami:keep<\/key>)<value><\/value>/g,
      '<key>bake-ami:keep</key>',
    );
    expect(rig.isThere(old)).toBe(true);
  });

  test('a second look without its list is no proof that the image is gone', async () => {
    const { rig, old } = scene();
    // The first is the plan's, the second looks for images that share a snapshot.
    const body = '<DescribeImagesResponse><requestId>r</requestId></DescribeImagesResponse>';
    const fault = { kind: 'body', status: 200, contentType: 'text/xml;charset=UTF-8', body } as const;
    rig.simulator.faults.add({ action: 'DescribeImages', nth: 3, fault });
    const outcome = await rig.retire();
    expect(outcome.ok).toBe(false);
    expect(outcome.record.removed).toEqual([]);
    expect(rig.isThere(old)).toBe(true);
  });

  test('the account that cannot be asked for ends the run before anything is looked at', async () => {
    const { rig, old } = scene();
    rig.simulator.faults.add({
      action: 'GetCallerIdentity',
      fault: faults.error('AccessDenied', 'No.', 403),
    });
    expect(told(await rig.retire())).toContain('sts:GetCallerIdentity');
    expect(rig.isThere(old)).toBe(true);
  });

  test('a look at locks that fails for snapshots which are gone asks for all locks', async () => {
    const { rig, old, snapshot } = scene();
    const locked = rig.image();
    const [held = ''] = rig.snapshotsOf(locked);
    rig.simulator.seedSnapshotLock({ snapshotId: held, mode: 'compliance', days: 30 });
    rig.simulator.faults.add({
      action: 'DescribeLockedSnapshots',
      when: ({ parameters }) => parameters['SnapshotId.1'] !== undefined,
      fault: faults.error('InvalidSnapshot.NotFound', `The snapshot '${snapshot}' does not exist.`),
    });

    expect(await rig.retire()).toMatchObject({ ok: true });

    expect([old, locked].map((id) => rig.isThere(id))).toEqual([false, true]);
  });
});

/** The handler, with each answer to the action changed. */
function changing(handler: InProcessHandler, action: string, from: RegExp, to: string): InProcessHandler {
  const handle: InProcessHandler['handle'] = async (request, options) => {
    const { response } = await handler.handle(request, options);
    if (!String(request.body).includes(`Action=${action}&`)) return { response };
    const body = (await text(response.body)).replace(from, to);
    return { response: { ...response, body: Readable.from([Buffer.from(body)]) } };
  };
  return Object.assign(Object.create(handler) as InProcessHandler, { handle });
}

function told(outcome: Awaited<ReturnType<RetirementRig['retire']>>): string {
  if (outcome.ok) return '';
  const { message, remedy } = outcome.error as Error & { remedy?: string };
  return `${message} ${remedy}`;
}

function imageOf({ simulator }: RetirementRig, id: string) {
  const image = simulator.world().images.get(id);
  if (image === undefined) throw new Error(`No image ${id}`);
  return image;
}
