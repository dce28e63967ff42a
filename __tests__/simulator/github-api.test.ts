import { describe, expect, it } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { gitHubFaults } from '../../simulator/github/faults.ts';
import { inProcessFetch } from '../../simulator/github/in-process-fetch.ts';
import { GitHubApi, gitHubTokens } from '../../simulator/github-api.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { serve } from '../../simulator/wire/server.ts';

interface Ask {
  method?: string;
  content?: unknown;
  token?: string;
  base?: string;
  signal?: AbortSignal;
}

/** A GitHub with one repository, and a way to ask it. */
function gitHubStage() {
  const clock = new VirtualClock();
  const gitHub = new GitHubApi({ clock });
  gitHub.repository('acme/web');
  const ask = async (path: string, options: Ask = {}) => {
    const {
      method = 'GET',
      content,
      token = gitHubTokens.actions,
      base = 'https://api.github.test',
    } = options;
    const response = await clock.run(
      inProcessFetch(gitHub)(`${base}${path}`, {
        method,
        headers: { authorization: `token ${token}` },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
        ...(options.signal ? { signal: options.signal } : {}),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the call; the test says what it must be
      content: text.startsWith('<') || text === '' ? text : (JSON.parse(text) as any),
    };
  };
  return { clock, gitHub, ask };
}

const comments = '/repos/acme/web/issues/7/comments';

describe('Pull requests', () => {
  it('show whether they are open, closed or merged, and where they come from', async () => {
    const { clock, gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7, headRef: 'topic', headRepository: 'fork/web' });
    gitHub.seedPull({ number: 8, state: 'closed', mergedAt: clock.now() });
    gitHub.seedPull({ number: 9, headRepository: null });
    expect((await ask('/repos/acme/web/pulls/7')).content).toMatchObject({
      number: 7,
      state: 'open',
      closed_at: null,
      merged_at: null,
      head: { ref: 'topic', repo: { full_name: 'fork/web' } },
      base: { ref: 'main', repo: { full_name: 'acme/web' } },
      user: { login: 'octocat', type: 'User' },
    });
    expect((await ask('/repos/acme/web/pulls/8')).content).toMatchObject({
      state: 'closed',
      closed_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      merged_at: expect.any(String),
    });
    expect((await ask('/repos/acme/web/pulls/9')).content.head.repo).toBeNull();
    expect(await ask('/repos/acme/web/pulls/10')).toMatchObject({
      status: 404,
      content: { message: 'Not Found' },
    });
    expect(await ask('/repos/acme/none/pulls/7')).toMatchObject({ status: 404 });
  });

  it('are listed by state, the newest first', async () => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 1, state: 'closed' });
    gitHub.seedPull({ number: 2 });
    gitHub.seedPull({ number: 3, headRef: 'topic', headRepository: 'fork/web' });
    const list = async (query: string) =>
      (await ask(`/repos/acme/web/pulls${query}`)).content.map(({ number }: { number: number }) => number);
    expect(await list('')).toEqual([3, 2]);
    expect(await list('?state=closed')).toEqual([1]);
    expect(await list('?state=all')).toEqual([3, 2, 1]);
    expect(await list('?state=all&head=fork:topic')).toEqual([3]);
  });
});

