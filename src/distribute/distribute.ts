/**
 * What is done with an image that is available: copies in other Regions, the settings that every image is to have, whom it
 * is shared with, and what names it. Each step does all Regions, and fails with all that went wrong.
 */
import { consoleSuffix } from '../aws/console.ts';
import { explain } from '../aws/decode.ts';
import { messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { claimTag, keyTag, removingTag, stateTag } from '../base/own-tags.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import { copyImages } from '../image/copy/copy.ts';
import type { BakedImage, ImageLifecycle } from '../image/image.ts';
import { lifecycleIsAsked, protect, settleLifecycle } from '../image/lifecycle.ts';
import { NothingCreatedError } from '../image/make/in-doubt.ts';
import {
  createVersions,
  type LaunchTemplateWish,
  moveDefaults,
  type PublishedTemplate,
  readTemplates,
} from '../image/publish/launch-templates.ts';
import { type PublishedParameter, publishParameters } from '../image/publish/parameters.ts';
import { markAs } from '../image/ready.ts';
import { shareImage } from '../image/share/share.ts';
import type { Wishes } from '../image/wishes.ts';
import type { Names } from '../naming/names.ts';
import { readied } from '../naming/tags.ts';
import { learn } from '../run/run.ts';
import { type CopyRecord, type DistributionRun, imagesOf, learnOfImage } from './record.ts';

/** Who copies, and under which name. */
export interface Identity {
  /** The account of the image, 12 digits. */
  accountId: string;
  names: Pick<Names, 'name' | 'description' | 'key'>;
  /** The claim of this process. */
  claim: string;
  /** Whether copies that other runs have made are used: see `Copying`. */
  adopts?: true;
}

/** Side by side; a Region that fails does not stop the other copies, and the run fails with all that went wrong. */
export async function copyToRegions(
  run: DistributionRun,
  { copyTo }: Pick<Wishes, 'copyTo'>,
  { accountId, names, claim, adopts }: Identity,
): Promise<void> {
  const { log, record, workflow } = run;
  const { image } = record;
  if (image === undefined) return;
  const copies = new Map<string, CopyRecord>(copyTo.map(({ region }) => [region, { region }]));
  const knows = (copy: CopyRecord) => {
    copies.set(copy.region, copy);
    learn(run, { copies: [...copies.values()] });
  };
  // From now on there may be something to clean up in each of them.
  learn(run, { copies: [...copies.values()], unfinished: true });
  const results = await copyImages(run, {
    targets: copyTo,
    home: { imageId: image.id, region: image.region },
    names: { ...names, ...asHomeHas(image, names.description, { key: names.key, claim }), name: image.name },
    claim,
    adopts,
    accountId,
    devices: image.snapshots.map(({ device }) => device),
    onCopy: (region, id, found) => {
      knows({ region, id, ...(found ? { found } : {}) });
      log.info(`Copy in ${region}: ${id}${consoleSuffix(region, id)}`);
    },
  });
  run.throwIfCancelled();
  for (const result of results) {
    if ('image' in result)
      knows({
        ...copies.get(result.region),
        region: result.region,
        id: result.image.id,
        image: result.image,
      });
  }
  const failures = results.filter((result) => 'error' in result);
  // Where EC2 refused the copy there is none to look for, unless an earlier attempt has made one that does not show yet.
  const isNothing = ({ error }: Failure) => error instanceof NothingCreatedError && !isLaterAttempt(workflow);
  for (const { region } of failures.filter(isNothing)) copies.delete(region);
  learn(run, { copies: [...copies.values()] });
  await throwTogether(run, failures, results.length, 'Not every Region got its copy');
}

/**
 * What copies get is what the verified home image has: one that an earlier attempt made has other times in its tags. But
 * they carry this run's own key and claim: by these they are found again, and removed when it fails.
 */
function asHomeHas(
  { description, tags = {}, snapshotTags = {} }: BakedImage,
  otherwise: string,
  { key, claim }: { key: string; claim: string },
): Pick<Names, 'description' | 'imageTags' | 'snapshotTags'> {
  const own = { [keyTag]: key, [claimTag]: claim, [stateTag]: 'baking' };
  const listed = (of: Readonly<Record<string, string>>) =>
    Object.entries({ ...of, ...own })
      .filter(([name]) => !name.startsWith('aws:') && name !== removingTag)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Value]) => ({ Key, Value }));
  return {
    description: description ?? otherwise,
    imageTags: listed(tags),
    snapshotTags: listed(snapshotTags),
  };
}

/** Whether the inputs ask for anything that `settleImages` does. */
export function settlingIsAsked(wishes: Wishes): boolean {
  return lifecycleIsAsked(wishes) || sharingIsAsked(wishes);
}

function sharingIsAsked({ makePublic, shareWith }: Wishes): boolean {
  return makePublic || shareWith.length > 0;
}

interface Settling extends Wishes {
  /** This run has made the images: nobody has a permission yet. */
  areNew?: boolean;
}

/**
 * All images side by side and alike.
 * @param accountId whose they are
 */
