import { describe, expect, test } from '@jest/globals';
import { role, roleArnForm } from '../../../src/github/inputs/role.ts';

function read(text: string): { value: string | undefined; problems: string[] } {
  const problems: string[] = [];
  return { value: role(text, (problem) => problems.push(problem)), problems };
}

describe('the ARN of a role', () => {
  test.each([
    'arn:aws:iam::123456789012:role/bake',
    'arn:aws:iam::000000000001:role/bake',
    'arn:aws:iam::123456789012:role/ci/images/Bake_1+=,.@-',
    'arn:aws-cn:iam::123456789012:role/bake',
    'arn:aws-us-gov:iam::123456789012:role/bake',
    'arn:aws-iso-b:iam::123456789012:role/bake',
    'arn:aws-eusc:iam::123456789012:role/bake',
    `arn:aws:iam::123456789012:role/${'r'.repeat(64)}`,
  ])('%s', (arn) => {
    expect(read(arn)).toEqual({ value: arn, problems: [] });
    expect(arn).toMatch(roleArnForm);
  });

  test('need not be given', () => {
    expect(read('')).toEqual({ value: undefined, problems: [] });
  });
});

describe('what is none is refused, with a hint', () => {
  test.each([
    ['123456789012', /account ID: give the whole ARN, `arn:aws:iam::123456789012:role\/NAME`/],
    ['bake', /a name: give the whole ARN, `arn:aws:iam::ACCOUNT-ID:role\/bake`/],
    ['arn:aws:iam::123456789012:user/octocat', /a user, which cannot be assumed/],
    ['arn:aws:iam::123456789012:root', /an account: give the ARN of a role in it/],
    ['arn:aws:iam::123456789012:policy/bake', /a policy/],
    ['arn:aws:iam::123456789012:instance-profile/bake', /an instance profile/],
    ['arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', /the identity provider/],
    [
      'arn:aws:sts::123456789012:assumed-role/bake/session',
      /a session of a role.*`arn:aws:iam::123456789012:role\/bake`/,
    ],
    ['"arn:aws:iam::123456789012:role/bake"', /Leave out the quotes: `arn:aws:iam::123456789012:role\/bake`/],
    ['ARN:aws:IAM::123456789012:ROLE/Bake', /lower case: `arn:aws:iam::123456789012:role\/Bake`/],
    ['arn:aws:iam::23456789012:role/bake', /account ID has 11 digits, not 12/],
    ['arn:aws:iam:::role/bake', /account ID has 0 digits/],
    ['arn:aws:iam::123456789012:role/', /not the ARN of an IAM role/],
    ['arn:aws:iam::123456789012:role/two words', /not the ARN of an IAM role/],
    ['arn:aws:iam::123456789012:role/bake\n::error::x', /not the ARN of an IAM role/],
    [`arn:aws:iam::123456789012:role/${'r'.repeat(65)}`, /not the ARN of an IAM role/],
    ['arn:aws:ec2::123456789012:role/bake', /not the ARN of an IAM role/],
    ['arn:evil:iam::123456789012:role/bake', /not the ARN of an IAM role/],
  ])('%s', (text, problem) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});
