import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { gitHubFaults } from '../../simulator/github/faults.ts';
import { inProcessFetch } from '../../simulator/github/in-process-fetch.ts';
import { GitHubApi, gitHubTokens } from '../../simulator/github-api.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { serve } from '../../simulator/wire/server.ts';
import { closeConnections } from '../../src/aws/http-agents.ts';
import { graphqlUrl, octokitOf } from '../../src/github/octokit.ts';
import { openProxy } from '../builders/proxy.ts';
import { errorOf } from '../builders/told.ts';

const never = new AbortController().signal;
const token = gitHubTokens.actions;
const pull = { owner: 'acme', repo: 'web', pull_number: 7 };

function stage(signal = never) {
  const clock = new VirtualClock();
  const gitHub = new GitHubApi({ clock });
  gitHub.seedPull({ number: 7, state: 'closed' });
  const octokit = octokitOf({ token, environment: {}, signal, clock, fetch: inProcessFetch(gitHub) });
  return { clock, gitHub, octokit };
}

describe('Octokit', () => {
  test.each([gitHubFaults.serverError(502), faults.reset()])(
    'asks again after a fault that passes',
    async (fault) => {
      const { clock, gitHub, octokit } = stage();
      gitHub.faults.add({ action: 'pulls/get', fault, times: 2 });
      const { data } = await clock.run((await octokit).rest.pulls.get(pull));
      expect(data.state).toBe('closed');
      expect(gitHub.calls.actions()).toEqual(['pulls/get', 'pulls/get', 'pulls/get']);
    },
  );

  test('does not repeat a request that changes something', async () => {
    const { clock, gitHub, octokit } = stage();
    gitHub.faults.add({ action: 'issues/create-comment', fault: gitHubFaults.serverError(), times: 1 });
    const { rest } = await octokit;
    const comment = { owner: 'acme', repo: 'web', issue_number: 7, body: 'Hello' };
    expect(await clock.run(errorOf(rest.issues.createComment(comment)))).toMatchObject({ status: 500 });
    expect(gitHub.calls.actions()).toEqual(['issues/create-comment']);
  });

  test('does not repeat what was refused', async () => {
    const { clock, gitHub, octokit } = stage();
    gitHub.faults.add({ action: 'pulls/get', fault: gitHubFaults.notAccessible() });
    expect(await clock.run(errorOf((await octokit).rest.pulls.get(pull)))).toMatchObject({ status: 403 });
    expect(gitHub.calls.actions()).toEqual(['pulls/get']);
  });

  test.each([faults.stall(), faults.stalledBody()])(
    'waits ten seconds for an answer, three times',
    async (fault) => {
      const { clock, gitHub, octokit } = stage();
      gitHub.faults.add({ action: 'pulls/get', fault });
      const startedAt = clock.now();
      const error = await clock.run(errorOf((await octokit).rest.pulls.get(pull)));
      expect(error.message).toBe('GitHub did not answer within 10 seconds');
      expect(clock.now() - startedAt).toBe(33_000);
      expect(clock.pending).toBe(0);
    },
  );

  test('does not take a cut answer for a whole one', async () => {
    const { clock, gitHub, octokit } = stage();
    gitHub.faults.add({ action: 'pulls/get', fault: faults.truncatedBody() });
    expect((await clock.run(errorOf((await octokit).rest.pulls.get(pull)))).message).toBe('terminated');
  });

  test('stops when the step is over', async () => {
    const over = new AbortController();
    const { clock, gitHub, octokit } = stage(over.signal);
    gitHub.faults.add({ action: 'pulls/get', fault: faults.stall() });
    const asked = errorOf((await octokit).rest.pulls.get(pull));
    over.abort(new Error('The step was cancelled.'));
    expect((await clock.run(asked)).message).toBe('The step was cancelled.');
    expect(clock.pending).toBe(0);
  });
});

describe('The address of the API', () => {
  test.each([
    [{}, 'https://api.github.com/graphql'],
    [{ GITHUB_API_URL: 'https://github.acme.test/api/v3' }, 'https://github.acme.test/api/graphql'],
    [{ GITHUB_API_URL: 'https://api.acme.ghe.com/' }, 'https://api.acme.ghe.com/graphql'],
    [{ GITHUB_GRAPHQL_URL: 'https://acme.test/graphql' }, 'https://acme.test/graphql'],
  ])('of GraphQL for %j is %s', (environment, address) => {
    expect(graphqlUrl(environment)).toBe(address);
  });
});

describe('Over HTTP', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    closeConnections();
    for (const close of closing.splice(0)) await close();
  });

  async function served() {
    const gitHub = new GitHubApi();
    gitHub.seedPull({ number: 7 });
    const server = await serve(gitHub);
    closing.push(() => server.close());
    return { gitHub, url: server.url };
  }

  test('GitHub is asked at GITHUB_API_URL, through the proxy where there is one', async () => {
    const { url } = await served();
    const proxy = await openProxy();
    closing.push(() => proxy.close());
    for (const environment of [
      { GITHUB_API_URL: url },
      { GITHUB_API_URL: url, HTTP_PROXY: proxy.url },
      { GITHUB_API_URL: url, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
    ]) {
      const octokit = await octokitOf({ token, environment, signal: never });
      expect((await octokit.rest.pulls.get(pull)).data.number).toBe(7);
    }
    expect(proxy.asked).toEqual([`${url}/repos/acme/web/pulls/7`]);
  });

  test('an event that is no JSON does not matter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bake-ami-event-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'event.json');
    writeFileSync(path, '{"pull_request": ');
    const { url } = await served();
    const environment = { GITHUB_API_URL: url, GITHUB_EVENT_PATH: path };
    const octokit = await octokitOf({ token, environment, signal: never });
    expect((await octokit.rest.pulls.get(pull)).data.number).toBe(7);
    expect(environment.GITHUB_EVENT_PATH).toBe(path);
  });

  test('a redirection is no success', async () => {
    const server = createServer((_request, response) =>
      response.writeHead(301, { location: '/elsewhere', 'content-type': 'application/json' }).end('{}'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const octokit = await octokitOf({ token, environment: { GITHUB_API_URL: url }, signal: never });
    const comment = { owner: 'acme', repo: 'web', issue_number: 7, body: 'Hello' };
    expect((await errorOf(octokit.rest.issues.createComment(comment))).message).toContain('HTTP 301');
  });
});
