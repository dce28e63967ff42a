/** An AMI as this bake sees it, with the snapshots behind it. */
export interface BakedImage {
  id: string;
  name: string;
  region: string;
  /** EC2's image state, e.g. `pending`, `available`. */
  state: string;
  /** The root volume first, then in the order of the device names. Incomplete while the image is pending. */
  snapshots: readonly ImageSnapshot[];
  /** As EC2 describes them; absent before the image has been verified. */
  description?: string;
  tags?: Readonly<Record<string, string>>;
  /** Those of the root volume's snapshot: all snapshots get the same. */
  snapshotTags?: Readonly<Record<string, string>>;
  /** As EC2 shows it; absent before the image has been verified. */
  lifecycle?: ImageLifecycle;
}

/** `with-cooldown` still protects the image for 24 hours after the protection was switched off. */
export type DeregistrationProtection = 'off' | 'on' | 'with-cooldown';

export interface ImageLifecycle {
  /** Milliseconds since the epoch; undefined when it is never deprecated. */
  deprecatedAt: number | undefined;
  /** Its instances require IMDSv2. */
  imdsv2: boolean;
  protection: DeregistrationProtection;
}

export interface ImageSnapshot {
  device: string;
  snapshotId: string;
  root: boolean;
  sizeGiB: number;
  encrypted: boolean;
}
