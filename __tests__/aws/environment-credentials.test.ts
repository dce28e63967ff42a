import { describe, expect, test } from '@jest/globals';
import { credentialsIn } from '../../src/aws/environment-credentials.ts';
import { ProblemsError } from '../../src/base/errors.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalr/XUtn+FEMI=' };
const ofKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalr/XUtn+FEMI=' };

describe('credentials in the environment', () => {
  test('are taken, whatever AWS_PROFILE says', () => {
    expect(credentialsIn({ ...keys, AWS_PROFILE: 'somebody' })).toEqual({ credentials: ofKeys });
  });

  test('have a session token, if there is one', () => {
    expect(credentialsIn({ ...keys, AWS_SESSION_TOKEN: 'IQoJ' }).credentials).toEqual({
      ...ofKeys,
      sessionToken: 'IQoJ',
    });
    expect(credentialsIn({ ...keys, AWS_SESSION_TOKEN: '' })).toEqual({ credentials: ofKeys });
  });

  test.each([{}, { AWS_PROFILE: 'somebody' }, { ...keys, AWS_SECRET_ACCESS_KEY: '' }])(
    'are left to the SDK where there are none: %j',
    (environment) => {
      expect(credentialsIn(environment)).toEqual({});
    },
  );

  test('that cannot be right are named, all of them, and not shown', () => {
    const environment = { AWS_ACCESS_KEY_ID: ' AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalr\n' };
    expect(() => credentialsIn(environment)).toThrow(ProblemsError);
    expect(() => credentialsIn(environment)).toThrow(/`AWS_ACCESS_KEY_ID`.*\n.*`AWS_SECRET_ACCESS_KEY`/);
    expect(() => credentialsIn(environment)).not.toThrow(/AKIDEXAMPLE|wJalr/);
  });
});
