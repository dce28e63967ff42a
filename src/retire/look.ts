/** What a Region has that bears on retiring its images, looked up in bulk: a page at a time, never an image at a time. */
import { awsErrorFacts, errorKind } from '../aws/errors.ts';
import { asFailure } from '../aws/failure.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import {
  DescribeImagesCommand,
  type DescribeImagesRequest,
  DescribeInstancesCommand,
  DescribeSnapshotsCommand,
  type Image,
  type Instance,
  type Snapshot,
} from '../aws/sdk/ec2.ts';
import {
  DescribeLaunchTemplateVersionsCommand,
  type LaunchTemplateVersion,
} from '../aws/sdk/ec2-launch-templates.ts';
import { messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { keyTag, testTag } from '../base/own-tags.ts';
import type { Run } from '../run/run.ts';
import { addUse } from './facts.ts';
import { everyItem } from './pages.ts';
import { scalingUses } from './scaling.ts';

/** All states but `terminated`: an instance that is about to go may still be looked at. */
export const livingStates = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];

/** What a look-up works with: a run, or a post step. */
export interface Looker extends Pick<Run, 'aws' | 'signal'> {
  /** `accountId` is the account of the credentials: what belongs to another is not looked at. */
  readonly record: { readonly accountId?: string };
  /** How long passing errors are met with another attempt, in seconds, where not as long as usual. */
  readonly patienceSeconds?: number;
}

function howOf({ signal, patienceSeconds }: Omit<Looker, 'record'>): SendOptions {
  return patienceSeconds === undefined ? { signal } : { signal, patienceSeconds };
}

/** All our images with a key, disabled ones included. */
export async function keyedImages(run: Looker, region: string): Promise<Image[]> {
  const request = { Filters: [{ Name: 'tag-key', Values: [keyTag] }], MaxResults: 1000 };
  const images = await ownImages(run, region, request);
  return images.filter(({ OwnerId }) => OwnerId === run.record.accountId);
}

/**
 * Our images that match, disabled ones included; those that are gone and still shown are left out.
 * @throws BakeError
 */
export async function ownImages(
  run: Omit<Looker, 'record'>,
  region: string,
  request: DescribeImagesRequest,
): Promise<Image[]> {
  const { aws, signal } = run;
  const images = await everyItem(
    (NextToken) => {
      const own = { ...request, Owners: ['self'], IncludeDisabled: true, NextToken };
      return aws.ec2(region).send(new DescribeImagesCommand(own), howOf(run));
    },
    ({ Images }) => Images,
  ).catch(asFailure(signal, 'ec2:DescribeImages', `look up the images in ${region}`));
  return images.filter(({ State }) => State !== 'deregistered');
}

/** All our snapshots with a key. */
export function keyedSnapshots(run: Looker, region: string): Promise<Snapshot[]> {
  return ownSnapshots(run, region, { Name: 'tag-key', Values: [keyTag] });
}

/** Those of the snapshots that are there and ours, with a key or without. */
export function snapshotsAmong(run: Looker, region: string, ids: readonly string[]): Promise<Snapshot[]> {
  return ownSnapshots(run, region, { Name: 'snapshot-id', Values: [...ids] });
}

async function ownSnapshots(
  run: Looker,
  region: string,
  filter: { Name: string; Values: string[] },
): Promise<Snapshot[]> {
  const { aws, signal, record } = run;
  const snapshots = await everyItem(
    (NextToken) => {
      const own = { OwnerIds: ['self'], Filters: [filter], MaxResults: 1000, NextToken };
      return aws.ec2(region).send(new DescribeSnapshotsCommand(own), howOf(run));
    },
    ({ Snapshots }) => Snapshots,
  ).catch(asFailure(signal, 'ec2:DescribeSnapshots', `look up the snapshots in ${region}`));
  return snapshots.filter(({ OwnerId }) => OwnerId === record.accountId);
}

