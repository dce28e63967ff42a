/** What is asked about the few images that are about to go, a call each where EC2 has no other: uses, sharing, locks. */
import { errorKind } from '../aws/errors.ts';
import { asFailure, awsFailure } from '../aws/failure.ts';
import { DescribeLaunchTemplatesCommand } from '../aws/sdk/ec2-launch-templates.ts';
import {
  DescribeImageReferencesCommand,
  DescribeLockedSnapshotsCommand,
  type ImageReference,
} from '../aws/sdk/ec2-retention.ts';
import { isDeregistered } from '../image/remove/deregister.ts';
import { createVolumePermissions, launchPermissions } from '../image/share/permission-list.ts';
import type { Run } from '../run/run.ts';
import { addUse, type ImageFacts, type Uses } from './facts.ts';
import type { RetireInputs } from './inputs.ts';
import {
  addTemplateUses,
  allOf,
  instanceUse,
  livingInstances,
  livingStates,
  ownImages,
  versionsOf,
} from './look.ts';
import { everyItem } from './pages.ts';
import { namedSnapshot } from './reasons.ts';

/** DescribeImageReferences takes no more at once (API model, `ImageIds`). */
export const imagesAtOnce = 10;

type Wishes = Pick<RetireInputs, 'launchTemplateVersions' | 'includeShared'>;

/**
 * @param images of one Region, at most ten
 * @returns what keeps each; images that nothing keeps are missing
 * @throws BakeError for a look-up that fails: then nothing is known
 */
export async function closeLook(
  run: Run,
  region: string,
  images: readonly ImageFacts[],
  wishes: Wishes,
): Promise<Map<string, string>> {
  if (images.length === 0) return new Map();
  const [uses, shared, held] = await allOf([
    usesOf(run, region, images, wishes),
    sharedOf(run, region, images, wishes),
    heldSnapshots(run, region, images),
  ] as const);
  const reasons = new Map<string, string>();
  for (const { id, snapshotIds } of images) {
    const reason =
      uses.get(id)?.[0] ??
      namedSnapshot(snapshotIds, uses) ??
      shared.get(id) ??
      snapshotIds.map((snapshotId) => held.get(snapshotId)?.(id)).find((words) => words !== undefined);
    if (reason !== undefined) reasons.set(id, reason);
  }
  return reasons;
}

/** Somebody else has removed it meanwhile: then nothing needs it, and there is nothing left to remove. */
function isGone(error: unknown): boolean {
  return errorKind(error) === 'not-found' || isDeregistered(error);
}

/** Two sources: what either names, stays. */
async function usesOf(
  run: Run,
  region: string,
  images: readonly ImageFacts[],
  wishes: Wishes,
): Promise<Uses> {
  const ids = images.map(({ id }) => id);
  const uses = new Map<string, string[]>();
  const [references, instances] = await allOf([
    referencesTo(run, region, ids, wishes),
    livingInstances(run, region, { 'image-id': ids }),
    addAllVersions(run, region, wishes, uses),
  ] as const);
  for (const reference of references) addUse(uses, reference.ImageId ?? '', referenceUse(reference));
  for (const instance of instances) addUse(uses, instance.ImageId ?? '', instanceUse(instance));
  return uses;
}

/**
 * By default EC2 counts terminated instances, and looks at the ten newest versions of a template only (EC2 User Guide,
 * "Identify your resources referencing specified AMIs"). With `current`, templates are asked directly alone.
 */
function referenceRequest({ launchTemplateVersions }: Wishes) {
  const instances = {
    ResourceType: 'ec2:Instance',
    ResourceTypeOptions: [{ OptionName: 'state-name', OptionValues: livingStates }],
  } as const;
  const templates = {
    ResourceType: 'ec2:LaunchTemplate',
    ResourceTypeOptions: [{ OptionName: 'version-depth', OptionValues: ['10000'] }],
  } as const;
  const others = (['ssm:Parameter', 'imagebuilder:ImageRecipe', 'imagebuilder:ContainerRecipe'] as const).map(
    (ResourceType) => ({ ResourceType }),
  );
  return launchTemplateVersions === 'all'
    ? { IncludeAllResourceTypes: true, ResourceTypes: [instances, templates] }
    : { ResourceTypes: [instances, ...others] };
}

async function referencesTo(
  run: Run,
  region: string,
  ids: readonly string[],
  wishes: Wishes,
): Promise<ImageReference[]> {
  const { aws, signal } = run;
  const request = referenceRequest(wishes) as never as object;
  const ask = (ImageIds: string[]): Promise<ImageReference[]> =>
    everyItem(
      (NextToken) =>
        aws
          .ec2(region)
          .send(new DescribeImageReferencesCommand({ ImageIds, ...request, NextToken }), { signal }),
      ({ ImageReferences }) =>
        ImageReferences?.every(({ ImageId }) => ImageId) ? ImageReferences : undefined,
    );
  const asOne = ask([...ids]).catch(async (error) => {
    signal.throwIfAborted();
    // An image that is gone makes the call with all of them fail.
    if (!isGone(error) || ids.length === 1) throw error;
    const each = ids.map((id) => ask([id]).catch((thrown) => (isGone(thrown) ? [] : Promise.reject(thrown))));
    return (await allOf(each)).flat();
  });
  return asOne.catch((error) => {
    signal.throwIfAborted();
    if (isGone(error)) return [];
    throw awsFailure('ec2:DescribeImageReferences', `look up what names the images in ${region}`, error);
  });
}

