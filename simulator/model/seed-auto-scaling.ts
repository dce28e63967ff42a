import type {
  LaunchConfiguration,
  MixedInstances,
  ScalingGroup,
  TemplateSpecification,
} from './auto-scaling.ts';
import type { LaunchTemplate } from './launch-template.ts';
import type { TagRecord } from './tags.ts';
import type { World } from './world.ts';

export interface LaunchConfigurationSeed {
  imageId: string;
  name?: string;
  accountId?: string;
  instanceType?: string;
  /** The snapshots that its block device mapping names, by device. */
  snapshots?: Readonly<Record<string, string>>;
}

/** A launch configuration that has been there for a day. Form of the ARN: API reference, LaunchConfiguration. */
export function seedLaunchConfiguration(world: World, seed: LaunchConfigurationSeed): LaunchConfiguration {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const name = seed.name ?? `seeded-${world.ids.hex(8)}`;
  const arn = `arn:aws:autoscaling:${world.region}:${ownerId}:launchConfiguration:${world.ids.uuid()}:launchConfigurationName/${name}`;
  const configuration: LaunchConfiguration = {
    name,
    arn,
    ownerId,
    sequence: world.nextSequence(),
    createdAt: world.now() - 86_400_000,
    imageId: seed.imageId,
    instanceType: seed.instanceType ?? 't3.micro',
    snapshots: seed.snapshots ?? {},
  };
  world.launchConfigurations.set(arn, configuration);
  return configuration;
}

export interface ScalingGroupSeed {
  name?: string;
  accountId?: string;
  /** What it launches from: one of these three. */
  launchConfiguration?: LaunchConfiguration;
  launchTemplate?: TemplateSeed;
  mixedInstances?: {
    launchTemplate: TemplateSeed;
    overrides?: readonly { instanceType?: string; launchTemplate?: TemplateSeed; imageId?: string }[];
  };
  /** IDs of the instances that it runs. */
  instanceIds?: readonly string[];
  tags?: TagRecord;
}

export interface TemplateSeed {
  template: LaunchTemplate;
  /** A number, `$Latest` or `$Default`, which is the default. */
  version?: string;
}

/** An Auto Scaling group that has been there for a day. Form of the ARN: API reference, AutoScalingGroup. */
export function seedScalingGroup(world: World, seed: ScalingGroupSeed): ScalingGroup {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const name = seed.name ?? `seeded-${world.ids.hex(8)}`;
  const arn = `arn:aws:autoscaling:${world.region}:${ownerId}:autoScalingGroup:${world.ids.uuid()}:autoScalingGroupName/${name}`;
  const launchTemplate = seed.launchTemplate && toSpecification(seed.launchTemplate);
  const group: ScalingGroup = {
    name,
    arn,
    ownerId,
    sequence: world.nextSequence(),
    createdAt: world.now() - 86_400_000,
    launchConfigurationName: seed.launchConfiguration?.name,
    launchTemplate,
    mixedInstances: seed.mixedInstances && toMixedInstances(seed.mixedInstances),
    instances: (seed.instanceIds ?? []).map((id) => ({ id, launchTemplate })),
    tags: seed.tags ?? {},
  };
  world.scalingGroups.set(arn, group);
  return group;
}

function toSpecification({ template, version = '$Default' }: TemplateSeed): TemplateSpecification {
  return { id: template.id, name: template.name, version };
}

function toMixedInstances({
  launchTemplate,
  overrides = [],
}: NonNullable<ScalingGroupSeed['mixedInstances']>): MixedInstances {
  return {
    launchTemplate: toSpecification(launchTemplate),
    overrides: overrides.map(({ launchTemplate: own, ...rest }) => ({
      ...rest,
      ...(own ? { launchTemplate: toSpecification(own) } : {}),
    })),
  };
}
