/** What of the network can be seen: VPCs, subnets, security groups. */
import { applyFilters, type FilterFields, unsimulated as unsimulatedFilters } from '../model/filters.ts';
import { freeAddresses } from '../model/free-addresses.ts';
import * as errors from '../model/launch-errors.ts';
import { type SecurityGroup, type Subnet, type Vpc, zoneId } from '../model/network.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { defaultVpc } from '../model/seed-network.ts';
import type { Tags } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, list, text, unsimulated, whole } from './parameters.ts';

const common = { Filter: filters, MaxResults: whole, NextToken: text, DryRun: flag };

/** API model, DescribeVpcs. */
export const describeVpcs = action({
  name: 'DescribeVpcs',
  mutating: false,
  parameters: { VpcId: list(text), ...common },
  answer(input, context) {
    const { items, nextToken } = find({ ...input, ids: input.VpcId, set: 'vpcSet' }, context, {
      all: (world) => world.network.vpcs,
      fields: vpcFilters,
      notFound: errors.vpcNotFound,
    });
    return { vpcSet: items.map((vpc) => ({ ...toVpc(vpc), tagSet: tagSetOf(vpc, context) })), nextToken };
  },
});

/** API model, DescribeSubnets. */
export const describeSubnets = action({
  name: 'DescribeSubnets',
  mutating: false,
  parameters: { SubnetId: list(text), ...common },
  answer(input, context) {
    const { world, seenAt } = context;
    const { items, nextToken } = find({ ...input, ids: input.SubnetId, set: 'subnetSet' }, context, {
      all: () => world.network.subnets,
      fields: {
        ...subnetFilters,
        'available-ip-address-count': (subnet) => freeAddresses(world, subnet, seenAt),
        'subnet-arn': (subnet) => arnOf('subnet', subnet, world),
      },
      notFound: errors.subnetNotFound,
    });
    return {
      subnetSet: items.map((subnet) => ({
        ...toSubnet(subnet),
        subnetArn: arnOf('subnet', subnet, world),
        availableIpAddressCount: freeAddresses(world, subnet, seenAt),
        tagSet: tagSetOf(subnet, context),
      })),
      nextToken,
    };
  },
});

/** API model, DescribeSecurityGroups, without their rules. */
export const describeSecurityGroups = action({
  name: 'DescribeSecurityGroups',
  mutating: false,
  parameters: { GroupId: list(text), GroupName: unsimulated, ...common },
  answer(input, context) {
    const { world } = context;
    const { items, nextToken } = find({ ...input, ids: input.GroupId, set: 'securityGroupIds' }, context, {
      all: () => world.network.securityGroups,
      fields: groupFilters,
      notFound: errors.securityGroupsNotFound,
    });
    return {
      securityGroupInfo: items.map((group) => ({
        ...toGroup(group),
        securityGroupArn: arnOf('security-group', group, world),
        tagSet: tagSetOf(group, context),
      })),
      nextToken,
    };
  },
});

interface Asked {
  ids: readonly string[];
  /** As EC2 names the list of IDs. */
  set: string;
  Filter: readonly { Name: string; Value: readonly string[] }[];
  MaxResults: number | undefined;
  NextToken: string | undefined;
  DryRun: boolean | undefined;
}

/** A page of the account's objects of a kind. */
function find<T extends { id: string; ownerId: string; sequence: number; tags: Tags }>(
  asked: Asked,
  context: Context,
  kind: {
    all: (world: World) => ReadonlyMap<string, T>;
    fields: FilterFields<T>;
    notFound: (ids: readonly string[]) => Error;
  },
) {
  const { world, accountId, seenAt } = context;
  requireMaxResults(asked.MaxResults, 5);
  requireIdsOrPages(asked.ids, asked, asked.set);
  stopDryRun(asked);
  defaultVpc(world, accountId);
  const own = [...kind.all(world).values()].filter(({ ownerId }) => ownerId === accountId);
  const missing = asked.ids.filter((id) => !own.some((object) => object.id === id));
  if (missing.length > 0) throw kind.notFound(missing);
  const chosen = own.filter(({ id }) => asked.ids.length === 0 || asked.ids.includes(id));
  const view = new View(world, accountId, seenAt);
  const matching = applyFilters(chosen, toFilters(asked.Filter), kind.fields, ({ tags }) => view.tags(tags));
  return page(matching, asked, world.settings.pageSize);
}

