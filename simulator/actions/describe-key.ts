import { accountOfKey, idOfKey, isUsable, type KmsKey } from '../model/kms-key.ts';
import { requireKey } from '../model/kms-keys.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';
import { callerArn } from './get-caller-identity.ts';
import { jsonAction } from './json-action.ts';
import { required, text } from './json-parameters.ts';
import { unsimulated } from './parameters.ts';

/** API model, DescribeKey of KMS. A key that is disabled is described like any other. */
export const describeKey = jsonAction({
  name: 'DescribeKey',
  service: 'kms',
  mutating: false,
  parameters: { KeyId: required(text({ min: 1, max: 2048 })), GrantTokens: unsimulated },
  // The key's policy has a say in it: a key that is not there comes first.
  resource: ({ KeyId }, context) => find(context, KeyId).arn,
  answer: ({ KeyId }, context) => ({ KeyMetadata: toMetadata(find(context, KeyId)) }),
});

function find({ world, accountId }: Context, keyId: string): KmsKey {
  return requireKey(world, { accountId, principal: callerArn(accountId), action: 'kms:DescribeKey' }, keyId);
}

/** API model, KeyMetadata; which of them KMS gives: LocalStack's snapshot `test_get_key_in_different_region`. */
function toMetadata(key: KmsKey): XmlFields {
  const { arn, manager, state = 'Enabled', createdAt = 0 } = key;
  const standard =
    manager === 'AWS' ? 'Default key that protects my EBS volumes when no other key is defined' : '';
  return {
    AWSAccountId: accountOfKey(key),
    KeyId: idOfKey(key),
    Arn: arn,
    CreationDate: new Date(createdAt),
    Enabled: isUsable(key),
    Description: key.description ?? standard,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: state,
    DeletionDate: state === 'PendingDeletion' ? new Date(createdAt + 30 * 86_400_000) : undefined,
    Origin: 'AWS_KMS',
    KeyManager: manager,
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
  };
}
