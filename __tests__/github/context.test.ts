import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ProblemsError } from '../../src/base/errors.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import { readWorkflowContext } from '../../src/github/context.ts';

const pushed = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const merged = '3e493e493e493e493e493e493e493e493e493e49';
const proposed = 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ff0';
const base = 'ba5eba5eba5eba5eba5eba5eba5eba5eba5eba50';

/** What the runner sets, here for a push to `main`. */
function environment(overrides: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: pushed,
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    GITHUB_RUN_ID: '17532140987',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_WORKFLOW: 'Bake',
    GITHUB_JOB: 'bake',
    GITHUB_ACTION: 'bake-ami',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: 'push.json',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SERVER_URL: 'https://github.com',
    ...overrides,
  };
}

const readFixture = (path: string) =>
  readFileSync(new URL(`../fixtures/events/${path}`, import.meta.url), 'utf8');

const read = (overrides?: NodeJS.ProcessEnv) => readWorkflowContext(environment(overrides), readFixture);

interface Case {
  event: string;
  fixture: string;
  environment?: NodeJS.ProcessEnv;
  expected: Pick<WorkflowContext, 'ref' | 'branch' | 'tag' | 'pr' | 'sha' | 'baseRef'>;
}

const nothing = { branch: undefined, tag: undefined, pr: undefined, baseRef: undefined };
const ofPullRequest = {
  ...nothing,
  ref: 'pr-17',
  pr: 17,
  sha: proposed,
  branch: 'feature/x',
  baseRef: 'main',
};
const inPullRequest = {
  GITHUB_REF: 'refs/pull/17/merge',
  GITHUB_SHA: merged,
  GITHUB_HEAD_REF: 'feature/x',
  GITHUB_BASE_REF: 'main',
};

