/** The comment in a pull request by the committed `dist`, as a process against EC2 and GitHub over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GitHubApi, gitHubTokens } from '../../simulator/github-api.ts';
import { instanceState } from '../../simulator/model/instance.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { eventFixture, Stage, until } from '../builders/stage.ts';

let stage: Stage;
let gitHub: GitHubApi;
let server: SimulatorServer;
beforeEach(async () => {
  stage = await Stage.open({
    statusSeconds: 0,
    instance: { pendingSeconds: 1, checks: { system: 0, instance: 0, ebs: 0 }, agentSeconds: 0 },
  });
  gitHub = new GitHubApi();
  gitHub.seedPull({ number: 17 });
  server = await serve(gitHub);
});
afterEach(async () => {
  await server.close();
  await stage.close();
});

// Bakes within one second, and so with the same timestamp.
const inputs = { name: '{{ repo }}-{{ run_id }}', comment: 'true', 'github-token': gitHubTokens.actions };
const ofPullRequest = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/17/merge',
  GITHUB_HEAD_REF: 'feature/x',
  GITHUB_BASE_REF: 'main',
};

function step(environment: Record<string, string> = {}, given: Record<string, string> = {}) {
  return stage.step(
    { ...inputs, ...given },
    { GITHUB_API_URL: server.url, ...ofPullRequest, ...environment },
    { event: eventFixture('pull-request') },
  );
}

const comments = () => gitHub.repository().comments;

test('is made once, updated by a later run, and not overwritten by an older one', async () => {
  const first = step();
  const { code, log, milliseconds } = await first.main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(log).not.toContain('::warning');
  expect(milliseconds).toBeLessThan(15_000);
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body).toContain(first.outputs()['ami-id']);
  expect(log.replace(`::add-mask::${gitHubTokens.actions}`, '')).not.toContain(gitHubTokens.actions);

  const second = step({ GITHUB_RUN_ID: '7112233446' });
  expect((await second.main()).code).toBe(0);
  expect(comments()).toHaveLength(1);
  const body = comments()[0]?.body;
  expect(body).toContain(first.outputs()['ami-id']);
  expect(body).toContain(second.outputs()['ami-id']);

  const older = step({ GITHUB_RUN_ID: '999' });
  expect((await older.main()).code).toBe(0);
  expect(comments().map((comment) => comment.body)).toEqual([body]);
});

test('is a warning and nothing else when the token can only read', async () => {
  const { code, log } = await step({}, { 'github-token': gitHubTokens.readOnly }).main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(log).toMatch(/^::warning title=Comment::.*403.*pull-requests: write/m);
  expect(comments()).toEqual([]);
});

test('is a warning and nothing else when GitHub cannot be reached', async () => {
  const { code, log, milliseconds } = await step({ GITHUB_API_URL: 'http://127.0.0.1:1' }).main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(milliseconds).toBeLessThan(10_000);
  expect(log).toMatch(/^::warning title=Comment::.*ECONNREFUSED/m);
});

test('is made although the event is no JSON', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-event-'));
  const path = join(folder, 'event.json');
  writeFileSync(path, '{"pull_request": ');
  const { code, log } = await step({ GITHUB_EVENT_PATH: path }).main();
  rmSync(folder, { recursive: true });
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(comments()).toHaveLength(1);
});

test('tells of a bake that failed', async () => {
  const failing = step({}, { 'instance-id': 'i-0ffffffffffffffff' });
  expect((await failing.main()).code).toBe(1);
  expect(comments()).toEqual([
    expect.objectContaining({ body: expect.stringContaining('<b>The bake failed</b>') }),
  ]);
});

test('follows the image through its test, its promotion and its end', async () => {
  const bake = step();
  expect((await bake.main()).code).toBe(0);
  const id = bake.outputs()['ami-id'] ?? '';
  const next = (action: string, more: Record<string, string>) =>
    stage.step(
      { comment: 'true', 'github-token': gitHubTokens.actions, ...more },
      { GITHUB_API_URL: server.url, ...ofPullRequest },
      { action, event: eventFixture('pull-request') },
    );
  const body = () => comments()[0]?.body ?? '';

  const tested = await next('test', { 'ami-id': id }).main();
  expect(tested).toMatchObject({ code: 0, log: expect.stringContaining('Comment in pull request 17') });
  expect(body()).toMatch(new RegExp(`${id}.*passed`, 's'));

  const promoted = await next('promote', { 'ami-id': id, 'ssm-parameter': '/golden/next' }).main();
  expect({ code: promoted.code, log: promoted.log }).toMatchObject({ code: 0 });
  expect(body()).toContain('/golden/next');

  gitHub.seedPull({ number: 17, state: 'closed' });
  const { parameters, instances } = stage.simulator.world();
  parameters.clear();
  const ofTest = [...instances.values()].filter((instance) => instance.id !== stage.instanceId);
  await until(() => ofTest.every((one) => instanceState(one, Date.now()) === 'terminated'), 60);
  const retired = await next('retire', { 'pull-requests': 'closed', 'dry-run': 'false' }).main();
  expect({ code: retired.code, log: retired.log }).toMatchObject({ code: 0 });
  expect(stage.remains).toEqual([]);
  expect(body()).toMatch(new RegExp(`${id}.*removed`, 's'));
  expect(comments()).toHaveLength(1);
});

test('makes no call outside of a pull request', async () => {
  const { code, log } = await stage.step(inputs, { GITHUB_API_URL: server.url }).main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(log).toContain('No comment: this run is not of a pull request.');
  expect(gitHub.calls.all).toEqual([]);
});
