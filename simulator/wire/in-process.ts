import { Readable } from 'node:stream';
import type { Simulator } from '../simulator.ts';
import type { WireAnswer } from './answer.ts';
import type { WireRequest } from './request.ts';

/** The parts of Smithy's HttpRequest that matter here. */
interface SmithyRequest {
  method: string;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

interface SmithyOptions {
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: unknown };
}

interface SmithyResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Readable;
}

/**
 * A request handler for an AWS SDK client that asks the simulator without a socket, on the simulator's clock.
 * What goes wrong, goes wrong with the errors that Node's HTTP client has for it.
 */
export class InProcessHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #simulator: Simulator;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  async handle(request: SmithyRequest, options: SmithyOptions = {}): Promise<{ response: SmithyResponse }> {
    const signal = standardSignal(options.abortSignal);
    const { clock, settings } = this.#simulator;
    const half = settings.latencyMilliseconds / 2;
    await aborting(signal, async () => {
      if (half > 0) await clock.sleep(half, signal);
    });
    const { answer, delayMilliseconds } = this.#simulator.handle(toWireRequest(request));
    await aborting(signal, async () => {
      const rest = half + delayMilliseconds;
      if (rest > 0) await clock.sleep(rest, signal);
    });
    return { response: await toResponse(answer, signal) };
  }

  destroy(): void {}

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): Record<string, never> {
    return {};
  }
}

/**
 * The configuration of an SDK client that talks to the simulator in process, with one attempt a call, for the
 * SDK's own pauses between attempts are real time.
 */
export function inProcess(
  simulator: Simulator,
  { region = simulator.settings.region, accessKeyId = 'AKIASIMULATED0000001' } = {},
) {
  return {
    region,
    credentials: { accessKeyId, secretAccessKey: 'simulated' },
    requestHandler: new InProcessHandler(simulator),
    maxAttempts: 1,
  };
}

function toWireRequest({ method, path, query = {}, headers, body }: SmithyRequest): WireRequest {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const single of [value].flat()) search.append(name, single ?? '');
  }
  return {
    method,
    path: search.size > 0 ? `${path}?${search}` : path,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: toText(body),
  };
}

/** The SDK also lets pass an old form of signal that nobody can listen to. */
function standardSignal(signal: SmithyOptions['abortSignal']): AbortSignal | undefined {
  return signal && 'addEventListener' in signal ? signal : undefined;
}

function toText(body: unknown): string {
  if (body === undefined || typeof body === 'string') return body ?? '';
  // The SDK's JSON protocol sends bytes that warn when they are taken for a string, as Buffer.from(body) does.
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('The simulator takes request bodies that are strings or bytes.');
}

async function toResponse(answer: WireAnswer, signal: AbortSignal | undefined): Promise<SmithyResponse> {
  switch (answer.kind) {
    case 'reset':
      throw readReset();
    case 'refused':
      throw connectRefused();
    case 'stall':
      return aborting(signal, () => never(signal));
    case 'answer':
      return respond(answer, Readable.from([Buffer.from(answer.body)]));
    case 'cut':
      return respond(
        answer,
        partOf(answer, (stream) => stream.destroy(aborted())),
      );
    case 'stalled-body':
      return respond(
        answer,
        partOf(answer, (stream) => {
          const abort = () => stream.destroy(abortError(signal));
          if (signal?.aborted) abort();
          else signal?.addEventListener('abort', abort, { once: true });
        }),
      );
  }
}

function respond(
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
  body: Readable,
) {
  return { statusCode: status, headers: { ...headers }, body };
}

/** A stream of the part that was sent, after which something happens instead of its end. */
function partOf(
  { body, sentBytes }: { body: string; sentBytes: number },
  instead: (stream: Readable) => void,
): Readable {
  let sent = false;
  return new Readable({
    read() {
      if (!sent) {
        sent = true;
        this.push(Buffer.from(body).subarray(0, sentBytes));
      } else {
        instead(this);
      }
    },
  });
}

/** Turns the signal's reason into the error that Smithy's Node handler throws. */
async function aborting<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw abortError(signal);
  try {
    return await work();
  } catch (error) {
    throw signal?.aborted ? abortError(signal) : error;
  }
}

function never(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * As @smithy/node-http-handler makes it: an error that is the signal's reason becomes the cause, any other
 * reason the message.
 */
function abortError(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  const error =
    reason instanceof Error ? new Error('Request aborted', { cause: reason }) : new Error(String(reason));
  error.name = 'AbortError';
  return error;
}

/**
 * Node's error for a connection that is reset before the answer, with the name that @smithy/node-http-handler
 * gives it.
 */
function readReset(): Error {
  return Object.assign(new Error('read ECONNRESET'), {
    errno: -104,
    code: 'ECONNRESET',
    syscall: 'read',
    name: 'TimeoutError',
  });
}

/** Node's error for a port that nobody listens at. */
function connectRefused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), {
    errno: -111,
    code: 'ECONNREFUSED',
    syscall: 'connect',
    address: '127.0.0.1',
    port: 443,
  });
}

/** Node's error for a body that ends before its announced length. */
function aborted(): Error {
  return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}
