import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { environmentVariables, withoutCount } from './environment.ts';
import type { InstanceVariable, PlainVariable } from './known-variables.ts';

/** Where the values of a template's variables come from. */
export interface VariableSources {
  workflow: WorkflowContext;
  /** The bake's clock, read once. */
  now: Date;
  environment: NodeJS.ProcessEnv;
  /** Absent before EC2 has been asked: `region`, `account_id` and `instance.*` then have no value. */
  source?: SourceInstance | undefined;
}

/** What templates are rendered with: own properties only, without a prototype. */
export type Variables = Readonly<Record<string, unknown>>;

/** The values of all variables that are known in this run; one without a value is absent. */
export function templateVariables({ workflow, now, environment, source }: VariableSources): Variables {
  const iso = now.toISOString();
  const plain: Record<PlainVariable, unknown> = {
    owner: workflow.owner,
    repo: workflow.repo,
    ref: workflow.ref,
    branch: workflow.branch,
    tag: workflow.tag,
    pr: workflow.pr,
    sha: workflow.sha,
    short_sha: workflow.sha.slice(0, 7),
    base_ref: workflow.baseRef,
    run_id: workflow.runId,
    run_number: numeric(workflow.runNumber),
    run_attempt: numeric(workflow.runAttempt),
    workflow: workflow.workflow,
    job: workflow.job,
    event: workflow.event,
    actor: workflow.actor,
    timestamp: iso.replace(/\D/g, '').slice(0, 14),
    now: iso.replace(/\.\d+Z$/, 'Z'),
    region: source?.region,
    account_id: source?.accountId,
  };
  return withValue({
    ...plain,
    env: environmentVariables(environment),
    instance: source && instanceVariables(source),
  });
}

function instanceVariables(source: SourceInstance): Variables {
  const fields: Record<InstanceVariable, string | undefined> = {
    id: source.id,
    name: source.name,
    type: source.type,
    architecture: source.architecture,
    platform: source.platform,
    image_id: source.imageId,
  };
  // A tag may be there with an empty value, and be called anything, `__proto__` and `size` included.
  return withValue({ ...fields, tags: withoutCount(Object.assign(Object.create(null), source.tags)) });
}

/** The entries that have a value, which an empty text is not. */
function withValue(values: Readonly<Record<string, unknown>>): Variables {
  const variables: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') variables[name] = value;
  }
  return variables;
}

/** Numbers, where they are ones, so that `{% if run_attempt > 1 %}` and `== 1` both do what they say. */
function numeric(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
