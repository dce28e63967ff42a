import { CreateImageCommand, type CreateImageCommandInput, DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusalOf, stage } from './stage.ts';

const tagged = (ResourceType: 'image' | 'snapshot' | 'volume', Tags: { Key?: string; Value?: string }[]) => ({
  TagSpecifications: [{ ResourceType, Tags }],
});
const fiftyOne = Array.from({ length: 51 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));

describe('CreateImage refuses, as EC2 does,', () => {
  it.each<[string, Partial<CreateImageCommandInput>, string, string | RegExp]>([
    ['a name that is too short', { Name: 'ab' }, 'InvalidAMIName.Malformed', /between 3 and 128/],
    ['a name that is too long', { Name: 'x'.repeat(129) }, 'InvalidAMIName.Malformed', /between 3 and 128/],
    ['a name with other characters', { Name: 'web:1' }, 'InvalidAMIName.Malformed', /may contain letters/],
    ['no name', { Name: '' }, 'MissingParameter', 'The request must contain the parameter Name'],
    [
      'a description over 255 characters',
      { Description: 'x'.repeat(256) },
      'InvalidParameterValue',
      /It exceeds 255 characters$/,
    ],
    [
      'a description that is not ASCII',
      { Description: 'naïve — really' },
      'InvalidParameterValue',
      /Character sets beyond ASCII are not supported\.$/,
    ],
    [
      'an unknown instance',
      { InstanceId: 'i-0123456789abcdef0' },
      'InvalidInstanceID.NotFound',
      "The instance ID 'i-0123456789abcdef0' does not exist",
    ],
    [
      'a malformed instance ID',
      { InstanceId: 'i-xyz' },
      'InvalidInstanceID.Malformed',
      'Invalid id: "i-xyz"',
    ],
    [
      'an ID of something else',
      { InstanceId: 'ami-0123456789abcdef0' },
      'InvalidInstanceID.Malformed',
      'Invalid id: "ami-0123456789abcdef0" (expecting "i-...")',
    ],
    ['too many tags', tagged('image', fiftyOne), 'TagLimitExceeded', /maximum number of Tags/],
    [
      'a key that is too long',
      tagged('image', [{ Key: 'k'.repeat(129), Value: '' }]),
      'InvalidParameterValue',
      /Tag key exceeds the maximum length of 128/,
    ],
    [
      'a value that is too long',
      tagged('snapshot', [{ Key: 'k', Value: 'v'.repeat(257) }]),
      'InvalidParameterValue',
      'Tag value exceeds the maximum length of 256 characters',
    ],
    [
      'a reserved key',
      tagged('image', [{ Key: 'AWS:x', Value: '' }]),
      'InvalidParameterValue',
      "Tag keys starting with 'aws:' are reserved for internal use",
    ],
    [
      'a key given twice',
      tagged('image', [
        { Key: 'k', Value: '1' },
        { Key: 'k', Value: '2' },
      ]),
      'InvalidParameterValue',
      /Duplicate tag key/,
    ],
    [
      'a tag specification without tags',
      tagged('image', []),
      'InvalidParameterValue',
      'Tag specification must have at least one tag',
    ],
    [
      'tags for something that it does not make',
      tagged('volume', [{ Key: 'k', Value: '' }]),
      'InvalidParameterValue',
      "'volume' is not a valid taggable resource type for this operation.",
    ],
    [
      'to leave the root device out',
      { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', NoDevice: '' }] },
      'InvalidBlockDeviceMapping',
      /root device/,
    ],
    [
      'a new device without size or snapshot',
      { BlockDeviceMappings: [{ DeviceName: '/dev/sdz', Ebs: { VolumeType: 'gp3' } }] },
      'InvalidBlockDeviceMapping',
      'Either snapshot ID or volume size must be provided for: /dev/sdz',
    ],
    [
      'another size for an existing device',
      { BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { VolumeSize: 99 } }] },
      'InvalidBlockDeviceMapping',
      /cannot be changed/,
    ],
    [
      'to encrypt an existing device',
      { BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { Encrypted: true } }] },
      'InvalidBlockDeviceMapping',
      /cannot be changed/,
    ],
  ])('%s', async (_what, input, code, message) => {
    const { clock, simulator, instance, ec2 } = stage();
    const command = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden', ...input });

    const refusal = await clock.run(refusalOf(ec2.send(command)));

    expect(refusal).toEqual({ code, message: expect.stringMatching(toPattern(message)), status: 400 });
    expect(simulator.world().images.size).toBe(0);
    expect(simulator.world().snapshots.size).toBe(0);
    expect(instance.reboots).toEqual([]);
  });

  it('a name that is taken, from the first moment on', async () => {
    const { clock, instance, ec2 } = stage({ consistency: { imageSeconds: 60 } });
    const create = () => ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' }));

    const { ImageId } = await clock.run(create());

    expect(await clock.run(refusalOf(create()))).toEqual({
      code: 'InvalidAMIName.Duplicate',
      message: `AMI name golden is already in use by AMI ${ImageId}`,
      status: 400,
    });
  });

  it('nothing when only another account has an image of that name', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    simulator.seedImage({ name: 'golden', accountId: '999999999999', public: true });
    const created = await clock.run(
      ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' })),
    );
    expect(created.ImageId).toMatch(/^ami-[0-9a-f]{17}$/);
  });

  it.each(['pending', 'shutting-down', 'terminated'] as const)('an instance that is %s', async (state) => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedInstance({ state });
    const refusal = await clock.run(
      refusalOf(ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'golden' }))),
    );
    expect(refusal.message).toBe(
      `Invalid value '${id}' for instanceId. Instance is not in state 'running' or 'stopping' or 'stopped'`,
    );
  });

  it('an instance whose root device is an instance store', async () => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedInstance({ rootDeviceType: 'instance-store' });
    const refusal = await clock.run(
      refusalOf(ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'golden' }))),
    );
    expect(refusal.code).toBe('InvalidParameterValue');
  });

  it('an instance of another account, as if it did not exist', async () => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedInstance({ accountId: '999999999999' });
    const refusal = await clock.run(
      refusalOf(ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'golden' }))),
    );
    expect(refusal.code).toBe('InvalidInstanceID.NotFound');
  });
});

