import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { recycle } from '../model/recycle-bin.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isLocked } from '../model/snapshot-lock.ts';
import { snapshotLocked } from '../model/snapshot-lock-errors.ts';
import type { World } from '../model/world.ts';
import { action, stopDryRun } from './action.ts';
import { flag, required, text } from './parameters.ts';

/** API model, DeleteSnapshot: a snapshot that a registered AMI needs is refused. Its answer is empty. */
export const deleteSnapshot = action({
  name: 'DeleteSnapshot',
  mutating: true,
  parameters: { SnapshotId: required(text), DryRun: flag },
  answer(input, { world, accountId, now }) {
    const snapshot = requireWritableSnapshot(world, accountId, input.SnapshotId, now);
    stopDryRun(input);
    const [user] = world.usersOf(snapshot.id);
    if (user) throw errors.snapshotInUse(snapshot.id, user.id);
    if (isLocked(world.snapshotLocks.get(snapshot.id), now)) throw snapshotLocked(snapshot.id);
    removeSnapshot(world, snapshot, now);
    return { return: true };
  },
});

/** Into the Recycle Bin, where a rule says so. */
export function removeSnapshot(world: World, snapshot: Snapshot, now: number): void {
  snapshot.deletedAt = now;
  recycle(world, 'EBS_SNAPSHOT', snapshot, now);
}

/** @throws InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, AuthFailure when it is another account's */
export function requireWritableSnapshot(world: World, accountId: string, id: string, now: number): Snapshot {
  requireWellFormed('snapshot', id);
  const snapshot = world.liveSnapshot(id);
  const hidden = world.settings.consistency.writeSeconds * 1000;
  if (!snapshot || now < snapshot.startedAt + hidden) throw errors.snapshotNotFound([id]);
  if (snapshot.ownerId !== accountId) throw errors.notAuthorizedForSnapshot(id);
  return snapshot;
}
