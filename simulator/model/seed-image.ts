import type { Image, ImageDevice } from './image.ts';
import type { Snapshot } from './snapshot.ts';
import { type TagRecord, Tags } from './tags.ts';
import type { World } from './world.ts';

export interface ImageSeed {
  id?: string;
  name?: string;
  accountId?: string;
  ownerAlias?: string;
  description?: string;
  /** How long ago it was made. */
  ageSeconds?: number;
  state?: 'available' | 'disabled';
  architecture?: string;
  rootDeviceName?: string;
  /** One snapshot each. The first is the root device unless `rootDeviceName` says otherwise. */
  devices?: readonly { device: string; sizeGiB?: number; snapshotId?: string; encrypted?: boolean }[];
  tags?: TagRecord;
  snapshotTags?: TagRecord;
  /** Account IDs with launch permission. */
  sharedWith?: readonly string[];
  public?: boolean;
}

/**
 * An image that has been there for some time, with completed snapshots. Its default is one 8 GiB root device.
 */
export function seedImage(world: World, seed: ImageSeed = {}): Image {
  const createdAt = world.now() - (seed.ageSeconds ?? 86_400) * 1000;
  const id = seed.id ?? world.ids.next('image');
  const ownerId = seed.accountId ?? world.settings.accountId;
  const devices = seed.devices ?? [{ device: seed.rootDeviceName ?? '/dev/xvda' }];
  const mapping = devices.map((device): ImageDevice => {
    const sizeGiB = device.sizeGiB ?? 8;
    const encrypted = device.encrypted ?? false;
    const snapshotId = device.snapshotId ?? world.ids.next('snapshot');
    if (!world.snapshots.has(snapshotId)) {
      const snapshot: Snapshot = {
        id: snapshotId,
        ownerId,
        sequence: world.nextSequence(),
        volumeId: world.ids.next('volume'),
        sizeGiB,
        description: `Created by CreateImage(${world.ids.next('instance')}) for ${id}`,
        encrypted,
        kmsKeyId: encrypted ? world.customerManagedKey(ownerId) : undefined,
        startedAt: createdAt - 1000,
        completesAt: createdAt,
        progress: 'linear',
        failure: undefined,
        tags: new Tags(Object.entries(seed.snapshotTags ?? {})),
        deletedAt: undefined,
        sharedWith: new Set(),
      };
      world.snapshots.set(snapshotId, snapshot);
    }
    return {
      deviceName: device.device,
      snapshotId,
      sizeGiB,
      type: 'gp3',
      iops: 3000,
      throughput: 125,
      encrypted,
      deleteOnTermination: true,
    };
  });
  const image: Image = {
    id,
    ownerId,
    sequence: world.nextSequence(),
    name: seed.name ?? `seeded-${id}`,
    description: seed.description,
    architecture: seed.architecture ?? 'x86_64',
    platformDetails: 'Linux/UNIX',
    rootDeviceName: seed.rootDeviceName ?? devices[0]?.device ?? '/dev/xvda',
    rootDeviceType: 'ebs',
    mapping,
    createdAt,
    availableAt: createdAt,
    snapshotIdsAt: createdAt,
    failure: undefined,
    deregisteredAt: undefined,
    disabled: seed.state === 'disabled',
    sourceInstanceId: undefined,
    sourceImageId: undefined,
    sourceImageRegion: undefined,
    tags: new Tags(Object.entries(seed.tags ?? {})),
    launchPermissions: new Set([...(seed.sharedWith ?? []), ...(seed.public ? ['all'] : [])]),
    ownerAlias: seed.ownerAlias,
  };
  world.images.set(id, image);
  return image;
}
