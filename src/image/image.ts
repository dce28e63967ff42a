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
}

export interface ImageSnapshot {
  device: string;
  snapshotId: string;
  root: boolean;
  sizeGiB: number;
  encrypted: boolean;
}