describe('CreateImage', () => {
  it('makes an image with a snapshot of every EBS volume, tagged from the start', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    const { ImageId } = await clock.run(
      ec2.send(
        new CreateImageCommand({
          InstanceId: instance.id,
          Name: 'golden',
          TagSpecifications: [
            { ResourceType: 'image', Tags: [{ Key: 'Name', Value: 'golden' }] },
            {
              ResourceType: 'snapshot',
              Tags: [
                { Key: 'of', Value: 'golden' },
                { Key: 'empty', Value: '' },
              ],
            },
          ],
        }),
      ),
    );
    const { snapshots } = simulator.world();
    expect([...snapshots.values()].map(({ sizeGiB, volumeId }) => ({ sizeGiB, volumeId }))).toEqual(
      instance.devices.map((device) => ({
        volumeId: 'volumeId' in device ? device.volumeId : '',
        sizeGiB: expect.any(Number),
      })),
    );
    for (const { tags } of snapshots.values()) {
      expect(Object.fromEntries(tags.current)).toEqual({ of: 'golden', empty: '' });
    }
    const { Images = [] } = await clock.run(
      ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId ?? ''] })),
    );
    expect(Images[0]).toMatchObject({
      State: 'pending',
      Name: 'golden',
      SourceInstanceId: instance.id,
      Tags: [{ Key: 'Name', Value: 'golden' }],
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { SnapshotId: expect.stringMatching(/^snap-/), VolumeSize: 8 } },
        { DeviceName: '/dev/sdf', Ebs: { SnapshotId: expect.stringMatching(/^snap-/), VolumeSize: 20 } },
      ],
    });
  });

  it('leaves out what NoDevice names, and ignores a device that is not there', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    await clock.run(
      ec2.send(
        new CreateImageCommand({
          InstanceId: instance.id,
          Name: 'golden',
          BlockDeviceMappings: [
            { DeviceName: '/dev/sdf', NoDevice: '' },
            { DeviceName: '/dev/nope', NoDevice: '' },
          ],
        }),
      ),
    );
    const [image] = simulator.world().images.values();
    expect(image?.mapping.map(({ deviceName }) => deviceName)).toEqual(['/dev/xvda']);
    expect(simulator.world().snapshots.size).toBe(1);
  });

  it('maps instance store volumes without a snapshot, adds devices, and changes DeleteOnTermination', async () => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedInstance({ instanceStoreDevices: ['/dev/sdb'] });
    await clock.run(
      ec2.send(
        new CreateImageCommand({
          InstanceId: id,
          Name: 'golden',
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { DeleteOnTermination: false } },
            { DeviceName: '/dev/sdz', Ebs: { VolumeSize: 5 } },
            { DeviceName: '/dev/sdy', VirtualName: 'ephemeral1' },
          ],
        }),
      ),
    );
    const [image] = simulator.world().images.values();
    expect(image?.mapping).toMatchObject([
      { deviceName: '/dev/xvda', deleteOnTermination: false, snapshotId: expect.stringMatching(/^snap-/) },
      { deviceName: '/dev/sdf', sizeGiB: 20 },
      { deviceName: '/dev/sdb', virtualName: 'ephemeral0' },
      { deviceName: '/dev/sdz', sizeGiB: 5, snapshotId: undefined },
      { deviceName: '/dev/sdy', virtualName: 'ephemeral1' },
    ]);
    expect(simulator.world().snapshots.size).toBe(2);
  });

  it.each([
    { state: 'running', NoReboot: false, reboots: 1 },
    { state: 'running', NoReboot: undefined, reboots: 1 },
    { state: 'running', NoReboot: true, reboots: 0 },
    { state: 'stopped', NoReboot: false, reboots: 0 },
  ] as const)(
    'reboots a $state instance with NoReboot=$NoReboot $reboots times',
    async ({ state, NoReboot, reboots }) => {
      const { clock, simulator, ec2 } = stage();
      const instance = simulator.seedInstance({ state });
      await clock.run(
        ec2.send(
          new CreateImageCommand({
            InstanceId: instance.id,
            Name: 'golden',
            ...(NoReboot === undefined ? {} : { NoReboot }),
          }),
        ),
      );
      expect(instance.reboots).toHaveLength(reboots);
    },
  );

  it('refuses tags from a caller who may create images but not tags', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    simulator.permissions.deny('ec2:CreateTags');
    const create = (TagSpecifications: CreateImageCommandInput['TagSpecifications']) =>
      ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden', TagSpecifications }));

    const refusal = await clock.run(
      refusalOf(create(tagged('image', [{ Key: 'k', Value: 'v' }]).TagSpecifications)),
    );

    expect(refusal).toMatchObject({ code: 'UnauthorizedOperation', status: 403 });
    expect(refusal.message).toMatch(/ec2:CreateTags .*Encoded authorization failure message: \S+$/);
    await expect(clock.run(create(undefined))).resolves.toMatchObject({ ImageId: expect.any(String) });
  });
});

function toPattern(message: string | RegExp): RegExp {
  return typeof message === 'string'
    ? new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    : message;
}
