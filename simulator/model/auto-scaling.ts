import type { TagRecord } from './tags.ts';

/** A launch configuration of Auto Scaling: what launch templates have replaced, and many accounts still have. */
export interface LaunchConfiguration {
  name: string;
  arn: string;
  ownerId: string;
  sequence: number;
  createdAt: number;
  imageId: string;
  instanceType: string;
  /** The snapshots that its block device mapping names, by device. */
  snapshots: Readonly<Record<string, string>>;
}

/** An Auto Scaling group, as far as it shows what instances are launched from. */
export interface ScalingGroup {
  name: string;
  arn: string;
  ownerId: string;
  sequence: number;
  createdAt: number;
  launchConfigurationName: string | undefined;
  launchTemplate: TemplateSpecification | undefined;
  mixedInstances: MixedInstances | undefined;
  instances: readonly ScalingInstance[];
  tags: TagRecord;
}

/** API model, LaunchTemplateSpecification. An answer has both the ID and the name. */
export interface TemplateSpecification {
  id: string;
  name: string;
  /** A number, `$Latest` or `$Default`. */
  version: string;
}

/** API model, MixedInstancesPolicy. */
export interface MixedInstances {
  launchTemplate: TemplateSpecification;
  overrides: readonly TemplateOverride[];
}

/** API model, LaunchTemplateOverrides. */
export interface TemplateOverride {
  instanceType?: string;
  launchTemplate?: TemplateSpecification;
  /** An image of its own, in place of the template's. */
  imageId?: string;
}

export interface ScalingInstance {
  id: string;
  launchTemplate: TemplateSpecification | undefined;
}
