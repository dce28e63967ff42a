/**
 * What the runner tells of the workflow run. The `context` of @actions/github would do for part of it, but its import parses
 * the event's file, so that broken JSON ends the step with an error that nobody understands, and adds 25 to 40 ms to each start.
 */
import { BakeError, ProblemsError } from '../base/errors.ts';
import type { WorkflowContext } from '../base/workflow.ts';

/** Without these a bake has no identity. `GITHUB_REF` is not among them: a deployment may be of a bare commit. */
const required = ['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_RUN_ID'] as const;

/**
 * The names of variables and their meanings: GitHub's documentation, "Variables reference" and "Events that trigger workflows".
 * Programs that stand in for the runner do not set all of them; those that only describe the run may be empty.
 * @param readFile gives the text of a file, or throws: without the event's payload the environment has to do
 * @throws BakeError that names the variables that are missing, when this is no step of a workflow
 */
export function readWorkflowContext(
  environment: NodeJS.ProcessEnv,
  readFile: (path: string) => string,
): WorkflowContext {
  const missing = required.filter((name) => !environment[name]);
  if (missing.length > 0) throw notInWorkflow(missing);
  const read = (name: string, otherwise = '') => environment[name] || otherwise;

  const [owner, repo] = repository(read('GITHUB_REPOSITORY'));
  const payload = readPayload(environment['GITHUB_EVENT_PATH'], readFile);
  const serverUrl = read('GITHUB_SERVER_URL', 'https://github.com').replace(/\/$/, '');
  const runId = read('GITHUB_RUN_ID');
  const runAttempt = read('GITHUB_RUN_ATTEMPT', '1');
  return {
    owner,
    repo,
    ...commitAndRefs(environment, payload),
    runId,
    runNumber: read('GITHUB_RUN_NUMBER'),
    runAttempt,
    workflow: read('GITHUB_WORKFLOW'),
    job: read('GITHUB_JOB'),
    step: read('GITHUB_ACTION'),
    event: read('GITHUB_EVENT_NAME'),
    actor: read('GITHUB_ACTOR'),
    serverUrl,
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
  };
}

function notInWorkflow(missing: readonly string[]): BakeError {
  return new ProblemsError(
    'This action runs as a step of a GitHub Actions workflow, where the runner sets these variables',
    missing.map((name) => `\`${name}\` is not set`),
  );
}

function repository(fullName: string): [owner: string, repo: string] {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(fullName) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new BakeError(
      `\`GITHUB_REPOSITORY\` is not of the form owner/repository: ${JSON.stringify(fullName)}`,
    );
  }
  return [owner, repo];
}

type CommitAndRefs = Pick<WorkflowContext, 'ref' | 'branch' | 'tag' | 'pr' | 'sha' | 'baseRef'>;

/**
 * For a pull request the payload is asked first: with `pull_request_target` the environment's ref and commit are those of
 * the base branch, with `pull_request` those of a merge commit that nobody made.
 */
function commitAndRefs(environment: NodeJS.ProcessEnv, payload: unknown): CommitAndRefs {
  const ofRun = commitOfWorkflowRun(environment, payload);
  if (ofRun !== undefined) return ofRun;
  const ref = environment['GITHUB_REF'] ?? '';
  const sha = environment['GITHUB_SHA'] ?? '';
  const pullRequest = field(payload, 'pull_request');
  const pr =
    positiveInteger(field(pullRequest, 'number')) ??
    positiveInteger(Number(afterPrefix(ref, 'refs/pull/')?.split('/')[0]));
  const headBranch = environment['GITHUB_HEAD_REF'] || text(field(pullRequest, 'head', 'ref'));
  const branch = headBranch ?? (pr === undefined ? afterPrefix(ref, 'refs/heads/') : undefined);
  const tag = pr === undefined ? afterPrefix(ref, 'refs/tags/') : undefined;
  const mergeGroupBase = afterPrefix(text(field(payload, 'merge_group', 'base_ref')), 'refs/heads/');
  return {
    ref: pr === undefined ? (branch ?? tag ?? (ref || sha.slice(0, 7))) : `pr-${pr}`,
    branch,
    tag,
    pr,
    sha: commit(field(pullRequest, 'head', 'sha')) ?? sha,
    baseRef: environment['GITHUB_BASE_REF'] || text(field(pullRequest, 'base', 'ref')) || mergeGroupBase,
  };
}

/**
 * With `workflow_run` the environment's ref and commit are those of the default branch; what was built, and is to be baked, is
 * the run's own commit (github/docs#531). A branch of a fork may have any name, so that the fork's owner goes before it.
 */
function commitOfWorkflowRun(environment: NodeJS.ProcessEnv, payload: unknown): CommitAndRefs | undefined {
  if (environment['GITHUB_EVENT_NAME'] !== 'workflow_run') return undefined;
  const sha = commit(field(payload, 'workflow_run', 'head_sha'));
  const headBranch = text(field(payload, 'workflow_run', 'head_branch'));
  if (sha === undefined || headBranch === undefined) return undefined;
  const repository = text(field(payload, 'workflow_run', 'head_repository', 'full_name'));
  const isOfFork = repository !== undefined && repository !== environment['GITHUB_REPOSITORY'];
  const branch = isOfFork ? `${repository.split('/')[0]}/${headBranch}` : headBranch;
  return { ref: branch, branch, tag: undefined, pr: undefined, sha, baseRef: undefined };
}

function readPayload(path: string | undefined, readFile: (path: string) => string): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFile(path));
  } catch {
    return undefined;
  }
}

/** What lies at the path, through own properties only: the payload is text from outside. */
function field(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function positiveInteger(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function commit(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}

function afterPrefix(value: string | undefined, prefix: string): string | undefined {
  return value?.startsWith(prefix) ? value.slice(prefix.length) || undefined : undefined;
}
