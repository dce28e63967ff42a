import { failuresOf } from './failures.ts';
import { Grants } from './grants.ts';
import { type Image, type ImageDevice, noSettings } from './image.ts';
import type { Instance, Volume } from './instance.ts';
import { type ImagePlan, snapshotSeconds } from './plan.ts';
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
  plan: ImagePlan,
  { name, description, imageTags, snapshotTags }: NewImage,
): Image {
  const now = world.now();
  const { ownerId } = instance;
  const id = world.ids.next('image');
  const failures = failuresOf(
    plan,
    devices.map(({ device }) => device.deviceName),
    'Server.InternalError: Internal error during image creation',
    now,
  );
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
      failure: failures.snapshotOf(device.deviceName),
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
    failure: failures.image,
    deregisteredAt: undefined,
    disabled: false,
    sourceInstanceId: instance.id,
    sourceImageId: instance.imageId,
    sourceImageRegion: world.region,
    tags: toTags(imageTags, now),
    launchPermissions: new Grants(),
    ...noSettings,
    // EC2 user guide, "Set the boot mode of an Amazon EC2 AMI": "By default, an AMI inherits the boot mode of the EC2
    // instance used to create the AMI." Of NitroTPM that is unconfirmed.
    bootMode: instance.bootMode,
    tpmSupport: instance.tpmSupport,
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
