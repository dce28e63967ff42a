/**
 * What Auto Scaling names: images in launch configurations and in the overrides of groups, and versions of launch templates.
 * DescribeImageReferences knows none of it (EC2 API Reference, its list of resource types).
 */
import { asFailure } from '../aws/failure.ts';
import type { AutoScalingGroup } from '../aws/sdk/auto-scaling.ts';
import { both } from '../base/side-by-side.ts';
import type { Run } from '../run/run.ts';
import { addUse } from './facts.ts';
import { everyItem } from './pages.ts';

/** A launch template of which a group names versions by their numbers. */
export interface TemplateNamed {
  templateId: string;
  versions: readonly string[];
}

/**
 * @param uses what names each image and each snapshot: the launch configurations and the groups are added
 * @returns the launch templates whose versions groups name; `$Latest` and `$Default` are looked up anyway
 */
export async function scalingUses(
  run: Run,
  region: string,
  uses: Map<string, string[]>,
): Promise<TemplateNamed[]> {
  const { aws, signal } = run;
  const client = aws.autoScaling(region);
  const { DescribeAutoScalingGroupsCommand, DescribeLaunchConfigurationsCommand } = await import(
    '../aws/sdk/auto-scaling.ts'
  );
  const failed = (call: string, what: string) =>
    asFailure(signal, `autoscaling:${call}`, `look up the ${what} in ${region}`);
  const [configurations, groups] = await both(
    everyItem(
      (NextToken) =>
        client.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, NextToken }), { signal }),
      ({ LaunchConfigurations: all }) => (all?.every(({ ImageId }) => ImageId) ? all : undefined),
    ).catch(failed('DescribeLaunchConfigurations', 'launch configurations')),
    everyItem(
      (NextToken) =>
        client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 100, NextToken }), { signal }),
      ({ AutoScalingGroups }) => AutoScalingGroups,
    ).catch(failed('DescribeAutoScalingGroups', 'Auto Scaling groups')),
  );
  for (const { LaunchConfigurationName, ImageId, BlockDeviceMappings = [] } of configurations) {
    const use = `named by launch configuration ${LaunchConfigurationName}`;
    addUse(uses, ImageId ?? '', use);
    for (const { Ebs } of BlockDeviceMappings) addUse(uses, Ebs?.SnapshotId ?? '', use);
  }
  for (const group of groups)
    for (const imageId of imagesIn(group))
      addUse(uses, imageId, `named by Auto Scaling group ${group.AutoScalingGroupName}`);
  return numbered(groups.flatMap(specificationsOf));
}

interface Specification {
  LaunchTemplateId?: string | undefined;
  Version?: string | undefined;
}

/** The templates that a group launches from, and those that its instances were launched from. */
function specificationsOf({
  LaunchTemplate,
  MixedInstancesPolicy,
  Instances,
}: AutoScalingGroup): Specification[] {
  const mixed = MixedInstancesPolicy?.LaunchTemplate;
  return [
    LaunchTemplate,
    mixed?.LaunchTemplateSpecification,
    ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification }) => LaunchTemplateSpecification),
    ...(Instances ?? []).map((instance) => instance.LaunchTemplate),
  ].filter((specification) => specification !== undefined);
}

/** Images that the overrides of a group name by themselves (API model, `LaunchTemplateOverrides`, `Instance`). */
function imagesIn({ MixedInstancesPolicy, Instances }: AutoScalingGroup): string[] {
  const overrides: readonly object[] = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
  return [...overrides, ...(Instances ?? [])].flatMap((one) => {
    const { ImageId } = one as { ImageId?: string };
    return ImageId === undefined ? [] : [ImageId];
  });
}

function numbered(specifications: readonly Specification[]): TemplateNamed[] {
  const versions = new Map<string, Set<string>>();
  for (const { LaunchTemplateId, Version } of specifications) {
    if (LaunchTemplateId === undefined || !/^\d+$/.test(Version ?? '')) continue;
    versions.set(LaunchTemplateId, (versions.get(LaunchTemplateId) ?? new Set()).add(Version ?? ''));
  }
  return [...versions].map(([templateId, numbers]) => ({ templateId, versions: [...numbers] }));
}
