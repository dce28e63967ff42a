/** What is wrong with inputs only in the company of others; each by itself is fine. */
import { allOf } from '../image/grantees.ts';
import type { InputProblem } from '../naming/problems.ts';
import type { Inputs } from './inputs.ts';

/** What could be read; an input that could not be is no one's conflict. */
export type KnownInputs = { readonly [Key in keyof Omit<Inputs, 'templates'>]?: Inputs[Key] | undefined };

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
];

const checks: readonly ((inputs: KnownInputs) => InputProblem[])[] = [
  availableImage,
  snapshotSharing,
  granteePartitions,
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
