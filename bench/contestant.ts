/** What takes part in the benchmark: a way to bake an image, run as a process of its own. */
import type { Usage } from './yardstick.ts';

export interface Order {
  /** Where the simulator is. */
  url: string;
  region: string;
  instanceId: string;
  imageName: string;
  /** Account ID. */
  shareWith: string;
  /** Another Region to copy to. */
  copyTo: string | undefined;
}

export interface Ended {
  code: number | null;
  log: string;
  /** What it handed on to the steps behind it. */
  outputs: Readonly<Record<string, string>>;
  usage: Usage;
}

export interface Contestant {
  name: string;
  bake(order: Order): Promise<Ended>;
}

/** The same for all: credentials that never expire, and no look for others. */
export function awsEnvironment({ url, region }: Order): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
