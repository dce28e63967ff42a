/**
 * What is done alike for CreateImage and CopyImage where it is in doubt whether there is an image: an answer that tells
 * none, an image that does not show yet, a name that is taken, perhaps by an earlier request of the very bake.
 */
import { awsErrorFacts, errorKind, UnreadableAnswerError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { amiIdForm } from '../../aws/id-forms.ts';
import type { PatientClient, SendOptions } from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import type { Run } from '../../run/run.ts';
import { describeImages, imagesOfName } from '../describe.ts';

/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
export const duplicateSeconds = 300;

/** The request for an image was refused, and none before it can have worked: there is nothing to clean up. */
export class NothingCreatedError extends BakeError {
  override readonly name = 'NothingCreatedError';
}

export function nothingCreated({ message, remedy, cause }: BakeError): NothingCreatedError {
  return new NothingCreatedError(message, { cause, remedy });
}

/** @throws UnreadableAnswerError when the answer tells no image */
export function imageIdIn({ ImageId }: { ImageId?: string | undefined }, action: string): string {
  if (ImageId !== undefined && amiIdForm.test(ImageId)) return ImageId;
  throw new UnreadableAnswerError(`${action} was answered without an image ID`);
}

/**
 * A look that fails is a look that saw nothing, unless no look can ever work, or what it found has been told.
 * @param doing completes "could not …"
 */
export async function tolerantly<T>(
  look: () => Promise<T>,
  signal: AbortSignal,
  doing: string,
): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    signal.throwIfAborted();
    const isTold = error instanceof BakeError;
    if (isTold && error.cause === undefined) throw error;
    const kind = errorKind(isTold ? error.cause : error);
    if (kind === 'credentials' || kind === 'permission') throw awsFailure('ec2:DescribeImages', doing, error);
    return undefined;
  }
}

/** An image of a name that EC2 says is taken. */
export interface NameTaken<T> {
  region: string;
  name: string;
  /** EC2's refusal. */
  error: unknown;
  /** When to stop, in milliseconds since the epoch. */
  until: number;
  everySeconds: number;
  /** @returns what ends the search: the image of an earlier request of this very bake, for instance */
  own: () => Promise<T | undefined>;
  /** An image without the tags that tell whose it is: they may show later than the image itself. */
  mayBeOwn: (holder: Image, seenMilliseconds: number) => boolean;
  /** Completes "could not …". */
  doing: string;
}

/**
 * "AMI name … is already in use by AMI ami-…": either an earlier request of this very bake worked, or the name is somebody
 * else's. The image that has the name decides, as soon as it shows with its tags.
 * @returns what `own` found; otherwise the image that has the name, undefined when it never showed
 */
export async function settleNameTaken<T>(
  { aws, clock, signal }: Run,
  { region, name, error, until, everySeconds, own, mayBeOwn, doing }: NameTaken<T>,
): Promise<{ own: T } | { own: undefined; holder: Image | undefined; holderId: string | undefined }> {
  const holderId = holderIn(error);
  const how = { signal, patienceSeconds: 0 };
  let firstSeenAt: number | undefined;
  for (;;) {
    const found = await own();
    if (found !== undefined) return { own: found };
    const look = () => holderOfName(aws.ec2(region), name, holderId, how);
    const holder = await tolerantly(look, signal, doing);
    const now = clock.now();
    if (holder !== undefined) firstSeenAt ??= now;
    const isForeign = holder !== undefined && !mayBeOwn(holder, now - (firstSeenAt ?? now));
    if (isForeign || now + everySeconds * 1000 > until) return { own: undefined, holder, holderId };
    await clock.sleep(everySeconds * 1000, signal);
  }
}

/** The ID, where EC2 tells it. */
function holderIn(duplicate: unknown): string | undefined {
  return awsErrorFacts(duplicate)
    .message.match(/\bami-[0-9a-f]{8,32}\b/g)
    ?.at(-1);
}

/** Our image of that name, if it shows. */
async function holderOfName(
  ec2: PatientClient,
  name: string,
  id: string | undefined,
  how: SendOptions,
): Promise<Image | undefined> {
  if (id === undefined) return (await imagesOfName(ec2, name, how))[0];
  const images = await describeImages(ec2, { ImageIds: [id] }, how);
  return images.find((image) => image.Name === name);
}

/** What to do about a name that is taken: in a promotion, whose copies have the name of the image, as well as in a bake. */
export const anotherName =
  'Bake with a `name` that differs each time, such as one with {{ timestamp }} or {{ run_id }}';

/** @param by whose it is, e.g. ` by ami-…`, or nothing where nobody knows */
export function nameTaken(name: string, region: string, by: string, cause: unknown): BakeError {
  return new BakeError(`The AMI name "${name}" is taken in ${region}${by}.`, {
    cause,
    remedy: `AMI names are unique in an account and Region. ${anotherName}.`,
  });
}
