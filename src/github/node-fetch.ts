/** `fetch` by Node's HTTP client: through the proxies that all other calls go through, with connections that can be closed. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { type HttpAgents, httpAgents } from '../aws/http-agents.ts';

/**
 * As much of `fetch` as Octokit needs. undici, which @actions/github brings, waits ten seconds for a connection that nobody
 * wants any more, and the process with it; `closeConnections` ends these.
 * @returns resolves with the whole answer; a redirection is an answer like others
 * @throws BakeError for a proxy that cannot be used
 */
export function nodeFetch(environment: NodeJS.ProcessEnv): typeof fetch {
  const agents = httpAgents(environment);
  return async (address, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const answer = await requested(new URL(String(address)), { ...init, headers }, agents);
    const content = await buffer(answer);
    // These have no body, and Response refuses one.
    const empty = [204, 205, 304].includes(answer.statusCode ?? 0);
    return new Response(empty ? null : Uint8Array.from(content), {
      status: answer.statusCode ?? 0,
      headers: headersOf(answer),
    });
  };
}

/** @returns once the head of the answer is there */
export function requested(
  address: URL,
  { method = 'GET', headers, body, signal }: RequestInit & { headers: Record<string, string> },
  { httpAgent, httpsAgent }: HttpAgents,
): Promise<IncomingMessage> {
  const plain = address.protocol === 'http:';
  const options = {
    method,
    agent: plain ? httpAgent : httpsAgent,
    headers,
    ...(signal ? { signal } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (plain ? http : https).request(address, options, resolve);
    request.on('error', reject);
    request.end(typeof body === 'string' ? body : undefined);
  });
}

function headersOf({ headersDistinct }: IncomingMessage): [string, string][] {
  return Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
}
