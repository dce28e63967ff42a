import type {
  LaunchConfiguration,
  MixedInstances,
  ScalingGroup,
  TemplateSpecification,
} from '../model/auto-scaling.ts';
import type { XmlFields } from '../wire/xml.ts';

/** API model, LaunchConfiguration. */
export function toConfiguration(configuration: LaunchConfiguration): XmlFields {
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
export function toGroup(group: ScalingGroup, region: string, withInstances: boolean): XmlFields {
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
