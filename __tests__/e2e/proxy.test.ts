/** Proxies and private certificates, in the committed `dist`. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Listening, type LoggingProxy, makeCertificate, openProxy, openTls } from '../builders/proxy.ts';
import { Stage, until } from '../builders/stage.ts';

let stage: Stage;
let proxy: LoggingProxy;
beforeEach(async () => {
  stage = await Stage.open();
  proxy = await openProxy();
});
afterEach(async () => {
  await proxy.close();
  await stage.close();
});

/** A bake with these variables in its environment. */
const bake = (environment: Record<string, string>, inputs: Record<string, string> = {}) =>
  stage.step(inputs, environment).main();

describe('an endpoint without TLS', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('is asked through the proxy of %s', async (variable) => {
    const { code, log } = await bake({ [variable]: proxy.url });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(proxy.asked).toHaveLength(stage.simulator.calls.all.length);
    expect(new Set(proxy.asked)).toEqual(new Set([`${stage.url}/`]));
  });

  test.each([
    { HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' },
    { http_proxy: 'http://127.0.0.1:9', no_proxy: 'example.com,127.0.0.1' },
    { HTTPS_PROXY: 'http://127.0.0.1:9' },
  ])('is asked directly with %j', async (environment) => {
    const { code, log } = await bake(environment);
    expect({ code, log }).toMatchObject({ code: 0 });
  });
});

const certificate = makeCertificate();
afterAll(() => certificate?.remove());

// Skipped in sight: without openssl there is no certificate to try it with.
const withCertificate = certificate === undefined ? describe.skip : describe;

withCertificate('an endpoint with a certificate of its own', () => {
  const { path = '' } = certificate ?? {};
  let tls: Listening;
  beforeEach(async () => {
    if (certificate !== undefined) tls = await openTls(stage.url, certificate);
  });
  afterEach(() => tls.close());

  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'is trusted by AWS_CA_BUNDLE and asked through the proxy of %s',
    async (variable) => {
      const { code, log } = await bake({
        AWS_ENDPOINT_URL: tls.url,
        AWS_CA_BUNDLE: path,
        [variable]: proxy.url,
      });
      expect({ code, log }).toMatchObject({ code: 0 });
      expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${tls.url.replace('https://', '')}`]));
      // Connections are kept: far fewer than calls.
      expect(proxy.asked.length).toBeLessThan(stage.simulator.calls.all.length / 2);
    },
  );

  test('is asked directly where NO_PROXY says so', async () => {
    const { code, log } = await bake({
      AWS_ENDPOINT_URL: tls.url,
      AWS_CA_BUNDLE: path,
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: '127.0.0.1',
    });
    expect({ code, log }).toMatchObject({ code: 0 });
  });

  describe('behind a proxy that does not open the tunnel', () => {
    let refusing: LoggingProxy;
    afterEach(() => refusing.close());

    const bakeBehind = (url: string, inputs: Record<string, string> = {}) =>
      bake({ AWS_ENDPOINT_URL: tls.url, AWS_CA_BUNDLE: path, HTTPS_PROXY: url }, inputs);

    test.each(['407 Proxy Authentication Required', '403 Forbidden'])('but answers %s', async (answer) => {
      refusing = await openProxy({ refuse: () => answer });
      const { code, log, milliseconds } = await bakeBehind(refusing.url.replace('//', '//ci:s3cret@'));
      expect(code).toBe(1);
      expect(log).toMatch(new RegExp(`^::error.*the proxy that HTTPS_PROXY names answered ${answer}`, 'im'));
      expect(log).not.toContain('s3cret');
      expect(milliseconds).toBeLessThan(5000);
      expect(stage.simulator.calls.all).toEqual([]);
    });

    test('but answers 503 Service Unavailable, the error comes within 5 s', async () => {
      refusing = await openProxy({ refuse: () => '503 Service Unavailable' });
      const { code, log, milliseconds } = await bakeBehind(refusing.url);
      expect(code).toBe(1);
      expect(log).toMatch(/^::error.*the proxy that HTTPS_PROXY names answered 503/im);
      expect(milliseconds).toBeLessThan(5000);
    });

    test('but swallows one CONNECT, the bake retries, and the process ends', async () => {
      refusing = await openProxy({ refuse: (nth) => (nth === 1 ? 'never' : undefined) });
      const { code, log, milliseconds } = await bakeBehind(refusing.url);
      expect({ code, log }).toMatchObject({ code: 0 });
      expect(milliseconds).toBeLessThan(20_000);
    });

    test('but swallows every CONNECT, SIGTERM ends the process', async () => {
      refusing = await openProxy({ refuse: () => 'never' });
      const step = stage.step(
        {},
        { AWS_ENDPOINT_URL: tls.url, AWS_CA_BUNDLE: path, HTTPS_PROXY: refusing.url },
      );
      const running = step.main();
      await until(() => refusing.asked.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const from = Date.now();
      step.kill('SIGTERM');
      const { code, log } = await running;
      expect({ code, log }).toMatchObject({ code: 1 });
      expect(Date.now() - from).toBeLessThan(1500);
    });
  });

  test('is trusted by NODE_EXTRA_CA_CERTS too, as is GitHub’s, and the token comes through the proxy', async () => {
    const { gitHub } = stage.simulator;
    const { code, log } = await bake(
      {
        AWS_ENDPOINT_URL: tls.url,
        NODE_EXTRA_CA_CERTS: path,
        HTTPS_PROXY: proxy.url,
        ACTIONS_ID_TOKEN_REQUEST_URL: `${tls.url}${gitHub.path}`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: gitHub.bearer,
      },
      { 'role-to-assume': 'arn:aws:iam::123456789012:role/bake' },
    );
    expect({ code, log }).toMatchObject({ code: 0 });
    // One for GitHub, one for STS, one for EC2 at least.
    expect(proxy.asked.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the value of a proxy variable', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('without a scheme in %s means http://', async (variable) => {
    const { code, log } = await bake({ [variable]: proxy.url.replace('http://', '') });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(proxy.asked).toHaveLength(stage.simulator.calls.all.length);
  });

  test.each([
    ['HTTPS_PROXY', 'socks5://ci:s3cret@127.0.0.1:1080', /socks5/],
    ['https_proxy', 'ftp://ci:s3cret@127.0.0.1', /ftp/],
    ['HTTP_PROXY', 'socks5://ci:s3cret@127.0.0.1:1080', /socks5/],
    ['HTTP_PROXY', 'http://ci:s3cret@:80:80', /not a URL/],
    ['HTTP_PROXY', 'http://ci:s3cret%zz@127.0.0.1', /user name or password/],
  ])('%s=%s is an error that names the variable, before any call', async (variable, value, reason) => {
    const { code, log, milliseconds } = await bake({ [variable]: value });
    expect(code).toBe(1);
    const [error = ''] = /^::error.*$/m.exec(log) ?? [];
    expect(error).toContain(`\`${variable}\``);
    expect(error).toMatch(reason);
    expect(log).not.toContain('s3cret');
    expect(log).not.toContain('bug in bake-ami');
    expect(milliseconds).toBeLessThan(5000);
    expect(stage.simulator.calls.all).toEqual([]);
  });
});

