import { clientTokenTooLong, idempotentParameterMismatch } from './errors.ts';

/** A request that can be repeated without being done again. */
export interface TokenRequest {
  accountId: string;
  action: string;
  /** Without a token nothing is remembered. */
  token: string | undefined;
  parameters: object;
}

/**
 * What client tokens stand for, in one Region. EC2 developer guide, "Ensuring idempotency": with the same parameters "the
 * retry succeeds without performing any further actions", with others it "fails with an IdempotentParameterMismatch error".
 * For how long a token counts is not documented: here for good.
 */
export class ClientTokens {
  readonly #done = new Map<string, { parameters: string; outcome: unknown }>();

  /**
   * @returns what came of the request when it was done, undefined when it was not
   * @throws IdempotentParameterMismatch; InvalidParameterValue for a token of more than 128 characters
   */
  outcome<T>(request: TokenRequest): T | undefined {
    if (!request.token) return undefined;
    if (request.token.length > 128) throw clientTokenTooLong();
    const earlier = this.#done.get(keyOf(request));
    if (earlier && earlier.parameters !== fingerprint(request)) throw idempotentParameterMismatch();
    return earlier?.outcome as T | undefined;
  }

  remember<T>(request: TokenRequest, outcome: T): void {
    if (!request.token) return;
    this.#done.set(keyOf(request), { parameters: fingerprint(request), outcome });
  }
}

function keyOf({ accountId, action, token }: TokenRequest): string {
  return `${accountId}/${action}/${token}`;
}

function fingerprint({ parameters }: TokenRequest): string {
  return JSON.stringify({ ...parameters, DryRun: undefined });
}