describe('Comments', () => {
  it('are created, read, changed and deleted', async () => {
    const { clock, gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    const { status, content } = await ask(comments, { method: 'POST', content: { body: 'first' } });
    expect({ status, content }).toMatchObject({
      status: 201,
      content: { body: 'first', user: { login: 'github-actions[bot]', type: 'Bot' } },
    });
    const one = `/repos/acme/web/issues/comments/${content.id}`;
    await clock.advance(60);
    const changed = await ask(one, { method: 'PATCH', content: { body: 'second' } });
    expect(changed).toMatchObject({
      status: 200,
      content: { body: 'second', created_at: content.created_at },
    });
    expect(changed.content.updated_at).not.toBe(content.updated_at);
    expect((await ask(one)).content).toEqual(changed.content);
    expect((await ask(comments)).content).toEqual([changed.content]);
    expect(await ask(one, { method: 'DELETE' })).toMatchObject({ status: 204, content: '' });
    expect(await ask(one)).toMatchObject({ status: 404 });
    expect(gitHub.calls.actions()).toEqual([
      'issues/create-comment',
      'issues/update-comment',
      'issues/get-comment',
      'issues/list-comments',
      'issues/delete-comment',
      'issues/get-comment',
    ]);
    expect(gitHub.calls.changes()).toHaveLength(3);
    expect(gitHub.calls.all[0]).toMatchObject({
      service: 'github',
      parameters: { owner: 'acme', repo: 'web', number: '7', body: 'first' },
      outcome: { status: 201, code: undefined, done: true },
    });
  });

  it('of others may be changed as well', async () => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    const { id } = gitHub.seedComment({ issue: 7, body: 'mine' });
    const path = `/repos/acme/web/issues/comments/${id}`;
    expect((await ask(path, { method: 'PATCH', content: { body: 'yours' } })).content).toMatchObject({
      body: 'yours',
      user: { login: 'octocat' },
    });
  });

  it('come in pages, with links to the others', async () => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    gitHub.seedPull({ number: 8 });
    gitHub.seedComment({ issue: 8 });
    for (let count = 1; count <= 250; count += 1) gitHub.seedComment({ issue: 7, body: String(count) });
    const first = await ask(`${comments}?per_page=100`);
    expect(first.content).toHaveLength(100);
    const { id } = gitHub.repository();
    const list = `http://api.github.test/repositories/${id}/issues/7/comments?per_page=100&page=`;
    expect(first.headers.get('link')).toBe(`<${list}2>; rel="next", <${list}3>; rel="last"`);
    const last = await ask(`/repositories/${id}/issues/7/comments?per_page=100&page=3`);
    expect(last.content.at(-1)).toMatchObject({ body: '250' });
    expect(last.content).toHaveLength(50);
    expect(last.headers.get('link')).toBe(`<${list}2>; rel="prev", <${list}1>; rel="first"`);
    expect((await ask(comments)).content).toHaveLength(30);
    expect((await ask(`${comments}?per_page=1000`)).content).toHaveLength(100);
    expect((await ask(`${comments}?page=99`)).content).toEqual([]);
    const single = await ask('/repos/acme/web/issues/8/comments');
    expect(single.headers.get('link')).toBeNull();
  });

  it.each([
    ['without a body', {}, 422, 'Validation Failed'],
    ['of too many characters', { body: 'x'.repeat(65_537) }, 422, 'Validation Failed'],
    ['that are no object', 'text', 400, 'Problems parsing JSON'],
  ])('%s are refused', async (_what, content, status, message) => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    expect(await ask(comments, { method: 'POST', content })).toMatchObject({ status, content: { message } });
    expect(gitHub.calls.changes()).toEqual([]);
  });
});

describe('Tokens', () => {
  it.each([
    ['of an Action', gitHubTokens.actions, 'github-actions[bot]', 403],
    ['of a person', gitHubTokens.personal, 'octocat', 200],
  ])(
    '%s show who they belong to in GraphQL, and in REST only those of persons',
    async (_what, token, login, status) => {
      const { ask } = gitHubStage();
      const query = 'query {\n  viewer {\n    login\n  }\n}';
      for (const [path, base] of [
        ['/graphql', 'https://api.github.test'],
        ['/api/graphql', 'https://ghe.acme.test'],
      ] as const) {
        expect(await ask(path, { method: 'POST', content: { query }, token, base })).toMatchObject({
          status: 200,
          content: { data: { viewer: { login } } },
        });
      }
      expect(await ask('/user', { token })).toMatchObject({ status });
    },
  );

  it('that may only read cannot comment', async () => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    const token = gitHubTokens.readOnly;
    expect(await ask(comments, { token })).toMatchObject({ status: 200 });
    expect(await ask(comments, { method: 'POST', content: { body: 'x' }, token })).toMatchObject({
      status: 403,
      content: { message: 'Resource not accessible by integration', status: '403' },
    });
  });

  it('that are unknown are refused, and so is nobody', async () => {
    const { gitHub, ask } = gitHubStage();
    expect(await ask('/user', { token: 'ghp_unknown' })).toMatchObject({
      status: 401,
      content: { message: 'Bad credentials' },
    });
    const { answer } = gitHub.handle({ method: 'GET', path: '/user', headers: {}, body: '' });
    expect(answer).toMatchObject({ status: 401 });
  });

  it('without any permission see nothing', async () => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    gitHub.tokens.set('none', {
      user: { login: 'github-actions[bot]', type: 'Bot' },
      isInstallation: true,
      pullRequests: 'none',
    });
    expect(await ask('/repos/acme/web/pulls/7', { token: 'none' })).toMatchObject({ status: 403 });
  });
});

