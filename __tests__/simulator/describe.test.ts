import {
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DescribeInstancesCommand,
  DescribeRegionsCommand,
  DescribeSnapshotsCommand,
  DescribeTagsCommand,
  DescribeVolumesCommand,
  EC2Client,
  paginateDescribeImages,
  StartInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matcher } from '../../simulator/model/filters.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

describe('Filters', () => {
  it.each([
    ['web-*', 'web-1', true],
    ['web-*', 'web-', true],
    ['web-*', 'xweb-1', false],
    ['web-?', 'web-1', true],
    ['web-?', 'web-', true],
    ['web-?', 'web-12', false],
    ['WEB', 'web', false],
    ['a.c', 'abc', false],
    ['\\*amazon\\?\\\\', '*amazon?\\', true],
    ['\\*', 'x', false],
    ['*', 'line\nbreak', true],
    ['', '', true],
    ['', 'x', false],
  ])('%j of %j is %p', (pattern, value, expected) => {
    expect(matcher(pattern)(value)).toBe(expected);
  });

  it.each(['a\\d', '\\'])('refuse the escape in %j, as EC2 does', (pattern) => {
    expect(() => matcher(pattern)).toThrow(/^Invalid filter value: The escape sequence '\\d?' is invalid$/);
  });

  it('match any text literally when it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, other) => {
        const matches = matcher(text.replace(/[*?\\]/g, '\\$&'));
        expect(matches(text)).toBe(true);
        expect(matches(other)).toBe(text === other);
      }),
    );
  });

  it.each<[string, DescribeImagesCommandInput, string[]]>([
    ['nothing: own, shared and public ones', {}, ['web-1', 'web-2', 'shared', 'public']],
    ['self', { Owners: ['self'] }, ['web-1', 'web-2']],
    ['an account', { Owners: ['999999999999'] }, ['shared', 'public']],
    ['an alias', { Owners: ['amazon'] }, ['public']],
    ['several owners', { Owners: ['self', 'amazon'] }, ['web-1', 'web-2', 'public']],
    ['who may launch: everyone', { ExecutableUsers: ['all'] }, ['public']],
    ['who may launch: the caller', { ExecutableUsers: ['self'] }, ['shared']],
    ['disabled ones', { IncludeDisabled: true, Owners: ['self'] }, ['web-1', 'web-2', 'off']],
    ['name', { Filters: [{ Name: 'name', Values: ['web-*'] }] }, ['web-1', 'web-2']],
    ['either value', { Filters: [{ Name: 'name', Values: ['web-1', 'public'] }] }, ['web-1', 'public']],
    [
      'both filters',
      {
        Filters: [
          { Name: 'name', Values: ['web-*'] },
          { Name: 'tag:stage', Values: ['live'] },
        ],
      },
      ['web-2'],
    ],
    ['tag-key', { Filters: [{ Name: 'tag-key', Values: ['stage'] }] }, ['web-2']],
    ['owner-id', { Filters: [{ Name: 'owner-id', Values: ['123456789012'] }] }, ['web-1', 'web-2']],
    ['is-public', { Filters: [{ Name: 'is-public', Values: ['true'] }] }, ['public']],
    [
      'a snapshot',
      { Filters: [{ Name: 'block-device-mapping.snapshot-id', Values: ['snap-0aaaaaaaaaaaaaaaa'] }] },
      ['web-1'],
    ],
    ['a state that none is in', { Filters: [{ Name: 'state', Values: ['pending'] }] }, []],
  ])('find images by %s', async (_what, input, names) => {
    const { clock, simulator, ec2 } = stage();
    simulator.seedImage({
      name: 'web-1',
      devices: [{ device: '/dev/xvda', snapshotId: 'snap-0aaaaaaaaaaaaaaaa' }],
    });
    simulator.seedImage({ name: 'web-2', tags: { stage: 'live' } });
    simulator.seedImage({ name: 'off', state: 'disabled' });
    simulator.seedImage({ name: 'shared', accountId: '999999999999', sharedWith: ['123456789012'] });
    simulator.seedImage({ name: 'private', accountId: '999999999999' });
    simulator.seedImage({ name: 'public', accountId: '999999999999', public: true, ownerAlias: 'amazon' });
    simulator.seedImage({ name: 'elsewhere', region: 'us-east-1' });
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand(input)));
    expect(Images.map(({ Name }) => Name)).toEqual(names);
  });

  it('that EC2 does not know are refused, those that are not simulated as well', async () => {
    const { clock, ec2 } = stage();
    const by = (Name: string, value = 'x') =>
      clock.run(refusalOf(ec2.send(new DescribeImagesCommand({ Filters: [{ Name, Values: [value] }] }))));
    expect(await by('nmae')).toEqual({
      code: 'InvalidParameterValue',
      message: "The filter 'nmae' is invalid",
      status: 400,
    });
    expect(await by('constructor')).toMatchObject({ code: 'InvalidParameterValue' });
    expect(await by('name', 'x'.repeat(256))).toMatchObject({ code: 'InvalidParameterValue' });
    expect(await by('image-allowed')).toMatchObject({ code: 'Unsupported', message: /does not simulate/ });
  });
});

