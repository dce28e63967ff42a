import { snapshotNotFound } from '../model/errors.ts';
import { applyFilters, type FilterFields } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { type LockState, lockState } from '../model/snapshot-lock.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import { toFields } from './lock-snapshot.ts';
import { filters, flag, list, text, whole } from './parameters.ts';

/** API model, DescribeLockedSnapshots: the account's snapshots that are locked, or were until their lock expired. */
export const describeLockedSnapshots = action({
  name: 'DescribeLockedSnapshots',
  mutating: false,
  parameters: { SnapshotId: list(text), Filter: filters, MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, context) {
    const { world, seenAt } = context;
    requireMaxResults(input.MaxResults, 5);
    requireSnapshots(input.SnapshotId, context);
    stopDryRun(input);
    const rows = lockedSnapshots(input.SnapshotId, context);
    const matching = applyFilters(rows, toFilters(input.Filter), filterFields);
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return {
      snapshotSet: items.map(({ snapshot, lock }) => ({
        ownerId: snapshot.ownerId,
        snapshotId: snapshot.id,
        ...toFields(lock, seenAt),
      })),
      nextToken,
    };
  },
});

/** @throws InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound */
function requireSnapshots(ids: readonly string[], { world, accountId }: Context): void {
  for (const id of ids) requireWellFormed('snapshot', id);
  const missing = ids.filter((id) => world.liveSnapshot(id)?.ownerId !== accountId);
  if (missing.length > 0) throw snapshotNotFound(missing);
}

/** Of snapshots that were asked for by ID, those that never were locked are left out (unconfirmed). */
function lockedSnapshots(ids: readonly string[], { world, accountId, seenAt }: Context) {
  return [...world.snapshotLocks].flatMap(([id, lock]) => {
    const snapshot = world.liveSnapshot(id);
    if (snapshot?.ownerId !== accountId || (ids.length > 0 && !ids.includes(id))) return [];
    return [{ snapshot, lock, state: lockState(lock, seenAt), sequence: snapshot.sequence }];
  });
}

const filterFields: FilterFields<{ state: LockState }> = { 'lock-state': ({ state }) => state };
