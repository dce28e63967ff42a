import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Instance, type InstanceDevice, instanceState, instanceStateCodes } from '../model/instance.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, list, only, text, whole } from './parameters.ts';

/** API model, DescribeInstances. */
export const describeInstances = action({
  name: 'DescribeInstances',
  mutating: false,
  parameters: {
    InstanceId: list(text),
    Filter: filters,
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
    IncludeManagedResources: only('false'),
  },
  answer(input, { world, accountId, seenAt }) {
    requireMaxResults(input.MaxResults, 5);
    requireIdsOrPages(input.InstanceId, input, 'instancesSet');
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const asked = findInstances(world, accountId, input.InstanceId);
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields(seenAt), ({ tags }) =>
      view.tags(tags),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return {
      reservationSet: items.map((instance) => toReservation(instance, view, world, seenAt)),
      nextToken,
    };
  },
});

/**
 * The account's instances of those IDs, or all when none is given.
 * @throws InvalidInstanceID.Malformed, InvalidInstanceID.NotFound
 */
export function findInstances(world: World, accountId: string, ids: readonly string[]): Instance[] {
  for (const id of ids) requireWellFormed('instance', id);
  const own = [...world.instances.values()].filter(({ ownerId }) => ownerId === accountId);
  if (ids.length === 0) return own;
  const missing = ids.filter((id) => !own.some((instance) => instance.id === id));
  if (missing.length > 0) throw errors.instanceNotFound(missing);
  return own.filter(({ id }) => ids.includes(id));
}

function filterFields(now: number): FilterFields<Instance> {
  const ebs = ({ devices }: Instance) => devices.filter((device) => 'volumeId' in device);
  return {
    ...unsimulated(...otherFilters),
    architecture: ({ architecture }) => architecture,
    'availability-zone': ({ availabilityZone }) => availabilityZone,
    'block-device-mapping.delete-on-termination': (instance) =>
      ebs(instance).map(({ deleteOnTermination }) => deleteOnTermination),
    'block-device-mapping.device-name': (instance) => ebs(instance).map(({ deviceName }) => deviceName),
    'block-device-mapping.volume-id': (instance) => ebs(instance).map(({ volumeId }) => volumeId),
    hypervisor: () => 'xen',
    'image-id': ({ imageId }) => imageId,
    'instance-id': ({ id }) => id,
    'instance-state-code': (instance) => instanceStateCodes[instanceState(instance, now)],
    'instance-state-name': (instance) => instanceState(instance, now),
    'instance-type': ({ type }) => type,
    'owner-id': ({ ownerId }) => ownerId,
    platform: ({ platformDetails }) => (platformDetails.startsWith('Windows') ? 'windows' : undefined),
    'platform-details': ({ platformDetails }) => platformDetails,
    'private-ip-address': ({ privateIp }) => privateIp,
    'reservation-id': ({ reservationId }) => reservationId,
    'root-device-name': ({ rootDeviceName }) => rootDeviceName,
    'root-device-type': ({ rootDeviceType }) => rootDeviceType,
    'subnet-id': ({ subnetId }) => subnetId,
    'virtualization-type': () => 'hvm',
    'vpc-id': ({ vpcId }) => vpcId,
  };
}

/** API model, Reservation and Instance; every instance is a reservation of its own. */
function toReservation(instance: Instance, view: View, world: World, now: number): XmlFields {
  const state = instanceState(instance, now);
  return {
    reservationId: instance.reservationId,
    ownerId: instance.ownerId,
    groupSet: [],
    instancesSet: [
      {
        instanceId: instance.id,
        imageId: instance.imageId,
        instanceState: { code: instanceStateCodes[state], name: state },
        privateDnsName: `ip-${instance.privateIp.replaceAll('.', '-')}.${instance.availabilityZone.slice(0, -1)}.compute.internal`,
        dnsName: '',
        reason: '',
        amiLaunchIndex: 0,
        productCodes: [],
        instanceType: instance.type,
        launchTime: new Date(instance.launchedAt),
        placement: { availabilityZone: instance.availabilityZone, groupName: '', tenancy: 'default' },
        platform: instance.platformDetails.startsWith('Windows') ? 'windows' : undefined,
        platformDetails: instance.platformDetails,
        monitoring: { state: 'disabled' },
        subnetId: instance.subnetId,
        vpcId: instance.vpcId,
        privateIpAddress: instance.privateIp,
        architecture: instance.architecture,
        rootDeviceType: instance.rootDeviceType,
        rootDeviceName: instance.rootDeviceName,
        blockDeviceMapping: instance.devices.flatMap((device) => toDevice(device, world)),
        virtualizationType: 'hvm',
        hypervisor: 'xen',
        enaSupport: true,
        ebsOptimized: false,
        sourceDestCheck: true,
        tagSet: toTagSet(view.tags(instance.tags)),
      },
    ],
  };
}

