import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { serve } from '../../simulator/wire/server.ts';
import { ask, refusalOf } from './stage.ts';

function aStage(options = {}) {
  const clock = new VirtualClock();
  const simulator = new Simulator({ clock, ...options });
  const sts = new STSClient(inProcess(simulator));
  const assume = (overrides: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) =>
    sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: 'arn:aws:iam::123456789012:role/ci/bake',
        RoleSessionName: 'run-1',
        WebIdentityToken: simulator.gitHub.token('sts.amazonaws.com'),
        ...overrides,
      }),
    );
  return { clock, simulator, sts, assume };
}

/** A client whose requests are signed with that access key. */
function ec2With(simulator: Simulator, accessKeyId: string | undefined): EC2Client {
  return new EC2Client(inProcess(simulator, { accessKeyId: accessKeyId ?? '' }));
}

describe('AssumeRoleWithWebIdentity', () => {
  test('gives credentials that are good for an hour, and tells who they are for', async () => {
    const { clock, assume } = aStage();
    const { Credentials, ...rest } = await assume();
    expect(Credentials).toEqual({
      AccessKeyId: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
      SecretAccessKey: expect.any(String),
      SessionToken: expect.any(String),
      Expiration: new Date(clock.now() + 3600_000),
    });
    expect(rest).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/bake/run-1' },
      SubjectFromWebIdentityToken: 'repo:acme/web:ref:refs/heads/main',
      Provider: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      Audience: 'sts.amazonaws.com',
    });
  });

  test.each([
    [{}, 120],
    [{ DurationSeconds: 900 }, 900],
  ])('lasts as long as it is set or asked to: %j', async (input, seconds) => {
    const { clock, assume } = aStage({ sessionSeconds: 120 });
    const { Credentials } = await assume(input);
    expect(Credentials?.Expiration?.getTime()).toBe(clock.now() + seconds * 1000);
  });

  test.each<[string, Partial<AssumeRoleWithWebIdentityCommandInput>, string, RegExp]>([
    ['no role', { RoleArn: undefined }, 'ValidationError', /'roleArn' .*must not be null/],
    [
      'a bare name',
      { RoleArn: 'bake' },
      'ValidationError',
      /'roleArn' .*at least|greater than or equal to 20/,
    ],
    ['a user', { RoleArn: 'arn:aws:iam::123456789012:user/me' }, 'ValidationError', /Request ARN is invalid/],
    ['a session name with a space', { RoleSessionName: 'a b' }, 'ValidationError', /'roleSessionName'/],
    ['a short duration', { DurationSeconds: 899 }, 'ValidationError', /greater than or equal to 900/],
    ['no JWT', { WebIdentityToken: 'nonsense' }, 'InvalidIdentityTokenException', /not a valid JWT/],
    [
      'an account without the identity provider',
      { RoleArn: 'arn:aws:iam::210987654321:role/bake' },
      'InvalidIdentityTokenException',
      /No OpenIDConnect provider found in your account for https:\/\/token\.actions/,
    ],
  ])('refuses %s', async (_title, input, code, message) => {
    const { assume } = aStage();
    expect(await refusalOf(assume(input))).toEqual({
      code,
      message: expect.stringMatching(message),
      status: 400,
    });
  });

  test('refuses a token of another audience, one that has expired, and whom the role does not trust', async () => {
    const { clock, simulator, assume } = aStage();
    const other = simulator.gitHub.token('https://github.com/acme');
    expect(await refusalOf(assume({ WebIdentityToken: other }))).toMatchObject({
      code: 'InvalidIdentityTokenException',
      message: 'Incorrect token audience',
    });
    const old = simulator.gitHub.token('sts.amazonaws.com');
    await clock.advance(301);
    expect(await refusalOf(assume({ WebIdentityToken: old }))).toMatchObject({
      code: 'ExpiredTokenException',
      status: 400,
    });
    simulator.permissions.deny('sts:AssumeRoleWithWebIdentity');
    expect(await refusalOf(assume())).toEqual({
      code: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      status: 403,
    });
  });

  test('is the only action that needs no credentials', () => {
    const { simulator } = aStage();
    const unsigned = {
      method: 'POST',
      path: '/',
      headers: {},
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    };
    const { answer } = simulator.handle(unsigned);
    expect(answer).toMatchObject({
      status: 403,
      body: expect.stringContaining('MissingAuthenticationToken'),
    });
  });
});

