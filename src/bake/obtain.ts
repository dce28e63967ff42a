/** How a bake comes by its image: it takes up what an earlier attempt left, reuses one that is there, or creates it. */
import { consoleSuffix } from '../aws/console.ts';
import { awsFailure } from '../aws/failure.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import { isLaterAttempt } from '../github/context.ts';
import { creationTime, snapshotsOf } from '../image/describe.ts';
import { createImage, NothingCreatedError } from '../image/make/create.ts';
import { type PublishedParameter, readParameters } from '../image/publish/parameters.ts';
import type { Names } from '../naming/names.ts';
import { isSameAttempt, tagsOfResumed } from '../naming/tags.ts';
import type { SourceInstance } from '../source/instance.ts';
import type { Kit } from './kit.ts';
import type { BakeRecord } from './record.ts';

/** The image that the rest of the bake is about, and where it comes from. */
export interface Obtained {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  from: 'created' | 'resumed' | 'reused';
  /** Another image of this bake's key may be there: of an earlier attempt, or of a request whose answer was lost. */
  mayHaveOthers: boolean;
  /** The tags that it and its snapshots must have. */
  imageTags: Names['imageTags'];
  snapshotTags: Names['snapshotTags'];
}

/** @param image of this bake's key, which an earlier attempt did not finish */
export async function takeUp(
  kit: Kit,
  instance: SourceInstance,
  names: Names,
  image: Image,
): Promise<Obtained> {
  const { world, keeper } = kit;
  // The earlier attempt may have begun to copy, and to publish.
  keeper.learnt({ names: { ...names, name: image.Name ?? names.name }, ...possibleCopies(kit) });
  const held = await parametersHolding(kit, instance.region, names, image.ImageId ?? '');
  keeper.owe(held.length > 0 ? { parameters: held } : {});
  obtained(kit, instance, image, { created: true, resumed: true });
  const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
  world.log.notice(
    `An earlier attempt of this workflow run left its image: ${was}. It is taken up.`,
    'Bake resumed',
  );
  return { ...known(image, world.clock), from: 'resumed', mayHaveOthers: true, ...tagsOfResumed(names) };
}

/** @param image of the wanted name, whoever made it */
export function reuse(kit: Kit, instance: SourceInstance, image: Image): Obtained {
  const { world, keeper, workflow } = kit;
  obtained(kit, instance, image, { created: false, reused: true });
  const copies = possibleCopies(kit);
  if (isLaterAttempt(workflow) && copies.copies !== undefined) keeper.owe(copies);
  world.log.notice(
    `${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`,
    'Image reused',
  );
  return {
    ...known(image, world.clock),
    from: 'reused',
    mayHaveOthers: true,
    imageTags: [],
    snapshotTags: [],
  };
}

export async function create(kit: Kit, instance: SourceInstance, names: Names): Promise<Obtained> {
  const { world, keeper, deadline } = kit;
  const { log } = world;
  const { noReboot, excludeDevices } = kit.inputs;
  const rebooted = instance.state === 'running' && !noReboot;
  log.info(
    rebooted
      ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
      : 'Creating the image',
  );
  keeper.owe();
  const { imageId, found, sentAt, inDoubt } = await createImage({
    ...world,
    deadline,
    instance,
    names,
    noReboot,
    excludeDevices,
    onTrouble: (message) => log.info(message),
  }).catch((error) => {
    if (error instanceof NothingCreatedError) keeper.oweNothing();
    throw error;
  });
  // What was found by its key may be of an earlier attempt, with that one's tags.
  if (found !== undefined && !isSameAttempt(found.Tags ?? [], names.imageTags))
    return takeUp(kit, instance, names, found);
  const image = { ImageId: imageId, Name: names.name, State: 'pending' } as const;
  obtained(kit, instance, image, { created: true, rebooted });
  const mayHaveOthers = inDoubt || isLaterAttempt(kit.workflow);
  return { imageId, createdAt: sentAt, from: 'created', mayHaveOthers, ...names };
}

/** There is an image: its ID is published at once, and where to look at it. */
function obtained(
  { world, keeper }: Kit,
  { region }: SourceInstance,
  image: Image,
  facts: Partial<BakeRecord>,
): void {
  const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
  keeper.learnt({ image: { id, name, region, state, snapshots: snapshotsOf(image) }, ...facts });
  world.log.info(`${id} is ${state}${consoleSuffix(region, id)}`);
}

/** In every Region of `copy-to`, as far as the clean-up is concerned. */
function possibleCopies({ inputs: { copyTo } }: Kit): Pick<BakeRecord, 'copies'> {
  return copyTo.length > 0 ? { copies: copyTo.map(({ region }) => ({ region })) } : {};
}

/** The home Region's parameters are written first, so that one of them tells. */
async function parametersHolding(
  { world: { ssmIn, signal } }: Kit,
  region: string,
  { ssmParameters }: Names,
  imageId: string,
): Promise<PublishedParameter[]> {
  if (ssmParameters.length === 0) return [];
  const parameters = await readParameters(ssmIn(region), ssmParameters, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ssm:GetParameters', `find out whether a parameter names ${imageId} already`, error);
  });
  return [...parameters.values()]
    .filter(({ Value }) => Value === imageId)
    .map(({ Name: name = '' }) => ({ region, name, oldValue: imageId, newValue: imageId }));
}

function known(image: Image, clock: Clock): { imageId: string; createdAt: number } {
  return { imageId: image.ImageId ?? '', createdAt: creationTime(image, clock.now()) };
}
