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
  const { arn, manager, state = 'Enabled', createdAt = 0, multiRegion = false } = key;
  const standard =
    manager === 'AWS' ? 'Default key that protects my EBS volumes when no other key is defined' : '';
  return {
    AWSAccountId: accountOfKey(key),
    KeyId: idOfKey(key),
    Arn: arn,
    CreationDate: new Date(createdAt),
    Enabled: isUsable(key),
    Description: key.description ?? standard,
    KeyState: state,
    // "This value is present only when KeyState is PendingDeletion."
    DeletionDate: state === 'PendingDeletion' ? new Date(createdAt + deletionMilliseconds) : undefined,
    // "PendingReplicaDeletion": the waiting period begins when the last replica is gone, so that there is no date yet.
    PendingDeletionWindowInDays: state === 'PendingReplicaDeletion' ? 30 : undefined,
    Origin: originOf(key),
    KeyManager: manager,
    ...toSpec(key),
    MultiRegion: multiRegion,
    MultiRegionConfiguration: multiRegion ? toMultiRegion(arn) : undefined,
  };
}

const deletionMilliseconds = 30 * 86_400_000;

/** API model, KeyState: `PendingImport` waits for key material; `Unavailable` is for keys in a custom key store. */
function originOf({ state }: KmsKey): string {
  if (state === 'PendingImport') return 'EXTERNAL';
  return state === 'Unavailable' ? 'AWS_CLOUDHSM' : 'AWS_KMS';
}

/** API model, KeyMetadata: "EncryptionAlgorithms", "SigningAlgorithms" and "MacAlgorithms", each for its usage alone. */
function toSpec({ spec = 'SYMMETRIC_DEFAULT' }: KmsKey): XmlFields {
  const both = { CustomerMasterKeySpec: spec, KeySpec: spec };
  switch (spec) {
    case 'SYMMETRIC_DEFAULT':
      return { ...both, KeyUsage: 'ENCRYPT_DECRYPT', EncryptionAlgorithms: [spec] };
    case 'RSA_2048':
      return {
        ...both,
        KeyUsage: 'ENCRYPT_DECRYPT',
        EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
      };
    case 'ECC_NIST_P256':
      return { ...both, KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: ['ECDSA_SHA_256'] };
    case 'HMAC_256':
      return { ...both, KeyUsage: 'GENERATE_VERIFY_MAC', MacAlgorithms: ['HMAC_SHA_256'] };
  }
}

/** API model, MultiRegionConfiguration, of a primary key without replicas. */
function toMultiRegion(arn: string): XmlFields {
  return {
    MultiRegionKeyType: 'PRIMARY',
    PrimaryKey: { Arn: arn, Region: arn.split(':')[3] },
    ReplicaKeys: [],
  };
}
