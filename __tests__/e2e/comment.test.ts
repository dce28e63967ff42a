/** The comment in a pull request by the committed `dist`, as a process against EC2 and GitHub over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GitHubApi, gitHubTokens } from '../../simulator/github-api.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { eventFixture, Stage } from '../builders/stage.ts';

let stage: Stage;
let gitHub: GitHubApi;
let server: SimulatorServer;
beforeEach(async () => {
  stage = await Stage.open();
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

test('makes no call outside of a pull request', async () => {
  const { code, log } = await stage.step(inputs, { GITHUB_API_URL: server.url }).main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(log).toContain('No comment: this run is not of a pull request.');
  expect(gitHub.calls.all).toEqual([]);
});
