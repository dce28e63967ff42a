import { type CallRule, type CallTarget, isDue, matches } from './call-rules.ts';

/**
 * What can go wrong with a call. `after: true` means that the work is done before it goes wrong: the caller
 * does not learn of it. Without, the work is not done.
 */
export type Fault =
  /** The connection is reset instead of an answer. */
  | { kind: 'reset'; after?: boolean }
  /** There is no connection. Over HTTP it is reset, for there all share one port. */
  | { kind: 'refused' }
  /** The request is taken and never answered. */
  | { kind: 'stall'; after?: boolean }
  /** The answer's head and half its body come, and then nothing. The work is done. */
  | { kind: 'stalled-body' }
  /**
   * Half of the answer's body. `early`: less than Content-Length announced, then a reset. `clean`: as if that
   * were all, as a proxy may do it. The work is done.
   */
  | { kind: 'truncated'; end: 'early' | 'clean' }
  /** An error document of the service. */
  | { kind: 'error'; code: string; message: string; status: number; after?: boolean }
  /** Some other body altogether. */
  | {
      kind: 'body';
      status: number;
      contentType: string;
      body: string;
      headers?: Readonly<Record<string, string>>;
      after?: boolean;
    }
  /** The right answer, late. The work is done at once. */
  | { kind: 'late'; seconds: number }
  /** A Describe call shows the world as it was so many seconds ago: what is newer is not there. */
  | { kind: 'stale'; seconds: number };

interface After {
  /** Whether the work is done nevertheless. */
  after?: boolean;
}

/** Well-formed even as XML: an SDK takes it for an answer that lacks every field. */
const strictPage = (title: string) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** As most pages are: no XML parser takes it. */
const loosePage = (title: string) =>
  `<!DOCTYPE html><html><head><meta charset=utf-8><title>${title}</title></head><body><p>${title}<hr>&copy; Proxy</html>`;

/** The faults by name. Codes and statuses: EC2 API Reference, "Error codes for the Amazon EC2 API". */
export const faults = {
  /** The work is done and its answer is lost. */
  lostAnswer: (): Fault => ({ kind: 'reset', after: true }),
  reset: ({ after = false }: After = {}): Fault => ({ kind: 'reset', after }),
  connectionRefused: (): Fault => ({ kind: 'refused' }),
  stall: ({ after = false }: After = {}): Fault => ({ kind: 'stall', after }),
  stalledBody: (): Fault => ({ kind: 'stalled-body' }),
  truncatedBody: (end: 'early' | 'clean' = 'early'): Fault => ({ kind: 'truncated', end }),
  emptyBody: ({ after = false }: After = {}): Fault => ({
    kind: 'body',
    status: 200,
    contentType: 'text/xml;charset=UTF-8',
    body: '',
    after,
  }),
  /** A 200 that a proxy or captive portal made up. With `loose`, it is not even well-formed as XML. */
  htmlBody: ({ after = false, loose = false }: After & { loose?: boolean } = {}): Fault => ({
    kind: 'body',
    status: 200,
    contentType: 'text/html',
    body: (loose ? loosePage : strictPage)('Welcome'),
    after,
  }),
  htmlError: (status = 502, { after = false }: After = {}): Fault => ({
    kind: 'body',
    status,
    contentType: 'text/html',
    body: loosePage(`${status} Bad Gateway`),
    after,
  }),
  internalError: (after: After = {}): Fault =>
    error('InternalError', 'An internal error has occurred', 500, after),
  unavailable: (after: After = {}): Fault =>
    error('Unavailable', 'The service is unavailable. Please try again shortly.', 503, after),
  serviceUnavailable: (after: After = {}): Fault =>
    error(
      'ServiceUnavailable',
      'The request has failed due to a temporary failure of the server.',
      503,
      after,
    ),
  requestLimitExceeded: (): Fault => error('RequestLimitExceeded', 'Request limit exceeded.', 503),
  /** The code that other services throttle with. */
  throttling: (): Fault => error('Throttling', 'Rate exceeded', 400),
  /**
   * "If you're using temporary security credentials, this error can also occur if the credentials have
   * expired."
   */
  requestExpired: (): Fault => error('RequestExpired', 'Request has expired.', 400),
  /** STS's and most services' word for it. */
  expiredToken: (): Fault =>
    error('ExpiredToken', 'The security token included in the request is expired', 400),
  authFailure: (): Fault =>
    error('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  /** What CopyImage says when it may not read the snapshots; see `storageNotPermitted` in `model/errors.ts`. */
  storageNotPermitted: (): Fault =>
    error('InvalidRequest', 'You do not have permission to access the storage of this ami'),
  error,
  late: (seconds: number): Fault => ({ kind: 'late', seconds }),
  stale: (seconds: number): Fault => ({ kind: 'stale', seconds }),
} as const;

/** Any error of the service. */
function error(code: string, message: string, status = 400, { after = false }: After = {}): Fault {
  return { kind: 'error', code, message, status, after };
}

/** Which calls a fault strikes. */
export interface FaultRule extends CallRule {
  fault: Fault;
}

/** A rule in force. */
export interface ActiveFault {
  /** How many calls it has struck. */
  readonly strikes: number;
  remove(): void;
}

/**
 * The script of what goes wrong. Rules may come and go at any time; of several that match, the one added
 * first strikes.
 */
export class FaultScript {
  readonly #rules = new Set<{ rule: FaultRule; matched: number; strikes: number }>();

  add(rule: FaultRule): ActiveFault {
    const entry = { rule, matched: 0, strikes: 0 };
    this.#rules.add(entry);
    const rules = this.#rules;
    return {
      get strikes() {
        return entry.strikes;
      },
      remove: () => {
        rules.delete(entry);
      },
    };
  }

  clear(): void {
    this.#rules.clear();
  }

  /** What happens to this call. Every rule counts it, also those that do not get to strike. */
  strike(target: CallTarget): Fault | undefined {
    let struck: Fault | undefined;
    for (const entry of this.#rules) {
      if (!matches(entry.rule, target)) continue;
      entry.matched += 1;
      if (struck || !isDue(entry.rule, entry.matched)) continue;
      entry.strikes += 1;
      struck = entry.rule.fault;
    }
    return struck;
  }
}
