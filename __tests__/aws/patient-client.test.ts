import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faults } from '../../simulator/faults.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import {
  noContact,
  PatientClient,
  type PatientClientOptions,
  type SendOptions,
  throttleMilliseconds,
} from '../../src/aws/patient-client.ts';
import { Rig } from '../builders/rig.ts';

describe('the pause after a call that EC2 has throttled', () => {
  test('is anything up to 2 seconds at first, up to twice as much each time, up to a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const seconds = throttleMilliseconds(failures, random) / 1000;
          expect(seconds).toBeGreaterThanOrEqual(0.2);
          expect(seconds).toBeLessThanOrEqual(Math.min(60, 2 ** failures));
        },
      ),
    );
    expect(throttleMilliseconds(4, 0.5)).toBe(8000);
  });
});

describe('patience with EC2', () => {
  test('lasts longer where it throttles: a quarter of an hour', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const until = rig.clock.now() + 10 * 60_000;
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.requestLimitExceeded(), until });
    expect(await rig.bake()).toMatchObject({ ok: true });
    // With ever longer pauses.
    expect(rig.simulator.calls.of('DescribeInstances').length).toBeLessThan(40);
    const told = rig.log.filter((line) => line.includes('keeps refusing'));
    expect(told).toEqual([
      expect.stringMatching(
        /^info AWS keeps refusing a call: RequestLimitExceeded: .*; retrying for up to 15 min$/,
      ),
    ]);
  });

  test('is not worth a word while it is short', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.requestLimitExceeded(), times: 1 });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.filter((line) => line.includes('keeps refusing'))).toEqual([]);
  });

  test('ends after three minutes with what EC2 does not explain', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.internalError() });
    expect(await rig.bake()).toMatchObject({ ok: false });
    expect(rig.seconds).toBeLessThan(200);
  });
});

/** A client of which each call fails as the script says, in turn, and then goes on as its last word says. */
function scripted(script: readonly unknown[], options: Partial<PatientClientOptions> = {}) {
  const clock = new VirtualClock();
  const told: string[] = [];
  let calls = 0;
  const send = async () => {
    const next = script[Math.min(calls, script.length - 1)];
    calls += 1;
    if (next instanceof Error) throw next;
    return next;
  };
  const client = new PatientClient({
    client: { send },
    clock,
    random: () => 0.5,
    onTrouble: (message) => told.push(message),
    ...options,
  });
  const { signal } = new AbortController();
  const startedAt = clock.now();
  return {
    told,
    calls: () => calls,
    seconds: () => (clock.now() - startedAt) / 1000,
    send: (how: Partial<SendOptions> = {}) => clock.run(client.send({} as never, { signal, ...how })),
  };
}

const networkError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

function refusal(code: string, { date, corrected = true }: { date?: Date; corrected?: boolean } = {}) {
  const error = Object.assign(new Error('Refused'), {
    name: code,
    $fault: 'client',
    $metadata: { httpStatusCode: 401, ...(corrected ? { clockSkewCorrected: true } : {}) },
  });
  return Object.assign(error, { $response: { headers: { date: (date ?? new Date()).toUTCString() } } });
}

describe('an address that refuses or is not known', () => {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'ERR_PROXY_TUNNEL', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'];

  test.each(codes)('is a mistake mostly, until AWS has answered: %s', async (code) => {
    const { send, seconds } = scripted([networkError(code)]);
    await expect(send()).rejects.toThrow(code);
    expect(seconds()).toBeLessThanOrEqual(3);
  });

  test.each(codes)('is met with patience after AWS has answered: %s', async (code) => {
    const { send, seconds } = scripted(['answer', networkError(code)]);
    await send();
    await expect(send()).rejects.toThrow(code);
    expect(seconds()).toBeGreaterThan(120);
  });

  test('is met with patience after AWS has refused something', async () => {
    const { send, seconds } = scripted([refusal('InvalidAMIName.Duplicate'), networkError('ECONNREFUSED')]);
    await expect(send()).rejects.toThrow('Refused');
    await expect(send()).rejects.toThrow('ECONNREFUSED');
    expect(seconds()).toBeGreaterThan(120);
  });

  test('of another client is met with patience if it refuses, but not if its name is unknown', async () => {
    const contact = noContact();
    await scripted(['answer'], { contact, name: 'ec2 eu-west-1' }).send();
    const refusing = scripted([networkError('ECONNREFUSED')], { contact, name: 'ec2 eu-west-9' });
    await expect(refusing.send()).rejects.toThrow();
    expect(refusing.seconds()).toBeGreaterThan(120);
    const unknown = scripted([networkError('ENOTFOUND')], { contact, name: 'ec2 eu-west-9' });
    await expect(unknown.send()).rejects.toThrow();
    expect(unknown.seconds()).toBeLessThanOrEqual(3);
  });
});

describe('a clock that is wrong', () => {
  const tenMinutesAgo = () => new Date(Date.now() - 600_000);

  test.each(['AuthFailure', 'RequestExpired', 'SignatureDoesNotMatch', 'InvalidSignatureException'])(
    'is corrected once for %s, also where nothing is retried',
    async (code) => {
      const { send, calls, told } = scripted([refusal(code, { date: tenMinutesAgo() }), 'answer']);
      expect(await send({ patienceSeconds: 0 })).toBe('answer');
      expect(calls()).toBe(2);
      expect(told).toEqual([
        'The clock of the runner is about 10 min ahead of that of AWS. Requests are signed with the time of AWS from now on.',
      ]);
    },
  );

  test('is blamed if AWS refuses the corrected time too', async () => {
    const { send, calls } = scripted([refusal('AuthFailure', { date: tenMinutesAgo() })]);
    await expect(send()).rejects.toMatchObject({
      name: 'ClockSkewError',
      message: expect.stringMatching(/about 10 min ahead .*the corrected time as well: AuthFailure: Refused/),
    });
    expect(calls()).toBe(2);
  });

  test('is not blamed for credentials that expire later', async () => {
    const wrong = refusal('AuthFailure', { date: tenMinutesAgo() });
    const expired = refusal('RequestExpired', { date: tenMinutesAgo() });
    const { send } = scripted([wrong, 'answer', expired]);
    await send();
    await expect(send()).rejects.toMatchObject({ name: 'RequestExpired' });
  });

  test.each([
    ['credentials that are wrong', refusal('AuthFailure', { corrected: false })],
    ['a permission that is missing', refusal('UnauthorizedOperation')],
    ['a request that is wrong', refusal('InvalidAMIName.Malformed')],
  ])('is none of the matter with %s', async (_title, error) => {
    const { send, calls } = scripted([error, 'answer']);
    await expect(send()).rejects.toBe(error);
    expect(calls()).toBe(1);
  });
});

test('pauses are as short as a call asks for, so that throttling takes many attempts', async () => {
  const throttled = refusal('RequestLimitExceeded');
  const { send, calls } = scripted([throttled]);
  await expect(send({ patienceSeconds: 60, longestDelaySeconds: 1 })).rejects.toBe(throttled);
  expect(calls()).toBeGreaterThan(50);
});
