/** What a check of the preflight reports. */
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';

export interface Finding {
  /** An error ends the bake; a note is for the log alone. */
  severity: 'error' | 'warning' | 'note';
  /** What is wrong, on which object or input, and what to do. */
  message: string;
}

export const error = (message: string): Finding => ({ severity: 'error', message });
export const warning = (message: string): Finding => ({ severity: 'warning', message });
export const note = (message: string): Finding => ({ severity: 'note', message });

/** How patient a check is: without its answer the bake goes on, with a word about it. */
export const checkPatience = { patienceSeconds: 3, attemptSeconds: 3 } as const;

/**
 * For a check whose look-up failed: the check is left out, and what it would have found shows later.
 * @param what the check looks for, e.g. `whether the KMS keys of the volumes can be shared`
 * @throws BakeError when the credentials were refused, for then nothing else can work either
 */
export function unchecked(action: string, what: string, thrown: unknown): Finding {
  const kind = errorKind(thrown);
  if (kind === 'credentials') throw awsFailure(action, `check ${what}`, thrown);
  if (kind === 'permission')
    return warning(`Could not check ${what}: the role lacks the permission ${action}.`);
  return note(`Could not check ${what} (${action}: ${describeAwsError(thrown)}).`);
}
