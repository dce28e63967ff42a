import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, jest, test } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { credentialsExpireAt, sessionName } from '../../src/aws/credentials.ts';
import { credentialsIn } from '../../src/aws/environment-credentials.ts';
import { errorKind } from '../../src/aws/errors.ts';
import { BakeError } from '../../src/base/errors.ts';
import { aRole, roleArn, roleIn } from '../builders/role.ts';
import { errorOf } from '../builders/told.ts';

const assume = 'AssumeRoleWithWebIdentity';

describe('a role', () => {
  test('is assumed by a token of GitHub’s, without any other credentials, for the default duration', async () => {
    const { clock, simulator, credentials } = aRole();
    const { accessKeyId, expiration } = await clock.run(credentials());

    expect(accessKeyId).toMatch(/^ASIA/);
    expect(expiration.getTime() - clock.now()).toBe(3600_000);
    expect(simulator.calls.actions()).toEqual(['GetIdToken', assume]);
    expect(simulator.calls.of('GetIdToken')[0]?.parameters).toMatchObject({ audience: 'sts.amazonaws.com' });
    const [call] = simulator.calls.of(assume);
    expect(call?.accessKeyId).toBe('');
    expect(call?.parameters).toEqual({
      RoleArn: roleArn,
      RoleSessionName: 'bake-ami-17532140987-1',
      WebIdentityToken: expect.any(String),
    });
  });

  test('is not assumed before somebody needs it', async () => {
    const sts = jest.fn(async () => new STSClient({ region: 'eu-west-1' }));
    const { simulator } = aRole({}, { sts });
    expect(simulator.calls.all).toEqual([]);
    expect(sts).not.toHaveBeenCalled();
  });

  test('is assumed once for all that ask, at the same time and later', async () => {
    const { clock, simulator, credentials } = aRole({ latencyMilliseconds: 100 });
    const all = await clock.run(Promise.all(Array.from({ length: 50 }, () => credentials())));
    await clock.advance(1800);
    all.push(await clock.run(credentials()));
    expect(new Set(all.map(({ accessKeyId }) => accessKeyId)).size).toBe(1);
    expect(simulator.calls.of(assume)).toHaveLength(1);
  });

  test('tells its secrets before it hands them out', async () => {
    const { clock, credentials, secrets } = aRole();
    const { secretAccessKey, sessionToken } = await clock.run(credentials());
    expect(secrets).toEqual([secretAccessKey, sessionToken]);
  });

  test.each([
    ['arn:aws:iam::123456789012:role/bake', 'sts.amazonaws.com'],
    ['arn:aws-us-gov:iam::123456789012:role/bake', 'sts.amazonaws.com'],
    ['arn:aws-cn:iam::123456789012:role/bake', 'sts.amazonaws.com.cn'],
  ])('%s takes tokens for %s', async (arn, audience) => {
    const asked: string[] = [];
    const idToken = async (wanted: string) => {
      asked.push(wanted);
      throw new BakeError('enough');
    };
    const { clock, credentials } = aRole({}, { roleArn: arn, idToken });
    await errorOf(clock.run(credentials()));
    expect(asked).toEqual([audience]);
  });
});

