import {
  CopyImageCommand,
  type CopyImageCommandInput,
  CreateImageCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  DisableEbsEncryptionByDefaultCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  GetEbsDefaultKmsKeyIdCommand,
  GetEbsEncryptionByDefaultCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ModifyImageAttributeCommand,
  ResetEbsDefaultKmsKeyIdCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

const me = '123456789012';
const other = '999999999999';

/** An image in eu-west-1, and clients there and in us-west-2, where it is copied to. */
function encryptionStage(seed: ImageSeed = {}) {
  const parts = stage({ accounts: { AKIAOTHER: other }, image: { seconds: 100 } });
  const { clock, simulator, ec2: home } = parts;
  const source = simulator.seedImage({ name: 'golden', ...seed });
  const away = new EC2Client(inProcess(simulator, { region: 'us-west-2' }));
  const copy = async (input: Partial<CopyImageCommandInput> = {}, client = away) => {
    const { ImageId } = await clock.run(
      client.send(
        new CopyImageCommand({
          SourceImageId: source.id,
          SourceRegion: 'eu-west-1',
          Name: 'copy-1',
          ...input,
        }),
      ),
    );
    await clock.advance(100);
    const { Images = [] } = await clock.run(
      client.send(new DescribeImagesCommand({ ImageIds: [ImageId ?? ''] })),
    );
    const SnapshotIds = [Images[0]?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? ''];
    const { Snapshots = [] } = await clock.run(client.send(new DescribeSnapshotsCommand({ SnapshotIds })));
    return { image: Images[0], snapshot: Snapshots[0] };
  };
  const isOn = async (client = away) =>
    (await clock.run(client.send(new GetEbsEncryptionByDefaultCommand({})))).EbsEncryptionByDefault;
  const defaultKey = async (client = away) =>
    (await clock.run(client.send(new GetEbsDefaultKmsKeyIdCommand({})))).KmsKeyId;
  const useKey = async (KmsKeyId: string) =>
    (await clock.run(away.send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId })))).KmsKeyId;
  return { ...parts, home, away, copy, isOn, defaultKey, useKey, world: simulator.world('us-west-2') };
}

describe('Encryption by default', () => {
  it('is a setting of each account in each Region', async () => {
    const { clock, simulator, home, away, isOn } = encryptionStage();
    const otherAccount = new EC2Client(
      inProcess(simulator, { region: 'us-west-2', accessKeyId: 'AKIAOTHER' }),
    );
    expect(await isOn()).toBe(false);
    const answer = await clock.run(away.send(new EnableEbsEncryptionByDefaultCommand({})));
    expect(answer.EbsEncryptionByDefault).toBe(true);
    expect([await isOn(), await isOn(home), await isOn(otherAccount)]).toEqual([true, false, false]);
    await clock.run(away.send(new DisableEbsEncryptionByDefaultCommand({})));
    expect(await isOn()).toBe(false);
  });

  it.each<[string, Partial<CopyImageCommandInput>]>([
    ['without a word about encryption', {}],
    ['that asks for none', { Encrypted: false }],
  ])('encrypts a copy %s with the default key, so that it cannot be shared', async (_what, input) => {
    const { clock, away, copy, world } = encryptionStage();
    world.ebsEncryption.enable(me);
    const { image, snapshot } = await copy(input);
    expect(image).toMatchObject({ State: 'available', BlockDeviceMappings: [{ Ebs: { Encrypted: true } }] });
    expect(snapshot).toMatchObject({ Encrypted: true, KmsKeyId: world.awsManagedKey(me) });
    const share = new ModifyImageAttributeCommand({
      ImageId: image?.ImageId,
      LaunchPermission: { Add: [{ UserId: other }] },
    });
    expect(await refusalOf(clock.run(away.send(share)))).toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining('AWS Managed CMK'),
    });
  });

  it('leaves copies alone where it is off, or on for somebody else', async () => {
    const { simulator, copy, world } = encryptionStage();
    world.ebsEncryption.enable(other);
    simulator.world().ebsEncryption.enable(me);
    expect((await copy()).snapshot).toMatchObject({ Encrypted: false });
  });

  it('does not touch the snapshots of unencrypted volumes', async () => {
    const { clock, simulator, home, instance } = encryptionStage();
    simulator.world().ebsEncryption.enable(me);
    await clock.run(home.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'new-1' })));
    const { Snapshots = [] } = await clock.run(
      home.send(new DescribeSnapshotsCommand({ Filters: [{ Name: 'status', Values: ['pending'] }] })),
    );
    expect(Snapshots.map(({ Encrypted }) => Encrypted)).toEqual([false, false]);
  });
});

