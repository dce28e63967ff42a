/** Removes an image that its run has finished with, for `retire`: nobody resumes it, so only what it is decides. */
import { describeAwsError, errorKind } from '../../aws/errors.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { claimOf } from '../../base/own-tags.ts';
import { markRemoving, takeOver } from '../claim.ts';
import { type Reason, reasonNotToRetire } from '../ownership.ts';
import { deregister, isDeregistered, isGone, staysAbsent } from './deregister.ts';
import { Removal, type RemovalOptions } from './removal.ts';
import { deleteSnapshots } from './snapshots.ts';

/**
 * Never throws for what AWS answers: what failed is in the result. Throws only the signal's reason.
 * @param image as EC2 has just described it
 * @param isAbandoned its run has left it unfinished: it is taken over first, so that no later attempt resumes it meanwhile
 */
export async function retireImage(
  options: RemovalOptions,
  image: Image,
  { isAbandoned }: { isAbandoned: boolean },
): Promise<Removal> {
  const removal = new Removal({ ...options, keepsProtection: true });
  try {
    const current = isAbandoned ? await claimed(removal, image).catch(goneOr(removal, image)) : image;
    const reason = current === undefined ? 'claimed' : reasonNow(current, options, isAbandoned);
    if (reason !== undefined) removal.kept.push({ image, reason });
    else {
      if (current?.State === 'deregistered') isGone(removal, image);
      else await deregister(removal, image);
      if (removal.removed.has(image.ImageId ?? '')) await deleteSnapshots(removal);
    }
  } catch (error) {
    options.signal.throwIfAborted();
    removal.gaveUp = describeAwsError(error);
    if (!removal.removed.has(image.ImageId ?? '')) removal.remains(image.ImageId ?? '', removal.gaveUp);
    for (const id of removal.snapshots) if (!removal.removed.has(id)) removal.remains(id, removal.gaveUp);
  }
  return removal;
}

function reasonNow(image: Image, owner: RemovalOptions, isAbandoned: boolean): Reason | undefined {
  return image.State === 'deregistered' ? undefined : reasonNotToRetire(image, owner, { isAbandoned });
}

/** Somebody else may have removed it meanwhile: then there is nothing to claim, and what is left of it goes. */
function goneOr(removal: Removal, image: Image) {
  return async (error: unknown): Promise<Image> => {
    removal.options.signal.throwIfAborted();
    const isAbsent = errorKind(error) === 'not-found' && (await staysAbsent(removal, image.ImageId ?? ''));
    if (!isAbsent && !isDeregistered(error)) throw error;
    return { ...image, State: 'deregistered' };
  };
}

/** Tags show within seconds; an image that another process removes meanwhile never shows its mark. */
const markSeconds = 30;

/**
 * @returns the image as it was read back, this process's own and marked, or `deregistered` when it is gone by then; undefined
 * when another process has it
 */
async function claimed(removal: Removal, image: Image): Promise<Image | undefined> {
  const { claim, clock, budget } = removal.options;
  const until = Math.min(budget.until, clock.now() + markSeconds * 1000);
  const marking = { ...removal.marking(), until };
  const [taken] = claimOf(image) === claim ? [image] : await takeOver(marking, [image], claim);
  // Before the mark may hide what its bake has written meanwhile.
  if (taken !== undefined && reasonNotToRetire(taken, removal.options, { isAbandoned: true }) !== undefined)
    return taken;
  const [marked] = taken === undefined ? [] : await markRemoving(marking, [taken], claim);
  if (marked !== undefined) return marked;
  return (await staysAbsent(removal, image.ImageId ?? '')) ? { ...image, State: 'deregistered' } : undefined;
}
