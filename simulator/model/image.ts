import type { Grants } from './grants.ts';
import type { Tags } from './tags.ts';

export type ImageState =
  | 'pending'
  | 'available'
  | 'invalid'
  | 'deregistered'
  | 'transient'
  | 'failed'
  | 'error'
  | 'disabled';

export interface Image {
  id: string;
  ownerId: string;
  sequence: number;
  name: string;
  description: string | undefined;
  architecture: string;
  platformDetails: string;
  rootDeviceName: string;
  rootDeviceType: 'ebs' | 'instance-store';
  mapping: readonly ImageDevice[];
  createdAt: number;
  availableAt: number;
  /** From when on a pending image's mapping tells the snapshot IDs. */
  snapshotIdsAt: number;
  failure: { at: number; state: 'failed' | 'error' | 'invalid'; code: string; message: string } | undefined;
  deregisteredAt: number | undefined;
  /** Seeded as `disabled`. */
  disabled: boolean;
  sourceInstanceId: string | undefined;
  sourceImageId: string | undefined;
  sourceImageRegion: string | undefined;
  tags: Tags;
  /** Who may launch it beside its owner; `all` when it is public. */
  launchPermissions: Grants;
  /** `amazon` and the like, for images of well-known owners. */
  ownerAlias: string | undefined;
}

export type ImageDevice =
  | {
      deviceName: string;
      snapshotId: string | undefined;
      sizeGiB: number;
      type: string;
      iops: number | undefined;
      throughput: number | undefined;
      encrypted: boolean;
      deleteOnTermination: boolean;
    }
  | { deviceName: string; virtualName: string };

export function imageState(image: Image, now: number): ImageState {
  if (image.deregisteredAt !== undefined && image.deregisteredAt <= now) return 'deregistered';
  if (image.failure && image.failure.at <= now) return image.failure.state;
  if (now < image.availableAt) return 'pending';
  return image.disabled ? 'disabled' : 'available';
}

/** The snapshots behind the image, in the order of its mapping. */
export function imageSnapshotIds(image: Image): string[] {
  return image.mapping.flatMap((device) =>
    'snapshotId' in device && device.snapshotId ? [device.snapshotId] : [],
  );
}
