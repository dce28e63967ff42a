import { shortHash } from '../base/text.ts';
import { renderFullName } from './ami-name.ts';
import type { Template } from './template.ts';
import { type AttemptSources, variablesOfAttempt } from './variables.ts';

export interface KeySources extends AttemptSources {
  /** The template of the AMI's name. */
  name: Template;
  /** The job's matrix as `toJSON(matrix)` gives it: JSON, or nothing or `null` for a job without a matrix. */
  matrix?: string | undefined;
}

const keyDigits = 32;

/**
 * The identity of a bake, by which a later attempt of the same workflow run finds what an earlier one left. The jobs of a
 * matrix, which share run, job and step, differ by their values of the matrix and by the AMI's name. The name is rendered
 * with the clock and the attempt held fixed. A name that contains something else that changes from attempt to attempt,
 * such as an environment variable set to the time, gives each attempt a key of its own.
 * @returns 32 hex digits
 * @throws BakeError when the name cannot be rendered
 */
export function bakeKey({ name, matrix = '', ...sources }: KeySources): string {
  const { workflow, source } = sources;
  const { owner, repo, runId, job, step } = workflow;
  const variables = variablesOfAttempt(sources, { attempt: '1', now: new Date(0) });
  const leg = canonicalMatrix(matrix);
  const identity = [
    `${owner}/${repo}`,
    ...[runId, job, step, source.id, renderFullName(name, variables)],
    ...(leg === undefined ? [] : [leg]),
  ];
  return shortHash(JSON.stringify(identity), keyDigits);
}

/** The matrix without differences of white space and order; undefined if there is none. Text that is no JSON is kept. */
function canonicalMatrix(matrix: string): string | undefined {
  const text = matrix.trim();
  if (text === '') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return text;
  }
  const canonical = JSON.stringify(sorted(parsed));
  return ['null', '{}'].includes(canonical) ? undefined : canonical;
}

/** The value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, property]) => [key, sorted(property)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
