/**
 * What is done alike for CreateImage and CopyImage where it is in doubt whether there is an image: an answer that tells
 * none, an image that does not show yet, a name that is taken, perhaps by an earlier request of the very bake.
 */
import { awsErrorFacts, errorKind, UnreadableAnswerError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { amiIdForm } from '../../aws/id-forms.ts';
import type { Ec2, SendOptions } from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { describeImages, imagesOfName } from '../describe.ts';

/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
export const duplicateSeconds = 300;

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

/** "AMI name … is already in use by AMI ami-…": the ID, where EC2 tells it. */
export function holderIn(duplicate: unknown): string | undefined {
  return awsErrorFacts(duplicate)
    .message.match(/\bami-[0-9a-f]{8,32}\b/g)
    ?.at(-1);
}

/** Our image of that name, if it shows. */
export async function holderOfName(
  ec2: Ec2,
  name: string,
  id: string | undefined,
  how: SendOptions,
): Promise<Image | undefined> {
  if (id === undefined) return (await imagesOfName(ec2, name, how))[0];
  const images = await describeImages(ec2, { ImageIds: [id] }, how);
  return images.find((image) => image.Name === name);
}

/** What to do about a name that is taken. */
export const anotherName =
  'Put something into `name` that differs each time, such as {{ timestamp }} or {{ run_id }}';

/** @param by whose it is, e.g. ` by ami-…`, or nothing where nobody knows */
export function nameTaken(name: string, region: string, by: string, cause: unknown): BakeError {
  return new BakeError(`The AMI name "${name}" is taken in ${region}${by}.`, {
    cause,
    remedy: `AMI names are unique in an account and Region. ${anotherName}.`,
  });
}
