import {
  CreateImageCommand,
  CreateTagsCommand,
  DescribeTagsCommand,
  EC2Client,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Launches in a world of these options, and gives EC2's refusal. */
async function refusal(
  input: Partial<RunInstancesCommandInput>,
  { options = {}, image = {} }: { options?: SimulatorOptions; image?: ImageSeed } = {},
) {
  const { clock, simulator, ec2, request } = launchStage(options, image);
  const refused = await clock.run(refusalOf(ec2.send(new RunInstancesCommand(request(input)))));
  expect(simulator.calls.changes()).toEqual([]);
  return refused;
}

describe('RunInstances', () => {
  it('launches an instance with its volumes, that runs after a while', async () => {
    const { clock, simulator, image, launch, look, volumes } = launchStage({
      instance: { pendingSeconds: 12 },
    });
    const launched = await launch({
      ClientToken: 'token-1',
      UserData: base64('#!/bin/sh\n'),
      IamInstanceProfile: { Name: 'ssm' },
      InstanceInitiatedShutdownBehavior: 'terminate',
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
      TagSpecifications: (['instance', 'volume', 'network-interface'] as const).map((ResourceType) => ({
        ResourceType,
        Tags: [{ Key: 'for', Value: ResourceType }],
      })),
    });
    expect(launched).toMatchObject({
      ImageId: image.id,
      InstanceType: 't3.micro',
      Architecture: 'x86_64',
      State: { Name: 'pending' },
      ClientToken: 'token-1',
      Placement: { AvailabilityZone: 'eu-west-1a' },
      IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/ssm' },
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2, HttpEndpoint: 'enabled' },
      PrivateIpAddress: '172.31.0.4',
      SecurityGroups: [{ GroupName: 'default' }],
      NetworkInterfaces: [{ NetworkInterfaceId: expect.stringMatching(/^eni-/) }],
      Tags: [{ Key: 'for', Value: 'instance' }],
    });
    expect(await volumes()).toContainEqual(
      expect.objectContaining({
        State: 'in-use',
        Size: 8,
        SnapshotId: image.mapping.map((device) => ('snapshotId' in device ? device.snapshotId : ''))[0],
        Tags: [{ Key: 'for', Value: 'volume' }],
        Attachments: [
          expect.objectContaining({
            InstanceId: launched.InstanceId,
            Device: '/dev/xvda',
            DeleteOnTermination: true,
          }),
        ],
      }),
    );
    await clock.advance(11);
    expect(await look(launched.InstanceId)).toMatchObject({ State: { Name: 'pending' } });
    await clock.advance(1);
    expect(await look(launched.InstanceId)).toMatchObject({ State: { Name: 'running' } });
    expect(simulator.world().instances.get(launched.InstanceId)?.settings).toMatchObject({
      shutdownBehavior: 'terminate',
      userData: base64('#!/bin/sh\n'),
    });
  });

  it('launches several at once as one reservation, but no more than there are addresses', async () => {
    const { simulator, run, find } = launchStage();
    const { id: SubnetId } = simulator.seedSubnet({ addresses: 3 });
    const launched = await run({ SubnetId, MinCount: 2, MaxCount: 5 });
    expect(launched).toHaveLength(3);
    expect((await find({ Filters: [{ Name: 'subnet-id', Values: [SubnetId] }] })).length).toBe(3);
    expect(new Set(launched.map(({ PrivateIpAddress }) => PrivateIpAddress)).size).toBe(3);
    const reservations = [...simulator.world().instances.values()].filter(
      ({ subnetId }) => subnetId === SubnetId,
    );
    expect(new Set(reservations.map(({ reservationId }) => reservationId)).size).toBe(1);
  });

  it('launches images that are shared with the caller, and public ones', async () => {
    for (const seed of [{ sharedWith: ['123456789012'] }, { public: true }]) {
      const { launch } = launchStage({}, { accountId: '999999999999', ...seed });
      expect(await launch()).toMatchObject({ State: { Name: 'pending' } });
    }
  });

  it('makes a volume of each snapshot, as the request changes the mapping of the image', async () => {
    const devices = ['/dev/xvda', '/dev/sdb', '/dev/sdc', '/dev/sdd', '/dev/sde', '/dev/sdf'];
    const { launch, volumes } = launchStage(
      {},
      { devices: devices.map((device) => ({ device, deleteOnTermination: device === '/dev/xvda' })) },
    );
    const { InstanceId } = await launch({
      BlockDeviceMappings: [
        ...devices.slice(0, 4).map((DeviceName) => ({ DeviceName, Ebs: { DeleteOnTermination: true } })),
        { DeviceName: '/dev/sde', Ebs: { VolumeSize: 20, VolumeType: 'io2', Iops: 900, Encrypted: true } },
        { DeviceName: '/dev/sdf', NoDevice: '' },
        { DeviceName: '/dev/sdg', Ebs: { VolumeSize: 5 } },
      ],
    });
    const made = (await volumes()).filter(
      ({ Attachments = [] }) => Attachments[0]?.InstanceId === InstanceId,
    );
    expect(
      made.map(({ Size, VolumeType, Encrypted, Attachments = [] }) => [
        Attachments[0]?.Device,
        Size,
        VolumeType,
        Encrypted,
        Attachments[0]?.DeleteOnTermination,
      ]),
    ).toEqual([
      ...devices.slice(0, 4).map((device) => [device, 8, 'gp3', false, true]),
      ['/dev/sde', 20, 'io2', true, false],
      ['/dev/sdg', 5, 'gp2', false, false],
    ]);
  });

  it('requires IMDSv2 of an image that supports nothing else', async () => {
    const { launch } = launchStage({}, { imdsSupport: 'v2.0' });
    expect(await launch()).toMatchObject({
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
    });
  });

  it('shows a new instance only after a while', async () => {
    const { clock, launch, find, look } = launchStage({
      consistency: { instanceSeconds: 5, writeSeconds: 2 },
    });
    const { InstanceId } = await launch({ ClientToken: 'token-1' });
    const filters = { Filters: [{ Name: 'client-token', Values: ['token-1'] }] };
    expect(await refusalOf(look(InstanceId))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
    expect(await find(filters)).toEqual([]);
    await clock.advance(5);
    expect(await find(filters)).toMatchObject([{ InstanceId }]);
    expect(await look(InstanceId)).toMatchObject({ InstanceId });
  });

  it('tags what exists: an instance and its network interface', async () => {
    const { clock, ec2, launch } = launchStage();
    const { InstanceId, NetworkInterfaces = [] } = await launch();
    const Resources = [InstanceId, NetworkInterfaces[0]?.NetworkInterfaceId ?? ''];
    await clock.run(ec2.send(new CreateTagsCommand({ Resources, Tags: [{ Key: 'k', Value: 'v' }] })));
    const { Tags = [] } = await clock.run(
      ec2.send(new DescribeTagsCommand({ Filters: [{ Name: 'key', Values: ['k'] }] })),
    );
    expect(Tags.map(({ ResourceId, ResourceType }) => [ResourceId, ResourceType])).toEqual([
      [Resources[0], 'instance'],
      [Resources[1], 'network-interface'],
    ]);
    const missing = new CreateTagsCommand({
      Resources: ['eni-0123456789abcdef0'],
      Tags: [{ Key: 'k', Value: 'v' }],
    });
    expect(await clock.run(refusalOf(ec2.send(missing)))).toMatchObject({
      code: 'InvalidNetworkInterfaceID.NotFound',
    });
  });
});

describe('The client token of RunInstances', () => {
  it('stands for its instance for good', async () => {
    const { clock, simulator, launch, look } = launchStage();
    const first = await launch({ ClientToken: 'token-1' });
    await clock.advance(60);
    expect(await launch({ ClientToken: 'token-1' })).toMatchObject({
      InstanceId: first.InstanceId,
      State: { Name: 'running' },
    });
    const instance = simulator.world().instances.get(first.InstanceId);
    instance?.states.push({ from: clock.now(), state: 'terminated' });
    expect(await launch({ ClientToken: 'token-1' })).toMatchObject({
      InstanceId: first.InstanceId,
      State: { Name: 'terminated' },
    });
    expect((await look(first.InstanceId)).ClientToken).toBe('token-1');
    expect((await launch({ ClientToken: 'token-2' })).InstanceId).not.toBe(first.InstanceId);
    expect((await launch()).InstanceId).not.toBe(first.InstanceId);
  });

  it('finds the instance again whose launch was done but never answered', async () => {
    const { simulator, launch } = launchStage();
    simulator.faults.add({ action: 'RunInstances', fault: faults.lostAnswer(), times: 1 });
    await expect(launch({ ClientToken: 'token-1' })).rejects.toThrow();
    const [, lost] = simulator.world().instances.values();
    expect(await launch({ ClientToken: 'token-1' })).toMatchObject({ InstanceId: lost?.id });
    expect(simulator.world().instances.size).toBe(2);
  });

  it('is refused with other parameters, whatever they are', async () => {
    const { simulator, launch, request, clock, ec2 } = launchStage();
    await launch({ ClientToken: 'token-1' });
    for (const other of [
      { InstanceType: 't3.small' as const },
      { UserData: base64('x') },
      { TagSpecifications: [{ ResourceType: 'instance' as const, Tags: [{ Key: 'k', Value: 'v' }] }] },
    ]) {
      const command = new RunInstancesCommand(request({ ClientToken: 'token-1', ...other }));
      expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({
        code: 'IdempotentParameterMismatch',
        status: 400,
      });
    }
    expect(simulator.world().instances.size).toBe(2);
  });

  it('means nothing to another account, nor in a dry run, nor after a refusal', async () => {
    const { clock, simulator, ec2, launch, request } = launchStage(
      { accounts: { AKIAOTHER: '999999999999' } },
      { public: true },
    );
    const token = { ClientToken: 'token-1' };
    const dryRun = new RunInstancesCommand(request({ ...token, DryRun: true }));
    expect(await clock.run(refusalOf(ec2.send(dryRun)))).toMatchObject({
      code: 'DryRunOperation',
      status: 412,
    });
    simulator.world().launches.exhaust({}, 1);
    expect(await refusalOf(launch(token))).toMatchObject({ code: 'InsufficientInstanceCapacity' });
    const own = await launch(token);
    const other = new EC2Client(inProcess(simulator, { accessKeyId: 'AKIAOTHER' }));
    const { Instances = [] } = await clock.run(other.send(new RunInstancesCommand(request(token))));
    expect(Instances[0]?.InstanceId).not.toBe(own.InstanceId);
  });
});

describe('Capacity', () => {
  const zones = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] as const;

  /** One subnet in each zone. */
  function zonedStage(options: SimulatorOptions = {}) {
    const parts = launchStage(options);
    const subnets = zones.map((zone) => parts.simulator.seedSubnet({ zone, addresses: 1 }).id);
    return { ...parts, subnets, launches: parts.simulator.world().launches };
  }

  it('is missing in a zone, for a type, for a while', async () => {
    const { launch, subnets, launches } = zonedStage();
    const end = launches.exhaust({ zone: 'eu-west-1a', type: 't3.micro' });
    expect(await refusalOf(launch({ SubnetId: subnets[0] }))).toEqual({
      code: 'InsufficientInstanceCapacity',
      message: expect.stringMatching(
        /^We currently do not have sufficient t3\.micro capacity in the Availability Zone you requested \(eu-west-1a\)\..* or choosing eu-west-1b, eu-west-1c\.$/,
      ),
      status: 500,
    });
    await launch({ SubnetId: subnets[1] });
    await launch({ SubnetId: subnets[0], InstanceType: 't3.small' });
    end();
    expect(await refusalOf(launch({ SubnetId: subnets[0] }))).toMatchObject({
      code: 'InsufficientFreeAddressesInSubnet',
      message: expect.stringContaining(subnets[0] ?? '-'),
      status: 400,
    });
  });

  it('is looked for in every zone of the default VPC, unless a zone is asked for', async () => {
    const { launch, launches } = zonedStage();
    launches.exhaust({ zone: 'eu-west-1a' });
    launches.withhold({ zone: 'eu-west-1b', type: 't3.micro' });
    expect(await launch()).toMatchObject({ Placement: { AvailabilityZone: 'eu-west-1c' } });
    const Placement = { AvailabilityZone: 'eu-west-1b' };
    expect(await refusalOf(launch({ Placement }))).toEqual({
      code: 'Unsupported',
      message:
        'Your requested instance type (t3.micro) is not supported in your requested Availability Zone (eu-west-1b). ' +
        'Please retry your request by not specifying an Availability Zone or choosing eu-west-1a, eu-west-1c.',
      status: 400,
    });
    launches.withhold({ type: 't3.micro' });
    expect(await refusalOf(launch())).toMatchObject({ code: 'Unsupported' });
  });

  it('ends at the quotas of the account', async () => {
    const { launch, simulator } = launchStage({ quotas: { vCpus: 6 } });
    await launch();
    expect(await refusalOf(launch({ InstanceType: 'g4dn.xlarge' }))).toEqual({
      code: 'VcpuLimitExceeded',
      message: expect.stringContaining('your current vCPU limit of 6 allows'),
      status: 400,
    });
    simulator.settings.quotas = { vCpus: 100, instances: 1 };
    expect(await refusalOf(launch())).toEqual({
      code: 'InstanceLimitExceeded',
      message: expect.stringContaining('more instances (3) than your current instance limit of 1'),
      status: 400,
    });
  });

  it('does not matter to a dry run', async () => {
    const { clock, ec2, request, launches } = zonedStage({ quotas: { vCpus: 0 } });
    launches.exhaust({});
    const command = new RunInstancesCommand(request({ DryRun: true }));
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code: 'DryRunOperation' });
  });
});

