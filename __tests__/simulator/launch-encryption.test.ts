/** With which keys the volumes of launched instances are encrypted. */
import { describe, expect, it } from '@jest/globals';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { launchStage } from './launch-stage.ts';

const me = '123456789012';
const other = '999999999999';

function encryptionStage(image: ImageSeed = {}) {
  const parts = launchStage({}, image);
  const { simulator, launch, volumes } = parts;
  const world = simulator.world();
  return {
    ...parts,
    world,
    /** Of the volumes of a new instance, whether each is encrypted, and its key. */
    async launched(input: Parameters<typeof launch>[0] = {}) {
      const { InstanceId } = await launch(input);
      const made = (await volumes()).filter(({ Attachments }) => Attachments?.[0]?.InstanceId === InstanceId);
      return made.map(({ Encrypted, KmsKeyId }) => [Encrypted, KmsKeyId]);
    },
  };
}

const encrypt = (Encrypted: boolean) => ({
  BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted } }],
});

describe('Encryption by default', () => {
  it.each([
    ['as the request does not say', {}],
    ['when the request asks for none', encrypt(false)],
  ])('encrypts volumes of unencrypted snapshots with the default key, %s', async (_what, input) => {
    const { world, launched } = encryptionStage();
    world.ebsEncryption.enable(me);
    expect(await launched(input)).toEqual([[true, world.awsManagedKey(me)]]);
    const key = world.customerManagedKey(me);
    world.ebsEncryption.enable(me, key);
    expect(await launched(input)).toEqual([[true, key]]);
  });

  it('encrypts empty volumes too', async () => {
    const { world, launched } = encryptionStage();
    world.ebsEncryption.enable(me);
    const added = { BlockDeviceMappings: [{ DeviceName: '/dev/sdg', Ebs: { VolumeSize: 5 } }] };
    expect(await launched(added)).toEqual(Array(2).fill([true, world.awsManagedKey(me)]));
  });

  it('leaves volumes alone where it is off, or on for somebody else', async () => {
    const { world, launched } = encryptionStage();
    world.ebsEncryption.enable(other);
    expect(await launched()).toEqual([[false, undefined]]);
  });
});

describe('A request that asks for encryption', () => {
  it('gets the default key', async () => {
    const { world, launched } = encryptionStage();
    const key = world.customerManagedKey(me);
    world.ebsEncryption.defaultKeys.set(me, key);
    expect(await launched(encrypt(true))).toEqual([[true, key]]);
  });
});

describe('A volume of an encrypted snapshot', () => {
  it.each([{}, encrypt(true)])('keeps the key of a snapshot of one’s own (%j)', async (input) => {
    const { world, image, launched } = encryptionStage({
      devices: [{ device: '/dev/xvda', encrypted: true }],
    });
    world.ebsEncryption.enable(me);
    const [device] = image.mapping;
    const snapshotId = device && 'snapshotId' in device ? (device.snapshotId ?? '') : '';
    expect(await launched(input)).toEqual([[true, world.snapshots.get(snapshotId)?.kmsKeyId]]);
  });

  it('gets the caller’s default key when the snapshot is another account’s', async () => {
    const { world, launched } = encryptionStage({
      accountId: other,
      sharedWith: [me],
      devices: [{ device: '/dev/xvda', encrypted: true }],
    });
    expect(await launched()).toEqual([[true, world.awsManagedKey(me)]]);
  });
});
