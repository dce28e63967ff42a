/**
 * Which errors mean what. Everything that talks to AWS asks here, so that an error is judged in one place:
 * is it worth another try, and was the request perhaps carried out although its answer was lost?
 */
import { messageOf } from '../base/errors.ts';

export type ErrorKind =
  /** The credentials are missing, wrong or expired. Trying again cannot help. */
  | 'credentials'
  /** The credentials are fine but not allowed to do this. Trying again cannot help. */
  | 'permission'
  /** EC2 asks to slow down. The request was not carried out. */
  | 'throttled'
  /** EC2 refused for the moment: a limit on what runs at once, or an object in a passing state. Not carried out. */
  | 'busy'
  /** EC2 does not know the object: wrong ID, or not yet visible. */
  | 'not-found'
  /** No clear answer: network error, time limit, 5xx, or a body that cannot be read. Perhaps carried out. */
  | 'unclear'
  /** A clear no. */
  | 'refused'
  /** Our own signal ended the call. */
  | 'aborted';

/** An answer that is not what the API sends: empty, cut off, or a web page of something in between. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
}

/** AWS did not answer within the time limit of one attempt. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** What the AWS error says of itself; each part as far as it is there. */
export interface AwsErrorFacts {
  code: string;
  message: string;
  httpStatus: number | undefined;
  requestId: string | undefined;
}

// EC2's "Error codes" page, the SDKs' common errors, and STS.
const credentialCodes = new Set([
  'AuthFailure',
  'Blocked',
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'IDPRejectedClaim',
  'IDPRejectedClaimException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'MissingAuthenticationToken',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'TokenProviderError',
  'TokenRefreshRequired',
  'UnrecognizedClientException',
]);
const permissionCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'OptInRequired',
  'PendingVerification',
  'UnauthorizedOperation',
]);
const throttlingCodes = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
]);
const busyCodes = new Set([
  'ConcurrentCreateImageNoRebootLimitExceeded',
  'ConcurrentSnapshotLimitExceeded',
  'ConcurrentTagAccess',
  // STS API Reference, AssumeRoleWithWebIdentity: "retry the request".
  'IDPCommunicationError',
  'IDPCommunicationErrorException',
  'IncorrectInstanceState',
  'IncorrectState',
  'PendingSnapshotLimitExceeded',
  'SnapshotCreationPerVolumeRateExceeded',
  // Systems Manager API Reference, PutParameter: one update of a parameter at a time.
  'TooManyUpdates',
]);

/** Every code that is judged by its name; the others by their form and HTTP status. */
export const judgedCodes: ReadonlySet<string> = new Set([
  ...credentialCodes,
  ...permissionCodes,
  ...throttlingCodes,
  ...busyCodes,
]);

/** @param thrown whatever `send` threw; `cause` chains of our own errors are looked through */
export function errorKind(thrown: unknown): ErrorKind {
  if (thrown instanceof UnreadableAnswerError || thrown instanceof NoAnswerError) return 'unclear';
  const { code, httpStatus } = awsErrorFacts(thrown);
  if (credentialCodes.has(code)) return 'credentials';
  if (permissionCodes.has(code)) return 'permission';
  if (throttlingCodes.has(code)) return 'throttled';
  if (busyCodes.has(code)) return 'busy';
  if (code === 'AbortError') return 'aborted';
  if (code.endsWith('.NotFound') || code.endsWith('.Unknown')) return 'not-found';
  if (isCertificateCode(code)) return 'refused';
  if (httpStatus === undefined) return isProgrammingError(thrown) ? 'refused' : 'unclear';
  if (httpStatus >= 500 || httpStatus === 408) return 'unclear';
  if (httpStatus === 429) return 'throttled';
  // An answer of 2xx that the SDK could not make sense of: the work was done, or not.
  if (httpStatus < 300) return 'unclear';
  return 'refused';
}

/** True where the same request may succeed later. */
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

/** One line that tells an AWS error: code, message without its encoded part, request ID. */
export function describeAwsError(thrown: unknown): string {
  const { code, message, requestId } = awsErrorFacts(thrown);
  const readable = message.replace(encodedRefusal, '').trim();
  const text = readable === code || readable === '' ? code : `${code}: ${readable}`;
  return requestId === undefined ? text : `${text} (request ${requestId})`;
}

/** Node's codes for a peer whose certificate it does not trust (`tls`, "X509 certificate error codes"). */
export function isCertificateCode(code: string): boolean {
  return /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/.test(code);
}

function isProgrammingError(thrown: unknown): boolean {
  return thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError;
}