/** Every instance that is not terminated, or those that a filter lets through: by its name, with its values. */
export async function livingInstances(
  { aws, signal }: Run,
  region: string,
  only: Readonly<Partial<Record<'image-id' | 'instance-id', readonly string[]>>> = {},
): Promise<Instance[]> {
  const Filters = [
    { Name: 'instance-state-name', Values: livingStates },
    ...Object.entries(only).map(([Name, values]) => ({ Name, Values: [...values] })),
  ];
  return everyItem(
    (NextToken) =>
      aws
        .ec2(region)
        .send(new DescribeInstancesCommand({ Filters, MaxResults: 1000, NextToken }), { signal }),
    ({ Reservations }) => instancesIn(Reservations),
  ).catch(asFailure(signal, 'ec2:DescribeInstances', `look up the instances in ${region}`));
}

/** @returns undefined when a list is missing, that of the reservations or that of one of them */
function instancesIn(
  reservations: readonly { Instances?: Instance[] | undefined }[] | undefined,
): Instance[] | undefined {
  if (reservations?.some(({ Instances }) => Instances === undefined)) return undefined;
  return reservations?.flatMap(({ Instances = [] }) => Instances);
}

/** An answer in which a version has no data is not whole. */
function templateVersions(
  { aws, signal }: Run,
  region: string,
  request: ConstructorParameters<typeof DescribeLaunchTemplateVersionsCommand>[0],
): Promise<LaunchTemplateVersion[]> {
  return everyItem(
    (NextToken) => {
      const command = new DescribeLaunchTemplateVersionsCommand({ ...request, NextToken });
      return aws.ec2(region).send(command, { signal });
    },
    ({ LaunchTemplateVersions: versions }) =>
      versions?.every(({ LaunchTemplateData }) => LaunchTemplateData) ? versions : undefined,
  );
}

/** The default and the latest version of every launch template. */
function currentVersions(run: Run, region: string): Promise<LaunchTemplateVersion[]> {
  const request = { Versions: ['$Latest', '$Default'], MaxResults: 200 };
  return templateVersions(run, region, request).catch(failedTemplates(run, region));
}

/**
 * Versions of one template: all of them, or those of some numbers. Those that are gone are left out, and all when the
 * template is.
 */
export async function versionsOf(
  run: Run,
  region: string,
  LaunchTemplateId: string,
  numbers?: readonly string[],
): Promise<LaunchTemplateVersion[]> {
  const request = { LaunchTemplateId, MaxResults: 200, ...(numbers ? { Versions: [...numbers] } : {}) };
  return templateVersions(run, region, request).catch(async (error) => {
    if (errorKind(error) !== 'not-found') return failedTemplates(run, region)(error);
    // One that is gone makes the call with all of them fail.
    if (numbers === undefined || numbers.length <= 1) return [];
    const each = numbers.map((number) => versionsOf(run, region, LaunchTemplateId, [number]));
    return (await allOf(each)).flat();
  });
}

function failedTemplates({ signal }: Run, region: string) {
  const doing = `look up the launch templates in ${region}`;
  return asFailure(signal, 'ec2:DescribeLaunchTemplateVersions', doing);
}

/**
 * Adds what versions of launch templates name: images, snapshots in their block device mappings, and the images that
 * Systems Manager parameters stand for, perhaps in an earlier version, or in another account.
 * @param uses what names each image and each snapshot: they are added
 */
export async function addTemplateUses(
  run: Run,
  region: string,
  versions: readonly LaunchTemplateVersion[],
  uses: Map<string, string[]>,
): Promise<void> {
  const aliases = new Map<string, LaunchTemplateVersion[]>();
  for (const version of versions) {
    const { ImageId = '', BlockDeviceMappings } = version.LaunchTemplateData ?? {};
    addUse(uses, ImageId, templateUse(version));
    addSnapshotUses(uses, BlockDeviceMappings, templateUse(version));
    if (alias.test(ImageId)) aliases.set(ImageId, [...(aliases.get(ImageId) ?? []), version]);
  }
  const resolved = [...aliases.values()].map(async (ones) => {
    const [first] = ones;
    const imageId = first && (await imageBehind(run, region, first));
    for (const one of ones) addUse(uses, imageId ?? '', templateUse(one));
  });
  await allOf(resolved);
}

