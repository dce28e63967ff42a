import { shortHash } from '../base/text.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { renderFullName } from './ami-name.ts';
import { withoutAttempt } from './environment.ts';
import type { Template } from './template.ts';
import { templateVariables } from './variables.ts';

export interface KeySources {
  /** The template of the AMI's name. */
  name: Template;
  workflow: WorkflowContext;
  source: SourceInstance;
  environment: NodeJS.ProcessEnv;
}

const keyDigits = 32;

/**
 * The identity of a bake, by which a later attempt of the same workflow run finds what an earlier one left. Part of it is
 * the AMI's name as it were with the clock and the attempt held fixed: it tells the legs of a matrix apart, which share
 * run, job and step. A name that is made from something else that changes from attempt to attempt, such as an
 * environment variable set to the time, gives each attempt a key of its own.
 * @returns 32 hex digits
 * @throws BakeError when the name cannot be rendered
 */
export function bakeKey({ name, workflow, source, environment }: KeySources): string {
  const variables = templateVariables({
    workflow: { ...workflow, runAttempt: '1' },
    now: new Date(0),
    environment: withoutAttempt(environment),
    source,
  });
  const { owner, repo, runId, job, step } = workflow;
  const identity = [`${owner}/${repo}`, runId, job, step, source.id, renderFullName(name, variables)];
  return shortHash(JSON.stringify(identity), keyDigits);
}
