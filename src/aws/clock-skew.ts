/**
 * What to do when the clock of the runner is wrong. AWS refuses a request whose time is more than five minutes off as if its
 * credentials were wrong (EC2: AuthFailure or RequestExpired). The SDK reads AWS's time from the answer, signs what follows
 * with it and says so on the error (`AwsSdkSigV4Signer` of @aws-sdk/core), but repeats the request only in retries of its own.
 */
import { duration } from '../base/units.ts';
import { describeAwsError, errorKind } from './errors.ts';

/** AWS refused a request for which the SDK had corrected the time. */
export class ClockSkewError extends Error {
  override readonly name = 'ClockSkewError';

  /** @param skew as `clockSkewOf` gives it */
  constructor(skew: number, cause: unknown) {
    const refusal = `AWS refused the request with the corrected time as well: ${describeAwsError(cause)}`;
    super(`the clock of the runner is ${skewText(skew)}, and ${refusal}`, { cause });
  }
}

/**
 * @param thrown what a call threw
 * @returns how far the clock of the runner is ahead of AWS's, in milliseconds, if it is wrong, AWS refused the request for
 *   that or for the credentials, and the next request will have the right time
 */
export function clockSkewOf(thrown: unknown): number | undefined {
  if (errorKind(thrown) !== 'credentials') return undefined;
  const { $metadata, $response } = thrown as {
    $metadata?: { clockSkewCorrected?: boolean };
    $response?: { headers?: Readonly<Record<string, string>> };
  };
  if ($metadata?.clockSkewCorrected !== true) return undefined;
  // Not the monotonic clock: the SDK signs with this one.
  const skew = Date.now() - Date.parse($response?.headers?.['date'] ?? '');
  return Number.isNaN(skew) ? undefined : skew;
}

/** e.g. `about 10 min behind that of AWS`. AWS tells its time in whole seconds, some of which the answer takes. */
export function skewText(skew: number): string {
  const rounded = Math.round(Math.abs(skew) / 60_000) * 60_000;
  return `about ${duration(rounded)} ${skew > 0 ? 'ahead of' : 'behind'} that of AWS`;
}
