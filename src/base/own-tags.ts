/** The tags that this action sets on what it makes, and reads again. */

/** Begins their keys. */
export const ownPrefix = 'bake-ami:';

/** Holds the repository whose workflow made the image, `owner/name`. */
export const repositoryTag = `${ownPrefix}repository`;
/** Holds the branch or tag that the image was baked from; `pr-N` for a pull request. */
export const refTag = `${ownPrefix}ref`;

/** Holds the identity of the bake: the same in every attempt of a workflow run. */
export const keyTag = `${ownPrefix}key`;
/** Holds the claim of the process that an unfinished image belongs to, see `image/ownership.ts`. */
export const claimTag = `${ownPrefix}claim`;
/**
 * Holds the claim of a process that is about to remove the image. A tag of its own: if it is written late, after another
 * process has finished the image, that must not hide that the image is ready.
 */
export const removingTag = `${ownPrefix}removing`;
/** Groups successive versions of one image. */
export const familyTag = `${ownPrefix}family`;
/** Holds how far the bake is, see `BakeState`. */
export const stateTag = `${ownPrefix}state`;
/** Holds the commit that the image was baked from. */
export const commitTag = `${ownPrefix}commit`;
/** Holds the address of the attempt that made the image. */
export const runTag = `${ownPrefix}run`;

/** On what a test launches: the ID of the image that it tests. */
export const testTag = `${ownPrefix}test`;
/** On what a test launches: when anybody may end it, ISO 8601 in UTC. */
export const expiresTag = `${ownPrefix}expires`;
/** On an image: how its last test ended, and when. */
export const testedTag = `${ownPrefix}tested`;

/** Whoever sets it, to whatever value, keeps the image. */
export const keepTag = `${ownPrefix}keep`;

/** A resource with tags, as EC2 describes it. */
export interface Tagged {
  Tags?: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined;
}

/** @returns undefined when the resource does not carry the tag, or EC2 does not show its tags yet */
export function tagOf({ Tags }: Tagged, key: string): string | undefined {
  return Tags?.find((tag) => tag.Key === key)?.Value;
}

/** The key of the bake that made it; undefined when this action did not, or its tags do not show yet. */
export function keyOf(object: Tagged): string | undefined {
  return tagOf(object, keyTag);
}

/** Filters are trusted to find, never to decide: what is found is looked at again. */
export function carriesKey(object: Tagged, key: string): boolean {
  return keyOf(object) === key;
}

/** The claim on it; undefined when a bake of before there were claims made it, or its tags do not show yet. */
export function claimOf(object: Tagged): string | undefined {
  return tagOf(object, claimTag);
}

/**
 * How far a bake is, as the tag says it:
 * - `baking`: its process creates, checks, copies and shares the image;
 * - `unverified`: not waited for, as `wait: false` asks for; it counts as handed out as soon as it exists;
 * - `removing`: its process is about to remove it, which `bake-ami:removing` says, or this tag where there is no room for another;
 * - `ready`: finished and handed out.
 */
export type BakeState = 'baking' | 'unverified' | 'removing' | 'ready';

/** Its process is about to remove it, or was; of a copy, however far that is. */
export function isMarkedForRemoval(object: Tagged): boolean {
  return tagOf(object, removingTag) !== undefined || tagOf(object, stateTag) === 'removing';
}

/** What the tags say; undefined when this action did not make it, or its tags do not show yet. */
export function bakeStateOf(object: Tagged): string | undefined {
  const state = tagOf(object, stateTag);
  return state === 'baking' && tagOf(object, removingTag) !== undefined ? 'removing' : state;
}
