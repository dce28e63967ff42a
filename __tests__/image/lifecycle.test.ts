/** What an image carries through its life, on the simulated EC2: afterwards it is as asked for, whatever went wrong. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { ProblemsError } from '../../src/base/errors.ts';
import type { DeregistrationProtection } from '../../src/image/image.ts';
import {
  deprecationTime,
  type LifecycleWishes,
  latestDeprecation,
  protect,
  settleLifecycle,
} from '../../src/image/lifecycle.ts';
import type { Removal } from '../../src/image/remove/removal.ts';
import { removeImage } from '../../src/image/remove/remove.ts';
import { passing } from '../builders/faults.ts';
import { someInputs } from '../builders/inputs.ts';
import { Rig, startedAt } from '../builders/rig.ts';
import { errorOf } from '../builders/told.ts';

const day = 86_400_000;
const deprecateAt = Date.UTC(2027, 1, 20, 21, 34);
const changing = [
  'EnableImageDeprecation',
  'ModifyImageAttribute',
  'EnableImageDeregistrationProtection',
  'DisableImageDeregistrationProtection',
];
const key = '00112233445566778899aabbccddeeff';
const claim = '1-0a1b2c3d4e5f';
const ours = { 'bake-ami:key': key, 'bake-ami:claim': claim, 'bake-ami:state': 'baking' };

const wishes = someInputs({
  deprecateAfter: { kind: 'at', time: deprecateAt },
  requireImdsv2: true,
});

/** An available image of our own. */
function scene(options: SimulatorOptions = {}, seed: ImageSeed = {}) {
  const rig = new Rig(options);
  const image = rig.simulator.seedImage(seed);
  const run = rig.run();
  const subject = { id: image.id, region: 'eu-west-1' };
  return {
    rig,
    image,
    run,
    infos: () => rig.log.map((line) => line.replace(/^info /, '')),
    settle: (wish: Partial<LifecycleWishes> = {}) =>
      rig.clock.run(settleLifecycle(run, subject, { ...wishes, ...wish })),
    protect: (deregistrationProtection: DeregistrationProtection) =>
      rig.clock.run(protect(run, subject, { ...wishes, deregistrationProtection })),
    changes: () => rig.simulator.calls.changes().map(({ action }) => action),
  };
}

describe('when an image is deprecated', () => {
  const start = Date.UTC(2026, 10, 22, 21, 34, 45);
  test.each([
    ['a duration counts from the start, the seconds left out', 90 * day, '2027-02-20T21:34:00.000Z'],
    ['of exactly two years it does not exceed them', 730 * day, '2028-11-21T21:34:00.000Z'],
  ])('%s', (_what, milliseconds, time) => {
    expect(new Date(deprecationTime({ kind: 'after', milliseconds }, start)).toISOString()).toBe(time);
  });

  test.each([
    ['2027-01-31T10:00:29Z', '2027-01-31T10:00:00.000Z'],
    ['2027-01-31T10:00:30Z', '2027-01-31T10:01:00.000Z'],
    ['2027-01-31T10:00:00Z', '2027-01-31T10:00:00.000Z'],
  ])('%s is rounded as EC2 does it', (given, time) => {
    expect(new Date(deprecationTime({ kind: 'at', time: Date.parse(given) }, start)).toISOString()).toBe(
      time,
    );
  });

  test('the limit is 10 years from now, and 2 from the creation of a public image', () => {
    const limits = { now: start, createdAt: start - 365 * day };
    expect(new Date(latestDeprecation({ ...limits, isPublic: false })).toISOString()).toMatch(/^2036-11-22T/);
    expect(new Date(latestDeprecation({ ...limits, isPublic: true })).toISOString()).toMatch(/^2027-11-22T/);
  });
});

