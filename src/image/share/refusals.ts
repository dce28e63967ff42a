/** What EC2 says no with when permissions are added, and what that means here. */
import { awsErrorFacts, describeAwsError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { BakeError } from '../../base/errors.ts';
import { everyone, type PermissionList } from './permission-list.ts';

/**
 * Codes with which EC2 refuses one item of the list, and the whole call with it:
 * `Invalid attribute item value "…" for userId item type.` (kenzanlabs/spinnaker-terraform#29),
 * `… for OrganizationArn item type.` (hashicorp/packer-plugin-amazon#156), and its kin in EC2's list of error codes.
 */
const itemCodes = new Set(['InvalidAMIAttributeItemValue', 'InvalidUserID.Malformed']);

/** Whether EC2 objects to some of the entities, and not to the call as such. */
export function isAboutItems(error: unknown): boolean {
  return itemCodes.has(awsErrorFacts(error).code);
}

/** "The AMI ID 'ami-…' is currently pending and may not be used for this operation" (app-sre/qontract-reconcile#2222). */
export function isStillPending(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'InvalidAMIID.Unavailable' && /\bpending\b/.test(message);
}

/** Those of the entities that EC2's message names. */
export function namedIn(error: unknown, entities: readonly string[]): string[] {
  const { message } = awsErrorFacts(error);
  const words = new Set(message.split(/[\s"'`“”‘’,;()[\]]+|\.(?=\s|$)/));
  return entities.filter((entity) => words.has(entity));
}

/** The error that a user reads when EC2 did not add permissions, for reasons that lie in no single entity. */
export function shareFailure(list: PermissionList, entities: readonly string[], error: unknown): BakeError {
  const toEveryone = entities.includes(everyone);
  const doing = toEveryone ? `make the ${list.of} public` : `share the ${list.of}`;
  const failure = awsFailure(list.addAction, doing, error);
  if (toEveryone || awsErrorFacts(error).code !== 'ResourceLimitExceeded') return failure;
  return new BakeError(failure.message, { cause: error, remedy: tooMany });
}

/** "AMI quotas" in the EC2 user guide. */
const tooMany =
  'An AMI can be shared with 1,000 accounts, organizations and organizational units, unless AWS raises the quota ' +
  '"AMI sharing". Share with an organization or an organizational unit instead of its accounts.';

/** One line on an entity that EC2 refused: where it comes from, what to do, what EC2 says. */
export function refusedEntity(entity: string, error: unknown): string {
  const input = entity === everyone ? 'public' : 'share-with';
  const check = entity.startsWith('arn:')
    ? 'check that it exists and is of the same partition'
    : 'check that it is the ID of an account that exists, is active, and is of the same partition';
  return `input \`${input}\`: ${entity}: ${check}. EC2 says ${describeAwsError(error)}`;
}
