import type { Fault } from '../faults.ts';

/** What goes wrong with GitHub's API in ways of its own. `faults` in `../faults.ts` strike it as well. */
export const gitHubFaults = {
  badCredentials: (): Fault => error(401, 'Bad credentials'),
  notAccessible: (): Fault => error(403, 'Resource not accessible by integration'),
  notFound: (): Fault => error(404, 'Not Found'),
  serverError: (status = 500): Fault => error(status, 'Server Error'),
  /**
   * GitHub docs, "Rate limits for the REST API": 403 or 429, `x-ratelimit-remaining: 0`, and `x-ratelimit-reset` in seconds
   * since the epoch. Message in KnpLabs/php-github-api#1070.
   */
  rateLimited: (resetsAt: number, status: 403 | 429 = 403): Fault =>
    refusal(status, 'API rate limit exceeded for installation ID 1234567.', {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '1000',
      'x-ratelimit-reset': String(Math.ceil(resetsAt / 1000)),
      'x-ratelimit-resource': 'core',
    }),
  /** The same chapter, "secondary rate limit"; message in KnpLabs/php-github-api#1070. */
  secondaryRateLimited: (retryAfterSeconds = 60, status: 403 | 429 = 403): Fault =>
    refusal(
      status,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      { 'retry-after': String(retryAfterSeconds) },
    ),
} as const;

function error(status: number, message: string): Fault {
  return { kind: 'error', code: String(status), message, status };
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>>): Fault {
  const body = JSON.stringify({
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  });
  return { kind: 'body', status, contentType: 'application/json; charset=utf-8', headers, body };
}
