/** Asks GitHub for OIDC tokens, by which AWS knows this job. They are secret: masked, and in no log or state. */
import { text } from 'node:stream/consumers';
import { setSecret } from '@actions/core';
import type { IdTokenSource } from '../aws/credentials.ts';
import { httpAgents } from '../aws/http-agents.ts';
import { BakeError } from '../base/errors.ts';
import { requested } from './node-fetch.ts';

/**
 * One request for each token, which ends with the signal; nothing is retried here. `getIDToken` of @actions/core takes no
 * AbortSignal, so that it goes on after a cancellation; it gives the HTTP status in a text only, by which nobody can tell what
 * is worth a retry; and it loads undici at every start, whether there is a token to ask for or not.
 * @param environment of the step, with the variables that the runner sets in jobs with the permission `id-token: write`
 * @returns throws BakeError if GitHub gives this job no token at all, and another Error if it may do so later
 * @throws BakeError for a proxy that cannot be used
 */
export function gitHubIdToken(environment: NodeJS.ProcessEnv): IdTokenSource {
  const agents = httpAgents(environment);
  return async (audience, signal) => {
    const { address, bearer } = requestOf(environment, audience);
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${bearer}`,
      'user-agent': 'bake-ami',
    };
    const answer = await requested(address, { headers, signal }, agents);
    const body = await text(answer);
    if (answer.statusCode !== 200) throw refusal(answer.statusCode ?? 0);
    const token = tokenOf(body);
    setSecret(token);
    return token;
  };
}

/** "Updating your actions for OIDC" in GitHub's documentation. */
function requestOf(environment: NodeJS.ProcessEnv, audience: string): { address: URL; bearer: string } {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!url || !bearer) {
    throw new BakeError('GitHub gives this job no OIDC token: it lacks the permission for it.', {
      remedy: permissionRemedy,
    });
  }
  const address = URL.parse(url);
  if (address === null) throw new BakeError('ACTIONS_ID_TOKEN_REQUEST_URL holds no URL.');
  address.searchParams.set('audience', audience);
  return { address, bearer };
}

const permissionRemedy =
  'Give the job `permissions: { id-token: write, contents: read }`; a workflow that calls this one has to give it as well. ' +
  'Pull requests from forks get no OIDC tokens.';

/** What is not worth another request is a BakeError. */
function refusal(status: number): Error {
  const message = `GitHub answered the request for an OIDC token with HTTP ${status}.`;
  if (status === 408 || status === 429 || status >= 500) return new Error(message);
  return new BakeError(message, { remedy: permissionRemedy });
}

/** Nothing of the body goes into an error, nor what JSON.parse says of it: it might be most of a token. */
function tokenOf(body: string): string {
  const value = valueIn(body);
  if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
    throw new Error('GitHub answered the request for an OIDC token with something else.');
  }
  return value;
}

function valueIn(body: string): unknown {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  } catch {
    return undefined;
  }
}
