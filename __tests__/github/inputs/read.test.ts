import { describe, expect, jest, test } from '@jest/globals';
import { input } from '../../../src/github/inputs/input.ts';
import { anyText, boolean, optional, wholeNumber } from '../../../src/github/inputs/parsers.ts';
import { readInputs } from '../../../src/github/inputs/read.ts';
import { githubToken, region } from '../../../src/github/inputs/shared.ts';
import { environmentOf } from '../../builders/inputs.ts';
import { problemsOf as toldProblems } from '../../builders/told.ts';

/** Not the table of any action. */
const table = {
  colour: input('colour', anyText, { required: true, plan: 'none' }),
  count: input('count', wholeNumber({ least: 1, most: 9 }), {
    default: '3',
    conflicts: (count, { loud }: { loud?: boolean | undefined }) =>
      count > 5 && loud ? ['it is too many to be loud'] : [],
    plan: 'none',
  }),
  limit: input('limit', optional(wholeNumber({ least: 0, most: 5 })), { plan: 'none' }),
  loud: input('loud', boolean, { default: 'false', plan: 'none' }),
  region,
  githubToken,
};

const token = `ghs_${'a1B2'.repeat(9)}`;

function read(given: Record<string, string>, variables: NodeJS.ProcessEnv = { AWS_REGION: 'eu-west-1' }) {
  const mask = jest.fn<(secret: string) => void>();
  const environment = environmentOf({ colour: 'red', ...given }, variables, table);
  return { inputs: readInputs(table, { environment, mask }), mask };
}

const problemsOf = (given: Record<string, string>) => toldProblems(() => read(given));

test('any table can be read, and its shape is the shape of the inputs', () => {
  const { inputs } = read({ count: '4', loud: 'true' });
  const typed: { colour: string; count: number; limit: number | undefined; loud: boolean } = inputs;
  expect(typed).toEqual({
    colour: 'red',
    count: 4,
    limit: undefined,
    loud: true,
    region: 'eu-west-1',
    githubToken: '',
  });
});

test('all problems are reported at once, in the order of the table, whichever check found them', () => {
  const environment = environmentOf({ loud: 'true', count: '7', limit: '6' }, {}, table);
  const check = () => [{ input: 'colour', problem: 'it is nobody’s favourite' }];
  const problems = toldProblems(() => readInputs(table, { environment, check }));
  expect(problems).toEqual([
    expect.stringMatching(/^input `colour`: it is required/),
    'input `colour`: it is nobody’s favourite',
    'input `count`: it is too many to be loud',
    'input `limit`: "6" is not accepted: it takes a whole number from 0 to 5',
    expect.stringMatching(/^input `aws-region`: no Region is known/),
  ]);
});

test('an input that cannot be read has no conflicts, and others do not conflict with it', () => {
  expect(problemsOf({ count: '77', loud: 'true' })).toEqual([
    expect.stringContaining('input `count`: "77" is not accepted'),
  ]);
  expect(problemsOf({ count: '7', loud: 'very' })).toEqual([expect.stringContaining('input `loud`')]);
});

describe('a secret', () => {
  test('is masked as soon as it is read', () => {
    const { inputs, mask } = read({ 'github-token': token });
    expect(inputs.githubToken).toBe(token);
    expect(mask.mock.calls).toEqual([[token]]);
    expect(read({}).mask).not.toHaveBeenCalled();
  });

  test('is not the expression of the default, which a program in place of the runner may hand on', () => {
    const { inputs, mask } = read({ 'github-token': '${{ github.token }}' });
    expect(inputs.githubToken).toBe('');
    expect(mask).not.toHaveBeenCalled();
  });

  test('is not shown when it is wrong', () => {
    const problems = problemsOf({ 'github-token': 'open sesame' });
    expect(problems).toEqual([expect.stringContaining('input `github-token`: it is not a token')]);
    expect(problems.join()).not.toContain('sesame');
  });

  test.each([
    ['a token of GitHub', token],
    ['a fine-grained token', `github_pat_${'a1'.repeat(11)}_${'B2'.repeat(29)}c`],
    ['a secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['a secret access key without a slash', 'wJalrXUtnFEMIhK7MDENGhbPxRfiCYEXAMPLEKEY'],
    ['an OIDC token', `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.${'sig-'.repeat(20)}`],
    [
      'a private key',
      `-----BEGIN RSA PRIVATE KEY-----\n${'MIIE'.repeat(16)}\n${'abcd'.repeat(16)}\n-----END`,
    ],
  ])('that was given to another input by mistake is not shown either: %s', (_what, secret) => {
    const [problem = ''] = problemsOf({ count: secret });
    expect(problem).toContain('***');
    expect(problem).not.toContain(secret.slice(-40));
    expect(problem).not.toContain('MIIE');
    expect(problemsOf({ count: `set to ${secret}` })[0]).toContain('set to ***');
  });

  test('is not what a commit or a name looks like', () => {
    const commit = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';
    expect(problemsOf({ count: commit })[0]).toContain(commit);
    expect(problemsOf({ count: 'ghs_short' })[0]).toContain('ghs_short');
  });
});

describe('the environment', () => {
  test('is asked for an input that is empty, and the problem names the variable', () => {
    expect(toldProblems(() => read({}, { AWS_DEFAULT_REGION: 'Ireland' }))).toEqual([
      expect.stringMatching(/^input `aws-region`: environment variable `AWS_DEFAULT_REGION`: "Ireland"/),
    ]);
  });
});

describe('a whole number', () => {
  test.each(['0', '10', '1.5', '-1', '+1', '1e1', '0x1', ' ', 'one', '9'.repeat(20)])(
    'refuses %j',
    (text) => {
      // A blank input is the default.
      expect(problemsOf({ count: text })).toHaveLength(text === ' ' ? 0 : 1);
    },
  );
});
