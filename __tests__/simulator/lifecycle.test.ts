import {
  CreateImageCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DescribeRegionsCommand,
  DisableImageDeprecationCommand,
  DisableImageDeregistrationProtectionCommand,
  EC2Client,
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  ModifyImageAttributeCommand,
  type ModifyImageAttributeCommandInput,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

const day = 86_400_000;

function lifecycleStage(seed: ImageSeed = {}) {
  const parts = stage({ accounts: { AKIAOTHER: '999999999999' } });
  const { clock, simulator, ec2 } = parts;
  const { id: ImageId } = simulator.seedImage(seed);
  const other = new EC2Client(inProcess(simulator, { accessKeyId: 'AKIAOTHER' }));
  const describeImages = async (input: DescribeImagesCommandInput, client = ec2) =>
    (await clock.run(client.send(new DescribeImagesCommand(input)))).Images ?? [];
  const look = async () => (await describeImages({ ImageIds: [ImageId] }))[0];
  const deprecate = (DeprecateAt: Date) =>
    clock.run(ec2.send(new EnableImageDeprecationCommand({ ImageId, DeprecateAt })));
  return { ...parts, ImageId, other, describeImages, look, deprecate };
}

/** An image that is still being made. */
async function pendingImage() {
  const { clock, simulator, instance, ec2 } = stage();
  const { ImageId = '' } = await clock.run(
    ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' })),
  );
  return { clock, simulator, ec2, ImageId };
}

describe('Deprecation', () => {
  it.each([
    ['2030-01-01T12:00:29.999Z', '2030-01-01T12:00:00.000Z'],
    ['2030-01-01T12:00:30Z', '2030-01-01T12:01:00.000Z'],
    ['2030-01-01T12:00:00Z', '2030-01-01T12:00:00.000Z'],
  ])('at %s is rounded to the minute', async (at, shown) => {
    const { look, deprecate } = lifecycleStage();
    expect((await deprecate(new Date(at))).Return).toBe(true);
    expect((await look())?.DeprecationTime).toBe(shown);
  });

  it('can be moved and cancelled', async () => {
    const { clock, ec2, ImageId, look, deprecate } = lifecycleStage();
    await deprecate(new Date('2030-01-01T00:00:00Z'));
    await deprecate(new Date('2029-01-01T00:00:00Z'));
    expect((await look())?.DeprecationTime).toBe('2029-01-01T00:00:00.000Z');
    await clock.run(ec2.send(new DisableImageDeprecationCommand({ ImageId })));
    expect(await look()).not.toHaveProperty('DeprecationTime');
  });

  /** Milliseconds from now, and what is said to it, for private and public images that are a year old. */
  it.each<[string, number, boolean, RegExp | undefined]>([
    ['now', 0, false, undefined],
    ['a second ago', -1000, false, /in the past/],
    ['in nearly ten years', 3652 * day - day, false, undefined],
    ['in more than ten years', 3653 * day + day, false, /too far/],
    ['in nearly a year, when public', 364 * day, true, undefined],
    ['in more than a year, when public', 367 * day, true, /too far/],
  ])('%s', async (_when, offset, isPublic, message) => {
    const { clock, deprecate } = lifecycleStage({ public: isPublic, ageSeconds: (365 * day) / 1000 });
    const work = deprecate(new Date(clock.now() + offset));
    if (message === undefined) await work;
    else {
      expect(await refusalOf(work)).toEqual({
        code: 'InvalidParameterValue',
        message: expect.stringMatching(message),
        status: 400,
      });
    }
  });

  it('of a public image comes by itself after two years', async () => {
    const { clock, ec2, ImageId, look, deprecate } = lifecycleStage({ public: true, ageSeconds: 0 });
    const twoYears = new Date(clock.now());
    twoYears.setUTCFullYear(twoYears.getUTCFullYear() + 2);
    expect((await look())?.DeprecationTime).toBe(twoYears.toISOString());
    await deprecate(new Date(clock.now() + day));
    expect((await look())?.DeprecationTime).not.toBe(twoYears.toISOString());
    await clock.run(ec2.send(new DisableImageDeprecationCommand({ ImageId })));
    expect((await look())?.DeprecationTime).toBe(twoYears.toISOString());
  });

  it('hides the image from others, unless they ask for it', async () => {
    const { clock, ImageId, other, describeImages, deprecate } = lifecycleStage({
      sharedWith: ['999999999999'],
    });
    await deprecate(new Date(clock.now() + day));
    const owned: DescribeImagesCommandInput = { Owners: ['123456789012'] };
    expect(await describeImages(owned, other)).toHaveLength(1);
    await clock.advance(day / 1000 + 60);
    expect(await describeImages(owned, other)).toHaveLength(0);
    expect(await describeImages({ ...owned, IncludeDeprecated: true }, other)).toHaveLength(1);
    expect(await describeImages({ ImageIds: [ImageId] }, other)).toHaveLength(1);
    expect(await describeImages(owned)).toHaveLength(1);
  });
});

describe('Deregistration protection', () => {
  it.each([
    [false, 'enabled-without-cooldown'],
    [true, 'enabled-with-cooldown'],
  ])('with cooldown %s refuses to deregister', async (WithCooldown, state) => {
    const { clock, ec2, ImageId, look } = lifecycleStage();
    expect((await look())?.DeregistrationProtection).toBe('disabled');
    const command = new EnableImageDeregistrationProtectionCommand({ ImageId, WithCooldown });
    expect((await clock.run(ec2.send(command))).Return).toBe(state);
    expect((await look())?.DeregistrationProtection).toBe(state);
    const deregister = () => clock.run(ec2.send(new DeregisterImageCommand({ ImageId })));
    expect(await refusalOf(deregister())).toMatchObject({ code: 'OperationNotPermitted', status: 400 });
    const dryRun = ec2.send(new DeregisterImageCommand({ ImageId, DryRun: true }));
    expect(await clock.run(refusalOf(dryRun))).toMatchObject({ code: 'OperationNotPermitted' });

    const disable = () => clock.run(ec2.send(new DisableImageDeregistrationProtectionCommand({ ImageId })));
    const { Return } = await disable();
    if (!WithCooldown) {
      expect(Return).toBe('disabled');
    } else {
      const end = new Date(clock.now() + day).toISOString();
      expect(Return).toBe(`disabled after ${end}`);
      await clock.advance(day / 1000 - 1);
      expect((await disable()).Return).toBe(`disabled after ${end}`);
      expect(await refusalOf(deregister())).toMatchObject({ code: 'OperationNotPermitted' });
      await clock.advance(1);
    }
    expect((await look())?.DeregistrationProtection).toBe('disabled');
    await deregister();
  });

  it('can be asked for as an attribute', async () => {
    const { clock, ec2, ImageId } = lifecycleStage();
    const command = new DescribeImageAttributeCommand({ ImageId, Attribute: 'deregistrationProtection' });
    expect((await clock.run(ec2.send(command))).DeregistrationProtection).toEqual({ Value: 'disabled' });
  });
});

describe('IMDS support', () => {
  it('is set for good', async () => {
    const { clock, ec2, ImageId, look } = lifecycleStage();
    expect(await look()).not.toHaveProperty('ImdsSupport');
    await clock.run(ec2.send(new ModifyImageAttributeCommand({ ImageId, ImdsSupport: { Value: 'v2.0' } })));
    expect((await look())?.ImdsSupport).toBe('v2.0');
    const command = new DescribeImageAttributeCommand({ ImageId, Attribute: 'imdsSupport' });
    expect((await clock.run(ec2.send(command))).ImdsSupport).toEqual({ Value: 'v2.0' });
  });

  it.each<[string, Partial<ModifyImageAttributeCommandInput>, string]>([
    ['v1.0', { ImdsSupport: { Value: 'v1.0' } }, 'InvalidParameterValue'],
    ['nothing', { ImdsSupport: {} }, 'MissingParameter'],
    [
      'two attributes at once',
      { ImdsSupport: { Value: 'v2.0' }, LaunchPermission: { Add: [{ Group: 'all' }] } },
      'InvalidParameterCombination',
    ],
  ])('refuses %s', async (_what, input, code) => {
    const { clock, ec2, ImageId, look } = lifecycleStage();
    const command = new ModifyImageAttributeCommand({ ImageId, ...input });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code, status: 400 });
    expect(await look()).not.toHaveProperty('ImdsSupport');
  });
});

