/**
 * One tag: its rules, how it is read and how it is rendered. EC2 allows any characters in keys and values, distinguishes
 * upper and lower case, and reserves keys that begin with `aws:`.
 * Lengths are in Unicode characters. Source: EC2 User Guide, "Tag your Amazon EC2 resources", tag restrictions.
 */
import { BakeError } from '../base/errors.ts';
import { ownPrefix } from '../base/own-tags.ts';
import { characterCount, cut, withoutControls } from '../base/text.ts';
import { rejectSeveralTags } from './several-tags.ts';
import { parseTemplate, type Template } from './template.ts';
import type { Variables } from './variables.ts';

const longestTagKey = 128;
export const longestTagValue = 256;

/** In upper or lower case. */
const awsPrefix = 'aws:';

export interface Tag {
  Key: string;
  Value: string;
}

/** A tag as a user writes it. */
export interface TagTemplate {
  readonly key: string;
  readonly value: Template;
}

/**
 * Reads `Key=Value`. The first `=` separates; white space around key and value is removed; the value may be empty.
 * @throws BakeError that names the tag and says what is wrong, in words that continue "input `tags`: "
 */
export function parseTagLine(line: string): TagTemplate {
  const separator = line.indexOf('=');
  const shown = `\`${cut(withoutControls(line).trim(), 60)}\``;
  rejectSeveralTags(line);
  if (separator < 0) throw new BakeError(`${shown} is not of the form Key=Value`);
  const key = line.slice(0, separator).trim();
  if (key === '') throw new BakeError(`${shown} has no key before the =`);
  const problem = keyProblem(key);
  if (problem) throw new BakeError(`the key of ${shown} ${problem}`);
  return { key, value: inTag(key, () => parseTemplate(line.slice(separator + 1))) };
}

function keyProblem(key: string): string | undefined {
  if (/\{[{%]/.test(key)) return 'contains a template, but only the value of a tag can be one';
  if (withoutControls(key) !== key) return 'contains control characters';
  const length = characterCount(key);
  if (length > longestTagKey) return `has ${length} characters, ${longestTagKey} are allowed`;
  const lower = key.toLowerCase();
  if (lower.startsWith(awsPrefix)) return `begins with ${awsPrefix}, which is reserved for AWS`;
  if (lower.startsWith(ownPrefix))
    return `begins with ${ownPrefix}, which is reserved for the tags of this action`;
  return undefined;
}

/**
 * The tag with its true value, without control characters.
 * @throws BakeError that names the tag, when its value is too long or cannot be rendered
 */
export function renderTag({ key, value }: TagTemplate, variables: Variables): Tag {
  return inTag(key, () => ({ Key: key, Value: renderValue(value, variables) }));
}

/**
 * The name of the family, which is the value of a tag.
 * @throws BakeError when it is empty or too long, or cannot be rendered
 */
export function renderFamily(template: Template, variables: Variables): string {
  const family = renderValue(template, variables);
  if (family === '') throw new BakeError('the value is empty when rendered, but a family needs a name');
  return family;
}

function renderValue(template: Template, variables: Variables): string {
  const value = withoutControls(template.render(variables, withoutControls)).trim();
  const length = characterCount(value);
  if (length <= longestTagValue) return value;
  throw new BakeError(`the value has ${length} characters when rendered, ${longestTagValue} are allowed`);
}

function inTag<Result>(key: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof BakeError) throw new BakeError(`tag \`${key}\`: ${error.message}`, { cause: error });
    throw error;
  }
}