export async function settleImages(run: DistributionRun, wishes: Settling, accountId: string): Promise<void> {
  const settle = (image: BakedImage) => settleOne(run, wishes, accountId, image);
  await forEachImage(run, imagesOf(run.record), settle, 'Not every image could be configured as asked');
}

/**
 * Side by side; one that fails does not stop the others.
 * @param summary of what went wrong, when that is more than one image
 * @throws as `throwTogether`
 */
export async function forEachImage(
  run: DistributionRun,
  images: readonly BakedImage[],
  work: (image: BakedImage) => Promise<void>,
  summary: string,
): Promise<void> {
  const results = await Promise.all(
    images.map((image) =>
      work(image).then(
        (): Failure[] => [],
        (error) => [{ region: image.region, error }],
      ),
    ),
  );
  run.signal.throwIfAborted();
  await throwTogether(run, results.flat(), images.length, summary);
}

/** Protection last, since with a cooldown it cannot be undone for a day. */
async function settleOne(
  run: DistributionRun,
  wishes: Settling,
  accountId: string,
  image: BakedImage,
): Promise<void> {
  const { shareWith, shareSnapshots, makePublic, areNew: isNew = false } = wishes;
  const showed = (lifecycle: ImageLifecycle | undefined) => {
    if (lifecycle !== undefined) learnOfImage(run, image.region, { lifecycle });
  };
  showed(await settleLifecycle(run, image, wishes));
  if (sharingIsAsked(wishes)) {
    const sharing = await shareImage(run, { image, accountId, shareWith, shareSnapshots, makePublic, isNew });
    learn(run, image.region === run.region ? { sharing } : {});
  }
  showed(await protect(run, image, wishes));
}

/** The image and its snapshots become `ready`: from then on they are nobody's to remove. */
export async function markOne(run: DistributionRun, image: BakedImage): Promise<void> {
  await markAs(run, image, 'ready');
  learnOfImage(run, image.region, {
    tags: readied(image.tags),
    snapshotTags: readied(image.snapshotTags),
  });
  run.log.info(`${image.id} in ${image.region} is marked as ready`);
}

/** What is to point at the image. */
export interface Publishing {
  launchTemplates: readonly LaunchTemplateWish[];
  /** Names, the same in every Region. */
  ssmParameters: readonly string[];
}

/** New versions of launch templates, then default versions, then parameters: one after the other, in every Region. */
export async function publish(run: DistributionRun, wishes: Publishing): Promise<void> {
  if (wishes.launchTemplates.length > 0) await publishTemplates(run, wishes);
  if (wishes.ssmParameters.length > 0) await publishInParameters(run, wishes);
}

async function publishTemplates(run: DistributionRun, { launchTemplates }: Publishing): Promise<void> {
  const { record } = run;
  const idIn = new Map(imagesOf(record).map(({ region, id }) => [region, id]));
  const targets = launchTemplates.map(({ template, makeDefault, region = run.region }) => ({
    region,
    template,
    makeDefault,
    imageId: idIn.get(region) ?? '',
  }));
  const knows = (one: PublishedTemplate) =>
    learn(run, {
      templates: (record.templates ?? []).map((other) => (isSame(one, other) ? one : other)),
    });
  learn(run, { templates: await readTemplates(run, targets) });
  const templates = await createVersions(run, record.templates ?? [], knows);
  await moveDefaults(run, templates, knows);
}

function isSame(one: PublishedTemplate, other: PublishedTemplate): boolean {
  return one.region === other.region && one.template === other.template;
}

async function publishInParameters(run: DistributionRun, { ssmParameters }: Publishing): Promise<void> {
  const { record } = run;
  const others = ({ region, name }: PublishedParameter) =>
    (record.parameters ?? []).filter((one) => one.region !== region || one.name !== name);
  const knows = (parameter: PublishedParameter) =>
    learn(run, { parameters: [...others(parameter), parameter] });
  const parameters = await publishParameters(run, {
    targets: imagesOf(record).map(({ region, id }) => ({ region, imageId: id })),
    parameterNames: ssmParameters,
    onWriting: knows,
    onWritten: knows,
    onRefused: (parameter) => learn(run, { parameters: others(parameter) }),
  });
  learn(run, { parameters });
}

interface Failure {
  region: string;
  error: unknown;
}

/**
 * @param all how many might have failed
 * @throws the error of the only one itself; else a ProblemsError that lists each with what is to be done about it
 */
async function throwTogether(
  run: DistributionRun,
  failures: readonly Failure[],
  all: number,
  summary: string,
): Promise<void> {
  const [first] = failures;
  if (first === undefined) return;
  if (all === 1) throw first.error;
  const problems = failures.map(async ({ region, error }) => {
    return `${region}: ${messageWithRemedy(await explain(error, run.aws.sts(), run.signal))}`;
  });
  const told = await Promise.all(problems);
  run.signal.throwIfAborted();
  const cause = new AggregateError(failures.map(({ error }) => error));
  throw new ProblemsError(summary, told, { cause });
}