describe('The default key', () => {
  it('is aws/ebs, by its alias or ARN, until it is changed, and again when it is reset', async () => {
    const { clock, simulator, away, defaultKey, useKey, world } = encryptionStage();
    expect(await defaultKey()).toBe('alias/aws/ebs');
    world.ebsEncryption.awsManagedShownAs = 'arn';
    expect(await defaultKey()).toBe(world.awsManagedKey(me));
    const { arn } = simulator.seedKey({ region: 'us-west-2', alias: 'alias/images' });
    expect(await useKey('alias/images')).toBe(arn);
    expect(await defaultKey()).toBe(arn);
    const reset = await clock.run(away.send(new ResetEbsDefaultKmsKeyIdCommand({})));
    expect(reset.KmsKeyId).toBe(world.awsManagedKey(me));
    expect(await defaultKey()).toBe(world.awsManagedKey(me));
  });

  it('is not changed by what is no key of the Region, although that is accepted', async () => {
    const { simulator, defaultKey, useKey } = encryptionStage();
    const elsewhere = simulator.seedKey().arn;
    expect(await useKey(elsewhere)).toBe(elsewhere);
    expect(await defaultKey()).toBe('alias/aws/ebs');
  });

  it.each<[string, ImageSeed, Partial<CopyImageCommandInput>, boolean]>([
    ['with encryption by default', {}, {}, true],
    ['that is encrypted without a key', {}, { Encrypted: true }, false],
    ['of an encrypted image', { devices: [{ device: '/dev/xvda', encrypted: true }] }, {}, false],
  ])('encrypts a copy %s', async (_what, seed, input, on) => {
    const { simulator, copy, world } = encryptionStage(seed);
    const { arn } = simulator.seedKey({ region: 'us-west-2' });
    world.ebsEncryption.enable(me, arn);
    if (!on) world.ebsEncryption.byDefault.clear();
    expect((await copy(input)).snapshot).toMatchObject({ State: 'completed', KmsKeyId: arn });
  });

  it('dooms the copies when it is disabled, and them alone', async () => {
    const { simulator, copy, home, world } = encryptionStage();
    const { arn } = simulator.seedKey({ region: 'us-west-2', state: 'Disabled' });
    world.ebsEncryption.enable(me, arn);
    expect((await copy()).image).toMatchObject({
      State: 'failed',
      StateReason: { Message: expect.stringContaining('Given key ID is not accessible') },
    });
    expect((await copy({ Name: 'copy-2' }, home)).image).toMatchObject({ State: 'available' });
  });
});

describe('The calls about encryption by default', () => {
  it.each([
    ['GetEbsEncryptionByDefault', () => new GetEbsEncryptionByDefaultCommand({ DryRun: true })],
    ['GetEbsDefaultKmsKeyId', () => new GetEbsDefaultKmsKeyIdCommand({ DryRun: true })],
    ['EnableEbsEncryptionByDefault', () => new EnableEbsEncryptionByDefaultCommand({ DryRun: true })],
    ['DisableEbsEncryptionByDefault', () => new DisableEbsEncryptionByDefaultCommand({ DryRun: true })],
    ['ResetEbsDefaultKmsKeyId', () => new ResetEbsDefaultKmsKeyIdCommand({ DryRun: true })],
    [
      'ModifyEbsDefaultKmsKeyId',
      () => new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId: 'alias/images', DryRun: true }),
    ],
  ])('%s asks for its permission', async (action, command) => {
    const { clock, simulator, away } = encryptionStage();
    const ask = () => refusalOf(clock.run(away.send(command() as never)));
    expect((await ask()).code).toBe('DryRunOperation');
    simulator.permissions.deny(`ec2:${action}`);
    expect((await ask()).code).toBe('UnauthorizedOperation');
  });
});

describe('An image of a volume whose key cannot be used', () => {
  async function bake(options: SimulatorOptions) {
    const { clock, simulator, ec2 } = stage({ image: { seconds: 100, pace: 'equal' }, ...options });
    const key = simulator.seedKey({ state: 'PendingDeletion' });
    const instance = simulator.seedInstance({
      volumes: [{ device: '/dev/xvda' }, { device: '/dev/sdf', encrypted: key.arn as `arn:${string}` }],
    });
    const create = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' });
    const { ImageId = '' } = await clock.run(ec2.send(create));
    await clock.advance(10);
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
    const { Snapshots = [] } = await clock.run(
      ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] })),
    );
    return {
      image: Images[0],
      snapshots: Snapshots.map(({ State, StateMessage }) => [State, StateMessage]),
      instance,
    };
  }

  it('fails soon, with the snapshot of that volume', async () => {
    const { image, snapshots } = await bake({});
    expect(image).toMatchObject({
      State: 'failed',
      StateReason: {
        Code: 'Client.InvalidKMSKey.InvalidState',
        Message: 'The KMS key provided is in an incorrect state',
      },
    });
    expect(snapshots).toEqual([
      ['pending', undefined],
      ['error', 'The KMS key provided is in an incorrect state'],
    ]);
  });

  it('is refused before the reboot, when that is how EC2 is to be', async () => {
    expect(await refusalOf(bake({ unusableVolumeKeys: 'refused' }))).toMatchObject({
      code: 'CustomerKeyHasBeenRevoked',
      status: 400,
    });
  });

  it('comes to no harm, when that is how EC2 is to be', async () => {
    expect((await bake({ unusableVolumeKeys: 'no-matter' })).image).toMatchObject({ State: 'pending' });
  });
});
