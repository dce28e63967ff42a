/**
 * Removes an image and everything that belongs to it, and says what became of each part. In two steps, so that a clean-up
 * of several Regions can decide by the home image first: `prepare` finds what is this process's own to remove and marks it;
 * `carryOut` removes it.
 */
import { describeAwsError, errorKind } from '../../aws/errors.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { carriesKey, claimOf } from '../../base/own-tags.ts';
import { markRemoving, takeOver } from '../claim.ts';
import { describeImage, imagesOfKey } from '../describe.ts';
import { mayTakeOver, reasonToKeep } from '../ownership.ts';
import { deregister, isDeregistered, isGone, staysAbsent } from './deregister.ts';
import { Removal, type RemovalOptions, TimeIsOverError } from './removal.ts';
import { deleteSnapshots } from './snapshots.ts';

/** An image that has not shown after this time will hardly show: what EC2 hides at first, it shows within a minute. */
const sureSeconds = 45;

/** Never throws for what AWS answers: what failed is in the result. Throws only the signal's reason. */
export async function removeImage(options: RemovalOptions): Promise<Removal> {
  const prepared = await prepare(options);
  await carryOut(prepared);
  return prepared.removal;
}

/** A removal whose images are marked, and may be carried out or left. */
export interface Prepared {
  removal: Removal;
  images: readonly Image[];
}

/** Throws only the signal's reason, as the functions below. */
export async function prepare(options: RemovalOptions): Promise<Prepared> {
  const removal = new Removal(options);
  return prepared(removal, ownImages(removal), []);
}

/** Marks copies, too: for when it is not this process that has marked their home image. */
export async function markCopies({ removal, images }: Prepared): Promise<Prepared> {
  return prepared(removal, marked(removal, images), images);
}

async function prepared(
  removal: Removal,
  finding: Promise<readonly Image[]>,
  before: readonly Image[],
): Promise<Prepared> {
  try {
    return { removal, images: await finding };
  } catch (error) {
    giveUp(removal, error, before);
    return { removal, images: [] };
  }
}

export async function carryOut({ removal, images }: Prepared): Promise<void> {
  if (removal.gaveUp !== undefined) return;
  try {
    await Promise.all(images.map((image) => deregister(removal, image)));
    await deleteSnapshots(removal);
  } catch (error) {
    giveUp(removal, error, images);
  }
}

/** @param images which were about to be removed */
function giveUp(removal: Removal, error: unknown, images: readonly Image[]): void {
  const { signal, imageId } = removal.options;
  const isOver = signal.reason instanceof TimeIsOverError;
  if (!isOver) signal.throwIfAborted();
  const reason = isOver ? signal.reason.message : describeAwsError(error);
  removal.complete = false;
  removal.gaveUp = reason;
  const left = new Set([imageId, ...images.map(({ ImageId }) => ImageId), ...removal.snapshots]);
  for (const id of left) if (id !== undefined && !removal.removed.has(id)) removal.remains(id, reason);
}

/** Takes over what may be taken over, and marks all that is this process's own: see `ownership.ts`. */
async function ownImages(removal: Removal): Promise<readonly Image[]> {
  const { claim, claimsBefore, role } = removal.options;
  const found = (await findImages(removal)).filter(({ State }) => State !== 'deregistered');
  for (const { ImageId = '', State } of found) if (State === 'disabled') removal.disabled.add(ImageId);
  // Nobody takes a copy over but the owner of its home image, and that is marked by then.
  if (role === 'copy')
    return [
      ...found.filter((image) => isToTakeOver(removal, image)),
      ...toRemove(
        removal,
        found.filter((image) => !isToTakeOver(removal, image)),
      ),
    ];
  const foreign = found.filter((image) => claimOf(image) !== claim && isToTakeOver(removal, image));
  const take = (images: readonly Image[]) => takeOver(removal.marking(), images, claim, claimsBefore);
  const taken = await whilePresent(removal, foreign, take);
  await noteAbsent(removal, foreign, taken);
  const current = found
    .filter(({ ImageId = '' }) => !removal.removed.has(ImageId))
    .map((image) => taken.find(({ ImageId }) => ImageId === image.ImageId) ?? image);
  return marked(removal, toRemove(removal, current), foreign.map(claimOf));
}

/** @param overwritten claims that this removal has overwritten */
async function marked(
  removal: Removal,
  own: readonly Image[],
  overwritten: readonly (string | undefined)[] = [],
): Promise<readonly Image[]> {
  const { claim, claimsBefore = [] } = removal.options;
  const before = [...claimsBefore, ...overwritten];
  const mark = (images: readonly Image[]) => markRemoving(removal.marking(), images, claim, before);
  const seen = await whilePresent(removal, own, mark);
  await noteAbsent(removal, own, seen);
  noteUnconfirmed(removal, own, seen);
  // Others may have written their claims meanwhile.
  return toRemove(removal, seen);
}

