/** Auto Scaling: what its groups launch from. */
import { expect } from '@jest/globals';
import { account, hostile, type Operation, time } from './operation.ts';

const image = 'ami-0123456789abcdef0';

export const autoScalingOperations: readonly Operation[] = [
  {
    service: 'autoscaling',
    operation: 'DescribeLaunchConfigurations',
    arrange(simulator) {
      const snapshots = { '/dev/sdf': 'snap-0123456789abcdef0' };
      simulator.seedLaunchConfiguration({ name: 'web', imageId: image, snapshots });
      simulator.seedLaunchConfiguration({ name: 'api', imageId: image });
      return {
        parameters: { LaunchConfigurationNames: ['web', 'none'] },
        answer: {
          LaunchConfigurations: [
            expect.objectContaining({
              LaunchConfigurationName: 'web',
              LaunchConfigurationARN: expect.stringMatching(/^arn:aws:autoscaling:eu-west-1:/),
              ImageId: image,
              InstanceType: 't3.micro',
              CreatedTime: time,
              BlockDeviceMappings: [
                { DeviceName: '/dev/sdf', Ebs: { SnapshotId: 'snap-0123456789abcdef0' } },
              ],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'autoscaling',
    operation: 'DescribeAutoScalingGroups',
    arrange(simulator) {
      const template = simulator.seedLaunchTemplate({ name: 'web' });
      const specification = { LaunchTemplateId: template.id, LaunchTemplateName: 'web' };
      const { id } = simulator.seedInstance();
      simulator.seedScalingGroup({
        name: hostile,
        mixedInstances: {
          launchTemplate: { template, version: '$Latest' },
          overrides: [{ instanceType: 't3.large', launchTemplate: { template, version: '3' } }],
        },
        instanceIds: [id],
        tags: { Team: hostile },
      });
      simulator.seedScalingGroup({ name: 'api' });
      return {
        parameters: { Filters: [{ Name: 'tag:Team', Values: [hostile] }] },
        answer: {
          AutoScalingGroups: [
            expect.objectContaining({
              AutoScalingGroupName: hostile,
              AutoScalingGroupARN: expect.stringMatching(`^arn:aws:autoscaling:eu-west-1:${account}:`),
              CreatedTime: time,
              MixedInstancesPolicy: {
                LaunchTemplate: {
                  LaunchTemplateSpecification: { ...specification, Version: '$Latest' },
                  Overrides: [
                    {
                      InstanceType: 't3.large',
                      LaunchTemplateSpecification: { ...specification, Version: '3' },
                    },
                  ],
                },
              },
              Instances: [expect.objectContaining({ InstanceId: id, LifecycleState: 'InService' })],
              Tags: [expect.objectContaining({ Key: 'Team', Value: hostile })],
            }),
          ],
        },
      };
    },
  },
];
