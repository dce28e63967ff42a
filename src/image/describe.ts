/** Looking images and snapshots up. Every look-up says `self`: anybody may publish an image of any name. */
import type { Ec2, SendOptions } from '../aws/patient-client.ts';
import {
  DescribeImagesCommand,
  type DescribeImagesRequest,
  DescribeSnapshotsCommand,
  type DescribeSnapshotsRequest,
  type Image,
  type Snapshot,
} from '../aws/sdk/ec2.ts';
import { carriesKey, keyTag } from '../base/own-tags.ts';
import { sameDevice } from '../source/devices.ts';
import { byDevice } from '../source/inspect.ts';
import type { ImageLifecycle, ImageSnapshot } from './image.ts';

/** All our own images that match, of every page; disabled ones too, which hold their name and are paid for. */
export async function describeImages(
  ec2: Ec2,
  request: DescribeImagesRequest,
  how: SendOptions,
): Promise<Image[]> {
  const images: Image[] = [];
  for await (const page of imagePages(ec2, request, how)) images.push(...page);
  return images;
}

/** As `describeImages`, a page at a time, for callers that keep little of what they read. */
export async function* imagePages(
  ec2: Ec2,
  request: DescribeImagesRequest,
  how: SendOptions,
): AsyncGenerator<Image[]> {
  let NextToken: string | undefined;
  do {
    const page = { ...request, Owners: ['self'], IncludeDisabled: true, ...(NextToken ? { NextToken } : {}) };
    const answer = await ec2.send(new DescribeImagesCommand(page), how);
    yield answer.Images ?? [];
    NextToken = answer.NextToken;
  } while (NextToken);
}

/** All our own snapshots that match, of every page. */
export async function describeSnapshots(
  ec2: Ec2,
  request: DescribeSnapshotsRequest,
  how: SendOptions,
): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  let NextToken: string | undefined;
  do {
    const page = { ...request, OwnerIds: ['self'], ...(NextToken ? { NextToken } : {}) };
    const answer = await ec2.send(new DescribeSnapshotsCommand(page), how);
    snapshots.push(...(answer.Snapshots ?? []));
    NextToken = answer.NextToken;
  } while (NextToken);
  return snapshots;
}

/** The image of that ID, if it is visible and ours. */
export async function describeImage(ec2: Ec2, imageId: string, how: SendOptions): Promise<Image | undefined> {
  const images = await describeImages(ec2, { ImageIds: [imageId] }, how);
  return images.find((image) => image.ImageId === imageId);
}

/** Our images of that name: there is one at most, but deregistered ones may show for a short while. */
export async function imagesOfName(ec2: Ec2, name: string, how: SendOptions): Promise<Image[]> {
  // AMI names cannot hold `*` and `?`, which filters would take for wildcards.
  const images = await describeImages(ec2, { Filters: [{ Name: 'name', Values: [name] }] }, how);
  return images.filter((image) => image.Name === name);
}

/** Our images that carry the key of this bake, oldest first. */
export async function imagesOfKey(ec2: Ec2, key: string, how: SendOptions): Promise<Image[]> {
  const images = await describeImages(ec2, { Filters: [keyFilter(key)] }, how);
  return images.filter((image) => carriesKey(image, key)).sort(byCreationDate);
}

/** Our snapshots that carry the key of this bake, in whatever state. */
export async function snapshotsOfKey(ec2: Ec2, key: string, how: SendOptions): Promise<Snapshot[]> {
  const snapshots = await describeSnapshots(ec2, { Filters: [keyFilter(key)] }, how);
  return snapshots.filter((snapshot) => carriesKey(snapshot, key));
}

/** The snapshots of an image in device order, the root first; only those whose IDs EC2 tells already. */
export function snapshotsOf(image: Image): ImageSnapshot[] {
  return (image.BlockDeviceMappings ?? [])
    .flatMap((mapping) => {
      const { DeviceName: device, Ebs } = mapping;
      if (device === undefined || Ebs?.SnapshotId === undefined || Ebs.SnapshotId === '') return [];
      return [
        {
          device,
          snapshotId: Ebs.SnapshotId,
          root: sameDevice(device, image.RootDeviceName ?? ''),
          sizeGiB: Ebs.VolumeSize ?? 0,
          encrypted: Ebs.Encrypted ?? false,
        },
      ];
    })
    .sort(byDevice);
}

/** Deprecation, IMDSv2 and protection; EC2 shows nothing where there is none. */
export function lifecycleOf({
  DeprecationTime,
  ImdsSupport,
  DeregistrationProtection = '',
}: Image): ImageLifecycle {
  const deprecatedAt = Date.parse(DeprecationTime ?? '');
  const isProtected = DeregistrationProtection.startsWith('enabled');
  return {
    deprecatedAt: Number.isNaN(deprecatedAt) ? undefined : deprecatedAt,
    imdsv2: ImdsSupport === 'v2.0',
    protection: !isProtected
      ? 'off'
      : DeregistrationProtection === 'enabled-with-cooldown'
        ? 'with-cooldown'
        : 'on',
  };
}

/** When it was created, by EC2's clock, in milliseconds since the epoch; the other time where EC2 does not tell. */
export function creationTime({ CreationDate }: Image, otherwise: number): number {
  const time = Date.parse(CreationDate ?? '');
  return Number.isNaN(time) ? otherwise : time;
}

/** Seconds since it was created; of an image that does not tell, infinitely many. */
export function ageSeconds(image: Image, now: number): number {
  return (now - creationTime(image, Number.NEGATIVE_INFINITY)) / 1000;
}

function keyFilter(key: string) {
  return { Name: `tag:${keyTag}`, Values: [key] };
}

function byCreationDate(a: Image, b: Image): number {
  return creationTime(a, 0) - creationTime(b, 0);
}
