import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { type Snapshot, snapshotPercent, snapshotState } from '../model/snapshot.ts';
import { View } from '../model/visibility.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, list, text, unsimulated, whole } from './parameters.ts';

/** API model, DescribeSnapshots. */
export const describeSnapshots = action({
  name: 'DescribeSnapshots',
  mutating: false,
  parameters: {
    SnapshotId: list(text),
    Owner: list(text),
    RestorableBy: unsimulated,
    Filter: filters,
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
  },
  answer(input, { world, accountId, seenAt }) {
    requireMaxResults(input.MaxResults, 5);
    requireIdsOrPages(input.SnapshotId, input, 'snapshotSet');
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const asked = input.SnapshotId.length > 0 ? byId(view, input.SnapshotId) : view.snapshots();
    const owned = asked.filter(
      ({ ownerId }) =>
        input.Owner.length === 0 ||
        input.Owner.some((owner) => owner === ownerId || (owner === 'self' && ownerId === accountId)),
    );
    const matching = applyFilters(owned, toFilters(input.Filter), filterFields(seenAt), ({ tags }) =>
      view.tags(tags),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return { snapshotSet: items.map((snapshot) => toXml(snapshot, view, seenAt)), nextToken };
  },
});

/** @throws InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound */
function byId(view: View, ids: readonly string[]): Snapshot[] {
  for (const id of ids) requireWellFormed('snapshot', id);
  const found = view.snapshots(ids);
  const missing = ids.filter((id) => !found.some((snapshot) => snapshot.id === id));
  if (missing.length > 0) throw errors.snapshotNotFound(missing);
  return found;
}

function filterFields(now: number): FilterFields<Snapshot> {
  return {
    description: ({ description }) => description,
    encrypted: ({ encrypted }) => encrypted,
    'owner-alias': () => undefined,
    'owner-id': ({ ownerId }) => ownerId,
    progress: (snapshot) => `${snapshotPercent(snapshot, now)}%`,
    'snapshot-id': ({ id }) => id,
    'start-time': ({ startedAt }) => new Date(startedAt).toISOString(),
    status: (snapshot) => snapshotState(snapshot, now),
    'storage-tier': () => 'standard',
    'transfer-type': () => 'standard',
    'volume-id': ({ volumeId }) => volumeId,
    'volume-size': ({ sizeGiB }) => sizeGiB,
  };
}

/** API model, Snapshot. */
function toXml(snapshot: Snapshot, view: View, now: number): XmlFields {
  const state = snapshotState(snapshot, now);
  return {
    snapshotId: snapshot.id,
    volumeId: snapshot.volumeId,
    status: state,
    statusMessage: state === 'error' ? snapshot.failure?.message : undefined,
    startTime: new Date(snapshot.startedAt),
    completionTime: state === 'completed' ? new Date(snapshot.completesAt) : undefined,
    progress: `${snapshotPercent(snapshot, now)}%`,
    ownerId: snapshot.ownerId,
    volumeSize: snapshot.sizeGiB,
    description: snapshot.description,
    encrypted: snapshot.encrypted,
    kmsKeyId: snapshot.kmsKeyId,
    storageTier: 'standard',
    transferType: 'standard',
    tagSet: toTagSet(view.tags(snapshot.tags)),
  };
}
