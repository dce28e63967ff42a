import { ApiError } from '../model/errors.ts';
import { accountOfKey, isUsable, type KmsKey } from '../model/kms-key.ts';
import { requireKey } from '../model/kms-keys.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { World } from '../model/world.ts';
import type { Context } from './action.ts';
import { callerArn } from './get-caller-identity.ts';

/** With which keys the snapshots of a copy are encrypted, and why that will fail. */
export interface CopyKeys {
  /** The key of the copy of a snapshot, as it was asked for; undefined when it is not encrypted. */
  keyFor(source: Snapshot): string | undefined;
  problem: string | undefined;
}

interface Request {
  Encrypted: boolean | undefined;
  KmsKeyId: string | undefined;
}

/**
 * API model, CopyImage.KmsKeyId: keys are looked at "asynchronously. Therefore, if you specify an identifier that is not
 * valid, the action can appear to complete, but eventually fails."
 */
export function copyKeys(
  request: Request,
  snapshots: readonly Snapshot[],
  context: Context,
  sourceWorld: World,
): CopyKeys {
  const asked = request.KmsKeyId === undefined ? undefined : keyOf(request.KmsKeyId, context);
  const keyFor = (source: Snapshot) => asked?.arn ?? standardKey(source, request, context, sourceWorld);
  const isUnusable = (arn: string | undefined) => {
    const key = arn === undefined ? undefined : context.world.keys.get(arn);
    return key !== undefined && !isUsableBy(key, context);
  };
  const fails =
    (asked !== undefined && !asked.usable) ||
    snapshots.some((snapshot) => isForeign(snapshot, sourceWorld, context.accountId)) ||
    snapshots.some((snapshot) => isUnusable(keyFor(snapshot)));
  return { keyFor, problem: fails ? inaccessible : undefined };
}

/**
 * AWS Backup passes on what EC2 says: aws-samples/aws-backup-automation#2. That it is told as the image's state reason,
 * and the reason's code, are unconfirmed; of old it was "Copy image failed with an internal error" (hashicorp/packer#6737).
 */
const inaccessible =
  'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default CMK.';

/** EBS user guide, "Requirements for Amazon EBS encryption": what EBS needs to do with a customer managed key for the caller. */
const keyPermissions = [
  'DescribeKey',
  'CreateGrant',
  'Decrypt',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptTo',
  'ReEncryptFrom',
];

/** The key that was asked for; what is no key of this Region is never usable. */
function keyOf(keyId: string, context: Context): { arn: string; usable: boolean } {
  const { world, accountId } = context;
  try {
    const caller = { accountId, principal: callerArn(accountId), action: 'kms:DescribeKey' };
    const key = requireKey(world, caller, keyId);
    return { arn: key.arn, usable: isUsableBy(key, context) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { arn: keyId, usable: false };
  }
}

/** API model, CopyImage.KmsKeyId: "Amazon EBS does not support asymmetric KMS keys." */
function isUsableBy(key: KmsKey, { isPermitted }: Context): boolean {
  const isSymmetric = (key.spec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  return isUsable(key) && isSymmetric && (key.manager === 'AWS' || keyPermissions.every(isPermitted));
}

/**
 * EC2 user guide, "Encryption and copying": without a key, what was encrypted stays so with its own key in the same
 * Region, and with the default key of another one; hashicorp/packer-plugin-amazon#270. Where encryption by default is on, all
 * copies are encrypted (EBS user guide, "Encryption by default"); that `Encrypted: false` changes nothing then is unconfirmed.
 */
function standardKey(
  { encrypted, kmsKeyId }: Snapshot,
  { Encrypted }: Request,
  { world, accountId }: Context,
  sourceWorld: World,
): string | undefined {
  const isEncrypted = encrypted || Encrypted === true || world.ebsEncryption.byDefault.has(accountId);
  if (!isEncrypted) return undefined;
  const stays = Encrypted !== true && world === sourceWorld && kmsKeyId !== undefined;
  return stays ? kmsKeyId : world.defaultEbsKey(accountId);
}

/** Encrypted with a key of another account that the caller may not use. */
function isForeign({ kmsKeyId }: Snapshot, world: World, accountId: string): boolean {
  const key = kmsKeyId === undefined ? undefined : world.keys.get(kmsKeyId);
  return key !== undefined && accountOfKey(key) !== accountId && !key.sharedWith?.includes(accountId);
}