function isToTakeOver({ options }: Removal, image: Image): boolean {
  const { from, role } = options;
  return from !== undefined && mayTakeOver(image, options, { from, role });
}

/** Before this process, or its main step, had taken it over. */
function isSeenAsItWas(removal: Removal, image: Image): boolean {
  const { claim, claimsBefore = [] } = removal.options;
  const shown = claimOf(image);
  return shown !== claim && claimsBefore.includes(shown) && !isToTakeOver(removal, image);
}

/** Those that this process may remove; of the others the reason is noted. */
function toRemove(removal: Removal, images: readonly Image[]): Image[] {
  return images.filter((image) => {
    const reason = reasonToKeep(image, removal.options, removal.options.role);
    if (reason !== undefined) removal.kept.push({ image, reason });
    return reason === undefined;
  });
}

/** "Not found" is either gone or, soon after creation, not yet here for this or that reader: the work is done again then. */
async function whilePresent(
  removal: Removal,
  images: readonly Image[],
  work: (images: readonly Image[]) => Promise<readonly Image[]>,
): Promise<readonly Image[]> {
  for (let left = images; left.length > 0; ) {
    try {
      return await work(left);
    } catch (error) {
      removal.options.signal.throwIfAborted();
      if (errorKind(error) !== 'not-found' && !isDeregistered(error)) throw error;
      const areAbsent = await Promise.all(left.map(({ ImageId = '' }) => staysAbsent(removal, ImageId)));
      for (const [index, image] of left.entries()) if (areAbsent[index]) isGone(removal, image);
      left = left.filter((_, index) => !areAbsent[index]);
      if (left.length > 0 && !removal.hasTime()) throw error;
    }
  }
  return [];
}

/** Another process may have removed meanwhile what is not among the images that were read back. */
async function noteAbsent(
  removal: Removal,
  images: readonly Image[],
  readBack: readonly Image[],
): Promise<void> {
  const missing = images.filter(
    ({ ImageId = '' }) =>
      !removal.removed.has(ImageId) && !readBack.some((image) => image.ImageId === ImageId),
  );
  await Promise.all(
    missing.map(async (image) => {
      if (await staysAbsent(removal, image.ImageId ?? '')) isGone(removal, image);
    }),
  );
}

/** An image whose mark does not show may have been taken over: it is left alone. */
function noteUnconfirmed(removal: Removal, own: readonly Image[], marked: readonly Image[]): void {
  for (const { ImageId = '' } of own) {
    const isSettled = removal.removed.has(ImageId) || marked.some((image) => image.ImageId === ImageId);
    if (isSettled) continue;
    removal.complete = false;
    removal.remains(ImageId, 'EC2 does not show yet that no other attempt has taken it over');
  }
}

/** The images of this bake: by its ID, and by the key in case the ID was never learnt. */
async function findImages(removal: Removal): Promise<Image[]> {
  const { ec2, clock, key, imageId, lookSeconds, scope, imageIsGone, budget } = removal.options;
  if (imageIsGone) return [];
  const lookUntil = Math.min(clock.now() + lookSeconds * 1000, budget.until);
  for (;;) {
    const byKey = await imagesOfKey(ec2, key, removal.how());
    const images = byKey.filter((image) => image.ImageId === imageId || isWanted(removal, image));
    const isFound =
      imageId === undefined ||
      images.some((image) => image.ImageId === imageId && !isSeenAsItWas(removal, image));
    if (images.length > 0 && isFound) return images;
    if (clock.now() + lookEverySeconds * 1000 > lookUntil) {
      // Nothing seen is nothing there only after a look that was long enough.
      const isSure = scope === 'image' || lookSeconds >= sureSeconds;
      removal.complete &&= isSure;
      if (imageId === undefined && images.length === 0) removal.mayAppear = true;
      return !isFound && isSure ? [...images, ...(await byItsId(removal, imageId))] : images;
    }
    await removal.pause();
  }
}

const lookEverySeconds = 2;

/** Beside an image whose ID is known, only what is this process's own anyway: others are none of its business. */
function isWanted(removal: Removal, image: Image): boolean {
  const { options } = removal;
  if (options.scope !== 'bake') return false;
  if (options.imageId === undefined && image.Name === options.name && image.State !== 'deregistered')
    return true;
  return claimOf(image) === options.claim || isToTakeOver(removal, image);
}

/**
 * What the look-up by the key did not find. An image without the key has no tags, or somebody took them away: it is not
 * ours to delete then, and not to be passed over in silence either.
 */
async function byItsId(removal: Removal, imageId: string): Promise<Image[]> {
  const { ec2, key, signal } = removal.options;
  const image = await describeImage(ec2, imageId, removal.how()).catch((error) => {
    signal.throwIfAborted();
    if (errorKind(error) === 'not-found') return undefined;
    throw error;
  });
  if (image === undefined || image.State === 'deregistered') return [];
  if (!carriesKey(image, key))
    removal.remains(imageId, 'it does not carry the tag bake-ami:key of this bake');
  return carriesKey(image, key) ? [image] : [];
}
