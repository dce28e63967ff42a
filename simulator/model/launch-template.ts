import type { Tags } from './tags.ts';

/** A launch template. It always has its default version. */
export interface LaunchTemplate {
  id: string;
  name: string;
  ownerId: string;
  sequence: number;
  createdAt: number;
  createdBy: string;
  /** In the order of their numbers, which may have gaps. */
  versions: LaunchTemplateVersion[];
  defaultVersion: number;
  tags: Tags;
}

export interface LaunchTemplateVersion {
  number: number;
  description: string | undefined;
  createdAt: number;
  createdBy: string;
  data: LaunchTemplateData;
}

/** What instances are launched with, in the form and by the names of the API's answers. */
export type LaunchTemplateData = {
  /** An AMI ID, or `resolve:ssm:` and a parameter. */
  readonly imageId?: string | undefined;
  readonly instanceType?: string | undefined;
  readonly keyName?: string | undefined;
  readonly userData?: string | undefined;
  readonly ebsOptimized?: boolean | undefined;
  readonly disableApiTermination?: boolean | undefined;
  readonly disableApiStop?: boolean | undefined;
  readonly instanceInitiatedShutdownBehavior?: string | undefined;
  readonly iamInstanceProfile?:
    | { readonly arn?: string | undefined; readonly name?: string | undefined }
    | undefined;
  readonly monitoring?: { readonly enabled?: boolean | undefined } | undefined;
  readonly metadataOptions?: { readonly [option: string]: string | number | undefined } | undefined;
  readonly securityGroupIdSet?: readonly string[];
  readonly securityGroupSet?: readonly string[];
  readonly blockDeviceMappingSet?: readonly TemplateDevice[];
  readonly tagSpecificationSet?: readonly {
    readonly resourceType: string;
    readonly tagSet: readonly { readonly key: string; readonly value: string }[];
  }[];
};

export type TemplateDevice = {
  readonly deviceName?: string | undefined;
  readonly virtualName?: string | undefined;
  readonly noDevice?: string | undefined;
  readonly ebs?: TemplateEbs | undefined;
};

export type TemplateEbs = {
  readonly snapshotId?: string | undefined;
  readonly volumeSize?: number | undefined;
  readonly volumeType?: string | undefined;
  readonly iops?: number | undefined;
  readonly throughput?: number | undefined;
  readonly encrypted?: boolean | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly deleteOnTermination?: boolean | undefined;
};

/** The number that `$Latest` stands for. */
export function latestVersion({ versions }: LaunchTemplate): number {
  return versions.at(-1)?.number ?? 0;
}

/** @param asked a number, `$Latest` or `$Default` */
export function findVersion(template: LaunchTemplate, asked: string): LaunchTemplateVersion | undefined {
  const number = { $Latest: latestVersion(template), $Default: template.defaultVersion }[asked];
  return template.versions.find((version) => version.number === (number ?? Number(asked)));
}
