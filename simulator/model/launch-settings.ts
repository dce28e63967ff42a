/** What was asked for when an instance was launched, as far as it can be seen later. */
export interface LaunchSettings {
  /** Empty when there was none. */
  clientToken: string;
  profile: InstanceProfile | undefined;
  securityGroups: readonly { id: string; name: string }[];
  networkInterfaceId: string | undefined;
  /** What becomes of it when its operating system shuts down. */
  shutdownBehavior: 'stop' | 'terminate';
  /** DisableApiTermination. */
  terminationProtected: boolean;
  /** As it was sent, in base64; empty when there was none. */
  userData: string;
  metadata: MetadataOptions;
}

export interface InstanceProfile {
  arn: string;
  id: string;
}

export interface MetadataOptions {
  httpTokens: string;
  httpEndpoint: string;
  httpPutResponseHopLimit: number;
  httpProtocolIpv6: string;
  instanceMetadataTags: string;
}

/** API model, RunInstances: the defaults of the account and of the parameters. */
export const defaultLaunchSettings: LaunchSettings = {
  clientToken: '',
  profile: undefined,
  securityGroups: [],
  networkInterfaceId: undefined,
  shutdownBehavior: 'stop',
  terminationProtected: false,
  userData: '',
  metadata: {
    httpTokens: 'optional',
    httpEndpoint: 'enabled',
    httpPutResponseHopLimit: 1,
    httpProtocolIpv6: 'disabled',
    instanceMetadataTags: 'disabled',
  },
};
