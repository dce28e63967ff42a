import * as errors from '../model/errors.ts';
import { type Instance, instanceState } from '../model/instance.ts';
import { makeImage } from '../model/make-image.ts';
import { acceptTags, type RequestedTag, type Tag } from '../model/tags.ts';
import { requireUsableKeys, withKeyProblems } from '../model/volume-keys.ts';
import type { World } from '../model/world.ts';
import { action, stopDryRun } from './action.ts';
import { requireInstance } from './describe-instances.ts';
import { mapDevices, requestedMapping } from './image-mapping.ts';
import { flag, list, required, structure, tags, text, unsimulated } from './parameters.ts';

/** API model, CreateImage. It has no ClientToken. */
export const createImage = action({
  name: 'CreateImage',
  mutating: true,
  parameters: {
    InstanceId: required(text),
    Name: required(text),
    Description: text,
    NoReboot: flag,
    DryRun: flag,
    SnapshotLocation: unsimulated,
    TagSpecification: list(structure({ ResourceType: text, Tag: tags })),
    BlockDeviceMapping: list(requestedMapping),
  },
  answer(input, context) {
    const { world, accountId, now } = context;
    requireName(input.Name);
    requireDescription(input.Description);
    const tagsFor = acceptTagSpecifications(input.TagSpecification);
    // EC2 user guide, "Grant permission to tag resources during creation": tags need ec2:CreateTags as well.
    if (input.TagSpecification.length > 0) context.requirePermission('CreateTags');
    const instance = requireImageable(world, accountId, input.InstanceId, now);
    const devices = mapDevices(world, instance, input.BlockDeviceMapping);
    stopDryRun(input);
    const holder = world.imageNamed(input.Name, accountId);
    if (holder) throw errors.amiNameDuplicate(input.Name, holder.id);
    requireUsableKeys(world, devices);

    if (!input.NoReboot && instanceState(instance, now) === 'running') instance.reboots.push(now);
    const plan = withKeyProblems(world, world.plans.shift() ?? world.settings.image, devices);
    const image = makeImage(world, instance, devices, plan, {
      name: input.Name,
      description: input.Description,
      imageTags: tagsFor.image,
      snapshotTags: tagsFor.snapshot,
    });
    return { imageId: image.id };
  },
});

/**
 * API model, CreateImage.Name: "3-128 alphanumeric characters, parentheses (()), square brackets ([]), spaces
 * ( ), periods …".
 */
export function requireName(name: string): void {
  if (!/^[A-Za-z0-9()[\] ./\-'@_]{3,128}$/.test(name)) throw errors.amiNameMalformed();
}

export function requireDescription(description = ''): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what EC2 accepts, control characters included
  if (!/^[\x00-\x7F]*$/.test(description)) throw errors.descriptionNotAscii(description);
  if (description.length > 255) throw errors.descriptionTooLong(description);
}

export interface TagsFor {
  image: Tag[];
  snapshot: Tag[];
}

/**
 * API model, CreateImage.TagSpecifications: `image` and `snapshot`, "If you specify other values for
 * ResourceType, the request fails."
 */
export function acceptTagSpecifications(
  specifications: readonly { ResourceType: string | undefined; Tag: readonly RequestedTag[] }[],
): TagsFor {
  const requested: Record<'image' | 'snapshot', RequestedTag[]> = { image: [], snapshot: [] };
  for (const { ResourceType, Tag } of specifications) {
    if (!ResourceType) throw errors.missingParameter('TagSpecification.ResourceType');
    if (ResourceType !== 'image' && ResourceType !== 'snapshot') throw errors.notTaggable(ResourceType);
    if (Tag.length === 0) throw errors.emptyTagSpecification();
    requested[ResourceType].push(...Tag);
  }
  return {
    image: acceptTags(requested.image, 'creation'),
    snapshot: acceptTags(requested.snapshot, 'creation'),
  };
}

function requireImageable(world: World, accountId: string, id: string, now: number): Instance {
  const instance = requireInstance(world, accountId, id);
  if (!['running', 'stopping', 'stopped'].includes(instanceState(instance, now))) {
    throw errors.instanceNotImageable(id);
  }
  if (instance.rootDeviceType !== 'ebs') throw errors.instanceStoreNotImageable(id);
  return instance;
}
