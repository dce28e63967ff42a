/** What an image is made of: instances and their volumes. */
import { expect } from '@jest/globals';
import { account, hostile, id, type Operation, time } from './operation.ts';

export const sourceOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'DescribeInstances',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance({ tags: { Name: hostile } });
      return {
        parameters: { Filters: [{ Name: 'instance-id', Values: [instanceId] }] },
        answer: {
          Reservations: [
            expect.objectContaining({
              OwnerId: account,
              Instances: [
                expect.objectContaining({
                  InstanceId: instanceId,
                  State: { Code: 16, Name: 'running' },
                  LaunchTime: time,
                  Tags: [{ Key: 'Name', Value: hostile }],
                  BlockDeviceMappings: ['/dev/xvda', '/dev/sdf'].map((DeviceName) => ({
                    DeviceName,
                    Ebs: {
                      AttachTime: time,
                      DeleteOnTermination: DeviceName === '/dev/xvda',
                      Status: 'attached',
                      VolumeId: id('vol'),
                    },
                  })),
                }),
              ],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeVolumes',
    arrange(simulator) {
      const instance = simulator.seedInstance({
        volumes: [{ device: '/dev/xvda', encrypted: 'aws-managed' }],
      });
      const [volume] = simulator.world().volumes.values();
      return {
        parameters: { Filters: [{ Name: 'attachment.instance-id', Values: [instance.id] }] },
        answer: {
          Volumes: [
            expect.objectContaining({
              VolumeId: volume?.id,
              Size: 8,
              Iops: 3000,
              Encrypted: true,
              KmsKeyId: volume?.kmsKeyId,
              CreateTime: time,
              Attachments: [expect.objectContaining({ InstanceId: instance.id, State: 'attached' })],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeInstanceTypes',
    arrange: () => ({
      parameters: { InstanceTypes: ['m5d.large'] },
      answer: {
        InstanceTypes: [
          expect.objectContaining({
            InstanceType: 'm5d.large',
            InstanceStorageSupported: true,
            InstanceStorageInfo: expect.objectContaining({
              Disks: [{ SizeInGB: 75, Count: 1, Type: 'ssd' }],
            }),
          }),
        ],
      },
    }),
  },
  {
    service: 'ec2',
    operation: 'DescribeRegions',
    arrange: () => ({
      parameters: { RegionNames: ['eu-west-1', 'af-south-1'], AllRegions: true },
      answer: {
        Regions: expect.arrayContaining([
          {
            RegionName: 'eu-west-1',
            Endpoint: 'ec2.eu-west-1.amazonaws.com',
            OptInStatus: 'opt-in-not-required',
          },
          { RegionName: 'af-south-1', Endpoint: 'ec2.af-south-1.amazonaws.com', OptInStatus: 'not-opted-in' },
        ]),
      },
    }),
  },
  {
    service: 'ec2',
    operation: 'StopInstances',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance();
      return {
        parameters: { InstanceIds: [instanceId] },
        answer: {
          StoppingInstances: [
            {
              InstanceId: instanceId,
              CurrentState: { Code: 64, Name: 'stopping' },
              PreviousState: { Code: 16, Name: 'running' },
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'StartInstances',
    arrange(simulator) {
      const { id: instanceId } = simulator.seedInstance({ state: 'stopped' });
      return {
        parameters: { InstanceIds: [instanceId] },
        answer: {
          StartingInstances: [
            {
              InstanceId: instanceId,
              CurrentState: { Code: 0, Name: 'pending' },
              PreviousState: { Code: 80, Name: 'stopped' },
            },
          ],
        },
      };
    },
  },
];
