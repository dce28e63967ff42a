/** Writes claims and marks on images, and reads back what came of it: see `ownership.ts`. */
import { awsErrorFacts, errorKind, isPassing } from '../aws/errors.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { CreateTagsCommand, type Image } from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import { SupersededError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import { type BakeState, claimOf, claimTag, removingTag, stateTag, tagOf } from '../base/own-tags.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { Run } from '../run/run.ts';
import { imagesOfKey, snapshotsOf } from './describe.ts';
import { attemptOf } from './ownership.ts';

/** What it takes to write and to read back. */
export interface Marking {
  ec2: ReturnType<Run['aws']['ec2']>;
  clock: Clock;
  key: string;
  how: () => SendOptions;
  /** When to stop looking for what was written, in milliseconds since the epoch. */
  until: number;
  /** No longer than this for images that do not show at all, since another process may have removed them. */
  absentSeconds?: number;
}

/** A tag that says whose an image is, or what is about to happen to it. */
type Mark = Readonly<Record<'Key' | 'Value', string>>;

const lookEverySeconds = 1;

/** One call for all: EC2 does it wholly or not at all. Up to 1,000 resources (API model, CreateTags). */
async function write({ ec2, how }: Marking, Resources: string[], tag: Mark): Promise<Mark> {
  await ec2.send(new CreateTagsCommand({ Resources, Tags: [tag] }), how());
  return tag;
}

/**
 * Looks until each image shows that it carries the tag, or a claim of somebody else. What a look shows after one's own
 * mark shows everything that was written before that mark.
 * @returns the images as they are then; those that show nothing of it until the end are missing
 */
async function readBack(
  marking: Marking,
  images: readonly Image[],
  { Key, Value }: Mark,
  own: readonly (string | undefined)[],
): Promise<Image[]> {
  const { ec2, clock, how, until, absentSeconds = Number.POSITIVE_INFINITY } = marking;
  const ids = new Set(images.map(({ ImageId = '' }) => ImageId));
  const settled = new Map<string, Image>();
  let someShownAt = clock.now();
  const areSettled = async () => {
    const shown = await imagesOfKey(ec2, marking.key, how());
    const ours = shown.filter(({ ImageId = '' }) => ids.has(ImageId) && !settled.has(ImageId));
    for (const image of ours) {
      const isSettled = tagOf(image, Key) === Value || !own.includes(claimOf(image));
      if (isSettled) settled.set(image.ImageId ?? '', image);
    }
    if (ours.some(({ State }) => State !== 'deregistered')) someShownAt = clock.now();
    return settled.size === ids.size || clock.now() - someShownAt >= absentSeconds * 1000 || undefined;
  };
  await lookUntil(areSettled, { clock, signal: how().signal, until, everySeconds: lookEverySeconds });
  return [...settled.values()];
}

/**
 * Writes this process's claim on the images and their snapshots, and reads it back.
 * @param before claims that were overwritten earlier: an image that shows one of them is seen as it was
 * @returns the images that are its own now, as they were read back
 */
export async function takeOver(
  marking: Marking,
  images: readonly Image[],
  claim: string,
  before: readonly (string | undefined)[] = [],
): Promise<Image[]> {
  if (images.length === 0) return [];
  const ids = images.flatMap((image) => [
    image.ImageId ?? '',
    ...snapshotsOf(image).map(({ snapshotId }) => snapshotId),
  ]);
  const mark = await write(marking, ids, { Key: claimTag, Value: claim });
  const after = await readBack(marking, images, mark, [claim, ...images.map(claimOf), ...before]);
  return after.filter((image) => claimOf(image) === claim);
}

/** How long a mark may take to be written: after that, a look at the claim has to do. */
const markSeconds = 20;
const shareOfTimeLeft = 1 / 4;

/**
 * Marks images as about to be removed, and reads back that they are still this process's own. Where EC2 does not let the
 * mark be written, others cannot write their claims either: then a look right before the removal has to do.
 * @param before as of `takeOver`
 * @returns the images as they were read back; those that show nothing of it in time are missing
 */
export async function markRemoving(
  marking: Marking,
  images: readonly Image[],
  claim: string,
  before: readonly (string | undefined)[] = [],
): Promise<readonly Image[]> {
  if (images.length === 0) return [];
  const ids = images.map(({ ImageId = '' }) => ImageId);
  const left = (marking.until - marking.clock.now()) / 1000;
  const patienceSeconds = Math.max(0, Math.min(markSeconds, left * shareOfTimeLeft));
  const how = () => ({ ...marking.how(), patienceSeconds });
  let mark: Mark;
  try {
    mark = await writeMark({ ...marking, how }, ids, claim);
  } catch (error) {
    marking.how().signal.throwIfAborted();
    const kind = errorKind(error);
    if (kind !== 'permission' && !isPassing(kind)) throw error;
    const now = await imagesOfKey(marking.ec2, marking.key, marking.how());
    return now.filter(({ ImageId = '' }) => ids.includes(ImageId));
  }
  return readBack(marking, images, mark, [claim, ...before]);
}

/**
 * An image may have as many tags as EC2 allows: then the mark takes the place of its state.
 * @returns the tag that was written
 */
async function writeMark(marking: Marking, ids: string[], claim: string): Promise<Mark> {
  const mark = { Key: removingTag, Value: claim };
  const removing: BakeState = 'removing';
  const instead = { Key: stateTag, Value: removing };
  return write(marking, ids, mark).catch((error) => {
    if (awsErrorFacts(error).code !== 'TagLimitExceeded') throw error;
    return write(marking, ids, instead);
  });
}

/** The claim of this process, and those of the processes that it has taken images over from. */
export interface OwnClaims {
  claim: string;
  before?: readonly string[];
}

/**
 * Ends the run when another process has taken the image over. An image that shows no claim, or that of before it was
 * taken over, may be an old view of it.
 * @throws SupersededError
 */
export function throwIfSuperseded({ workflow }: Pick<Run, 'workflow'>, image: Image, own: OwnClaims): void {
  const claim = claimOf(image);
  if (claim === undefined || claim === own.claim || own.before?.includes(claim)) return;
  throw new SupersededError(
    `${claimant(workflow, claim)} has taken over ${image.ImageId}, so this one stops. Nothing was removed.`,
    { remedy: `See ${attemptUrl(workflow, claim)}.` },
  );
}

/** Who has claimed it, at the beginning of a sentence. */
export function claimant({ runAttempt }: Pick<WorkflowContext, 'runAttempt'>, claim: string): string {
  const attempt = attemptOf(claim);
  return String(attempt) === runAttempt
    ? `Another process of this attempt (claim ${claim})`
    : `Attempt ${attempt} of this workflow run (claim ${claim})`;
}

export function attemptUrl(workflow: WorkflowContext, claim: string): string {
  return workflow.runUrl.replace(/\/attempts\/.*$/, `/attempts/${attemptOf(claim)}`);
}
