import { freeAddresses } from '../model/free-addresses.ts';
import * as errors from '../model/launch-errors.ts';
import { type SecurityGroup, type Subnet, zonesOf } from '../model/network.ts';
import { defaultVpc } from '../model/seed-network.ts';
import type { Context } from './action.ts';
import type { LaunchInput } from './launch-parameters.ts';

/**
 * The subnets that the launch may go into: the one that was asked for, or those of the default VPC.
 * @throws InvalidSubnetID.NotFound, VPCIdNotSpecified, MissingInput
 */
export function candidateSubnets(input: LaunchInput, { world, accountId }: Context): Subnet[] {
  const own = [...world.network.subnets.values()].filter(({ ownerId }) => ownerId === accountId);
  if (input.SubnetId) {
    const subnet = own.find(({ id }) => id === input.SubnetId);
    if (!subnet) throw errors.subnetNotFound([input.SubnetId]);
    return [subnet];
  }
  const vpc = defaultVpc(world, accountId);
  if (!vpc) throw errors.noDefaultVpc();
  const zone = input.Placement?.AvailabilityZone;
  const subnets = [...world.network.subnets.values()].filter(
    ({ vpcId, defaultForAz, availabilityZone }) =>
      vpcId === vpc.id && defaultForAz && (zone === undefined || zone === availabilityZone),
  );
  if (subnets.length === 0) throw errors.noDefaultSubnet(vpc.id);
  return subnets;
}

/**
 * The security groups that were asked for, or the group `default` of the VPC.
 * @throws InvalidGroup.NotFound; InvalidParameter for a group of another VPC
 */
export function requireGroups(
  { SecurityGroupId: ids }: LaunchInput,
  { world, accountId }: Context,
  { id: subnetId, vpcId }: Subnet,
): SecurityGroup[] {
  const own = [...world.network.securityGroups.values()].filter(({ ownerId }) => ownerId === accountId);
  if (ids.length === 0) return own.filter((group) => group.vpcId === vpcId && group.name === 'default');
  const missing = ids.filter((id) => !own.some((group) => group.id === id));
  if (missing.length > 0) throw errors.securityGroupsNotFound(missing);
  const groups = own.filter(({ id }) => ids.includes(id));
  const other = groups.find((group) => group.vpcId !== vpcId);
  if (other) throw errors.otherNetwork(other.id, subnetId);
  return groups;
}

/**
 * Where there is room for the launch: EC2 chooses among the candidates when no subnet was asked for.
 * @returns the subnet, and how many instances go into it
 * @throws Unsupported, InsufficientInstanceCapacity, InsufficientFreeAddressesInSubnet
 */
export function placeLaunch(
  { MinCount, MaxCount }: LaunchInput,
  type: string,
  candidates: readonly Subnet[],
  context: Context,
): { subnet: Subnet; count: number } {
  const room = (subnet: Subnet) => freeAddresses(context.world, subnet, context.now);
  const tried = candidates.map((subnet) => ({
    subnet,
    refusal: placeRefusal(type, subnet, room(subnet) >= MinCount, context),
  }));
  const found = tried.find(({ refusal }) => refusal === undefined);
  if (found) return { subnet: found.subnet, count: Math.min(MaxCount, room(found.subnet)) };
  const { launches } = context.world;
  for (const { subnet } of tried) launches.countRefusal(placeOf(type, subnet));
  throw tried[0]?.refusal;
}

function placeRefusal(type: string, subnet: Subnet, hasRoom: boolean, { world }: Context) {
  const { launches, region } = world;
  const zone = subnet.availabilityZone;
  const offering = zonesOf(region).filter((other) => launches.isOffered(type, other));
  if (offering.length === 0) return errors.typeNotOfferedAnywhere();
  if (!offering.includes(zone)) return errors.typeNotOffered(type, zone, offering);
  if (!launches.hasCapacity(placeOf(type, subnet))) {
    const others = offering.filter(
      (other) => other !== zone && launches.hasCapacity({ type, zone: other, subnetId: '' }),
    );
    return errors.insufficientCapacity(type, zone, others);
  }
  return hasRoom ? undefined : errors.insufficientFreeAddresses(subnet.id);
}

function placeOf(type: string, { availabilityZone, id }: Subnet) {
  return { type, zone: availabilityZone, subnetId: id };
}