test('a proxy that restarts during the bake is waited for', async () => {
  await stage.close();
  stage = await Stage.open({ image: { seconds: 2 }, latencyMilliseconds: 300 });
  const port = Number(new URL(proxy.url).port);
  const running = bake({ HTTP_PROXY: proxy.url });
  await until(() => stage.simulator.calls.of('CreateTags').length > 0);
  await proxy.close();
  await new Promise((resolve) => setTimeout(resolve, 8000));
  proxy = await openProxy({ port });
  const { code, log } = await running;
  expect({ code, log }).toMatchObject({ code: 0 });
});

test.each([
  [
    'refuses connections',
    () => 'http://ci:s3cret@127.0.0.1:9',
    /ECONNREFUSED.*the proxy that HTTP_PROXY names/,
  ],
  [
    'has an unknown name',
    () => 'http://ci:s3cret@proxy.invalid:3128',
    /ENOTFOUND.*the proxy that HTTP_PROXY names/,
  ],
  [
    'is called https:// and speaks no TLS',
    () => proxy.url.replace('http://', 'https://ci:s3cret@'),
    /answers without TLS.*HTTP_PROXY/,
  ],
])('a proxy that %s from the start is known within 5 s', async (_how, url, words) => {
  const { code, log, milliseconds } = await bake({ HTTP_PROXY: url() });
  expect({ code, log }).toMatchObject({ code: 1, log: expect.stringMatching(/^::error/m) });
  expect(/^::error.*$/m.exec(log)?.[0]).toMatch(words);
  expect(log).not.toContain('s3cret');
  expect(milliseconds).toBeLessThan(5000);
});

test('AWS_CA_BUNDLE that names no file is named, before any call', async () => {
  const { code, log } = await bake({ AWS_CA_BUNDLE: 'corporate.pem' });
  expect(code).toBe(1);
  expect(log).toMatch(/^::error.*`AWS_CA_BUNDLE`.*corporate\.pem/m);
  expect(stage.simulator.calls.all).toEqual([]);
});
