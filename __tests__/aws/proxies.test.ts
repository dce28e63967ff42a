import { describe, expect, test } from '@jest/globals';
import { proxiesOf, withProxyNamed } from '../../src/aws/proxies.ts';
import { BakeError } from '../../src/base/errors.ts';

const environmentOf = (variables: NodeJS.ProcessEnv) => proxiesOf(variables).environment;

describe('the proxy of a variable', () => {
  test.each([
    ['http://proxy:3128', 'http://proxy:3128/'],
    ['HTTP://proxy:3128', 'http://proxy:3128/'],
    ['https://proxy', 'https://proxy/'],
    ['proxy:3128', 'http://proxy:3128/'],
    [' proxy ', 'http://proxy/'],
    ['ci:pass%40word@proxy:3128', 'http://ci:pass%40word@proxy:3128/'],
    ['[::1]:3128', 'http://[::1]:3128/'],
  ])('%j is %s', (value, url) => {
    expect(environmentOf({ HTTPS_PROXY: value })).toEqual({ https_proxy: url });
  });

  test('is that of the name in lower case, if both are set', () => {
    const both = { https_proxy: 'http://lower', HTTPS_PROXY: 'socks5://upper', HTTP_PROXY: 'http://plain' };
    expect(environmentOf(both)).toEqual({ https_proxy: 'http://lower/', http_proxy: 'http://plain/' });
    expect(proxiesOf(both).tunnelVariable).toBe('https_proxy');
  });

  test('is not there if nothing is set', () => {
    expect(environmentOf({ HTTPS_PROXY: '', http_proxy: '' })).toEqual({});
  });

  test.each(['socks5://ci:s3cret@proxy', 'http://ci:s3cret@:x', 'http://ci:s3cret%@proxy', '://s3cret'])(
    '%s is an error that names the variable and does not show the value',
    (value) => {
      expect(() => proxiesOf({ HTTPS_PROXY: value })).toThrow(BakeError);
      expect(() => proxiesOf({ HTTPS_PROXY: value })).toThrow(/^(?=.*`HTTPS_PROXY`)(?!.*s3cret)/);
    },
  );
});

test.each([
  ['amazonaws.com', '.amazonaws.com'],
  ['.amazonaws.com, *.example.com', '.amazonaws.com,*.example.com'],
  ['*', '*'],
  ['127.0.0.1,10.0.0.1-10.0.0.9', '127.0.0.1,10.0.0.1-10.0.0.9'],
  ['localhost:8080', 'localhost:8080'],
])('in NO_PROXY, a domain stands for its subdomains too: %s', (value, forNode) => {
  expect(environmentOf({ NO_PROXY: value })).toEqual({ no_proxy: forNode });
  expect(environmentOf({ no_proxy: value, NO_PROXY: 'other' })).toEqual({ no_proxy: forNode });
});

describe('what Node says of a tunnel', () => {
  const proxies = proxiesOf({ https_proxy: 'http://proxy' });
  const tunnelError = (message: string) => Object.assign(new Error(message), { code: 'ERR_PROXY_TUNNEL' });

  test.each([
    [
      'Failed to establish tunnel to ec2:443 via http://proxy/: HTTP/1.1 407 Proxy Authentication Required',
      'the proxy that https_proxy names answered 407 Proxy Authentication Required',
    ],
    [
      'Failed to establish tunnel to ec2:443 via http://proxy/: HTTP/1.0 502',
      'the proxy that https_proxy names answered 502',
    ],
    [
      'Connection to establish proxy tunnel ended unexpectedly',
      'the proxy that https_proxy names opened no tunnel (Connection to establish proxy tunnel ended unexpectedly)',
    ],
  ])('%s', (message, words) => {
    expect(withProxyNamed(tunnelError(message), proxies)?.message).toBe(words);
  });

  test.each([
    [{ code: 'ECONNREFUSED', address: '10.0.0.7', port: 3128 }, 'http://10.0.0.7:3128', true],
    [{ code: 'ECONNREFUSED', address: '10.0.0.7', port: 3128 }, 'http://ci:s3cret@proxy:3128', true],
    [{ code: 'ECONNREFUSED', address: '10.0.0.7', port: 80 }, 'http://10.0.0.7', true],
    [{ code: 'ECONNREFUSED', address: '10.0.0.8', port: 443 }, 'http://10.0.0.7', false],
    [{ code: 'ECONNREFUSED', address: '10.0.0.8', port: 443 }, 'https://proxy', false],
    [{ code: 'EHOSTUNREACH', address: '10.0.0.7', port: 3128 }, 'http://proxy:3128', true],
    [{ code: 'ENOTFOUND', hostname: 'proxy' }, 'http://ci:s3cret@proxy:3128', true],
    [{ code: 'ENOTFOUND', hostname: 'ec2.example.com' }, 'http://proxy:3128', false],
    [{ code: 'ECONNRESET' }, 'http://proxy:3128', false],
  ])('and of a connection: %j, with the proxy %s, is about the proxy: %s', (fields, url, isOfProxy) => {
    const error = Object.assign(new Error('connect'), fields);
    const named = withProxyNamed(error, proxiesOf({ HTTPS_PROXY: url }));
    expect(named?.message).toBe(isOfProxy ? 'connect (the proxy that HTTPS_PROXY names)' : 'connect');
    expect(named).toBe(error);
    expect(withProxyNamed(error, proxiesOf({ HTTPS_PROXY: url }))?.message).toBe(named?.message);
  });

  test('is nothing about other errors', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(withProxyNamed(error, proxies)).toBe(error);
    expect(withProxyNamed(null, proxies)).toBeNull();
  });
});
