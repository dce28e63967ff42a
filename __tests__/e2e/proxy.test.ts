/** Proxies and certificates of one's own, in the committed `dist`. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Listening, type LoggingProxy, makeCertificate, openProxy, openTls } from '../builders/proxy.ts';
import { Stage } from '../builders/stage.ts';

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

test('AWS_CA_BUNDLE that names no file is named, before any call', async () => {
  const { code, log } = await bake({ AWS_CA_BUNDLE: 'corporate.pem' });
  expect(code).toBe(1);
  expect(log).toMatch(/^::error.*`AWS_CA_BUNDLE`.*corporate\.pem/m);
  expect(stage.simulator.calls.all).toEqual([]);
});
