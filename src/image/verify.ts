/** Looks at the finished image again and compares it with what was asked for. */
import { asFailure } from '../aws/failure.ts';
import type { Image, Snapshot, Tag } from '../aws/sdk/ec2.ts';
import { ProblemsError } from '../base/errors.ts';
import { claimTag, stateTag } from '../base/own-tags.ts';
import { both } from '../base/side-by-side.ts';
import type { Tag as WantedTag } from '../naming/names.ts';
import { type Run, warn } from '../run/run.ts';
import { describeImage, describeSnapshots, lifecycleOf, snapshotsOf } from './describe.ts';
import { type Difference, deviceDifferences, type WantedDevices } from './devices.ts';
import type { BakedImage } from './image.ts';
import type { Seen } from './wait/wait.ts';

/** What an image is compared with. */
export interface Wanted extends WantedDevices {
  region: string;
  imageId: string;
  /** Of the image's snapshots, as far as they are known: these are asked for side by side with the image. */
  snapshotIds?: readonly string[];
  accountId: string;
  name: string;
  imageTags: readonly WantedTag[];
  snapshotTags: readonly WantedTag[];
  /** What has just been seen of it, for the first look. */
  seen?: Seen | undefined;
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
  for (let seen = seenWhole(wanted); ; seen = undefined) {
    const { image, snapshots } = seen ?? (await describeBoth(run, wanted));
    const found =
      image === undefined ? [later('EC2 does not show it')] : await differences(wanted, image, snapshots);
    const errors = found.filter(({ severity }) => severity === 'error');
    if (image !== undefined && errors.length === 0) {
      for (const { text } of found) warn(run, `Image ${imageId} is not quite what was asked for: ${text}.`);
      return bakedImage(wanted, image, snapshots);
    }
    const isOver = clock.now() + lookEverySeconds * 1000 > until;
    const final = errors.filter(({ isFinal }) => isFinal);
    // What may only be late says nothing beside what is certain.
    if (isOver || final.length > 0) throw notAsAsked(imageId, isOver ? errors : final);
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

function notAsAsked(imageId: string, errors: readonly Difference[]): ProblemsError {
  return new ProblemsError(
    `Image ${imageId} is not what was asked for`,
    errors.map(({ text }) => text),
  );
}

/** Undefined when some of its snapshots have not been seen. */
function seenWhole({ seen }: Wanted): Seen | undefined {
  if (seen === undefined) return undefined;
  const ids = new Set(seen.snapshots.map(({ SnapshotId }) => SnapshotId));
  return snapshotsOf(seen.image).every(({ snapshotId }) => ids.has(snapshotId)) ? seen : undefined;
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
  return describeImage(aws.ec2(region), imageId, { signal, newObject: true }).catch(
    asFailure(signal, 'ec2:DescribeImages', `verify image ${imageId}`),
  );
}

async function describeSnapshotsOf(
  { aws, signal }: Run,
  { region, imageId }: Wanted,
  snapshotIds: readonly string[],
): Promise<Snapshot[]> {
  if (snapshotIds.length === 0) return [];
  const input = { SnapshotIds: [...snapshotIds] };
  return describeSnapshots(aws.ec2(region), input, { signal, newObject: true }).catch(
    asFailure(signal, 'ec2:DescribeSnapshots', `verify the snapshots of image ${imageId}`),
  );
}

async function differences(
  wanted: Wanted,
  image: Image,
  snapshots: readonly Snapshot[],
): Promise<Difference[]> {
  const { accountId, name, imageTags } = wanted;
  const { State = 'unknown', OwnerId, Name } = image;
  if (terminalStates.has(State)) return [certain(`its state is ${State}: ${reasonOf(image)}`)];
  const differing = [
    ...(State === 'available' ? [] : [`its state is ${State}`]),
    ...(OwnerId === accountId ? [] : [`its owner is ${OwnerId}, not ${accountId}`]),
    ...(Name === name ? [] : [`its name is "${Name}", not "${name}"`]),
    ...missingTags('it', image.Tags, imageTags),
  ];
  const ofSnapshots = snapshotsOf(image).flatMap(({ snapshotId, device }) =>
    snapshotDifferences(
      wanted,
      { snapshotId, device },
      snapshots.find((snapshot) => snapshot.SnapshotId === snapshotId),
    ),
  );
  return [...differing.map(later), ...(await deviceDifferences(wanted, image, snapshots)), ...ofSnapshots];
}

function snapshotDifferences(
  { snapshotTags }: Wanted,
  { snapshotId, device }: { snapshotId: string; device: string },
  snapshot: Snapshot | undefined,
): Difference[] {
  if (snapshot === undefined) return [later(`EC2 does not show snapshot ${snapshotId} of ${device}`)];
  if (snapshot.State === 'error') {
    const reason = snapshot.StateMessage || 'EC2 gives no reason';
    return [certain(`snapshot ${snapshotId} of ${device} is in error: ${reason}`)];
  }
  return missingTags(`snapshot ${snapshotId}`, snapshot.Tags, snapshotTags).map(later);
}

/** May be right at the next look (eventual consistency). */
function later(text: string): Difference {
  return { text, severity: 'error', isFinal: false };
}

function certain(text: string): Difference {
  return { text, severity: 'error', isFinal: true };
}

/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const terminalStates = new Set(['failed', 'error', 'invalid', 'deregistered', 'disabled']);

function reasonOf({ State, StateReason }: Image): string {
  if (State === 'disabled' || State === 'deregistered')
    return `somebody or something ${State} it while it was baked; CloudTrail shows who`;
  const parts = [StateReason?.Code, StateReason?.Message].filter((part) => part !== undefined && part !== '');
  return parts.join(': ') || 'EC2 gives no reason';
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

function bakedImage({ region }: Wanted, image: Image, snapshots: readonly Snapshot[]): BakedImage {
  const root = snapshotsOf(image)[0]?.snapshotId;
  return {
    description: image.Description ?? '',
    tags: byKey(image.Tags),
    snapshotTags: byKey(snapshots.find(({ SnapshotId }) => SnapshotId === root)?.Tags),
    id: image.ImageId ?? '',
    name: image.Name ?? '',
    region,
    state: image.State ?? '',
    lifecycle: lifecycleOf(image),
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