describe('a session', () => {
  test.each([
    { lasts: 3600, goodFor: 3300 },
    { lasts: 900, goodFor: 600 },
    { lasts: 600, goodFor: 400 },
    { lasts: 6, goodFor: 4 },
  ])('of $lasts s is renewed after $goodFor s, by a new token', async ({ lasts, goodFor }) => {
    const { clock, simulator, credentials } = aRole({ sessionSeconds: lasts });
    await clock.run(credentials());
    await clock.advance(goodFor - 1);
    await clock.run(credentials());
    expect(simulator.calls.of(assume)).toHaveLength(1);

    await clock.advance(1);
    await clock.run(credentials());
    await clock.advance(0);
    const tokens = simulator.calls.of(assume).map(({ parameters }) => parameters['WebIdentityToken']);
    expect(new Set(tokens).size).toBe(2);
  });

  test('goes on being used while the next one is on its way, and nobody waits', async () => {
    const { clock, simulator, credentials } = aRole({ latencyMilliseconds: 2_000 });
    const first = await clock.run(credentials());
    await clock.advance(3400);
    const asked = clock.now();
    expect(await clock.run(Promise.all([credentials(), credentials(), credentials()]))).toEqual([
      first,
      first,
      first,
    ]);
    expect(clock.now()).toBe(asked);

    await clock.advance(10);
    expect((await clock.run(credentials())).accessKeyId).not.toBe(first.accessKeyId);
    expect(simulator.calls.of(assume)).toHaveLength(2);
  });

  test('that has expired is replaced once for all that wait for it', async () => {
    const { clock, simulator, credentials } = aRole({ latencyMilliseconds: 100 });
    const first = await clock.run(credentials());
    await clock.advance(4000);
    const next = await clock.run(Promise.all(Array.from({ length: 50 }, () => credentials())));
    expect(new Set(next.map(({ accessKeyId }) => accessKeyId)).size).toBe(1);
    expect(next[0]?.accessKeyId).not.toBe(first.accessKeyId);
    expect(simulator.calls.of(assume)).toHaveLength(2);
  });

  test('is not used in its last seconds: it might expire on the way', async () => {
    const { clock, credentials } = aRole();
    const first = await clock.run(credentials());
    await clock.advance(3599);
    expect((await clock.run(credentials())).accessKeyId).not.toBe(first.accessKeyId);
  });

  test('is not believed to last longer than AWS lets it, by a clock that is behind', async () => {
    const { clock, credentials } = aRole({ sessionSeconds: 3600 + 900 });
    const { expiration } = await clock.run(credentials());
    expect(expiration.getTime() - clock.now()).toBe(3600_000);
  });

  test('is used for a while, not asked for with each call, by a clock that is hours ahead', async () => {
    const { clock, simulator } = aRole();
    const ahead = {
      now: () => clock.now() + 2 * 3600_000,
      sleep: (milliseconds: number, signal?: AbortSignal) => clock.sleep(milliseconds, signal),
    };
    const credentials = roleIn(simulator, { clock: ahead });
    await clock.run(credentials());
    await clock.advance(500);
    await clock.run(credentials());
    expect(simulator.calls.of(assume)).toHaveLength(1);
    await clock.advance(200);
    await clock.run(credentials());
    await clock.advance(0);
    expect(simulator.calls.of(assume)).toHaveLength(2);
  });
});

describe('a renewal that fails', () => {
  test.each<[string, string, Fault]>([
    ['GitHub is down', 'GetIdToken', faults.unavailable()],
    ['GitHub does not answer', 'GetIdToken', faults.stall()],
    ['STS is down', assume, faults.unavailable()],
    ['the role is denied', assume, faults.error('AccessDenied', 'Not authorized', 403)],
  ])('is tried again after a pause, with the old session meanwhile: %s', async (_title, action, fault) => {
    const { clock, simulator, credentials, troubles } = aRole();
    const first = await clock.run(credentials());
    await clock.advance(3300);
    simulator.faults.add({ action, fault, times: 1 });
    expect(await clock.run(credentials())).toBe(first);
    await clock.advance(12);
    expect(await clock.run(credentials())).toBe(first);
    expect(troubles).toEqual([expect.stringContaining(roleArn)]);

    await clock.advance(20);
    await clock.run(credentials());
    await clock.advance(0);
    expect((await clock.run(credentials())).accessKeyId).not.toBe(first.accessKeyId);
    expect(troubles).toHaveLength(1);
  });

  test('is told once, however many requests it lasts', async () => {
    const { clock, simulator, credentials, troubles } = aRole();
    await clock.run(credentials());
    await clock.advance(3300);
    simulator.faults.add({ action: assume, fault: faults.stall(), times: 1 });
    for (let second = 0; second < 15; second += 1) {
      await clock.run(credentials());
      await clock.advance(1);
    }
    expect(troubles).toHaveLength(1);
  });

  test('does not cost a request for each call', async () => {
    const { clock, simulator, credentials } = aRole();
    await clock.run(credentials());
    await clock.advance(3300);
    simulator.faults.add({ action: assume, fault: faults.unavailable() });
    for (let second = 0; second < 100; second += 1) {
      await clock.run(credentials());
      await clock.advance(1);
    }
    expect(simulator.calls.of(assume).length).toBeLessThanOrEqual(1 + 6);
  });
});

