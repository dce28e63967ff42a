/**
 * The rules for names of SSM parameters: letters, digits and `_ . -`, levels separated by `/` with one in front, at most
 * fifteen of them; at most 1011 characters together with what stands before the name in the parameter's ARN; neither
 * `aws` nor `ssm` at the beginning. Source: Systems Manager API Reference, PutParameter, `Name`.
 */
import { BakeError } from '../base/errors.ts';
import { cut, withoutControls } from '../base/text.ts';
import { rejectLiterals } from './literals.ts';
import type { InputProblem } from './problems.ts';
import type { Template } from './template.ts';
import type { Variables } from './variables.ts';

const mostLevels = 15;
/** The longest that there is in any Region: a name is the same in all of them. */
const arnPrefix = 'arn:aws-iso-f:ssm:us-isof-south-1:123456789012:parameter/';
const longestName = 1011 - arnPrefix.length;

const illegalRuns = /[^A-Za-z0-9_.\-/]+/g;

/** The value with each run of characters that a parameter's name cannot contain made one `-`. */
function parameterSafe(value: string): string {
  return value.normalize('NFC').replace(illegalRuns, '-');
}

/** @throws BakeError when the template's author wrote characters that a parameter's name cannot contain */
export function checkParameterTemplate(template: Template): void {
  inParameter(template, () => rejectIllegal(template));
}

/**
 * A name that Systems Manager accepts. What comes from variables may have levels of its own in a name that has levels; in a
 * name without any, their slashes become `-`.
 * @throws BakeError as `checkParameterTemplate`, or when the name breaks a rule or cannot be rendered
 */
export function renderParameterName(template: Template, variables: Variables): string {
  return inParameter(template, () => {
    rejectIllegal(template);
    const rendered = parameterSafe(template.render(variables, parameterSafe));
    const isFlat = !rendered.startsWith('/') && !template.literals.some((text) => text.includes('/'));
    const name = isFlat ? rendered.replaceAll(/\/+/g, '-') : rendered;
    const problem = problemOf(name);
    if (problem !== undefined) throw new BakeError(`comes out as "${cut(name, 100)}": ${problem}`);
    return name;
  });
}

/** Names that are given more than once, by templates that differ or not. Upper and lower case differ. */
export function repeatedParameters(names: readonly string[]): InputProblem[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => ({
    input: 'ssm-parameter',
    problem: `\`${name}\` comes out of more than one of the names`,
  }));
}

function rejectIllegal(template: Template): void {
  rejectLiterals(template, illegalRuns, "an SSM parameter's name, which allows A-Z a-z 0-9 _ . - and /");
}

function problemOf(name: string): string | undefined {
  const isPath = name.includes('/');
  const levels = name.replace(/^\//, '').split('/');
  if (isPath && !name.startsWith('/')) return 'a name with levels begins with `/`';
  if (levels.includes('')) return 'it has an empty level, and each needs at least one character';
  if (/^\/?(?:aws|ssm)/i.test(name)) return 'it begins with `aws` or `ssm`, which are reserved for AWS';
  if (levels.length > mostLevels) return `it has ${levels.length} levels, ${mostLevels} are allowed`;
  if (name.length > longestName) return `it has ${name.length} characters, ${longestName} are allowed`;
  return undefined;
}

/** There may be several: the problem says which one it is about. */
function inParameter<Result>(template: Template, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BakeError)) throw error;
    const shown = cut(withoutControls(template.source), 60);
    throw new BakeError(`\`${shown}\` ${error.message}`, { cause: error });
  }
}
