/**
 * The console of each partition, by the form of its Region names. The other partitions (`us-iso-`, `us-isob-`,
 * `eu-isoe-`, `us-isof-`) have no console with a public address.
 */
const consoles: readonly { regions: RegExp; domain: string }[] = [
  { regions: /^cn-[a-z]+-\d+$/, domain: 'console.amazonaws.cn' },
  { regions: /^us-gov-[a-z]+-\d+$/, domain: 'console.amazonaws-us-gov.com' },
  { regions: /^eusc-[a-z]+-[a-z]+-\d+$/, domain: 'console.amazonaws-eusc.eu' },
  { regions: /^[a-z]{2}-[a-z]+-\d+$/, domain: 'console.aws.amazon.com' },
];

/** Where the EC2 console shows one resource, by the prefix of the resource's ID. */
const views = new Map([
  ['ami', 'ImageDetails:imageId'],
  ['snap', 'SnapshotDetails:snapshotId'],
  ['i', 'InstanceDetails:instanceId'],
  ['vol', 'VolumeDetails:volumeId'],
]);

/**
 * The address of an AMI, a snapshot, an instance or a volume in the AWS console.
 * Undefined where the console's address is not known, and for whatever is not an ID of these: no link is
 * better than a wrong one.
 */
export function consoleUrl(region: string, id: string): string | undefined {
  const domain = consoles.find(({ regions }) => regions.test(region))?.domain;
  const prefix = /^([a-z]+)-[0-9a-f]+$/.exec(id)?.[1];
  const view = prefix === undefined ? undefined : views.get(prefix);
  if (domain === undefined || view === undefined) return undefined;
  return `https://${region}.${domain}/ec2/home?region=${region}#${view}=${id}`;
}

/** What a line of the log about a resource ends in: `: https://…`, or nothing where there is no address. */
export function consoleSuffix(region: string, id: string): string {
  const address = consoleUrl(region, id);
  return address === undefined ? '' : `: ${address}`;
}
