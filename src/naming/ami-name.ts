/**
 * The rules for names of AMIs: 3 to 128 letters, digits and `( ) [ ] . / - ' @ _` or spaces.
 * Source: EC2 API reference, CreateImage, `Name`.
 */
import { BakeError } from '../base/errors.ts';
import { shortHash } from '../base/hash.ts';
import { rejectLiterals } from './literals.ts';
import type { Template } from './template.ts';
import type { Variables } from './variables.ts';

const shortestName = 3;
const longestName = 128;
const hashDigits = 8;
const keptCharacters = longestName - hashDigits - 1;

const illegalRuns = /[^A-Za-z0-9()[\] ./\-'@_]+/g;

/**
 * The value with each run of characters that a name cannot contain made one `-`. A letter with its accent counts as
 * one character, whether Unicode writes it as one code point or as two.
 */
export function nameSafe(value: string): string {
  return value.normalize('NFC').replace(illegalRuns, '-');
}

/** @throws BakeError when the template's author wrote characters that a name cannot contain */
export function checkNameTemplate(template: Template): void {
  rejectLiterals(
    template,
    illegalRuns,
    `an AMI's name, which allows A-Z a-z 0-9 ( ) [ ] . / - ' @ _ and spaces`,
  );
}

/**
 * The name in its full length, which EC2 may not allow.
 * @throws BakeError as `checkNameTemplate`, or when the template cannot be rendered
 */
export function renderFullName(template: Template, variables: Variables): string {
  checkNameTemplate(template);
  return nameSafe(template.render(variables, nameSafe));
}

/**
 * A name that EC2 accepts: one that is too long keeps its beginning, and a hash of the whole tells it from others with
 * the same beginning.
 * @throws BakeError when it is too short
 */
export function fitName(fullName: string): { name: string; warning?: string } {
  if (fullName.length < shortestName) {
    throw new BakeError(
      `comes out as "${fullName}": an AMI's name has ${shortestName} to ${longestName} characters`,
    );
  }
  if (fullName.length <= longestName) return { name: fullName };
  const name = `${fullName.slice(0, keptCharacters)}-${shortHash(fullName, hashDigits)}`;
  const warning = `The AMI's name would have ${fullName.length} characters, ${longestName} are allowed: it is cut to \`${name}\`.`;
  return { name, warning };
}
