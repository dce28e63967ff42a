/** Reads the inputs of the bake. */

import type { InputProblem } from '../../base/errors.ts';
import type { AnyInput, Known } from '../../github/inputs/input.ts';
import { readInputs } from '../../github/inputs/read.ts';
import { checkNames, type NamingSources, type NamingTemplates } from '../../naming/names.ts';
import { parseTemplate } from '../../naming/template.ts';
import { type BakeInputs, bakeInputs } from './table.ts';

/**
 * Reads and checks whatever can be checked without asking EC2, naming templates included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function readBakeInputs(sources: Omit<NamingSources, 'templates'>): BakeInputs {
  return readInputs(bakeInputs, {
    environment: sources.environment,
    check: (known) => [
      ...checkNames({ ...sources, templates: withStandIns(known) }),
      ...withoutWaiting(known),
    ],
  });
}

/** Puts a harmless template in place of each that could not be read, so that the others can be checked. */
function withStandIns(known: Known<BakeInputs>): NamingTemplates {
  const standIn = parseTemplate('stand-in');
  return {
    name: known.name ?? standIn,
    description: known.description ?? standIn,
    family: known.family ?? standIn,
    tags: known.tags ?? [],
    snapshotTags: known.snapshotTags ?? [],
    ssmParameters: known.ssmParameters ?? [],
  };
}

/** Without `wait` there is no available image to do anything to. */
function withoutWaiting(known: Known<BakeInputs>): InputProblem[] {
  if (known.wait !== false) return [];
  const values: Readonly<Record<string, unknown>> = known;
  return Object.entries<AnyInput>(bakeInputs)
    .filter(([key, input]) => needsAvailableImage(input, values[key]))
    .map(([, { name }]) => ({
      input: name,
      problem: `it needs an image that is available, which \`wait: false\` does not wait for. Leave out \`wait\` or \`${name}\``,
    }));
}

/** One that could not be read asks for nothing. */
function needsAvailableImage({ needsAvailableImage }: AnyInput, value: unknown): boolean {
  // The value is what the parser of this very input made.
  return value !== undefined && needsAvailableImage?.(value as never) === true;
}
