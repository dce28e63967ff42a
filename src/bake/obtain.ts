/** How a bake comes by its image: it resumes what an earlier attempt left, reuses one that is there, or creates it. */
import { consoleSuffix } from '../aws/console.ts';
import { asFailure } from '../aws/failure.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import { BakeError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import { bakeStateOf, claimOf, keyTag, runTag, tagOf } from '../base/own-tags.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import { takeOver } from '../image/claim.ts';
import { creationTime, describeImage, snapshotsOf } from '../image/describe.ts';
import type { Source } from '../image/find.ts';
import { createImage } from '../image/make/create.ts';
import { NothingCreatedError } from '../image/make/in-doubt.ts';
import { isInTheMaking } from '../image/ownership.ts';
import { type TemplateTarget, templatesNaming } from '../image/publish/launch-templates.ts';
import { type PublishedParameter, readParameters } from '../image/publish/parameters.ts';
import { timedOutAfter } from '../image/wait/sentences.ts';
import type { Names, Tag } from '../naming/names.ts';
import { learn, warn } from '../run/run.ts';
import type { SourceInstance } from '../source/instance.ts';
import { removeLeftovers } from './leftovers.ts';
import type { BakeRecord, BakeRun } from './record.ts';

/** The image that the rest of the bake is about, and where it comes from. */
export interface Obtained {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  from: Source;
  /** Another image of this bake's key may be there: of an earlier attempt, or of a request whose answer was lost. */
  mayHaveOthers: boolean;
  /** The tags that it and its snapshots must have. */
  imageTags: readonly Tag[];
  snapshotTags: readonly Tag[];
}

/** How long a claim may take to show (eventual consistency). */
const claimSeconds = 300;

/**
 * @param image of this bake's key, which an earlier attempt did not finish
 * @returns undefined when another process was faster
 */
export async function resume(run: BakeRun, names: Names, image: Image): Promise<Obtained | undefined> {
  const { log, clock, record } = run;
  const before = claimOf(image);
  // From the claim on, the image is this process's own.
  learn(run, {
    unfinished: true,
    claimsBefore: [...record.claimsBefore, ...(before === undefined ? [] : [before])],
  });
  const [taken] = await claim(run, names, image);
  if (taken === undefined || bakeStateOf(taken) !== 'baking') return passedOver(run, names, image, taken);
  // The earlier attempt may have begun to copy, and to publish.
  learn(run, { names: { ...names, name: image.Name ?? names.name }, ...possibleCopies(run) });
  const held = await parametersHolding(run, names, image.ImageId ?? '');
  learn(run, held.length > 0 ? { parameters: held } : {});
  const templates = await templatesNaming(run, templateTargets(run, image.ImageId ?? ''));
  learn(run, templates.length > 0 ? { templates } : {});
  obtained(run, image, { created: true, resumed: true });
  const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
  log.notice(
    `Resuming the image that ${attemptOfImage(image)} of this workflow run created: ${was}.`,
    'Bake resumed',
  );
  const keyAlone = [{ Key: keyTag, Value: names.key }];
  return {
    ...known(image, clock),
    from: 'resumed',
    mayHaveOthers: true,
    imageTags: keyAlone,
    snapshotTags: keyAlone,
  };
}

/**
 * Another process was faster: it has taken the image over, has just finished it, or had begun to remove it. What was to be
 * removed is this process's own now, and goes.
 */
async function passedOver(
  run: BakeRun,
  names: Names,
  image: Image,
  taken: Image | undefined,
): Promise<undefined> {
  const state = taken && bakeStateOf(taken);
  const why = taken === undefined ? 'has been taken over by another process' : `is ${state} by now`;
  warn(run, `${image.ImageId} of an earlier attempt ${why}; this bake creates an image of its own.`);
  if (taken !== undefined && state === 'removing') await removeLeftovers(run, names, [taken]);
  return undefined;
}

function attemptOfImage(image: Image): string {
  const attempt = /\/attempts\/(\d+)$/.exec(tagOf(image, runTag) ?? '')?.[1];
  return attempt === undefined ? 'an earlier attempt' : `attempt ${attempt}`;
}

async function claim(run: BakeRun, { key }: Names, image: Image): Promise<Image[]> {
  const { aws, clock, signal, region, record } = run;
  const how = () => ({ signal, newObject: true });
  const until = clock.now() + claimSeconds * 1000;
  const marking = { ec2: aws.ec2(region), clock, key, how, until };
  return takeOver(marking, [image], record.claim).catch(
    asFailure(signal, 'ec2:CreateTags', `resume image ${image.ImageId} of an earlier attempt`),
  );
}

/** @param image handed out by an earlier attempt that did not wait: this one hands it out again, and never owns it */
export function handOut(run: BakeRun, image: Image): Obtained {
  obtained(run, image, { created: true, resumed: true, reused: true });
  rememberCopies(run);
  run.log.notice(
    `${image.ImageId} is there: ${attemptOfImage(image)} of this workflow run created it and did not wait for it.`,
    'Bake resumed',
  );
  return {
    ...known(image, run.clock),
    from: 'handed out',
    mayHaveOthers: false,
    imageTags: [],
    snapshotTags: [],
  };
}

/** @param image of the wanted name, whoever made it */
export function reuse(run: BakeRun, instance: SourceInstance, image: Image): Obtained {
  const { log, clock } = run;
  obtained(run, image, { created: false, reused: true, rebooted: false });
  rememberCopies(run);
  log.notice(
    `${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`,
    'Image reused',
  );
  return { ...known(image, clock), from: 'reused', mayHaveOthers: false, imageTags: [], snapshotTags: [] };
}

