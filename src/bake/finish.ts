/** The last step of a bake: what earlier attempts left goes, and the images become ready. */
import { forEachImage, markOne } from '../distribute/distribute.ts';
import { imagesOf } from '../distribute/record.ts';
import type { OwnClaims } from '../image/claim.ts';
import { findOthers } from '../image/find.ts';
import type { BakedImage } from '../image/image.ts';
import { confirm, markAs } from '../image/ready.ts';
import type { Names } from '../naming/names.ts';
import { learn } from '../run/run.ts';
import { removeLeftovers } from './leftovers.ts';
import type { Obtained } from './obtain.ts';
import type { BakeRecord, BakeRun } from './record.ts';

/** All images become ready, the home image last: that it is ready is the point of no return. */
export async function finish(run: BakeRun, names: Names, obtained: Obtained): Promise<void> {
  const { record, region } = run;
  const isHome = (image: BakedImage) => image.region === region;
  const images = imagesOf(record);
  if (obtained.mayHaveOthers) await removeOthers(run, names);
  const copies = images.filter((image) => !isHome(image));
  const mark = (image: BakedImage) => markOne(run, image);
  await forEachImage(run, copies, mark, 'Not every copy could be marked as ready');
  const home = images.find(isHome);
  if (home === undefined || !isOwn(obtained)) return;
  await mark(home);
  // Others may have seen that it is ready, and use it: from now on it is nobody's to remove, whatever happens.
  learn(run, { unfinished: false });
  await confirm(run, home, 'ready', claimsOf(record));
}

/** An image that the attempt which made it meant to wait for. Unmarked, it would be a later attempt's to remove. */
export async function finishUnverified(run: BakeRun): Promise<void> {
  const { image } = run.record;
  if (image === undefined) return;
  await markAs(run, image, 'unverified');
  await confirm(run, image, 'unverified', claimsOf(run.record));
}

function claimsOf({ claim, claimsBefore: before }: BakeRecord): OwnClaims {
  return { claim, before };
}

/** Images of this bake that earlier attempts left, beside the one that is about to be ready. */
async function removeOthers(run: BakeRun, names: Names): Promise<void> {
  const { record } = run;
  const accountId = record.instance?.accountId ?? '';
  const others = await findOthers(run, { names, accountId, claim: record.claim }, record.image?.id ?? '');
  await removeLeftovers(run, names, others);
}

/** An image that was there before, or that an earlier attempt has handed out, is not this process's to mark. */
function isOwn({ from }: Obtained): boolean {
  return from === 'created' || from === 'resumed';
}
