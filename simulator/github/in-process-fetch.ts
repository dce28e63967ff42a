import type { GitHubApi } from '../github-api.ts';
import type { WireAnswer } from '../wire/answer.ts';

/**
 * A `fetch` that asks the simulated GitHub without a socket, on its clock: for Octokit's `request: { fetch }`. What goes
 * wrong, goes wrong as in Node's own.
 */
export function inProcessFetch(gitHub: GitHubApi): typeof fetch {
  return async (input, init = {}) => {
    const signal = init.signal ?? undefined;
    signal?.throwIfAborted();
    const { answer, delayMilliseconds } = gitHub.handle(toWireRequest(String(input), init));
    if (delayMilliseconds > 0) await gitHub.clock.sleep(delayMilliseconds, signal);
    return toResponse(answer, signal);
  };
}

function toWireRequest(address: string, { method = 'GET', headers, body }: RequestInit) {
  const url = new URL(address);
  return {
    method,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...Object.fromEntries(new Headers(headers)) },
    body: typeof body === 'string' ? body : '',
  };
}

async function toResponse(answer: WireAnswer, signal: AbortSignal | undefined): Promise<Response> {
  switch (answer.kind) {
    case 'reset':
      throw failed('read ECONNRESET', { code: 'ECONNRESET' });
    case 'refused':
      throw failed('connect ECONNREFUSED 127.0.0.1:443', { code: 'ECONNREFUSED' });
    case 'stall':
      return aborted(signal);
    case 'answer':
      return new Response(answer.status === 204 ? null : answer.body, answer);
    case 'cut':
      return new Response(partOf(answer, Promise.reject(new TypeError('terminated'))), answer);
    case 'stalled-body':
      return new Response(partOf(answer, aborted(signal)), answer);
  }
}

/** The part of the body that was sent, after which comes what `end` is refused with. */
function partOf(
  { body, sentBytes }: { body: string; sentBytes: number },
  end: Promise<never>,
): ReadableStream {
  end.catch(() => {});
  return new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(body).subarray(0, sentBytes));
      end.catch((error: unknown) => controller.error(error));
    },
  });
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Node's `fetch failed`, with what went wrong as its cause. */
function failed(message: string, details: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });
}
