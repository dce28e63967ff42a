import { expect, test } from '@jest/globals';
import { environmentVariables, mayHoldSecret, withAttempt } from '../../src/naming/environment.ts';

test.each([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'GH_TOKEN',
  'GH_PAT',
  'github_token',
  'TOKEN',
  'DB_PASSWORD',
  'MYSQL_PWD',
  'OPENAI_API_KEY',
  'APIKEY',
  'SSH_PRIVATE_KEY',
  'CLIENT_SECRET',
])('%s may hold a secret', (name) => {
  expect(mayHoldSecret(name)).toBe(true);
});

test.each([
  'GITHUB_REF',
  'AWS_REGION',
  'AWS_PROFILE',
  'RUNNER_OS',
  'PATH',
  'PWD',
  'OLDPWD',
  'VARIANT',
  'CACHE_KEY',
  'TOKENIZER',
  'COMPASS',
  'AUTHOR',
])('%s holds none', (name) => {
  expect(mayHoldSecret(name)).toBe(false);
});

test('a long name is looked at in no time', () => {
  expect(mayHoldSecret('_PASS'.repeat(100_000).concat('X'))).toBe(true);
  expect(mayHoldSecret('_PASSX'.repeat(100_000))).toBe(false);
});

test('variables that are empty or may hold a secret are left out', () => {
  const variables = environmentVariables({
    VARIANT: 'gpu',
    EMPTY: '',
    GITHUB_TOKEN: 's3cret',
    SIZE: '1',
  });
  expect(variables).toEqual({ VARIANT: 'gpu', SIZE: '1' });
});

test('the attempts of a run have one environment', () => {
  const first = { GITHUB_RUN_ATTEMPT: '1', RUNNER_NAME: 'GitHub Actions 7', VARIANT: 'gpu' };
  const second = { GITHUB_RUN_ATTEMPT: '2', RUNNER_NAME: 'GitHub Actions 12', VARIANT: 'gpu' };
  expect(withAttempt(second, '1')).toEqual(withAttempt(first, '1'));
  expect(withAttempt(first, '1')).toEqual({ GITHUB_RUN_ATTEMPT: '1', RUNNER_NAME: '1', VARIANT: 'gpu' });
});
