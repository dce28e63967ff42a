/**
 * What snapshots cost, as far as this table knows: list prices of EBS snapshots in the standard tier. They are no part of any
 * decision, and nothing is asked for them: the job summary shows what an image costs at most.
 */

/** When the newest entry was current, and where the prices stand. */
export const pricesOf = {
  date: 'August 2023',
  source: 'AWS Price List',
  address: 'https://aws.amazon.com/ebs/pricing/',
} as const;

/** US dollars for a GiB in a month: "$0.05 per GB-Month of snapshot data stored" (AWS Price List, EBS:SnapshotUsage). */
const dollarsPerGiB: Readonly<Record<string, number>> = {
  'ap-northeast-1': 0.05,
  'ap-northeast-2': 0.05,
  'ap-southeast-2': 0.055,
  'eu-west-1': 0.05,
  'eu-west-2': 0.053,
  'us-east-1': 0.05,
  'us-west-1': 0.055,
  'us-west-2': 0.05,
};

/**
 * What snapshots of volumes of this size cost a month at most: EC2 stores, and charges, only blocks that were written, and of
 * later snapshots of a volume only those that have changed.
 * @returns US dollars; undefined for a Region whose price is not known
 */
export function monthlyDollars(region: string, sizeGiB: number): number | undefined {
  const price = dollarsPerGiB[region];
  return price === undefined ? undefined : price * sizeGiB;
}
