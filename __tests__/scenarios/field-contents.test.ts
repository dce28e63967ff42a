/** The finished image against what was asked for: what is missing and what is too much, before anybody gets it. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { attachVolume, detachVolume } from '../../simulator/model/attach-volume.ts';
import { disableImage } from '../../simulator/model/disable-image.ts';
import type { World } from '../../simulator/model/world.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { isMeant, Rig } from '../builders/rig.ts';

const friends = ['111122223333'];
const two = { volumes: [{ device: '/dev/xvda' }, { device: '/dev/sdf', sizeGiB: 500 }] };

function messageOf(outcome: Awaited<ReturnType<Rig['bake']>>): string {
  return outcome.ok ? 'it went well' : (outcome.error as Error).message;
}

function instanceOf(rig: Rig) {
  const instance = rig.simulator.world().instances.get(rig.instanceId);
  if (instance === undefined) throw new Error('no instance');
  return instance;
}

function expectNothingShared(rig: Rig): void {
  expect(rig.simulator.calls.of('ModifyImageAttribute', 'CopyImage').filter(isMeant)).toEqual([]);
  expect(rig.images).toEqual([]);
}

describe('a device that is too much', () => {
  test('is an error when it was excluded, shared or not', async () => {
    for (const shareWith of [[], friends]) {
      const rig = new Rig({ ignoresNoDevice: true }, two);
      const outcome = await rig.bake({ excludeDevices: ['/dev/sdf'], shareWith });
      expect(messageOf(outcome)).toMatch(
        /^- \/dev\/sdf \(snap-\w+, 500 GiB\) is in it, although `exclude-devices`/m,
      );
      expectNothingShared(rig);
    }
  });

  test.each<[string, Partial<BakeInputs>]>([
    ['shared', { shareWith: friends }],
    ['public', { makePublic: true }],
    ['copied', { copyTo: [{ region: 'us-west-2' }] }],
  ])('is an error when it was attached meanwhile and the image is to be %s', async (_how, inputs) => {
    const rig = new Rig();
    const attach = () => attachVolume(rig.simulator.world(), instanceOf(rig), { device: '/dev/sdg' });
    rig.simulator.meanwhile.beforeCall({ action: 'CreateImage', times: 1 }, attach);
    expect(messageOf(await rig.bake(inputs))).toMatch(
      /^- \/dev\/sdg .* is in it, too: vol-\w+ was attached to i-\w+ after the bake had looked at it/m,
    );
    expectNothingShared(rig);
  });

  test('is a warning when nobody else gets the image', async () => {
    const rig = new Rig();
    const attach = () => attachVolume(rig.simulator.world(), instanceOf(rig), { device: '/dev/sdg' });
    rig.simulator.meanwhile.beforeCall({ action: 'CreateImage', times: 1 }, attach);
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(/^warning .*\/dev\/sdg .* was attached to/m);
  });
});

test('a device that was detached meanwhile is told at once, with its cause', async () => {
  const rig = new Rig({}, two);
  rig.simulator.planNextImage({ seconds: 10 });
  const detach = () => void detachVolume(rig.simulator.world(), instanceOf(rig), '/dev/sdf');
  rig.simulator.meanwhile.beforeCall({ action: 'CreateImage', times: 1 }, detach);
  expect(messageOf(await rig.bake())).toMatch(
    /^- no snapshot of \/dev\/sdf is in it: vol-\w+ was detached from i-\w+ after/m,
  );
  expect(rig.seconds).toBeLessThan(40);
});

describe('a volume that was replaced by another one meanwhile', () => {
  function replaced(device: string): Rig {
    const rig = new Rig({}, two);
    rig.simulator.planNextImage({ seconds: 10 });
    rig.simulator.meanwhile.beforeCall({ action: 'CreateImage', times: 1 }, () => {
      detachVolume(rig.simulator.world(), instanceOf(rig), device);
      attachVolume(rig.simulator.world(), instanceOf(rig), { device });
    });
    return rig;
  }

  test.each(['/dev/xvda', '/dev/sdf'])('is an error when others get the image: %s', async (device) => {
    const rig = replaced(device);
    expect(messageOf(await rig.bake({ shareWith: friends }))).toMatch(
      new RegExp(
        `^- ${device} \\(snap-\\w+, .*\\) is of vol-\\w+: vol-\\w+ was detached from i-\\w+ after`,
        'm',
      ),
    );
    expectNothingShared(rig);
    expect(rig.seconds).toBeLessThan(40);
  });

  test('is a warning when nobody else gets it', async () => {
    const rig = replaced('/dev/sdf');
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(/^warning .*\/dev\/sdf .* is of vol-\w+: vol-\w+ was detached/m);
  });
});

describe('what becomes of an image before it is verified', () => {
  /** A bake, where the act comes right before the first look of the verification. */
  async function bakeWith(act: (world: World, at: number) => void) {
    const rig = new Rig({ image: { seconds: 10 } }, two);
    const isAvailable = () => rig.log.some((line) => line.includes('is available'));
    rig.simulator.meanwhile.beforeCall({ when: isAvailable, times: 1 }, (at) =>
      act(rig.simulator.world(), at),
    );
    const message = messageOf(await rig.bake({ shareWith: friends }));
    expectNothingShared(rig);
    return { rig, message };
  }

  test('that it was disabled is told at once', async () => {
    const { rig, message } = await bakeWith(({ images }, at) => {
      for (const image of images.values()) disableImage(image, at);
    });
    expect(message).toMatch(/its state is disabled: somebody or something disabled it/);
    expect(rig.seconds).toBeLessThan(30);
  });

  test.each([
    ['No luck', 'No luck'],
    ['', 'EC2 gives no reason'],
  ])('that a snapshot is in error is told at once, with the message %j', async (given, told) => {
    const { rig, message } = await bakeWith(({ snapshots }, at) => {
      const [, second] = snapshots.values();
      if (second !== undefined)
        Object.assign(second, { failure: { at, message: given }, completesAt: at + 1e6 });
    });
    expect(message).toMatch(new RegExp(`^- snapshot snap-\\w+ of /dev/\\w+ is in error: ${told}$`, 'm'));
    expect(rig.seconds).toBeLessThan(30);
  });

  test.each([
    ['image', 'it has'],
    ['snapshot', 'snapshot snap-\\w+ has'],
  ])('that a tag of the %s was changed is told with both values', async (of, subject) => {
    const { message } = await bakeWith(({ images, snapshots }, at) => {
      for (const { tags } of (of === 'image' ? images : snapshots).values())
        tags.put([{ key: 'Name', value: 'changed' }], at);
    });
    expect(message).toMatch(
      new RegExp(`^- ${subject} the tag Name with the value "changed", not "web-main-.*"$`, 'm'),
    );
    expect(message).not.toContain('lacks');
  });
});

