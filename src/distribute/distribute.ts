/**
 * What a bake does with its image once it is verified: copies it to other Regions, settles what every image is to be,
 * and lets parameters point at them. Each step does all Regions, and fails with all that went wrong.
 */
import { consoleSuffix } from '../aws/console.ts';
import { explain } from '../aws/decode.ts';
import type { BakeInputs as Inputs } from '../bake/inputs/table.ts';
import type { Kit } from '../bake/kit.ts';
import type { BakeRecord, CopyRecord } from '../bake/record.ts';
import type { World } from '../bake/world.ts';
import { CancelledError, messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { isLaterAttempt } from '../github/context.ts';
import { copyImages } from '../image/copy/copy.ts';
import type { BakedImage } from '../image/image.ts';
import { deprecationTime, protect, settleLifecycle } from '../image/lifecycle.ts';
import { NothingCreatedError } from '../image/make/create.ts';
import { type PublishedParameter, publishParameters, whatBecameOf } from '../image/publish/parameters.ts';
import { granteesOf } from '../image/share/grantees.ts';
import { shareImage } from '../image/share/share.ts';
import type { Names } from '../naming/names.ts';
import { unfinishedTags } from '../naming/tags.ts';
import type { SourceInstance } from '../source/instance.ts';

/** The home image first, then the copies. */
export function imagesOf({ image, copies = [] }: BakeRecord): BakedImage[] {
  return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
}

/** Side by side; a Region that fails does not stop the others, and the bake fails with all that went wrong. */
export async function copyToRegions(
  { inputs, workflow, world, deadline, keeper }: Kit,
  { accountId }: SourceInstance,
  names: Names,
): Promise<void> {
  const { image } = keeper.record;
  if (image === undefined) return;
  const { log } = world;
  const copies = new Map<string, CopyRecord>(inputs.copyTo.map(({ region }) => [region, { region }]));
  const knows = (copy: CopyRecord) => {
    copies.set(copy.region, copy);
    keeper.learnt({ copies: [...copies.values()] });
  };
  // From now on there may be something to clean up in each of them.
  keeper.owe({ copies: [...copies.values()] });
  const results = await copyImages({
    ...world,
    targets: inputs.copyTo,
    deadline,
    home: { imageId: image.id, region: image.region },
    names: { ...names, ...asHomeHas(image, names), name: image.name },
    accountId,
    devices: image.snapshots.map(({ device }) => device),
    onCopy: (region, id) => {
      knows({ region, id });
      log.info(`Copy in ${region}: ${id}${consoleSuffix(region, id)}`);
    },
    onProgressLine: (text) => log.info(text),
    onTrouble: (message) => log.info(message),
  });
  for (const result of results) {
    if ('image' in result) knows({ region: result.region, id: result.image.id, image: result.image });
  }
  const failures = results.filter((result) => 'error' in result);
  // Where EC2 refused the copy there is none to look for, unless an earlier attempt has made one that does not show yet.
  const isNothing = ({ error }: Failure) => error instanceof NothingCreatedError && !isLaterAttempt(workflow);
  for (const { region } of failures.filter(isNothing)) copies.delete(region);
  keeper.learnt({ copies: [...copies.values()] });
  await throwTogether(world, failures, results.length, 'Not every Region got its copy');
}

/**
 * What copies get is what the verified home image has: one that an earlier attempt made has other times in its tags. But
 * beside a reused image, whose key is of another bake or missing, they carry this bake's key: by that they are found again.
 */
function asHomeHas(
  { description, tags = {}, snapshotTags = {} }: BakedImage,
  { key }: Names,
): Partial<Names> {
  const listed = (of: Readonly<Record<string, string>>) =>
    Object.entries(unfinishedTags(of, key))
      .filter(([name]) => !name.startsWith('aws:'))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Value]) => ({ Key, Value }));
  return {
    ...(description === undefined ? {} : { description }),
    imageTags: listed(tags),
    snapshotTags: listed(snapshotTags),
  };
}

/** Whether the inputs ask for anything that `settleImages` does. */
export function settlingIsAsked(inputs: Inputs): boolean {
  const { deprecateAfter, requireImdsv2, deregistrationProtection } = inputs;
  const lifecycle = deprecateAfter !== undefined || requireImdsv2 || deregistrationProtection !== 'off';
  return lifecycle || sharingIsAsked(inputs);
}

