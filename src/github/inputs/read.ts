/** Reads the action's inputs, all of them once and before anything else happens. */

import { allInputs, type Input, inputTable, isInput } from '../../bake/inputs/table.ts';
import { type InputProblem, ProblemsError } from '../../base/errors.ts';
import { inputConflicts } from '../../distribute/inputs/conflicts.ts';
import { checkNames, type NamingTemplates } from '../../naming/names.ts';
import { parseTemplate } from '../../naming/template.ts';
import type { WorkflowContext } from '../context.ts';
import type { Report } from './parsers.ts';

/** What the action was told: the values of `inputTable`, in its shape. */
export type Inputs = Values<typeof inputTable>;

type Values<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends Input<infer Value> ? Value : Values<Shape[Key]>;
};

export interface InputSources {
  /** The step's environment, where the runner puts the inputs: `INPUT_INSTANCE-ID`. */
  environment: NodeJS.ProcessEnv;
  workflow: WorkflowContext;
  /** The bake's clock, read once. */
  now: Date;
}

/**
 * Reads and checks whatever can be checked without asking EC2, naming templates included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function readInputs({ environment, workflow, now }: InputSources): Inputs {
  const problems: InputProblem[] = [];
  const inputs = read(inputTable, environment, problems);
  const templates = withStandIns(inputs.templates);
  problems.push(...checkNames({ templates, workflow, now, environment }));
  problems.push(...inputConflicts(inputs));
  if (problems.length > 0) throw problemsError(problems);
  // Whatever is missing has been reported.
  return inputs as Inputs;
}

/** What could be read: where the problems are, there may be no value. */
type Read<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends Input<infer Value> ? Value | undefined : Read<Shape[Key]>;
};

function read<Shape extends object>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
  problems: InputProblem[],
): Read<Shape> {
  const values = Object.entries(shape).map(([key, entry]) => [
    key,
    isInput(entry) ? readOne(entry, environment, problems) : read(entry, environment, problems),
  ]);
  return Object.fromEntries(values);
}

function readOne(input: Input<unknown>, environment: NodeJS.ProcessEnv, problems: InputProblem[]): unknown {
  const report: Report = (problem) => problems.push({ input: input.name, problem });
  // As @actions/core does, and the runner before it.
  const given = textOf(environment, `INPUT_${input.name.replaceAll(' ', '_').toUpperCase()}`);
  if (given) return input.parse(given, report);

  const variable = input.environment?.find((name) => textOf(environment, name));
  if (variable) {
    const reportVariable: Report = (problem) => report(`environment variable \`${variable}\`: ${problem}`);
    return input.parse(textOf(environment, variable), reportVariable);
  }

  if (input.required) {
    report(
      'it is required, and nothing was given. If it is an expression, it came out empty: check its names',
    );
    return undefined;
  }
  return input.parse(input.default ?? '', report);
}

/** GitHub gives an expression without a value as an empty text: empty is the same as not given. */
function textOf(environment: NodeJS.ProcessEnv, name: string): string {
  return environment[name]?.trim() ?? '';
}

/** Puts a harmless template in place of each that could not be read, so that the others can be checked. */
function withStandIns(templates: Read<typeof inputTable.templates>): NamingTemplates {
  const standIn = parseTemplate('stand-in');
  const { name, description, family, tags, snapshotTags, ssmParameters } = templates;
  return {
    name: name ?? standIn,
    description: description ?? standIn,
    family: family ?? standIn,
    tags: tags ?? [],
    snapshotTags: snapshotTags ?? [],
    ssmParameters: ssmParameters ?? [],
  };
}

/** In the order of the table, whichever check found them. */
function problemsError(problems: readonly InputProblem[]): ProblemsError {
  const place = ({ input }: InputProblem) => allInputs.findIndex(({ name }) => name === input);
  const inOrder = problems.toSorted((one, other) => place(one) - place(other));
  const count = inOrder.length === 1 ? 'a problem' : `${inOrder.length} problems`;
  return new ProblemsError(
    `The inputs have ${count}`,
    inOrder.map(({ input, problem }) => `input \`${input}\`: ${problem}`),
  );
}
