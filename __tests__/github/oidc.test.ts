import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BakeError } from '../../src/base/errors.ts';
import { gitHubIdToken } from '../../src/github/oidc.ts';
import { errorOf } from '../builders/told.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvd2ViIn0.c2ln-bmF0_dXJl';
const never = new AbortController().signal;

let server: Server;
let answer: RequestListener;
let asked: { url: string | undefined; authorization: string | undefined }[];
let written: string;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  written = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function environment(overrides: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/idtoken?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-token',
    ...overrides,
  };
}

function answering(status: number, body: string): RequestListener {
  return (_request, response) => response.writeHead(status).end(body);
}

test('a token is asked for with the audience, and masked before it is handed out', async () => {
  answer = answering(200, JSON.stringify({ count: 1, value: token }));
  expect(await gitHubIdToken(environment())('sts.amazonaws.com', never)).toBe(token);
  expect(asked).toEqual([
    { url: '/idtoken?api-version=2.0&audience=sts.amazonaws.com', authorization: 'Bearer bearer-token' },
  ]);
  expect(written.trim()).toBe(`::add-mask::${token}`);
});

test('a job without the permission is told which one it needs', async () => {
  for (const name of ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    const error = await errorOf(gitHubIdToken(environment({ [name]: '' }))('sts.amazonaws.com', never));
    expect(error).toBeInstanceOf(BakeError);
    expect(error.remedy).toContain('id-token: write');
  }
  expect(asked).toEqual([]);
});

test('an address that is none is an error', async () => {
  const ask = gitHubIdToken(environment({ ACTIONS_ID_TOKEN_REQUEST_URL: 'here' }));
  expect(await errorOf(ask('sts.amazonaws.com', never))).toBeInstanceOf(BakeError);
});

describe('an answer without a token', () => {
  test.each([400, 401, 403, 404])('with HTTP %i is final', async (status) => {
    answer = answering(status, '{"message":"No"}');
    const error = await errorOf(gitHubIdToken(environment())('sts.amazonaws.com', never));
    expect(error).toBeInstanceOf(BakeError);
    expect(error.message).toContain(`HTTP ${status}`);
    expect(asked).toHaveLength(1);
  });

  test.each([408, 429, 500, 502, 503])('with HTTP %i may be another one later', async (status) => {
    answer = answering(status, '<html>');
    const error = await errorOf(gitHubIdToken(environment())('sts.amazonaws.com', never));
    expect(error).not.toBeInstanceOf(BakeError);
    expect(error.message).toContain(`HTTP ${status}`);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['empty', ''],
    ['HTML', '<html>Welcome</html>'],
    ['cut off', `{"value":"${token.slice(0, -4)}`],
    ['the bare token', token],
    ['no object', '"token"'],
    ['null', 'null'],
    ['another field', '{"token":"x"}'],
    ['no token in it', '{"value":"not a token\\n::error::x"}'],
    ['a number in it', '{"value":5}'],
  ])('that is %s may be another one later, and is not repeated to anybody', async (_title, body) => {
    answer = answering(200, body);
    const error = await errorOf(gitHubIdToken(environment())('sts.amazonaws.com', never));
    expect(error).not.toBeInstanceOf(BakeError);
    expect(error.message).toBe('GitHub answered the request for an OIDC token with something else.');
    expect(written).toBe('');
  });

  test('that never comes ends with the signal', async () => {
    answer = () => {};
    const limit = new AbortController();
    const asking = errorOf(gitHubIdToken(environment())('sts.amazonaws.com', limit.signal));
    setTimeout(() => limit.abort(), 20);
    expect(await asking).not.toBeInstanceOf(BakeError);
  });

  test('that stops half-way ends with the signal', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"value":"');
    };
    const limit = new AbortController();
    const asking = errorOf(gitHubIdToken(environment())('sts.amazonaws.com', limit.signal));
    setTimeout(() => limit.abort(), 50);
    expect(await asking).not.toBeInstanceOf(BakeError);
  });
});

test('the request goes through the proxy of the environment, and not where that is not wanted', async () => {
  answer = answering(200, JSON.stringify({ value: token }));
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const away = { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.invalid/idtoken', HTTP_PROXY: proxy };
  expect(await gitHubIdToken(environment(away))('sts.amazonaws.com', never)).toBe(token);
  expect(asked[0]?.url).toBe('http://token.invalid/idtoken?audience=sts.amazonaws.com');

  const direct = gitHubIdToken(environment({ ...away, NO_PROXY: 'token.invalid' }));
  expect(await errorOf(direct('sts.amazonaws.com', never))).toMatchObject({ code: 'ENOTFOUND' });
});