describe('an image that is disabled while the bake waits', () => {
  function disabledMeanwhile(): Rig {
    const rig = new Rig();
    rig.simulator.planNextImage({ seconds: 60 });
    rig.simulator.meanwhile.at(30, (at) => {
      for (const image of rig.simulator.world().images.values()) disableImage(image, at);
    });
    return rig;
  }

  test('ends it at once, and is removed', async () => {
    const rig = disabledMeanwhile();
    expect(messageOf(await rig.bake())).toMatch(/disabled/);
    expect(rig.seconds).toBeLessThan(120);
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test('is left with commands that work when EC2 refuses to remove it', async () => {
    const rig = disabledMeanwhile();
    rig.simulator.faults.add({
      action: 'DeregisterImage',
      fault: faults.error('OperationNotPermitted', 'The AMI ID is currently disabled', 400),
    });
    const outcome = await rig.bake();
    const commands = outcome.ok ? [] : (outcome.cleanup?.remaining ?? []).map(({ command }) => command);
    expect(commands).toContainEqual(
      expect.stringMatching(
        /^aws ec2 enable-image .* && aws ec2 deregister-image .* --delete-associated-snapshots$/,
      ),
    );
  });
});

test('the root device may be called /dev/sda1 by the instance and /dev/sda in its mapping', async () => {
  const rig = new Rig({}, { volumes: [{ device: '/dev/sda' }, { device: '/dev/sdf' }] });
  instanceOf(rig).rootDeviceName = '/dev/sda1';
  for (const device of ['/dev/sda', '/dev/sda1']) {
    const outcome = await rig.bake({ excludeDevices: [device] });
    // Told once, though EC2 may refuse it in a dry run as well.
    expect(messageOf(outcome).match(/^- .*$/gm)).toEqual([expect.stringMatching(/is the root device/)]);
  }
  const outcome = await rig.bake();
  expect(messageOf(outcome)).toBe('it went well');
  expect(outcome.record.image?.snapshots[0]).toMatchObject({ root: true });
});
