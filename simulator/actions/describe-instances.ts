import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { stateReason } from '../model/hibernation.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Instance, type InstanceDevice, instanceState, instanceStateCodes } from '../model/instance.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { otherInstanceFilters } from './instance-filters.ts';
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
  const hidden = world.settings.consistency.instanceSeconds * 1000;
  const own = [...world.instances.values()].filter(
    ({ ownerId, launchedAt }) => ownerId === accountId && launchedAt + hidden <= world.now(),
  );
  if (ids.length === 0) return own;
  const missing = ids.filter((id) => !own.some((instance) => instance.id === id));
  if (missing.length > 0) throw errors.instanceNotFound(missing);
  return own.filter(({ id }) => ids.includes(id));
}

/** @throws InvalidInstanceID.Malformed, InvalidInstanceID.NotFound */
export function requireInstance(world: World, accountId: string, id: string): Instance {
  const [instance] = findInstances(world, accountId, [id]);
  if (!instance) throw errors.instanceNotFound([id]);
  return instance;
}

function filterFields(now: number): FilterFields<Instance> {
  const ebs = ({ devices }: Instance) => devices.filter((device) => 'volumeId' in device);
  return {
    ...unsimulated(...otherInstanceFilters),
    architecture: ({ architecture }) => architecture,
    'availability-zone': ({ availabilityZone }) => availabilityZone,
    'block-device-mapping.delete-on-termination': (instance) =>
      ebs(instance).map(({ deleteOnTermination }) => deleteOnTermination),
    'block-device-mapping.device-name': (instance) => ebs(instance).map(({ deviceName }) => deviceName),
    'block-device-mapping.volume-id': (instance) => ebs(instance).map(({ volumeId }) => volumeId),
    'hibernation-options.configured': ({ hibernation }) => hibernation !== 'not-configured',
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
        stateReason: stateReason(instance, state),
        hibernationOptions: { configured: instance.hibernation !== 'not-configured' },
        enaSupport: true,
        ebsOptimized: false,
        sourceDestCheck: true,
        tagSet: toTagSet(view.tags(instance.tags)),
      },
    ],
  };
}

/**
 * EC2 user guide, "Block device mappings": an instance's mapping shows EBS volumes alone, not instance store
 * volumes.
 */
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