describe('without a session to go on with', () => {
  test.each<[string, string, Fault]>([
    ['the connection to GitHub is reset', 'GetIdToken', faults.reset()],
    ['GitHub answers with 503', 'GetIdToken', faults.unavailable()],
    ['GitHub does not answer', 'GetIdToken', faults.stall()],
    ['the connection to STS is reset', assume, faults.reset()],
    ['STS answers with 500', assume, faults.internalError()],
    ['STS throttles', assume, faults.throttling()],
    ['STS does not answer', assume, faults.stall()],
    ['STS gives half an answer', assume, faults.truncatedBody()],
    ['STS gives an empty answer', assume, faults.emptyBody()],
    ['something else answers for STS', assume, faults.htmlBody()],
    ['the token was on its way for too long', assume, faults.error('ExpiredTokenException', 'Token expired')],
    ['STS did not reach GitHub', assume, faults.error('IDPCommunicationError', 'Could not be reached')],
    [
      'STS did not get GitHub’s keys',
      assume,
      faults.error(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
      ),
    ],
  ])('%s: it is tried again, by a new token', async (_title, action, fault) => {
    const { clock, simulator, credentials, troubles } = aRole();
    simulator.faults.add({ action, fault, times: 2 });
    const start = clock.now();
    await clock.run(credentials());
    expect(simulator.calls.of('GetIdToken')).toHaveLength(3);
    expect(troubles).toEqual(Array(2).fill(expect.stringMatching(/^Trying again: The role .*[^.]\.?$/)));
    expect(clock.now() - start).toBeLessThan(30_000);
    expect(clock.pending).toBe(0);
  });

  test('those that wait together do not ask one after the other once it works again', async () => {
    let seed = 0;
    const random = () => {
      seed = (seed + 0.37) % 1;
      return seed;
    };
    const { clock, simulator, credentials } = aRole({ latencyMilliseconds: 50 }, { random });
    simulator.faults.add({ action: assume, fault: faults.unavailable(), times: 1 });
    await clock.run(Promise.all(Array.from({ length: 50 }, () => credentials())));
    expect(simulator.calls.of(assume)).toHaveLength(2);
  });

  test('what does not pass soon is given back to whoever can wait', async () => {
    const { clock, simulator, credentials } = aRole();
    const outage = simulator.faults.add({ action: 'GetIdToken', fault: faults.stall() });
    const error = await errorOf(clock.run(credentials()));
    expect(errorKind(error)).toBe('unclear');
    expect(error.message).toContain(roleArn);
    expect(error.message).toContain('GitHub did not answer within 10 seconds');
    outage.remove();
    await expect(clock.run(credentials())).resolves.toMatchObject({ renewable: true });
  });

  test('a source of tokens that does not heed its signal is not waited for', async () => {
    const { clock, credentials } = aRole({}, { idToken: () => new Promise(() => {}) });
    const start = clock.now();
    await errorOf(clock.run(credentials()));
    expect(clock.now() - start).toBeLessThan(40_000);
  });
});

describe('what does not pass ends at once and says what to do', () => {
  test('GitHub gives no token', async () => {
    const idToken = async () => {
      throw new BakeError('GitHub gives this job no OIDC token.', { remedy: 'Give it `id-token: write`.' });
    };
    const { clock, credentials, simulator } = aRole({}, { idToken });
    const error = await errorOf(clock.run(credentials()));
    expect(error).toMatchObject({
      message: `Could not assume the role ${roleArn}. GitHub gives this job no OIDC token.`,
      remedy: 'Give it `id-token: write`.',
    });
    expect(errorKind(error)).toBe('credentials');
    expect(simulator.calls.all).toEqual([]);
  });

  test('a proxy does not let the job ask GitHub', async () => {
    const idToken = async () => {
      const refused = new Error(
        'the proxy that HTTPS_PROXY names answered 407 Proxy Authentication Required',
      );
      throw Object.assign(refused, { code: 'ERR_PROXY_TUNNEL' });
    };
    const { clock, credentials } = aRole({}, { idToken });
    const error = await errorOf(clock.run(credentials()));
    expect(errorKind(error)).toBe('credentials');
    expect(error.message).toContain('the proxy that HTTPS_PROXY names answered 407');
    expect(error.remedy).toContain('Put user name and password into the URL of the proxy');
  });

  test('the trust policy does not let the job in: its token’s claims are told, and not the token', async () => {
    const { clock, simulator, credentials } = aRole();
    simulator.permissions.deny('sts:AssumeRoleWithWebIdentity');
    simulator.gitHub.subject = 'repo:acme/web:environment:production';
    const error = await errorOf(clock.run(credentials()));
    expect(error).toBeInstanceOf(BakeError);
    expect(errorKind(error)).toBe('credentials');
    expect(error.message).toContain(roleArn);
    expect(error.message).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(error.remedy).toContain(
      '`token.actions.githubusercontent.com:sub` is `repo:acme/web:environment:production`',
    );
    expect(error.remedy).toContain('`token.actions.githubusercontent.com:aud` is `sts.amazonaws.com`');
    expect(error.remedy).toContain('the immutable IDs of owner and repository');
    const token = simulator.calls.last(assume)?.parameters['WebIdentityToken'] ?? '';
    expect(`${error.message}${error.remedy}${error.stack}`).not.toContain(token.split('.')[1]);
    expect(simulator.calls.of(assume)).toHaveLength(1);
  });

  test('a token that cannot be read: the forms of its subject are told', async () => {
    const { clock, simulator, credentials } = aRole({}, { idToken: async () => 'a.b.c' });
    simulator.faults.add({ action: assume, fault: faults.error('AccessDenied', 'Not authorized', 403) });
    const error = await errorOf(clock.run(credentials()));
    expect(error.remedy).toContain('`repo:OWNER/REPO:ref:refs/heads/BRANCH`');
    expect(error.remedy).toContain('the immutable IDs of owner and repository');
  });

  test.each([
    [
      'the account has no identity provider',
      { roleArn: 'arn:aws:iam::999999999999:role/bake' },
      /No OpenIDConnect provider found/,
      /Account 999999999999 needs an OIDC identity provider in IAM with the URL `https:\/\/token\.actions\.githubusercontent\.com` and the audience `sts\.amazonaws\.com`/,
    ],
    [
      'the role is of another partition',
      { roleArn: 'arn:aws-us-gov:iam::123456789012:role/bake' },
      /Request ARN is invalid/,
      /partition of the Region/,
    ],
  ])('%s', async (_title, overrides, message, remedy) => {
    const { clock, simulator, credentials } = aRole({}, overrides);
    const error = await errorOf(clock.run(credentials()));
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(errorKind(error)).toBe('credentials');
    expect(simulator.calls.of(assume)).toHaveLength(1);
  });

  test.each([
    ['IDPRejectedClaim', 403, /identity provider in IAM/],
    ['RegionDisabledException', 403, /Activate STS/],
    ['SomethingNew', 400, undefined],
  ])('%s', async (code, status, remedy) => {
    const { clock, simulator, credentials } = aRole();
    simulator.faults.add({ action: assume, fault: faults.error(code, 'No.', status) });
    const error = await errorOf(clock.run(credentials()));
    expect(errorKind(error)).toBe('credentials');
    expect(error.message).toContain('No.');
    if (remedy) expect(error.remedy).toMatch(remedy);
    else expect(error.remedy).toBeUndefined();
  });
});

