import * as errors from '../model/errors.ts';
import { acceptTags, type RequestedTag, type Tag } from '../model/tags.ts';
import { list, structure, tags, text } from './parameters.ts';

/** API model, TagSpecification. */
export const tagSpecifications = list(structure({ ResourceType: text, Tag: tags }));

/**
 * The tags for each kind of resource that a call makes.
 * @param kinds the resource types that it takes; "If you specify other values for ResourceType, the request fails." (API
 * model, CreateImage; by analogy of the others)
 */
export function tagsFor<K extends string>(
  specifications: readonly { ResourceType: string | undefined; Tag: readonly RequestedTag[] }[],
  kinds: readonly K[],
): Record<K, Tag[]> {
  const requested = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as Record<
    K,
    RequestedTag[]
  >;
  for (const { ResourceType, Tag } of specifications) {
    if (!ResourceType) throw errors.missingParameter('TagSpecification.ResourceType');
    const kind = kinds.find((known) => known === ResourceType);
    if (kind === undefined) throw errors.notTaggable(ResourceType);
    if (Tag.length === 0) throw errors.emptyTagSpecification();
    requested[kind].push(...Tag);
  }
  return Object.fromEntries(kinds.map((kind) => [kind, acceptTags(requested[kind], 'creation')])) as Record<
    K,
    Tag[]
  >;
}
