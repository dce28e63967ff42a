/** Can the image be shared as asked? Found out before twenty minutes are spent on making it. */
import { GetImageBlockPublicAccessStateCommand } from '../aws/sdk/ec2.ts';
import { sharingWarnings } from '../image/share/warnings.ts';
import type { Run } from '../run/run.ts';
import { capturedVolumes, type SourceInstance, type SourceVolume } from '../source/instance.ts';
import type { Check, Subject } from './check.ts';
import { checkPatience, error, type Finding, note, unchecked, warning } from './finding.ts';

/**
 * "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot),
 * nor images of them.
 */
export const sharingIsPossible: Check = async (run, subject) => {
  const { shareWith, instance, excludeDevices } = subject;
  // The image's own account needs no permission.
  if (shareWith.every((grantee) => grantee === instance.accountId)) return [];
  const encrypted = capturedVolumes(instance, excludeDevices).filter((volume) => volume.encrypted);
  const keys = [...new Set(encrypted.map((volume) => volume.kmsKeyId ?? ''))];
  const findings = await Promise.all(
    keys.map((key) => keyCanBeShared(run, subject, key, volumesOf(encrypted, key))),
  );
  return findings.flat();
};

export const sharingReachesAll: Check = (_run, { shareWith, shareSnapshots }) =>
  sharingWarnings(shareWith, shareSnapshots).map(warning);

async function keyCanBeShared(run: Run, subject: Subject, key: string, volumes: string): Promise<Finding[]> {
  if (key === '') return [];
  try {
    if ((await managerOf(run, key)) === 'CUSTOMER') {
      return [
        note(
          `The image of ${volumes} is encrypted with the customer managed key ${key}: the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).`,
        ),
      ];
    }
    return [error(notShareable(subject, key, volumes))];
  } catch (thrown) {
    run.signal.throwIfAborted();
    const what = `whether the key of ${volumes} can be shared (an AWS managed key cannot)`;
    return [asWarning(unchecked('kms:DescribeKey', what, thrown))];
  }
}

async function managerOf({ aws, region, signal }: Run, KeyId: string): Promise<'AWS' | 'CUSTOMER'> {
  const { DescribeKeyCommand } = await import('../aws/sdk/kms.ts');
  const { KeyMetadata } = await aws
    .kms(region)
    .send(new DescribeKeyCommand({ KeyId }), { signal, ...checkPatience });
  return KeyMetadata?.KeyManager === 'AWS' ? 'AWS' : 'CUSTOMER';
}

/** What that key encrypts can be shared through a copy under another key only: said whether such a copy is asked for or not. */
function notShareable({ copyTo, instance }: Subject, key: string, volumes: string): string {
  const copies = copyTo.filter(({ kmsKeyId }) => kmsKeyId !== undefined).map(({ region }) => region);
  const why = `Input \`share-with\`: ${volumes} is encrypted with the AWS managed key aws/ebs (${key}), and EC2 cannot share what that key encrypts`;
  const inPlace =
    'encrypt the volume with a customer managed key: copy its snapshot with re-encryption under such a key, and replace the volume by one made from the copy';
  if (copies.length === 0) {
    return `${why}. The image can be shared only through a copy that is re-encrypted with a customer managed key (\`copy-to: REGION KMS-KEY\`). To share the image in ${instance.region} itself, ${inPlace}.`;
  }
  return `${why}: the re-encrypted ${copies.length === 1 ? 'copy' : 'copies'} in ${copies.join(', ')} (\`copy-to\`) could be shared, the image in ${instance.region} cannot. Leave out \`share-with\` and share the ${copies.length === 1 ? 'copy' : 'copies'} in a later step, or ${inPlace}.`;
}

/** "Encrypted snapshots … can't be shared publicly", and no image is public while block public access is on. */
export const publicIsPossible: Check = async (run, { makePublic, instance, excludeDevices, copyTo }) => {
  if (!makePublic) return [];
  const encrypted = capturedVolumes(instance, excludeDevices).filter((volume) => volume.encrypted);
  const findings = encrypted.map((volume) =>
    error(
      `Input \`public\`: ${volume.device} (${volume.volumeId}) is encrypted, and EC2 cannot make an image with encrypted snapshots public. Bake from an instance without encrypted volumes, or share with accounts instead (\`share-with\`).`,
    ),
  );
  const regions = [instance.region, ...copyTo.map(({ region }) => region)];
  const access = await Promise.all(regions.map((region) => publicAccessIsAllowed(run, instance, region)));
  return [...findings, ...access.flat()];
};

async function publicAccessIsAllowed(
  { aws, signal }: Run,
  instance: SourceInstance,
  region: string,
): Promise<Finding[]> {
  try {
    const command = new GetImageBlockPublicAccessStateCommand({});
    const state = await aws.ec2(region).send(command, { signal, ...checkPatience });
    if (state.ImageBlockPublicAccessState !== 'block-new-sharing') return [];
    return [
      error(
        `Input \`public\`: block public access for AMIs is on in ${region} of account ${instance.accountId}. Whoever administers the account can switch it off (aws ec2 disable-image-block-public-access --region ${region}).`,
      ),
    ];
  } catch (thrown) {
    signal.throwIfAborted();
    return [
      unchecked('ec2:GetImageBlockPublicAccessState', 'whether block public access for AMIs is on', thrown),
    ];
  }
}

function volumesOf(volumes: readonly SourceVolume[], key: string): string {
  return volumes
    .filter((volume) => (volume.kmsKeyId ?? '') === key)
    .map(({ device, volumeId }) => `${device} (${volumeId})`)
    .join(', ');
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'note' ? warning(finding.message) : finding;
}
