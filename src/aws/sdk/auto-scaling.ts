/** The parts of the SDK's Auto Scaling client that this action uses. Import it dynamically: only `retire` needs it. */
export type { AutoScalingGroup, LaunchConfiguration } from '@aws-sdk/client-auto-scaling';
export {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
} from '@aws-sdk/client-auto-scaling';