const cases: Case[] = [
  {
    event: 'push',
    fixture: 'push.json',
    environment: { GITHUB_REF: 'refs/heads/feature/x' },
    expected: { ...nothing, ref: 'feature/x', branch: 'feature/x', sha: pushed },
  },
  {
    event: 'push',
    fixture: 'push-tag.json',
    environment: { GITHUB_REF: 'refs/tags/v1.2.3' },
    expected: { ...nothing, ref: 'v1.2.3', tag: 'v1.2.3', sha: pushed },
  },
  {
    event: 'pull_request',
    fixture: 'pull-request.json',
    environment: inPullRequest,
    expected: ofPullRequest,
  },
  {
    // The environment is that of the base branch, and the head branch of the fork is called `main` as well.
    event: 'pull_request_target',
    fixture: 'pull-request-target.json',
    environment: { GITHUB_SHA: base, GITHUB_HEAD_REF: 'main', GITHUB_BASE_REF: 'main' },
    expected: { ...ofPullRequest, branch: 'main' },
  },
  {
    // The branches are in the payload only.
    event: 'pull_request_review',
    fixture: 'pull-request-review.json',
    environment: { GITHUB_REF: 'refs/pull/17/merge', GITHUB_SHA: merged },
    expected: ofPullRequest,
  },
  {
    event: 'workflow_dispatch',
    fixture: 'workflow-dispatch.json',
    expected: { ...nothing, ref: 'main', branch: 'main', sha: pushed },
  },
  {
    event: 'workflow_dispatch',
    fixture: 'workflow-dispatch.json',
    environment: { GITHUB_REF: 'refs/tags/v1.2.3' },
    expected: { ...nothing, ref: 'v1.2.3', tag: 'v1.2.3', sha: pushed },
  },
  {
    event: 'schedule',
    fixture: 'schedule.json',
    expected: { ...nothing, ref: 'main', branch: 'main', sha: pushed },
  },
  {
    event: 'release',
    fixture: 'release.json',
    environment: { GITHUB_REF: 'refs/tags/v1.2.3' },
    expected: { ...nothing, ref: 'v1.2.3', tag: 'v1.2.3', sha: pushed },
  },
  {
    event: 'merge_group',
    fixture: 'merge-group.json',
    environment: { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-17-${base}` },
    expected: {
      ...nothing,
      ref: `gh-readonly-queue/main/pr-17-${base}`,
      branch: `gh-readonly-queue/main/pr-17-${base}`,
      sha: pushed,
      baseRef: 'main',
    },
  },
  {
    // It runs on the default branch; what was built is the run's own commit.
    event: 'workflow_run',
    fixture: 'workflow-run.json',
    expected: {
      ...nothing,
      ref: 'feature/x',
      branch: 'feature/x',
      sha: 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ff0',
    },
  },
  {
    // A fork may call its branch like the default branch.
    event: 'workflow_run',
    fixture: 'workflow-run-of-fork.json',
    expected: {
      ...nothing,
      ref: 'mallory/main',
      branch: 'mallory/main',
      sha: 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ff0',
    },
  },
  {
    // A called workflow sees its caller's event.
    event: 'pull_request',
    fixture: 'pull-request.json',
    environment: {
      ...inPullRequest,
      GITHUB_WORKFLOW_REF: 'acme/workflows/.github/workflows/bake.yml@refs/heads/main',
    },
    expected: ofPullRequest,
  },
  {
    event: 'issue_comment',
    fixture: 'issue-comment.json',
    expected: { ...nothing, ref: 'main', branch: 'main', sha: pushed },
  },
  {
    // Of a bare commit.
    event: 'deployment',
    fixture: 'deployment.json',
    environment: { GITHUB_REF: '' },
    expected: { ...nothing, ref: '1a2b3c4', sha: pushed },
  },
];

test.each(cases)('knows commit and refs of $event ($fixture) as $expected.ref', (given) => {
  const context = read({
    ...given.environment,
    GITHUB_EVENT_NAME: given.event,
    GITHUB_EVENT_PATH: given.fixture,
  });
  expect(context).toMatchObject({ ...given.expected, event: given.event });
});

test('tells the rest as the runner does', () => {
  expect(read()).toEqual({
    owner: 'acme',
    repo: 'web',
    ref: 'main',
    branch: 'main',
    tag: undefined,
    pr: undefined,
    sha: pushed,
    baseRef: undefined,
    runId: '17532140987',
    runNumber: '42',
    runAttempt: '2',
    workflow: 'Bake',
    job: 'bake',
    step: 'bake-ami',
    event: 'push',
    actor: 'octocat',
    serverUrl: 'https://github.com',
    runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/2',
  });
});

test('links to the server that the run is on', () => {
  const { runUrl } = read({ GITHUB_SERVER_URL: 'https://github.acme.example/' });
  expect(runUrl).toBe('https://github.acme.example/acme/web/actions/runs/17532140987/attempts/2');
});

describe('without a payload that can be trusted', () => {
  test.each<[string, NodeJS.ProcessEnv]>([
    ['the file is missing', { GITHUB_EVENT_PATH: 'no-such-file.json' }],
    ['there is no path', { GITHUB_EVENT_PATH: undefined }],
    ['its values are not what they should be', { GITHUB_EVENT_PATH: 'pull-request-hostile.json' }],
  ])('the environment tells the pull request when %s', (_, overrides) => {
    const context = read({ ...inPullRequest, GITHUB_EVENT_NAME: 'pull_request', ...overrides });
    expect(context).toMatchObject({
      ref: 'pr-17',
      pr: 17,
      branch: 'feature/x',
      sha: merged,
      baseRef: 'main',
    });
  });

  test.each(['', 'no JSON', 'null', '[]', '7', '{"pull_request":null}', '{"pull_request":{"head":7}}'])(
    'a payload of %j is ignored',
    (payload) => {
      const context = readWorkflowContext(environment(), () => payload);
      expect(context).toMatchObject({ ref: 'main', sha: pushed, pr: undefined });
    },
  );

  test.each([0, -1, 1.5, 1e300, '17', null, {}])('%j is not the number of a pull request', (number) => {
    const payload = JSON.stringify({ pull_request: { number } });
    expect(readWorkflowContext(environment(), () => payload).pr).toBeUndefined();
  });

  test.each([`${proposed}0`, proposed.toUpperCase(), 'main', `${proposed}\n`, 7])(
    '%j is not a commit',
    (sha) => {
      const payload = JSON.stringify({ pull_request: { number: 17, head: { sha } } });
      expect(readWorkflowContext(environment(), () => payload).sha).toBe(pushed);
    },
  );

  test('commits may be named by SHA-256', () => {
    const sha = 'a'.repeat(64);
    const payload = JSON.stringify({ pull_request: { number: 17, head: { sha } } });
    expect(readWorkflowContext(environment(), () => payload).sha).toBe(sha);
  });

  test('what an object inherits is not part of the payload', () => {
    const payload = '{"__proto__":{"pull_request":{"number":17}}}';
    expect(readWorkflowContext(environment(), () => payload).pr).toBeUndefined();
  });
});

describe('outside of a workflow', () => {
  test('names every variable that is missing', () => {
    const run = () => read({ GITHUB_SHA: undefined, GITHUB_RUN_ID: '' });
    expect(run).toThrow(ProblemsError);
    expect(run).toThrow(
      /step of a GitHub Actions workflow.*\n- `GITHUB_SHA` is not set\n- `GITHUB_RUN_ID` is not set$/,
    );
  });

  test.each(['web', 'acme/', '/web', 'acme/web/x'])('refuses %j as a repository', (name) => {
    expect(() => read({ GITHUB_REPOSITORY: name })).toThrow(`not of the form owner/repository: "${name}"`);
  });
});
