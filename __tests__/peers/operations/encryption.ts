/** EBS encryption by default. */
import { expect } from '@jest/globals';
import { account, type Operation } from './operation.ts';

export const encryptionOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'GetEbsEncryptionByDefault',
    arrange(simulator) {
      simulator.world().ebsEncryption.enable(account);
      return { parameters: {}, answer: { EbsEncryptionByDefault: true } };
    },
  },
  {
    service: 'ec2',
    operation: 'EnableEbsEncryptionByDefault',
    arrange: (simulator) => ({
      parameters: {},
      answer: { EbsEncryptionByDefault: true },
      after: () => expect([...simulator.world().ebsEncryption.byDefault]).toEqual([account]),
    }),
  },
  {
    service: 'ec2',
    operation: 'DisableEbsEncryptionByDefault',
    arrange(simulator) {
      simulator.world().ebsEncryption.enable(account);
      return {
        parameters: {},
        answer: { EbsEncryptionByDefault: false },
        after: () => expect([...simulator.world().ebsEncryption.byDefault]).toEqual([]),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'GetEbsDefaultKmsKeyId',
    arrange: () => ({ parameters: {}, answer: { KmsKeyId: 'alias/aws/ebs' } }),
  },
  {
    service: 'ec2',
    operation: 'ModifyEbsDefaultKmsKeyId',
    arrange(simulator) {
      const { arn } = simulator.seedKey({ alias: 'alias/images' });
      return {
        parameters: { KmsKeyId: 'alias/images' },
        answer: { KmsKeyId: arn },
        after: () => expect(simulator.world().defaultEbsKey(account)).toBe(arn),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'ResetEbsDefaultKmsKeyId',
    arrange(simulator) {
      simulator.world().ebsEncryption.enable(account, simulator.seedKey().arn);
      return { parameters: {}, answer: { KmsKeyId: simulator.world().awsManagedKey(account) } };
    },
  },
];
