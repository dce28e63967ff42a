/** Tags that an image of an earlier attempt has to carry too, if it was baked from the same inputs. */
import { noting } from '../base/errors.ts';
import { fitName, renderFullName } from './ami-name.ts';
import { renderTag, type Tag, type TagTemplate } from './tag-template.ts';
import { allTags } from './tags.ts';
import type { Template } from './template.ts';
import { type AttemptSources, type Variables, variablesOfAttempt } from './variables.ts';

interface Templates {
  /** The template of the AMI's name, which is the value of the tag `Name`. */
  readonly name: Template;
  readonly tags: readonly TagTemplate[];
}

/** Two attempts at times that differ in every part of a date. */
const attempts = [
  { attempt: '1', now: new Date('1970-01-01T00:00:00Z') },
  { attempt: '2', now: new Date('2044-12-27T13:47:29Z') },
];

/**
 * The tags whose value does not depend on the clock or on the attempt of the workflow run: they are rendered as two
 * other attempts would, and compared.
 * @param tags the user's tags and `Name`, with their values in this attempt
 */
export function steadyTags(tags: readonly Tag[], templates: Templates, sources: AttemptSources): Tag[] {
  const others = attempts.map((other) => valuesOf(templates, variablesOfAttempt(sources, other)));
  return tags.filter(({ Key, Value }) => others.every((values) => values.get(Key) === Value));
}

/** The values by their keys, without those that cannot be rendered. */
function valuesOf({ name, tags }: Templates, variables: Variables): Map<string, string> {
  const rendered = tags.flatMap((tag) => noting([], 'tags', () => renderTag(tag, variables)) ?? []);
  const amiName = noting([], 'name', () => fitName(renderFullName(name, variables)).name) ?? '';
  return new Map(allTags(rendered, amiName, []).map(({ Key, Value }) => [Key, Value]));
}
