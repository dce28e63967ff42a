import { type FilterFields, unsimulated } from '../model/filters.ts';
import { freeAddresses } from '../model/free-addresses.ts';
import { subnetNotFound } from '../model/launch-errors.ts';
import { type Subnet, zoneId } from '../model/network.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action } from './action.ts';
import { commonParameters, findOwn, networkArn, tagSetOf } from './network-objects.ts';
import { list, text } from './parameters.ts';

/** API model, DescribeSubnets. */
export const describeSubnets = action({
  name: 'DescribeSubnets',
  mutating: false,
  parameters: { SubnetId: list(text), ...commonParameters },
  answer(input, context) {
    const { world, seenAt } = context;
    const { items, nextToken } = findOwn({ ...input, ids: input.SubnetId, set: 'subnetSet' }, context, {
      all: () => world.network.subnets,
      fields: {
        ...subnetFilters,
        'available-ip-address-count': (subnet) => freeAddresses(world, subnet, seenAt),
        'subnet-arn': (subnet) => networkArn('subnet', subnet, world),
      },
      notFound: subnetNotFound,
    });
    return {
      subnetSet: items.map((subnet) => ({
        ...toSubnet(subnet),
        subnetArn: networkArn('subnet', subnet, world),
        availableIpAddressCount: freeAddresses(world, subnet, seenAt),
        tagSet: tagSetOf(subnet, context),
      })),
      nextToken,
    };
  },
});

const subnetFilters: FilterFields<Subnet> = {
  ...unsimulated(
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
