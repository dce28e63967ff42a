/** Copies of this bake that are in a Region already, made by an earlier request: resumed, or removed. */
import { asFailure } from '../../aws/failure.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { bakeStateOf, claimOf, isMarkedForRemoval } from '../../base/own-tags.ts';
import type { Run } from '../../run/run.ts';
import { takeOver } from '../claim.ts';
import { creationTime, imagesOfKey } from '../describe.ts';
import { isOurs, isUsable } from '../find.ts';
import { isOfEarlierAttempt, isUnfinished, mayTakeOver } from '../ownership.ts';
import { removeImage } from '../remove/remove.ts';
import type { Copy, RegionalCopying } from './copying.ts';

/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;
/** For one call of it. */
const attemptSeconds = 30;
/** For a claim to show (eventual consistency). */
const claimSeconds = 60;

/**
 * @param patienceSeconds for the look, as of `SendOptions`
 * @returns the copy that an earlier request has made, if it shows, claimed by this process; those that are of no use are
 *   removed when they have the name
 * @throws BakeError, without a cause when what has the name cannot be removed
 */
export async function findEarlier(
  run: Run,
  copying: RegionalCopying,
  patienceSeconds?: number,
): Promise<Copy | undefined> {
  const { clock } = run;
  const ours = await copiesOfKey(run, copying, patienceSeconds);
  const usable = ours.filter((image) => isOfHome(copying, image) && isUsable(image));
  for (const image of usable) {
    const isOwn = claimOf(image) === copying.claim || (await isTakenOver(run, copying, image));
    const found = !isOwn && (await isAdopted(run, copying, image));
    if (!isOwn && !found) continue;
    return {
      imageId: image.ImageId ?? '',
      createdAt: creationTime(image, clock.now()),
      resumed: true,
      found,
    };
  }
  for (const image of ours.filter((each) => isUnfinished(each) && isAbandoned(copying, each))) {
    await putAside(run, copying, image);
  }
  return undefined;
}

/** Of an earlier attempt; where other runs' copies count, of any other process, for what can be used is used. */
function isAbandoned(copying: RegionalCopying, image: Image): boolean {
  if (!copying.adopts) return isOfEarlierAttempt(image, copying);
  return !isUsable(image) || bakeStateOf(image) === 'removing';
}

/**
 * A copy that another run made and finished is used as it is. One that it did not finish gets this process's claim, so that
 * the other run does not remove it any more; but neither does this one.
 */
async function isAdopted(run: Run, copying: RegionalCopying, image: Image): Promise<boolean> {
  if (!copying.adopts || bakeStateOf(image) === 'removing') return false;
  return !isUnfinished(image) || claimed(run, copying, image);
}

async function copiesOfKey(
  { signal }: Run,
  { ec2, target, names, accountId }: RegionalCopying,
  patienceSeconds: number | undefined,
): Promise<Image[]> {
  const how = { signal, ...(patienceSeconds === undefined ? {} : { patienceSeconds }) };
  const doing = `look for a copy in ${target.region} of an earlier attempt`;
  const failed = asFailure(signal, 'ec2:DescribeImages', doing);
  const images = await imagesOfKey(ec2, names.key, how).catch(failed);
  return images.filter((image) => isOurs(image, accountId));
}

/** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
function isOfHome({ home, names }: RegionalCopying, { SourceImageId, Name }: Image): boolean {
  return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
}

/** Copies follow their home image, which is this process's own: those of earlier attempts do, too. */
async function isTakenOver(run: Run, copying: RegionalCopying, image: Image): Promise<boolean> {
  const owner = { key: copying.names.key, claim: copying.claim };
  // A pointer of that attempt may name the copy.
  if (copying.adopts) return false;
  if (!mayTakeOver(image, owner, { from: 'earlier attempts', role: 'copy' })) return false;
  return claimed(run, copying, image);
}

async function claimed(
  { clock, signal, record }: Run,
  copying: RegionalCopying,
  image: Image,
): Promise<boolean> {
  const { ec2, names, claim } = copying;
  const until = clock.now() + claimSeconds * 1000;
  const how = () => ({ signal, newObject: true });
  record.changed = true;
  const taken = await takeOver({ ec2, clock, key: names.key, how, until }, [image], claim).catch(
    asFailure(signal, 'ec2:CreateTags', `resume the copy ${image.ImageId}`),
  );
  // Whoever made the copy may have begun to remove it (`ownership.ts`).
  return taken.some((each) => !isMarkedForRemoval(each));
}

/** A copy of this bake that failed, or that is of a home image which is not there any more. */
async function putAside(run: Run, copying: RegionalCopying, image: Image): Promise<void> {
  const { ec2, target, names, claim } = copying;
  const { clock, signal, log } = run;
  const { ImageId: imageId = '', Name, State } = image;
  const { region } = target;
  copying.useless.add(imageId);
  if (Name !== names.name) return;
  log.info(
    `${imageId} (${State}) in ${region} was left by an earlier attempt and has the name; removing it.`,
  );
  const { remaining, kept } = await removeImage({
    ec2,
    clock,
    signal,
    region,
    key: names.key,
    claim,
    from: copying.adopts ? { claim: claimOf(image) } : 'earlier attempts',
    role: 'copy',
    imageId,
    scope: 'image',
    // Failed copies may have no snapshots at all.
    expectedSnapshots: 0,
    lookSeconds: 0,
    budget: { until: clock.now() + removalSeconds * 1000, attemptSeconds },
  });
  const remnant = remaining.find(({ id }) => id === imageId);
  const reason = remnant?.reason ?? (kept.length > 0 ? 'another process has claimed it' : undefined);
  if (reason !== undefined) {
    throw new BakeError(
      `The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${reason}.`,
      { remedy: remnant && `Remove it, then run the job again: ${remnant.command}` },
    );
  }
  copying.freedNameAt = clock.now();
}
