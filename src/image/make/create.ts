/**
 * Creates the image: exactly one, whatever becomes of the answers.
 *
 * CreateImage has no client token. A request whose answer is lost may have worked, and sending it blindly again
 * would make a second image or be refused as a duplicate with the ID lost. So an unclear outcome is settled by
 * looking for the bake's key among our own images, and the same request goes out again only when nothing shows:
 * the name, unique in EC2, guards against a second image.
 */
import { awsErrorFacts, describeAwsError, errorKind } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { type Ec2, retryMilliseconds, throttleMilliseconds } from '../../aws/patient-client.ts';
import { CreateImageCommand, type CreateImageRequest, type Image } from '../../aws/sdk/ec2.ts';
import type { Clock } from '../../base/clock.ts';
import { BakeError } from '../../base/errors.ts';
import type { Names } from '../../naming/names.ts';
import { instanceState, isPassingState } from '../../source/inspect.ts';
import type { SourceInstance } from '../../source/instance.ts';
import { bakeStateOf, imagesOfKey, keyOf } from '../describe.ts';
import { duplicateSeconds, holderIn, holderOfName, imageIdIn, nameTaken, tolerantly } from './in-doubt.ts';

export interface CreateOptions {
  ec2: Ec2;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  instance: SourceInstance;
  names: Names;
  noReboot: boolean;
  excludeDevices: readonly string[];
  /** Told what is going on when the first request does not settle it. */
  onTrouble: (message: string) => void;
}

/** The request for an image was refused, and none before it can have worked: there is nothing to clean up. */
export class NothingCreatedError extends BakeError {
  override readonly name = 'NothingCreatedError';
}

/** Limit for one CreateImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long an unclear outcome is looked after before the request goes out again. */
const settleSeconds = 10;
/** An image that has been visible for so long shows its tags, if it has any. */
const tagPatienceSeconds = 60;
/** By so much the clocks of the runner and of EC2 may differ: what is older than that is not of this bake. */
const clockSlackSeconds = 900;
const lookEverySeconds = 2;
/** How long unclear outcomes (5xx, dead connections) are met with another request, from the first one. */
const unclearPatienceSeconds = 600;

export interface Created {
  imageId: string;
  /** The image, when it was found by its key: the answer to CreateImage was lost, in this attempt or an earlier one. */
  found: Image | undefined;
}

export interface CreatedAt extends Created {
  /** When the last request was sent, milliseconds since the epoch: since then the image is in the making. */
  sentAt: number;
  /** An answer was lost on the way. */
  inDoubt: boolean;
}

/** @throws NothingCreatedError when EC2 refuses; BakeError when no image came of it, or none that can be found */
export async function createImage(options: CreateOptions): Promise<CreatedAt> {
  const request = createImageRequest(options);
  const { clock, signal, deadline, random, onTrouble } = options;
  const start = clock.now();
  let perhapsCreated = false;
  for (let sent = 1; ; sent += 1) {
    const sentAt = clock.now();
    const answer = await sendOnce(options, request);
    if (answer.imageId !== undefined)
      return { imageId: answer.imageId, found: undefined, sentAt, inDoubt: perhapsCreated };

    const { error } = answer;
    const { code } = awsErrorFacts(error);
    const failed = () => {
      const failure = awsFailure('ec2:CreateImage', `create an image of ${options.instance.id}`, error);
      return perhapsCreated ? failure : nothingCreated(failure);
    };
    if (code === 'InvalidAMIName.Duplicate') {
      return { ...(await settleDuplicate(options, error, perhapsCreated)), sentAt, inDoubt: true };
    }
    if (errorKind(error) === 'unclear') {
      perhapsCreated = true;
      onTrouble(
        `The answer to CreateImage was lost (${describeAwsError(error)}); looking for the image by its key.`,
      );
      const found = await lookForKey(options, settleSeconds);
      if (found !== undefined) return { ...found, sentAt, inDoubt: true };
      if (clock.now() - start > unclearPatienceSeconds * 1000) throw failed();
      onTrouble('No image shows; sending the request again. Its name guards against a second image.');
    } else if (await isPassingRefusal(options, error, failed)) {
      const delay = busyMilliseconds(error, sent, random());
      if (clock.now() + delay > deadline) throw failed();
      onTrouble(`EC2 is busy (${describeAwsError(error)}); trying again in ${Math.ceil(delay / 1000)} s.`);
      await clock.sleep(delay, signal);
    } else {
      throw failed();
    }
    if (clock.now() >= deadline) throw failed();
  }
}

export function nothingCreated({ message, remedy, cause }: BakeError): NothingCreatedError {
  return new NothingCreatedError(message, { cause, ...(remedy === undefined ? {} : { remedy }) });
}

