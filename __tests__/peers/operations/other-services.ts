/** STS, KMS and Systems Manager. */
import { expect } from '@jest/globals';
import { encodeDenial } from '../../../simulator/model/denial.ts';
import { account, hostile, type Operation, time } from './operation.ts';

export const operationsOfOtherServices: readonly Operation[] = [
  {
    service: 'sts',
    operation: 'GetCallerIdentity',
    arrange: () => ({
      parameters: {},
      answer: {
        UserId: expect.any(String),
        Account: account,
        Arn: expect.stringMatching(/^arn:aws:(iam|sts)::123456789012:/),
      },
    }),
  },
  {
    service: 'sts',
    operation: 'AssumeRoleWithWebIdentity',
    arrange: (simulator) => ({
      parameters: {
        RoleArn: `arn:aws:iam::${account}:role/bake`,
        RoleSessionName: 'session-1',
        WebIdentityToken: simulator.gitHub.token('sts.amazonaws.com'),
        DurationSeconds: 900,
      },
      answer: expect.objectContaining({
        Credentials: {
          AccessKeyId: expect.stringMatching(/^ASIA/),
          SecretAccessKey: expect.any(String),
          SessionToken: expect.any(String),
          Expiration: time,
        },
        AssumedRoleUser: {
          AssumedRoleId: expect.stringMatching(/:session-1$/),
          Arn: `arn:aws:sts::${account}:assumed-role/bake/session-1`,
        },
      }),
    }),
  },
  {
    service: 'sts',
    operation: 'DecodeAuthorizationMessage',
    arrange: () => ({
      parameters: { EncodedMessage: encodeDenial(denial) },
      answer: { DecodedMessage: expect.stringContaining('ec2:CreateImage') },
    }),
  },
  {
    service: 'kms',
    operation: 'DescribeKey',
    arrange(simulator) {
      const key = simulator.seedKey({ alias: 'alias/images', description: hostile });
      return {
        parameters: { KeyId: 'alias/images' },
        answer: {
          KeyMetadata: expect.objectContaining({
            Arn: key.arn,
            KeyManager: 'CUSTOMER',
            KeyState: 'Enabled',
            Enabled: true,
            Description: hostile,
            CreationDate: time,
          }),
        },
      };
    },
  },
  {
    service: 'ssm',
    operation: 'PutParameter',
    arrange: (simulator) => ({
      parameters: {
        Name: '/golden/web',
        Value: simulator.seedImage().id,
        Type: 'String',
        DataType: 'aws:ec2:image',
        Description: hostile,
        Tags: [{ Key: 'Team', Value: 'web' }],
      },
      answer: { Version: 1, Tier: 'Standard' },
      after: () => expect(simulator.world().parameters.size).toBe(1),
    }),
  },
  {
    service: 'ssm',
    operation: 'GetParameter',
    arrange(simulator) {
      simulator.seedParameter({ name: '/golden/web', value: hostile });
      return {
        parameters: { Name: '/golden/web:1' },
        answer: { Parameter: { ...storedParameter, Selector: ':1' } },
      };
    },
  },
  {
    service: 'ssm',
    operation: 'GetParameters',
    arrange(simulator) {
      simulator.seedParameter({ name: '/golden/web', value: hostile });
      return {
        parameters: { Names: ['/golden/web', '/golden/none'], WithDecryption: false },
        answer: { Parameters: [storedParameter], InvalidParameters: ['/golden/none'] },
      };
    },
  },
  {
    service: 'ssm',
    operation: 'DeleteParameter',
    arrange(simulator) {
      simulator.seedParameter({ name: '/golden/web', value: hostile });
      return {
        parameters: { Name: '/golden/web' },
        answer: null,
        after: () => expect(simulator.world().parameters.size).toBe(0),
      };
    },
  },
];

const storedParameter = {
  Name: '/golden/web',
  Type: 'String',
  Value: hostile,
  Version: 1,
  LastModifiedDate: time,
  ARN: `arn:aws:ssm:eu-west-1:${account}:parameter/golden/web`,
  DataType: 'text',
};

const denial = {
  principal: `arn:aws:sts::${account}:assumed-role/bake/session-1`,
  action: 'ec2:CreateImage',
  resource: '*',
  region: 'eu-west-1',
};
