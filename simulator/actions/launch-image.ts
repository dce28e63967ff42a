import {
  imageNotFound,
  imagePending,
  imageUnavailable,
  missingParameter,
  notSimulated,
} from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageState } from '../model/image.ts';
import { bootModesOf, type InstanceType, instanceType } from '../model/instance-types.ts';
import * as errors from '../model/launch-errors.ts';
import { View } from '../model/visibility.ts';
import type { Context } from './action.ts';
import type { LaunchInput } from './launch-parameters.ts';

/**
 * The image to launch, which the caller may use and which is available.
 * @throws MissingParameter, InvalidAMIID.Malformed, InvalidAMIID.NotFound, InvalidAMIID.Unavailable, AuthFailure
 */
export function requireLaunchable({ ImageId: id }: LaunchInput, { world, accountId, now }: Context): Image {
  if (!id) throw missingParameter('ImageId');
  requireWellFormed('image', id);
  const [image] = new View(world, accountId, now).images([id]);
  if (!image)
    throw world.images.has(id) ? foreignOrNew(world.images.get(id), accountId) : imageNotFound([id]);
  if (image.rootDeviceType !== 'ebs') throw notSimulated('the launch of instance store-backed images');
  switch (imageState(image, now)) {
    case 'available':
      return image;
    case 'pending':
      throw imagePending(id);
    case 'deregistered':
      throw imageUnavailable(id);
    case 'disabled':
      throw errors.imageDisabled(id);
    default:
      throw errors.imageFailed(id);
  }
}

/** An image that the caller does not see: another account's, or its own that has not reached all of EC2. */
function foreignOrNew(image: Image | undefined, accountId: string): Error {
  const id = image?.id ?? '';
  return image?.ownerId === accountId ? imageNotFound([id]) : errors.notAuthorizedForImages(id);
}

/** @throws InvalidParameterValue when the type does not exist, or does not fit the image */
export function requireFittingType({ InstanceType: name }: LaunchInput, image: Image): InstanceType {
  // EC2 has a default of the first generation (earlier API models: m1.small), which the simulator does not have.
  if (!name) throw notSimulated('RunInstances without InstanceType');
  const type = instanceType(name);
  if (!type) throw errors.unknownInstanceType(name);
  if (!type.architectures.includes(image.architecture)) {
    throw errors.architectureMismatch(type.architectures.at(-1) ?? '', image.architecture);
  }
  const modes = bootModesOf(type);
  if (image.bootMode === 'uefi' && !modes.includes('uefi')) throw errors.typeWithoutUefi(name);
  if (image.bootMode === 'legacy-bios' && !modes.includes('legacy-bios')) {
    throw errors.typeWithoutLegacyBios(name);
  }
  if (image.tpmSupport && type.hypervisor !== 'nitro') throw errors.typeWithoutTpm(name);
  return type;
}
