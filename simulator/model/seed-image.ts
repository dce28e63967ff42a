import { everyone, Grants } from './grants.ts';
import { type BootMode, type Image, type ImageDevice, noSettings } from './image.ts';
import { recordLaunch } from './image-launches.ts';
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
  /** How long ago an instance was last launched from it. Unless given, none was. */
  launchedSecondsAgo?: number;
  state?: 'available' | 'disabled';
  architecture?: string;
  /** EC2's PlatformDetails, e.g. `Linux/UNIX`, `Windows`. */
  platformDetails?: string;
  bootMode?: BootMode;
  tpmSupport?: 'v2.0';
  imdsSupport?: 'v2.0';
  rootDeviceName?: string;
  /** One snapshot each, encrypted with a customer managed key or with `aws/ebs`. The first is the root device unless `rootDeviceName` says otherwise. */
  devices?: readonly {
    device: string;
    sizeGiB?: number;
    snapshotId?: string;
    encrypted?: boolean | 'aws-managed';
    /** Default true. */
    deleteOnTermination?: boolean;
  }[];
  tags?: TagRecord;
  snapshotTags?: TagRecord;
  /** Accounts that may make volumes of its snapshots, and `all`. */
  snapshotsSharedWith?: readonly string[];
  /** Who has launch permission: account IDs, ARNs of organizations and organizational units. */
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
    const encryption = device.encrypted ?? false;
    const encrypted = encryption !== false;
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
        kmsKeyId: keyOf(world, encryption, ownerId),
        startedAt: createdAt - 1000,
        completesAt: createdAt,
        progress: 'linear',
        failure: undefined,
        tags: new Tags(Object.entries(seed.snapshotTags ?? {})),
        deletedAt: undefined,
        sharedWith: new Grants(seed.snapshotsSharedWith),
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
      deleteOnTermination: device.deleteOnTermination ?? true,
    };
  });
  const image: Image = {
    id,
    ownerId,
    sequence: world.nextSequence(),
    name: seed.name ?? `seeded-${id}`,
    description: seed.description,
    architecture: seed.architecture ?? 'x86_64',
    platformDetails: seed.platformDetails ?? 'Linux/UNIX',
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
    launchPermissions: permissionsOf(seed),
    ...noSettings,
    bootMode: seed.bootMode,
    tpmSupport: seed.tpmSupport,
    imdsSupport: seed.imdsSupport,
    ownerAlias: seed.ownerAlias,
  };
  if (seed.launchedSecondsAgo !== undefined) {
    recordLaunch(world, id, world.now() - seed.launchedSecondsAgo * 1000);
  }
  world.images.set(id, image);
  return image;
}

/** A disabled image has none. */
function permissionsOf({ state, sharedWith = [], public: isPublic = false }: ImageSeed): Grants {
  return new Grants(state === 'disabled' ? [] : [...sharedWith, ...(isPublic ? [everyone] : [])]);
}

function keyOf(world: World, encryption: boolean | 'aws-managed', ownerId: string): string | undefined {
  if (encryption === false) return undefined;
  return encryption === true ? world.customerManagedKey(ownerId) : world.awsManagedKey(ownerId);
}
