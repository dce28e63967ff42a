/** What KMS says of the keys that encrypt an image: each is asked about once. */
import { awsErrorFacts } from '../aws/errors.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import type { KeyMetadata, KeyState } from '../aws/sdk/kms.ts';
import type { Run } from '../run/run.ts';
import type { Subject } from './check.ts';

/** A key as the preflight knows it: `problem` completes "the key … ", with what to do about it. */
export type Key =
  | { metadata: KeyMetadata; problem: string | undefined }
  | { metadata: undefined; problem: string };

const asked = new WeakMap<Subject, Map<string, Promise<Key>>>();

/**
 * @param region where the key is to be used
 * @param keyId its ID, its ARN, an alias or the ARN of an alias
 * @throws what the call throws, unless it says that there is no such key
 */
export function keyOf(
  run: Run,
  subject: Subject,
  { region, keyId, how }: { region: string; keyId: string; how: SendOptions },
): Promise<Key> {
  const keys = asked.get(subject) ?? new Map<string, Promise<Key>>();
  asked.set(subject, keys);
  const name = `${region} ${keyId}`;
  const key = keys.get(name) ?? describeKey(run, region, keyId, how);
  keys.set(name, key);
  return key;
}

async function describeKey({ aws }: Run, region: string, KeyId: string, how: SendOptions): Promise<Key> {
  const { DescribeKeyCommand } = await import('../aws/sdk/kms.ts');
  try {
    const { KeyMetadata } = await aws.kms(region).send(new DescribeKeyCommand({ KeyId }), how);
    if (KeyMetadata === undefined) return { metadata: undefined, problem: `is not known in ${region}.` };
    return { metadata: KeyMetadata, problem: problemOf(KeyMetadata, region) };
  } catch (thrown) {
    if (awsErrorFacts(thrown).code !== 'NotFoundException') throw thrown;
    return {
      metadata: undefined,
      problem: `does not exist in ${region}. Check how it is written, and its Region.`,
    };
  }
}

/** EBS uses symmetric encryption keys of its own Region that are enabled (EBS User Guide, "Requirements for Amazon EBS encryption"). */
function problemOf(
  { Arn, KeyState, DeletionDate, KeySpec }: KeyMetadata,
  region: string,
): string | undefined {
  const keyRegion = Arn?.split(':')[3];
  if (keyRegion !== undefined && keyRegion !== '' && keyRegion !== region)
    return `is in Region ${keyRegion}, and ${region} needs a key of its own.`;
  if (KeyState === 'PendingDeletion') {
    const when = DeletionDate === undefined ? '' : ` on ${new Date(DeletionDate).toISOString().slice(0, 10)}`;
    return `is pending deletion (PendingDeletion): KMS deletes it${when}. Cancel the deletion (aws kms cancel-key-deletion) and enable the key, or use another key.`;
  }
  if (KeyState !== undefined && KeyState !== 'Enabled')
    return `cannot be used. Its state is ${KeyState}. ${remedies[KeyState] ?? 'Wait until it is Enabled'}, or use another key.`;
  if (KeySpec !== undefined && KeySpec !== 'SYMMETRIC_DEFAULT')
    return `has the key spec ${KeySpec}, and EBS needs SYMMETRIC_DEFAULT. Use another key.`;
  return undefined;
}

/** KMS Developer Guide, "Key states of AWS KMS keys". */
const remedies: Partial<Record<KeyState, string>> = {
  Disabled: 'Enable it (aws kms enable-key)',
  PendingImport: 'Import its key material (aws kms import-key-material)',
  PendingReplicaDeletion: 'Cancel the deletion (aws kms cancel-key-deletion) and enable the key',
  Unavailable: 'Connect its custom key store (aws kms connect-custom-key-store)',
};
