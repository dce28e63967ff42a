/** What AWS refuses: the code, the HTTP status and the message, as its own clients read them. */
import type { Service } from '../../../simulator/actions/action.ts';
import { imageSnapshotIds } from '../../../simulator/model/image.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { account } from './operation.ts';

export interface Refusal {
  title: string;
  service: Service;
  operation: string;
  /** Sets the world up, and gives the parameters. */
  arrange: (simulator: Simulator) => object;
  code: string;
  status: number;
  message: RegExp;
}

const noImage = 'ami-0123456789abcdef0';

export const refusals: readonly Refusal[] = [
  {
    title: 'an image that does not exist',
    service: 'ec2',
    operation: 'DescribeImages',
    arrange: () => ({ ImageIds: [noImage] }),
    code: 'InvalidAMIID.NotFound',
    status: 400,
    message: /ami-0123456789abcdef0/,
  },
  {
    title: 'an ID of no form',
    service: 'ec2',
    operation: 'DescribeInstances',
    arrange: () => ({ InstanceIds: ['web-golden'] }),
    code: 'InvalidInstanceID.Malformed',
    status: 400,
    message: /web-golden/,
  },
  {
    title: 'a name that is taken',
    service: 'ec2',
    operation: 'CreateImage',
    arrange(simulator) {
      simulator.seedImage({ name: 'golden' });
      return { InstanceId: simulator.seedInstance().id, Name: 'golden' };
    },
    code: 'InvalidAMIName.Duplicate',
    status: 400,
    message: /AMI name golden is already in use by AMI ami-/,
  },
  {
    title: 'a dry run that would work',
    service: 'ec2',
    operation: 'CreateImage',
    arrange: (simulator) => ({ InstanceId: simulator.seedInstance().id, Name: 'golden', DryRun: true }),
    code: 'DryRunOperation',
    status: 412,
    message: /^Request would have succeeded, but DryRun flag is set\.$/,
  },
  {
    title: 'a call without a permission',
    service: 'ec2',
    operation: 'DeregisterImage',
    arrange(simulator) {
      simulator.permissions.deny('ec2:DeregisterImage');
      return { ImageId: simulator.seedImage().id };
    },
    code: 'UnauthorizedOperation',
    status: 403,
    message: /not authorized.*Encoded authorization failure message/,
  },
  {
    title: 'an image that is protected',
    service: 'ec2',
    operation: 'DeregisterImage',
    arrange(simulator) {
      const image = simulator.seedImage();
      image.protection = { ...image.protection, enabled: true };
      return { ImageId: image.id };
    },
    code: 'OperationNotPermitted',
    status: 400,
    message: /./,
  },
  {
    title: 'a snapshot in use',
    service: 'ec2',
    operation: 'DeleteSnapshot',
    arrange: (simulator) => ({ SnapshotId: imageSnapshotIds(simulator.seedImage())[0] }),
    code: 'InvalidSnapshot.InUse',
    status: 400,
    message: /snap-\w+.*ami-/,
  },
  {
    title: 'a launch template that does not exist',
    service: 'ec2',
    operation: 'CreateLaunchTemplateVersion',
    arrange: () => ({ LaunchTemplateId: 'lt-0123456789abcdef0', LaunchTemplateData: { ImageId: noImage } }),
    code: 'InvalidLaunchTemplateId.NotFound',
    status: 400,
    message: /with template ID lt-0123456789abcdef0, does not exist/,
  },
  {
    title: 'a reserved tag',
    service: 'ec2',
    operation: 'CreateTags',
    arrange: (simulator) => ({
      Resources: [simulator.seedImage().id],
      Tags: [{ Key: 'aws:owner', Value: 'me' }],
    }),
    code: 'InvalidParameterValue',
    status: 400,
    message: /aws:/,
  },
  {
    title: 'an action that the simulator does not play',
    service: 'ec2',
    operation: 'DescribeAddresses',
    arrange: () => ({}),
    code: 'InvalidAction',
    status: 400,
    message: /DescribeAddresses/,
  },
  {
    title: 'a token of the wrong audience',
    service: 'sts',
    operation: 'AssumeRoleWithWebIdentity',
    arrange: (simulator) => ({
      RoleArn: `arn:aws:iam::${account}:role/bake`,
      RoleSessionName: 'session-1',
      WebIdentityToken: simulator.gitHub.token('example.com'),
    }),
    code: 'InvalidIdentityToken',
    status: 400,
    message: /audience/i,
  },
  {
    title: 'a message that was never encoded',
    service: 'sts',
    operation: 'DecodeAuthorizationMessage',
    arrange: () => ({ EncodedMessage: 'nonsense' }),
    code: 'InvalidAuthorizationMessageException',
    status: 400,
    message: /./,
  },
  {
    title: 'a key that does not exist',
    service: 'kms',
    operation: 'DescribeKey',
    arrange: () => ({ KeyId: 'alias/none' }),
    code: 'NotFoundException',
    status: 400,
    message: /alias\/none is not found/,
  },
  {
    title: 'an action of KMS that the simulator does not play',
    service: 'kms',
    operation: 'ListKeys',
    arrange: () => ({}),
    code: 'UnknownOperationException',
    status: 400,
    message: /^$|./,
  },
  {
    title: 'a parameter that does not exist',
    service: 'ssm',
    operation: 'GetParameter',
    arrange: () => ({ Name: '/none' }),
    code: 'ParameterNotFound',
    status: 400,
    message: /^$|./,
  },
  {
    title: 'a parameter that exists already',
    service: 'ssm',
    operation: 'PutParameter',
    arrange(simulator) {
      simulator.seedParameter({ name: '/golden/web', value: 'old' });
      return { Name: '/golden/web', Value: 'new', Type: 'String' };
    },
    code: 'ParameterAlreadyExists',
    status: 400,
    message: /already exists/,
  },
  {
    title: 'a parameter without a permission',
    service: 'ssm',
    operation: 'PutParameter',
    arrange(simulator) {
      simulator.permissions.deny('ssm:PutParameter');
      return { Name: '/golden/web', Value: 'new', Type: 'String' };
    },
    code: 'AccessDeniedException',
    status: 400,
    message: /not authorized to perform: ssm:PutParameter/,
  },
  {
    title: 'a launch for which there is no capacity',
    service: 'ec2',
    operation: 'RunInstances',
    arrange(simulator) {
      simulator.world().launches.exhaust({});
      return { ImageId: simulator.seedImage().id, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 };
    },
    code: 'InsufficientInstanceCapacity',
    status: 500,
    message: /sufficient t3\.micro capacity in the Availability Zone you requested \(eu-west-1a\)/,
  },
  {
    title: 'the end of a protected instance',
    service: 'ec2',
    operation: 'TerminateInstances',
    arrange: (simulator) => ({
      InstanceIds: [simulator.seedInstance({ settings: { terminationProtected: true } }).id],
    }),
    code: 'OperationNotPermitted',
    status: 400,
    message: /disableApiTermination/,
  },
  {
    title: 'a command for an instance without an agent',
    service: 'ssm',
    operation: 'SendCommand',
    arrange: (simulator) => ({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [simulator.seedInstance().id],
      Parameters: { commands: ['true'] },
    }),
    code: 'InvalidInstanceId',
    status: 400,
    message: /^Instances \[\[i-\w+\]\] not in a valid state for account \d+$/,
  },
  {
    title: 'a command that was never sent',
    service: 'ssm',
    operation: 'GetCommandInvocation',
    arrange: (simulator) => ({
      CommandId: '11111111-2222-4333-8444-555555555555',
      InstanceId: simulator.seedInstance().id,
    }),
    code: 'InvocationDoesNotExist',
    status: 400,
    message: /^$|./,
  },
];
