import { describe, expect, test } from '@jest/globals';
import type { BakeInputs } from '../../../src/bake/inputs/table.ts';
import { readInputsOf } from '../../builders/inputs.ts';
import { problemsOf as toldProblems } from '../../builders/told.ts';

const organization = 'arn:aws:organizations::123456789012:organization/o-0123456789';
const unit = 'arn:aws:organizations::123456789012:ou/o-0123456789/ou-a1b2-0123abcd';

const problemsOf = (given: Record<string, string>) => toldProblems(() => readInputsOf(given));

describe('share-with', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['# nobody yet\n', []],
    ['123456789012', ['123456789012']],
    ['012345678901, 123456789012', ['012345678901', '123456789012']],
    ['123456789012\n\n# again\n123456789012', ['123456789012']],
    [organization, [organization]],
    [unit, [unit]],
    [
      `${unit}\n111111111111,${organization}\r\n222222222222`,
      [unit, '111111111111', organization, '222222222222'],
    ],
  ])('%j is a list, each once and in its order', (text, grantees) => {
    expect(readInputsOf({ 'share-with': text }).shareWith).toEqual(grantees);
  });

  test.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('in %s ARNs are of the partition %s', (region, partition) => {
    const arn = organization.replace('arn:aws:', `arn:${partition}:`);
    expect(readInputsOf({ 'aws-region': region, 'share-with': arn }).shareWith).toEqual([arn]);
    const other = partition === 'aws' ? 'aws-cn' : 'aws';
    const foreign = unit.replace('arn:aws:', `arn:${other}:`);
    expect(problemsOf({ 'aws-region': region, 'share-with': foreign })).toEqual([
      `input \`share-with\`: \`${foreign}\` is in another partition than Region ${region}, whose ARNs begin with \`arn:${partition}:\``,
    ]);
  });

  test.each([
    [
      '12345678901',
      'It has 11 digits: YAML drops the leading zeros of a number without quotes. If it is `012345678901`, write `"012345678901"`',
    ],
    ['1234567890', 'If it is `001234567890`, write `"001234567890"`'],
    ['1', 'It has 1 digit: YAML drops the leading zeros'],
    ['1234567890123', 'It has 13 digits'],
    ['1.23457E+11', 'neither an account ID'],
    ['1234-5678-9012', 'Write it without hyphens: `123456789012`'],
    ['"012345678901"', 'leave them out, `012345678901`'],
    [`'${unit}'`, `leave them out, \`${unit}\``],
    ['111111111111 222222222222', 'Separate several by commas or line ends'],
    ['111111111111;222222222222', 'Separate several by commas or line ends'],
    ['all', 'To share with everyone, set `public: true`'],
    ['ALL', '`public: true`'],
    ['*', '`public: true`'],
    ['public', '`public: true`'],
    ['self', 'Your own account can use its images anyway'],
    ['o-0123456789', 'give its ARN, which `aws organizations describe-organization` shows'],
    ['ou-a1b2-0123abcd', 'describe-organizational-unit'],
    ['r-a1b2', 'the root of an organization: give the ARN of the organization'],
    [
      'arn:aws:organizations::123456789012:root/o-0123456789/r-a1b2',
      `give the organization itself, \`${organization}\``,
    ],
    [
      'arn:aws:organizations::123456789012:account/o-0123456789/222222222222',
      'That is the ARN of an account: give its ID, `222222222222`',
    ],
    [
      'arn:aws:iam::222222222222:root',
      'whole accounts, not with roles or users: `222222222222` is the account',
    ],
    ['arn:aws:iam::222222222222:role/bake', '`222222222222` is the account'],
    ['arn:aws-cn:sts::222222222222:assumed-role/bake/me', '`222222222222` is the account'],
    ['arn:aws:s3:::bucket', 'Examples: `123456789012`'],
    ['web', 'Examples: `123456789012`'],
    [`${organization}x/`, 'Examples: '],
    ['123456789012\u200b', '"123456789012\\u{200b}"'],
  ])('refuses %j and says why', (text, hint) => {
    const problems = problemsOf({ 'share-with': text });
    expect(problems).toEqual([expect.stringContaining(hint)]);
    expect(problems[0]).toMatch(
      /^input `share-with`: ".+" is neither an account ID \(12 digits\) nor the ARN of/,
    );
  });

  test('each wrong item is a problem of its own', () => {
    expect(problemsOf({ 'share-with': '1, 123456789012\nall' })).toHaveLength(2);
  });
});

describe.each([
  ['share-snapshots', (inputs: BakeInputs) => inputs.shareSnapshots],
  ['public', (inputs: BakeInputs) => inputs.makePublic],
])('%s', (name, value) => {
  test('is off unless it is asked for', () => {
    const given = { 'share-with': '111111111111' };
    expect(value(readInputsOf(given))).toBe(false);
    expect(value(readInputsOf({ ...given, [name]: 'true' }))).toBe(true);
    expect(problemsOf({ ...given, [name]: 'yes' })).toEqual([
      `input \`${name}\`: "yes" is neither \`true\` nor \`false\``,
    ]);
  });
});

describe('inputs that do not go together', () => {
  test.each([
    ['snapshots for nobody', { 'share-snapshots': 'true' }, ['names no account to share the snapshots with']],
    [
      'snapshots for everyone',
      { 'share-snapshots': 'true', public: 'true' },
      ['names no account to share the snapshots with'],
    ],
    [
      'snapshots for organizations only',
      { 'share-snapshots': 'true', 'share-with': `${organization},${unit}` },
      ['EC2 can share snapshots with accounts only'],
    ],
    [
      'snapshots for accounts and organizations',
      { 'share-snapshots': 'true', 'share-with': `111111111111,${unit}` },
      [],
    ],
    ['public without accounts', { public: 'true' }, []],
    ['not waiting, and nothing that needs it', { wait: 'false' }, []],
    [
      'not waiting, and an account',
      { wait: 'false', 'share-with': '111111111111' },
      ['input `share-with`: it needs an image that is available, which `wait: false` does not wait for'],
    ],
    ['not waiting, and public', { wait: 'false', public: 'true' }, ['input `public`: it needs an image']],
    [
      'not waiting, and everything',
      { wait: 'false', public: 'true', 'share-with': '111111111111', 'share-snapshots': 'true' },
      ['input `share-with`: it needs', 'input `share-snapshots`: it needs', 'input `public`: it needs'],
    ],
    [
      'an input that cannot be read is nobody’s conflict',
      { wait: 'no', 'share-with': 'all', 'share-snapshots': 'true' },
      ['input `wait`', 'input `share-with`: "all"', 'names no account'],
    ],
  ])('%s', (_what, given, problems) => {
    expect(problemsOf(given)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });
});
