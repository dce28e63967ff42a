import type { Tags } from './tags.ts';

/** What of the network in a Region matters to a launch, of every account. */
export interface Network {
  readonly vpcs: Map<string, Vpc>;
  readonly subnets: Map<string, Subnet>;
  readonly securityGroups: Map<string, SecurityGroup>;
  /** One for each launched instance. */
  readonly interfaces: Map<string, NetworkInterface>;
}

export interface Vpc {
  id: string;
  ownerId: string;
  sequence: number;
  isDefault: boolean;
  cidr: string;
  tags: Tags;
}

export interface Subnet {
  id: string;
  ownerId: string;
  sequence: number;
  vpcId: string;
  availabilityZone: string;
  cidr: string;
  /** How many instances have room in it; set it to 0 to have it full. */
  addresses: number;
  /** Whether it is the default VPC's subnet of its zone. */
  defaultForAz: boolean;
  tags: Tags;
}

export interface SecurityGroup {
  id: string;
  ownerId: string;
  sequence: number;
  vpcId: string;
  name: string;
  description: string;
  tags: Tags;
}

export interface NetworkInterface {
  id: string;
  ownerId: string;
  sequence: number;
  instanceId: string;
  tags: Tags;
}

export function emptyNetwork(): Network {
  return { vpcs: new Map(), subnets: new Map(), securityGroups: new Map(), interfaces: new Map() };
}

/** Every Region has three Availability Zones here. */
export function zonesOf(region: string): string[] {
  return ['a', 'b', 'c'].map((letter) => `${region}${letter}`);
}

/** EC2 user guide, "AZ IDs": `euw1-az1` for `eu-west-1a`. In an account they may be in another order; here they are not. */
export function zoneId(zone: string): string {
  const [, region = '', letter = 'a'] = /^(.*?)([a-z])$/.exec(zone) ?? [];
  const [area = '', ...rest] = region.split('-');
  const directions = rest.map((part) => (/^\d+$/.test(part) ? part : directionCode(part)));
  return `${area}${directions.join('')}-az${letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1}`;
}

function directionCode(part: string): string {
  const [, first = '', second = ''] = /^(north|south|central)(east|west)$/.exec(part) ?? [];
  return first === '' ? part.charAt(0) : first.charAt(0) + second.charAt(0);
}
