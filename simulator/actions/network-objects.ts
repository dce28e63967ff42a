/** What DescribeVpcs, DescribeSubnets and DescribeSecurityGroups have in common. */
import { applyFilters, type FilterFields } from '../model/filters.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { defaultVpc } from '../model/seed-network.ts';
import type { Tags } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { type Context, stopDryRun, toFilters } from './action.ts';
import { toTagSet } from './answers.ts';
import { filters, flag, text, whole } from './parameters.ts';

/** Their parameters, but for the IDs. */
export const commonParameters = { Filter: filters, MaxResults: whole, NextToken: text, DryRun: flag };

interface Asked {
  ids: readonly string[];
  /** As EC2 names the list of IDs. */
  set: string;
  Filter: readonly { Name: string; Value: readonly string[] }[];
  MaxResults: number | undefined;
  NextToken: string | undefined;
  DryRun: boolean | undefined;
}

/** A page of the account's objects of a kind. */
export function findOwn<T extends { id: string; ownerId: string; sequence: number; tags: Tags }>(
  asked: Asked,
  context: Context,
  kind: {
    all: (world: World) => ReadonlyMap<string, T>;
    fields: FilterFields<T>;
    notFound: (ids: readonly string[]) => Error;
  },
) {
  const { world, accountId, seenAt } = context;
  requireMaxResults(asked.MaxResults, 5);
  requireIdsOrPages(asked.ids, asked, asked.set);
  stopDryRun(asked);
  defaultVpc(world, accountId);
  const own = [...kind.all(world).values()].filter(({ ownerId }) => ownerId === accountId);
  const missing = asked.ids.filter((id) => !own.some((object) => object.id === id));
  if (missing.length > 0) throw kind.notFound(missing);
  const chosen = own.filter(({ id }) => asked.ids.length === 0 || asked.ids.includes(id));
  const view = new View(world, accountId, seenAt);
  const matching = applyFilters(chosen, toFilters(asked.Filter), kind.fields, ({ tags }) => view.tags(tags));
  return page(matching, asked, world.settings.pageSize);
}

export function tagSetOf(
  { tags }: { tags: Tags },
  { world, accountId, seenAt }: Context,
): XmlFields[] | undefined {
  return toTagSet(new View(world, accountId, seenAt).tags(tags));
}

export function networkArn(
  kind: string,
  { id, ownerId }: { id: string; ownerId: string },
  { region }: World,
): string {
  return `arn:aws:ec2:${region}:${ownerId}:${kind}/${id}`;
}