describe('Describe calls', () => {
  it('give the image of another account by ID only when it is public or shared', async () => {
    const { clock, simulator, ec2 } = stage();
    const other = simulator.seedImage({ accountId: '999999999999' });
    const describeIt = () => clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [other.id] })));
    expect(await refusalOf(describeIt())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
    other.launchPermissions.add('123456789012');
    expect((await describeIt()).Images).toHaveLength(1);
  });

  it('know each caller by the access key', async () => {
    const { clock, simulator } = stage({ accounts: { AKIAOTHER: '999999999999' } });
    simulator.seedImage({ name: 'mine', accountId: '999999999999' });
    const other = new EC2Client(inProcess(simulator, { accessKeyId: 'AKIAOTHER' }));
    const { Images = [] } = await clock.run(other.send(new DescribeImagesCommand({ Owners: ['self'] })));
    expect(Images).toMatchObject([{ Name: 'mine', OwnerId: '999999999999' }]);
    expect((await clock.run(other.send(new DescribeInstancesCommand({})))).Reservations).toEqual([]);
  });

  it('page, also when more is created in between', async () => {
    const { clock, simulator, ec2 } = stage({ pageSize: 2 });
    for (const name of ['a-1', 'a-2', 'a-3', 'a-4', 'a-5']) simulator.seedImage({ name });
    const pages: (string | undefined)[][] = [];
    await clock.run(async () => {
      for await (const { Images = [] } of paginateDescribeImages({ client: ec2 }, { Owners: ['self'] })) {
        pages.push(Images.map(({ Name }) => Name));
        if (pages.length === 1) simulator.seedImage({ name: 'late' });
      }
    });
    expect(pages).toEqual([
      ['a-1', 'a-2'],
      ['a-3', 'a-4'],
      ['a-5', 'late'],
    ]);
  });

  it('refuse what EC2 refuses about pages', async () => {
    const { clock, instance, ec2 } = stage();
    const refuse = (input: { InstanceIds?: string[]; MaxResults?: number; NextToken?: string }) =>
      clock.run(refusalOf(ec2.send(new DescribeInstancesCommand(input))));
    expect(await refuse({ InstanceIds: [instance.id], MaxResults: 5 })).toMatchObject({
      code: 'InvalidParameterCombination',
      message: 'The parameter instancesSet cannot be used with the parameter maxResults',
    });
    expect(await refuse({ MaxResults: 4 })).toMatchObject({ code: 'InvalidParameterValue' });
    expect(await refuse({ MaxResults: 1001 })).toMatchObject({ code: 'InvalidParameterValue' });
    expect(await refuse({ NextToken: 'nonsense' })).toMatchObject({ code: 'InvalidNextToken' });
  });

  it.each([
    [new DescribeInstancesCommand({ InstanceIds: ['i-0123456789abcdef0'] }), 'InvalidInstanceID.NotFound'],
    [new DescribeInstancesCommand({ InstanceIds: ['web'] }), 'InvalidInstanceID.Malformed'],
    [new DescribeImagesCommand({ ImageIds: ['ami-12345678'] }), 'InvalidAMIID.NotFound'],
    [new DescribeImagesCommand({ ImageIds: ['ami-1234'] }), 'InvalidAMIID.Malformed'],
    [new DescribeVolumesCommand({ VolumeIds: ['vol-0123456789abcdef0'] }), 'InvalidVolume.NotFound'],
    [new DescribeVolumesCommand({ VolumeIds: ['snap-1'] }), 'InvalidParameterValue'],
    [new DescribeSnapshotsCommand({ SnapshotIds: ['snap-0123456789abcdef0'] }), 'InvalidSnapshot.NotFound'],
    [new DescribeSnapshotsCommand({ SnapshotIds: ['snap-x'] }), 'InvalidSnapshotID.Malformed'],
  ])('refuse unknown and malformed IDs (%#)', async (command, code) => {
    const { clock, ec2 } = stage();
    const refusal = await clock.run(refusalOf(ec2.send(command as DescribeImagesCommand)));
    expect(refusal).toMatchObject({ code, status: 400 });
  });

  it('tell the encryption of volumes, with the kind of key behind it', async () => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedInstance({
      volumes: [
        { device: '/dev/xvda', encrypted: 'aws-managed' },
        { device: '/dev/sdf', encrypted: 'customer-managed' },
        { device: '/dev/sdg', type: 'gp2' },
      ],
    });
    const { Volumes = [] } = await clock.run(
      ec2.send(new DescribeVolumesCommand({ Filters: [{ Name: 'attachment.instance-id', Values: [id] }] })),
    );
    expect(
      Volumes.map(
        ({ Encrypted, KmsKeyId }) => Encrypted && simulator.world().keys.get(KmsKeyId ?? '')?.manager,
      ),
    ).toEqual(['AWS', 'CUSTOMER', false]);
    expect(Volumes[2]).toMatchObject({
      VolumeType: 'gp2',
      Attachments: [{ InstanceId: id, Device: '/dev/sdg' }],
    });
  });

  it('tell the tags of the caller', async () => {
    const { clock, instance, ec2 } = stage();
    const { Tags } = await clock.run(
      ec2.send(new DescribeTagsCommand({ Filters: [{ Name: 'resource-type', Values: ['instance'] }] })),
    );
    expect(Tags).toEqual([{ Key: 'Name', Value: 'web', ResourceId: instance.id, ResourceType: 'instance' }]);
  });

  it('tell the Regions that are enabled, or all', async () => {
    const { clock, ec2 } = stage();
    const { Regions: enabled = [] } = await clock.run(ec2.send(new DescribeRegionsCommand({})));
    const { Regions: all = [] } = await clock.run(ec2.send(new DescribeRegionsCommand({ AllRegions: true })));
    expect(enabled.map(({ RegionName }) => RegionName)).toContain('eu-west-1');
    expect(enabled.every(({ OptInStatus }) => OptInStatus !== 'not-opted-in')).toBe(true);
    expect(all.length).toBeGreaterThan(enabled.length);
  });
});

