/**
 * The rules for SSM parameter names: letters, digits and `_ . -`; at most fifteen levels, each after a `/`; at most 1011
 * characters, including what precedes the name in the parameter's ARN; neither `aws` nor `ssm` at the beginning. Source: Systems Manager API Reference, PutParameter, `Name`.
 */
import { BakeError, type InputProblem } from '../base/errors.ts';
import { cut, withoutControls } from '../base/text.ts';
import { rejectLiterals, type Template } from './template.ts';
import type { Variables } from './variables.ts';

const mostLevels = 15;
/** The longest prefix of any Region, because a name is the same in all Regions. */
const arnPrefix = 'arn:aws-iso-f:ssm:us-isof-south-1:123456789012:parameter/';
const longestName = 1011 - arnPrefix.length;

const illegalRuns = /[^A-Za-z0-9_.\-/]+/g;

/** The value with each run of characters that a parameter name cannot contain replaced by one `-`. */
function parameterSafe(value: string): string {
  return value.normalize('NFC').replace(illegalRuns, '-');
}

/** @throws BakeError when the template's author wrote characters that a parameter name cannot contain */
export function checkParameterTemplate(template: Template): void {
  inParameter(template, () => rejectIllegal(template));
}

/**
 * A name that Systems Manager accepts. In a name with levels, the values of variables may add levels; in a name without,
 * their slashes become `-`.
 * @throws BakeError as `checkParameterTemplate` does, or when the name breaks a rule or cannot be rendered
 */
export function renderParameterName(template: Template, variables: Variables): string {
  return inParameter(template, () => {
    rejectIllegal(template);
    const rendered = parameterSafe(template.render(variables, parameterSafe));
    const isFlat = !rendered.startsWith('/') && !template.literals.some((text) => text.includes('/'));
    const name = isFlat ? rendered.replaceAll(/\/+/g, '-') : rendered;
    const problem = problemOf(name);
    if (problem !== undefined) throw new BakeError(`renders to "${cut(name, 100)}": ${problem}`);
    return name;
  });
}

/** Names that occur more than once, from different templates or not. Upper and lower case differ. */
export function repeatedParameters(names: readonly string[]): InputProblem[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => ({
    input: 'ssm-parameter',
    problem: `\`${name}\` is listed more than once`,
  }));
}

function rejectIllegal(template: Template): void {
  rejectLiterals(template, illegalRuns, 'an SSM parameter name, which may contain A-Z a-z 0-9 _ . - and /');
}

function problemOf(name: string): string | undefined {
  const isPath = name.includes('/');
  const levels = name.replace(/^\//, '').split('/');
  if (isPath && !name.startsWith('/')) return 'a name with levels must begin with `/`';
  if (levels.includes('')) return 'it has an empty level, but each level needs at least one character';
  if (/^\/?(?:aws|ssm)/i.test(name)) return 'it begins with `aws` or `ssm`, which are reserved for AWS';
  if (levels.length > mostLevels) return `it has ${levels.length} levels, ${mostLevels} are allowed`;
  if (name.length > longestName) return `it has ${name.length} characters, ${longestName} are allowed`;
  return undefined;
}

/** An input may hold several names, so each problem shows its template. */
function inParameter<Result>(template: Template, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BakeError)) throw error;
    const shown = cut(withoutControls(template.source), 60);
    throw new BakeError(`\`${shown}\` ${error.message}`, { cause: error });
  }
}
