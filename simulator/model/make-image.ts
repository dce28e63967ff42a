import { Grants } from './grants.ts';
import { type Image, type ImageDevice, unprotected } from './image.ts';
import type { Instance, Volume } from './instance.ts';
import { failsAfterSeconds, type ImagePlan, snapshotSeconds } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import { type Tag, Tags } from './tags.ts';
import type { World } from './world.ts';

/** A device of the image to be: with the volume that a snapshot is taken of, or without data. */
export interface PlannedDevice {
  device: ImageDevice;
  volume: Volume | undefined;
}

export interface NewImage {
  name: string;
  description: string | undefined;
  imageTags: readonly Tag[];
  snapshotTags: readonly Tag[];
}

/** Puts an image in the making into the world, with its snapshots. How it goes on from here is in the plan. */
export function makeImage(
  world: World,
  instance: Instance,
  devices: readonly PlannedDevice[],
  { name, description, imageTags, snapshotTags }: NewImage,
): Image {
  const now = world.now();
  const { ownerId } = instance;
  const plan = world.plans.shift() ?? world.settings.image;
  const id = world.ids.next('image');
  const failsAfter = failsAfterSeconds(plan);
  const failsAt = failsAfter === undefined ? undefined : now + failsAfter * 1000;
  const largestGiB = Math.max(1, ...devices.map(({ volume }) => volume?.sizeGiB ?? 0));
  const mapping = devices.map(({ device, volume }): ImageDevice => {
    if (!volume) return device;
    const completesAt = now + snapshotSeconds(plan, volume.sizeGiB, largestGiB) * 1000;
    const snapshot: Snapshot = {
      id: world.ids.next('snapshot'),
      ownerId,
      sequence: world.nextSequence(),
      volumeId: volume.id,
      sizeGiB: volume.sizeGiB,
      description: `Created by CreateImage(${instance.id}) for ${id}`,
      encrypted: volume.encrypted,
      kmsKeyId: volume.kmsKeyId,
      startedAt: now,
      completesAt,
      progress: plan.progress,
      failure: snapshotFailure(plan, failsAt),
      tags: toTags(snapshotTags, now),
      deletedAt: undefined,
      sharedWith: new Grants(),
    };
    world.snapshots.set(snapshot.id, snapshot);
    return { ...device, snapshotId: snapshot.id };
  });
  const image: Image = {
    id,
    ownerId,
    sequence: world.nextSequence(),
    name,
    description,
    architecture: instance.architecture,
    platformDetails: instance.platformDetails,
    rootDeviceName: instance.rootDeviceName,
    rootDeviceType: 'ebs',
    mapping,
    createdAt: now,
    availableAt: now + plan.seconds * 1000,
    snapshotIdsAt: now + plan.snapshotIdsAfterSeconds * 1000,
    failure: imageFailure(plan, failsAt, 'Server.InternalError: Internal error during image creation'),
    deregisteredAt: undefined,
    disabled: false,
    sourceInstanceId: instance.id,
    sourceImageId: instance.imageId,
    sourceImageRegion: world.region,
    tags: toTags(imageTags, now),
    launchPermissions: new Grants(),
    deprecateAt: undefined,
    protection: unprotected,
    imdsSupport: undefined,
    ownerAlias: undefined,
  };
  world.images.set(id, image);
  return image;
}

export function toTags(tags: readonly Tag[], now: number): Tags {
  return new Tags(
    tags.map(({ key, value }) => [key, value] as const),
    now,
  );
}

export function imageFailure(
  { failure }: ImagePlan,
  failsAt: number | undefined,
  message: string,
): Image['failure'] {
  if (failsAt === undefined) return undefined;
  const { state = 'failed', code = 'Server.InternalError' } = failure ?? {};
  return { at: failsAt, state, code, message: failure?.message ?? message };
}

export function snapshotFailure(plan: ImagePlan, failsAt: number | undefined): Snapshot['failure'] {
  if (failsAt === undefined || plan.failure?.snapshots === 'continue') return undefined;
  return { at: failsAt, message: plan.failure?.message ?? 'An internal error occurred' };
}
