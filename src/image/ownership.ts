/**
 * Whose an image is, and what may be removed: the one place that decides it.
 *
 * The key says which bake an image is of; every attempt of a workflow run has the same, and so may two processes of one
 * attempt. The claim says which process an unfinished image belongs to. Only its owner removes it, and only its owner
 * marks it as ready. Whoever resumes an image of an earlier attempt writes its own claim first and reads it back.
 *
 * EC2 has no conditional writes, and a process may be frozen between any two calls. So each side writes its mark first
 * and then reads what the others wrote; of two that meet, at least one sees the other (Dekker's mutual exclusion):
 *
 * - to remove: write the mark `removing`, then read that the claim is still one's own and the image not `ready`, then
 *   deregister;
 * - to finish: write `ready`, then read that the claim is still one's own, then hand the image out;
 * - to take over: write the claim, then read that the image is neither being removed nor finished.
 *
 * An image that is not waited for (`unverified`) counts as handed out from the moment when it exists: later attempts and
 * `if-exists: reuse` hand it out by reading alone. They leave no mark, so the process that made it cannot know whether they
 * have.
 */
import { bakeStateOf, claimOf, familyTag, keyOf, type Tagged, tagOf } from '../base/own-tags.ts';

/** A process, as the images show it. */
export interface Owner {
  /** Identity of the bake, 32 hex digits. */
  readonly key: string;
  /** This process's claim: `ATTEMPT-RANDOM`. */
  readonly claim: string;
}

/**
 * The home image decides. Copies follow it: a copy that is marked as ready while its home image is not is as unfinished
 * as that, so its state does not count.
 */
export type Role = 'home' | 'copy';

/** Why something is not removed. What a step that ended with success has made is nobody's to ask for. */
export type Reason =
  /** It does not carry the key of this bake. */
  | 'foreign'
  /** Another process has claimed it, or somebody took the claim away. */
  | 'claimed'
  /** Its bake is finished. */
  | 'ready'
  /** Its bake does not wait for it: whoever reads it may have handed it out. */
  | 'unverified'
  /** Its state is none that a bake sets. */
  | 'unknown';

/**
 * May this process remove the image?
 * @returns undefined when it may, else why not
 */
export function reasonToKeep(image: Tagged, owner: Owner, role: Role): Reason | undefined {
  if (keyOf(image) !== owner.key) return 'foreign';
  const state = bakeStateOf(image);
  if (role === 'home' && isHandedOut(state)) return state;
  if (claimOf(image) !== owner.claim) return 'claimed';
  if (role === 'copy' || isInTheMaking(image)) return undefined;
  return 'unknown';
}

/** Handed out, or counts as handed out. */
export function isHandedOut(state: string | undefined): state is 'ready' | 'unverified' {
  return state === 'ready' || state === 'unverified';
}

/** Not finished by whoever made it. An image that is not waited for is not finished either, but kept. */
export function isUnfinished(image: Tagged): boolean {
  return isInTheMaking(image) || bakeStateOf(image) === 'unverified';
}

/** Its bake is still to finish it, or to remove it. */
export function isInTheMaking(image: Tagged): boolean {
  return ['baking', 'removing'].includes(bakeStateOf(image) ?? '');
}

/**
 * May `retire` remove the image? It asks about images of other runs, which are finished: their claims do not count any more.
 * One that its run has left unfinished has to be taken over first.
 * @param isAbandoned it has been unfinished for so long that its run must be over
 * @returns undefined when it may, else why not
 */
export function reasonNotToRetire(
  image: Tagged,
  owner: Owner,
  { isAbandoned }: { isAbandoned: boolean },
): Reason | undefined {
  if (keyOf(image) !== owner.key || tagOf(image, familyTag) === undefined) return 'foreign';
  const state = bakeStateOf(image);
  // Finished after all: whoever took it for abandoned has to plan anew.
  if (isHandedOut(state)) return isAbandoned ? state : undefined;
  if (state !== 'baking' && state !== 'removing') return 'unknown';
  return isAbandoned && claimOf(image) === owner.claim ? undefined : 'claimed';
}

/** Whom an image may be taken over from: everybody in earlier attempts, or the process with this claim alone. */
export type Predecessor = 'earlier attempts' | { readonly claim: string | undefined };

/** Claimed by this process or, if it is a post step, by its main step. */
export function isOfThisStep(
  object: Tagged,
  { claim, from }: Pick<Owner, 'claim'> & { readonly from?: Predecessor | undefined },
): boolean {
  const own = typeof from === 'object' ? [claim, from.claim] : [claim];
  return own.includes(claimOf(object));
}

/** May this process write its own claim over the one that the image carries? */
export function mayTakeOver(
  image: Tagged,
  owner: Owner,
  { from, role }: { from: Predecessor; role: Role },
): boolean {
  if (keyOf(image) !== owner.key || (role === 'home' && !isInTheMaking(image))) return false;
  return typeof from === 'object' ? claimOf(image) === from.claim : isOfEarlierAttempt(image, owner);
}

/** Claimed by a process of an earlier attempt, or made by a bake of before there were claims. */
export function isOfEarlierAttempt(image: Tagged, { claim }: Pick<Owner, 'claim'>): boolean {
  const other = claimOf(image);
  return attemptOf(claim) > (other === undefined ? 1 : attemptOf(other));
}

/** Of this process, or one that it may take over; of images that carry the key. */
export function isOwnOrEarlier(image: Tagged, owner: Pick<Owner, 'claim'>): boolean {
  return claimOf(image) === owner.claim || isOfEarlierAttempt(image, owner);
}

/** Ends the random part of a post step's claim. */
export const postSuffix = '-post';

/**
 * The post step of this very step has taken the image over, to remove it: no other one of this attempt takes over what this
 * process has claimed.
 */
export function isTakenByPostStep(image: Tagged, { claim }: Pick<Owner, 'claim'>): boolean {
  const other = claimOf(image) ?? '';
  const isOfThisStep = other.endsWith(postSuffix) && attemptOf(other) === attemptOf(claim);
  return isOfThisStep && !isHandedOut(bakeStateOf(image));
}

/** @param random distinguishes the processes of one attempt: lower-case letters and digits */
export function newClaim(attempt: string, random: string): string {
  return `${/^\d+$/.test(attempt) ? attempt : '1'}-${random}`;
}

/** The attempt of the workflow run that a claim is of; not a number for what is no claim. */
export function attemptOf(claim: string): number {
  return Number(/^(\d+)-/.exec(claim)?.[1] ?? Number.NaN);
}