/** EC2 user guide, "Block device mappings": an instance's mapping shows EBS volumes alone, not instance store volumes. */
function toDevice(device: InstanceDevice, world: World): XmlFields[] {
  if ('virtualName' in device) return [];
  const createdAt = world.volumes.get(device.volumeId)?.createdAt ?? 0;
  return [
    {
      deviceName: device.deviceName,
      ebs: {
        volumeId: device.volumeId,
        status: 'attached',
        attachTime: new Date(createdAt),
        deleteOnTermination: device.deleteOnTermination,
      },
    },
  ];
}
/** The other filters of the API model's DescribeInstances. */
const otherFilters = [
  'affinity',
  'availability-zone-id',
  'block-device-mapping.attach-time',
  'block-device-mapping.status',
  'boot-mode',
  'capacity-reservation-id',
  'capacity-reservation-specification.capacity-reservation-preference',
  'capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id',
  'capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn',
  'client-token',
  'current-instance-boot-mode',
  'dns-name',
  'ebs-optimized',
  'ena-support',
  'enclave-options.enabled',
  'hibernation-options.configured',
  'host-id',
  'iam-instance-profile.arn',
  'iam-instance-profile.id',
  'instance-lifecycle',
  'instance.group-id',
  'instance.group-name',
  'ip-address',
  'ipv6-address',
  'kernel-id',
  'key-name',
  'launch-index',
  'launch-time',
  'maintenance-options.auto-recovery',
  'metadata-options.http-endpoint',
  'metadata-options.http-protocol-ipv4',
  'metadata-options.http-protocol-ipv6',
  'metadata-options.http-put-response-hop-limit',
  'metadata-options.http-tokens',
  'metadata-options.instance-metadata-tags',
  'metadata-options.state',
  'monitoring-state',
  'network-interface.addresses.association.allocation-id',
  'network-interface.addresses.association.association-id',
  'network-interface.addresses.association.carrier-ip',
  'network-interface.addresses.association.customer-owned-ip',
  'network-interface.addresses.association.ip-owner-id',
  'network-interface.addresses.association.public-dns-name',
  'network-interface.addresses.association.public-ip',
  'network-interface.addresses.primary',
  'network-interface.addresses.private-dns-name',
  'network-interface.addresses.private-ip-address',
  'network-interface.association.allocation-id',
  'network-interface.association.association-id',
  'network-interface.association.carrier-ip',
  'network-interface.association.customer-owned-ip',
  'network-interface.association.ip-owner-id',
  'network-interface.association.public-dns-name',
  'network-interface.association.public-ip',
  'network-interface.attachment.attach-time',
  'network-interface.attachment.attachment-id',
  'network-interface.attachment.delete-on-termination',
  'network-interface.attachment.device-index',
  'network-interface.attachment.instance-id',
  'network-interface.attachment.instance-owner-id',
  'network-interface.attachment.network-card-index',
  'network-interface.attachment.status',
  'network-interface.availability-zone',
  'network-interface.deny-all-igw-traffic',
  'network-interface.description',
  'network-interface.group-id',
  'network-interface.group-name',
  'network-interface.ipv4-prefixes.ipv4-prefix',
  'network-interface.ipv6-address',
  'network-interface.ipv6-addresses.ipv6-address',
  'network-interface.ipv6-addresses.is-primary-ipv6',
  'network-interface.ipv6-native',
  'network-interface.ipv6-prefixes.ipv6-prefix',
  'network-interface.mac-address',
  'network-interface.network-interface-id',
  'network-interface.operator.managed',
  'network-interface.operator.principal',
  'network-interface.outpost-arn',
  'network-interface.owner-id',
  'network-interface.private-dns-name',
  'network-interface.private-ip-address',
  'network-interface.public-dns-name',
  'network-interface.requester-id',
  'network-interface.requester-managed',
  'network-interface.status',
  'network-interface.source-dest-check',
  'network-interface.subnet-id',
  'network-interface.tag-key',
  'network-interface.tag-value',
  'network-interface.vpc-id',
  'network-performance-options.bandwidth-weighting',
  'operator.managed',
  'operator.principal',
  'outpost-arn',
  'placement-group-name',
  'placement-partition-number',
  'private-dns-name',
  'private-dns-name-options.enable-resource-name-dns-a-record',
  'private-dns-name-options.enable-resource-name-dns-aaaa-record',
  'private-dns-name-options.hostname-type',
  'product-code',
  'product-code.type',
  'ramdisk-id',
  'reason',
  'requester-id',
  'source-dest-check',
  'spot-instance-request-id',
  'state-reason-code',
  'state-reason-message',
  'tag:&lt;key&gt;',
  'tenancy',
  'tpm-support',
  'usage-operation',
  'usage-operation-update-time',
];
