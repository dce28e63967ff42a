import {
  CopyImageCommand,
  type CopyImageCommandInput,
  CreateTagsCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

const other = '999999999999';
const me = '123456789012';

/** An image in eu-west-1 and a client in us-west-2, which copies it. */
function copyStage(options: SimulatorOptions = {}, seed: ImageSeed = {}) {
  const { clock, simulator } = stage({
    accounts: { AKIAOTHER: other },
    image: { seconds: 100, pace: 'equal' },
    ...options,
  });
  const source = simulator.seedImage({
    name: 'golden',
    devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf', sizeGiB: 20 }],
    tags: { Name: 'golden', 'aws:x': 'y' },
    ...seed,
  });
  const ec2 = new EC2Client(inProcess(simulator, { region: 'us-west-2' }));
  const copy = async (input: Partial<CopyImageCommandInput> = {}, client = ec2) => {
    const command = new CopyImageCommand({
      SourceImageId: source.id,
      SourceRegion: 'eu-west-1',
      Name: 'golden',
      ...input,
    });
    return (await clock.run(client.send(command))).ImageId ?? '';
  };
  const look = async (id: string) => {
    const images = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [id] })));
    const ids = (images.Images?.[0]?.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId ?? '');
    const snapshots = await clock.run(ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: ids })));
    return { image: images.Images?.[0], snapshots: snapshots.Snapshots ?? [] };
  };
  return { clock, simulator, source, ec2, copy, look, world: simulator.world('us-west-2') };
}