describe('settling', () => {
  test('makes the image what was asked for, and tells so', async () => {
    const { image, infos, settle, changes } = scene();
    await settle();
    expect(image).toMatchObject({ deprecateAt, imdsSupport: 'v2.0', protection: { enabled: false } });
    expect(changes()).toEqual(['EnableImageDeprecation', 'ModifyImageAttribute']);
    expect(infos()).toEqual([
      `${image.id} in eu-west-1 is deprecated from 2027-02-20T21:34:00.000Z`,
      `${image.id} in eu-west-1 is set to require IMDSv2`,
    ]);
  });

  test('asks EC2 nothing when nothing is asked for', async () => {
    const { rig, settle, protect: protectIt } = scene();
    await settle(someInputs());
    await protectIt('off');
    expect(rig.simulator.calls.all).toEqual([]);
  });

  test('changes only what is not so already', async () => {
    const { image, infos, settle, changes } = scene();
    image.imdsSupport = 'v2.0';
    await settle();
    expect(changes()).toEqual(['EnableImageDeprecation']);
    await settle();
    expect(changes()).toEqual(['EnableImageDeprecation']);
    expect(infos().filter((line) => line.endsWith('already'))).toHaveLength(3);
  });

  test('moves a deprecation that is set to another time', async () => {
    const { image, settle } = scene();
    image.deprecateAt = deprecateAt + day;
    await settle();
    expect(image.deprecateAt).toBe(deprecateAt);
  });

  test('is patient with an image that is not everywhere yet', async () => {
    const { image, settle } = scene(
      { consistency: { writeSeconds: 30, imageSeconds: 20 } },
      { ageSeconds: 0 },
    );
    await settle();
    expect(image).toMatchObject({ deprecateAt, imdsSupport: 'v2.0' });
  });

  test('waits while EC2 still takes the image for pending', async () => {
    const { rig, image, settle } = scene();
    rig.simulator.faults.add({
      action: 'EnableImageDeprecation',
      fault: faults.error(
        'InvalidAMIID.Unavailable',
        `The AMI ID '${image.id}' is currently pending and may not be used for this operation`,
      ),
      until: rig.clock.now() + 20_000,
    });
    await settle();
    expect(image.deprecateAt).toBe(deprecateAt);
  });

  test('does not ask for a time that is past by now', async () => {
    const { rig, settle } = scene();
    expect(await errorOf(settle({ deprecateAfter: { kind: 'at', time: startedAt - 60_000 } }))).toMatchObject(
      {
        message: expect.stringMatching(/past by now: the bake took longer/),
        remedy: expect.stringContaining('`deprecate-after`'),
      },
    );
    expect(rig.simulator.calls.of('EnableImageDeprecation')).toEqual([]);
  });

  test('tells when EC2 does not show what it accepted', async () => {
    const { rig, image, settle } = scene();
    // EC2 says yes to everything, and does nothing.
    rig.simulator.calls.onCall(() => {
      image.deprecateAt = undefined;
      image.imdsSupport = undefined;
    });
    const error = await errorOf(settle());
    expect(error).toBeInstanceOf(ProblemsError);
    expect((error as ProblemsError).problems).toEqual([
      'it is not deprecated from 2027-02-20T21:34:00.000Z',
      'it is not set to require IMDSv2',
    ]);
    expect(rig.seconds).toBeGreaterThan(55);
    expect(rig.seconds).toBeLessThan(70);
    expect(rig.clock.pending).toBe(0);
  });

  test.each([
    ['EnableImageDeprecation', /^Could not deprecate image ami-\w+ in eu-west-1 from 2027-02-20T21:34:00/],
    ['ModifyImageAttribute', /^Could not set image ami-\w+ in eu-west-1 to require IMDSv2\. ec2:Modify/],
    ['DescribeImages', /^Could not look at image ami-/],
  ])('a missing permission for %s is named', async (action, message) => {
    const { rig, settle } = scene();
    rig.simulator.permissions.deny(`ec2:${action}`);
    expect(await errorOf(settle())).toMatchObject({
      message: expect.stringMatching(message),
      remedy: expect.stringContaining(`ec2:${action}`),
    });
  });
});

test('a missing permission to require IMDSv2, which sharing needs too, is told as what it is', async () => {
  const { rig, settle } = scene();
  rig.simulator.permissions.deny('ec2:ModifyImageAttribute');
  const { remedy } = await errorOf(settle());
  expect(remedy).toMatch(/`require-imdsv2`.*, to mark the image as one that requires IMDSv2\./);
  expect(remedy).toContain('"Lifecycle", statement Settle.');
  expect(remedy).not.toContain('share-with');
});

describe('protection from deregistration', () => {
  test.each([
    ['on', false],
    ['with-cooldown', true],
  ] as const)('%s is switched on and read back, once', async (protection, withCooldown) => {
    const { image, infos, protect: protectIt, changes } = scene();
    await protectIt(protection);
    await protectIt(protection);
    expect(image.protection).toMatchObject({ enabled: true, withCooldown });
    expect(changes()).toEqual(['EnableImageDeregistrationProtection']);
    expect(infos()[0]).toMatch(/is protected from deregistration/);
    expect(infos()[1]).toMatch(/already$/);
  });

  test('is not made weaker, but stronger', async () => {
    const { image, protect: protectIt, changes } = scene();
    await protectIt('on');
    await protectIt('with-cooldown');
    await protectIt('on');
    expect(image.protection).toMatchObject({ enabled: true, withCooldown: true });
    expect(changes()).toHaveLength(2);
  });

  test('is switched on again where it was switched off and its cooldown runs', async () => {
    const { image, protect: protectIt } = scene();
    image.protection = { enabled: false, withCooldown: false, until: startedAt + day };
    await protectIt('on');
    expect(image.protection.enabled).toBe(true);
  });

  test('a missing permission is named', async () => {
    const { rig, protect: protectIt } = scene();
    rig.simulator.permissions.deny('ec2:EnableImageDeregistrationProtection');
    expect(await errorOf(protectIt('on'))).toMatchObject({
      message: expect.stringMatching(
        /^Could not protect image ami-\w+ in eu-west-1 from deregistration\. ec2:/,
      ),
      remedy: expect.stringContaining('`deregistration-protection`'),
    });
  });
});

