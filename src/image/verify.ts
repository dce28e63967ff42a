/** Looks at the finished image again and compares it with what was asked for. */
import { awsFailure } from '../aws/failure.ts';
import type { Image, Snapshot, Tag } from '../aws/sdk/ec2.ts';
import { ProblemsError } from '../base/errors.ts';
import { claimTag, stateTag } from '../base/own-tags.ts';
import { both } from '../base/side-by-side.ts';
import type { Tag as WantedTag } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import { describeImage, describeSnapshots, snapshotsOf } from './describe.ts';
import type { BakedImage } from './image.ts';

/** What an image is compared with. */
export interface Wanted {
  region: string;
  imageId: string;
  /** Of the image's snapshots, as far as they are known: these are asked for side by side with the image. */
  snapshotIds?: readonly string[];
  accountId: string;
  name: string;
  /** Device names whose volumes must be in the image. */
  devices: readonly string[];
  imageTags: readonly WantedTag[];
  snapshotTags: readonly WantedTag[];
}

/** Tags and mappings may show a little later than the state does (eventual consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;

/**
 * @returns the image with its snapshots as EC2 describes them
 * @throws ProblemsError that names everything which is not as asked for
 */
export async function verifyImage(run: Run, wanted: Wanted): Promise<BakedImage> {
  const { clock, signal } = run;
  const { imageId } = wanted;
  const until = clock.now() + patienceSeconds * 1000;
  for (;;) {
    const { image, snapshots } = await describeBoth(run, wanted);
    const problems = image === undefined ? ['EC2 does not show it'] : differences(wanted, image, snapshots);
    if (image !== undefined && problems.length === 0) return bakedImage(wanted, image, snapshots);
    if (clock.now() + lookEverySeconds * 1000 > until) {
      throw new ProblemsError(`Image ${imageId} is available but not what was asked for`, problems);
    }
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

async function describeBoth(run: Run, wanted: Wanted) {
  const { snapshotIds = [] } = wanted;
  const [image, known] = await both(
    describeItself(run, wanted),
    describeSnapshotsOf(run, wanted, snapshotIds),
  );
  const ids = image === undefined ? [] : snapshotsOf(image).map((snapshot) => snapshot.snapshotId);
  const areKnown = ids.every((id) => snapshotIds.includes(id));
  return { image, snapshots: areKnown ? known : await describeSnapshotsOf(run, wanted, ids) };
}

async function describeItself({ aws, signal }: Run, { region, imageId }: Wanted): Promise<Image | undefined> {
  return describeImage(aws.ec2(region), imageId, { signal, newObject: true }).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeImages', `verify image ${imageId}`, error);
  });
}

async function describeSnapshotsOf(
  { aws, signal }: Run,
  { region, imageId }: Wanted,
  snapshotIds: readonly string[],
): Promise<Snapshot[]> {
  if (snapshotIds.length === 0) return [];
  const input = { SnapshotIds: [...snapshotIds] };
  return describeSnapshots(aws.ec2(region), input, { signal, newObject: true }).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeSnapshots', `verify the snapshots of image ${imageId}`, error);
  });
}

function differences(wanted: Wanted, image: Image, snapshots: Snapshot[]): string[] {
  const { accountId, name, devices, imageTags, snapshotTags } = wanted;
  const problems: string[] = [];
  if (image.State !== 'available') problems.push(`its state is ${image.State}`);
  if (image.OwnerId !== accountId) problems.push(`its owner is ${image.OwnerId}, not ${accountId}`);
  if (image.Name !== name) problems.push(`its name is "${image.Name}", not "${name}"`);
  problems.push(...missingTags('it', image.Tags, imageTags));

  const found = snapshotsOf(image);
  for (const device of devices) {
    if (!found.some((snapshot) => snapshot.device === device))
      problems.push(`no snapshot of ${device} is in it`);
  }
  for (const { snapshotId, device } of found) {
    const snapshot = snapshots.find((candidate) => candidate.SnapshotId === snapshotId);
    if (snapshot === undefined) problems.push(`EC2 does not show snapshot ${snapshotId} of ${device}`);
    else {
      if (snapshot.State === 'error')
        problems.push(`snapshot ${snapshotId} of ${device} is in error: ${snapshot.StateMessage}`);
      problems.push(...missingTags(`snapshot ${snapshotId}`, snapshot.Tags, snapshotTags));
    }
  }
  return problems;
}

/** Tags that this action itself changes: who owns the image now is another question. */
const changing: readonly string[] = [stateTag, claimTag];

function missingTags(of: string, found: Tag[] | undefined, wanted: readonly WantedTag[]): string[] {
  return wanted
    .filter(({ Key }) => !changing.includes(Key))
    .flatMap(({ Key, Value }) => {
      const tag = found?.find((each) => each.Key === Key);
      if (tag === undefined) return [`${of} lacks the tag ${Key}`];
      const value = tag.Value ?? '';
      return value === Value ? [] : [`${of} has the tag ${Key} with the value "${value}", not "${Value}"`];
    });
}

function bakedImage({ region }: Wanted, image: Image, snapshots: Snapshot[]): BakedImage {
  const root = snapshotsOf(image)[0]?.snapshotId;
  return {
    description: image.Description ?? '',
    tags: byKey(image.Tags),
    snapshotTags: byKey(snapshots.find(({ SnapshotId }) => SnapshotId === root)?.Tags),
    id: image.ImageId ?? '',
    name: image.Name ?? '',
    region,
    state: image.State ?? '',
    snapshots: snapshotsOf(image).map((known) => {
      const snapshot = snapshots.find((candidate) => candidate.SnapshotId === known.snapshotId);
      return {
        ...known,
        sizeGiB: snapshot?.VolumeSize ?? known.sizeGiB,
        encrypted: snapshot?.Encrypted ?? known.encrypted,
      };
    }),
  };
}

function byKey(tags: Tag[] = []): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
