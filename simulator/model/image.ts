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

/** API model, BootModeValues. */
export type BootMode = 'legacy-bios' | 'uefi' | 'uefi-preferred';

export interface Image extends ImageSettings {
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
  /** Whether its owner has disabled it; it shows once the image is complete. */
  disabled: boolean;
  sourceInstanceId: string | undefined;
  sourceImageId: string | undefined;
  sourceImageRegion: string | undefined;
  tags: Tags;
  /** Who may launch it beside its owner; `all` when it is public. */
  launchPermissions: Grants;
  /** Unless set, the default of the instance type. */
  bootMode: BootMode | undefined;
  /** Only instance types with NitroTPM can launch it. */
  tpmSupport: 'v2.0' | undefined;
  /** `amazon` and the like, for images of well-known owners. */
  ownerAlias: string | undefined;
}

export interface DeregistrationProtection {
  enabled: boolean;
  /** It holds for 24 hours after it was disabled. */
  withCooldown: boolean;
  /** When it ends after having been disabled. */
  until: number;
}

const unprotected: DeregistrationProtection = {
  enabled: false,
  withCooldown: false,
  until: Number.NEGATIVE_INFINITY,
};

/** What calls make of an available image. Neither CreateImage nor CopyImage sets any of it. */
export interface ImageSettings {
  deprecateAt: number | undefined;
  protection: DeregistrationProtection;
  /** Instances launched from it require IMDSv2. */
  imdsSupport: 'v2.0' | undefined;
}

export const noSettings: ImageSettings = {
  deprecateAt: undefined,
  protection: unprotected,
  imdsSupport: undefined,
};

/** The fields of DescribeImages for the settings. */
export function settingsShown(image: Image, now: number) {
  const deprecated = deprecationTime(image);
  return {
    imdsSupport: image.imdsSupport,
    deprecationTime: deprecated === undefined ? undefined : new Date(deprecated),
    deregistrationProtection: protectionState(image, now),
  };
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

export function isProtected({ protection }: Image, now: number): boolean {
  return protection.enabled || now < protection.until;
}

/**
 * As DescribeImages words it: examples of the AWS CLI (enable- and disable-image-deregistration-protection) and the code of
 * ekristen/aws-nuke (`resources/ec2-image.go`). The form of the time is unconfirmed.
 */
export function protectionState({ protection }: Image, now: number): string {
  const { enabled, withCooldown, until } = protection;
  if (enabled) return withCooldown ? 'enabled-with-cooldown' : 'enabled-without-cooldown';
  return now < until ? `disabled after ${new Date(until).toISOString()}` : 'disabled';
}

/**
 * EC2 user guide, "Deprecate an AMI": "By default, the deprecation date of all public AMIs is set to two years from the
 * AMI creation date."
 */
export function deprecationTime(image: Image): number | undefined {
  const { deprecateAt, launchPermissions } = image;
  if (!launchPermissions.has('all')) return deprecateAt;
  return Math.min(deprecateAt ?? Number.POSITIVE_INFINITY, latestPublicDeprecation(image));
}

/** API model, EnableImageDeprecation: for public AMIs "2 years from the creation date". */
export function latestPublicDeprecation({ createdAt }: Image): number {
  return plusYears(createdAt, 2);
}

export function plusYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
