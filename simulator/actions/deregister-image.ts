import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, isProtected } from '../model/image.ts';
import { recycle } from '../model/recycle-bin.ts';
import { snapshotState } from '../model/snapshot.ts';
import { isLocked } from '../model/snapshot-lock.ts';
import type { SnapshotResult } from '../model/snapshot-result.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { removeSnapshot } from './delete-snapshot.ts';
import { flag, required, text } from './parameters.ts';

/** API model, DeregisterImage. */
export const deregisterImage = action({
  name: 'DeregisterImage',
  mutating: true,
  parameters: { ImageId: required(text), DeleteAssociatedSnapshots: flag, DryRun: flag },
  answer(input, context) {
    const { world, accountId, now } = context;
    const image = requireWritableImage(world, accountId, input.ImageId, now);
    if (isProtected(image, now)) throw errors.imageProtected(image.id);
    stopDryRun(input);
    image.deregisteredAt = now;
    recycle(world, 'EC2_IMAGE', image, now);
    return {
      return: true,
      deleteSnapshotResultSet: input.DeleteAssociatedSnapshots ? deleteSnapshots(image, context) : undefined,
    };
  },
});

/**
 * The image, if it may be changed now.
 * @throws InvalidAMIID.Malformed; InvalidAMIID.NotFound, also while a new image has not reached all of EC2;
 * InvalidAMIID.Unavailable when it is deregistered; AuthFailure when it is another account's
 */
export function requireWritableImage(world: World, accountId: string, id: string, now: number): Image {
  requireWellFormed('image', id);
  const image = world.images.get(id);
  const hidden = world.settings.consistency.writeSeconds * 1000;
  if (!image || now < image.createdAt + hidden) throw errors.imageNotFound([id]);
  if (image.ownerId !== accountId) throw errors.notAuthorizedForImage(id);
  if (isDeregistered(image, now)) throw errors.imageUnavailable(id);
  return image;
}

/** API model, DeregisterImage.DeleteAssociatedSnapshots: one result a snapshot. */
function deleteSnapshots(image: Image, context: Context) {
  return imageSnapshotIds(image).map((snapshotId) => ({
    snapshotId,
    returnCode: deleteSnapshot(snapshotId, image, context),
  }));
}

/** What happens to pending and to locked snapshots is not documented, so these are settings. */
function deleteSnapshot(id: string, image: Image, { world, now, isPermitted }: Context): SnapshotResult {
  const { pendingSnapshots, lockedSnapshots } = world.settings.deregistration;
  const snapshot = world.liveSnapshot(id);
  const planned = world.snapshotResults.get(id);
  if (planned !== undefined && planned !== 'success') return planned;
  if (!isPermitted('DeleteSnapshot')) return 'missing-permissions';
  if (!snapshot) return 'client-error';
  if (world.usersOf(id, image).length > 0) return 'skipped';
  if (isLocked(world.snapshotLocks.get(id), now)) return lockedSnapshots;
  const result = snapshotState(snapshot, now) === 'pending' ? pendingSnapshots : 'success';
  if (result === 'success') removeSnapshot(world, snapshot, now);
  return result;
}