describe('What GitHub does not simulate', () => {
  it('is refused, never ignored', async () => {
    const { ask } = gitHubStage();
    expect(await ask('/repos/acme/web/labels')).toMatchObject({ status: 404 });
    const { content } = await ask('/graphql', { method: 'POST', content: { query: '{ viewer { name } }' } });
    expect(content.errors[0].message).toContain('does not simulate');
  });
});

describe('Faults', () => {
  const pull = '/repos/acme/web/pulls/7';

  it.each([
    ['bad credentials', gitHubFaults.badCredentials(), 401, 'Bad credentials'],
    ['a missing permission', gitHubFaults.notAccessible(), 403, 'Resource not accessible by integration'],
    ['nothing found', gitHubFaults.notFound(), 404, 'Not Found'],
    ['an error of the server', gitHubFaults.serverError(502), 502, 'Server Error'],
  ])('may be %s', async (_what, fault, status, message) => {
    const { gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    gitHub.faults.add({ action: 'pulls/get', fault, times: 1 });
    expect(await ask(pull)).toMatchObject({ status, content: { message } });
    expect(await ask(pull)).toMatchObject({ status: 200 });
    expect(gitHub.calls.all.map(({ outcome }) => outcome.code)).toEqual([String(status), undefined]);
  });

  it('may be rate limits, with their headers', async () => {
    const { clock, gitHub, ask } = gitHubStage();
    const resetsAt = clock.now() + 600_000;
    gitHub.faults.add({ fault: gitHubFaults.rateLimited(resetsAt), times: 1 });
    const primary = await ask(pull);
    expect(primary).toMatchObject({
      status: 403,
      content: { message: 'API rate limit exceeded for installation ID 1234567.' },
    });
    expect(primary.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(primary.headers.get('x-ratelimit-reset')).toBe(String(Math.ceil(resetsAt / 1000)));
    gitHub.faults.add({ fault: gitHubFaults.secondaryRateLimited(30, 429), times: 1 });
    const secondary = await ask(pull);
    expect(secondary.status).toBe(429);
    expect(secondary.headers.get('retry-after')).toBe('30');
  });

  it('may be bodies that are no JSON, and connections and answers that are lost, cut or late', async () => {
    const { clock, gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    const strike = (fault: Parameters<typeof gitHub.faults.add>[0]['fault']) =>
      gitHub.faults.add({ fault, times: 1 });
    strike(faults.htmlBody());
    expect((await ask(pull)).content).toContain('<html>');
    strike(faults.truncatedBody('early'));
    await expect(ask(pull)).rejects.toThrow('terminated');
    strike(faults.lostAnswer());
    await expect(ask(comments, { method: 'POST', content: { body: 'x' } })).rejects.toThrow('fetch failed');
    expect(gitHub.repository().comments).toHaveLength(1);
    strike(faults.connectionRefused());
    await expect(ask(pull)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    strike(faults.late(5));
    const before = clock.now();
    expect(await ask(pull)).toMatchObject({ status: 200 });
    expect(clock.now() - before).toBe(5000);
  });

  it('may be stalls that only an abort ends', async () => {
    const { clock, gitHub, ask } = gitHubStage();
    gitHub.seedPull({ number: 7 });
    for (const fault of [faults.stall(), faults.stalledBody()]) {
      gitHub.faults.add({ fault, times: 1 });
      const abort = new AbortController();
      const asked = ask(pull, { signal: abort.signal });
      void clock.sleep(30_000).then(() => abort.abort(new Error('too late')));
      await expect(Promise.all([asked, clock.advance(30)])).rejects.toThrow('too late');
    }
  });
});

describe('Over HTTP', () => {
  it('is served as the simulator is, also below the paths of GitHub Enterprise Server', async () => {
    const gitHub = new GitHubApi();
    gitHub.seedPull({ number: 7 });
    for (let count = 0; count < 3; count += 1) gitHub.seedComment({ issue: 7 });
    const server = await serve(gitHub);
    try {
      const get = (url: string) =>
        fetch(url, { headers: { authorization: `Bearer ${gitHubTokens.actions}` } });
      const response = await get(`${server.url}/api/v3/repos/acme/web/issues/7/comments?per_page=2`);
      expect(await response.json()).toHaveLength(2);
      const [, next = ''] = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
      expect(next).toContain(`${server.url}/api/v3/repositories/`);
      expect(await (await get(next)).json()).toHaveLength(1);
    } finally {
      await server.close();
    }
  });
});
