import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import type { KeyState } from '../../simulator/model/kms-key.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { askJson, refusalOf, stage } from './stage.ts';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:eu-west-1:123456789012:key/${keyId}` as const;
const unknownId = '00000000-0000-4000-8000-000000000000';

function kmsStage() {
  const { clock, simulator } = stage({ accounts: { AKIAOTHER: '999999999999' } });
  const key = simulator.seedKey({ arn: keyArn, alias: 'alias/images', description: 'Images' });
  const kms = new KMSClient(inProcess(simulator));
  const describeKey = async (KeyId: string, client = kms) =>
    (await clock.run(client.send(new DescribeKeyCommand({ KeyId })))).KeyMetadata;
  return { clock, simulator, key, kms, describeKey };
}

const openServers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of openServers.splice(0)) await server.close();
});

async function overHttp(simulator: Simulator) {
  const server = await serve(simulator);
  openServers.push(server);
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };
  return new KMSClient({ endpoint: server.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
}

describe('DescribeKey', () => {
  it.each([keyId, keyArn, 'alias/images', 'arn:aws:kms:eu-west-1:123456789012:alias/images'])(
    'describes a key by %s',
    async (id) => {
      const { clock, describeKey } = kmsStage();
      expect(await describeKey(id)).toEqual({
        AWSAccountId: '123456789012',
        Arn: keyArn,
        CreationDate: new Date(clock.now() - 86_400_000),
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        Description: 'Images',
        Enabled: true,
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        KeyId: keyId,
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        MultiRegion: false,
        Origin: 'AWS_KMS',
      });
    },
  );

  it('does so over HTTP', async () => {
    const simulator = new Simulator();
    simulator.seedKey({ arn: keyArn });
    const kms = await overHttp(simulator);
    expect(await kms.send(new DescribeKeyCommand({ KeyId: keyId }))).toMatchObject({
      KeyMetadata: { Arn: keyArn, KeyManager: 'CUSTOMER' },
    });
    expect(simulator.calls.last('DescribeKey')).toMatchObject({
      service: 'kms',
      parameters: { KeyId: keyId },
      region: 'eu-west-1',
      mutating: false,
      outcome: { status: 200, done: true },
    });
  });

  it('makes the key aws/ebs when it is first asked for', async () => {
    const { simulator, describeKey } = kmsStage();
    const metadata = await describeKey('alias/aws/ebs');
    expect(metadata).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
    expect(metadata?.Arn).toBe(simulator.world().awsManagedKey('123456789012'));
    expect(await describeKey(metadata?.Arn ?? '')).toEqual(metadata);
  });

  it.each([
    ['aws-managed', 'AWS'],
    ['customer-managed', 'CUSTOMER'],
    [keyArn, 'CUSTOMER'],
  ] as const)('knows the keys of seeded volumes: %s', async (encrypted, manager) => {
    const { simulator, describeKey } = kmsStage();
    const { id } = simulator.seedInstance({ volumes: [{ device: '/dev/xvda', encrypted }] });
    const volume = [...simulator.world().volumes.values()].find(
      ({ attachment }) => attachment?.instanceId === id,
    );
    expect(await describeKey(volume?.kmsKeyId ?? '')).toMatchObject({ KeyManager: manager });
  });

  it.each<[KeyState, boolean]>([
    ['Enabled', true],
    ['Disabled', false],
    ['PendingDeletion', false],
    ['Unavailable', false],
  ])('describes a key that is %s', async (state, Enabled) => {
    const { simulator, describeKey } = kmsStage();
    const { arn } = simulator.seedKey({ state });
    expect(await describeKey(arn)).toMatchObject({ KeyState: state, Enabled });
  });

  it.each([
    ['an ID of no known form', 'fake-key-id', 'NotFoundException', "Invalid keyId 'fake-key-id'"],
    [
      'an unknown key',
      unknownId,
      'NotFoundException',
      `Key 'arn:aws:kms:eu-west-1:123456789012:key/${unknownId}' does not exist`,
    ],
    [
      'an unknown ARN',
      keyArn.replace(keyId, unknownId),
      'NotFoundException',
      `Key 'arn:aws:kms:eu-west-1:123456789012:key/${unknownId}' does not exist`,
    ],
    [
      'an unknown alias',
      'alias/none',
      'NotFoundException',
      'Alias arn:aws:kms:eu-west-1:123456789012:alias/none is not found.',
    ],
    [
      'an ARN of another Region',
      keyArn.replace('eu-west-1', 'us-east-1'),
      'NotFoundException',
      'Invalid arn us-east-1',
    ],
    ['no ARN of a key', 'arn:aws:s3:::bucket', 'InvalidArnException', 'Invalid ARN arn:aws:s3:::bucket'],
    [
      'nothing',
      '',
      'ValidationException',
      "1 validation error detected: Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('refuses %s', async (_what, id, code, message) => {
    const { describeKey } = kmsStage();
    expect(await refusalOf(describeKey(id))).toEqual({ code, message, status: 400 });
  });

  it('keeps each Region to itself', async () => {
    const { simulator, describeKey } = kmsStage();
    const elsewhere = new KMSClient(inProcess(simulator, { region: 'us-east-1' }));
    expect(await refusalOf(describeKey(keyId, elsewhere))).toMatchObject({ code: 'NotFoundException' });
  });

  it('shows keys of other accounts to those that they are shared with', async () => {
    const { simulator, describeKey } = kmsStage();
    const other = new KMSClient(inProcess(simulator, { accessKeyId: 'AKIAOTHER' }));
    expect(await refusalOf(describeKey(keyArn, other))).toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining('the resource does not exist in this Region'),
      status: 400,
    });
    expect(await refusalOf(describeKey(keyId, other))).toMatchObject({ code: 'NotFoundException' });
    simulator.seedKey({ arn: keyArn, sharedWith: ['999999999999'] });
    expect(await describeKey(keyArn, other)).toMatchObject({ AWSAccountId: '123456789012' });
  });

  it('needs its permission', async () => {
    const { simulator, describeKey } = kmsStage();
    simulator.permissions.deny('kms:DescribeKey');
    expect(await refusalOf(describeKey('alias/images'))).toEqual({
      code: 'AccessDeniedException',
      message: `User: arn:aws:sts::123456789012:assumed-role/baker/bake is not authorized to perform: kms:DescribeKey on resource: ${keyArn} because no identity-based policy allows the kms:DescribeKey action`,
      status: 400,
    });
    expect(simulator.calls.last('DescribeKey')?.outcome).toMatchObject({
      code: 'AccessDeniedException',
      done: false,
    });
  });
});