export function createImageRequest(
  options: Pick<CreateOptions, 'instance' | 'names' | 'noReboot' | 'excludeDevices'>,
): CreateImageRequest {
  const { instance, names, noReboot, excludeDevices } = options;
  return {
    InstanceId: instance.id,
    Name: names.name,
    Description: names.description,
    TagSpecifications: [
      { ResourceType: 'image', Tags: [...names.imageTags] },
      { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
    ],
    ...(excludeDevices.length === 0
      ? {}
      : { BlockDeviceMappings: excludeDevices.map((DeviceName) => ({ DeviceName, NoDevice: '' })) }),
    // A stopped instance is not rebooted, so there is nothing to ask for unless the user did.
    ...(noReboot || instance.state === 'running' ? { NoReboot: noReboot } : {}),
  };
}

async function sendOnce(
  { ec2, signal }: CreateOptions,
  request: CreateImageRequest,
): Promise<{ imageId: string } | { imageId: undefined; error: unknown }> {
  try {
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    return { imageId: imageIdIn(await ec2.send(new CreateImageCommand(request), how), 'CreateImage') };
  } catch (error) {
    signal.throwIfAborted();
    return { imageId: undefined, error };
  }
}

/**
 * EC2 refused for the moment. A wrong instance state counts only while it passes by itself.
 * @throws what `failed` makes, when the state of the instance cannot be looked up
 */
async function isPassingRefusal(
  { ec2, instance, signal }: CreateOptions,
  error: unknown,
  failed: () => BakeError,
): Promise<boolean> {
  const { code, message } = awsErrorFacts(error);
  // CreateImage says it with InvalidParameterValue and "Instance is not in state 'running' or …".
  if (code === 'IncorrectInstanceState' || /\bnot in state\b/.test(message)) {
    const state = await instanceState(ec2, instance.id, signal).catch(() => {
      signal.throwIfAborted();
      throw failed();
    });
    return isPassingState(state);
  }
  const kind = errorKind(error);
  return kind === 'throttled' || kind === 'busy';
}

/** Completes "could not …". */
const findingOut = 'find out whether the image was created';

/** Looks for the image of this bake's key. A failing look-up is a look that saw nothing, unless it can never work. */
async function lookForKey(options: CreateOptions, seconds: number): Promise<Created | undefined> {
  const { ec2, clock, signal, names, deadline } = options;
  const until = Math.min(deadline, clock.now() + seconds * 1000);
  for (;;) {
    const how = { signal, patienceSeconds: 0 };
    const images = await tolerantly(() => imagesOfKey(ec2, names.key, how), signal, findingOut);
    const found = images?.find((image) => isOfThisBake(options, image));
    if (found?.ImageId !== undefined) return { imageId: found.ImageId, found };
    if (clock.now() + lookEverySeconds * 1000 > until) return undefined;
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

/**
 * "AMI name … is already in use by AMI ami-…": either an earlier request of this very bake worked, or the name is
 * somebody else's. The image that has the name decides, as soon as it is visible with its tags.
 */
async function settleDuplicate(
  options: CreateOptions,
  error: unknown,
  perhapsCreated: boolean,
): Promise<Created> {
  const { ec2, clock, signal, deadline, names, onTrouble } = options;
  onTrouble(`EC2 says the name is taken (${describeAwsError(error)}); looking whether by this bake.`);
  const holderId = holderIn(error);
  const start = clock.now();
  const until = Math.min(deadline, start + duplicateSeconds * 1000);
  let firstSeenAt: number | undefined;
  for (;;) {
    const found = await lookForKey(options, 0);
    if (found !== undefined) return found;
    const how = { signal, patienceSeconds: 0 };
    const look = () => holderOfName(ec2, names.name, holderId, how);
    const holder = await tolerantly(look, signal, findingOut);
    const now = clock.now();
    if (holder !== undefined) firstSeenAt ??= now;
    const isForeign = holder !== undefined && isSomebodyElses(holder, start, now - (firstSeenAt ?? now));
    if (isForeign || now + lookEverySeconds * 1000 > until) {
      const failure = taken(options, holder, error);
      throw perhapsCreated ? failure : nothingCreated(failure);
    }
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

/**
 * The look-up by key has not found it. Without any key it may still be of this bake: tags of a new image may show later
 * than the image itself. Its age is by EC2's clock, which that of the runner need not agree with.
 */
function isSomebodyElses(holder: Image, now: number, seenMilliseconds: number): boolean {
  if (keyOf(holder) !== undefined) return true;
  const age = now - Date.parse(holder.CreationDate ?? '');
  return age > clockSlackSeconds * 1000 || seenMilliseconds > tagPatienceSeconds * 1000;
}

function taken({ names, instance }: CreateOptions, holder: Image | undefined, cause: unknown): BakeError {
  const by =
    holder?.ImageId === undefined ? '' : ` by ${holder.ImageId} (${holder.CreationDate ?? 'no date'})`;
  return nameTaken(names.name, instance.region, by, cause);
}

/** The look-up has checked the key. An image of the same key that is `ready` was finished by an earlier attempt. */
function isOfThisBake({ instance, names }: CreateOptions, image: Image): boolean {
  return image.OwnerId === instance.accountId && image.Name === names.name && bakeStateOf(image) === 'baking';
}

/** Seconds that EC2's documentation gives for some limits; the others get an exponential back-off. */
const paceSeconds: Readonly<Record<string, number>> = {
  // One snapshot a volume each 15 seconds.
  SnapshotCreationPerVolumeRateExceeded: 15,
  ConcurrentCreateImageNoRebootLimitExceeded: 30,
  PendingSnapshotLimitExceeded: 30,
  ConcurrentSnapshotLimitExceeded: 30,
};

function busyMilliseconds(error: unknown, sent: number, random: number): number {
  if (errorKind(error) === 'throttled') return throttleMilliseconds(sent, random);
  const pace = paceSeconds[awsErrorFacts(error).code];
  return pace === undefined ? retryMilliseconds(1, sent, random) : pace * (1 + random / 5) * 1000;
}