describe('RunInstances refuses', () => {
  it.each<[string, Partial<RunInstancesCommandInput>, ImageSeed, string, RegExp]>([
    ['no image', { ImageId: undefined }, {}, 'MissingParameter', /ImageId/],
    ['a malformed image', { ImageId: 'golden' }, {}, 'InvalidAMIID.Malformed', /golden/],
    ['an unknown image', { ImageId: 'ami-0123456789abcdef0' }, {}, 'InvalidAMIID.NotFound', /does not exist/],
    [
      'an image of others',
      {},
      { accountId: '999999999999' },
      'AuthFailure',
      /^Not authorized for images: \[ami-/,
    ],
    ['a disabled image', {}, { state: 'disabled' }, 'InvalidAMIID.Unavailable', /disabled/],
    [
      'an unknown type',
      { InstanceType: 'm0.tiny' as never },
      {},
      'InvalidParameterValue',
      /'m0\.tiny' for InstanceType/,
    ],
    [
      'another architecture',
      { InstanceType: 't4g.micro' },
      {},
      'InvalidParameterValue',
      /'arm64' of the specified instance type does not match the architecture 'x86_64'/,
    ],
    [
      'UEFI on a type without',
      { InstanceType: 't2.micro' },
      { bootMode: 'uefi' },
      'InvalidParameterValue',
      /^The t2\.micro instance type does not support an AMI with a boot mode of UEFI/,
    ],
    [
      'a TPM on a type without',
      { InstanceType: 't2.micro' },
      { tpmSupport: 'v2.0' },
      'InvalidParameterValue',
      /NitroTPM/,
    ],
    [
      'legacy-bios on Graviton',
      { InstanceType: 't4g.micro' },
      { architecture: 'arm64', bootMode: 'legacy-bios' },
      'InvalidParameterValue',
      /legacy-bios/,
    ],
    [
      'an unknown subnet',
      { SubnetId: 'subnet-0123456789abcdef0' },
      {},
      'InvalidSubnetID.NotFound',
      /^The subnet ID 'subnet-0123456789abcdef0' does not exist$/,
    ],
    [
      'an unknown security group',
      { SecurityGroupIds: ['sg-0123456789abcdef0'] },
      {},
      'InvalidGroup.NotFound',
      /sg-0123456789abcdef0/,
    ],
    ['user data that is not base64', { UserData: 'plain text!' }, {}, 'InvalidParameterValue', /BASE64/],
    [
      'user data of more than 16 KiB',
      { UserData: base64('x'.repeat(16_385)) },
      {},
      'InvalidParameterValue',
      /^User data is limited to 16384 bytes$/,
    ],
    [
      'an unknown profile',
      { IamInstanceProfile: { Name: 'none' } },
      {},
      'InvalidParameterValue',
      /^Value \(none\) for parameter iamInstanceProfile\.name is invalid\. Invalid IAM Instance Profile name$/,
    ],
    [
      'a malformed profile',
      { IamInstanceProfile: { Arn: 'arn:aws:iam::1:role/x' } },
      {},
      'InvalidParameterValue',
      /iamInstanceProfile\.arn/,
    ],
    [
      'a profile twice',
      { IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/a', Name: 'a' } },
      {},
      'InvalidParameterCombination',
      /may not be used/,
    ],
    ['a token that is too long', { ClientToken: 'x'.repeat(65) }, {}, 'InvalidParameterValue', /64 ASCII/],
    ['no instances', { MinCount: 0 }, {}, 'InvalidParameterValue', /minCount/],
    ['fewer at most than at least', { MinCount: 2 }, {}, 'InvalidParameterValue', /maxCount/],
    [
      'a volume smaller than its snapshot',
      { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 4 } }] },
      {},
      'InvalidBlockDeviceMapping',
      /^Volume of size 4GB is smaller than {2}snapshot 'snap-\w+', expect size >= 8GB$/,
    ],
    [
      'a device that is nothing',
      { BlockDeviceMappings: [{ DeviceName: '/dev/sdz', Ebs: { DeleteOnTermination: true } }] },
      {},
      'InvalidBlockDeviceMapping',
      /size must be provided/,
    ],
    [
      'no root device',
      { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', NoDevice: '' }] },
      {},
      'InvalidBlockDeviceMapping',
      /cannot be excluded/,
    ],
    [
      'an unknown shutdown behavior',
      { InstanceInitiatedShutdownBehavior: 'hibernate' as never },
      {},
      'InvalidParameterValue',
      /stop, terminate/,
    ],
    [
      'tags of other resources',
      { TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'k', Value: 'v' }] }] },
      {},
      'InvalidParameterValue',
      /taggable/,
    ],
    ['what is not simulated', { KeyName: 'me' }, {}, 'Unsupported', /KeyName/],
  ])('%s', async (_what, input, image, code, message) => {
    const refused = await refusal(input, { image, options: { unknownInstanceProfiles: ['none'] } });
    expect(refused).toEqual({ code, message: expect.stringMatching(message), status: 400 });
    // A dry run finds all of it.
    expect(
      (await refusal({ ...input, DryRun: true }, { image, options: { unknownInstanceProfiles: ['none'] } }))
        .code,
    ).toBe(code);
  });

  it('an image that is pending, failed or deregistered', async () => {
    const { clock, simulator, instance, ec2, launch } = launchStage();
    simulator.planNextImage({ seconds: 60, failure: { afterSeconds: 30 } });
    const create = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' });
    const { ImageId = '' } = await clock.run(ec2.send(create));
    expect(await refusalOf(launch({ ImageId }))).toMatchObject({
      code: 'InvalidAMIID.Unavailable',
      message: expect.stringContaining('currently pending'),
    });
    await clock.advance(30);
    expect(await refusalOf(launch({ ImageId }))).toMatchObject({ code: 'InvalidAMIID.Unavailable' });
    const image = simulator.seedImage();
    image.deregisteredAt = clock.now();
    expect(await refusalOf(launch({ ImageId: image.id }))).toMatchObject({
      code: 'InvalidAMIID.Unavailable',
      message: expect.stringContaining('no longer available'),
    });
  });

  it('to launch without a default VPC, unless a subnet is named', async () => {
    const { simulator, launch } = launchStage({ defaultVpc: false });
    expect(await refusalOf(launch())).toMatchObject({ code: 'VPCIdNotSpecified', status: 400 });
    const vpc = simulator.seedVpc();
    const { id: SubnetId } = simulator.seedSubnet({ vpcId: vpc.id, zone: 'eu-west-1b' });
    expect(await launch({ SubnetId })).toMatchObject({
      VpcId: vpc.id,
      SubnetId,
      Placement: { AvailabilityZone: 'eu-west-1b' },
      SecurityGroups: [{ GroupName: 'default' }],
    });
    const other = simulator.seedSecurityGroup({ vpcId: simulator.seedVpc().id });
    expect(await refusalOf(launch({ SubnetId, SecurityGroupIds: [other.id] }))).toMatchObject({
      code: 'InvalidParameter',
      message: `Security group ${other.id} and subnet ${SubnetId} belong to different networks.`,
    });
    const empty = launchStage({ defaultVpc: false });
    empty.simulator.seedVpc({ default: true });
    expect(await refusalOf(empty.launch())).toMatchObject({ code: 'MissingInput' });
  });

  it.each([
    ['ec2:RunInstances', {}, /perform: ec2:RunInstances /],
    [
      'ec2:CreateTags',
      { TagSpecifications: [{ ResourceType: 'instance' as const, Tags: [{ Key: 'k', Value: 'v' }] }] },
      /perform: ec2:CreateTags /,
    ],
    [
      'iam:PassRole',
      { IamInstanceProfile: { Name: 'ssm' } },
      /perform: iam:PassRole on resource: arn:aws:iam::123456789012:role\/ssm /,
    ],
  ])('a caller without %s', async (permission, input, message) => {
    const { simulator, launch } = launchStage();
    simulator.permissions.deny(permission);
    expect(await refusalOf(launch(input))).toEqual({
      code: 'UnauthorizedOperation',
      message: expect.stringMatching(message),
      status: 403,
    });
  });
});
