import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import type { Volume } from '../model/instance.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import { volumeAt } from '../model/volume-state.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, list, only, text, whole } from './parameters.ts';

/** API model, DescribeVolumes. */
export const describeVolumes = action({
  name: 'DescribeVolumes',
  mutating: false,
  parameters: {
    VolumeId: list(text),
    Filter: filters,
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
    IncludeManagedResources: only('false'),
  },
  answer(input, { world, accountId, seenAt }) {
    requireMaxResults(input.MaxResults, 5);
    requireIdsOrPages(input.VolumeId, input, 'volumeSet');
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const asked = findVolumes(world, accountId, input.VolumeId, seenAt);
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields, ({ tags }) =>
      view.tags(tags),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return { volumeSet: items.map((volume) => toXml(volume, view)), nextToken };
  },
});

/**
 * The volumes as they are at the moment.
 * @throws InvalidVolumeID.Malformed, InvalidVolume.NotFound
 */
function findVolumes(world: World, accountId: string, ids: readonly string[], now: number): Volume[] {
  for (const id of ids) requireWellFormed('volume', id);
  const own = [...world.volumes.values()]
    .filter(({ ownerId }) => ownerId === accountId)
    .flatMap((volume) => {
      const state = volumeAt(volume, world, now);
      return state ? [{ ...volume, attachment: state.attachment }] : [];
    });
  if (ids.length === 0) return own;
  const missing = ids.filter((id) => !own.some((volume) => volume.id === id));
  if (missing.length > 0) throw errors.volumeNotFound(missing);
  return own.filter(({ id }) => ids.includes(id));
}

const filterFields: FilterFields<Volume> = {
  ...unsimulated('availability-zone-id', 'fast-restored', 'operator.managed', 'operator.principal'),
  'attachment.attach-time': ({ attachment, createdAt }) => attachment && new Date(createdAt).toISOString(),
  'attachment.delete-on-termination': ({ attachment }) => attachment?.deleteOnTermination,
  'attachment.device': ({ attachment }) => attachment?.deviceName,
  'attachment.instance-id': ({ attachment }) => attachment?.instanceId,
  'attachment.status': ({ attachment }) => attachment && 'attached',
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
  encrypted: ({ encrypted }) => encrypted,
  'multi-attach-enabled': () => false,
  size: ({ sizeGiB }) => sizeGiB,
  'snapshot-id': ({ snapshotId }) => snapshotId,
  status: (volume) => stateOf(volume),
  'volume-id': ({ id }) => id,
  'volume-type': ({ type }) => type,
};

/** API model, Volume. */
function toXml(volume: Volume, view: View): XmlFields {
  const { attachment } = volume;
  return {
    volumeId: volume.id,
    size: volume.sizeGiB,
    snapshotId: volume.snapshotId,
    availabilityZone: volume.availabilityZone,
    status: stateOf(volume),
    createTime: new Date(volume.createdAt),
    attachmentSet: attachment
      ? [
          {
            volumeId: volume.id,
            instanceId: attachment.instanceId,
            device: attachment.deviceName,
            status: 'attached',
            attachTime: new Date(volume.createdAt),
            deleteOnTermination: attachment.deleteOnTermination,
          },
        ]
      : [],
    volumeType: volume.type,
    iops: volume.iops,
    throughput: volume.throughput,
    encrypted: volume.encrypted,
    kmsKeyId: volume.kmsKeyId,
    multiAttachEnabled: false,
    tagSet: toTagSet(view.tags(volume.tags)),
  };
}

function stateOf({ attachment }: Volume): string {
  return attachment ? 'in-use' : 'available';
}