describe('the credentials of a session', () => {
  test('are good until they expire, by the simulator’s clock', async () => {
    const { clock, simulator, assume } = aStage({ sessionSeconds: 900 });
    const key = (await assume()).Credentials?.AccessKeyId;
    const ec2 = ec2With(simulator, key);
    await clock.advance(899);
    await expect(ec2.send(new DescribeRegionsCommand({}))).resolves.toBeDefined();

    await clock.advance(1);
    expect(await refusalOf(ec2.send(new DescribeRegionsCommand({})))).toEqual({
      code: 'RequestExpired',
      message: 'Request has expired.',
      status: 400,
    });
    const sts = new STSClient(inProcess(simulator, { accessKeyId: key ?? '' }));
    expect(await refusalOf(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({
      code: 'ExpiredToken',
      status: 403,
    });
  });

  test('are of the role’s account', async () => {
    const { simulator, assume } = aStage({ accountId: '210987654321' });
    const { Credentials } = await assume({ RoleArn: 'arn:aws:iam::210987654321:role/bake' });
    const sts = new STSClient(inProcess(simulator, { accessKeyId: Credentials?.AccessKeyId ?? '' }));
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '210987654321' });
  });
});

describe('DecodeAuthorizationMessage', () => {
  async function denial(simulator: Simulator): Promise<string> {
    simulator.permissions.deny('ec2:DescribeRegions');
    const { message } = await refusalOf(ec2With(simulator, 'AKIATEST').send(new DescribeRegionsCommand({})));
    return /Encoded authorization failure message: (\S+)$/.exec(message)?.[1] ?? '';
  }

  test('tells what was denied to whom', async () => {
    const { simulator, sts } = aStage();
    const EncodedMessage = await denial(simulator);
    const { DecodedMessage } = await sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage }));
    expect(JSON.parse(DecodedMessage ?? '')).toMatchObject({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      context: {
        principal: { arn: 'arn:aws:sts::123456789012:assumed-role/baker/bake' },
        action: 'ec2:DescribeRegions',
      },
    });
  });

  test('refuses what it did not encode, and whoever may not ask', async () => {
    const { simulator, sts } = aStage();
    const EncodedMessage = await denial(simulator);
    expect(
      await refusalOf(sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: 'nonsense' }))),
    ).toMatchObject({ code: 'InvalidAuthorizationMessageException', status: 400 });
    simulator.permissions.deny('sts:DecodeAuthorizationMessage');
    expect(
      await refusalOf(sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage }))),
    ).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: sts:DecodeAuthorizationMessage'),
      status: 403,
    });
  });
});

describe('GitHub’s OIDC endpoint', () => {
  test('gives tokens to those with the bearer token, and is in the record of calls', async () => {
    const { simulator } = aStage();
    const server = await serve(simulator);
    const { path, bearer } = simulator.gitHub;
    const get = (authorization: string) =>
      fetch(`${server.url}${path}&audience=sts.amazonaws.com`, { headers: { authorization } });
    try {
      const answer = (await (await get(`Bearer ${bearer}`)).json()) as { value: string };
      const claims = JSON.parse(Buffer.from(answer.value.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({
        iss: 'https://token.actions.githubusercontent.com',
        aud: 'sts.amazonaws.com',
        sub: 'repo:acme/web:ref:refs/heads/main',
      });
      expect((await get('Bearer wrong')).status).toBe(401);
      simulator.faults.add({ action: 'GetIdToken', fault: faults.unavailable(), times: 1 });
      expect((await get(`Bearer ${bearer}`)).status).toBe(503);
      expect(simulator.calls.of('GetIdToken').map(({ outcome }) => outcome.status)).toEqual([200, 401, 503]);
    } finally {
      await server.close();
    }
  });

  test('no two tokens are the same', () => {
    const { simulator } = aStage();
    expect(simulator.gitHub.token('sts.amazonaws.com')).not.toBe(simulator.gitHub.token('sts.amazonaws.com'));
  });

  test('does not come in the way of AWS', () => {
    const { simulator } = aStage();
    expect(ask(simulator, { Action: 'DescribeRegions' }).status).toBe(200);
  });
});