describe('CopyImage', () => {
  it('makes an image of its own in the Region where it is called, over time', async () => {
    const { clock, simulator, source, copy, look } = copyStage();
    const id = await copy({ Description: 'A copy' });
    await clock.advance(50);
    const { image, snapshots } = await look(id);
    expect(image).toMatchObject({
      State: 'pending',
      OwnerId: me,
      Name: 'golden',
      Description: 'A copy',
      SourceImageId: source.id,
      SourceImageRegion: 'eu-west-1',
      Architecture: 'x86_64',
      RootDeviceName: '/dev/xvda',
      Public: false,
    });
    expect(image?.Tags).toBeUndefined();
    expect(image?.SourceInstanceId).toBeUndefined();
    expect(
      snapshots.map(({ State, Progress, VolumeSize, VolumeId, Encrypted }) => [
        State,
        Progress,
        VolumeSize,
        VolumeId,
        Encrypted,
      ]),
    ).toEqual([
      ['pending', '52%', 8, 'vol-ffffffff', false],
      ['pending', '52%', 20, 'vol-ffffffff', false],
    ]);
    expect(snapshots[0]?.Description).toMatch(
      new RegExp(`^Copied for DestinationAmi ${id} from SourceAmi ${source.id} for SourceSnapshot snap-`),
    );
    await clock.advance(50);
    expect((await look(id)).image).toMatchObject({ State: 'available' });
    expect(simulator.world().images.size).toBe(1);
    expect(simulator.calls.last('CopyImage')).toMatchObject({ region: 'us-west-2', mutating: true });
  });

  it('goes as `copy` and planNextCopy say, apart from other images', async () => {
    const { clock, simulator, copy, look } = copyStage({ copy: { seconds: 1000 } });
    simulator.planNextCopy({ seconds: 10, failure: { message: 'No luck' } }, 'us-west-2');
    const [first, second] = [await copy({ Name: 'first' }), await copy({ Name: 'second' })];
    await clock.advance(999);
    expect((await look(first)).image).toMatchObject({ State: 'failed', StateReason: { Message: 'No luck' } });
    expect((await look(second)).image).toMatchObject({ State: 'pending' });
    await clock.advance(1);
    expect((await look(second)).image).toMatchObject({ State: 'available' });
  });

  it('tags image and snapshots, and takes tags along when it is asked to', async () => {
    const { copy, look } = copyStage();
    const tagsOf = async (input: Partial<CopyImageCommandInput>) => {
      const { image, snapshots } = await look(await copy(input));
      return [image?.Tags, snapshots.map(({ Tags }) => Tags)];
    };
    const specifications = (Value: string): CopyImageCommandInput['TagSpecifications'] => [
      { ResourceType: 'image', Tags: [{ Key: 'Name', Value }] },
      { ResourceType: 'snapshot', Tags: [{ Key: 'key', Value }] },
    ];
    const snapshotTags = [{ Key: 'key', Value: 'copy' }];
    expect(await tagsOf({ Name: 'one-copy', TagSpecifications: specifications('copy') })).toEqual([
      [{ Key: 'Name', Value: 'copy' }],
      [snapshotTags, snapshotTags],
    ]);
    expect(await tagsOf({ Name: 'two-copy', CopyImageTags: true })).toEqual([
      [{ Key: 'Name', Value: 'golden' }],
      [undefined, undefined],
    ]);
    expect(
      (await tagsOf({ Name: 'six-copy', CopyImageTags: true, TagSpecifications: specifications('copy') }))[0],
    ).toEqual([{ Key: 'Name', Value: 'copy' }]);
  });

  it.each<[string, boolean | 'aws-managed', Partial<CopyImageCommandInput>, RegExp | undefined]>([
    ['unencrypted to unencrypted', false, {}, undefined],
    ['unencrypted to the default key', false, { Encrypted: true }, /:key\/00000000-aaaa/],
    ['unencrypted to a key', false, { Encrypted: true, KmsKeyId: 'alias/target' }, /:key\/target-key$/],
    ['encrypted to the default key of the other Region', true, {}, /us-west-2.*:key\/00000000-aaaa/],
    [
      'encrypted by AWS to a key',
      'aws-managed',
      { Encrypted: true, KmsKeyId: 'alias/target' },
      /:key\/target-key$/,
    ],
  ])('copies %s', async (_what, encrypted, input, key) => {
    const { clock, simulator, copy, look } = copyStage({}, { devices: [{ device: '/dev/xvda', encrypted }] });
    simulator.seedKey({
      region: 'us-west-2',
      arn: `arn:aws:kms:us-west-2:${me}:key/target-key`,
      alias: 'alias/target',
    });
    const id = await copy(input);
    await clock.advance(100);
    const { image, snapshots } = await look(id);
    expect(image).toMatchObject({ State: 'available' });
    expect(image?.BlockDeviceMappings?.[0]?.Ebs?.Encrypted).toBe(key !== undefined);
    expect(snapshots[0]?.KmsKeyId ?? '').toMatch(key ?? /^$/);
  });

  it('keeps the key in the same Region', async () => {
    const { simulator, source, copy } = copyStage(
      {},
      { devices: [{ device: '/dev/xvda', encrypted: true }] },
    );
    const home = new EC2Client(inProcess(simulator));
    const id = await copy({ Name: 'again' }, home);
    const keys = [source.id, id].map((image) => {
      const device = simulator.world().images.get(image)?.mapping[0];
      return device && 'snapshotId' in device
        ? simulator.world().snapshots.get(device.snapshotId ?? '')?.kmsKeyId
        : undefined;
    });
    expect(keys[1]).toBe(keys[0]);
    expect(keys[0]).toMatch(/^arn:/);
  });

  it.each<[string, (simulator: ReturnType<typeof copyStage>['simulator']) => string]>([
    ['that does not exist', () => 'alias/none'],
    ['that is nothing', () => 'nonsense'],
    ['of another Region', (simulator) => simulator.seedKey().arn],
    ['that is disabled', (simulator) => simulator.seedKey({ region: 'us-west-2', state: 'Disabled' }).arn],
    ['of another account', (simulator) => simulator.seedKey({ region: 'us-west-2', accountId: other }).arn],
    [
      'that the caller may not use',
      (simulator) => {
        simulator.permissions.deny('kms:CreateGrant');
        return simulator.seedKey({ region: 'us-west-2' }).arn;
      },
    ],
  ])('accepts a key %s, and fails later', async (_what, seed) => {
    const { clock, simulator, copy, look } = copyStage();
    const id = await copy({ Encrypted: true, KmsKeyId: seed(simulator) });
    expect((await look(id)).image).toMatchObject({ State: 'pending' });
    await clock.advance(10);
    const { image, snapshots } = await look(id);
    expect(image).toMatchObject({
      State: 'failed',
      StateReason: { Message: expect.stringContaining('Given key ID is not accessible') },
    });
    expect(snapshots.map(({ State }) => State)).toEqual(['error', 'error']);
  });

  it.each<[string, ImageSeed, Partial<CopyImageCommandInput>, string, string]>([
    ['a malformed name', {}, { Name: 'x' }, 'InvalidAMIName.Malformed', 'AMI names must be'],
    ['a malformed ID', {}, { SourceImageId: 'ami-x' }, 'InvalidAMIID.Malformed', 'Invalid id: "ami-x"'],
    [
      'an unknown image',
      {},
      { SourceImageId: 'ami-0123456789abcdef0' },
      'InvalidAMIID.NotFound',
      "The image id '[ami-0123456789abcdef0]' does not exist",
    ],
    [
      'an image of another Region',
      {},
      { SourceRegion: 'eu-west-2' },
      'InvalidAMIID.NotFound',
      'The image id',
    ],
    [
      'a Region that is not enabled',
      {},
      { SourceRegion: 'af-south-1' },
      'InvalidParameterValue',
      "Invalid source region 'af-south-1'",
    ],
    ['a private image of others', { accountId: other }, {}, 'InvalidAMIID.NotFound', 'The image id'],
    [
      'a shared image without its snapshots',
      { accountId: other, sharedWith: [me] },
      {},
      'InvalidRequest',
      'You do not have permission to access the storage of this ami',
    ],
    ['a disabled image', { state: 'disabled' }, {}, 'InvalidAMIID.Unavailable', 'currently disabled'],
    [
      'a key without encryption',
      {},
      { KmsKeyId: 'alias/target' },
      'InvalidParameterDependency',
      'The parameter KmsKeyId requires the parameter Encrypted to be set.',
    ],
    [
      'to decrypt',
      { devices: [{ device: '/dev/xvda', encrypted: true }] },
      { Encrypted: false },
      'InvalidRequest',
      'is encrypted. Creating unencrypted copy from an encrypted snapshot is not supported.',
    ],
    [
      'tags of other resources',
      {},
      { TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'k', Value: 'v' }] }] },
      'InvalidParameterValue',
      "'volume' is not a valid taggable resource type",
    ],
    ['a long token', {}, { ClientToken: 'x'.repeat(129) }, 'InvalidParameterValue', '128'],
  ])('refuses %s', async (_what, seed, input, code, message) => {
    const { copy, world } = copyStage({}, seed);
    expect(await refusalOf(copy(input))).toEqual({
      code,
      message: expect.stringContaining(message),
      status: 400,
    });
    expect(world.images.size).toBe(0);
  });

  it('copies a shared image when its snapshots are shared too', async () => {
    const { simulator, copy } = copyStage({}, { accountId: other, sharedWith: [me] });
    for (const snapshot of simulator.world().snapshots.values()) snapshot.sharedWith.add(me);
    expect(await copy({ CopyImageTags: true })).toMatch(/^ami-/);
  });

  it('refuses a pending image and a name that is taken there, not here', async () => {
    const { clock, simulator, copy, world } = copyStage();
    const first = await copy();
    expect(await refusalOf(copy())).toMatchObject({
      code: 'InvalidAMIName.Duplicate',
      message: `AMI name golden is already in use by AMI ${first}`,
    });
    const home = new EC2Client(inProcess(simulator));
    const back = copy({ SourceImageId: first, SourceRegion: 'us-west-2', Name: 'back' }, home);
    expect(await refusalOf(back)).toMatchObject({
      code: 'InvalidAMIID.Unavailable',
      message: `The AMI ID '${first}' is currently pending and may not be used for this operation`,
    });
    await clock.advance(100);
    expect(await copy({ SourceImageId: first, SourceRegion: 'us-west-2', Name: 'back' }, home)).toMatch(
      /^ami-/,
    );
    expect(world.images.size).toBe(1);
  });

  it('limits the copies that run at once into a Region', async () => {
    const { clock, copy } = copyStage({ concurrentCopies: 2 });
    await copy({ Name: 'first' });
    await copy({ Name: 'second' });
    expect(await refusalOf(copy({ Name: 'third' }))).toMatchObject({
      code: 'ResourceLimitExceeded',
      message: 'Too many image copies in progress. The limit is 2 for this destination region.',
    });
    await clock.advance(100);
    expect(await copy({ Name: 'third' })).toMatch(/^ami-/);
  });

  it('needs its permission, and that to create tags for tags', async () => {
    const { simulator, copy } = copyStage();
    simulator.permissions.deny('ec2:CreateTags');
    const TagSpecifications: CopyImageCommandInput['TagSpecifications'] = [
      { ResourceType: 'image', Tags: [{ Key: 'k', Value: 'v' }] },
    ];
    expect(await refusalOf(copy({ TagSpecifications }))).toMatchObject({
      code: 'UnauthorizedOperation',
      status: 403,
    });
    expect(await copy()).toMatch(/^ami-/);
    simulator.permissions.deny('ec2:CopyImage');
    expect(await refusalOf(copy({ Name: 'again' }))).toMatchObject({ code: 'UnauthorizedOperation' });
  });

  it('refuses more than fifty tags in all', async () => {
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, '']));
    const { copy } = copyStage({}, { tags });
    const TagSpecifications: CopyImageCommandInput['TagSpecifications'] = [
      { ResourceType: 'image', Tags: [{ Key: 'one-more', Value: '' }] },
    ];
    expect(await refusalOf(copy({ CopyImageTags: true, TagSpecifications }))).toMatchObject({
      code: 'TagLimitExceeded',
    });
    expect(await copy({ CopyImageTags: true })).toMatch(/^ami-/);
  });
});