function tagSetOf({ tags }: { tags: Tags }, { world, accountId, seenAt }: Context): XmlFields[] | undefined {
  return toTagSet(new View(world, accountId, seenAt).tags(tags));
}

function arnOf(kind: string, { id, ownerId }: { id: string; ownerId: string }, { region }: World): string {
  return `arn:aws:ec2:${region}:${ownerId}:${kind}/${id}`;
}

const vpcFilters: FilterFields<Vpc> = {
  ...unsimulatedFilters(
    'cidr-block-association.association-id',
    'cidr-block-association.cidr-block',
    'cidr-block-association.state',
    'dhcp-options-id',
    'ipv6-cidr-block-association.association-id',
    'ipv6-cidr-block-association.ipv6-cidr-block',
    'ipv6-cidr-block-association.ipv6-pool',
    'ipv6-cidr-block-association.state',
  ),
  cidr: ({ cidr }) => cidr,
  'is-default': ({ isDefault }) => isDefault,
  // Not in the API model, but what terraform-provider-aws asks by.
  isDefault: ({ isDefault }) => isDefault,
  'owner-id': ({ ownerId }) => ownerId,
  state: () => 'available',
  'vpc-id': ({ id }) => id,
};

const subnetFilters: FilterFields<Subnet> = {
  ...unsimulatedFilters(
    'customer-owned-ipv4-pool',
    'enable-dns64',
    'enable-lni-at-device-index',
    'ipv6-cidr-block-association.association-id',
    'ipv6-cidr-block-association.ipv6-cidr-block',
    'ipv6-cidr-block-association.state',
    'ipv6-native',
    'map-customer-owned-ip-on-launch',
    'outpost-arn',
    'private-dns-name-options-on-launch.enable-resource-name-dns-a-record',
    'private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record',
    'private-dns-name-options-on-launch.hostname-type',
  ),
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  'availability-zone-id': ({ availabilityZone }) => zoneId(availabilityZone),
  'cidr-block': ({ cidr }) => cidr,
  'default-for-az': ({ defaultForAz }) => defaultForAz,
  'map-public-ip-on-launch': ({ defaultForAz }) => defaultForAz,
  'owner-id': ({ ownerId }) => ownerId,
  state: () => 'available',
  'subnet-id': ({ id }) => id,
  'vpc-id': ({ vpcId }) => vpcId,
};

const groupFilters: FilterFields<SecurityGroup> = {
  ...unsimulatedFilters(
    ...['', 'egress.'].flatMap((direction) =>
      [
        'cidr',
        'from-port',
        'group-id',
        'group-name',
        'ipv6-cidr',
        'prefix-list-id',
        'protocol',
        'to-port',
        'user-id',
      ].map((part) => `${direction}ip-permission.${part}`),
    ),
  ),
  description: ({ description }) => description,
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'owner-id': ({ ownerId }) => ownerId,
  'vpc-id': ({ vpcId }) => vpcId,
};

/** API model, Vpc. */
function toVpc({ id, ownerId, cidr, isDefault }: Vpc): XmlFields {
  return {
    vpcId: id,
    ownerId,
    state: 'available',
    cidrBlock: cidr,
    isDefault,
    instanceTenancy: 'default',
  };
}

/** API model, Subnet. */
function toSubnet({ id, ownerId, vpcId, availabilityZone, cidr, defaultForAz }: Subnet): XmlFields {
  return {
    subnetId: id,
    ownerId,
    vpcId,
    state: 'available',
    availabilityZone,
    availabilityZoneId: zoneId(availabilityZone),
    cidrBlock: cidr,
    defaultForAz,
    // VPC user guide, "Default VPC components": default subnets give public addresses.
    mapPublicIpOnLaunch: defaultForAz,
    assignIpv6AddressOnCreation: false,
  };
}

/** API model, SecurityGroup. */
function toGroup({ id, ownerId, vpcId, name, description }: SecurityGroup): XmlFields {
  return { groupId: id, groupName: name, groupDescription: description, ownerId, vpcId };
}
