/** Can the image be shared as asked? Found out before twenty minutes are spent on making it. */
import type { SendOptions } from '../aws/patient-client.ts';
import { GetImageBlockPublicAccessStateCommand } from '../aws/sdk/ec2.ts';
import { sharingWarnings } from '../image/share/warnings.ts';
import type { Run } from '../run/run.ts';
import { capturedVolumes, type SourceInstance, type SourceVolume } from '../source/instance.ts';
import type { Check, RegionCheck, Subject } from './check.ts';
import { accountsNeedKey } from './encryption.ts';
import { checkPatience, error, type Finding, note, unchecked, uncheckedIn, warning } from './finding.ts';
import { keyOf } from './keys.ts';

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
  const { region, signal } = run;
  try {
    const { metadata } = await keyOf(run, subject, { region, keyId: key, how: { signal, ...checkPatience } });
    // Another check tells of a key that is not there.
    if (metadata === undefined) return [];
    if (metadata.KeyManager !== 'AWS') {
      return [
        note(`The image of ${volumes} is encrypted with the customer managed key ${key}: ${accountsNeedKey}`),
      ];
    }
    return [error(notShareable(subject, key, volumes))];
  } catch (thrown) {
    run.signal.throwIfAborted();
    const what = `whether the key of ${volumes} can be shared (an AWS managed key cannot)`;
    return [asWarning(unchecked('kms:DescribeKey', what, thrown))];
  }
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
export const publicIsPossible: Check = async (run, { makePublic, instance, excludeDevices }) => {
  if (!makePublic) return [];
  const encrypted = capturedVolumes(instance, excludeDevices).filter((volume) => volume.encrypted);
  const findings = encrypted.map((volume) =>
    error(
      `Input \`public\`: ${volume.device} (${volume.volumeId}) is encrypted, and EC2 cannot make an image with encrypted snapshots public. Bake from an instance without encrypted volumes, or share with accounts instead (\`share-with\`).`,
    ),
  );
  const how = { signal: run.signal, ...checkPatience };
  try {
    return [...findings, ...(await publicAccess(run, instance, instance.region, how))];
  } catch (thrown) {
    run.signal.throwIfAborted();
    return [...findings, unchecked(...publicAccessLook, thrown)];
  }
};

export const publicIsPossibleIn: RegionCheck = async (run, { makePublic, instance }, { region }, how) => {
  if (!makePublic) return [];
  return publicAccess(run, instance, region, how).catch((thrown) => [
    uncheckedIn(...publicAccessLook, thrown),
  ]);
};

const publicAccessLook = [
  'ec2:GetImageBlockPublicAccessState',
  'whether block public access for AMIs is on',
] as const;

async function publicAccess(
  { aws }: Run,
  instance: SourceInstance,
  region: string,
  how: SendOptions,
): Promise<Finding[]> {
  const state = await aws.ec2(region).send(new GetImageBlockPublicAccessStateCommand({}), how);
  if (state.ImageBlockPublicAccessState !== 'block-new-sharing') return [];
  return [
    error(
      `Input \`public\`: block public access for AMIs is on in ${region} of account ${instance.accountId}. Whoever administers the account can switch it off (aws ec2 disable-image-block-public-access --region ${region}).`,
    ),
  ];
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