const kinds: Readonly<Record<string, string>> = {
  'ec2:Instance': 'used by instance',
  'ec2:LaunchTemplate': 'named by launch template',
  'ssm:Parameter': 'named by SSM parameter',
  'imagebuilder:ImageRecipe': 'named by Image Builder recipe',
  'imagebuilder:ContainerRecipe': 'named by Image Builder container recipe',
};

function referenceUse({ ResourceType, Arn = '' }: ImageReference): string {
  // arn:PARTITION:SERVICE:REGION:ACCOUNT:TYPE/NAME, where the name of a parameter has slashes of its own.
  const name = Arn.split(':')
    .slice(5)
    .join(':')
    .replace(/^[a-z-]+\//, '');
  return `${kinds[ResourceType ?? ''] ?? `named by ${ResourceType}`} ${name || Arn}`;
}

/**
 * What every version of every launch template names, unless only the current ones count. EC2 has no filter for snapshots,
 * and none for images that a parameter stands for.
 * @param uses what names each image and each snapshot: they are added
 */
export async function addAllVersions(
  run: Run,
  region: string,
  { launchTemplateVersions }: Pick<Wishes, 'launchTemplateVersions'>,
  uses: Map<string, string[]>,
): Promise<void> {
  if (launchTemplateVersions !== 'all') return;
  const { aws, signal } = run;
  const templates = await everyItem(
    (NextToken) =>
      aws.ec2(region).send(new DescribeLaunchTemplatesCommand({ MaxResults: 200, NextToken }), { signal }),
    ({ LaunchTemplates }) => LaunchTemplates,
  ).catch(asFailure(signal, 'ec2:DescribeLaunchTemplates', `look up the launch templates in ${region}`));
  const versions = templates.map(({ LaunchTemplateId = '' }) => versionsOf(run, region, LaunchTemplateId));
  await addTemplateUses(run, region, (await allOf(versions)).flat(), uses);
}

async function sharedOf(
  { aws, signal }: Run,
  region: string,
  images: readonly ImageFacts[],
  { includeShared }: Wishes,
): Promise<Map<string, string>> {
  const shared = new Map<string, string>();
  if (includeShared) return shared;
  const ec2 = aws.ec2(region);
  const looks = images.flatMap(({ id, snapshotIds }) => [
    { id, list: launchPermissions(ec2, id), words: 'shared' },
    ...snapshotIds.map((snapshotId) => ({
      id,
      list: createVolumePermissions(ec2, snapshotId, snapshotId),
      words: `its snapshot ${snapshotId} is shared`,
    })),
  ]);
  const found = looks.map(async ({ id, list, words }) => {
    const entities = await list.read(signal, false).catch((error) => {
      signal.throwIfAborted();
      if (isGone(error)) return new Set();
      throw awsFailure(list.readAction, `look up with whom ${id} in ${region} is shared`, error);
    });
    if (entities.size > 0 && !shared.has(id)) shared.set(id, words);
  });
  await allOf(found);
  return shared;
}

/** Snapshots that are locked, or that other images need too; what holds them is said of the image that is asked about. */
async function heldSnapshots(
  run: Run,
  region: string,
  images: readonly ImageFacts[],
): Promise<Map<string, (imageId: string) => string | undefined>> {
  const ids = images.flatMap(({ snapshotIds }) => snapshotIds);
  const held = new Map<string, (imageId: string) => string | undefined>();
  if (ids.length === 0) return held;
  const [locks, users] = await allOf([lockedAmong(run, region, ids), usersOf(run, region, ids)] as const);
  for (const id of ids) {
    const others = (imageId: string) => users.get(id)?.find((user) => user !== imageId);
    if (locks.has(id)) held.set(id, () => `its snapshot ${id} is locked`);
    else if (images.some((image) => image.snapshotIds.includes(id) && others(image.id) !== undefined))
      held.set(id, (imageId) => {
        const other = others(imageId);
        return other === undefined ? undefined : `its snapshot ${id} belongs to ${other} too`;
      });
  }
  return held;
}

/** An expired lock holds nothing (API model, LockState). */
export async function lockedAmong(
  { aws, signal }: Run,
  region: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const ask = (which: { SnapshotIds?: string[] }) =>
    everyItem(
      (NextToken) =>
        aws.ec2(region).send(new DescribeLockedSnapshotsCommand({ ...which, NextToken }), { signal }),
      ({ Snapshots }) => Snapshots,
    );
  const some = ids.length > mostLocksAsked ? ask({}) : ask({ SnapshotIds: [...ids] });
  const locked = await some
    // One that is gone, or another account's, makes the call with all of them fail.
    .catch((error) => (errorKind(error) === 'not-found' ? ask({}) : Promise.reject(error)))
    .catch(
      asFailure(signal, 'ec2:DescribeLockedSnapshots', `look up which snapshots in ${region} are locked`),
    );
  return new Set(
    locked.filter(({ LockState }) => LockState !== 'expired').map(({ SnapshotId = '' }) => SnapshotId),
  );
}

/** More are not asked for by their IDs: then the answer has all locks of the account. */
const mostLocksAsked = 200;

/** The images, of whatever make, that need each of the snapshots. */
export async function usersOf(
  run: Run,
  region: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const users = new Map<string, string[]>();
  // EC2 takes 200 values a filter.
  for (let first = 0; first < ids.length; first += 200) {
    const Values = ids.slice(first, first + 200);
    const request = { Filters: [{ Name: 'block-device-mapping.snapshot-id', Values }] };
    for (const { ImageId = '', BlockDeviceMappings = [] } of await ownImages(run, region, request)) {
      for (const { Ebs } of BlockDeviceMappings) if (Ebs?.SnapshotId) addUse(users, Ebs.SnapshotId, ImageId);
    }
  }
  return users;
}
