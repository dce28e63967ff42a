import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields } from '../model/filters.ts';
import { kindOf } from '../model/ids.ts';
import { endedAt } from '../model/instance-visibility.ts';
import { networkInterfaceNotFound } from '../model/launch-errors.ts';
import type { NetworkInterface } from '../model/network.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { acceptTags, isReserved, type Tags } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import { volumeAt } from '../model/volume-state.ts';
import type { World } from '../model/world.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import { requireWritableSnapshot } from './delete-snapshot.ts';
import { requireWritableImage } from './deregister-image.ts';
import { findInstances, requireInstance } from './describe-instances.ts';
import { requireTemplateById } from './find-launch-template.ts';
import { filters, flag, list, tags, text, whole } from './parameters.ts';

/**
 * API model, CreateTags: all resources get all tags, or none gets any. Its answer is empty but for the
 * documented `return`.
 */
export const createTags = action({
  name: 'CreateTags',
  mutating: true,
  parameters: { ResourceId: list(text), Tag: tags, DryRun: flag },
  answer(input, context) {
    const { now } = context;
    if (input.ResourceId.length === 0) throw errors.missingParameter('resourceIdSet');
    if (input.Tag.length === 0) throw errors.missingParameter('tagSet');
    const accepted = acceptTags(input.Tag, 'existing');
    const resources = input.ResourceId.map((id) => requireTaggable(context, id));
    stopDryRun(input);
    for (const resource of resources) resource.requireRoomFor(accepted);
    for (const resource of resources) resource.put(accepted, now);
    return { return: true };
  },
});

/** API model, DeleteTags. */
export const deleteTags = action({
  name: 'DeleteTags',
  mutating: true,
  parameters: { ResourceId: list(text), Tag: tags, DryRun: flag },
  answer(input, context) {
    const { now } = context;
    if (input.ResourceId.length === 0) throw errors.missingParameter('resourceIdSet');
    const unwanted = input.Tag.map(({ Key, Value }) => {
      if (!Key) throw errors.missingParameter('Tag.Key');
      if (isReserved(Key)) throw errors.reservedTagKeyValue(Key);
      return { key: Key, value: Value };
    });
    const resources = input.ResourceId.map((id) => requireTaggable(context, id));
    stopDryRun(input);
    for (const resource of resources) resource.remove(unwanted, now);
    return { return: true };
  },
});

/** @throws what the call says when it does not find, or may not write, the resource */
function requireTaggable(context: Context, id: string): Tags {
  const { world, accountId, now } = context;
  switch (kindOf(id)) {
    case 'image':
      return requireWritableImage(world, accountId, id, now).tags;
    case 'snapshot':
      return requireWritableSnapshot(world, accountId, id, now).tags;
    case 'instance':
      return requireInstance(world, accountId, id).tags;
    case 'networkInterface': {
      const found = world.network.interfaces.get(id);
      if (!found || found.ownerId !== accountId || !interfacesAt(world, now).includes(found)) {
        throw networkInterfaceNotFound(id);
      }
      return found.tags;
    }
    case 'volume': {
      const volume = world.volumes.get(id);
      if (!volume || volume.ownerId !== accountId || !volumeAt(volume, world, now))
        throw errors.volumeNotFound([id]);
      return volume.tags;
    }
    case 'launchTemplate':
      return requireTemplateById(id, context).tags;
    default:
      throw errors.invalidId(id);
  }
}

interface TagDescription {
  sequence: number;
  key: string;
  value: string;
  resourceId: string;
  resourceType: string;
}

/** API model, DescribeTags: the tags of the caller's own resources. */
export const describeTags = action({
  name: 'DescribeTags',
  mutating: false,
  parameters: { Filter: filters, MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, { world, accountId, seenAt }) {
    requireMaxResults(input.MaxResults, 5);
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const own = <T extends { ownerId: string }>(resources: Iterable<T>) =>
      [...resources].filter(({ ownerId }) => ownerId === accountId);
    const all = [
      ...describe(
        'instance',
        findInstances(world, accountId, [], { moment: seenAt, hiddenSeconds: 0 }),
        view,
      ),
      ...describe(
        'volume',
        own(world.volumes.values()).filter((volume) => volumeAt(volume, world, seenAt)),
        view,
      ),
      ...describe('network-interface', own(interfacesAt(world, seenAt)), view),
      ...describe('launch-template', own(world.launchTemplates.values()), view),
      ...describe('snapshot', own(view.snapshots()), view),
      ...describe(
        'image',
        own(view.images()).filter(({ deregisteredAt }) => deregisteredAt === undefined),
        view,
      ),
    ].map((tag, index) => ({ ...tag, sequence: index + 1 }));
    // Of all Describe calls this one does not know `tag-key`.
    if (input.Filter.some(({ Name }) => Name === 'tag-key')) throw errors.invalidFilter('tag-key');
    const matching = applyFilters(
      all,
      toFilters(input.Filter),
      filterFields,
      ({ key, value }) => new Map([[key, value]]),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return {
      tagSet: items.map(({ key, value, resourceId, resourceType }) => ({
        resourceId,
        resourceType,
        key,
        value,
      })),
      nextToken,
    };
  },
});

/** Those of instances that are not terminated: they go with them. */
function interfacesAt(world: World, now: number): NetworkInterface[] {
  return [...world.network.interfaces.values()].filter(({ instanceId }) => {
    const instance = world.instances.get(instanceId);
    return instance !== undefined && now < endedAt(instance);
  });
}

function describe(
  resourceType: string,
  resources: readonly { id: string; tags: Tags }[],
  view: View,
): Omit<TagDescription, 'sequence'>[] {
  return resources.flatMap(({ id, tags }) =>
    [...view.tags(tags)].map(([key, value]) => ({ key, value, resourceId: id, resourceType })),
  );
}

const filterFields: FilterFields<TagDescription> = {
  key: ({ key }) => key,
  'resource-id': ({ resourceId }) => resourceId,
  'resource-type': ({ resourceType }) => resourceType,
  value: ({ value }) => value,
};
