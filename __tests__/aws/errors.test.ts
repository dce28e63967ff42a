import { describe, expect, test } from '@jest/globals';
import { describeAwsError, errorKind, NoAnswerError, UnreadableAnswerError } from '../../src/aws/errors.ts';

function serviceError(code: string, httpStatusCode: number) {
  return Object.assign(new Error(`about ${code}`), {
    name: code,
    $fault: httpStatusCode < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode, requestId: 'req-1' },
  });
}

function nodeError(code: string) {
  return Object.assign(new Error(`connect ${code}`), { code, $metadata: { attempts: 1 } });
}

describe('the kind of an error', () => {
  test.each([
    ['UnauthorizedOperation', 403, 'permission'],
    ['AccessDeniedException', 400, 'permission'],
    ['AuthFailure', 401, 'credentials'],
    ['RequestExpired', 400, 'credentials'],
    ['ExpiredToken', 400, 'credentials'],
    ['RequestLimitExceeded', 503, 'throttled'],
    ['Throttling', 400, 'throttled'],
    ['SomethingNew', 429, 'throttled'],
    ['IncorrectInstanceState', 400, 'busy'],
    ['SnapshotCreationPerVolumeRateExceeded', 400, 'busy'],
    ['InvalidAMIID.NotFound', 400, 'not-found'],
    ['InternalError', 500, 'unclear'],
    ['Unavailable', 503, 'unclear'],
    ['SomethingNew', 502, 'unclear'],
    ['InvalidAMIName.Malformed', 400, 'refused'],
    ['ResourceLimitExceeded', 400, 'refused'],
    ['TagLimitExceeded', 400, 'refused'],
    ['SnapshotLimitExceeded', 400, 'refused'],
    ['OptInRequired', 401, 'credentials'],
    ['TooManyUpdates', 400, 'busy'],
    ['InvalidSignatureException', 400, 'credentials'],
    ['InvalidSomethingID.NotFound', 400, 'not-found'],
  ])('%s with HTTP %d is %s', (code, status, kind) => {
    expect(errorKind(serviceError(code, status))).toBe(kind);
  });

  test.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'])(
    'a network error %s is unclear',
    (code) => {
      expect(errorKind(nodeError(code))).toBe('unclear');
    },
  );

  test.each([
    ['AuthFailure', 'Not authorized for image:ami-0abc', 'refused'],
    ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 'credentials'],
  ])('%s is judged by its message: %s', (code, message, kind) => {
    expect(errorKind(Object.assign(serviceError(code, 403), { message }))).toBe(kind);
  });

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
    'a certificate that is not trusted (%s) is refused',
    (code) => {
      expect(errorKind(nodeError(code))).toBe('refused');
    },
  );

  test.each([
    ['answered 407 Proxy Authentication Required', 'refused'],
    ['answered 403 Forbidden', 'refused'],
    ['answered 429 Too Many Requests', 'unclear'],
    ['answered 503 Service Unavailable', 'unclear'],
    ['opened no tunnel (it timed out)', 'unclear'],
  ])('a proxy that %s is %s', (words, kind) => {
    const error = Object.assign(new Error(`the proxy that HTTPS_PROXY names ${words}`), {
      code: 'ERR_PROXY_TUNNEL',
    });
    expect(errorKind(error)).toBe(kind);
  });

  test('a proxy without TLS that asks for credentials is refused', () => {
    const page = 'DescribeImages was answered with HTTP 407 and a body that begins with "<html>"';
    expect(errorKind(new UnreadableAnswerError(page))).toBe('refused');
  });

  test('an answer that is missing or cannot be read is unclear', () => {
    expect(errorKind(new NoAnswerError('none'))).toBe('unclear');
    expect(errorKind(new UnreadableAnswerError('HTML'))).toBe('unclear');
    expect(errorKind(Object.assign(new SyntaxError('xml'), { $response: { statusCode: 200 } }))).toBe(
      'unclear',
    );
  });

  test('missing credentials are credentials, a bug of ours is no network error', () => {
    expect(errorKind(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }))).toBe(
      'credentials',
    );
    expect(errorKind(new TypeError('x is not a function'))).toBe('refused');
  });
});

test('an error is described with code, message and request ID', () => {
  expect(describeAwsError(serviceError('AuthFailure', 401))).toBe(
    'AuthFailure: about AuthFailure (request req-1)',
  );
  expect(describeAwsError(nodeError('ECONNRESET'))).toBe('ECONNRESET: connect ECONNRESET');
});
