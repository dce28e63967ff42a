import { CopyImageCommand, DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import type { KeyState } from '../../simulator/model/kms-key.ts';
import type { KeySeed } from '../../simulator/model/kms-keys.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { stage } from './stage.ts';

/** What KMS says of a key, and what becomes of a copy that is encrypted with it. */
async function keyStage(seed: KeySeed) {
  const { clock, simulator } = stage({ image: { seconds: 100 } });
  const { arn } = simulator.seedKey({ region: 'us-west-2', ...seed });
  const config = inProcess(simulator, { region: 'us-west-2' });
  const { KeyMetadata } = await clock.run(new KMSClient(config).send(new DescribeKeyCommand({ KeyId: arn })));
  const ec2 = new EC2Client(config);
  const { ImageId = '' } = await clock.run(
    ec2.send(
      new CopyImageCommand({
        SourceImageId: simulator.seedImage().id,
        SourceRegion: 'eu-west-1',
        Name: 'copy-1',
        Encrypted: true,
        KmsKeyId: arn,
      }),
    ),
  );
  await clock.advance(100);
  const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
  return { arn, metadata: KeyMetadata, copy: Images[0]?.State };
}

describe('A KMS key', () => {
  it.each<[KeyState, string, object]>([
    ['Enabled', 'available', { Enabled: true, Origin: 'AWS_KMS' }],
    ['Creating', 'failed', { Enabled: false }],
    ['Updating', 'failed', { Enabled: false }],
    ['Disabled', 'failed', { Enabled: false }],
    ['PendingDeletion', 'failed', { Enabled: false, DeletionDate: expect.any(Date) }],
    ['PendingReplicaDeletion', 'failed', { Enabled: false, PendingDeletionWindowInDays: 30 }],
    ['PendingImport', 'failed', { Enabled: false, Origin: 'EXTERNAL' }],
    ['Unavailable', 'failed', { Enabled: false, Origin: 'AWS_CLOUDHSM' }],
  ])('that is %s: a copy with it is %s in the end', async (state, end, members) => {
    const { metadata, copy } = await keyStage({ state });
    expect(metadata).toMatchObject({ KeyState: state, KeySpec: 'SYMMETRIC_DEFAULT', ...members });
    expect(copy).toBe(end);
  });

  it.each([
    [
      'RSA_2048',
      { KeyUsage: 'ENCRYPT_DECRYPT', EncryptionAlgorithms: expect.arrayContaining(['RSAES_OAEP_SHA_256']) },
    ],
    ['ECC_NIST_P256', { KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: ['ECDSA_SHA_256'] }],
    ['HMAC_256', { KeyUsage: 'GENERATE_VERIFY_MAC', MacAlgorithms: ['HMAC_SHA_256'] }],
  ] as const)('of the kind %s encrypts no copy', async (spec, members) => {
    const { metadata, copy } = await keyStage({ spec });
    expect(metadata).toMatchObject({ KeySpec: spec, KeyState: 'Enabled', ...members });
    expect(copy).toBe('failed');
  });

  it('may be a multi-Region key', async () => {
    const { arn, metadata, copy } = await keyStage({ multiRegion: true });
    expect(arn).toMatch(/:key\/mrk-[0-9a-f]{32}$/);
    expect(metadata).toMatchObject({
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn: arn, Region: 'us-west-2' },
        ReplicaKeys: [],
      },
    });
    expect(copy).toBe('available');
  });
});