describe('The JSON protocol', () => {
  it('is answered as it is asked', () => {
    const { simulator } = kmsStage();
    const { status, headers, body } = askJson(simulator, 'TrentService.DescribeKey', { KeyId: keyId });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(JSON.parse(body).KeyMetadata.CreationDate).toEqual(expect.any(Number));
  });

  it.each<[string, string, unknown, object, string]>([
    ['an unknown action', 'TrentService.DescribeKeys', {}, {}, 'UnknownOperationException'],
    [
      "another service's action",
      'AmazonSSM.GetParameter',
      { Name: 'x' },
      { service: 'kms' },
      'UnknownOperationException',
    ],
    ['no action', '', {}, {}, 'UnknownOperationException'],
    ['what is no JSON', 'TrentService.DescribeKey', '{"KeyId', {}, 'SerializationException'],
    ['what is no object', 'TrentService.DescribeKey', '["x"]', {}, 'SerializationException'],
    ['a wrong type', 'TrentService.DescribeKey', { KeyId: 5 }, {}, 'SerializationException'],
    ['a missing parameter', 'TrentService.DescribeKey', {}, {}, 'ValidationException'],
    ['null for a parameter', 'TrentService.DescribeKey', { KeyId: null }, {}, 'ValidationException'],
    ['a misspelt parameter', 'TrentService.DescribeKey', { KeyID: keyId }, {}, 'UnknownParameter'],
    [
      'what is not simulated',
      'TrentService.DescribeKey',
      { KeyId: keyId, GrantTokens: ['x'] },
      {},
      'Unsupported',
    ],
    [
      'a Region that is not enabled',
      'TrentService.DescribeKey',
      { KeyId: keyId },
      { region: 'af-south-1' },
      'UnrecognizedClientException',
    ],
  ])('refuses %s', (_what, target, content, options, code) => {
    const { simulator } = kmsStage();
    const { status, body } = askJson(simulator, target, content, options);
    expect(JSON.parse(body)).toMatchObject({ __type: code });
    expect(status).toBe(400);
  });

  it.each([
    ['TrentService.DescribeKey', { KeyId: keyId }],
    ['AmazonSSM.GetParameter', { Name: 'x' }],
  ])('refuses what is not signed: %s', (target, content) => {
    const { simulator } = kmsStage();
    const { answer } = simulator.handle({
      method: 'POST',
      path: '/',
      headers: { 'x-amz-target': target },
      body: JSON.stringify(content),
    });
    expect(answer).toMatchObject({
      status: 400,
      body: expect.stringContaining('"__type":"MissingAuthenticationTokenException"'),
    });
  });
});

