/**
 * Regions of the `aws` partition that every account has, and some that must be opted into, as DescribeRegions
 * lists them.
 */
export const enabledRegions = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const;

export const optInRegions = ['af-south-1', 'ap-east-1', 'eu-south-1', 'il-central-1', 'me-south-1'] as const;

export function isEnabledRegion(region: string): boolean {
  return (enabledRegions as readonly string[]).includes(region);
}

/** What a Region is to the account, and whether it can be reached. */
export const regionConditions = [
  // It works. One that is not there for every account has been opted into.
  'enabled',
  'not-opted-in',
  // It is enabled, but does not take these credentials: session tokens of version 1 (99designs/aws-vault#512).
  'refuses-credentials',
  // It takes requests and never answers.
  'silent',
  // It refuses connections. Over HTTP, where all Regions share one port, they are reset.
  'unreachable',
] as const;

export type RegionCondition = (typeof regionConditions)[number];

/** In what Regions are otherwise than they are by default. */
export type RegionConditions = Readonly<Record<string, RegionCondition>>;

/** @returns undefined for what is no Region at all */
export function conditionOf(regions: RegionConditions, region: string): RegionCondition | undefined {
  if (Object.hasOwn(regions, region)) return regions[region];
  if (isEnabledRegion(region)) return 'enabled';
  return (optInRegions as readonly string[]).includes(region) ? 'not-opted-in' : undefined;
}

/** Whether the account may use it at all. */
export function isOpen(regions: RegionConditions, region: string): boolean {
  const condition = conditionOf(regions, region);
  return condition !== undefined && condition !== 'not-opted-in';
}

export function takesCredentials(regions: RegionConditions, region: string): boolean {
  return isOpen(regions, region) && conditionOf(regions, region) !== 'refuses-credentials';
}

/** All Regions, with what DescribeRegions calls them: API model, Region.OptInStatus. */
export function optInStatuses(regions: RegionConditions): { name: string; optInStatus: string }[] {
  const names = new Set([...enabledRegions, ...optInRegions, ...Object.keys(regions)]);
  return [...names].map((name) => {
    if (!isOpen(regions, name)) return { name, optInStatus: 'not-opted-in' };
    return { name, optInStatus: isEnabledRegion(name) ? 'opt-in-not-required' : 'opted-in' };
  });
}
