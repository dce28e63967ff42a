import { ApiError } from '../model/errors.ts';
import { ebsAlias } from '../model/kms-key.ts';
import { requireKey } from '../model/kms-keys.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { callerArn } from './get-caller-identity.ts';
import { flag, required, text } from './parameters.ts';

/** API model, GetEbsEncryptionByDefault; `sseType` is "reserved for future use". */
export const getEbsEncryptionByDefault = action({
  name: 'GetEbsEncryptionByDefault',
  mutating: false,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    return { ebsEncryptionByDefault: world.ebsEncryption.byDefault.has(accountId) };
  },
});

/** API model, EnableEbsEncryptionByDefault: of the account, in the Region. */
export const enableEbsEncryptionByDefault = action({
  name: 'EnableEbsEncryptionByDefault',
  mutating: true,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    world.ebsEncryption.enable(accountId);
    return { ebsEncryptionByDefault: true };
  },
});

/** API model, DisableEbsEncryptionByDefault. The default key stays. */
export const disableEbsEncryptionByDefault = action({
  name: 'DisableEbsEncryptionByDefault',
  mutating: true,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    world.ebsEncryption.byDefault.delete(accountId);
    return { ebsEncryptionByDefault: false };
  },
});

/** API model, GetEbsDefaultKmsKeyId. */
export const getEbsDefaultKmsKeyId = action({
  name: 'GetEbsDefaultKmsKeyId',
  mutating: false,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    const own = world.ebsEncryption.defaultKeys.get(accountId);
    if (own === undefined && world.ebsEncryption.awsManagedShownAs === 'alias') return { kmsKeyId: ebsAlias };
    return { kmsKeyId: world.defaultEbsKey(accountId) };
  },
});

/**
 * API model, ModifyEbsDefaultKmsKeyId: KMS "authenticates the KMS key asynchronously. Therefore, if you specify an ID, alias, or
 * ARN that is not valid, the action can appear to complete, but eventually fails": what is no key of this Region is taken,
 * and changes nothing.
 */
export const modifyEbsDefaultKmsKeyId = action({
  name: 'ModifyEbsDefaultKmsKeyId',
  mutating: true,
  parameters: { KmsKeyId: required(text), DryRun: flag },
  answer(input, context) {
    stopDryRun(input);
    const arn = arnOf(input.KmsKeyId, context);
    if (arn !== undefined) context.world.ebsEncryption.defaultKeys.set(context.accountId, arn);
    return { kmsKeyId: arn ?? input.KmsKeyId };
  },
});

function arnOf(keyId: string, { world, accountId }: Context): string | undefined {
  const caller = { accountId, principal: callerArn(accountId), action: 'kms:DescribeKey' };
  try {
    return requireKey(world, caller, keyId).arn;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return undefined;
  }
}

/** API model, ResetEbsDefaultKmsKeyId: back to `aws/ebs`. */
export const resetEbsDefaultKmsKeyId = action({
  name: 'ResetEbsDefaultKmsKeyId',
  mutating: true,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    world.ebsEncryption.defaultKeys.delete(accountId);
    return { kmsKeyId: world.awsManagedKey(accountId) };
  },
});
