/**
 * Deletes the snapshots of an image that is gone.
 *
 * Snapshots are paid for until they are deleted, so none may be left behind: what EC2 did not delete with the image (what it
 * does to those of a pending image is documented nowhere), or shows only later, is found by the key and deleted one by one.
 */
import { awsErrorFacts, describeAwsError, errorKind } from '../../aws/errors.ts';
import { DeleteSnapshotCommand, type Image, type Snapshot } from '../../aws/sdk/ec2.ts';
import { bakeStateOf } from '../../base/own-tags.ts';
import { sideBySide } from '../../base/side-by-side.ts';
import { snapshotsOf, snapshotsOfKey } from '../describe.ts';
import { isHandedOut, isOfThisStep } from '../ownership.ts';
import type { Removal } from './removal.ts';

/** How long the snapshots of an image that was still pending may take to show. */
const lateSnapshotSeconds = 10;
/** DeleteSnapshot has a bucket of 100 tokens that is refilled with 5 a second (EC2 Developer Guide, "Request throttling"). */
const atOnce = 4;

/** Deletes what belongs to the removed images, or carries key and claim, until nothing shows any more. */
export async function deleteSnapshots(removal: Removal): Promise<void> {
  const { clock } = removal.options;
  const lateUntil = clock.now() + lateSnapshotSeconds * 1000;
  for (;;) {
    const thrown = await sideBySide(await snapshotsLeft(removal), atOnce, (id) => deleteOne(removal, id));
    if (thrown.length > 0) throw thrown[0];
    const moreMayShow = missesSnapshots(removal) && clock.now() < lateUntil;
    if (deletable(removal).length === 0 && !moreMayShow) return;
    if (!removal.hasTime()) {
      removal.complete = false;
      return;
    }
    await removal.pause();
  }
}

/** True while an image is known that does not stay, and whose snapshots have not all been seen. */
function missesSnapshots({ options, removed, snapshots, kept }: Removal): boolean {
  const { imageId, expectedSnapshots } = options;
  const stays = kept.some(({ image }) => image.ImageId === imageId);
  const goes = (imageId !== undefined && !stays) || [...removed].some((id) => id.startsWith('ami-'));
  return goes && (expectedSnapshots === undefined || snapshots.size < expectedSnapshots);
}

function deletable({ snapshots, removed, hopeless }: Removal): string[] {
  return [...snapshots].filter((id) => !removed.has(id) && !hopeless.has(id));
}

async function snapshotsLeft(removal: Removal): Promise<string[]> {
  const { ec2, key } = removal.options;
  for (const snapshot of await snapshotsOfKey(ec2, key, removal.how())) {
    const { SnapshotId: id } = snapshot;
    if (id === undefined) continue;
    if (mayDelete(removal, snapshot)) removal.snapshots.add(id);
    else if (isOrphan(removal, snapshot))
      removal.remains(id, 'EC2 does not show its image, which was not waited for');
  }
  return deletable(removal);
}

/**
 * A snapshot goes with its image: it is this process's to delete when its image was, and that is gone. Otherwise its own
 * claim decides, for then its image never showed. EC2 itself refuses to delete what a registered image needs.
 */
function mayDelete(removal: Removal, snapshot: Snapshot): boolean {
  const { imageId, scope } = removal.options;
  const images = [...removal.removed, ...(removal.options.imageIsGone ? [imageId ?? ''] : [])];
  if (images.some((id) => id.startsWith('ami-') && isOfImage(snapshot, id))) return true;
  if (removal.kept.some(({ image }) => isNeededBy(image, snapshot))) return false;
  const isOwn = scope === 'bake' && isOfThisStep(snapshot, removal.options);
  return isOwn && !isHandedOut(bakeStateOf(snapshot));
}

/** Its image counts as handed out, and does not show: it may be gone, or not show yet. */
function isOrphan(removal: Removal, snapshot: Snapshot): boolean {
  const isWithout = removal.options.scope === 'bake' && removal.kept.length === 0;
  return isWithout && isOfThisStep(snapshot, removal.options) && bakeStateOf(snapshot) === 'unverified';
}

/** An image that is not this process's any more; its snapshots may still show the claim of before. */
function isNeededBy(image: Image, snapshot: Snapshot): boolean {
  const ids = snapshotsOf(image).map(({ snapshotId }) => snapshotId);
  return ids.includes(snapshot.SnapshotId ?? '') || isOfImage(snapshot, image.ImageId ?? '');
}

/** EC2 describes them so: "Created by CreateImage(i-…) for ami-…". */
function isOfImage({ Description }: Snapshot, imageId: string): boolean {
  return [` for ${imageId}`, `DestinationAmi ${imageId} `].some((text) => Description?.includes(text));
}

async function deleteOne(removal: Removal, snapshotId: string): Promise<void> {
  const { ec2, signal } = removal.options;
  try {
    await ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId }), removal.how());
    removal.gone(snapshotId);
  } catch (error) {
    signal.throwIfAborted();
    if (errorKind(error) === 'not-found') removal.gone(snapshotId);
    else {
      // EC2 lets go of a snapshot a moment after its image is deregistered.
      const mayPass = isInUse(error) && removal.imagesAreGone;
      removal.remains(snapshotId, describeAwsError(error), !mayPass);
    }
  }
}

function isInUse(error: unknown): boolean {
  return awsErrorFacts(error).code === 'InvalidSnapshot.InUse';
}