/** Each of the calls, by its name. */
const calls = [
  [
    'EnableImageDeprecation',
    (ImageId: string) => new EnableImageDeprecationCommand({ ImageId, DeprecateAt: new Date('2030-01-01') }),
  ],
  ['DisableImageDeprecation', (ImageId: string) => new DisableImageDeprecationCommand({ ImageId })],
  [
    'EnableImageDeregistrationProtection',
    (ImageId: string) => new EnableImageDeregistrationProtectionCommand({ ImageId }),
  ],
  [
    'DisableImageDeregistrationProtection',
    (ImageId: string) => new DisableImageDeregistrationProtectionCommand({ ImageId }),
  ],
  [
    'ModifyImageAttribute',
    (ImageId: string) => new ModifyImageAttributeCommand({ ImageId, ImdsSupport: { Value: 'v2.0' } }),
  ],
] as const;

describe.each(calls)('%s', (name, commandFor) => {
  const ask = (parts: Pick<ReturnType<typeof lifecycleStage>, 'clock' | 'ec2'>, id: string) =>
    parts.clock.run(refusalOf(parts.ec2.send(commandFor(id) as never)));

  it('refuses unknown, foreign and pending images', async () => {
    const parts = lifecycleStage({ accountId: '999999999999', public: true });
    expect(await ask(parts, 'ami-0123456789abcdef0')).toMatchObject({ code: 'InvalidAMIID.NotFound' });
    expect(await ask(parts, 'nonsense')).toMatchObject({ code: 'InvalidAMIID.Malformed' });
    expect(await ask(parts, parts.ImageId)).toMatchObject({ code: 'AuthFailure', status: 401 });
    const { ImageId, ...rest } = await pendingImage();
    expect(await ask(rest, ImageId)).toMatchObject({ code: 'InvalidAMIID.Unavailable' });
  });

  it('needs its permission and is a change', async () => {
    const parts = lifecycleStage();
    parts.simulator.permissions.deny(`ec2:${name}`);
    expect(await ask(parts, parts.ImageId)).toMatchObject({ code: 'UnauthorizedOperation', status: 403 });
    parts.simulator.permissions.allow(name);
    await parts.clock.run(parts.ec2.send(commandFor(parts.ImageId) as never));
    expect(parts.simulator.calls.changes().map(({ action }) => action)).toEqual([name]);
  });
});

describe('DescribeRegions', () => {
  it.each([
    [false, 17, 0],
    [true, 22, 5],
  ])('with AllRegions %s', async (AllRegions, count, notOptedIn) => {
    const { clock, ec2 } = stage();
    const { Regions = [] } = await clock.run(ec2.send(new DescribeRegionsCommand({ AllRegions })));
    expect(Regions).toHaveLength(count);
    expect(Regions.filter(({ OptInStatus }) => OptInStatus === 'not-opted-in')).toHaveLength(notOptedIn);
  });
});
