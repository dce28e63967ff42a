/**
 * What an error of AWS is. Everything that talks to AWS asks here, so that an error is judged in one place: is it worth
 * a retry, and was the request perhaps carried out although its answer was lost? The codes are in catalogue.ts.
 */
import { messageOf } from '../base/errors.ts';
import { type ErrorKind, entryFor } from './catalogue.ts';

/** An answer that is not what the API sends: empty, cut off, or a web page of something in between. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
}

/** AWS did not answer within the time limit of an attempt. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** What an AWS error says of itself. */
export interface AwsErrorFacts {
  code: string;
  message: string;
  httpStatus: number | undefined;
  requestId: string | undefined;
}

/** @param thrown whatever `send` threw; of an error of our own, the name is its code, and its cause is not looked at */
export function errorKind(thrown: unknown): ErrorKind {
  const { code, message, httpStatus } = awsErrorFacts(thrown);
  const kind = entryFor(code, message)?.kind;
  if (kind !== undefined) return kind;
  if (code === 'AbortError') return 'aborted';
  if (code.endsWith('.NotFound') || code.endsWith('.Unknown')) return 'not-found';
  if (httpStatus === undefined) return isProgrammingError(thrown) ? 'refused' : 'unclear';
  return kindOfStatus(httpStatus);
}

function kindOfStatus(httpStatus: number): ErrorKind {
  if (httpStatus >= 500 || httpStatus === 408) return 'unclear';
  if (httpStatus === 429) return 'throttled';
  // An answer of 2xx that the SDK could not make sense of: the work was done, or not.
  if (httpStatus < 300) return 'unclear';
  return 'refused';
}

/** True if the same request may succeed later. */
export function isPassing(kind: ErrorKind): boolean {
  return kind === 'throttled' || kind === 'busy' || kind === 'unclear';
}

export function awsErrorFacts(thrown: unknown): AwsErrorFacts {
  if (!(thrown instanceof Error)) {
    return { code: 'Unknown', message: messageOf(thrown), httpStatus: undefined, requestId: undefined };
  }
  const error = thrown as Error & {
    code?: unknown;
    $metadata?: { httpStatusCode?: number; requestId?: string };
    $response?: { statusCode?: number };
  };
  // Node's errors carry their code beside the name; the SDK's service exceptions are named by it.
  const code = typeof error.code === 'string' && !('$fault' in error) ? error.code : error.name;
  return {
    code,
    message: messageOf(error),
    httpStatus: error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
    requestId: error.$metadata?.requestId,
  };
}

/**
 * What EC2 appends to the message of a refusal: some hundred characters, which nobody can read but STS
 * (DecodeAuthorizationMessage, see decode.ts).
 */
const encodedRefusal = /\s*Encoded authorization failure message: ([\w+/=-]+)/;

/** The encoded part of a refusal's message; undefined when there is none. */
export function encodedRefusalIn(message: string): string | undefined {
  return encodedRefusal.exec(message)?.[1];
}

/** An AWS error in one line: code, message without its encoded part, request ID. */
export function describeAwsError(thrown: unknown): string {
  const { code, message, requestId } = awsErrorFacts(thrown);
  const readable = message.replace(encodedRefusal, '').trim();
  const text = readable === code || readable === '' ? code : `${code}: ${readable}`;
  return requestId === undefined ? text : `${text} (request ${requestId})`;
}

function isProgrammingError(thrown: unknown): boolean {
  return thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError;
}
