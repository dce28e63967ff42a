import { expect, test } from '@jest/globals';
import {
  environmentVariables,
  looksSecret,
  mayHoldSecret,
  withAttempt,
} from '../../src/naming/environment.ts';

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
  'DATABASE_URL',
  'DATABASE_PRIMARY_URL',
  'DB_URL',
  'REDIS_URL',
  'MONGODB_URI',
  'AMQP_URL',
  'SENTRY_DSN',
  'SLACK_WEBHOOK_URL',
  'AZURE_STORAGE_CONNECTION_STRING',
  'AZURE_STORAGE_KEY',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'NPM_CONFIG__AUTHTOKEN',
  'NPM_CONFIG__AUTH',
  'npm_config_//registry.example.com/:_authToken',
  'NODE_AUTH_TOKEN',
  'DOCKER_AUTH_CONFIG',
  'PGPASSWORD',
  'PGPASSFILE_PASSWORD',
  'SSHPASS',
  'GPG_PASSPHRASE',
  'RAILS_MASTER_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'SESSION_ID',
  'dbPassword',
  'clientSecret',
  'AWS_CREDS',
  'DB_CRED',
  'DB_USERPASS',
  'KEY_PASSCODE',
  'ANDROID_KEYSTORE_BASE64',
  'SIGNING_PFX',
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
  'BYPASS',
  'AUTHOR',
  'KMS_KEY',
  'PUBLIC_KEY',
  'MONKEY',
  'PATTERN',
  'SPINNER',
  'GITHUB_SERVER_URL',
  'GITHUB_API_URL',
  'GITHUB_REPOSITORY',
  'GITHUB_ACTION_PATH',
  'RUNNER_TEMP',
  'APP_URL',
  'BUILD_URL',
])('%s holds none', (name) => {
  expect(mayHoldSecret(name)).toBe(false);
});

test('a long name is looked at in no time', () => {
  expect(mayHoldSecret('_PASS'.repeat(100_000).concat('X'))).toBe(true);
  expect(mayHoldSecret('_PASSX'.repeat(100_000))).toBe(false);
});

test.each([
  'postgres://app:hunter2@db.internal:5432/app',
  'https://octocat:hunter2@example.com/',
  'redis://:hunter2@cache:6379',
  'http://user:p/w#d@proxy:3128',
  'mirror: https://u:p@example.com and more',
  'jdbc:postgresql://db/app?user=app&password=hunter2',
  'Server=db;Database=app;User Id=app;Password=hunter2;',
  'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=Zm9v==',
  'https://example.com/hook?token=hunter2',
  'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  'github_pat_0123456789abcdefghij',
  'glpat-0123456789abcdefghij',
  'xoxb-01234567890-0123456789',
  'https://example.com/hook?access_token=hunter2',
  'https://bucket.s3.amazonaws.com/a?X-Amz-Signature=0a1b2c',
  'https://0123456789abcdef0123@sentry.example.com/7',
  'https://hooks.slack.com/services/T0/B0/x',
  'sk_live_0123456789abcdef',
  'pypi-AgEIcHlwaS5vcmcCJD',
  'hf_0123456789abcdefghij',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
  '-----BEGIN RSA PRIVATE KEY-----',
])('the value %s looks like a secret', (value) => {
  expect(looksSecret(value)).toBe(true);
});

test.each([
  'gpu',
  'https://example.com/a@b',
  'https://example.com:8080/path',
  'ssh://git@github.com/acme/web.git',
  'git@github.com:acme/web.git',
  'arn:aws:iam::123456789012:role/bake',
  'user@example.com',
  'key=value',
  'design=flat',
  'ssh://git-codecommit@example.com/v1/repos/web',
  'docker://a-very-long-name-of-an-image@sha256:0a1b2c',
  'task-runner-for-linux',
  'npm_config',
  '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
])('the value %s does not', (value) => {
  expect(looksSecret(value)).toBe(false);
});

test('a long value is looked at in no time', () => {
  for (const part of ['://', '://:', '://a:b', 'eyJa', 'password', '\n'])
    expect(looksSecret(part.repeat(50_000))).toBe(false);
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
