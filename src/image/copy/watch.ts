/** What follows once a copy is known: it is waited for, and compared with what was asked. */
import { ProblemsError } from '../../base/errors.ts';
import { keyTag } from '../../base/own-tags.ts';
import type { Run } from '../../run/run.ts';
import type { BakedImage } from '../image.ts';
import { verifyImage } from '../verify.ts';
import { ImageGoneError } from '../wait/looks.ts';
import { waitUntilAvailable } from '../wait/wait.ts';
import type { Copy, RegionalCopying } from './copying.ts';

/**
 * @returns false when EC2 answered with a copy that has been gone for long
 * @throws as `waitUntilAvailable`
 */
export async function isThere(run: Run, copying: RegionalCopying, copy: Copy): Promise<boolean> {
  const { progress, target } = copying;
  const { region } = target;
  const { imageId, createdAt } = copy;
  let seen = copy.resumed;
  progress.update(region, 'pending');
  try {
    await waitUntilAvailable(run, {
      region,
      imageId,
      createdAt,
      called: `copy ${imageId} in ${region}`,
      remedyFor: (reason) => remedyFor(copying, reason),
      onImage: ({ State }) => {
        seen ||= State !== 'deregistered';
      },
      onProgress: (shown) => progress.update(region, shown),
    });
    return true;
  } catch (error) {
    // A client token may stand for its copy even when that was deregistered.
    if (!(error instanceof ImageGoneError) || seen) throw error;
    return false;
  }
}

/** API model, CopyImage.KmsKeyId: a key that cannot be used lets the call succeed and the copy fail. */
function remedyFor({ target }: RegionalCopying, reason: string): string | undefined {
  const { region, kmsKeyId } = target;
  if (kmsKeyId === undefined) return undefined;
  const suspicion = /kms|\bcmk|\bkeys?\b/i.test(reason)
    ? `EC2 could not use the KMS key ${kmsKeyId} of \`copy-to\` in ${region}.`
    : `If it fails again, it may be the KMS key ${kmsKeyId} of \`copy-to\`, which EC2 looks at only while it copies.`;
  return `${suspicion} Check that it is a symmetric key in ${region} and enabled, and allow the role, in its IAM policy and in the policy of the key: kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*.`;
}

/**
 * As `verifyImage`, and encrypted where that was asked.
 * @throws ProblemsError that names everything which is not as asked for
 */
export async function verifyCopy(
  run: Run,
  { names, accountId, devices, target }: RegionalCopying,
  { imageId, resumed }: Copy,
): Promise<BakedImage> {
  const { region, kmsKeyId } = target;
  // One that an earlier attempt made has other times in its tags.
  const keyAlone = [{ Key: keyTag, Value: names.key }];
  const image = await verifyImage(run, {
    region,
    imageId,
    accountId,
    name: names.name,
    devices,
    imageTags: resumed ? keyAlone : names.imageTags,
    snapshotTags: resumed ? keyAlone : names.snapshotTags,
  });
  const open = image.snapshots.filter(({ encrypted }) => !encrypted);
  if (kmsKeyId === undefined || open.length === 0) return image;
  throw new ProblemsError(
    `Copy ${imageId} in ${region} is available but not encrypted with ${kmsKeyId}`,
    open.map(({ snapshotId, device }) => `snapshot ${snapshotId} of ${device} is not encrypted`),
  );
}