describe('An instance', () => {
  it('passes through its states', async () => {
    const { clock, simulator, ec2 } = stage({ instanceSeconds: 20 });
    const { id } = simulator.seedInstance({
      state: 'pending',
      becomes: { state: 'running', afterSeconds: 30 },
    });
    const state = async () => {
      const { Reservations = [] } = await clock.run(
        ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] })),
      );
      return Reservations[0]?.Instances?.[0]?.State?.Name;
    };
    expect(await state()).toBe('pending');
    await clock.advance(30);
    expect(await state()).toBe('running');
    const { StoppingInstances } = await clock.run(ec2.send(new StopInstancesCommand({ InstanceIds: [id] })));
    expect(StoppingInstances).toEqual([
      {
        InstanceId: id,
        PreviousState: { Code: 16, Name: 'running' },
        CurrentState: { Code: 64, Name: 'stopping' },
      },
    ]);
    expect(
      await refusalOf(clock.run(ec2.send(new StartInstancesCommand({ InstanceIds: [id] })))),
    ).toMatchObject({
      code: 'IncorrectInstanceState',
    });
    await clock.advance(20);
    expect(await state()).toBe('stopped');
    await clock.run(ec2.send(new StartInstancesCommand({ InstanceIds: [id] })));
    await clock.advance(20);
    expect(await state()).toBe('running');
  });
});
