/** All tags of an image and its snapshots: the user's, the name, and where the image comes from. */
import type { InputProblem } from '../base/errors.ts';
import {
  claimTag,
  commitTag,
  familyTag,
  keyTag,
  ownPrefix,
  refTag,
  repositoryTag,
  runTag,
  stateTag,
} from '../base/own-tags.ts';
import { firstCharacters, withoutControls } from '../base/text.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { tagWithin } from './several-tags.ts';
import { longestTagValue, type Tag, type TagTemplate } from './tag-template.ts';

const nameTag = 'Name';

/** The most tags that an image or a snapshot can have. Source: EC2 User Guide, tag restrictions. */
const mostTags = 50;

/** What an image is tagged with when it is created: `unverified` if the bake does not wait for it. */
export type FirstState = 'baking' | 'unverified';

export interface Provenance {
  key: string;
  family: string;
  workflow: WorkflowContext;
  source: SourceInstance;
  /** Who owns the image: `ATTEMPT-RANDOM`. */
  claim?: string | undefined;
  state?: FirstState | undefined;
}

/** Where an image comes from. The values are true, but without control characters and cut to what a tag can hold. */
export function provenanceTags({
  key,
  family,
  workflow,
  source,
  claim,
  state = 'baking',
}: Provenance): Tag[] {
  const values = {
    [keyTag]: key,
    ...(claim && { [claimTag]: claim }),
    [familyTag]: family,
    [stateTag]: state,
    [repositoryTag]: `${workflow.owner}/${workflow.repo}`,
    [commitTag]: workflow.sha,
    [refTag]: workflow.ref,
    [runTag]: workflow.runUrl,
    [`${ownPrefix}instance`]: source.id,
    [`${ownPrefix}source-ami`]: source.imageId,
  };
  return Object.entries(values).map(([Key, value]) => ({
    Key,
    Value: firstCharacters(withoutControls(value), longestTagValue),
  }));
}

/** The tags at the end of the bake. */
export function readied(tags: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...tags, [stateTag]: 'ready' };
}

/** How many tags `provenanceTags` makes at most. */
const provenanceTagCount = 10;

/** The user's tags with `Name`, which is the AMI's name unless they set it, and the provenance. */
export function allTags(userTags: readonly Tag[], name: string, provenance: readonly Tag[]): Tag[] {
  const named = userTags.some(({ Key }) => Key === nameTag);
  return [...(named ? [] : [{ Key: nameTag, Value: name }]), ...userTags, ...provenance];
}

/** Both lists as one: an entry of the second replaces the entry of the first that has the same key. */
export function overridden<Entry>(
  first: readonly Entry[],
  second: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  return [...new Map([...first, ...second].map((entry) => [keyOf(entry), entry])).values()];
}

/** What is wrong with the lists of tags: repeated keys, and too many tags. */
export function tagListProblems(
  tags: readonly TagTemplate[],
  snapshotTags: readonly TagTemplate[],
): InputProblem[] {
  const onSnapshots = overridden(tags, snapshotTags, ({ key }) => key);
  return [
    ...duplicateKeys('tags', tags),
    ...duplicateKeys('snapshot-tags', snapshotTags),
    ...(tooMany('tags', 'the image', tags) ?? tooMany('snapshot-tags', 'each snapshot', onSnapshots) ?? []),
  ];
}

/** Warnings about values that may hold another tag, which belongs on a line of its own. */
export function tagWarnings(input: string, tags: readonly TagTemplate[]): string[] {
  return tags.flatMap(({ key, value }) => {
    const found = tagWithin(value.literals);
    if (found === undefined) return [];
    return [
      `Input \`${input}\`: the value of tag \`${key}\` contains \`${found}\`. If another tag begins there, write it on a line of its own.`,
    ];
  });
}

function duplicateKeys(input: string, tags: readonly TagTemplate[]): InputProblem[] {
  const keys = tags.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => ({ input, problem: `tag \`${key}\` is listed more than once` }));
}

function tooMany(input: string, what: string, tags: readonly TagTemplate[]): InputProblem[] | undefined {
  const keys = new Set([nameTag, ...tags.map(({ key }) => key)]);
  const count = keys.size + provenanceTagCount;
  if (count <= mostTags) return undefined;
  const own = `including \`Name\` and the ${provenanceTagCount} tags of this action`;
  return [{ input, problem: `${what} would have ${count} tags, ${own}; ${mostTags} are allowed` }];
}
