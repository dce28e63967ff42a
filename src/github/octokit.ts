/** GitHub's API, by the client that GitHub gives to actions. */
import type { getOctokit } from '@actions/github';
import { type Clock, systemClock } from '../base/clock.ts';
import { withinLimit } from '../base/time-limit.ts';
import { nodeFetch } from './node-fetch.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface OctokitOptions {
  /** Of the input `github-token`, not empty. */
  token: string;
  /** Of the step: GITHUB_API_URL, and proxies. */
  environment: NodeJS.ProcessEnv;
  /** Ends every request. */
  signal: AbortSignal;
  /** For the time limit of a request and the pauses between its repetitions. */
  clock?: Clock;
  /** In place of the network. */
  fetch?: typeof fetch;
}

/** For one request, its whole answer included. */
const requestSeconds = 10;

/** Before each repetition of a request that changes nothing. */
const pausesSeconds = [1, 2];

/**
 * Loads @actions/github, which few runs need: 1.2 MB and 25 to 40 ms.
 * @returns a client whose requests end by themselves; those that only read are repeated after passing faults
 * @throws BakeError for a proxy that cannot be used
 */
export async function octokitOf(options: OctokitOptions): Promise<Octokit> {
  const { token, environment } = options;
  const { getOctokit } = await withoutEvent(environment, () => import('@actions/github'));
  return getOctokit(token, {
    baseUrl: apiUrl(environment),
    userAgent: 'bake-ami',
    log: silent,
    request: { fetch: patientFetch(options), log: silent },
  });
}

/** The runner sets it, to another address on GitHub Enterprise Server and with data residency. */
function apiUrl(environment: NodeJS.ProcessEnv): string {
  return (environment['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
}

/** The address for GraphQL: GitHub Enterprise Server has it at `/api/graphql` beside `/api/v3`. */
export function graphqlUrl(environment: NodeJS.ProcessEnv): string {
  const given = environment['GITHUB_GRAPHQL_URL'];
  return given || `${apiUrl(environment).replace(/\/api\/v3$/, '/api')}/graphql`;
}

/** By itself Octokit writes what it has to say past the log. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * On its import @actions/github parses the event's file for its `context`, which nobody here uses, and throws when that is
 * no JSON (lib/context.js of 9.1.1).
 */
async function withoutEvent<Module>(
  environment: NodeJS.ProcessEnv,
  load: () => Promise<Module>,
): Promise<Module> {
  const path = environment['GITHUB_EVENT_PATH'];
  delete environment['GITHUB_EVENT_PATH'];
  try {
    return await load();
  } finally {
    if (path !== undefined) environment['GITHUB_EVENT_PATH'] = path;
  }
}

function patientFetch({
  environment,
  signal,
  clock = systemClock,
  fetch,
}: OctokitOptions): typeof globalThis.fetch {
  const limited = limitedFetch(fetch ?? nodeFetch(environment), clock, signal);
  return async (address, init = {}) => {
    for (const seconds of onlyReads(String(address), init) ? pausesSeconds : []) {
      const answer = await limited(address, init).catch(() => undefined);
      signal.throwIfAborted();
      if (answer !== undefined && answer.status < 500) return answer;
      await clock.sleep(seconds * 1000, signal);
    }
    return limited(address, init);
  };
}

/** A change may have been made although its answer is lost: whoever asked for it has to look before they repeat it. */
function onlyReads(address: string, { method = 'GET' }: RequestInit): boolean {
  return method === 'GET' || (method === 'POST' && address.endsWith('/graphql'));
}

function limitedFetch(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  signal: AbortSignal,
): typeof globalThis.fetch {
  const reason = () => new Error(`GitHub did not answer within ${requestSeconds} seconds`);
  // Node's own errors have the reason below them.
  return (address, init) =>
    withinLimit(signal, { clock, seconds: requestSeconds, reason }, async (limited) =>
      whole(await fetch(address, { ...init, signal: limited })),
    );
}

/** Octokit takes the part of a body that arrived for all of it, and a redirection for a success. */
async function whole(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  const body = await answer.arrayBuffer();
  if (status >= 300 && status < 400) throw new Error(`GitHub answered with a redirection (HTTP ${status})`);
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
