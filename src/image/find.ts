/** What is there already before an image is made: of an earlier attempt of this bake, or of the same name. */
import { asFailure } from '../aws/failure.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { bakeStateOf, claimOf, tagOf } from '../base/own-tags.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import { ageSeconds, imagesOfKey, imagesOfName } from './describe.ts';
import { isInTheMaking, isOfEarlierAttempt, isUnfinished } from './ownership.ts';

export interface Existing {
  /** Made by an earlier attempt of the same workflow run and not finished: to be resumed. */
  unfinished: Image | undefined;
  /** Handed out by an earlier attempt that did not wait: to be handed out again. */
  handedOut: Image | undefined;
  /** The same, but of no use any more. */
  failed: readonly Image[];
  /** Of earlier attempts, not finished, and of no use: failed ones. */
  leftovers: readonly Image[];
  /** Images of this key in the making that belong to another process, which this one leaves alone. */
  twins: readonly Image[];
  /** Our own image of the wanted name, whoever made it; never the unfinished one. */
  namesake: Image | undefined;
}

/** What to look for. */
export interface Sought {
  names: Names;
  accountId: string;
  /** The claim of this process. */
  claim: string;
}

/** A look for images of a name that has begun before all is known that `findExisting` needs. */
export interface EarlyLook {
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Undefined when the look failed, for whatever reason: `findExisting` looks again. */
  images: Promise<Image[] | undefined>;
}

/** What an early look has seen counts for so long: afterwards somebody may have used the name. */
const freshSeconds = 2;

export function lookEarly({ aws, clock, signal, region }: Run, name: string): EarlyLook {
  const how = { signal, patienceSeconds: 0, attemptSeconds: freshSeconds };
  const images = imagesOfName(aws.ec2(region), name, how).catch(() => undefined);
  return { name, at: clock.now(), images };
}

/** An image older than this shows its tags, if it has any (eventual consistency). */
const youngSeconds = 60;
const lookEverySeconds = 2;

/**
 * In a later attempt, a young image of the wanted name that shows no tags may be the one that the attempt before has made.
 * @param early what has been seen already
 * @throws BakeError when our images cannot be looked up
 */
export async function findExisting(run: Run, sought: Sought, early?: EarlyLook): Promise<Existing> {
  const { clock, signal, workflow } = run;
  // Ages are by EC2's clock, which need not agree with the runner's: it is this clock that ends the looking.
  const until = clock.now() + (isLaterAttempt(workflow) ? youngSeconds * 1000 : 0);
  for (;;) {
    const existing = await look(run, sought, early);
    const now = clock.now();
    if (now >= until || !mayLackTags(existing.namesake, now)) return existing;
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

function mayLackTags(image: Image | undefined, now: number): boolean {
  if (image === undefined || (image.Tags ?? []).length > 0) return false;
  return ageSeconds(image, now) < youngSeconds;
}

async function look(run: Run, sought: Sought, early: EarlyLook | undefined): Promise<Existing> {
  // In attempt 1 there is nothing to be resumed: twins are looked for beside the bake, by `findTwins`.
  const ofEarlier = isLaterAttempt(run.workflow) ? findOfKey(run, sought) : [];
  const [ofKey, ofName] = await Promise.all([ofEarlier, findOfName(run, sought, early)]);
  const open = ofKey.filter(isUnfinished);
  const earlier = open.filter((image) => isInTheMaking(image) && isOfEarlierAttempt(image, sought));
  const unverified = open.filter((image) => !isInTheMaking(image) && isOfEarlierAttempt(image, sought));
  const unfinished = earlier.find((image) => canBeResumed(image) && isAsAsked(image, sought.names));
  return {
    unfinished,
    handedOut: unverified.find(isUsable),
    failed: unverified.filter((image) => !isUsable(image)),
    leftovers: earlier.filter((image) => !canBeResumed(image)),
    twins: open.filter(
      (image) =>
        image !== unfinished &&
        !unverified.includes(image) &&
        (!earlier.includes(image) || canBeResumed(image)),
    ),
    namesake: ofName.find(({ ImageId }) => ImageId !== unfinished?.ImageId),
  };
}

/** Images of this key in the making, beside that of this process: another process of this attempt is making them. */
export async function findTwins(run: Run, sought: Sought, imageId: string | undefined): Promise<Image[]> {
  const images = await findOfKey(run, sought);
  return images.filter(
    (image) => image.ImageId !== imageId && claimOf(image) !== sought.claim && isUnfinished(image),
  );
}

/** Somebody has begun to remove the others, or they are of no use. */
function canBeResumed(image: Image): boolean {
  return bakeStateOf(image) === 'baking' && isUsable(image);
}

/**
 * Two jobs may share a key, such as two calls of one reusable workflow: what tells their images apart are their tags, but for
 * those that differ from attempt to attempt.
 */
function isAsAsked(image: Image, { steadyTags }: Names): boolean {
  return steadyTags.every(({ Key, Value }) => tagOf(image, Key) === Value);
}

async function findOfKey({ aws, signal, region }: Run, { names, accountId }: Sought): Promise<Image[]> {
  const images = await imagesOfKey(aws.ec2(region), names.key, { signal }).catch(
    asFailure(signal, 'ec2:DescribeImages', 'look for the images of earlier attempts'),
  );
  return images.filter((image) => isOurs(image, accountId));
}

async function findOfName(
  run: Run,
  { names: { name }, accountId }: Sought,
  early: EarlyLook | undefined,
): Promise<Image[]> {
  const images = (await seenEarly(run, name, early)) ?? (await lookByName(run, name));
  return images.filter((image) => isOurs(image, accountId));
}

async function seenEarly({ clock }: Run, name: string, early: EarlyLook | undefined) {
  const isFresh = early?.name === name && clock.now() - early.at < freshSeconds * 1000;
  return isFresh ? early.images : undefined;
}

async function lookByName({ aws, signal, region }: Run, name: string): Promise<Image[]> {
  return imagesOfName(aws.ec2(region), name, { signal }).catch(
    asFailure(signal, 'ec2:DescribeImages', `look for images of the name ${name}`),
  );
}

/** Images of earlier attempts beside the one that is resumed or was created, of any state but finished. */
export async function findOthers(run: Run, sought: Sought, imageId: string): Promise<Image[]> {
  const images = await findOfKey(run, sought);
  return images.filter(
    (image) =>
      image.ImageId !== imageId &&
      isInTheMaking(image) &&
      isOfEarlierAttempt(image, sought) &&
      isAsAsked(image, sought.names),
  );
}

/** Ours, and there: EC2 shows deregistered images for a short while. */
export function isOurs({ OwnerId, State }: Image, accountId: string): boolean {
  return OwnerId === accountId && State !== 'deregistered';
}

/** On its way, or there: what is in another state does not come back. */
export function isUsable({ State }: Image): boolean {
  return State === 'pending' || State === 'available' || State === 'transient';
}

/** How this bake comes by its image. */
export type Source = 'resumed' | 'handed out' | 'reused' | 'created';

/** @param ifExists what is asked for where an image of the name is there */
export function sourceOf({ unfinished, handedOut, namesake }: Existing, ifExists: 'fail' | 'reuse'): Source {
  if (unfinished !== undefined) return 'resumed';
  if (handedOut !== undefined) return 'handed out';
  return ifExists === 'reuse' && namesake !== undefined && isUsable(namesake) ? 'reused' : 'created';
}