function sharingIsAsked({ makePublic, shareWith }: Inputs): boolean {
  return makePublic || shareWith.length > 0;
}

/** All images side by side and alike. */
export async function settleImages(kit: Kit, instance: SourceInstance): Promise<void> {
  const images = imagesOf(kit.keeper.record);
  const summary = 'Not every image could be settled as asked';
  await forEachImage(kit.world, images, (image) => settle(kit, instance, image), summary);
}

/**
 * Side by side; one that fails does not stop the others.
 * @param summary of what went wrong, when that is more than one image
 * @throws as `throwTogether`
 */
export async function forEachImage(
  world: World,
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
  world.signal.throwIfAborted();
  await throwTogether(world, results.flat(), images.length, summary);
}

/** Protection last, since with a cooldown it cannot be undone for a day. */
async function settle(
  { inputs, world, keeper }: Kit,
  { accountId }: SourceInstance,
  image: BakedImage,
): Promise<void> {
  const { deprecateAfter, deregistrationProtection: protection } = inputs;
  const ec2 = world.ec2In(image.region);
  const onInfo = (message: string) => world.log.info(message);
  const common = { ...world, ...inputs, shareWith: granteesOf(inputs.shareWith), ec2, image, onInfo };
  const deprecateAt = deprecateAfter && deprecationTime(deprecateAfter, keeper.record.startedAt);
  await settleLifecycle({ ...common, deprecateAt });
  if (sharingIsAsked(inputs)) {
    const sharing = await shareImage({ ...common, accountId, onWarning: (message) => keeper.warn(message) });
    keeper.learnt(image.region === keeper.record.region ? { sharing } : {});
  }
  await protect({ ...common, protection });
}

/** In every Region, one parameter after the other. */
export async function publish({ world, keeper }: Kit, { ssmParameters }: Names): Promise<void> {
  const others = ({ region, name }: PublishedParameter) =>
    (keeper.record.parameters ?? []).filter((one) => one.region !== region || one.name !== name);
  const knows = (parameter: PublishedParameter) =>
    keeper.learnt({ parameters: [...others(parameter), parameter] });
  const parameters = await publishParameters({
    ...world,
    targets: imagesOf(keeper.record).map(({ region, id }) => ({ region, imageId: id })),
    parameterNames: ssmParameters,
    onWriting: knows,
    onWritten: knows,
    onRefused: (parameter) => keeper.learnt({ parameters: others(parameter) }),
    onInfo: (message) => world.log.info(message),
    onWarning: (message) => keeper.warn(message),
  });
  keeper.learnt({ parameters });
}

/** @returns the error of a bake that was cancelled, with what its parameters name by then; any other error has told it */
export function withParameters(error: unknown, record: BakeRecord): unknown {
  const { parameters = [], names } = record;
  if (!(error instanceof CancelledError) || parameters.length === 0) return error;
  const lines = imagesOf(record).flatMap(({ region }) =>
    (names?.ssmParameters ?? []).map((name) => {
      const parameter = parameters.find((one) => one.region === region && one.name === name);
      return parameter === undefined ? `- ${name} in ${region} was not changed` : whatBecameOf(parameter);
    }),
  );
  return new CancelledError([error.message, 'What has become of the SSM parameters:', ...lines].join('\n'), {
    remedy:
      'The images are kept, since parameters name them. Re-run the job: it takes them up, and writes the parameters that are left.',
  });
}

interface Failure {
  region: string;
  error: unknown;
}

/**
 * @param all how many might have failed
 * @throws the error of the only one itself; else a ProblemsError that tells each with what is to be done about it
 */
async function throwTogether(
  world: World,
  failures: readonly Failure[],
  all: number,
  summary: string,
): Promise<void> {
  const [first] = failures;
  if (first === undefined) return;
  if (all === 1) throw first.error;
  const problems = failures.map(async ({ region, error }) => {
    return `${region}: ${messageWithRemedy(await explain(error, world))}`;
  });
  const told = await Promise.all(problems);
  world.signal.throwIfAborted();
  const cause = new AggregateError(failures.map(({ error }) => error));
  throw new ProblemsError(summary, told, { cause });
}
