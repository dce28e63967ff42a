import { applyFilters, type FilterFields } from '../model/filters.ts';
import { instanceTypes } from '../model/instance-types.ts';
import { notOneOf } from '../model/launch-errors.ts';
import { zoneId, zonesOf } from '../model/network.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import type { World } from '../model/world.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { filters, flag, text, whole } from './parameters.ts';

/** API model, LocationType. There are no Outposts. */
const locationTypes = ['region', 'availability-zone', 'availability-zone-id', 'outpost'];

interface Offering {
  instanceType: string;
  location: string;
}

/** API model, DescribeInstanceTypeOfferings: every type in every zone, but for what `launches.withhold` says. */
export const describeInstanceTypeOfferings = action({
  name: 'DescribeInstanceTypeOfferings',
  mutating: false,
  parameters: { LocationType: text, Filter: filters, MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, { world }) {
    const { LocationType: locationType = 'region' } = input;
    if (!locationTypes.includes(locationType)) throw notOneOf('LocationType', locationType, locationTypes);
    requireMaxResults(input.MaxResults, 5);
    stopDryRun(input);
    const all = offerings(world, locationType).map((offering, index) => ({
      ...offering,
      sequence: index + 1,
    }));
    const matching = applyFilters(all, toFilters(input.Filter), filterFields);
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return {
      instanceTypeOfferingSet: items.map(({ instanceType, location }) => ({
        instanceType,
        locationType,
        location,
      })),
      nextToken,
    };
  },
});

function offerings({ region, launches }: World, locationType: string): Offering[] {
  return instanceTypes.flatMap(({ name }) => {
    const zones = zonesOf(region).filter((zone) => launches.isOffered(name, zone));
    const locations: Readonly<Record<string, string[]>> = {
      region: zones.length > 0 ? [region] : [],
      'availability-zone': zones,
      'availability-zone-id': zones.map(zoneId),
    };
    return (locations[locationType] ?? []).map((location) => ({ instanceType: name, location }));
  });
}

const filterFields: FilterFields<Offering> = {
  'instance-type': ({ instanceType }) => instanceType,
  location: ({ location }) => location,
};
