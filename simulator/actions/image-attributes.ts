import * as errors from '../model/errors.ts';
import { everyone, type GrantChange } from '../model/grants.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, imageState } from '../model/image.ts';
import { View } from '../model/visibility.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireWritableImage } from './deregister-image.ts';
import { launchPermissionChange, toGrantChange, toPermissions } from './grant-parameters.ts';
import { flag, only, required, text, unsimulated } from './parameters.ts';

/**
 * API model, DescribeImageAttribute, for the launch permissions. "Not authorized" for images of others, whoever may
 * launch them.
 */
export const describeImageAttribute = action({
  name: 'DescribeImageAttribute',
  mutating: false,
  parameters: { ImageId: required(text), Attribute: required(text), DryRun: flag },
  answer(input, context) {
    const { world, seenAt } = context;
    if (input.Attribute !== 'launchPermission') throw errors.notSimulated(`the attribute ${input.Attribute}`);
    const image = requireOwnImage(context, input.ImageId);
    stopDryRun(input);
    const shownAt = seenAt - world.settings.consistency.permissionSeconds * 1000;
    return { imageId: image.id, launchPermission: toPermissions(image.launchPermissions.asOf(shownAt)) };
  },
});

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

/** API model, ModifyImageAttribute, for the launch permissions. All of them are changed, or none. */
export const modifyImageAttribute = action({
  name: 'ModifyImageAttribute',
  mutating: true,
  parameters: {
    ImageId: required(text),
    LaunchPermission: launchPermissionChange,
    Attribute: only('launchPermission'),
    Description: unsimulated,
    ImdsSupport: unsimulated,
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
    const { LaunchPermission } = input;
    // Message in hashicorp/packer#2305.
    if (!LaunchPermission) throw errors.missingParameter('LaunchPermission');
    const image = requireWritableImage(world, accountId, input.ImageId, now);
    if (imageState(image, now) === 'pending') throw errors.imagePending(image.id);
    stopDryRun(input);
    const change = toGrantChange(world, LaunchPermission);
    requireShareable(world, image, change);
    image.launchPermissions.change(change, now);
    return { return: true };
  },
});

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
