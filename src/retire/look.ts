/** What a Region has that bears on retiring its images, looked up in bulk: a page at a time, never an image at a time. */
import { awsFailure } from '../aws/failure.ts';
import {
  DescribeImagesCommand,
  type DescribeImagesRequest,
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeSnapshotsCommand,
  type Image,
  type Instance,
  type LaunchTemplateVersion,
  type Snapshot,
} from '../aws/sdk/ec2.ts';
import { messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { keyTag, testTag } from '../base/own-tags.ts';
import type { Run } from '../run/run.ts';
import { addUse } from './facts.ts';
import { at, everyItem } from './pages.ts';
import { scalingUses, type TemplateNamed } from './scaling.ts';

/** All states but `terminated`: an instance that is about to go may still be looked at. */
export const livingStates = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];

/** All our images with a key, disabled ones included. */
export function keyedImages(run: Run, region: string): Promise<Image[]> {
  return ownImages(run, region, { Filters: [{ Name: 'tag-key', Values: [keyTag] }], MaxResults: 1000 });
}

/**
 * Our images that match, disabled ones included; those that are gone and still shown are left out.
 * @throws BakeError
 */
export async function ownImages(
  { aws, signal }: Run,
  region: string,
  request: DescribeImagesRequest,
): Promise<Image[]> {
  const images = await everyItem(
    (token) => {
      const own = { ...request, Owners: ['self'], IncludeDisabled: true, ...at(token) };
      return aws.ec2(region).send(new DescribeImagesCommand(own), { signal });
    },
    ({ Images }) => Images,
  ).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeImages', `look up the images in ${region}`, error);
  });
  return images.filter(({ State }) => State !== 'deregistered');
}

/** Our snapshots with a key, all of them or those of some IDs. */
export async function keyedSnapshots(
  { aws, signal }: Run,
  region: string,
  snapshotIds: readonly string[] = [],
): Promise<Snapshot[]> {
  const Filters = [
    { Name: 'tag-key', Values: [keyTag] },
    ...(snapshotIds.length === 0 ? [] : [{ Name: 'snapshot-id', Values: [...snapshotIds] }]),
  ];
  return everyItem(
    (token) => {
      const own = { OwnerIds: ['self'], Filters, MaxResults: 1000, ...at(token) };
      return aws.ec2(region).send(new DescribeSnapshotsCommand(own), { signal });
    },
    ({ Snapshots }) => Snapshots,
  ).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeSnapshots', `look up the snapshots in ${region}`, error);
  });
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
  const reservations = await everyItem(
    (token) =>
      aws
        .ec2(region)
        .send(new DescribeInstancesCommand({ Filters, MaxResults: 1000, ...at(token) }), { signal }),
    ({ Reservations }) => Reservations,
  ).catch((error) => {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeInstances', `look up the instances in ${region}`, error);
  });
  return reservations.flatMap(({ Instances = [] }) => Instances);
}

/** The default and the latest version of every launch template. */
async function currentVersions({ aws, signal }: Run, region: string): Promise<LaunchTemplateVersion[]> {
  return everyItem(
    (token) => {
      const input = { Versions: ['$Latest', '$Default'], MaxResults: 200, ...at(token) };
      return aws.ec2(region).send(new DescribeLaunchTemplateVersionsCommand(input), { signal });
    },
    ({ LaunchTemplateVersions }) => LaunchTemplateVersions,
  ).catch((error) => failedTemplates({ signal }, region, error));
}

/** Versions of one template: those that are named, or those that have one of the images. */
export async function versionsOf(
  { aws, signal }: Run,
  region: string,
  LaunchTemplateId: string,
  which: { versions: readonly string[] } | { imageIds: readonly string[] },
): Promise<LaunchTemplateVersion[]> {
  const input = {
    LaunchTemplateId,
    MaxResults: 200,
    ...('versions' in which
      ? { Versions: [...which.versions] }
      : { Filters: [{ Name: 'image-id', Values: [...which.imageIds] }] }),
  };
  return everyItem(
    (token) =>
      aws.ec2(region).send(new DescribeLaunchTemplateVersionsCommand({ ...input, ...at(token) }), { signal }),
    ({ LaunchTemplateVersions }) => LaunchTemplateVersions,
  ).catch((error) => failedTemplates({ signal }, region, error));
}

export function failedTemplates({ signal }: Pick<Run, 'signal'>, region: string, error: unknown): never {
  signal.throwIfAborted();
  throw awsFailure('ec2:DescribeLaunchTemplateVersions', `look up the launch templates in ${region}`, error);
}

export function templateUse({
  LaunchTemplateName,
  LaunchTemplateId,
  VersionNumber,
}: LaunchTemplateVersion): string {
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
  /** What names each image. */
  uses: Map<string, string[]>;
}

/** @throws BakeError for the first look-up that fails, once all of them have ended */
export async function lookAt(run: Run, region: string): Promise<RegionalLook> {
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
 * @param uses what names each image: they are added
 */
export async function currentUses(run: Run, region: string, uses: Map<string, string[]>): Promise<void> {
  const [versions, scaling] = await allOf([
    currentVersions(run, region),
    scalingUses(run, region, uses),
  ] as const);
  const named = await allOf(scaling.map((one) => namedVersions(run, region, one)));
  for (const version of [...versions, ...named.flat()])
    addUse(uses, version.LaunchTemplateData?.ImageId ?? '', templateUse(version));
}

/** Versions that an Auto Scaling group names by their numbers. */
async function namedVersions(run: Run, region: string, { templateId, versions }: TemplateNamed) {
  return versionsOf(run, region, templateId, { versions });
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
