import { disabledStateNotIncluded } from '../model/disabled-image-errors.ts';
import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { requireWellFormed } from '../model/ids.ts';
import { deprecationTime, type Image, type ImageDevice, imageState, settingsShown } from '../model/image.ts';
import { lastLaunchedTime } from '../model/image-launches.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, list, text, whole } from './parameters.ts';

/** API model, DescribeImages. */
export const describeImages = action({
  name: 'DescribeImages',
  mutating: false,
  parameters: {
    ImageId: list(text),
    Owner: list(text),
    ExecutableBy: list(text),
    Filter: filters,
    IncludeDeprecated: flag,
    IncludeDisabled: flag,
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
  },
  answer(input, context) {
    const { world, accountId, seenAt } = context;
    requireMaxResults(input.MaxResults, 1);
    requireIdsOrPages(input.ImageId, input, 'imageIdsSet');
    requireDisabledIncluded(input);
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const asked = input.ImageId.length > 0 ? byId(view, input, context) : view.images();
    const inScope = asked.filter(
      (image) =>
        isShown(image, world, seenAt) &&
        isOwnedBy(image, input.Owner, accountId) &&
        isExecutableBy(image, input.ExecutableBy, accountId) &&
        isCurrent(image, accountId, seenAt, input) &&
        (isIncluded(image, seenAt, input) || (input.ImageId.length > 0 && isShownById(world))),
    );
    const matching = applyFilters(inScope, toFilters(input.Filter), filterFields(seenAt), ({ tags }) =>
      view.tags(tags),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return { imagesSet: items.map((image) => toXml(image, view, context)), nextToken };
  },
});

/**
 * @throws InvalidAMIID.Malformed, InvalidAMIID.NotFound, the latter also for images that the caller may not
 * see
 */
function byId(
  view: View,
  input: Inclusion & { ImageId: readonly string[] },
  { world, seenAt }: Context,
): Image[] {
  const ids = input.ImageId;
  for (const id of ids) requireWellFormed('image', id);
  const isUnknown = (image: Image) =>
    isForgotten(image, world, seenAt) ||
    (world.settings.disabledById === 'not-found' && !isIncluded(image, seenAt, input));
  const found = view.images(ids).filter((image) => !isUnknown(image));
  const missing = ids.filter((id) => !found.some((image) => image.id === id));
  if (missing.length > 0) throw errors.imageNotFound(missing);
  return found;
}

/**
 * "Recently deregistered images appear in the returned results for a short interval and then return empty
 * results." (API model)
 */
function isShown({ deregisteredAt }: Image, { settings }: World, now: number): boolean {
  return deregisteredAt === undefined || now < deregisteredAt + settings.deregistration.shownSeconds * 1000;
}

/**
 * "… specifying the ID of the image will eventually return an error indicating that the AMI ID cannot be
 * found." (API model)
 */
function isForgotten({ deregisteredAt }: Image, { settings }: World, now: number): boolean {
  if (deregisteredAt === undefined) return false;
  const { shownSeconds, emptySeconds } = settings.deregistration;
  return now >= deregisteredAt + (shownSeconds + emptySeconds) * 1000;
}

/**
 * API model, IncludeDeprecated: "If you are the AMI owner, all deprecated AMIs appear in the response regardless"; user
 * guide, "Deprecate an AMI": so do those that are asked for by their IDs.
 */
function isCurrent(
  image: Image,
  accountId: string,
  now: number,
  input: { ImageId: readonly string[]; IncludeDeprecated: boolean | undefined },
): boolean {
  if (image.ownerId === accountId || input.IncludeDeprecated || input.ImageId.length > 0) return true;
  return now < (deprecationTime(image) ?? Number.POSITIVE_INFINITY);
}

interface Inclusion {
  IncludeDisabled: boolean | undefined;
}

/** API model, IncludeDisabled: "Default: No disabled AMIs are included in the response." */
function isIncluded(image: Image, now: number, { IncludeDisabled }: Inclusion): boolean {
  return IncludeDisabled === true || imageState(image, now) !== 'disabled';
}

function isShownById({ settings }: World): boolean {
  return settings.disabledById === 'shown';
}

/** @throws InvalidParameter */
function requireDisabledIncluded(
  input: Inclusion & { Filter: readonly { Name: string; Value: readonly string[] }[] },
): void {
  if (input.IncludeDisabled === true) return;
  if (input.Filter.some(({ Name, Value }) => Name === 'state' && Value.includes('disabled'))) {
    throw disabledStateNotIncluded();
  }
}

/** Owners: account IDs, `self`, and the aliases. */
function isOwnedBy(image: Image, owners: readonly string[], accountId: string): boolean {
  return (
    owners.length === 0 ||
    owners.some(
      (owner) =>
        owner === image.ownerId ||
        owner === image.ownerAlias ||
        (owner === 'self' && image.ownerId === accountId),
    )
  );
}

/**
 * API model, ExecutableUsers: `all` for public images, `self` or an account ID for those with explicit launch
 * permission.
 */
function isExecutableBy(image: Image, users: readonly string[], accountId: string): boolean {
  return (
    users.length === 0 ||
    users.some((user) => image.launchPermissions.has(user === 'self' ? accountId : user))
  );
}

function filterFields(now: number): FilterFields<Image> {
  const ebs = (image: Image) => image.mapping.filter((device) => 'sizeGiB' in device);
  return {
    ...unsimulated(
      'free-tier-eligible',
      'image-allowed',
      'kernel-id',
      'product-code',
      'product-code.type',
      'ramdisk-id',
    ),
    architecture: ({ architecture }) => architecture,
    'block-device-mapping.delete-on-termination': (image) =>
      ebs(image).map(({ deleteOnTermination }) => deleteOnTermination),
    'block-device-mapping.device-name': ({ mapping }) => mapping.map(({ deviceName }) => deviceName),
    'block-device-mapping.encrypted': (image) => ebs(image).map(({ encrypted }) => encrypted),
    'block-device-mapping.snapshot-id': (image) =>
      now < image.snapshotIdsAt ? [] : ebs(image).map(({ snapshotId }) => snapshotId),
    'block-device-mapping.volume-size': (image) => ebs(image).map(({ sizeGiB }) => sizeGiB),
    'block-device-mapping.volume-type': (image) => ebs(image).map(({ type }) => type),
    'creation-date': ({ createdAt }) => new Date(createdAt).toISOString(),
    description: ({ description }) => description,
    'ena-support': () => true,
    hypervisor: () => 'xen',
    'image-id': ({ id }) => id,
    'image-type': () => 'machine',
    'is-public': ({ launchPermissions }) => launchPermissions.has('all'),
    'manifest-location': (image) => locationOf(image),
    name: ({ name }) => name,
    'owner-alias': ({ ownerAlias }) => ownerAlias,
    'owner-id': ({ ownerId }) => ownerId,
    platform: ({ platformDetails }) => (platformDetails.startsWith('Windows') ? 'windows' : undefined),
    'root-device-name': ({ rootDeviceName }) => rootDeviceName,
    'root-device-type': ({ rootDeviceType }) => rootDeviceType,
    'sriov-net-support': () => 'simple',
    'source-image-id': ({ sourceImageId }) => sourceImageId,
    'source-image-region': ({ sourceImageRegion }) => sourceImageRegion,
    'source-instance-id': ({ sourceInstanceId }) => sourceInstanceId,
    state: (image) => imageState(image, now),
    'state-reason-code': (image) => failureOf(image, now)?.code,
    'state-reason-message': (image) => failureOf(image, now)?.message,
    'virtualization-type': () => 'hvm',
  };
}

/** API model, Image. Snapshot IDs may be missing while it is pending. */
function toXml(image: Image, view: View, { world, accountId, seenAt: now }: Context): XmlFields {
  const failure = failureOf(image, now);
  return {
    imageId: image.id,
    imageLocation: locationOf(image),
    imageState: imageState(image, now),
    imageOwnerId: image.ownerId,
    creationDate: new Date(image.createdAt),
    isPublic: image.launchPermissions.has('all'),
    architecture: image.architecture,
    imageType: 'machine',
    platform: image.platformDetails.startsWith('Windows') ? 'windows' : undefined,
    platformDetails: image.platformDetails,
    usageOperation: usageOperationOf(image.platformDetails),
    imageOwnerAlias: image.ownerAlias,
    name: image.name,
    description: image.description,
    rootDeviceType: image.rootDeviceType,
    rootDeviceName: image.rootDeviceName,
    blockDeviceMapping: image.mapping.map((device) => toDevice(device, now >= image.snapshotIdsAt)),
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    enaSupport: true,
    sriovNetSupport: 'simple',
    stateReason: failure?.code ? { code: failure.code, message: failure.message } : undefined,
    bootMode: image.bootMode,
    tpmSupport: image.tpmSupport,
    ...settingsShown(image, now),
    // EC2 user guide, "Check when an Amazon EC2 AMI was last used": "You must be the AMI owner".
    lastLaunchedTime: image.ownerId === accountId ? lastLaunchedTime(world, image.id, now) : undefined,
    sourceInstanceId: image.sourceInstanceId,
    sourceImageId: image.sourceImageId,
    sourceImageRegion: image.sourceImageRegion,
    tagSet: toTagSet(view.tags(image.tags)),
  };
}

function toDevice(device: ImageDevice, withSnapshotId: boolean): XmlFields {
  if ('virtualName' in device) return { deviceName: device.deviceName, virtualName: device.virtualName };
  return {
    deviceName: device.deviceName,
    ebs: {
      deleteOnTermination: device.deleteOnTermination,
      iops: device.iops,
      snapshotId: withSnapshotId ? device.snapshotId : undefined,
      volumeSize: device.sizeGiB,
      volumeType: device.type,
      throughput: device.throughput,
      encrypted: device.encrypted,
    },
  };
}

function failureOf({ failure }: Image, now: number): Image['failure'] {
  return failure && failure.at <= now ? failure : undefined;
}

function locationOf({ ownerId, name }: Image): string {
  return `${ownerId}/${name}`;
}

/** EC2 user guide, "AMI billing information": the code of Windows without SQL Server is 0002. */
function usageOperationOf(platformDetails: string): string {
  return platformDetails.startsWith('Windows') ? 'RunInstances:0002' : 'RunInstances';
}
