import {
  CopyImageCommand,
  CreateImageCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DisableImageCommand,
  EC2Client,
  EnableImageCommand,
  ModifyImageAttributeCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { disableImage } from '../../simulator/model/disable-image.ts';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

const other = '999999999999';

function disableStage(seed: ImageSeed = {}, options: SimulatorOptions = {}) {
  const parts = stage({ accounts: { AKIAOTHER: other }, ...options });
  const { clock, simulator, ec2 } = parts;
  const image = simulator.seedImage({ name: 'golden', ...seed });
  const ImageId = image.id;
  const look = async (input: DescribeImagesCommandInput, client = ec2) =>
    (await clock.run(client.send(new DescribeImagesCommand(input)))).Images ?? [];
  return {
    ...parts,
    image,
    ImageId,
    look,
    otherAccount: new EC2Client(inProcess(simulator, { accessKeyId: 'AKIAOTHER' })),
    disable: () => clock.run(ec2.send(new DisableImageCommand({ ImageId }))),
    enable: () => clock.run(ec2.send(new EnableImageCommand({ ImageId }))),
  };
}

describe('A disabled image', () => {
  it('is listed with IncludeDisabled alone', async () => {
    const { ImageId, look, disable } = disableStage();
    expect((await disable()).Return).toBe(true);
    expect(await look({ Owners: ['self'] })).toEqual([]);
    expect(await look({ Filters: [{ Name: 'name', Values: ['golden'] }] })).toEqual([]);
    expect(await look({ Owners: ['self'], IncludeDisabled: true })).toMatchObject([
      { ImageId, State: 'disabled' },
    ]);
  });

  it('is nothing to its ID without IncludeDisabled, unless set otherwise', async () => {
    const { simulator, ImageId, look, disable } = disableStage();
    await disable();
    expect(await look({ ImageIds: [ImageId] })).toEqual([]);

    simulator.settings.disabledById = 'shown';
    expect(await look({ ImageIds: [ImageId] })).toMatchObject([{ State: 'disabled' }]);

    simulator.settings.disabledById = 'not-found';
    expect((await refusalOf(look({ ImageIds: [ImageId] }))).code).toBe('InvalidAMIID.NotFound');
    expect(await look({ ImageIds: [ImageId], IncludeDisabled: true })).toMatchObject([{ State: 'disabled' }]);
  });

  it('is not asked for by its state without IncludeDisabled', async () => {
    const { look } = disableStage();
    const Filters = [{ Name: 'state', Values: ['available', 'disabled'] }];
    expect(await refusalOf(look({ Filters }))).toEqual({
      code: 'InvalidParameter',
      message:
        "When filtering by the 'disabled' state, 'IncludeDisabled' must be set to 'true' in the request.",
      status: 400,
    });
    expect(await look({ Filters, IncludeDisabled: true })).toHaveLength(1);
  });

  it('loses its launch permissions for good', async () => {
    const { otherAccount, ImageId, look, disable, enable } = disableStage({
      sharedWith: [other],
      public: true,
    });
    expect(await look({ ImageIds: [ImageId] }, otherAccount)).toHaveLength(1);
    await disable();
    await enable();
    expect(await look({ ImageIds: [ImageId] })).toMatchObject([{ State: 'available', Public: false }]);
    expect((await refusalOf(look({ ImageIds: [ImageId] }, otherAccount))).code).toBe('InvalidAMIID.NotFound');
  });

  it('is seeded without launch permissions', () => {
    const { image } = disableStage({ state: 'disabled', sharedWith: [other], public: true });
    expect([...image.launchPermissions.current]).toEqual([]);
  });

  it('keeps its name', async () => {
    const { clock, ec2, instance, ImageId, disable } = disableStage();
    await disable();
    const create = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' });
    expect(await refusalOf(clock.run(ec2.send(create)))).toMatchObject({
      code: 'InvalidAMIName.Duplicate',
      message: expect.stringContaining(ImageId),
    });
  });

  it('keeps its snapshots, until it is deregistered', async () => {
    const { clock, ec2, image, ImageId, disable } = disableStage();
    await disable();
    const [SnapshotId] = imageSnapshotIds(image);
    const remove = () => clock.run(ec2.send(new DeleteSnapshotCommand({ SnapshotId })));
    expect((await refusalOf(remove())).code).toBe('InvalidSnapshot.InUse');
    await clock.run(ec2.send(new DeregisterImageCommand({ ImageId })));
    await remove();
  });

  it.each([
    [
      'shared',
      (ImageId: string) =>
        new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [{ UserId: other }] } }),
    ],
    [
      'changed',
      (ImageId: string) => new ModifyImageAttributeCommand({ ImageId, ImdsSupport: { Value: 'v2.0' } }),
    ],
    [
      'copied',
      (SourceImageId: string) =>
        new CopyImageCommand({ SourceImageId, SourceRegion: 'eu-west-1', Name: 'silver' }),
    ],
  ])('cannot be %s', async (_what, command) => {
    const { clock, ec2, ImageId, disable } = disableStage();
    await disable();
    expect(await refusalOf(clock.run(ec2.send(command(ImageId) as never)))).toEqual({
      code: 'InvalidAMIID.Unavailable',
      message: `The AMI ID '${ImageId}' is currently disabled and may not be used for this operation`,
      status: 400,
    });
  });

  it('is disabled by somebody at a given moment', async () => {
    const { clock, simulator, image, ImageId, look } = disableStage();
    simulator.meanwhile.at(60, (at) => disableImage(image, at));
    await clock.advance(59);
    expect(await look({ ImageIds: [ImageId], IncludeDisabled: true })).toMatchObject([
      { State: 'available' },
    ]);
    await clock.advance(1);
    expect(await look({ ImageIds: [ImageId], IncludeDisabled: true })).toMatchObject([{ State: 'disabled' }]);
  });
});

describe('DisableImage and EnableImage', () => {
  it('change nothing in a dry run, and need their permissions', async () => {
    const { clock, simulator, ec2, image, ImageId } = disableStage();
    const dry = () => clock.run(ec2.send(new DisableImageCommand({ ImageId, DryRun: true })));
    expect((await refusalOf(dry())).code).toBe('DryRunOperation');
    expect(image.disabled).toBe(false);
    simulator.permissions.deny('ec2:DisableImage');
    expect((await refusalOf(dry())).code).toBe('UnauthorizedOperation');
  });

  it('may be called again', async () => {
    const { look, ImageId, disable, enable } = disableStage();
    await disable();
    await disable();
    await enable();
    await enable();
    expect(await look({ ImageIds: [ImageId] })).toMatchObject([{ State: 'available' }]);
  });

  it('are for the owner', async () => {
    const { clock, otherAccount, ImageId } = disableStage({ sharedWith: [other] });
    expect((await refusalOf(clock.run(otherAccount.send(new DisableImageCommand({ ImageId }))))).code).toBe(
      'AuthFailure',
    );
  });

  it('do not take an image that is pending, or has failed', async () => {
    const { clock, ec2, instance } = disableStage(
      {},
      { image: { seconds: 100, failure: { atPercent: 50 } } },
    );
    const { ImageId } = await clock.run(
      ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'silver' })),
    );
    const disable = () => refusalOf(clock.run(ec2.send(new DisableImageCommand({ ImageId }))));
    expect(await disable()).toMatchObject({
      code: 'InvalidAMIID.Unavailable',
      message: expect.stringContaining('pending'),
    });
    await clock.advance(60);
    expect((await disable()).code).toBe('InvalidAMIID.Unavailable');
  });
});