describe('The client token of CopyImage', () => {
  it('gives the same copy again, whatever became of the first answer', async () => {
    const { simulator, copy, world } = copyStage();
    simulator.faults.add({ action: 'CopyImage', fault: faults.lostAnswer(), times: 1 });
    await expect(copy({ ClientToken: 'token' })).rejects.toThrow(/ECONNRESET/);
    const [id] = world.images.keys();
    expect(await copy({ ClientToken: 'token' })).toBe(id);
    expect(await refusalOf(copy({ ClientToken: 'another' }))).toMatchObject({
      code: 'InvalidAMIName.Duplicate',
    });
    expect(world.images.size).toBe(1);
  });

  it.each<[string, Partial<CopyImageCommandInput>]>([
    ['name', { Name: 'other' }],
    ['description', { Description: 'other' }],
    ['tags', { TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'k', Value: 'v' }] }] }],
    ['encryption', { Encrypted: true }],
  ])('is not for another %s', async (_what, input) => {
    const { copy } = copyStage();
    await copy({ ClientToken: 'token' });
    expect(await refusalOf(copy({ ClientToken: 'token', ...input }))).toEqual({
      code: 'IdempotentParameterMismatch',
      message:
        'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
      status: 400,
    });
  });

  it('is of its account and Region', async () => {
    const { simulator, copy, world } = copyStage({}, { public: true });
    for (const snapshot of simulator.world().snapshots.values()) snapshot.sharedWith.add('all');
    const elsewhere = new EC2Client(inProcess(simulator, { region: 'us-east-1' }));
    const others = new EC2Client(inProcess(simulator, { region: 'us-west-2', accessKeyId: 'AKIAOTHER' }));
    const ids = [
      await copy({ ClientToken: 'token' }),
      await copy({ ClientToken: 'token' }, elsewhere),
      await copy({ ClientToken: 'token' }, others),
    ];
    expect(new Set(ids).size).toBe(3);
    expect(world.images.size).toBe(2);
  });

  it('still stands for a copy that is deregistered', async () => {
    const { clock, ec2, copy, world } = copyStage();
    const id = await copy({ ClientToken: 'token' });
    await clock.run(ec2.send(new DeregisterImageCommand({ ImageId: id })));
    expect(await copy({ ClientToken: 'token' })).toBe(id);
    expect(world.images.size).toBe(1);
  });
});

describe('A copy', () => {
  it('has none of what is set on images afterwards', async () => {
    const { clock, simulator, source, copy, look } = copyStage({}, { sharedWith: [other] });
    source.imdsSupport = 'v2.0';
    source.deprecateAt = clock.now() + 86_400_000;
    source.protection = { enabled: true, withCooldown: false, until: 0 };
    const { image } = await look(await copy());
    expect(image).toMatchObject({ DeregistrationProtection: 'disabled' });
    expect([image?.ImdsSupport, image?.DeprecationTime]).toEqual([undefined, undefined]);
    expect([...simulator.world('us-west-2').images.values()][0]?.launchPermissions.current.size).toBe(0);
  });

  it('shares no tags with its source', async () => {
    const { clock, ec2, source, copy } = copyStage();
    const id = await copy({ CopyImageTags: true });
    await clock.run(ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'new', Value: '' }] })));
    expect(source.tags.current.has('new')).toBe(false);
  });
});
