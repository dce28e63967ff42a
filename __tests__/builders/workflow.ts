import type { WorkflowContext } from '../../src/base/workflow.ts';

/** A push to `main` of `acme/web`. */
export function workflow(overrides: Partial<WorkflowContext> = {}): WorkflowContext {
  return {
    owner: 'acme',
    repo: 'web',
    ref: 'main',
    branch: 'main',
    tag: undefined,
    pr: undefined,
    sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    baseRef: undefined,
    runId: '17532140987',
    runNumber: '42',
    runAttempt: '1',
    workflow: 'Bake',
    job: 'bake',
    step: 'bake-ami',
    event: 'push',
    actor: 'octocat',
    serverUrl: 'https://github.com',
    runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/1',
    ...overrides,
  };
}

/** Pull request 17 of `acme/web`, from `feature/x` into `main`. */
export function pullRequest(overrides: Partial<WorkflowContext> = {}): WorkflowContext {
  return workflow({
    ref: 'pr-17',
    branch: 'feature/x',
    pr: 17,
    baseRef: 'main',
    event: 'pull_request',
    ...overrides,
  });
}
