/** What is known of an image that may be retired, gathered from EC2, Auto Scaling and GitHub. */
import type { Image } from '../aws/sdk/ec2.ts';
import { bakeStateOf, familyTag, keepTag, keyOf, refTag, repositoryTag, tagOf } from '../base/own-tags.ts';
import { creationTime } from '../image/describe.ts';

export interface ImageFacts {
  id: string;
  name: string;
  region: string;
  /** EC2's image state. */
  state: string;
  architecture: string;
  family: string;
  key: string;
  /** What the tag `bake-ami:state` says. */
  bakeState: string | undefined;
  /** `owner/name`, as the tag says. */
  repository: string | undefined;
  /** Number of the pull request that it was baked for. */
  pullRequest: number | undefined;
  /** Milliseconds since the epoch; undefined when EC2 shows no date that can be read. */
  createdAt: number | undefined;
  /** The last launch that EC2 knows of, a day late; undefined when there was none. `unreadable` is no date. */
  lastLaunchedAt: number | 'unreadable' | undefined;
  /** EC2's words, e.g. `disabled`, `enabled-without-cooldown`; empty when there is none. */
  protection: string;
  isPublic: boolean;
  hasKeepTag: boolean;
  snapshotIds: readonly string[];
  /** Of all its volumes together. */
  sizeGiB: number;
  /** As EC2 described it. */
  image: Image;
}

/** @returns undefined for an image that bake-ami did not make: one without both tags */
export function factsOf(image: Image, region: string): ImageFacts | undefined {
  const family = tagOf(image, familyTag);
  const key = keyOf(image);
  if (!family || !key || image.ImageId === undefined) return undefined;
  const volumes = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs?.SnapshotId ? [Ebs] : []));
  const created = creationTime(image, Number.NaN);
  return {
    id: image.ImageId,
    name: image.Name ?? '',
    region,
    state: image.State ?? 'unknown',
    architecture: image.Architecture ?? 'unknown',
    family,
    key,
    bakeState: bakeStateOf(image),
    repository: tagOf(image, repositoryTag),
    pullRequest: pullRequestOf(tagOf(image, refTag)),
    createdAt: Number.isNaN(created) ? undefined : created,
    lastLaunchedAt: launchTime(image.LastLaunchedTime),
    protection: image.DeregistrationProtection ?? '',
    isPublic: image.Public === true,
    hasKeepTag: image.Tags?.some(({ Key }) => Key === keepTag) === true,
    snapshotIds: volumes.map(({ SnapshotId }) => SnapshotId ?? ''),
    sizeGiB: volumes.reduce((sum, { VolumeSize = 0 }) => sum + VolumeSize, 0),
    image,
  };
}

function launchTime(text: string | undefined): ImageFacts['lastLaunchedAt'] {
  if (text === undefined || text === '') return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? 'unreadable' : time;
}

function pullRequestOf(ref: string | undefined): number | undefined {
  const digits = /^pr-([1-9]\d{0,8})$/.exec(ref ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What names an image outside of the account's images: each use in words, e.g. `instance i-0…`. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/** Adds a use of an image to those known. */
export function addUse(uses: Map<string, string[]>, imageId: string, use: string): void {
  const known = uses.get(imageId) ?? [];
  if (!known.includes(use)) uses.set(imageId, [...known, use]);
}
