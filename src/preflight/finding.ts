/** What a check of the preflight reports. */
import { awsErrorFacts, describeAwsError, errorKind, NoAnswerError } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { type Run, warn } from '../run/run.ts';

export interface Finding {
  /** An error ends the bake; a note is for the log alone. */
  severity: 'error' | 'warning' | 'note';
  /** What is wrong, on which object or input, and what to do. */
  message: string;
}

export const error = (message: string): Finding => ({ severity: 'error', message });
export const warning = (message: string): Finding => ({ severity: 'warning', message });
export const note = (message: string): Finding => ({ severity: 'note', message });

/** Says warnings and notes at once. @returns the errors, to be thrown together */
export function tellFindings(run: Run, findings: readonly Finding[]): string[] {
  for (const { severity, message } of findings) {
    if (severity === 'warning') warn(run, message);
    if (severity === 'note') run.log.info(message);
  }
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** How patient a check in the home Region is, which has answered before: a slow answer is better than none. */
export const checkPatience = { patienceSeconds: 8, attemptSeconds: 8 } as const;

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
  return warning(`Could not check ${what} (${action}: ${describeAwsError(thrown)}).`);
}

/** As `unchecked`, in the Region of a copy: refused credentials there say nothing of the other Regions. */
export function uncheckedIn(action: string, what: string, thrown: unknown): Finding {
  if (errorKind(thrown) !== 'credentials') return unchecked(action, what, thrown);
  return warning(`Could not check ${what} (${action}: ${describeAwsError(thrown)}).`);
}

/** The Region did not answer at all: what it answers, other than that, it may answer differently later. */
export function isSilence(thrown: unknown): boolean {
  if (thrown instanceof NoAnswerError) return true;
  return errorKind(thrown) === 'unclear' && awsErrorFacts(thrown).httpStatus === undefined;
}