describe.each([...changing.slice(0, 3), 'DescribeImages'])('on %s', (action) => {
  test.each(Object.keys(passing))('%s once: all is as asked for', async (name) => {
    const { rig, image, settle, protect: protectIt } = scene();
    const fault = rig.simulator.faults.add({ action, fault: passing[name] as never, times: 1 });
    await settle();
    await protectIt('with-cooldown');
    expect(fault.strikes).toBe(1);
    expect(image).toMatchObject({
      deprecateAt,
      imdsSupport: 'v2.0',
      protection: { enabled: true, withCooldown: true },
    });
    expect(rig.clock.pending).toBe(0);
  });
});

describe('the image of a bake that failed after it had protected it', () => {
  function removalScene(options: SimulatorOptions = {}) {
    const parts = scene(options, { tags: ours, snapshotTags: ours });
    const { rig, image, run } = parts;
    const { aws, clock, signal, region } = run;
    const remove = (): Promise<Removal> =>
      rig.clock.run(
        removeImage({
          ec2: aws.ec2(region),
          clock,
          signal,
          region,
          key,
          claim,
          role: 'home',
          imageId: image.id,
          scope: 'bake',
          expectedSnapshots: 1,
          lookSeconds: 4,
          budget: { until: clock.now() + 60_000, attemptSeconds: 5 },
        }),
      );
    return { ...parts, remove };
  }

  test('is removed', async () => {
    const { rig, image, protect: protectIt, remove } = removalScene();
    await protectIt('on');
    expect(await remove()).toMatchObject({ complete: true, remaining: [] });
    expect(image.deregisteredAt).toBeDefined();
    expect(rig.snapshots).toEqual([]);
  });

  test('is removed though EC2 still takes it for protected for a moment', async () => {
    const { rig, image, remove } = removalScene();
    rig.simulator.faults.add({
      action: 'DeregisterImage',
      fault: faults.error('OperationNotPermitted', 'Its deregistration protection is enabled.'),
      times: 3,
    });
    expect(await remove()).toMatchObject({ complete: true, remaining: [] });
    expect(image.deregisteredAt).toBeDefined();
    expect(rig.simulator.calls.of('DisableImageDeregistrationProtection')).toHaveLength(1);
  });

  test('is left with its snapshots for the time of its cooldown, and that is told', async () => {
    const { rig, image, protect: protectIt, remove } = removalScene();
    await protectIt('with-cooldown');
    const { remaining, removed } = await remove();
    const end = new Date(image.protection.until).toISOString();
    expect([...removed]).toEqual([]);
    expect(remaining).toContainEqual({
      id: image.id,
      reason: expect.stringMatching(
        new RegExp(
          `^OperationNotPermitted: The image .*; its deregistration protection .*"disabled after ${end}"$`,
        ),
      ),
      command: expect.stringContaining(`deregister-image --region eu-west-1 --image-id ${image.id}`),
    });
    expect(rig.snapshots).toHaveLength(1);
    expect(rig.clock.pending).toBe(0);
    await rig.clock.advance(86_400);
    expect(await remove()).toMatchObject({ complete: true, remaining: [] });
  });

  test('is left when its protection cannot be switched off, and that is told', async () => {
    const { rig, image, protect: protectIt, remove } = removalScene();
    await protectIt('on');
    rig.simulator.permissions.deny('ec2:DisableImageDeregistrationProtection');
    const { remaining } = await remove();
    expect(remaining.find(({ id }) => id === image.id)?.reason).toMatch(
      /could not be switched off \(ec2:DisableImageDeregistrationProtection: UnauthorizedOperation/,
    );
  });

  test.each(Object.keys(passing))('%s once, when it is switched off: it is removed', async (name) => {
    const { rig, image, protect: protectIt, remove } = removalScene();
    await protectIt('on');
    const action = 'DisableImageDeregistrationProtection';
    rig.simulator.faults.add({ action, fault: passing[name] as never, times: 1 });
    expect(await remove()).toMatchObject({ complete: true, remaining: [] });
    expect(image.deregisteredAt).toBeDefined();
  });
});
