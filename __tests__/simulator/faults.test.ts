import { CreateImageCommand, DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { ask, stage } from './stage.ts';

/** What a caller learns: the error's name and code, or that all seems well. */
async function learn(work: Promise<{ ImageId?: string | undefined }>): Promise<string> {
  try {
    const { ImageId } = await work;
    return ImageId ? 'an image' : 'nothing';
  } catch (error) {
    const { name, message } = error as Error;
    // Jest's realm is not Node's: there the SDK wraps Node's errors of the socket, and their code is in the message alone.
    if (/ECONNRESET|aborted|socket hang up/.test(message) && name !== 'AbortError') return 'ECONNRESET';
    return name === 'Error' && message.includes('Deserialization error') ? 'unreadable' : name;
  }
}

/** Fault, what the caller learns of it, how many images there are then. */
const table: [string, Fault, string, number][] = [
  ['lost answer', faults.lostAnswer(), 'ECONNRESET', 1],
  ['reset', faults.reset(), 'ECONNRESET', 0],
  ['reset, written out', { kind: 'reset' }, 'ECONNRESET', 0],
  ['truncated', faults.truncatedBody('early'), 'ECONNRESET', 1],
  ['truncated without a trace', faults.truncatedBody('clean'), 'unreadable', 1],
  ['empty body', faults.emptyBody(), 'nothing', 0],
  ['empty body after', faults.emptyBody({ after: true }), 'nothing', 1],
  ['HTML body', faults.htmlBody({ after: true }), 'nothing', 1],
  ['HTML body that is no XML', faults.htmlBody({ after: true, loose: true }), 'unreadable', 1],
  ['HTML error', faults.htmlError(502), 'unreadable', 0],
  ['InternalError', faults.internalError(), 'InternalError', 0],
  ['InternalError after', faults.internalError({ after: true }), 'InternalError', 1],
  ['Unavailable', faults.unavailable(), 'Unavailable', 0],
  ['ServiceUnavailable', faults.serviceUnavailable({ after: true }), 'ServiceUnavailable', 1],
  ['RequestLimitExceeded', faults.requestLimitExceeded(), 'RequestLimitExceeded', 0],
  ['Throttling', faults.throttling(), 'Throttling', 0],
  ['RequestExpired', faults.requestExpired(), 'RequestExpired', 0],
  ['ExpiredToken', faults.expiredToken(), 'ExpiredToken', 0],
  ['AuthFailure', faults.authFailure(), 'AuthFailure', 0],
  ['any error', faults.error('ResourceLimitExceeded', 'Too many', 400), 'ResourceLimitExceeded', 0],
  ['late', faults.late(0.01), 'an image', 1],
];

const openServers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of openServers.splice(0)) await server.close();
});

async function overHttp() {
  const simulator = new Simulator();
  const instance = simulator.seedInstance();
  const server = await serve(simulator);
  openServers.push(server);
  const ec2 = new EC2Client({
    endpoint: server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  return { simulator, instance, ec2, server };
}

describe.each(['in process', 'over HTTP'])('A fault %s', (transport) => {
  it.each(table)('%s', async (_name, fault, learnt, images) => {
    const { simulator, instance, ec2, run } =
      transport === 'in process' ? inProcessStage() : await httpStage();
    simulator.faults.add({ action: 'CreateImage', fault, times: 1 });
    const create = () => ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' }));

    expect(await run(learn(create()))).toBe(learnt);

    expect(simulator.world().images.size).toBe(images);
    expect(simulator.calls.last('CreateImage')?.outcome).toMatchObject({
      done: images === 1,
      fault: fault.kind,
    });
    // It strikes once: the second call finds the world as the first left it.
    expect(await run(learn(create()))).toBe(images === 1 ? 'InvalidAMIName.Duplicate' : 'an image');
  });

  it.each([
    ['stall', faults.stall(), 0],
    ['stall after the work', faults.stall({ after: true }), 1],
    ['stalled body', faults.stalledBody(), 1],
  ])('%s lasts until it is given up', async (_name, fault, images) => {
    const { simulator, instance, ec2, run, giveUp } =
      transport === 'in process' ? inProcessStage() : await httpStage();
    simulator.faults.add({ fault, times: 1 });
    const abortSignal = giveUp();
    const work = ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' }), {
      abortSignal,
    });
    expect(await run(learn(work))).toMatch(/AbortError|ECONNRESET/);
    expect(simulator.world().images.size).toBe(images);
  });

  function inProcessStage() {
    const { clock, simulator, instance, ec2 } = stage();
    const giveUp = () => {
      const controller = new AbortController();
      clock.sleep(60_000).then(() => controller.abort(new Error('deadline')));
      return controller.signal;
    };
    return { simulator, instance, ec2, giveUp, run: <T>(work: Promise<T>) => clock.run(work) };
  }

  async function httpStage() {
    const giveUp = () => AbortSignal.timeout(100);
    return { ...(await overHttp()), giveUp, run: <T>(work: Promise<T>) => work };
  }
});

