/** Reads the inputs of an action, all of them once and before anything else happens. */
import { setSecret } from '@actions/core';
import type { InputProblem } from '../../base/errors.ts';
import { ProblemsError } from '../../base/errors.ts';
import { hidden, withoutSecrets } from './given.ts';
import type { AnyInput, Known, Table, Values } from './input.ts';
import type { Report } from './parsers.ts';

export interface ReadOptions<Inputs> {
  /** The step's environment, where the runner puts the inputs: `INPUT_INSTANCE-ID`. */
  environment: NodeJS.ProcessEnv;
  /** What the action itself checks, over and above each input's parser and conflicts. */
  check?: (known: Known<Inputs>) => readonly InputProblem[];
  /** Keeps a secret out of the log. */
  mask?: ((secret: string) => void) | undefined;
}

/**
 * Reads and checks whatever can be checked without a call.
 * @throws ProblemsError with everything that is wrong, each problem naming its input, in the order of the table
 */
export function readInputs<Shape extends Table>(
  table: Shape,
  { environment, check, mask = setSecret }: ReadOptions<Values<Shape>>,
): Values<Shape> {
  const problems: InputProblem[] = [];
  const read = Object.entries(table).map(([key, input]) => {
    const report: Report = (problem) => problems.push({ input: input.name, problem });
    return [key, readOne(input, environment, report, mask)];
  });
  const known: Known<Values<Shape>> = Object.fromEntries(read);
  problems.push(...conflictsOf(table, known), ...(check?.(known) ?? []));
  if (problems.length > 0) throw problemsError(table, problems);
  // Whatever is missing has been reported.
  return known as Values<Shape>;
}

function readOne(
  input: AnyInput,
  environment: NodeJS.ProcessEnv,
  report: Report,
  mask: (secret: string) => void,
): unknown {
  const { text, variable } = sourceOf(input, environment);
  if (text === '' && input.required) {
    report(
      'it is required, and nothing was given. If the workflow gives an expression, it is empty: check the names in it',
    );
    return undefined;
  }
  const isSecret = input.secret === true && text !== '';
  if (isSecret) mask(text);
  const prefix = variable === undefined ? '' : `environment variable \`${variable}\`: `;
  return input.parse(text || (input.default ?? ''), (problem) =>
    report(prefix + (isSecret ? problem.replaceAll(text, hidden) : problem)),
  );
}

/** Where the text comes from: the input itself, else the first of its environment variables that holds something. */
function sourceOf(
  { name, environment: variables = [], defaultExpression }: AnyInput,
  environment: NodeJS.ProcessEnv,
): { text: string; variable?: string } {
  // As @actions/core does, and the runner before it.
  const filledIn = textOf(environment, `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
  // Programs that stand in for the runner may hand on the expression as it stands in action.yml.
  const given = filledIn === defaultExpression ? '' : filledIn;
  const variable = given === '' ? variables.find((one) => textOf(environment, one) !== '') : undefined;
  return variable === undefined ? { text: given } : { text: textOf(environment, variable), variable };
}

/** GitHub gives an expression without a value as an empty text: empty is the same as not given. */
function textOf(environment: NodeJS.ProcessEnv, name: string): string {
  return environment[name]?.trim() ?? '';
}

/** An input that could not be read has no conflicts of its own. */
function conflictsOf(table: Table, known: Readonly<Record<string, unknown>>): InputProblem[] {
  return Object.entries(table).flatMap(([key, { name, conflicts }]) => {
    const value = known[key];
    if (conflicts === undefined || value === undefined) return [];
    // The value is what the parser of this very input made; the table has what its conflicts look at.
    return conflicts(value as never, known as never).map((problem) => ({ input: name, problem }));
  });
}

/** In the order of the table, whichever check found them. */
function problemsError(table: Table, problems: readonly InputProblem[]): ProblemsError {
  const names = Object.values(table).map(({ name }) => name);
  const inOrder = problems.toSorted((one, other) => names.indexOf(one.input) - names.indexOf(other.input));
  const count = inOrder.length === 1 ? 'a problem' : `${inOrder.length} problems`;
  return new ProblemsError(
    `The inputs have ${count}`,
    inOrder.map(({ input, problem }) => `input \`${input}\`: ${withoutSecrets(problem)}`),
  );
}
