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
import { retryMilliseconds, throttleMilliseconds } from '../../aws/patient-client.ts';
import { CreateImageCommand, type CreateImageRequest, type Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { lookUntil } from '../../base/look-until.ts';
import { bakeStateOf, claimOf, keyOf, runTag, tagOf } from '../../base/own-tags.ts';
import type { Names } from '../../naming/names.ts';
import type { Run } from '../../run/run.ts';
import { instanceState, isPassingState } from '../../source/inspect.ts';
import type { SourceInstance } from '../../source/instance.ts';
import { throwIfSuperseded } from '../claim.ts';
import { imagesOfKey } from '../describe.ts';
import { isUsable } from '../find.ts';
import { attemptOf, isOfEarlierAttempt } from '../ownership.ts';
import { timedOutAfter } from '../wait/sentences.ts';
import {
  duplicateSeconds,
  imageIdIn,
  nameTaken,
  nothingCreated,
  settleNameTaken,
  tolerantly,
} from './in-doubt.ts';

/** What is to be created. */
export interface Creation {
  instance: SourceInstance;
  names: Names;
  /** The claim of this process, which the tags in `names` carry. */
  claim: string;
  noReboot: boolean;
  excludeDevices: readonly string[];
}

/** Limit for one CreateImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long an unclear outcome is looked after before the request goes out again. */
const settleSeconds = 10;
/** An image that has been visible for so long shows its tags, if it has any. */
const tagPatienceSeconds = 60;
/** The clocks of the runner and of EC2 may differ by this much: what is older is not of this bake. */
const clockSlackSeconds = 900;
const lookEverySeconds = 2;
/** How long unclear outcomes (5xx, dead connections) are met with another request, from the first one. */
const unclearPatienceSeconds = 600;

export interface Created {
  imageId: string;
  /** An unfinished image of an earlier attempt, which has the name: it is not this process's own yet. */
  earlier: Image | undefined;
}

export interface CreatedAt extends Created {
  /** When the last request was sent, milliseconds since the epoch: since then EC2 creates the image. */
  sentAt: number;
  /** An answer was lost on the way. */
  inDoubt: boolean;
}

/** @throws NothingCreatedError when EC2 refuses; BakeError when no image came of it, or none that can be found */
export async function createImage(run: Run, creation: Creation): Promise<CreatedAt> {
  const { clock, signal, deadline, random, log } = run;
  const start = clock.now();
  if (start >= deadline) throw nothingCreated(tooLate(run));
  let perhapsCreated = false;
  for (let sent = 1; ; sent += 1) {
    const sentAt = clock.now();
    const answer = await sendOnce(run, creation);
    if (answer.imageId !== undefined)
      return { imageId: answer.imageId, earlier: undefined, sentAt, inDoubt: perhapsCreated };

    const { error } = answer;
    const { code } = awsErrorFacts(error);
    const failed = () => {
      const failure = awsFailure('ec2:CreateImage', `create an image of ${creation.instance.id}`, error);
      return perhapsCreated ? failure : nothingCreated(failure);
    };
    if (code === 'InvalidAMIName.Duplicate') {
      return { ...(await settleDuplicate(run, creation, error, perhapsCreated)), sentAt, inDoubt: true };
    }
    if (errorKind(error) === 'unclear') {
      perhapsCreated = true;
      log.info(
        `The answer to CreateImage was lost (${describeAwsError(error)}); looking for the image by its tags.`,
      );
      const found = await lookForOwn(run, creation, settleSeconds);
      if (found !== undefined) return { ...found, sentAt, inDoubt: true };
      if (clock.now() - start > unclearPatienceSeconds * 1000) throw failed();
      log.info('No image shows; sending the request again. Its name guards against a second image.');
    } else if (
      isYoungInstance(error, clock.now() - start) ||
      (await isPassingRefusal(run, creation, error, failed))
    ) {
      const delay = busyMilliseconds(error, sent, random());
      if (clock.now() + delay > deadline) throw failed();
      log.info(`EC2 is busy (${describeAwsError(error)}); trying again in ${Math.ceil(delay / 1000)} s.`);
      await clock.sleep(delay, signal);
    } else {
      throw failed();
    }
    if (clock.now() >= deadline) throw failed();
  }
}

/** An image that nobody would wait for is not worth a reboot. */
function tooLate(run: Run): BakeError {
  return new BakeError(`${timedOutAfter(run)} before CreateImage was sent. The instance was not touched.`, {
    remedy: 'Raise `timeout-minutes`. The log shows what took so long.',
  });
}

export function createImageRequest(
  creation: Pick<Creation, 'instance' | 'names' | 'noReboot' | 'excludeDevices'>,
): CreateImageRequest {
  const { instance, names, noReboot, excludeDevices } = creation;
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

/** Where no signals arrive, the post step may have begun: whoever is told so before the request sends none. */
async function sendOnce(
  { aws, region, signal, throwIfCancelled }: Run,
  creation: Creation,
): Promise<{ imageId: string } | { imageId: undefined; error: unknown }> {
  throwIfCancelled();
  try {
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    const command = new CreateImageCommand(createImageRequest(creation));
    return { imageId: imageIdIn(await aws.ec2(region).send(command, how), 'CreateImage') };
  } catch (error) {
    signal.throwIfAborted();
    return { imageId: undefined, error };
  }
}

/** What changes things may not know the instance yet, although it shows already (eventual consistency). */
const youngInstanceSeconds = 15;

function isYoungInstance(error: unknown, waitedMilliseconds: number): boolean {
  const { code } = awsErrorFacts(error);
  return code === 'InvalidInstanceID.NotFound' && waitedMilliseconds < youngInstanceSeconds * 1000;
}

/**
 * EC2 refused for the moment. A wrong instance state counts only while it passes by itself.
 * @throws what `failed` makes, when the state of the instance cannot be looked up
 */
async function isPassingRefusal(
  { aws, region, signal }: Run,
  { instance }: Creation,
  error: unknown,
  failed: () => BakeError,
): Promise<boolean> {
  const { code, message } = awsErrorFacts(error);
  // CreateImage says it with InvalidParameterValue and "Instance is not in state 'running' or …".
  if (code === 'IncorrectInstanceState' || /\bnot in state\b/.test(message)) {
    const state = await instanceState(aws.ec2(region), instance.id, signal).catch(() => {
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

/** Looks for the image of this process. A failing look-up is a look that saw nothing, unless it can never work. */
async function lookForOwn(run: Run, creation: Creation, seconds: number): Promise<Created | undefined> {
  const { clock, signal, deadline } = run;
  const until = Math.min(deadline, clock.now() + seconds * 1000);
  const find = async () => {
    const own = (await imagesOfThisBake(run, creation)).find((image) => isOwn(image, creation));
    return own?.ImageId === undefined ? undefined : { imageId: own.ImageId, earlier: undefined };
  };
  return lookUntil(find, { clock, signal, until, everySeconds: lookEverySeconds });
}

/**
 * Made by this process: its state is what CreateImage has set. What was taken over from an earlier attempt may be another
 * process's to remove, or finished.
 */
function isOwn(image: Image, { claim }: Creation): boolean {
  return claimOf(image) === claim && ['baking', 'unverified'].includes(bakeStateOf(image) ?? '');
}

function isEarlier(image: Image, creation: Creation): boolean {
  const state = bakeStateOf(image);
  const isOfUse = state === 'baking' || (state === 'unverified' && isUsable(image));
  return isOfUse && isOfEarlierAttempt(image, creation);
}

/** Of this key and name. */
async function imagesOfThisBake(
  { aws, region, signal }: Run,
  { instance, names }: Creation,
): Promise<Image[]> {
  const how = { signal, patienceSeconds: 0 };
  const look = () => imagesOfKey(aws.ec2(region), names.key, how);
  const images = (await tolerantly(look, signal, findingOut)) ?? [];
  return images.filter((image) => image.OwnerId === instance.accountId && image.Name === names.name);
}

async function settleDuplicate(
  run: Run,
  creation: Creation,
  error: unknown,
  perhapsCreated: boolean,
): Promise<Created> {
  const { clock, deadline, log, region } = run;
  log.info(`EC2 says the name is taken (${describeAwsError(error)}); checking whether by this bake.`);
  const start = clock.now();
  const settled = await settleNameTaken(run, {
    region,
    name: creation.names.name,
    error,
    until: Math.min(deadline, start + duplicateSeconds * 1000),
    everySeconds: lookEverySeconds,
    own: async () => (await lookForOwn(run, creation, 0)) ?? (await lookForEarlier(run, creation)),
    mayBeOwn: (holder, seen) => mayBeOwn(creation, holder, clock.now(), seen),
    doing: findingOut,
  });
  if (settled.own !== undefined) return settled.own;
  throwIfTakenOver(run, creation, settled.holder);
  const failure = taken(creation, settled.holder, error);
  throw perhapsCreated ? failure : nothingCreated(failure);
}

/**
 * A process that was frozen learns of its image only when a later attempt has resumed it.
 * @throws SupersededError
 */
function throwIfTakenOver(run: Run, { names, claim }: Creation, holder: Image | undefined): void {
  const other = holder && claimOf(holder);
  if (holder === undefined || other === undefined || keyOf(holder) !== names.key) return;
  if (attemptOf(other) > attemptOf(claim)) throwIfSuperseded(run, holder, { claim });
}

/** An image of an earlier attempt that did not show before. */
async function lookForEarlier(run: Run, creation: Creation): Promise<Created | undefined> {
  const images = await imagesOfThisBake(run, creation);
  const earlier = images.find((image) => isEarlier(image, creation));
  return earlier?.ImageId === undefined ? undefined : { imageId: earlier.ImageId, earlier };
}

/**
 * The look-up by key has not found it. Without any key it may still be of this bake: tags of a new image may show later
 * than the image itself, and a moment after that look. Its age is by EC2's clock, which that of the runner need not agree with.
 */
function mayBeOwn(creation: Creation, holder: Image, now: number, seenMilliseconds: number): boolean {
  const key = keyOf(holder);
  if (key !== undefined)
    return key === creation.names.key && (isOwn(holder, creation) || isEarlier(holder, creation));
  const age = now - Date.parse(holder.CreationDate ?? '');
  return age <= clockSlackSeconds * 1000 && seenMilliseconds <= tagPatienceSeconds * 1000;
}

function taken({ names, instance }: Creation, holder: Image | undefined, cause: unknown): BakeError {
  if (holder?.ImageId === undefined) return nameTaken(names.name, instance.region, '', cause);
  const maker = tagOf(holder, runTag);
  const by = maker === undefined ? '' : `, made by ${maker}`;
  const words = ` by ${holder.ImageId} (${holder.CreationDate ?? 'no date'}${by})`;
  return nameTaken(names.name, instance.region, words, cause);
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
