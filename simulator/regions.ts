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
