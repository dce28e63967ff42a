/** Auto Scaling, as far as it shows which images, launch templates and launch configurations are in use. */
import type { ScalingGroup } from '../model/auto-scaling.ts';
import * as errors from '../model/auto-scaling-errors.ts';
import { ApiError } from '../model/errors.ts';
import { matcher } from '../model/filters.ts';
import { type Page, type PageRequest, page } from '../model/paging.ts';
import { action, type Context } from './action.ts';
import { toConfiguration, toGroup } from './auto-scaling-answers.ts';
import { flag, required, structure, text, whole } from './parameters.ts';
import { members } from './query-parameters.ts';

/** API model, DescribeLaunchConfigurations. Names that do not exist are left out. */
export const describeLaunchConfigurations = action({
  name: 'DescribeLaunchConfigurations',
  service: 'autoscaling',
  mutating: false,
  parameters: { LaunchConfigurationNames: members(text), MaxRecords: whole, NextToken: text },
  answer({ LaunchConfigurationNames: names, ...request }, context) {
    const { launchConfigurations } = context.world;
    const { items, nextToken } = pageOf(
      ownedBy(launchConfigurations.values(), names, context),
      request,
      context,
    );
    return { LaunchConfigurations: items.map(toConfiguration), NextToken: nextToken };
  },
});

/** API model, DescribeAutoScalingGroups. Names that do not exist are left out. */
export const describeAutoScalingGroups = action({
  name: 'DescribeAutoScalingGroups',
  service: 'autoscaling',
  mutating: false,
  parameters: {
    AutoScalingGroupNames: members(text),
    IncludeInstances: flag,
    Filters: members(structure({ Name: required(text), Values: members(text) })),
    MaxRecords: whole,
    NextToken: text,
  },
  answer({ AutoScalingGroupNames: names, IncludeInstances = true, Filters, ...request }, context) {
    const { scalingGroups } = context.world;
    const matching = ownedBy(scalingGroups.values(), names, context).filter((group) =>
      Filters.every(({ Name, Values }) => matches(group, Name, Values)),
    );
    const { items, nextToken } = pageOf(matching, request, context);
    return {
      AutoScalingGroups: items.map((group) => toGroup(group, context.world.region, IncludeInstances)),
      NextToken: nextToken,
    };
  },
});

function ownedBy<T extends { name: string; ownerId: string }>(
  all: Iterable<T>,
  names: readonly string[],
  { accountId }: Context,
): T[] {
  return [...all].filter(
    ({ name, ownerId }) => ownerId === accountId && (names.length === 0 || names.includes(name)),
  );
}

/** "The default value is 50 and the maximum value is 100." (API model, MaxRecords) */
function pageOf<T extends { sequence: number }>(
  all: readonly T[],
  { MaxRecords = 50, NextToken }: { MaxRecords: number | undefined } & Pick<PageRequest, 'NextToken'>,
  { world }: Context,
): Page<T> {
  if (MaxRecords < 1 || MaxRecords > 100) throw errors.invalidMaxRecords(MaxRecords, 100);
  try {
    return page(all, { MaxResults: MaxRecords, NextToken }, world.settings.pageSize);
  } catch (error) {
    throw error instanceof ApiError ? errors.invalidNextToken() : error;
  }
}

/** API model, DescribeAutoScalingGroups.Filters: `tag-key`, `tag-value`, `tag:KEY`. */
function matches({ tags }: ScalingGroup, name: string, values: readonly string[]): boolean {
  const isOneOf = (text: string) => values.some((value) => matcher(value)(text));
  if (name === 'tag-key') return Object.keys(tags).some(isOneOf);
  if (name === 'tag-value') return Object.values(tags).some(isOneOf);
  if (!name.startsWith('tag:')) throw errors.invalidFilter(name);
  const value = tags[name.slice('tag:'.length)];
  return value !== undefined && isOneOf(value);
}