describe('The server', () => {
  it('ends at once although calls hang on it', async () => {
    const { simulator, ec2, server } = await overHttp();
    simulator.faults.add({ fault: faults.stall() });
    const hanging = learn(ec2.send(new DescribeImagesCommand({})) as Promise<object>);
    while (simulator.calls.all.length === 0) await new Promise((resolve) => setImmediate(resolve));
    openServers.length = 0;
    await server.close();
    expect(await hanging).toBe('ECONNRESET');
  });

  it('says when its port is taken', async () => {
    const { server } = await overHttp();
    await expect(serve(new Simulator(), { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('The script of faults', () => {
  /** Which of six calls in a row, one a second, are struck. */
  async function struck(rule: (start: number) => Omit<Parameters<Simulator['faults']['add']>[0], 'fault'>) {
    const { clock, simulator } = stage();
    const active = simulator.faults.add({ ...rule(clock.now()), fault: faults.internalError() });
    const statuses: boolean[] = [];
    for (let call = 0; call < 6; call += 1) {
      statuses.push(ask(simulator, { Action: 'DescribeImages', 'Owner.1': String(call) }).status === 500);
      await clock.advance(1);
    }
    expect(active.strikes).toBe(statuses.filter(Boolean).length);
    return statuses.map(Number).join('');
  }

  it.each([
    ['every call', () => ({}), '111111'],
    ['the third call', () => ({ nth: 3 }), '001000'],
    ['the first two calls', () => ({ times: 2 }), '110000'],
    ['two calls from the third on', () => ({ nth: 3, times: 2 }), '001100'],
    ['all calls from the third on', () => ({ nth: 3, times: Number.POSITIVE_INFINITY }), '001111'],
    ['a window of time', (start: number) => ({ from: start + 1000, until: start + 3000 }), '011000'],
    ['an action', () => ({ action: 'CreateImage' }), '000000'],
    ['some actions', () => ({ action: ['CreateImage', 'DescribeImages'] }), '111111'],
    [
      'what a predicate says',
      () => ({
        when: ({ parameters }: { parameters: Record<string, string> }) => parameters['Owner.1'] === '4',
      }),
      '000010',
    ],
  ])('strikes %s', async (_what, rule, expected) => {
    expect(await struck(rule)).toBe(expected);
  });

  it('can be changed at any time', () => {
    const { simulator } = stage();
    const status = () => ask(simulator, { Action: 'DescribeImages' }).status;
    const fault = simulator.faults.add({ fault: faults.unavailable() });
    expect(status()).toBe(503);
    fault.remove();
    expect(status()).toBe(200);
    simulator.faults.add({ fault: faults.unavailable() });
    simulator.faults.clear();
    expect(status()).toBe(200);
  });

  it('can show the world as it was', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    await clock.run(ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' })));
    await clock.advance(30);
    const images = async () =>
      (await clock.run(ec2.send(new DescribeImagesCommand({ Owners: ['self'] })))).Images?.length;
    simulator.faults.add({ fault: faults.stale(60), nth: 2 });
    expect([await images(), await images(), await images()]).toEqual([1, 0, 1]);
  });
});
