/** Turns what a call to AWS threw into the error that a user reads: what failed, what AWS says, what to do. */
import { BakeError } from '../base/errors.ts';
import { type Entry, type ErrorKind, entryFor } from './catalogue.ts';
import { awsErrorFacts, describeAwsError, errorKind } from './errors.ts';
import { type FeatureName, needFor } from './iam.ts';

/** A call that failed. */
export class AwsFailure extends BakeError {
  override readonly name = 'AwsFailure';
  /** What the call was for, where several features make it. */
  readonly feature: FeatureName | undefined;

  constructor(
    message: string,
    { feature, ...options }: { remedy: string | undefined; cause: unknown; feature: FeatureName | undefined },
  ) {
    super(message, options);
    this.feature = feature;
  }
}

/**
 * @param action the API action, as IAM policies name it, e.g. `ec2:CreateImage`
 * @param doing what was being done to which object, e.g. `create an image of i-0abc`
 * @param feature what it was done for, where several features make the same call
 * @returns `thrown` itself where it is told already, else an error that says what failed and what to do
 */
export function awsFailure(action: string, doing: string, thrown: unknown, feature?: FeatureName): BakeError {
  if (thrown instanceof BakeError) return thrown;
  return new AwsFailure(`Could not ${doing}. ${action}: ${describeAwsError(thrown)}`, {
    cause: thrown,
    feature,
    remedy: remedyFor(action, thrown, feature),
  });
}

/**
 * For `catch`: throws what `awsFailure` makes of what was thrown.
 * @param signal of the call; where it is aborted, its reason is thrown
 */
export function asFailure(signal: AbortSignal, action: string, doing: string, feature?: FeatureName) {
  return (thrown: unknown): never => {
    signal.throwIfAborted();
    throw awsFailure(action, doing, thrown, feature);
  };
}

/** The API action of a failure that was made here, read from its message. */
export function callOf({ message }: BakeError): string | undefined {
  return /\. ([a-z0-9]+:[A-Z]\w+): /.exec(message)?.[1];
}

function remedyFor(action: string, thrown: unknown, feature: FeatureName | undefined): string | undefined {
  const { code, message, httpStatus } = awsErrorFacts(thrown);
  const entry = entryFor(code, message) ?? entryOfKind(errorKind(thrown), httpStatus);
  if (entry === undefined) return undefined;
  if (entry.kind === 'permission') return permissionRemedy(denialIn(message) ?? { action }, action, feature);
  return `${entry.meaning} ${entry.remedy}`;
}

/** For codes that the catalogue does not know: what can be said of their kind. A clear no speaks for itself. */
function entryOfKind(kind: ErrorKind, httpStatus: number | undefined): Entry | undefined {
  if (kind === 'throttled') return entryFor('RequestLimitExceeded', '');
  if (kind === 'unclear') return entryFor(httpStatus === undefined ? 'ETIMEDOUT' : 'InternalError', '');
  return undefined;
}

/** What was denied, as far as AWS tells it. */
export interface Denial {
  /** The IAM action, which may be another one than that of the call. */
  action: string;
  /** ARN of what it was denied on. */
  resource?: string | undefined;
  /** The kind of policy that denies it expressly, e.g. `service control policy`. */
  deniedBy?: string | undefined;
  /** The kind of policy that does not allow it, e.g. `identity-based policy`. */
  notAllowedBy?: string | undefined;
}

/**
 * Reads a message like "User: … is not authorized to perform: ec2:CreateTags on resource: … because no identity-based
 * policy allows the ec2:CreateTags action" (IAM User Guide, "Troubleshoot access denied error messages").
 * @returns undefined when the message does not name an action
 */
export function denialIn(message: string): Denial | undefined {
  const words = /is not authorized to perform: ([\w-]+:\w+\*?)(?: on resource: (\S+))?/.exec(message);
  if (words?.[1] === undefined) return undefined;
  return {
    action: words[1],
    resource: words[2]?.replace(/[.,;:]+$/, ''),
    deniedBy: /with an explicit deny in an? ((?:[\w-]+ ){0,4}?(?:policy|boundary))/i.exec(message)?.[1],
    notAllowedBy: /because no ((?:[\w-]+ ){0,4}?(?:policy|boundary)) allows/i.exec(message)?.[1],
  };
}

/**
 * @param call the API action that was denied, as IAM names it; by default the action itself
 * @param feature what it was for, where several features need it
 */
export function permissionRemedy(denial: Denial, call = denial.action, feature?: FeatureName): string {
  const { action, resource } = denial;
  const need = needFor(action, call, feature);
  const what = resource === undefined ? action : `${action} on ${resource}`;
  const why = need === undefined ? '' : ` It is needed by ${need.feature.by}, to ${need.why}.`;
  const where =
    need === undefined
      ? ''
      : ` The policy is in docs/permissions.md: "${need.feature.name}", statement ${need.grant.sid}.`;
  return `${demand(denial, what)}${why}${where}`;
}

function demand({ deniedBy, notAllowedBy }: Denial, what: string): string {
  if (deniedBy !== undefined) {
    return `Have ${what} exempted from the explicit deny in the ${deniedBy}, which no allowing policy outweighs; such policies often demand certain tags (input \`tags\`), a Region or encryption.`;
  }
  if (notAllowedBy !== undefined && notAllowedBy !== 'identity-based policy') {
    return `Allow ${what} in the ${notAllowedBy} too: the IAM policy of the role that this job assumes is not enough.`;
  }
  return `Allow ${what} in the IAM policy of the role that this job assumes.`;
}
