/** What is there already before an image is made: of an earlier attempt of this bake, or of the same name. */
import { awsFailure } from '../aws/failure.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import type { Names } from '../naming/names.ts';
import { ageSeconds, bakeStateOf, imagesOfKey, imagesOfName } from './describe.ts';

export interface Existing {
  /** Made by an earlier attempt of the same workflow run and not finished: to be taken up. */
  unfinished: Image | undefined;
  /** Of the same key, not finished, and not to be taken up: failed ones, and any beyond the first. */
  leftovers: readonly Image[];
  /** Our own image of the wanted name, whoever made it; never the unfinished one. */
  namesake: Image | undefined;
}

export interface ExistingOptions {
  ec2: Ec2;
  signal: AbortSignal;
  names: Names;
  accountId: string;
}

interface LookBackOptions extends ExistingOptions {
  clock: Clock;
  /** The workflow run has been attempted before. */
  isLaterAttempt: boolean;
}

/** So old an image shows its tags, if it has any (eventual consistency). */
const youngSeconds = 60;
const lookEverySeconds = 2;

/**
 * In a later attempt, a young image of the wanted name that shows no tags may be the one that the attempt before has made.
 * @throws BakeError when our images cannot be looked up
 */
export async function findExisting(options: LookBackOptions): Promise<Existing> {
  const { clock, signal, isLaterAttempt } = options;
  // Ages are by EC2's clock, which need not agree with the runner's: it is this clock that ends the looking.
  const until = clock.now() + (isLaterAttempt ? youngSeconds * 1000 : 0);
  for (;;) {
    const existing = await look(options);
    const now = clock.now();
    if (now >= until || !mayLackTags(existing.namesake, now)) return existing;
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

function mayLackTags(image: Image | undefined, now: number): boolean {
  if (image === undefined || (image.Tags ?? []).length > 0) return false;
  return ageSeconds(image, now) < youngSeconds;
}

async function look(options: ExistingOptions): Promise<Existing> {
  const [open, ofName] = await Promise.all([findUnfinished(options), findOfName(options)]);
  const unfinished = open.find(canBeTakenUp);
  const isUnfinished = (image: Image) => open.some(({ ImageId }) => ImageId === image.ImageId);
  return {
    unfinished,
    leftovers: open.filter((image) => image !== unfinished),
    namesake: ofName.find((image) => !isUnfinished(image)),
  };
}

/**
 * Our images that carry the key of this bake and are not `ready`, oldest first.
 * @throws BakeError when our images cannot be looked up
 */
export async function findUnfinished({ ec2, signal, names, accountId }: ExistingOptions): Promise<Image[]> {
  const images = await imagesOfKey(ec2, names.key, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeImages', 'look for what an earlier attempt has made', error);
  });
  return images.filter((image) => isOurs(image, accountId) && bakeStateOf(image) === 'baking');
}

async function findOfName({ ec2, signal, names, accountId }: ExistingOptions): Promise<Image[]> {
  const images = await imagesOfName(ec2, names.name, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeImages', `look for images of the name ${names.name}`, error);
  });
  return images.filter((image) => isOurs(image, accountId));
}

/** Ours, and there: EC2 shows deregistered images for a short while. */
export function isOurs({ OwnerId, State }: Image, accountId: string): boolean {
  return OwnerId === accountId && State !== 'deregistered';
}

/** On its way, or there: what is in another state does not come back. */
export function canBeTakenUp({ State }: Image): boolean {
  return State === 'pending' || State === 'available' || State === 'transient';
}
