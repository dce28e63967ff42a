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

  test('is nothing about other errors', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(withProxyNamed(error, proxies)).toBe(error);
    expect(withProxyNamed(null, proxies)).toBeNull();
  });
});
