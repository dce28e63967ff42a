import type { Clock } from '../src/base/clock.ts';
import type { Calls } from './calls.ts';
import { sparesWork, strike } from './fault-effects.ts';
import type { FaultScript } from './faults.ts';
import type { ApiError } from './model/errors.ts';
import { issuer, tokenOf } from './model/id-token.ts';
import type { IdGenerator } from './model/ids.ts';
import type { TimedAnswer, WireMessage } from './wire/answer.ts';
import type { WireRequest } from './wire/request.ts';

/** Its calls are recorded, and struck by faults, as this action of this service. */
const service = 'github';
const action = 'GetIdToken';

/** GitHub's tokens are good for five minutes: `iat` and `exp` of the example in its documentation. */
const tokenSeconds = 300;

/**
 * GitHub, as far as it gives OIDC tokens to a job that has the permission `id-token: write`: on the same server as the
 * simulated AWS, behind a path of its own.
 */
export class GitHubOidc {
  /** Where the tokens are, below the server's URL: for ACTIONS_ID_TOKEN_REQUEST_URL. GitHub's has a query too. */
  readonly path = '/_github/oidc/token?api-version=2.0';
  /** For ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly bearer = 'simulated-bearer-token';
  /** `sub` of the tokens. */
  subject = 'repo:acme/web:ref:refs/heads/main';
  readonly #clock: Clock;
  readonly #ids: IdGenerator;
  readonly #calls: Calls;
  readonly #faults: FaultScript;

  constructor(parts: { clock: Clock; ids: IdGenerator; calls: Calls; faults: FaultScript }) {
    this.#clock = parts.clock;
    this.#ids = parts.ids;
    this.#calls = parts.calls;
    this.#faults = parts.faults;
  }

  /** A token of that audience, without a request. */
  token(audience: string): string {
    const iat = Math.floor(this.#clock.now() / 1000);
    const claims = { iss: issuer, aud: audience, sub: this.subject, iat, exp: iat + tokenSeconds };
    return tokenOf({ ...claims, jti: this.#ids.uuid() });
  }

  isFor({ path }: WireRequest): boolean {
    return path.startsWith('/_github/');
  }

  handle(request: WireRequest): TimedAnswer {
    const at = this.#clock.now();
    const query = new URL(request.path, 'http://simulator').searchParams;
    const call = { at, service, action, parameters: Object.fromEntries(query), region: '', accountId: '' };
    const fault = this.#faults.strike(call);
    const message = sparesWork(fault) ? undefined : this.#answer(request, query);
    const answer = strike(fault, message, json, '');
    this.#calls.record({
      ...call,
      accessKeyId: '',
      userAgent: request.headers['user-agent'] ?? '',
      mutating: false,
      outcome: {
        status: 'status' in answer ? answer.status : undefined,
        code: fault?.kind === 'error' ? fault.code : undefined,
        fault: fault?.kind,
        done: message?.status === 200,
      },
    });
    return { answer, delayMilliseconds: fault?.kind === 'late' ? fault.seconds * 1000 : 0 };
  }

  #answer({ method, path, headers }: WireRequest, query: URLSearchParams): WireMessage {
    const [place] = this.path.split('?');
    if (method !== 'GET' || path.split('?')[0] !== place) return jsonMessage(404, { message: 'Not Found' });
    if (headers['authorization'] !== `Bearer ${this.bearer}`) {
      return jsonMessage(401, { message: 'Unauthorized' });
    }
    const value = this.token(query.get('audience') ?? 'https://github.com/acme');
    return jsonMessage(200, { count: value.length, value });
  }
}

/** What faults need of a protocol. */
const json = {
  error: ({ message, status }: ApiError) => jsonMessage(status, { message }),
};

function jsonMessage(status: number, body: unknown): WireMessage {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
