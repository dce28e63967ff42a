import {
  DescribeInstanceTypeOfferingsCommand,
  type DescribeInstanceTypeOfferingsCommandInput,
  DescribeSecurityGroupsCommand,
  type DescribeSecurityGroupsCommandInput,
  DescribeSubnetsCommand,
  type DescribeSubnetsCommandInput,
  DescribeVpcsCommand,
  type DescribeVpcsCommandInput,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { instanceTypes } from '../../simulator/model/instance-types.ts';
import { zoneId } from '../../simulator/model/network.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

function networkStage(options: SimulatorOptions = {}) {
  const parts = launchStage(options);
  const { clock, ec2 } = parts;
  const vpcs = async (input: DescribeVpcsCommandInput = {}) =>
    (await clock.run(ec2.send(new DescribeVpcsCommand(input)))).Vpcs ?? [];
  const subnets = async (input: DescribeSubnetsCommandInput = {}) =>
    (await clock.run(ec2.send(new DescribeSubnetsCommand(input)))).Subnets ?? [];
  const groups = async (input: DescribeSecurityGroupsCommandInput = {}) =>
    (await clock.run(ec2.send(new DescribeSecurityGroupsCommand(input)))).SecurityGroups ?? [];
  const offerings = async (input: DescribeInstanceTypeOfferingsCommandInput) =>
    (await clock.run(ec2.send(new DescribeInstanceTypeOfferingsCommand(input)))).InstanceTypeOfferings ?? [];
  return { ...parts, vpcs, subnets, groups, offerings };
}

describe('An account', () => {
  it('has a default VPC, with a subnet in each of three zones and a security group', async () => {
    const { vpcs, subnets, groups } = networkStage();
    const [vpc, ...others] = await vpcs({ Filters: [{ Name: 'is-default', Values: ['true'] }] });
    expect(others).toEqual([]);
    expect(vpc).toMatchObject({
      CidrBlock: '172.31.0.0/16',
      IsDefault: true,
      State: 'available',
      OwnerId: '123456789012',
    });
    expect((await vpcs()).map(({ VpcId }) => VpcId)).toEqual([vpc?.VpcId]);
    const inVpc = { Filters: [{ Name: 'vpc-id', Values: [vpc?.VpcId ?? ''] }] };
    expect(await subnets(inVpc)).toMatchObject(
      ['a', 'b', 'c'].map((letter) => ({
        AvailabilityZone: `eu-west-1${letter}`,
        DefaultForAz: true,
        MapPublicIpOnLaunch: true,
        AvailableIpAddressCount: 4091,
        SubnetArn: expect.stringMatching(/^arn:aws:ec2:eu-west-1:123456789012:subnet\/subnet-/),
      })),
    );
    expect(await groups(inVpc)).toMatchObject([
      { GroupName: 'default', Description: 'default VPC security group' },
    ]);
  });

  it('may have none, and others', async () => {
    const { simulator, vpcs, subnets } = networkStage({ defaultVpc: false });
    expect(await vpcs()).toEqual([]);
    const { id } = simulator.seedVpc({ tags: { Name: 'prod' } });
    simulator.seedSubnet({ vpcId: id, zone: 'eu-west-1b', tags: { Tier: 'private' } });
    expect(await vpcs({ VpcIds: [id] })).toMatchObject([
      { IsDefault: false, Tags: [{ Key: 'Name', Value: 'prod' }] },
    ]);
    expect(await subnets({ Filters: [{ Name: 'tag:Tier', Values: ['private'] }] })).toMatchObject([
      { AvailabilityZone: 'eu-west-1b', AvailabilityZoneId: 'euw1-az2', DefaultForAz: false },
    ]);
    expect(() => simulator.seedSubnet()).toThrow('There is no default VPC');
  });

  it('loses an address of a subnet to every instance that lives there', async () => {
    const { clock, simulator, launch, subnets } = networkStage();
    const { id: SubnetId } = simulator.seedSubnet({ addresses: 5 });
    simulator.planNextInstance({ end: { afterSeconds: 60, state: 'terminated' } });
    await launch({ SubnetId });
    await launch({ SubnetId });
    const free = async () => (await subnets({ SubnetIds: [SubnetId] }))[0]?.AvailableIpAddressCount;
    expect(await free()).toBe(3);
    await clock.advance(120);
    expect(await free()).toBe(4);
  });

  it('does not see what is not there or not its own', async () => {
    const { simulator, vpcs, subnets, groups } = networkStage();
    const foreign = simulator.seedVpc({ accountId: '999999999999' });
    expect(await refusalOf(vpcs({ VpcIds: [foreign.id] }))).toEqual({
      code: 'InvalidVpcID.NotFound',
      message: `The vpc ID '${foreign.id}' does not exist`,
      status: 400,
    });
    expect(await refusalOf(subnets({ SubnetIds: ['subnet-0123456789abcdef0', 'x'] }))).toMatchObject({
      code: 'InvalidSubnetID.NotFound',
    });
    expect(await refusalOf(groups({ GroupIds: ['sg-0123456789abcdef0'] }))).toMatchObject({
      code: 'InvalidGroup.NotFound',
    });
    expect(
      await refusalOf(groups({ Filters: [{ Name: 'ip-permission.cidr', Values: ['x'] }] })),
    ).toMatchObject({
      code: 'Unsupported',
    });
  });

  it.each(['DescribeVpcs', 'DescribeSubnets', 'DescribeSecurityGroups'])(
    'needs the permission %s',
    async (name) => {
      const { simulator, vpcs, subnets, groups } = networkStage();
      simulator.permissions.deny(`ec2:${name}`);
      const ask = { DescribeVpcs: vpcs, DescribeSubnets: subnets, DescribeSecurityGroups: groups }[name];
      expect(await refusalOf(ask?.() ?? Promise.resolve())).toMatchObject({ code: 'UnauthorizedOperation' });
    },
  );
});

describe('The IDs of Availability Zones', () => {
  it.each([
    ['eu-west-1a', 'euw1-az1'],
    ['us-east-1c', 'use1-az3'],
    ['ap-southeast-2b', 'apse2-az2'],
    ['ap-northeast-1a', 'apne1-az1'],
    ['eu-central-1a', 'euc1-az1'],
  ])('%s is %s', (zone, id) => {
    expect(zoneId(zone)).toBe(id);
  });
});

describe('DescribeInstanceTypeOfferings', () => {
  it('offers every type in the Region, and in every zone', async () => {
    const { offerings } = networkStage();
    const inRegion = await offerings({});
    expect(inRegion).toHaveLength(instanceTypes.length);
    expect(inRegion[0]).toEqual({ InstanceType: 't3.micro', LocationType: 'region', Location: 'eu-west-1' });
    const Filters = [{ Name: 'instance-type', Values: ['t3.micro'] }];
    expect(
      (await offerings({ LocationType: 'availability-zone', Filters })).map(({ Location }) => Location),
    ).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
    expect(
      (await offerings({ LocationType: 'availability-zone-id', Filters })).map(({ Location }) => Location),
    ).toEqual(['euw1-az1', 'euw1-az2', 'euw1-az3']);
    expect(await offerings({ LocationType: 'outpost', Filters })).toEqual([]);
  });

  it('leaves out what is withheld', async () => {
    const { simulator, offerings } = networkStage();
    simulator.world().launches.withhold({ type: 't3.micro', zone: 'eu-west-1b' });
    simulator.world().launches.withhold({ type: 't4g.micro' });
    const located = async (type: string, LocationType: 'region' | 'availability-zone') =>
      (await offerings({ LocationType, Filters: [{ Name: 'instance-type', Values: [type] }] })).length;
    expect(await located('t3.micro', 'availability-zone')).toBe(2);
    expect(await located('t3.micro', 'region')).toBe(1);
    expect(await located('t4g.micro', 'region')).toBe(0);
    expect(await refusalOf(offerings({ LocationType: 'planet' as never }))).toMatchObject({
      code: 'InvalidParameterValue',
    });
  });
});