describe('the SDK’s client', () => {
  test('asks for the credentials of each request, whatever the system’s clock says of their expiry', async () => {
    const { clock, simulator, credentials } = aRole();
    const client = new EC2Client({
      region: 'eu-west-1',
      maxAttempts: 1,
      credentials,
      requestHandler: new InProcessHandler(simulator),
    });
    for (let hour = 0; hour < 4; hour += 1) {
      await clock.run(client.send(new DescribeRegionsCommand({})));
      await clock.advance(3600);
    }
    const keys = simulator.calls.of('DescribeRegions').map(({ accessKeyId }) => accessKeyId);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('when credentials expire', () => {
  const expiration = new Date('2026-11-22T22:34:05Z');
  const client = (credentials: NonNullable<ConstructorParameters<typeof EC2Client>[0]>['credentials'] & {}) =>
    new EC2Client({ region: 'eu-west-1', credentials });
  const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

  test('is told by those that know', async () => {
    expect(await credentialsExpireAt(client({ ...keys, expiration }))).toEqual(expiration);
    expect(await credentialsExpireAt(client(async () => ({ ...keys, expiration })))).toEqual(expiration);
  });

  test('is what AWS_CREDENTIAL_EXPIRATION says of those in the environment', async () => {
    const { credentials } = credentialsIn({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_CREDENTIAL_EXPIRATION: expiration.toISOString(),
    });
    expect(credentials).toBeDefined();
    if (credentials !== undefined) expect(await credentialsExpireAt(client(credentials))).toEqual(expiration);
  });

  test.each([
    ['that have no end', async () => keys],
    ['that tell nonsense', async () => ({ ...keys, expiration: new Date('soon') })],
    [
      'that cannot be had',
      async () => {
        throw new Error('none');
      },
    ],
  ])('is not known of credentials %s', async (_title, credentials) => {
    expect(await credentialsExpireAt(client(credentials))).toBeUndefined();
  });

  test('is of no interest where they are renewed', async () => {
    const { clock, credentials } = aRole();
    expect(await clock.run(credentialsExpireAt(client(credentials)))).toBeUndefined();
  });
});

test.each([
  ['17532140987', '2', 'bake-ami-17532140987-2'],
  ['', '', 'bake-ami--'],
  ['local run/1', '1', 'bake-ami-local-run-1-1'],
  ['9'.repeat(80), '1', `bake-ami-${'9'.repeat(55)}`],
])('the session of run "%s", attempt "%s" is called %s', (run, attempt, name) => {
  expect(sessionName(run, attempt)).toBe(name);
  expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
});
