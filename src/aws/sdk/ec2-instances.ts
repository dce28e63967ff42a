/** What launches, watches and ends an instance, for the actions that do. */
export type { InstanceStatus, RunInstancesRequest, Subnet } from '@aws-sdk/client-ec2';
export {
  DescribeInstanceStatusCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeSubnetsCommand,
  GetConsoleOutputCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
