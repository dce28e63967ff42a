import { failuresOf } from './failures.ts';
import { Grants } from './grants.ts';
import { type Image, type ImageDevice, noSettings } from './image.ts';
import { toTags } from './make-image.ts';
import { type ImagePlan, snapshotSeconds } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import type { Tag } from './tags.ts';
import { isDeregistered, type World } from './world.ts';

export interface NewCopy {
  ownerId: string;
  name: string;
  description: string | undefined;
  imageTags: readonly Tag[];
  snapshotTags: readonly Tag[];
  /** Of the copy's snapshots: their key if encrypted, by the snapshot that each is copied from. */
  keyFor(source: Snapshot): string | undefined;
  /** Why it will fail, once EC2 has looked at its key. */
  keyProblem: string | undefined;
}

/**
 * Puts a copy in the making into the world of its Region, with its snapshots. Launch permissions, deprecation,
 * deregistration protection and IMDS support are not copied: the first is documented (EC2 user guide, "Copy an AMI"), of
 * the others the simulator makes sure that nobody relies on them.
 */
export function copyImage(world: World, source: Image, sourceWorld: World, copy: NewCopy): Image {
  const now = world.now();
  const id = world.ids.next('image');
  const plan = planFor(world, copy);
  const deviceNames = source.mapping.map(({ deviceName }) => deviceName);
  const failures = failuresOf(plan, deviceNames, 'Copy image failed with an internal error', now);
  const sources = source.mapping.map((device) => sourceOf(device, sourceWorld));
  const largestGiB = Math.max(1, ...sources.map((snapshot) => snapshot?.sizeGiB ?? 0));
  const mapping = source.mapping.map((device, index): ImageDevice => {
    const from = sources[index];
    if (!from) return device;
    const kmsKeyId = copy.keyFor(from);
    const encrypted = kmsKeyId !== undefined;
    const snapshot: Snapshot = {
      id: world.ids.next('snapshot'),
      ownerId: copy.ownerId,
      sequence: world.nextSequence(),
      // API model, Snapshot.VolumeId: copies "have an arbitrary volume ID".
      volumeId: 'vol-ffffffff',
      sizeGiB: from.sizeGiB,
      description: `Copied for DestinationAmi ${id} from SourceAmi ${source.id} for SourceSnapshot ${from.id}. Task created on ${now}.`,
      encrypted,
      kmsKeyId,
      startedAt: now,
      completesAt: now + snapshotSeconds(plan, from.sizeGiB, largestGiB) * 1000,
      progress: plan.progress,
      failure: failures.snapshotOf(device.deviceName),
      tags: toTags(copy.snapshotTags, now),
      deletedAt: undefined,
      sharedWith: new Grants(),
    };
    world.snapshots.set(snapshot.id, snapshot);
    return { ...device, snapshotId: snapshot.id, encrypted };
  });
  const image: Image = {
    ...source,
    id,
    ownerId: copy.ownerId,
    sequence: world.nextSequence(),
    name: copy.name,
    description: copy.description,
    mapping,
    createdAt: now,
    availableAt: now + plan.seconds * 1000,
    snapshotIdsAt: now + plan.snapshotIdsAfterSeconds * 1000,
    failure: failures.image,
    deregisteredAt: undefined,
    disabled: false,
    sourceInstanceId: undefined,
    sourceImageId: source.id,
    sourceImageRegion: sourceWorld.region,
    tags: toTags(copy.imageTags, now),
    launchPermissions: new Grants(),
    ...noSettings,
    ownerAlias: undefined,
  };
  world.images.set(id, image);
  return image;
}

/** The snapshot behind a device, if there is one. */
function sourceOf(device: ImageDevice, world: World): Snapshot | undefined {
  return 'snapshotId' in device && device.snapshotId ? world.snapshots.get(device.snapshotId) : undefined;
}

/** The key is looked at soon after the copy was accepted. */
const keyCheckSeconds = 10;

function planFor(world: World, { keyProblem }: NewCopy): ImagePlan {
  const { image, copy } = world.settings;
  const plan = world.copyPlans.shift() ?? { ...image, ...copy };
  if (keyProblem === undefined) return plan;
  const afterSeconds = Math.min(keyCheckSeconds, plan.seconds / 2);
  // The code is unconfirmed.
  return { ...plan, failure: { afterSeconds, code: 'Client.InvalidParameter', message: keyProblem } };
}

/** Copies that are under way into the Region, of that account. */
export function copiesUnderWay(world: World, accountId: string): Image[] {
  const now = world.now();
  return [...world.images.values()].filter(
    (image) =>
      image.ownerId === accountId &&
      image.sourceImageId !== undefined &&
      image.sourceInstanceId === undefined &&
      now < Math.min(image.availableAt, image.failure?.at ?? Number.POSITIVE_INFINITY) &&
      !isDeregistered(image, now),
  );
}
