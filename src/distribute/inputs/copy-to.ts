import { given } from '../../github/inputs/given.ts';
import { linesOf, type Parser, type Report } from '../../github/inputs/parsers.ts';
import { region } from '../../github/inputs/region.ts';
import type { CopyTarget } from '../../image/copy/copy.ts';

/** Regions to copy the image to, each with a key of its own if the copy is to be encrypted with it. */
export const copyTargets: Parser<readonly CopyTarget[]> = (text, report) => {
  const items = linesOf(text)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim());
  const targets = items.filter((item) => item !== '').flatMap((item) => copyTarget(item, report) ?? []);
  for (const twice of givenTwice(targets)) {
    report(`Region \`${twice}\` is named more than once: there is one copy in each Region`);
  }
  return targets;
};

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
  return `the key ${given(key)} is of Region ${arn['region']}, and a copy in ${copyRegion} needs a key of ${copyRegion}`;
}

function givenTwice(targets: readonly CopyTarget[]): Set<string> {
  const regions = targets.map((target) => target.region);
  return new Set(regions.filter((code, index) => regions.indexOf(code) !== index));
}
