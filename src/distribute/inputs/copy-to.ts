import { given } from '../../github/inputs/given.ts';
import type { Known } from '../../github/inputs/input.ts';
import { itemsOf, type Parser, type Report } from '../../github/inputs/parsers.ts';
import { region } from '../../github/inputs/region.ts';
import type { CopyTarget } from '../../image/copy/copying.ts';
import { distributionInput, type OtherInputs } from './entry.ts';
import { partitionOf } from './partition.ts';

/** Regions to copy the image to, each with a key of its own if the copy is to be encrypted with it. */
const copyTargets: Parser<readonly CopyTarget[]> = (text, report) => {
  const targets = itemsOf(text).flatMap((item) => copyTarget(item, report) ?? []);
  for (const twice of givenTwice(targets)) {
    report(`Region \`${twice}\` is named more than once: there is one copy in each Region`);
  }
  return targets;
};

/** Other Regions that get a copy, each once, none of them the home Region. */
export const copyTo = distributionInput('copy-to', copyTargets, {
  needsAvailableImage: (targets) => targets.length > 0,
  conflicts: (targets, others) => targets.flatMap((target) => conflictsOf(target, others)),
  plan: {
    step: 'copy',
    lines: (targets) =>
      targets.map(
        ({ region, kmsKeyId }) =>
          `Copy the AMI to ${region}${kmsKeyId === undefined ? '' : `, encrypted with ${kmsKeyId}`}`,
      ),
  },
});

/** `REGION` or `REGION KMS-KEY`. */
function copyTarget(item: string, report: Report): CopyTarget | undefined {
  const [code = '', key, ...rest] = item.split(/\s+/);
  if (rest.length > 0 || (key !== undefined && region(key, () => undefined) !== undefined)) {
    report(
      `${given(item)} is neither \`REGION\` nor \`REGION KMS-KEY\`. Separate several by commas or line ends`,
    );
    return undefined;
  }
  const known = region(code, report);
  if (key === undefined) return known === undefined ? undefined : { region: known };
  const problem = keyProblem(key, known);
  if (problem !== undefined) report(problem);
  return known === undefined || problem !== undefined ? undefined : { region: known, kmsKeyId: key };
}

/**
 * API model, CopyImage.KmsKeyId: "Key ID", "Key alias", "ARN using key ID", "ARN using key alias"; the IDs are those of
 * KMS, of one Region (a UUID) or several (`mrk-…`). EC2 looks at the key only after it has accepted the copy.
 */
const keyIdForm = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
/** CreateAlias.AliasName in the KMS API Reference: at most 256 characters with the prefix. */
const aliasForm = /^alias\/[A-Za-z0-9/_-]{1,250}$/;
const arnForm = /^arn:aws(?:-[a-z]+)*:kms:(?<region>[a-z0-9-]+):\d{12}:(?<key>key\/.+|alias\/.+)$/;

/** @param copyRegion the Region of the copy; undefined when it could not be read */
function keyProblem(key: string, copyRegion: string | undefined): string | undefined {
  if (keyIdForm.test(key) || aliasForm.test(key)) return undefined;
  const arn = arnForm.exec(key)?.groups;
  const of = arn?.['key'] ?? '';
  if (arn === undefined || !(keyIdForm.test(of.replace(/^key\//, '')) || aliasForm.test(of))) {
    return (
      `${given(key)} is not a KMS key, which is given as a key ID, a key ARN, an alias (\`alias/images\`) ` +
      `or the ARN of an alias${aliasForm.test(`alias/${key}`) ? `. Is it \`alias/${key}\`?` : ''}`
    );
  }
  if (copyRegion === undefined || arn['region'] === copyRegion) return undefined;
  return `the key ${given(key)} is in Region ${arn['region']}, and a copy in ${copyRegion} needs a key in ${copyRegion}`;
}

function givenTwice(targets: readonly CopyTarget[]): Set<string> {
  const regions = targets.map((target) => target.region);
  return new Set(regions.filter((code, index) => regions.indexOf(code) !== index));
}

function conflictsOf(target: CopyTarget, others: Known<OtherInputs>): string[] {
  return [homeConflict(target, others), keyConflict(target, others)].filter((found) => found !== undefined);
}

function homeConflict({ region }: CopyTarget, { region: home }: Known<OtherInputs>): string | undefined {
  if (home === undefined) return undefined;
  // Names are unique in a Region, and the home Region has the image itself.
  if (region === home) return `${home} is the Region of the image itself. Leave it out`;
  if (partitionOf(region) === partitionOf(home)) return undefined;
  // "Cross-partition copies (use CreateStoreImageTask instead)": EC2 API Reference, CopyImage, what it does not support.
  return `Region ${region} is in another partition than ${home}, and EC2 copies images within one partition only`;
}

/** The AWS managed key, by the one name that identifies it without a call. */
const awsManagedKey = /(?:^|:)alias\/aws\/ebs$/;

function keyConflict(
  { region, kmsKeyId }: CopyTarget,
  { makePublic, shareWith }: Known<OtherInputs>,
): string | undefined {
  if (kmsKeyId === undefined) return undefined;
  // "Encrypted snapshots … can't be shared publicly" (EBS user guide), nor images of them.
  if (makePublic) {
    return `the copy in ${region} would be encrypted, and EC2 cannot make encrypted images public. Leave out the key, or \`public\``;
  }
  if (shareWith === undefined || shareWith.length === 0 || !awsManagedKey.test(kmsKeyId)) return undefined;
  // "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot).
  return `the copy in ${region} would be encrypted with the AWS managed key aws/ebs, and \`share-with\` cannot share what that key encrypts. Use a customer managed key`;
}
