/** Instances that are launched to try an image, and what they are launched into. */
import { expect } from '@jest/globals';
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
];
