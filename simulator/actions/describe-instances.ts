import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Instance, instanceState, instanceStateCodes, stateReasonOf } from '../model/instance.ts';
import { isInstanceShown } from '../model/instance-visibility.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { toReservation } from './instance-answers.ts';
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
    const asked = findInstances(world, accountId, input.InstanceId, {
      moment: seenAt,
      hiddenSeconds: world.settings.consistency.instanceSeconds,
    });
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields(seenAt), ({ tags }) =>
      view.tags(tags),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return {
      reservationSet: byReservation(items).map((group) => toReservation(group, view, world, seenAt)),
      nextToken,
    };
  },
});

/**
 * The account's instances of those IDs, or all when none is given.
 * @param view the moment that is seen, and for how long a new instance is hidden: by default as calls that change things
 * @throws InvalidInstanceID.Malformed, InvalidInstanceID.NotFound
 */
export function findInstances(
  world: World,
  accountId: string,
  ids: readonly string[],
  { moment, hiddenSeconds } = { moment: world.now(), hiddenSeconds: world.settings.consistency.writeSeconds },
): Instance[] {
  for (const id of ids) requireWellFormed('instance', id);
  const view = { moment, hiddenSeconds, shownSeconds: world.settings.terminatedSeconds };
  const own = [...world.instances.values()].filter(
    (instance) => instance.ownerId === accountId && isInstanceShown(instance, view),
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
    'boot-mode': ({ bootMode }) => bootMode,
    hypervisor: () => 'xen',
    'image-id': ({ imageId }) => imageId,
    'client-token': ({ settings }) => settings.clientToken || undefined,
    'iam-instance-profile.arn': ({ settings }) => settings.profile?.arn,
    'instance-id': ({ id }) => id,
    'instance-state-code': (instance) => instanceStateCodes[instanceState(instance, now)],
    'instance-state-name': (instance) => instanceState(instance, now),
    'instance-type': ({ type }) => type,
    'instance.group-id': ({ settings }) => settings.securityGroups.map(({ id }) => id),
    'launch-time': ({ launchedAt }) => new Date(launchedAt).toISOString(),
    'owner-id': ({ ownerId }) => ownerId,
    platform: ({ platformDetails }) => (platformDetails.startsWith('Windows') ? 'windows' : undefined),
    'platform-details': ({ platformDetails }) => platformDetails,
    'private-ip-address': ({ privateIp }) => privateIp,
    'reservation-id': ({ reservationId }) => reservationId,
    'root-device-name': ({ rootDeviceName }) => rootDeviceName,
    'root-device-type': ({ rootDeviceType }) => rootDeviceType,
    'tpm-support': ({ tpmSupport }) => tpmSupport,
    'state-reason-code': (instance) => stateReasonOf(instance, now)?.code,
    'subnet-id': ({ subnetId }) => subnetId,
    'virtualization-type': () => 'hvm',
    'vpc-id': ({ vpcId }) => vpcId,
  };
}

/** A page may end within a reservation; the rest of it is on the next page. */
function byReservation(instances: readonly Instance[]): Instance[][] {
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    groups.set(instance.reservationId, [...(groups.get(instance.reservationId) ?? []), instance]);
  }
  return [...groups.values()];
}
