import type { SecurityGroup, Subnet, Vpc } from './network.ts';
import { zonesOf } from './network.ts';
import { type TagRecord, Tags } from './tags.ts';
import type { World } from './world.ts';

export interface VpcSeed {
  id?: string;
  accountId?: string;
  default?: boolean;
  cidr?: string;
  tags?: TagRecord;
}

export interface SubnetSeed {
  id?: string;
  accountId?: string;
  /** Unless given, the account's default VPC. */
  vpcId?: string;
  /** Unless given, the Region's first zone. */
  zone?: string;
  cidr?: string;
  /** How many instances have room in it. */
  addresses?: number;
  defaultForAz?: boolean;
  tags?: TagRecord;
}

export interface SecurityGroupSeed {
  id?: string;
  accountId?: string;
  /** Unless given, the account's default VPC. */
  vpcId?: string;
  name?: string;
  tags?: TagRecord;
}

/** A VPC with its security group `default` and no subnets, as CreateVpc makes it. */
export function seedVpc(world: World, seed: VpcSeed = {}): Vpc {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const vpc: Vpc = {
    id: seed.id ?? world.ids.next('vpc'),
    ownerId,
    sequence: world.nextSequence(),
    isDefault: seed.default ?? false,
    cidr: seed.cidr ?? '10.0.0.0/16',
    tags: new Tags(Object.entries(seed.tags ?? {})),
  };
  world.network.vpcs.set(vpc.id, vpc);
  seedSecurityGroup(world, { accountId: ownerId, vpcId: vpc.id, name: 'default' });
  return vpc;
}

export function seedSubnet(world: World, seed: SubnetSeed = {}): Subnet {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const subnet: Subnet = {
    id: seed.id ?? world.ids.next('subnet'),
    ownerId,
    sequence: world.nextSequence(),
    vpcId: seed.vpcId ?? defaultVpcId(world, ownerId),
    availabilityZone: seed.zone ?? zonesOf(world.region)[0] ?? '',
    cidr: seed.cidr ?? '10.0.0.0/24',
    // VPC user guide, "Subnet CIDR blocks": of the 256 addresses of a /24 five are AWS's own.
    addresses: seed.addresses ?? 251,
    defaultForAz: seed.defaultForAz ?? false,
    tags: new Tags(Object.entries(seed.tags ?? {})),
  };
  world.network.subnets.set(subnet.id, subnet);
  return subnet;
}

export function seedSecurityGroup(world: World, seed: SecurityGroupSeed = {}): SecurityGroup {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const name = seed.name ?? 'web';
  const group: SecurityGroup = {
    id: seed.id ?? world.ids.next('securityGroup'),
    ownerId,
    sequence: world.nextSequence(),
    vpcId: seed.vpcId ?? defaultVpcId(world, ownerId),
    name,
    description: name === 'default' ? 'default VPC security group' : name,
    tags: new Tags(Object.entries(seed.tags ?? {})),
  };
  world.network.securityGroups.set(group.id, group);
  return group;
}

/**
 * The account's default VPC, with a subnet in every zone, made when first asked for.
 * @returns undefined when the setting `defaultVpc` says that there is none, and none is seeded
 */
export function defaultVpc(world: World, accountId: string): Vpc | undefined {
  const existing = [...world.network.vpcs.values()].find(
    ({ isDefault, ownerId }) => isDefault && ownerId === accountId,
  );
  if (existing || !world.settings.defaultVpc) return existing;
  // VPC user guide, "Default VPC components": 172.31.0.0/16, a /20 in each Availability Zone, 4,091 addresses to use.
  const vpc = seedVpc(world, { accountId, default: true, cidr: '172.31.0.0/16' });
  for (const [index, zone] of zonesOf(world.region).entries()) {
    const cidr = `172.31.${index * 16}.0/20`;
    seedSubnet(world, { accountId, vpcId: vpc.id, zone, cidr, addresses: 4091, defaultForAz: true });
  }
  return vpc;
}

function defaultVpcId(world: World, accountId: string): string {
  const vpc = defaultVpc(world, accountId);
  if (!vpc)
    throw new Error('There is no default VPC: say which VPC the subnet or security group belongs to.');
  return vpc.id;
}
