import type { Template as LiquidTemplate } from 'liquidjs';
import { BakeError } from '../base/errors.ts';
import { excerpt, listCharacters } from '../base/text.ts';
import { comesFromEc2, dotted, type VariablePath, variableProblems } from './known-variables.ts';
import { liquid, type MakeSafe, renderLiquid } from './liquid.ts';
import { parseError, renderError } from './liquid-errors.ts';
import { scopeOf } from './scope.ts';
import { literalTexts, malformed } from './template-tree.ts';
import type { Variables } from './variables.ts';

export type { MakeSafe } from './liquid.ts';

/** A Liquid template whose syntax, tags, filters and variables have been checked. */
export interface Template {
  /** The text as it was written, without the white space around it. */
  readonly source: string;
  /** The variables that it uses, e.g. `ref`, `instance.tags.Role`. */
  readonly variables: readonly string[];
  /** Whether it uses `region`, `account_id` or `instance.*`, which are known only after EC2 has described the instance. */
  readonly usesEc2: boolean;
  /** The texts that its author wrote and that go into the result unchanged. */
  readonly literals: readonly string[];
  /**
   * @param makeSafe makes a value acceptable. It is applied to what each `{{ }}` prints, not to the literal text, and
   *   must not change its own results: captured text goes through it twice
   * @returns the result without the white space around it
   * @throws BakeError when a variable has no value and the template does not handle that, or when a filter fails
   */
  render(variables: Variables, makeSafe: MakeSafe): string;
}

/** @throws BakeError that says what is wrong with the template, in words that continue "input `name`: " */
export function parseTemplate(source: string): Template {
  const written = source.trim();
  const templates = parseLiquid(written);
  const { globals, variables } = analyse(templates);
  const problems = variableProblems(globals);
  if (problems.length > 0) throw new BakeError(problems.join('; '));
  return {
    source: written,
    variables: [...new Set(globals.map(dotted))],
    usesEc2: variables.some(comesFromEc2),
    literals: [...literalTexts(templates)],
    render: (values, makeSafe) => render(templates, scopeOf(variables, values), makeSafe),
  };
}

function parseLiquid(source: string): LiquidTemplate[] {
  let templates: LiquidTemplate[];
  try {
    templates = liquid().parse(source);
  } catch (error) {
    throw parseError(error);
  }
  const wrong = malformed(templates)?.token.getText();
  if (wrong === undefined) return templates;
  throw new BakeError(`the expression in \`${wrong}\` is not complete, or lacks a \`|\` before a filter`);
}

/**
 * The variables that the template takes from outside, and all that it names. Those that it sets itself by `assign` or
 * `capture` are only among the latter: it may set them in a branch that is not always taken.
 */
function analyse(templates: LiquidTemplate[]): { globals: VariablePath[]; variables: VariablePath[] } {
  const { globals, variables } = liquid().analyzeSync(templates, { partials: false });
  const paths = (found: typeof globals) =>
    Object.values(found).flatMap((uses) => uses.map((use) => use.toArray()));
  return { globals: paths(globals), variables: paths(variables) };
}

function render(templates: LiquidTemplate[], scope: object, makeSafe: MakeSafe): string {
  try {
    return renderLiquid(templates, scope, makeSafe).trim();
  } catch (error) {
    throw renderError(error);
  }
}

/**
 * Refuses characters that the template's author wrote. Those that variables bring in are replaced, but the author can
 * write others.
 * @param illegal matches runs of characters, with the flag `g`
 * @param where completes the sentence "… is not allowed in"
 * @throws BakeError that lists the characters and shows the first place
 */
export function rejectLiterals(template: Template, illegal: RegExp, where: string): void {
  const runs = template.literals.flatMap((text) => [...text.matchAll(illegal)]);
  const [first] = runs;
  if (!first) return;
  const characters = new Set(runs.flatMap(([run]) => [...run]));
  const verb = characters.size === 1 ? 'is' : 'are';
  const hint = characters.has('\n') ? '; `{%-` and `-%}` remove the white space around a tag' : '';
  const place = excerpt(first.input, first.index);
  throw new BakeError(`${listCharacters(characters)} ${verb} not allowed in ${where} (at "${place}")${hint}`);
}