/** EC2 User Guide, "Use a Systems Manager parameter instead of an AMI ID"; those of AWS stand for images of AWS. */
const alias = /^resolve:ssm:(?!\/aws\/service\/)/;

/** @returns undefined when there is no such parameter: then nothing can be launched by that version either */
async function imageBehind(
  run: Run,
  region: string,
  { LaunchTemplateId, VersionNumber }: LaunchTemplateVersion,
): Promise<string | undefined> {
  const request = { LaunchTemplateId, Versions: [String(VersionNumber)], ResolveAlias: true };
  const versions = await templateVersions(run, region, request).catch((error) => {
    const { code } = awsErrorFacts(error);
    if (code === 'SsmInvalidParameter' || errorKind(error) === 'not-found') return [];
    return failedTemplates(run, region)(error);
  });
  return versions[0]?.LaunchTemplateData?.ImageId;
}

/** Adds the snapshots that a block device mapping names. */
export function addSnapshotUses(
  uses: Map<string, string[]>,
  mapping: readonly { Ebs?: { SnapshotId?: string | undefined } | undefined }[] | undefined,
  use: string,
): void {
  for (const { Ebs } of mapping ?? []) if (Ebs?.SnapshotId) addUse(uses, Ebs.SnapshotId, use);
}

function templateUse({ LaunchTemplateName, LaunchTemplateId, VersionNumber }: LaunchTemplateVersion): string {
  return `named by launch template ${LaunchTemplateName ?? LaunchTemplateId}, version ${VersionNumber}`;
}

export function instanceUse({ InstanceId, State }: Instance): string {
  return `used by instance ${InstanceId} (${State?.Name ?? 'unknown'})`;
}

/** Everything of a Region that can be looked up in bulk. */
export interface RegionalLook {
  region: string;
  images: Image[];
  /** Those that carry a key: others are nobody's to delete. */
  snapshots: Snapshot[];
  /** Instances that `test` launched. */
  testInstances: Instance[];
  /** What names each image, and each snapshot by itself. */
  uses: Map<string, string[]>;
}

/** @throws BakeError for the first look-up that fails, once all of them have ended */
export async function lookAt(run: Run & Looker, region: string): Promise<RegionalLook> {
  const uses = new Map<string, string[]>();
  const [images, snapshots, instances] = await allOf([
    keyedImages(run, region),
    keyedSnapshots(run, region),
    livingInstances(run, region),
    currentUses(run, region, uses),
  ] as const);
  for (const instance of instances) addUse(uses, instance.ImageId ?? '', instanceUse(instance));
  const testInstances = instances.filter(({ Tags }) => Tags?.some(({ Key }) => Key === testTag));
  return { region, images, snapshots, testInstances, uses };
}

/**
 * What Auto Scaling names, the default and the latest version of every launch template, and those that groups name.
 * @param uses what names each image and each snapshot: they are added
 */
export async function currentUses(run: Run, region: string, uses: Map<string, string[]>): Promise<void> {
  const [versions, scaling] = await allOf([
    currentVersions(run, region),
    scalingUses(run, region, uses),
  ] as const);
  const named = await allOf(
    scaling.map(({ templateId, versions: numbers }) => versionsOf(run, region, templateId, numbers)),
  );
  await addTemplateUses(run, region, [...versions, ...named.flat()], uses);
}

/**
 * All are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the only one threw; a ProblemsError that lists everything where several failed
 */
export async function allOf<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ -readonly [Key in keyof Work]: Awaited<Work[Key]> }> {
  const results = await Promise.allSettled(work);
  const errors: unknown[] = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  const told = [...new Set(errors.map(messageWithRemedy))];
  if (told.length <= 1) return Promise.all(work);
  throw new ProblemsError('Not everything could be looked up', told, { cause: new AggregateError(errors) });
}
