import { describe, expect, test } from '@jest/globals';
import { readTrialInputs } from '../../src/trial/inputs/table.ts';
import { problemsOf } from '../builders/told.ts';

const least = { 'INPUT_AMI-ID': 'ami-0123456789abcdef0', 'INPUT_AWS-REGION': 'eu-west-1' };

test('needs no more than an image and a Region', () => {
  expect(readTrialInputs(least)).toEqual({
    amiId: 'ami-0123456789abcdef0',
    instanceTypes: [],
    subnetIds: [],
    securityGroupIds: [],
    instanceProfile: undefined,
    script: '',
    timeoutMinutes: undefined,
    dryRun: false,
    comment: false,
    githubToken: '',
    region: 'eu-west-1',
    roleToAssume: undefined,
    allowedAccountIds: [],
  });
});

test('takes lists of fall-backs in their order', () => {
  const inputs = readTrialInputs({
    ...least,
    'INPUT_INSTANCE-TYPE': 't3.small, m7i.metal-24xl',
    'INPUT_SUBNET-IDS': 'subnet-0123456789abcdef0\nsubnet-0123456789abcdef1',
    'INPUT_SECURITY-GROUP-IDS': 'sg-0123456789abcdef0',
    'INPUT_INSTANCE-PROFILE': 'arn:aws:iam::123456789012:instance-profile/team/web',
    INPUT_RUN: 'set -e\ncurl localhost',
    'INPUT_TIMEOUT-MINUTES': '2.5',
  });
  expect(inputs).toMatchObject({
    instanceTypes: ['t3.small', 'm7i.metal-24xl'],
    subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    script: 'set -e\ncurl localhost',
    timeoutMinutes: 2.5,
  });
});

describe('shows all problems at once', () => {
  test('in the order of the inputs', () => {
    const problems = problemsOf(() =>
      readTrialInputs({
        'INPUT_AMI-ID': 'i-0123456789abcdef0',
        'INPUT_INSTANCE-TYPE': 'T3.micro',
        'INPUT_SUBNET-IDS': 'vpc-1',
        'INPUT_SECURITY-GROUP-IDS': 'default',
        'INPUT_INSTANCE-PROFILE': 'arn:aws:iam::123456789012:role/web',
        'INPUT_TIMEOUT-MINUTES': '0',
        'INPUT_DRY-RUN': 'yes',
      }),
    );
    expect(problems.map((problem) => /^input `([a-z-]+)`/.exec(problem)?.[1])).toEqual([
      'ami-id',
      'instance-type',
      'subnet-ids',
      'security-group-ids',
      'instance-profile',
      'timeout-minutes',
      'dry-run',
      'aws-region',
    ]);
  });
});
