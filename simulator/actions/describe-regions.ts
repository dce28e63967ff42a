import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields } from '../model/filters.ts';
import { optInStatuses } from '../regions.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { filters, flag, list, text } from './parameters.ts';

interface Region {
  name: string;
  optInStatus: string;
}

/** API model, DescribeRegions: the enabled Regions, or all with AllRegions. */
export const describeRegions = action({
  name: 'DescribeRegions',
  mutating: false,
  parameters: { RegionName: list(text), Filter: filters, AllRegions: flag, DryRun: flag },
  answer(input, { world }) {
    stopDryRun(input);
    const all: Region[] = optInStatuses(world.settings.regions);
    const unknown = input.RegionName.filter((name) => !all.some((region) => region.name === name));
    if (unknown.length > 0) throw errors.invalidParameterValue(`Invalid region '${unknown[0]}'`);
    const asked = all.filter(({ name, optInStatus }) =>
      input.RegionName.length > 0
        ? input.RegionName.includes(name)
        : input.AllRegions === true || optInStatus !== 'not-opted-in',
    );
    return {
      regionInfo: applyFilters(asked, toFilters(input.Filter), filterFields).map((region) => ({
        regionName: region.name,
        regionEndpoint: endpointOf(region),
        optInStatus: region.optInStatus,
      })),
    };
  },
});

const filterFields: FilterFields<Region> = {
  endpoint: (region) => endpointOf(region),
  'opt-in-status': ({ optInStatus }) => optInStatus,
  'region-name': ({ name }) => name,
};

function endpointOf({ name }: Region): string {
  return `ec2.${name}.amazonaws.com`;
}
