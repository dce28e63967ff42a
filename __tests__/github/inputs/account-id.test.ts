import { describe, expect, test } from '@jest/globals';
import { readInputsOf } from '../../builders/inputs.ts';
import { problemsOf as toldProblems } from '../../builders/told.ts';

const inputsOf = (accounts: string) => readInputsOf({ 'allowed-account-ids': accounts });
const problemsOf = (accounts: string) => toldProblems(() => inputsOf(accounts));

describe('allowed-account-ids', () => {
  test.each([
    ['', []],
    ['012345678901', ['012345678901']],
    ['111111111111, 222222222222\n# again\n111111111111', ['111111111111', '222222222222']],
  ])('takes %j', (text, accounts) => {
    expect(inputsOf(text).allowedAccountIds).toEqual(accounts);
  });

  test.each([
    [
      '12345678901',
      'It has 11 digits: YAML drops the leading zeros of a number without quotes. If it is `012345678901`, write `"012345678901"`',
    ],
    ['1', 'It has 1 digit: YAML drops the leading zeros'],
    ['1234567890123', 'It has 13 digits'],
    ['1234-5678-9012', 'Write it without hyphens: `123456789012`'],
    ['"012345678901"', 'The quotes are part of the value here: leave them out, `012345678901`'],
    ['111111111111;222222222222', 'Separate several by commas or line ends'],
  ])('refuses %j and says why', (text, hint) => {
    const problems = problemsOf(text);
    expect(problems).toEqual([expect.stringContaining(`which has exactly 12 digits. ${hint}`)]);
    expect(problems[0]).toMatch(/^input `allowed-account-ids`: ".+" is not an account ID/);
  });

  test.each(['web', '1.23457E+11'])('refuses %j without a guess at what it is', (text) => {
    expect(problemsOf(text)).toEqual([
      `input \`allowed-account-ids\`: "${text}" is not an account ID, which has exactly 12 digits`,
    ]);
  });
});
