/** Auto Scaling, as far as it shows which images, launch templates and launch configurations are in use. */
import type {
  LaunchConfiguration,
  MixedInstances,
  ScalingGroup,
  TemplateSpecification,
} from '../model/auto-scaling.ts';
import * as errors from '../model/auto-scaling-errors.ts';
import { ApiError } from '../model/errors.ts';
import { matcher } from '../model/filters.ts';
import { type Page, type PageRequest, page } from '../model/paging.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context } from './action.ts';
import { flag, required, structure, text, whole } from './parameters.ts';
import { members } from './query-parameters.ts';

/** API model, DescribeLaunchConfigurations. Names that do not exist are left out. */
export const describeLaunchConfigurations = action({
  name: 'DescribeLaunchConfigurations',
  service: 'autoscaling',
  mutating: false,
  parameters: { LaunchConfigurationNames: members(text), MaxRecords: whole, NextToken: text },
  answer({ LaunchConfigurationNames: names, ...request }, context) {
    const { launchConfigurations } = context.world;
    const { items, nextToken } = pageOf(
      ownedBy(launchConfigurations.values(), names, context),
      request,
      context,
    );
    return { LaunchConfigurations: items.map(toConfiguration), NextToken: nextToken };
  },
});

/** API model, DescribeAutoScalingGroups. Names that do not exist are left out. */
export const describeAutoScalingGroups = action({
  name: 'DescribeAutoScalingGroups',
  service: 'autoscaling',
  mutating: false,
  parameters: {
    AutoScalingGroupNames: members(text),
    IncludeInstances: flag,
    Filters: members(structure({ Name: required(text), Values: members(text) })),
    MaxRecords: whole,
    NextToken: text,
  },
  answer({ AutoScalingGroupNames: names, IncludeInstances = true, Filters, ...request }, context) {
    const { scalingGroups } = context.world;
    const matching = ownedBy(scalingGroups.values(), names, context).filter((group) =>
      Filters.every(({ Name, Values }) => matches(group, Name, Values)),
    );
    const { items, nextToken } = pageOf(matching, request, context);
    return {
      AutoScalingGroups: items.map((group) => toGroup(group, context.world.region, IncludeInstances)),
      NextToken: nextToken,
    };
  },
});

function ownedBy<T extends { name: string; ownerId: string }>(
  all: Iterable<T>,
  names: readonly string[],
  { accountId }: Context,
): T[] {
  return [...all].filter(
    ({ name, ownerId }) => ownerId === accountId && (names.length === 0 || names.includes(name)),
  );
}

/** "The default value is 50 and the maximum value is 100." (API model, MaxRecords) */
function pageOf<T extends { sequence: number }>(
  all: readonly T[],
  { MaxRecords = 50, NextToken }: { MaxRecords: number | undefined } & Pick<PageRequest, 'NextToken'>,
  { world }: Context,
): Page<T> {
  if (MaxRecords < 1 || MaxRecords > 100) throw errors.invalidMaxRecords(MaxRecords, 100);
  try {
    return page(all, { MaxResults: MaxRecords, NextToken }, world.settings.pageSize);
  } catch (error) {
    throw error instanceof ApiError ? errors.invalidNextToken() : error;
  }
}

/** API model, DescribeAutoScalingGroups.Filters: `tag-key`, `tag-value`, `tag:KEY`. */
function matches({ tags }: ScalingGroup, name: string, values: readonly string[]): boolean {
  const isOneOf = (text: string) => values.some((value) => matcher(value)(text));
  if (name === 'tag-key') return Object.keys(tags).some(isOneOf);
  if (name === 'tag-value') return Object.values(tags).some(isOneOf);
  if (!name.startsWith('tag:')) throw errors.invalidFilter(name);
  const value = tags[name.slice('tag:'.length)];
  return value !== undefined && isOneOf(value);
}

/** API model, LaunchConfiguration. */
function toConfiguration(configuration: LaunchConfiguration): XmlFields {
  return {
    LaunchConfigurationName: configuration.name,
    LaunchConfigurationARN: configuration.arn,
    ImageId: configuration.imageId,
    KeyName: '',
    SecurityGroups: [],
    ClassicLinkVPCSecurityGroups: [],
    UserData: '',
    InstanceType: configuration.instanceType,
    KernelId: '',
    RamdiskId: '',
    BlockDeviceMappings: Object.entries(configuration.snapshots).map(([device, snapshotId]) => ({
      DeviceName: device,
      Ebs: { SnapshotId: snapshotId },
    })),
    InstanceMonitoring: { Enabled: false },
    CreatedTime: new Date(configuration.createdAt),
    EbsOptimized: false,
  };
}

/** API model, AutoScalingGroup. */
function toGroup(group: ScalingGroup, region: string, withInstances: boolean): XmlFields {
  const { launchTemplate, mixedInstances } = group;
  const count = group.instances.length;
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    LaunchConfigurationName: group.launchConfigurationName,
    LaunchTemplate: launchTemplate && toSpecification(launchTemplate),
    MixedInstancesPolicy: mixedInstances && toPolicy(mixedInstances),
    MinSize: 0,
    MaxSize: Math.max(1, count),
    DesiredCapacity: count,
    DefaultCooldown: 300,
    AvailabilityZones: [`${region}a`],
    HealthCheckType: 'EC2',
    HealthCheckGracePeriod: 300,
    Instances: withInstances ? group.instances.map((instance) => toInstance(instance, group, region)) : [],
    CreatedTime: new Date(group.createdAt),
    Tags: Object.entries(group.tags).map(([key, value]) => ({
      ResourceId: group.name,
      ResourceType: 'auto-scaling-group',
      Key: key,
      Value: value,
      PropagateAtLaunch: true,
    })),
    TerminationPolicies: ['Default'],
    NewInstancesProtectedFromScaleIn: false,
  };
}

/** API model, MixedInstancesPolicy. */
function toPolicy({ launchTemplate, overrides }: MixedInstances): XmlFields {
  return {
    LaunchTemplate: {
      LaunchTemplateSpecification: toSpecification(launchTemplate),
      Overrides: overrides.map((override) => ({
        InstanceType: override.instanceType,
        LaunchTemplateSpecification: override.launchTemplate && toSpecification(override.launchTemplate),
        ImageId: override.imageId,
      })),
    },
  };
}

function toSpecification({ id, name, version }: TemplateSpecification): XmlFields {
  return { LaunchTemplateId: id, LaunchTemplateName: name, Version: version };
}

function toInstance(
  { id, launchTemplate }: ScalingGroup['instances'][number],
  { launchConfigurationName }: ScalingGroup,
  region: string,
): XmlFields {
  return {
    InstanceId: id,
    AvailabilityZone: `${region}a`,
    LifecycleState: 'InService',
    HealthStatus: 'Healthy',
    LaunchConfigurationName: launchConfigurationName,
    LaunchTemplate: launchTemplate && toSpecification(launchTemplate),
    ProtectedFromScaleIn: false,
  };
}
