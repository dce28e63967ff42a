/** Encryption that would end the bake after the instance was rebooted: keys that cannot be used, copies that cannot be shared. */
import type { SendOptions } from '../aws/patient-client.ts';
import { GetEbsDefaultKmsKeyIdCommand, GetEbsEncryptionByDefaultCommand } from '../aws/sdk/ec2.ts';
import type { CopyTarget } from '../image/copy/copying.ts';
import type { Run } from '../run/run.ts';
import { capturedVolumes } from '../source/instance.ts';
import type { Check, RegionCheck, Subject } from './check.ts';
import { checkPatience, error, type Finding, note, unchecked, uncheckedIn, warning } from './finding.ts';
import { keyOf } from './keys.ts';

/** EC2 cannot read a volume for its snapshot when its key is disabled or gone. */
export const volumeKeysAreUsable: Check = async (run, subject) => {
  const { instance, excludeDevices } = subject;
  const encrypted = capturedVolumes(instance, excludeDevices).filter(
    ({ kmsKeyId }) => kmsKeyId !== undefined,
  );
  const keys = [...new Set(encrypted.map(({ kmsKeyId = '' }) => kmsKeyId))];
  const findings = await Promise.all(
    keys.map(async (keyId) => {
      const devices = encrypted.filter(({ kmsKeyId }) => kmsKeyId === keyId).map(({ device }) => device);
      return volumeKey(run, subject, keyId, devices.join(', '));
    }),
  );
  return findings.flat();
};

async function volumeKey(run: Run, subject: Subject, keyId: string, devices: string): Promise<Finding[]> {
  const { region, signal } = run;
  try {
    const { problem } = await keyOf(run, subject, { region, keyId, how: { signal, ...checkPatience } });
    if (problem === undefined) return [];
    return [error(`${devices} is encrypted with the KMS key ${keyId}, which ${problem}`)];
  } catch (thrown) {
    signal.throwIfAborted();
    return [asNote(unchecked('kms:DescribeKey', `whether the key of ${devices} is enabled`, thrown))];
  }
}

/** The key that a copy is to be encrypted with. EC2 looks at it only when it has accepted the copy. */
export const copyKeyIsUsable: RegionCheck = async (run, subject, { region, kmsKeyId: keyId }, how) => {
  if (keyId === undefined) return [];
  const input = `Input \`copy-to\`: the key ${keyId} for the copy in ${region}`;
  try {
    const { metadata, problem } = await keyOf(run, subject, { region, keyId, how });
    if (problem !== undefined) return [error(`${input} ${problem}`)];
    if (metadata?.KeyManager !== 'AWS' || !isShared(subject)) return [];
    return [
      error(
        `${input} is an AWS managed key, and EC2 cannot share what that encrypts (\`share-with\`). Use a customer managed key.`,
      ),
    ];
  } catch (thrown) {
    return [asNote(uncheckedIn('kms:DescribeKey', `the key ${keyId} in ${region}`, thrown))];
  }
};

/** How a Region encrypts what is copied into it without a key; undefined where the copy stays as it is. */
interface DefaultEncryption {
  /** The key as EC2 names it, e.g. `alias/aws/ebs`. */
  keyId: string;
  /** Why the copy is encrypted. */
  why: string;
}

/**
 * Without a key, a copy is encrypted with the default key of its Region when its source is encrypted, or when the account
 * has encryption by default there (EC2 User Guide, "Encryption and copying"; hashicorp/packer#8135).
 */
export const defaultKeySuitsCopy: RegionCheck = async (run, subject, target, how) => {
  if (target.kmsKeyId !== undefined) return [];
  const what = `how EC2 encrypts the copy in ${target.region}`;
  try {
    const encryption = await defaultEncryption(run, subject, target, how);
    return encryption === undefined ? [] : await findingsOf(run, subject, target, encryption, how);
  } catch (thrown) {
    const { action } = thrown instanceof NotReadError ? thrown : { action: 'kms:DescribeKey' };
    const cause = thrown instanceof NotReadError ? thrown.cause : thrown;
    const finding = asNote(uncheckedIn(action, what, cause));
    const isForOthers = isShared(subject) || subject.makePublic;
    return isForOthers && isEncrypted(subject) ? [finding, doubtful(target)] : [finding];
  }
};

