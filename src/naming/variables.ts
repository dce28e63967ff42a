import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { environmentVariables, withAttempt } from './environment.ts';
import type { InstanceVariable, PlainVariable } from './known-variables.ts';

/** Where the values of a template's variables come from. */
export interface VariableSources {
  workflow: WorkflowContext;
  /** The bake's clock, read once. */
  now: Date;
  environment: NodeJS.ProcessEnv;
  /** Absent until EC2 has described the instance: `region`, `account_id` and `instance.*` have no value until then. */
  source?: SourceInstance | undefined;
}

/** The values of variables, nested as their names are: `env` and `instance.tags` hold others. */
export type Variables = Readonly<Record<string, unknown>>;

/** The values of all variables in this run. A variable without a value is absent. */
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

/** What the attempts of a workflow run have in common. */
export interface AttemptSources {
  workflow: WorkflowContext;
  environment: NodeJS.ProcessEnv;
  source: SourceInstance;
}

/** The variables as another attempt of the workflow run would have them, at another time. */
export function variablesOfAttempt(
  { workflow, environment, source }: AttemptSources,
  { attempt, now }: { attempt: string; now: Date },
): Variables {
  return templateVariables({
    workflow: { ...workflow, runAttempt: attempt },
    now,
    environment: withAttempt(environment, attempt),
    source,
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
  // Unlike the others, a tag may have an empty value.
  return withValue({ ...fields, tags: source.tags });
}

function withValue(values: Readonly<Record<string, unknown>>): Variables {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** A number where the text is one, so that both `{% if run_attempt > 1 %}` and `== 1` work. */
function numeric(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
