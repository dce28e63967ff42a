/** What is wrong with inputs only in the company of others; each by itself is fine. */

import type { InputProblem } from '../../base/errors.ts';
import type { Inputs } from '../../github/inputs/read.ts';
import { allOf } from '../../image/share/grantees.ts';

/** What could be read; an input that could not be is no one's conflict. */
export type KnownInputs = { readonly [Key in keyof Omit<Inputs, 'templates'>]?: Inputs[Key] | undefined } & {
  readonly templates?: { readonly ssmParameters?: readonly unknown[] | undefined };
};

/** Something that an input asks for, and the words that stand for it. */
interface Wish {
  /** As in `action.yml`. */
  readonly input: string;
  /** Whether it is asked for. */
  readonly asked: (inputs: KnownInputs) => boolean;
}

/** What can only be done to an image that is available: a new input of that kind is one entry here. */
const needingAvailableImage: readonly Wish[] = [
  { input: 'share-with', asked: ({ shareWith }) => shareWith !== undefined && allOf(shareWith).length > 0 },
  { input: 'share-snapshots', asked: ({ shareSnapshots }) => shareSnapshots === true },
  { input: 'public', asked: ({ makePublic }) => makePublic === true },
  { input: 'copy-to', asked: ({ copyTo }) => copyTo !== undefined && copyTo.length > 0 },
  { input: 'deprecate-after', asked: ({ deprecateAfter }) => deprecateAfter !== undefined },
  {
    input: 'deregistration-protection',
    asked: ({ deregistrationProtection: protection }) => protection !== undefined && protection !== 'off',
  },
  { input: 'require-imdsv2', asked: ({ requireImdsv2 }) => requireImdsv2 === true },
  { input: 'ssm-parameter', asked: ({ templates }) => (templates?.ssmParameters ?? []).length > 0 },
];

const checks: readonly ((inputs: KnownInputs) => InputProblem[])[] = [
  availableImage,
  snapshotSharing,
  granteePartitions,
  copyOfHome,
  copyPartitions,
  publicCopies,
  sharedCopies,
];

/** @returns every conflict, as a problem of the input that would have to change */
export function inputConflicts(inputs: KnownInputs): InputProblem[] {
  return checks.flatMap((check) => check(inputs));
}

function availableImage(inputs: KnownInputs): InputProblem[] {
  if (inputs.wait !== false) return [];
  return needingAvailableImage
    .filter(({ asked }) => asked(inputs))
    .map(({ input }) => ({
      input,
      problem: `it needs an image that is available, which \`wait: false\` does not wait for. Leave out \`wait\` or \`${input}\``,
    }));
}

/** ModifySnapshotAttribute knows account IDs (and everyone), no organizations: EC2 API Reference, CreateVolumePermission. */
function snapshotSharing({ shareSnapshots, shareWith }: KnownInputs): InputProblem[] {
  if (shareSnapshots !== true || shareWith === undefined || shareWith.accounts.length > 0) return [];
  const problem =
    allOf(shareWith).length === 0
      ? '`share-with` names no account to share the snapshots with'
      : '`share-with` names organizations only, and EC2 can share snapshots with accounts only. ' +
        'Add the IDs of the accounts that are to copy the AMI';
  return [{ input: 'share-snapshots', problem }];
}

/** An account, an image and an organization live in one partition; no permission reaches across. */
function granteePartitions({ region, shareWith }: KnownInputs): InputProblem[] {
  if (region === undefined || shareWith === undefined) return [];
  const here = partitionOf(region);
  return [...shareWith.organizations, ...shareWith.organizationalUnits]
    .filter((arn) => arn.split(':')[1] !== here)
    .map((arn) => ({
      input: 'share-with',
      problem: `\`${arn}\` is of another partition than Region ${region}, whose ARNs begin with \`arn:${here}:\``,
    }));
}

/** Names are unique in a Region, and an image of the instance's Region is what there is anyway. */
function copyOfHome({ region, copyTo }: KnownInputs): InputProblem[] {
  if (region === undefined || !copyTo?.some((target) => target.region === region)) return [];
  return [
    {
      input: 'copy-to',
      problem: `${region} is the Region of the instance, where the image itself is. Leave it out`,
    },
  ];
}

/** "Cross-partition copies (use CreateStoreImageTask instead)": EC2 API Reference, CopyImage, what it does not support. */
function copyPartitions({ region, copyTo }: KnownInputs): InputProblem[] {
  if (region === undefined || copyTo === undefined) return [];
  return copyTo
    .filter((target) => partitionOf(target.region) !== partitionOf(region))
    .map((target) => ({
      input: 'copy-to',
      problem: `Region ${target.region} is of another partition than ${region}, and EC2 copies images within one partition only`,
    }));
}

/** "Encrypted snapshots … can't be shared publicly" (EBS user guide), nor images of them. */
function publicCopies({ makePublic, copyTo }: KnownInputs): InputProblem[] {
  if (makePublic !== true || copyTo === undefined) return [];
  return copyTo
    .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
    .map((target) => ({
      input: 'copy-to',
      problem: `the copy in ${target.region} would be encrypted, and EC2 makes nothing public that is encrypted. Leave out the key, or \`public\``,
    }));
}

/** The AWS managed key, by the one name that tells it without asking. */
const awsManagedKey = /(?:^|:)alias\/aws\/ebs$/;

/** "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot). */
function sharedCopies({ shareWith, copyTo }: KnownInputs): InputProblem[] {
  if (shareWith === undefined || copyTo === undefined || allOf(shareWith).length === 0) return [];
  return copyTo
    .filter(({ kmsKeyId }) => kmsKeyId !== undefined && awsManagedKey.test(kmsKeyId))
    .map((target) => ({
      input: 'copy-to',
      problem: `the copy in ${target.region} would be encrypted with the AWS managed key aws/ebs, and \`share-with\` cannot share what that key encrypts. Give a customer managed key`,
    }));
}

/** By the form of the Region's code, as the SDK's partitions.json has them. */
const partitions: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

function partitionOf(region: string): string {
  return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}
