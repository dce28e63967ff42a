import { imageDisabled } from '../model/disabled-image-errors.ts';
import * as errors from '../model/errors.ts';
import { everyone, type GrantChange } from '../model/grants.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, imageState, protectionState } from '../model/image.ts';
import { lastLaunchedTime } from '../model/image-launches.ts';
import { View } from '../model/visibility.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireWritableImage } from './deregister-image.ts';
import { launchPermissionChange, toGrantChange, toPermissions } from './grant-parameters.ts';
import { flag, required, structure, text, unsimulated } from './parameters.ts';

/**
 * API model, DescribeImageAttribute, for the launch permissions, product codes, and what is a single value. "Not authorized"
 * for images of others, whoever may launch them.
 */
export const describeImageAttribute = action({
  name: 'DescribeImageAttribute',
  mutating: false,
  parameters: { ImageId: required(text), Attribute: required(text), DryRun: flag },
  answer(input, context) {
    const { world, seenAt } = context;
    const { Attribute } = input;
    const isList = Attribute === 'launchPermission' || Attribute === 'productCodes';
    const read = Object.hasOwn(singleValues, Attribute) ? singleValues[Attribute] : undefined;
    if (!isList && !read) throw errors.notSimulated(`the attribute ${Attribute}`);
    const image = requireOwnImage(context, input.ImageId);
    stopDryRun(input);
    if (read) return { imageId: image.id, [Attribute]: { value: read(image, world, seenAt) } };
    // Only images from the Marketplace have any, and there are none of those here.
    if (Attribute === 'productCodes') return { imageId: image.id, productCodes: [] };
    const shownAt = seenAt - world.settings.consistency.permissionSeconds * 1000;
    return { imageId: image.id, launchPermission: toPermissions(image.launchPermissions.asOf(shownAt)) };
  },
});

/** The attributes that are an AttributeValue in the API model; without a value where there is none. */
const singleValues: Readonly<
  Record<string, (image: Image, world: World, now: number) => string | undefined>
> = {
  imdsSupport: ({ imdsSupport }) => imdsSupport,
  deregistrationProtection: (image, _world, now) => protectionState(image, now),
  lastLaunchedTime: ({ id }, world, now) => lastLaunchedTime(world, id, now),
};

/** @throws InvalidAMIID.Malformed, InvalidAMIID.NotFound, InvalidAMIID.Unavailable, AuthFailure */
function requireOwnImage({ world, accountId, seenAt }: Context, id: string): Image {
  requireWellFormed('image', id);
  const existing = world.images.get(id);
  if (existing !== undefined && existing.ownerId !== accountId) throw errors.notAuthorizedForImage(id);
  const image = new View(world, accountId, seenAt).images().find((known) => known.id === id);
  if (image === undefined) throw errors.imageNotFound([id]);
  if (isDeregistered(image, seenAt)) throw errors.imageUnavailable(id);
  return image;
}

/** API model, ModifyImageAttribute, for the launch permissions, all of which are changed or none, and for IMDS support. */
export const modifyImageAttribute = action({
  name: 'ModifyImageAttribute',
  mutating: true,
  parameters: {
    ImageId: required(text),
    LaunchPermission: launchPermissionChange,
    ImdsSupport: structure({ Value: required(text) }),
    Attribute: text,
    Description: unsimulated,
    OperationType: unsimulated,
    OrganizationArn: unsimulated,
    OrganizationalUnitArn: unsimulated,
    ProductCode: unsimulated,
    UserGroup: unsimulated,
    UserId: unsimulated,
    Value: unsimulated,
    DryRun: flag,
  },
  answer(input, { world, accountId, now }) {
    const { LaunchPermission, ImdsSupport } = input;
    requireAttribute(input.Attribute, ImdsSupport ? 'imdsSupport' : 'launchPermission');
    if (LaunchPermission && ImdsSupport) throw errors.oneAttributeAtATime();
    if (ImdsSupport) {
      const image = requireImdsSupport(world, accountId, input.ImageId, ImdsSupport.Value, now);
      stopDryRun(input);
      image.imdsSupport = 'v2.0';
      return { return: true };
    }
    // Message in hashicorp/packer#2305.
    if (!LaunchPermission) throw errors.missingParameter('LaunchPermission');
    const image = requireModifiable(world, accountId, input.ImageId, now);
    stopDryRun(input);
    const change = toGrantChange(world, LaunchPermission);
    requireShareable(world, image, change);
    image.launchPermissions.change(change, now);
    return { return: true };
  },
});

/**
 * `Attribute` may say again which one it is, also as `LaunchPermission`: so Ansible's ec2_ami sends it
 * (ansible-collections/amazon.aws, plugins/modules/ec2_ami.py), whose tests run against EC2.
 */
function requireAttribute(given: string | undefined, attribute: string): void {
  if (given !== undefined && given.toLowerCase() !== attribute.toLowerCase())
    throw errors.notSimulated(`the attribute ${given} in this way`);
}

/**
 * API model, ModifyImageAttribute.ImdsSupport: `v2.0` and nothing else, for "you can't undo it".
 * @throws InvalidParameterValue, and what is said of an image that may not be changed now
 */
function requireImdsSupport(world: World, accountId: string, id: string, value: string, now: number): Image {
  if (value !== 'v2.0') throw errors.invalidImdsSupport(value);
  return requireModifiable(world, accountId, id, now);
}

/** @throws what is said of an image that may not be changed, or not in its state */
function requireModifiable(world: World, accountId: string, id: string, now: number): Image {
  const image = requireWritableImage(world, accountId, id, now);
  const state = imageState(image, now);
  if (state === 'pending') throw errors.imagePending(id);
  if (state === 'disabled') throw imageDisabled(id);
  return image;
}

/** EC2 user guide, "AMI quotas". */
const mostEntities = 1000;

/** @throws what EC2 says to permissions that the image cannot have */
function requireShareable(world: World, image: Image, { add }: GrantChange): void {
  const snapshots = imageSnapshotIds(image).flatMap((id) => world.snapshots.get(id) ?? []);
  if (add.length > 0 && snapshots.some((snapshot) => world.isAwsManaged(snapshot.kmsKeyId))) {
    throw errors.imageOfDefaultKey();
  }
  if (add.includes(everyone)) {
    if (snapshots.some(({ encrypted }) => encrypted)) throw errors.encryptedImagePublic();
    if (world.blocksPublicAccess(image.ownerId)) throw errors.publicAccessBlocked();
  }
  const entities = new Set([...image.launchPermissions.current, ...add]);
  entities.delete(everyone);
  if (entities.size > mostEntities) throw errors.imageSharedTooWidely(mostEntities);
}

/** API model, ResetImageAttribute: "currently you can only reset the launch permission attribute". */
export const resetImageAttribute = action({
  name: 'ResetImageAttribute',
  mutating: true,
  parameters: { ImageId: required(text), Attribute: required(text), DryRun: flag },
  answer(input, { world, accountId, now }) {
    if (input.Attribute !== 'launchPermission') throw errors.notSimulated(`the attribute ${input.Attribute}`);
    const image = requireWritableImage(world, accountId, input.ImageId, now);
    stopDryRun(input);
    image.launchPermissions.change({ add: [], remove: [...image.launchPermissions.current] }, now);
    return { return: true };
  },
});