const makerEverySeconds = 10;

/**
 * Another bake may still be making the image that is reused. Until it is ready, that bake may remove it; so this one waits,
 * by reading alone.
 * @throws BakeError when it is removed, or not ready at the deadline
 */
export async function waitForItsBake(run: BakeRun, imageId: string): Promise<void> {
  const { aws, region, clock, signal, deadline, log } = run;
  let maker: string | undefined;
  const isReady = async () => {
    const image = await describeImage(aws.ec2(region), imageId, { signal }).catch(
      asFailure(signal, 'ec2:DescribeImages', `see whether the bake of ${imageId} is finished`),
    );
    if (image === undefined || image.State === 'deregistered') throw removedByItsBake(imageId);
    if (!isInTheMaking(image)) return true;
    if (maker === undefined)
      log.info(`${imageId} is not ready yet: ${makerOf(image)} is still at work on it`);
    maker = makerOf(image);
    return undefined;
  };
  if (await lookUntil(isReady, { clock, signal, until: deadline, everySeconds: makerEverySeconds })) return;
  throw new BakeError(`${timedOutAfter(run)}: ${imageId} is not ready, as ${maker} has not finished it.`, {
    remedy: `If that run has ended, it left the image unfinished: re-run it, or remove the image and run this job again.`,
  });
}

function makerOf(image: Image): string {
  return tagOf(image, runTag) ?? 'its bake';
}

function removedByItsBake(imageId: string): BakeError {
  return new BakeError(`${imageId} was to be reused, and the bake that was making it has removed it.`, {
    remedy: 'Run the job again: it creates the image.',
  });
}

export async function create(run: BakeRun, instance: SourceInstance, names: Names): Promise<Obtained> {
  const { log, inputs, workflow, record } = run;
  const { noReboot, excludeDevices } = inputs;
  const rebooted = instance.state === 'running' && !noReboot;
  log.info(
    rebooted
      ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
      : 'Creating the image',
  );
  learn(run, { unfinished: true });
  const { imageId, earlier, sentAt, inDoubt } = await createImage(run, {
    instance,
    names,
    claim: record.claim,
    noReboot,
    excludeDevices,
  }).catch((error) => {
    if (error instanceof NothingCreatedError) learn(run, { unfinished: false });
    throw error;
  });
  if (earlier !== undefined && bakeStateOf(earlier) === 'unverified') return handOut(run, earlier);
  if (earlier !== undefined) return resumeNamesake(run, names, earlier);
  const image = { ImageId: imageId, Name: names.name, State: 'pending' } as const;
  obtained(run, image, { created: true, rebooted });
  run.throwIfCancelled();
  const mayHaveOthers = inDoubt || isLaterAttempt(workflow);
  return { imageId, createdAt: sentAt, from: 'created', mayHaveOthers, ...names };
}

/** The name was taken, by an image of an earlier attempt that did not show before. */
async function resumeNamesake(run: BakeRun, names: Names, earlier: Image): Promise<Obtained> {
  const resumed = await resume(run, names, earlier);
  if (resumed !== undefined) return resumed;
  throw new BakeError(
    `The AMI name "${names.name}" is taken by ${earlier.ImageId}, which another process has taken over.`,
  );
}

/** There is an image: its ID is published at once, and where to look at it. */
function obtained(run: BakeRun, image: Image, facts: Partial<BakeRecord>): void {
  const { region, log } = run;
  const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
  learn(run, { image: { id, name, region, state, snapshots: snapshotsOf(image) }, ...facts });
  log.info(`${id} is ${state}${consoleSuffix(region, id)}`);
}

/** Beside an image that is there: an earlier attempt may have begun to copy it. */
function rememberCopies(run: BakeRun): void {
  const copies = possibleCopies(run);
  if (isLaterAttempt(run.workflow) && copies.copies !== undefined)
    learn(run, { ...copies, unfinished: true });
}

/** In every Region of `copy-to`, as far as the clean-up is concerned. */
function possibleCopies({ inputs: { copyTo } }: BakeRun): Pick<BakeRecord, 'copies'> {
  return copyTo.length > 0 ? { copies: copyTo.map(({ region }) => ({ region })) } : {};
}

/** The home Region's parameters are written first, so that one of them tells. */
async function parametersHolding(
  { aws, signal, region }: BakeRun,
  { ssmParameters }: Names,
  imageId: string,
): Promise<PublishedParameter[]> {
  if (ssmParameters.length === 0) return [];
  const parameters = await readParameters(aws.ssm(region), ssmParameters, { signal }).catch(
    asFailure(signal, 'ssm:GetParameters', `find out whether a parameter names ${imageId} already`),
  );
  return [...parameters.values()]
    .filter(({ Value }) => Value === imageId)
    .map(({ Name: name = '' }) => ({ region, name, oldValue: imageId, newValue: imageId }));
}

/** Those of the home Region, where the image is known. */
function templateTargets({ inputs, region: home }: BakeRun, imageId: string): TemplateTarget[] {
  return inputs.launchTemplates
    .map(({ region = home, ...target }) => ({ ...target, region, imageId }))
    .filter(({ region }) => region === home);
}

function known(image: Image, clock: Clock): { imageId: string; createdAt: number } {
  return { imageId: image.ImageId ?? '', createdAt: creationTime(image, clock.now()) };
}
