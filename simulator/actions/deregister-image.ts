import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, isProtected } from '../model/image.ts';
import { snapshotState } from '../model/snapshot.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
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

/**
 * API model, DeleteSnapshotReturnCode: `success`, `skipped` ("associated with multiple AMIs"),
 * `missing-permissions`, `client-error`, `internal-error`. What happens to pending snapshots is not
 * documented, so it is a setting.
 */
function deleteSnapshots(image: Image, { world, now, isPermitted }: Context) {
  return imageSnapshotIds(image).map((snapshotId) => {
    const snapshot = world.liveSnapshot(snapshotId);
    if (!isPermitted('DeleteSnapshot')) return { snapshotId, returnCode: 'missing-permissions' };
    if (!snapshot) return { snapshotId, returnCode: 'client-error' };
    if (world.usersOf(snapshotId, image).length > 0) return { snapshotId, returnCode: 'skipped' };
    const { pendingSnapshots } = world.settings.deregistration;
    const returnCode = snapshotState(snapshot, now) === 'pending' ? pendingSnapshots : 'success';
    if (returnCode === 'success') snapshot.deletedAt = now;
    return { snapshotId, returnCode };
  });
}
