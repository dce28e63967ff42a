/** Instances that are launched to try an image, and what they are launched into. */
import { expect } from '@jest/globals';
import { type Command, defaultCommandPlan } from '../../../simulator/model/commands.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { account, hostile, id, type Operation, time } from './operation.ts';

export const launchOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'RunInstances',
    arrange(simulator) {
      const image = simulator.seedImage();
      return {
        parameters: {
          ImageId: image.id,
          InstanceType: 't3.micro',
          MinCount: 1,
          MaxCount: 1,
          ClientToken: 'token-1',
          IamInstanceProfile: { Name: 'ssm' },
          InstanceInitiatedShutdownBehavior: 'terminate',
          MetadataOptions: { HttpTokens: 'required' },
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { DeleteOnTermination: true } }],
          TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: hostile }] }],
        },
        answer: expect.objectContaining({
          OwnerId: account,
          Instances: [
            expect.objectContaining({
              InstanceId: id('i'),
              ImageId: image.id,
              State: { Code: 0, Name: 'pending' },
              ClientToken: 'token-1',
              LaunchTime: time,
              MetadataOptions: expect.objectContaining({ HttpTokens: 'required', State: 'applied' }),
              NetworkInterfaces: [
                expect.objectContaining({ NetworkInterfaceId: id('eni'), Status: 'in-use' }),
              ],
              Tags: [{ Key: 'Name', Value: hostile }],
            }),
          ],
        }),
        after: () => expect(simulator.world().instances.size).toBe(1),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'TerminateInstances',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance();
      return {
        parameters: { InstanceIds: [instanceId] },
        answer: {
          TerminatingInstances: [
            {
              InstanceId: instanceId,
              CurrentState: { Code: 32, Name: 'shutting-down' },
              PreviousState: { Code: 16, Name: 'running' },
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeInstanceStatus',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance({
        plan: { checks: { ebs: [{ afterSeconds: 0, status: 'impaired' }] } },
      });
      const passed = { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] };
      return {
        parameters: { InstanceIds: [instanceId], IncludeAllInstances: true },
        answer: {
          InstanceStatuses: [
            {
              InstanceId: instanceId,
              AvailabilityZone: 'eu-west-1a',
              AvailabilityZoneId: 'euw1-az1',
              InstanceState: { Code: 16, Name: 'running' },
              SystemStatus: passed,
              InstanceStatus: passed,
              AttachedEbsStatus: {
                Status: 'impaired',
                Details: [{ Name: 'reachability', Status: 'failed', ImpairedSince: time }],
              },
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'GetConsoleOutput',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance({
        plan: { console: { text: `${hostile}\n::error::no` } },
      });
      return {
        parameters: { InstanceId: instanceId, Latest: true },
        answer: { InstanceId: instanceId, Timestamp: time, Output: `${hostile}\n::error::no` },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeVpcs',
    arrange: () => ({
      parameters: { Filters: [{ Name: 'is-default', Values: ['true'] }] },
      answer: {
        Vpcs: [
          {
            VpcId: id('vpc'),
            OwnerId: account,
            State: 'available',
            CidrBlock: '172.31.0.0/16',
            IsDefault: true,
            InstanceTenancy: 'default',
          },
        ],
      },
    }),
  },
  {
    service: 'ec2',
    operation: 'DescribeSubnets',
    arrange(simulator) {
      const { id: subnetId, vpcId } = simulator.seedSubnet({ zone: 'eu-west-1b', tags: { Name: hostile } });
      return {
        parameters: { SubnetIds: [subnetId] },
        answer: {
          Subnets: [
            expect.objectContaining({
              SubnetId: subnetId,
              VpcId: vpcId,
              AvailabilityZone: 'eu-west-1b',
              AvailabilityZoneId: 'euw1-az2',
              AvailableIpAddressCount: 251,
              DefaultForAz: false,
              Tags: [{ Key: 'Name', Value: hostile }],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeSecurityGroups',
    arrange(simulator) {
      const { id: groupId, vpcId } = simulator.seedSecurityGroup({ name: 'web' });
      return {
        parameters: { GroupIds: [groupId] },
        answer: {
          SecurityGroups: [
            {
              GroupId: groupId,
              GroupName: 'web',
              Description: 'web',
              OwnerId: account,
              VpcId: vpcId,
              SecurityGroupArn: `arn:aws:ec2:eu-west-1:${account}:security-group/${groupId}`,
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeInstanceTypeOfferings',
    arrange: () => ({
      parameters: {
        LocationType: 'availability-zone',
        Filters: [
          { Name: 'instance-type', Values: ['t3.micro'] },
          { Name: 'location', Values: ['eu-west-1c'] },
        ],
      },
      answer: {
        InstanceTypeOfferings: [
          { InstanceType: 't3.micro', LocationType: 'availability-zone', Location: 'eu-west-1c' },
        ],
      },
    }),
  },
  {
    service: 'ssm',
    operation: 'DescribeInstanceInformation',
    arrange(simulator) {
      const { id: instanceId } = seedManaged(simulator);
      return {
        parameters: { Filters: [{ Key: 'InstanceIds', Values: [instanceId] }] },
        answer: {
          InstanceInformationList: [
            expect.objectContaining({ InstanceId: instanceId, PingStatus: 'Online', LastPingDateTime: time }),
          ],
        },
      };
    },
  },
  {
    service: 'ssm',
    operation: 'SendCommand',
    arrange(simulator) {
      const { id: instanceId } = seedManaged(simulator);
      const parameters = { commands: [`echo ${hostile}`], executionTimeout: ['60'] };
      return {
        parameters: {
          DocumentName: 'AWS-RunShellScript',
          InstanceIds: [instanceId],
          Parameters: parameters,
          TimeoutSeconds: 30,
        },
        answer: {
          Command: expect.objectContaining({
            InstanceIds: [instanceId],
            Parameters: parameters,
            Status: 'Pending',
            RequestedDateTime: time,
          }),
        },
        after: () => expect(simulator.world().commands.sent.size).toBe(1),
      };
    },
  },
  {
    service: 'ssm',
    operation: 'ListCommandInvocations',
    arrange(simulator) {
      const { id, instanceIds } = seedCommand(simulator);
      const invocation = expect.objectContaining({
        CommandId: id,
        InstanceId: instanceIds[0],
        Status: 'Failed',
      });
      return {
        parameters: { InstanceId: instanceIds[0] },
        answer: expect.objectContaining({ CommandInvocations: [invocation] }),
      };
    },
  },
  {
    service: 'ssm',
    operation: 'GetCommandInvocation',
    arrange(simulator) {
      const command = seedCommand(simulator);
      return {
        parameters: { CommandId: command.id, InstanceId: command.instanceIds[0] },
        answer: expect.objectContaining({
          Status: 'Failed',
          ResponseCode: 3,
          StandardOutputContent: hostile,
          StandardErrorContent: 'failed to run commands: exit status 3',
          ExecutionElapsedTime: 'PT2S',
        }),
      };
    },
  },
  {
    service: 'ssm',
    operation: 'CancelCommand',
    arrange(simulator) {
      const command = seedCommand(simulator);
      return {
        parameters: { CommandId: command.id, InstanceIds: [...command.instanceIds] },
        answer: null,
        after: () => expect(command.cancelledAt).toBeDefined(),
      };
    },
  },
];

/** An instance whose SSM Agent is online. */
function seedManaged(simulator: Simulator) {
  const arn = `arn:aws:iam::${account}:instance-profile/ssm`;
  return simulator.seedInstance({ settings: { profile: { arn, id: 'AIPAEXAMPLE' } } });
}

/** A command that failed half a minute ago. */
function seedCommand(simulator: Simulator): Command {
  const command: Command = {
    id: '11111111-2222-4333-8444-555555555555',
    accountId: account,
    documentName: 'AWS-RunShellScript',
    comment: '',
    parameters: { commands: ['exit 3'] },
    instanceIds: [seedManaged(simulator).id],
    requestedAt: simulator.clock.now() - 30_000,
    timeoutSeconds: 60,
    executionTimeoutSeconds: 60,
    plan: { ...defaultCommandPlan, exitCode: 3, stdout: hostile },
    cancelledAt: undefined,
  };
  simulator.world().commands.sent.set(command.id, command);
  return command;
}
