/**
 * The rules for AMI names: 3 to 128 letters, digits and `( ) [ ] . / - ' @ _` or spaces.
 * Source: EC2 API reference, CreateImage, `Name`.
 */
import { BakeError } from '../base/errors.ts';
import { shortHash } from '../base/text.ts';
import { rejectLiterals, type Template } from './template.ts';
import type { Variables } from './variables.ts';

const shortestName = 3;
const longestName = 128;
const hashDigits = 8;
const keptCharacters = longestName - hashDigits - 1;

const illegalRuns = /[^A-Za-z0-9()[\] ./\-'@_]+/g;

/**
 * The value with each run of characters that a name cannot contain replaced by one `-`. A letter with an accent
 * counts as one character, whether Unicode writes it as one code point or as two.
 */
export function nameSafe(value: string): string {
  return value.normalize('NFC').replace(illegalRuns, '-');
}

/** @throws BakeError when the template's author wrote characters that a name cannot contain */
export function checkNameTemplate(template: Template): void {
  rejectLiterals(
    template,
    illegalRuns,
    `an AMI name, which may contain A-Z a-z 0-9 ( ) [ ] . / - ' @ _ and spaces`,
  );
}

/**
 * The full name, which may be too short or too long for EC2.
 * @throws BakeError as `checkNameTemplate` does, or when the template cannot be rendered
 */
export function renderFullName(template: Template, variables: Variables): string {
  checkNameTemplate(template);
  return nameSafe(template.render(variables, nameSafe));
}

/**
 * A name that EC2 accepts. A name that is too long keeps its beginning, followed by a hash of the full name, which
 * distinguishes it from other names with the same beginning.
 * @throws BakeError when it is too short
 */
export function fitName(fullName: string): { name: string; warning?: string } {
  if (fullName.length < shortestName) {
    throw new BakeError(
      `renders to "${fullName}": an AMI name has ${shortestName} to ${longestName} characters`,
    );
  }
  if (fullName.length <= longestName) return { name: fullName };
  const name = `${fullName.slice(0, keptCharacters)}-${shortHash(fullName, hashDigits)}`;
  const warning = `The AMI name has ${fullName.length} characters, ${longestName} are allowed: it is cut to \`${name}\`.`;
  return { name, warning };
}