/** Fault, and the name of the error that the SDK makes of it, or that all seems well. */
const faultTable: [string, Fault, RegExp][] = [
  ['lost answer', faults.lostAnswer(), /ECONNRESET/],
  ['reset', faults.reset(), /ECONNRESET/],
  ['truncated', faults.truncatedBody('early'), /ECONNRESET/],
  ['truncated without a trace', faults.truncatedBody('clean'), /SyntaxError/],
  ['empty body', faults.emptyBody(), /^nothing$/],
  ['HTML body', faults.htmlBody(), /SyntaxError/],
  ['HTML error', faults.htmlError(502), /SyntaxError/],
  ['InternalError', faults.internalError(), /^InternalError$/],
  ['throttling', faults.error('ThrottlingException', 'Rate exceeded'), /^ThrottlingException$/],
  ['Unavailable', faults.unavailable(), /^Unavailable$/],
  ['expired token', faults.error('ExpiredTokenException', 'x'), /^ExpiredTokenException$/],
  ['late', faults.late(0.01), /^a key$/],
  ['stale', faults.stale(60), /^a key$/],
];

describe.each(['in process', 'over HTTP'])('A fault of KMS %s', (transport) => {
  it.each(faultTable)('%s', async (_name, fault, learnt) => {
    const { run, simulator, kms } = await kmsOver(transport);
    simulator.faults.add({ action: 'DescribeKey', fault, times: 1 });
    const ask = () => learn(kms.send(new DescribeKeyCommand({ KeyId: keyId })));
    expect(await run(ask())).toMatch(learnt);
    expect(await run(ask())).toBe('a key');
  });

  it.each([
    ['stall', faults.stall()],
    ['stalled body', faults.stalledBody()],
  ])('%s lasts until it is given up', async (_name, fault) => {
    const { run, simulator, kms, giveUp } = await kmsOver(transport);
    simulator.faults.add({ fault, times: 1 });
    const abortSignal = giveUp();
    const asked = learn(kms.send(new DescribeKeyCommand({ KeyId: keyId }), { abortSignal }));
    expect(await run(asked)).toMatch(/AbortError|ECONNRESET/);
  });
});

async function kmsOver(transport: string) {
  if (transport === 'in process') {
    const { clock, simulator, kms } = kmsStage();
    const giveUp = () => {
      const controller = new AbortController();
      clock.sleep(60_000).then(() => controller.abort(new Error('deadline')));
      return controller.signal;
    };
    return { simulator, kms, giveUp, run: <T>(work: Promise<T>) => clock.run(work) };
  }
  const simulator = new Simulator();
  simulator.seedKey({ arn: keyArn });
  const kms = await overHttp(simulator);
  return {
    simulator,
    kms,
    giveUp: () => AbortSignal.timeout(100),
    run: <T>(work: Promise<T>) => work,
  };
}

async function learn(work: Promise<{ KeyMetadata?: unknown }>): Promise<string> {
  try {
    return (await work).KeyMetadata ? 'a key' : 'nothing';
  } catch (error) {
    const { name, message } = error as Error;
    // Jest's realm is not Node's: there the SDK wraps Node's errors of the socket, and their code is in the message alone.
    return /ECONNRESET|aborted|socket hang up/.test(message) && name !== 'AbortError' ? 'ECONNRESET' : name;
  }
}
