import { CreateImageCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { serve } from '../../simulator/wire/server.ts';
import { askJson, signed, stage } from './stage.ts';

type Options = Parameters<typeof askJson>[3];

/** Asks SSM, and gives the status with what it said. */
function ssm(simulator: Simulator, action: string, content: object, options?: Options) {
  const { status, body } = askJson(simulator, `AmazonSSM.${action}`, content, options);
  return { status, ...JSON.parse(body) };
}

function ssmStage(options: SimulatorOptions = {}) {
  const { clock, simulator, ...rest } = stage({ accounts: { AKIAOTHER: '999999999999' }, ...options });
  const image = simulator.seedImage();
  const put = (content: object = {}, at?: Options) =>
    ssm(simulator, 'PutParameter', { Name: '/images/web', Type: 'String', Value: 'one', ...content }, at);
  const get = (Name = '/images/web', at?: Options) => ssm(simulator, 'GetParameter', { Name }, at);
  return { clock, simulator, image, put, get, ...rest };
}

describe('PutParameter', () => {
  it('makes a parameter, and versions of it', async () => {
    const { clock, simulator, put, get } = ssmStage();
    expect(put()).toEqual({ status: 200, Version: 1, Tier: 'Standard' });
    await clock.advance(10);
    expect(put({ Value: 'two', Overwrite: true, Type: undefined })).toMatchObject({ Version: 2 });
    expect(get()).toEqual({
      status: 200,
      Parameter: {
        Name: '/images/web',
        Type: 'String',
        Value: 'two',
        Version: 2,
        LastModifiedDate: clock.now() / 1000,
        ARN: 'arn:aws:ssm:eu-west-1:123456789012:parameter/images/web',
        DataType: 'text',
      },
    });
    expect(get('/images/web:1').Parameter).toMatchObject({ Value: 'one', Version: 1, Selector: ':1' });
    expect(simulator.calls.changes()).toHaveLength(2);
    expect(simulator.calls.last('PutParameter')).toMatchObject({
      service: 'ssm',
      mutating: true,
      parameters: { Name: '/images/web', Value: 'two', Overwrite: 'true' },
    });
  });

  it('keeps a hundred versions', () => {
    const { put, get } = ssmStage();
    for (let version = 1; version <= 102; version += 1) put({ Value: String(version), Overwrite: true });
    expect(get('/images/web:2')).toMatchObject({ __type: 'ParameterVersionNotFound' });
    expect(get('/images/web:3').Parameter.Value).toBe('3');
  });

  it('tags a parameter that it makes', () => {
    const { simulator, put } = ssmStage();
    const Tags = [{ Key: 'Name', Value: 'web' }];
    expect(put({ Tags, Overwrite: true })).toMatchObject({
      status: 400,
      __type: 'ValidationException',
      message: expect.stringContaining("tags and overwrite can't be used together"),
    });
    simulator.permissions.deny('ssm:AddTagsToResource');
    expect(put({ Tags })).toMatchObject({ __type: 'AccessDeniedException' });
    simulator.permissions.allow('ssm:AddTagsToResource');
    expect(put({ Tags })).toMatchObject({ status: 200 });
    put({ Overwrite: true });
    expect([...simulator.world().parameters.values()][0]?.tags).toEqual({ Name: 'web' });
  });

  it('does not overwrite unless told to', () => {
    const { put, get } = ssmStage();
    put();
    expect(put({ Value: 'two' })).toEqual({
      status: 400,
      __type: 'ParameterAlreadyExists',
      message:
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    });
    expect(get().Parameter.Value).toBe('one');
  });

  it.each<[string, object, string, string]>([
    ['no type', { Type: undefined }, 'ValidationException', 'A parameter type is required'],
    ['no value', { Value: undefined }, 'ValidationException', "Value null at 'value'"],
    ['an empty value', { Value: '' }, 'ValidationException', 'greater than or equal to 1'],
    ['a long value', { Value: 'x'.repeat(4097) }, 'ValidationException', 'maximum parameter value of 4096'],
    ['an unknown type', { Type: 'Number' }, 'ValidationException', 'enum value set'],
    ['another type', { Type: 'SecureString' }, 'Unsupported', 'the type SecureString'],
    ['an unknown data type', { DataType: 'AWS:EC2:IMAGE' }, 'ValidationException', 'is not supported'],
    ['a tag without a key', { Tags: [{ Value: 'x' }] }, 'ValidationException', "at 'tags.1.member.key'"],
    ['a wrong type', { Overwrite: 'true' }, 'SerializationException', 'STRING_VALUE'],
    ['what is not simulated', { Policies: '[]' }, 'Unsupported', 'Policies'],
  ])('refuses %s', (_what, content, code, message) => {
    const { simulator, put } = ssmStage();
    expect(put(content)).toEqual({ status: 400, __type: code, message: expect.stringContaining(message) });
    expect(simulator.world().parameters.size).toBe(0);
  });

  it.each<[string, string | undefined]>([
    ['web', undefined],
    ['/web', undefined],
    ['/a/b_c/D.e-9', undefined],
    ['  /web  ', undefined],
    [`/${Array.from({ length: 15 }, () => 'l').join('/')}`, undefined],
    ['/images/aws', undefined],
    [`/${Array.from({ length: 16 }, () => 'l').join('/')}`, 'HierarchyLevelLimitExceededException'],
    ['a/b', 'ValidationException'],
    ['a b', 'ValidationException'],
    ['/a//b', 'ValidationException'],
    ['/a/', 'ValidationException'],
    ['{{ name }}', 'ValidationException'],
    ['aws', 'ValidationException'],
    ['/awsome', 'ValidationException'],
    ['SSM-x', 'ValidationException'],
    ['/ssm/x', 'ValidationException'],
    ['/aws/x', 'AccessDeniedException'],
    ['/AWS/x', 'AccessDeniedException'],
    [`/${'x'.repeat(1000)}`, 'ValidationException'],
    ['', 'ValidationException'],
  ])('to the name %s: %s', (Name, code) => {
    const { put, get } = ssmStage();
    expect(put({ Name }).__type).toBe(code);
    if (code === undefined) expect(get(Name).Parameter.Name).toBe(Name.trim());
  });

  it('needs its permission, on the parameter', () => {
    const { simulator, put } = ssmStage();
    simulator.permissions.deny('ssm:PutParameter');
    expect(put()).toEqual({
      status: 400,
      __type: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/baker/bake is not authorized to perform: ssm:PutParameter on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/images/web because no identity-based policy allows the ssm:PutParameter action',
    });
  });
});

describe('A parameter of the data type aws:ec2:image', () => {
  const image = { DataType: 'aws:ec2:image', Overwrite: true };

  it('shows when its image has been looked at', async () => {
    const { clock, simulator, image: first, put, get } = ssmStage({ parameterSeconds: 5 });
    const { id } = simulator.seedImage();
    expect(put({ ...image, Value: first.id })).toMatchObject({ status: 200, Version: 1 });
    expect(get()).toEqual({ status: 400, __type: 'ParameterNotFound' });
    await clock.advance(5);
    expect(get().Parameter).toMatchObject({ Value: first.id, DataType: 'aws:ec2:image', Version: 1 });

    expect(put({ ...image, Value: id })).toMatchObject({ Version: 2 });
    expect(get().Parameter).toMatchObject({ Value: first.id });
    await clock.advance(5);
    expect(get().Parameter).toMatchObject({ Value: id, Version: 2 });
  });

  it.each<[string, (parts: ReturnType<typeof ssmStage>) => string | Promise<string>]>([
    ['nonsense', () => 'not an image'],
    ['an unknown image', () => 'ami-0123456789abcdef0'],
    ['a disabled image', ({ simulator }) => simulator.seedImage({ state: 'disabled' }).id],
    ['an image of another Region', ({ simulator }) => simulator.seedImage({ region: 'us-east-1' }).id],
    ['a private image of others', ({ simulator }) => simulator.seedImage({ accountId: '999999999999' }).id],
    [
      'an image that is pending',
      async ({ clock, ec2, instance }) => {
        const command = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' });
        return (await clock.run(ec2.send(command))).ImageId ?? '';
      },
    ],
    [
      'an image that the caller may not describe',
      ({ simulator, image: { id } }) => {
        simulator.permissions.deny('ec2:DescribeImages');
        return id;
      },
    ],
  ])('accepts %s, and never takes it', async (_what, given) => {
    const parts = ssmStage();
    const { clock, put, get } = parts;
    put({ Value: 'before' });
    const Value = await given(parts);
    expect(put({ ...image, Value })).toEqual({ status: 200, Version: 2, Tier: 'Standard' });
    await clock.advance(1000);
    expect(get().Parameter).toMatchObject({ Value: 'before', Version: 1, DataType: 'text' });
    parts.simulator.permissions.allow('ec2:DescribeImages');
    expect(put({ ...image, Value: parts.image.id })).toMatchObject({ Version: 2 });
    expect(get().Parameter).toMatchObject({ Value: parts.image.id, Version: 2 });
  });

  it('keeps its value when the image is deregistered later', async () => {
    const {
      clock,
      image: { id },
      simulator,
      put,
      get,
    } = ssmStage();
    put({ ...image, Value: id });
    await clock.advance(1);
    const seeded = simulator.world().images.get(id);
    if (seeded) seeded.deregisteredAt = clock.now();
    expect(get().Parameter.Value).toBe(id);
  });
});

describe('Parameters', () => {
  it('are asked for one by one or together', () => {
    const { simulator, get } = ssmStage();
    simulator.seedParameter({ name: '/a', value: '1' });
    simulator.seedParameter({ name: 'b', value: '2' });
    expect(get('arn:aws:ssm:eu-west-1:123456789012:parameter/a').Parameter.Value).toBe('1');
    expect(get('arn:aws:ssm:eu-west-1:123456789012:parameter/b').Parameter.Value).toBe('2');
    const { Parameters, InvalidParameters } = ssm(simulator, 'GetParameters', {
      Names: ['b', '/none', '/a', 'b:7'],
    });
    expect(Parameters.map(({ Value }: { Value: string }) => Value)).toEqual(['2', '1']);
    expect(InvalidParameters).toEqual(['/none', 'b:7']);
  });

  it.each<[string, string, object, string]>([
    ['GetParameter', 'no name', {}, 'ValidationException'],
    ['GetParameter', 'a malformed name', { Name: '{a}' }, 'ValidationException'],
    ['GetParameter', 'an unknown name', { Name: '/none' }, 'ParameterNotFound'],
    ['GetParameters', 'no names', {}, 'ValidationException'],
    ['GetParameters', 'an empty list', { Names: [] }, 'ValidationException'],
    [
      'GetParameters',
      'eleven names',
      { Names: Array.from({ length: 11 }, (_, i) => `n${i}`) },
      'ValidationException',
    ],
    ['DeleteParameter', 'an unknown name', { Name: '/none' }, 'ParameterNotFound'],
  ])('%s refuses %s', (action, _what, content, code) => {
    const { simulator } = ssmStage();
    expect(ssm(simulator, action, content)).toMatchObject({ status: 400, __type: code });
  });

  it.each(['GetParameter', 'GetParameters', 'DeleteParameter'])('%s needs its permission', (action) => {
    const { simulator } = ssmStage();
    simulator.seedParameter({ name: '/a', value: '1' });
    simulator.permissions.deny(`ssm:${action}`);
    expect(
      ssm(simulator, action, action === 'GetParameters' ? { Names: ['/a'] } : { Name: '/a' }),
    ).toMatchObject({
      status: 400,
      __type: 'AccessDeniedException',
      message: expect.stringContaining('arn:aws:ssm:eu-west-1:123456789012:parameter/a '),
    });
  });

  it('can be deleted, and made anew', () => {
    const { simulator, put, get } = ssmStage();
    put();
    put({ Overwrite: true });
    expect(ssm(simulator, 'DeleteParameter', { Name: '/images/web' })).toEqual({ status: 200 });
    expect(get()).toMatchObject({ __type: 'ParameterNotFound' });
    expect(put()).toMatchObject({ Version: 1 });
  });

  it('are of their account and Region', () => {
    const { put, get } = ssmStage();
    put();
    put({ Value: 'elsewhere' }, { region: 'us-east-1' });
    put({ Value: 'theirs' }, { accessKeyId: 'AKIAOTHER' });
    expect(get().Parameter.Value).toBe('one');
    expect(get('/images/web', { region: 'us-east-1' }).Parameter.Value).toBe('elsewhere');
    expect(get('/images/web', { accessKeyId: 'AKIAOTHER' }).Parameter.Value).toBe('theirs');
    expect(get('/images/web', { region: 'us-west-1' })).toMatchObject({ __type: 'ParameterNotFound' });
  });

  it('are read as they were by a stale answer', async () => {
    const { clock, simulator, put, get } = ssmStage();
    put();
    await clock.advance(10);
    put({ Value: 'two', Overwrite: true });
    simulator.faults.add({ fault: faults.stale(5), times: 1 });
    expect([get().Parameter.Value, get().Parameter.Value]).toEqual(['one', 'two']);
  });
});

describe('Faults of SSM', () => {
  /** Fault, status, whether the parameter is there then. */
  it.each<[string, Fault, number, boolean]>([
    ['lost answer', faults.lostAnswer(), 0, true],
    ['reset', faults.reset(), 0, false],
    ['an error after the work', faults.internalError({ after: true }), 500, true],
    ['throttling', faults.error('ThrottlingException', 'Rate exceeded'), 400, false],
    ['an HTML body', faults.htmlBody(), 200, false],
  ])('%s', async (_what, fault, status, there) => {
    const { simulator, get } = ssmStage();
    simulator.faults.add({ action: 'PutParameter', fault, times: 1 });
    expect(await overHttp(simulator, { Name: '/images/web', Type: 'String', Value: 'one' })).toBe(status);
    expect(get().status).toBe(there ? 200 : 400);
  });
});

/** A raw request to the server: its status, 0 when there is no answer. */
async function overHttp(simulator: Simulator, content: object): Promise<number> {
  const server = await serve(simulator);
  try {
    const { headers } = signed({}, { service: 'ssm' });
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.PutParameter',
      },
      body: JSON.stringify(content),
    });
    await response.text();
    return response.status;
  } catch {
    return 0;
  } finally {
    await server.close();
  }
}

describe('The in-process handler', () => {
  it('carries SSM as well', async () => {
    const { simulator } = ssmStage();
    simulator.seedParameter({ name: '/a', value: '1' });
    const { requestHandler } = inProcess(simulator);
    const { response } = await requestHandler.handle({
      method: 'POST',
      path: '/',
      headers: { ...signed({}, { service: 'ssm' }).headers, 'X-Amz-Target': 'AmazonSSM.GetParameter' },
      body: new TextEncoder().encode('{"Name":"/a"}'),
    });
    expect(response.statusCode).toBe(200);
  });
});
