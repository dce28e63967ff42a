import { ApiError, authFailure, requestExpired } from '../model/errors.ts';
import type { WireAnswer } from './answer.ts';
import type { WireRequest } from './request.ts';

/** When a request was signed, and what AWS's clock says, in milliseconds since the epoch. */
export interface Skew {
  signedAt: number;
  now: number;
}

const minute = 60_000;

/** AWS's clock. Whoever signs looks at the machine's clock, also where the simulator's time is virtual. */
export function awsNow(offsetSeconds: number): number {
  return Date.now() + offsetSeconds * 1000;
}

/**
 * IAM user guide, "Signing AWS API requests": "a request must reach AWS within five minutes of the time stamp in the request".
 * @returns undefined for a request that is timely, or tells no time
 */
export function skewOf({ headers }: WireRequest, offsetSeconds: number): Skew | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers['x-amz-date'] ?? '') ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 1, day, hour, second, third] = parts.map(Number);
  const signedAt = Date.UTC(year, month - 1, day, hour, second, third);
  const now = awsNow(offsetSeconds);
  return Math.abs(now - signedAt) > 5 * minute ? { signedAt, now } : undefined;
}

/**
 * EC2 calls it AuthFailure (aws/aws-sdk-java#519), or RequestExpired, which ERR has for requests that arrive "more than 15
 * minutes after the date stamp on the request", or whose "date stamp […] is more than 15 minutes in the future".
 */
export function ec2Skewed({ signedAt, now }: Skew): ApiError {
  return Math.abs(now - signedAt) > 15 * minute ? requestExpired() : authFailure();
}

/** STS: convox/rack#235; status as that of its other refusals of credentials. */
export function stsSkewed(skew: Skew): ApiError {
  return new ApiError('SignatureDoesNotMatch', skewMessage(skew), 403);
}

/** KMS and Systems Manager: code as the SDKs know it, message as that of STS. */
export function jsonSkewed(skew: Skew): ApiError {
  return new ApiError('InvalidSignatureException', skewMessage(skew));
}

/** Of the past: convox/rack#235; of the future by analogy. */
function skewMessage({ signedAt, now }: Skew): string {
  const [signed, current] = [stampOf(signedAt), stampOf(now)];
  return signedAt < now
    ? `Signature expired: ${signed} is now earlier than ${stampOf(now - 5 * minute)} (${current} - 5 min.)`
    : `Signature not yet current: ${signed} is still later than ${stampOf(now + 5 * minute)} (${current} + 5 min.)`;
}

function stampOf(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The answer with AWS's time in it, by which SDKs correct their clocks. */
export function dated<T extends WireAnswer>(answer: T, offsetSeconds: number): T {
  if (!('headers' in answer)) return answer;
  const date = new Date(awsNow(offsetSeconds)).toUTCString();
  return { ...answer, headers: { ...answer.headers, date } };
}
