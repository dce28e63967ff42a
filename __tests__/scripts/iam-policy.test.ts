import { describe, expect, test } from '@jest/globals';
import { policyFor } from '../../scripts/iam-policy.ts';

describe('a policy', () => {
  test('of several features has one statement for what has the same scope', () => {
    const { Statement } = policyFor(['Bake', 'Public images', 'Sharing']);
    expect(Statement.filter(({ Resource }) => Resource === '*')).toEqual([
      {
        Sid: 'Look',
        Effect: 'Allow',
        Action: expect.arrayContaining(['ec2:DescribeImages', 'ec2:GetImageBlockPublicAccessState']),
        Resource: '*',
      },
    ]);
  });

  test('never mixes conditions', () => {
    const { Statement } = policyFor(['Bake', 'Encrypted volumes', 'Sharing']);
    const ofKeys = Statement.filter(({ Resource }) => String(Resource).includes(':kms:'));
    expect(ofKeys).toEqual([
      expect.not.objectContaining({ Condition: expect.anything() }),
      expect.objectContaining({
        Action: 'kms:CreateGrant',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    ]);
    expect(ofKeys[0]?.Action).not.toContain('kms:CreateGrant');
  });

  test('is of the partition that it is for, with ARNs of images and snapshots that carry no account', () => {
    const resources = policyFor(['Bake'], 'aws-us-gov').Statement.flatMap(({ Resource }) => Resource);
    expect(new Set(resources)).toEqual(
      new Set([
        '*',
        'arn:aws-us-gov:ec2:*::image/*',
        'arn:aws-us-gov:ec2:*::snapshot/*',
        'arn:aws-us-gov:ec2:*:123456789012:instance/i-0123456789abcdef0',
      ]),
    );
  });
});