/** A setting of the account that could not be read. */
class NotReadError extends Error {
  readonly action: string;
  constructor(action: string, cause: unknown) {
    super(`${action} failed`, { cause });
    this.action = action;
  }
}

async function defaultEncryption(
  { aws }: Run,
  subject: Subject,
  { region }: CopyTarget,
  how: SendOptions,
): Promise<DefaultEncryption | undefined> {
  const ec2 = aws.ec2(region);
  const notRead = (action: string) => (cause: unknown) => {
    throw new NotReadError(action, cause);
  };
  const byDefault = isEncrypted(subject)
    ? undefined
    : await ec2
        .send(new GetEbsEncryptionByDefaultCommand({}), how)
        .catch(notRead('ec2:GetEbsEncryptionByDefault'));
  if (byDefault !== undefined && byDefault.EbsEncryptionByDefault !== true) return undefined;
  const { KmsKeyId = '' } = await ec2
    .send(new GetEbsDefaultKmsKeyIdCommand({}), how)
    .catch(notRead('ec2:GetEbsDefaultKmsKeyId'));
  const why = isEncrypted(subject)
    ? 'the image is encrypted'
    : `the account has EBS encryption by default in ${region}`;
  return { keyId: KmsKeyId, why };
}

async function findingsOf(
  run: Run,
  subject: Subject,
  { region }: CopyTarget,
  { keyId, why }: DefaultEncryption,
  how: SendOptions,
): Promise<Finding[]> {
  const copy = `Input \`copy-to\`: the copy in ${region} is encrypted with ${keyId || 'aws/ebs'}, since ${why} and no key is given`;
  if (subject.makePublic) {
    return [
      error(
        `${copy}, and EC2 cannot make encrypted images public (\`public\`). Leave out \`public\` or ${region}.`,
      ),
    ];
  }
  const isManaged = keyId === '' || /(?:^|:)alias\/aws\/ebs$/.test(keyId);
  const { metadata, problem } = isManaged ? {} : await keyOf(run, subject, { region, keyId, how });
  if (problem !== undefined) return [error(`${copy}, and that key ${problem}`)];
  if (!isShared(subject)) return [];
  if (!isManaged && metadata?.KeyManager !== 'AWS') return [note(`${copy}: ${accountsNeedKey}`)];
  return [
    error(
      `${copy}. That is the AWS managed key, and EC2 cannot share what it encrypts (\`share-with\`). Give a customer managed key of the Region: \`${region} KMS-KEY\`.`,
    ),
  ];
}

/** Said of each customer managed key under sharing. */
export const accountsNeedKey =
  'the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).';

function doubtful({ region }: CopyTarget): Finding {
  return warning(
    `copy-to: the image is encrypted, and for ${region} no key is given: a copy there is encrypted with the Region's default key for EBS. Unless somebody has changed it, that is the AWS managed key aws/ebs, and the copy cannot be shared (\`share-with\`). Give a customer managed key of the Region: \`REGION KMS-KEY\`.`,
  );
}

/** The image's own account needs no permission. */
function isShared({ shareWith, instance }: Subject): boolean {
  return shareWith.some((grantee) => grantee !== instance.accountId);
}

function isEncrypted({ instance, excludeDevices }: Subject): boolean {
  return capturedVolumes(instance, excludeDevices).some(({ encrypted }) => encrypted);
}

/** These permissions are optional: who does not give them does without the check. */
function asNote(finding: Finding): Finding {
  return note(finding.message);
}
