/** Can the image be copied as asked? Found out before the home image is made, which the copies wait for. */
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { DescribeRegionsCommand } from '../aws/sdk/ec2.ts';
import { closest } from '../base/closest.ts';
import { carriesKey } from '../base/own-tags.ts';
import { imagesOfName } from '../image/describe.ts';
import { isOurs } from '../image/find.ts';
import { anotherName } from '../image/make/in-doubt.ts';
import type { Run } from '../run/run.ts';
import { capturedVolumes } from '../source/instance.ts';
import type { Check, Subject } from './check.ts';
import { checkPatience, error, type Finding, note, unchecked, warning } from './finding.ts';

/** The Regions are there and enabled, and in those the name is free. */
export const copiesArePossible: Check = async (run, subject) => {
  const regions = subject.copyTo.map(({ region }) => region);
  if (regions.length === 0) return [];
  const { findings, usable } = await regionsOf(run, subject, regions);
  const ofNames = await Promise.all(usable.map((region) => nameIsFreeIn(run, subject, region)));
  return [...findings, ...ofNames.flat()];
};

/**
 * Without a key, a copy of what is encrypted is encrypted with the default key of its Region (EC2 user guide, "Encryption
 * and copying"), which is the AWS managed key unless the account has chosen another.
 */
export const copiesCanBeShared: Check = (_run, { copyTo, shareWith, instance, excludeDevices }) => {
  if (shareWith.every((grantee) => grantee === instance.accountId)) return [];
  const encrypted = capturedVolumes(instance, excludeDevices).some((volume) => volume.encrypted);
  const without = copyTo.filter(({ kmsKeyId }) => kmsKeyId === undefined).map(({ region }) => region);
  const notes = copyTo
    .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
    .map(({ region, kmsKeyId }) =>
      note(
        `The copy in ${region} is encrypted with ${kmsKeyId}: the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).`,
      ),
    );
  if (!encrypted || without.length === 0) return notes;
  return [
    ...notes,
    warning(
      `copy-to: the image is encrypted, and for ${without.join(', ')} no key is given: a copy there is encrypted with the Region's default key for EBS. Unless somebody has changed it, that is the AWS managed key aws/ebs, and the copy cannot be shared (\`share-with\`). Give a customer managed key of the Region: \`REGION KMS-KEY\`.`,
    ),
  ];
};

/** @returns what is wrong with the Regions, and those that can be asked for their images */
async function regionsOf(
  { aws, region: home, signal }: Run,
  { instance }: Subject,
  regions: readonly string[],
): Promise<{ findings: Finding[]; usable: readonly string[] }> {
  try {
    // Not by their names: one that EC2 does not know makes it refuse the whole call.
    const command = new DescribeRegionsCommand({ AllRegions: true });
    const { Regions } = await aws.ec2(home).send(command, { signal, ...checkPatience });
    const known = new Map(
      (Regions ?? []).map(({ RegionName, OptInStatus }) => [RegionName ?? '', OptInStatus]),
    );
    const isEnabled = (region: string) => known.has(region) && known.get(region) !== 'not-opted-in';
    const findings = regions
      .filter((region) => !isEnabled(region))
      .map((region) =>
        error(known.has(region) ? notEnabled(region, instance.accountId) : unknown(region, known)),
      );
    return { findings, usable: regions.filter(isEnabled) };
  } catch (thrown) {
    signal.throwIfAborted();
    const what = 'whether the Regions of `copy-to` exist and are enabled';
    return { findings: [unchecked('ec2:DescribeRegions', what, thrown)], usable: regions };
  }
}

function unknown(region: string, known: ReadonlyMap<string, unknown>): string {
  const near = closest(region, known.keys());
  const hint = near === undefined ? 'Check how it is written' : `Is it \`${near}\`?`;
  return `Input \`copy-to\`: there is no Region ${region} for this account. ${hint.replace(/[^?]$/, '$&.')}`;
}

function notEnabled(region: string, accountId: string): string {
  return `Input \`copy-to\`: Region ${region} is not enabled in account ${accountId}. Whoever administers the account can enable it (aws account enable-region --region-name ${region}), which takes minutes to hours; or leave it out.`;
}

/** A copy of this bake that an earlier attempt made is no obstacle: it is taken up, or put out of the way. */
async function nameIsFreeIn(
  { aws, signal }: Run,
  { names, instance }: Subject,
  region: string,
): Promise<Finding[]> {
  try {
    const how = { signal, ...checkPatience };
    const images = await imagesOfName(aws.ec2(region), names.name, how);
    const holder = images.find((image) => isOurs(image, instance.accountId));
    if (holder === undefined || carriesKey(holder, names.key)) return [];
    const { ImageId, State, CreationDate } = holder;
    return [
      error(
        `Input \`copy-to\`: the AMI name "${names.name}" is taken in ${region} by ${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'}). ${anotherName}, or remove that image.`,
      ),
    ];
  } catch (thrown) {
    signal.throwIfAborted();
    return [cannotLook(region, thrown)];
  }
}

/** Without looks at its images no copy can be followed, so a clear no in that Region is an error. */
function cannotLook(region: string, thrown: unknown): Finding {
  const kind = errorKind(thrown);
  if (kind === 'credentials') {
    // With credentials that are good in the home Region.
    return error(
      `Input \`copy-to\`: ${region} does not accept the credentials (${describeAwsError(thrown)}). Check that the Region is enabled in the account, and that no policy keeps the role from using it.`,
    );
  }
  if (kind !== 'permission') {
    return unchecked('ec2:DescribeImages', `whether the name is free in ${region}`, thrown);
  }
  const { message, remedy } = awsFailure('ec2:DescribeImages', `look for images in ${region}`, thrown);
  return error(
    `Input \`copy-to\`: ${message} ${remedy ?? ''} Policies that allow some Regions only must allow ${region}.`,
  );
}
