import * as sdk from '@aws-sdk/client-ec2';
import { CreateImageCommand, DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actions } from '../../simulator/actions/index.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { escapeXml } from '../../simulator/wire/xml.ts';
import { operations } from '../peers/operations/index.ts';
import { ask, refusalOf, signed, stage } from './stage.ts';

describe('The wire protocol', () => {
  it('answers EC2 in its Query protocol', () => {
    const { simulator } = stage();
    const { status, headers, body } = ask(simulator, { Action: 'DescribeImages' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/xml;charset=UTF-8');
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<DescribeImagesResponse xmlns="http:\/\/ec2\.amazonaws\.com\/doc\/2016-11-15\/"><requestId>[-0-9a-f]{36}<\/requestId><imagesSet\/><\/DescribeImagesResponse>$/,
    );
  });

  it('answers errors in EC2’s form', () => {
    const { simulator } = stage();
    const { status, body } = ask(simulator, { Action: 'DescribeImages', 'ImageId.1': 'ami-<&>' });
    expect(status).toBe(400);
    expect(body).toMatch(
      /<Response><Errors><Error><Code>InvalidAMIID\.Malformed<\/Code><Message>Invalid id: &quot;ami-&lt;&amp;&gt;&quot;<\/Message><\/Error><\/Errors><RequestID>[-0-9a-f]{36}<\/RequestID><\/Response>$/,
    );
  });

  it('answers STS in its own protocol', () => {
    const { simulator } = stage({ accounts: { AKIAOTHER: '999999999999' } });
    const identity = ask(
      simulator,
      { Action: 'GetCallerIdentity' },
      { service: 'sts', accessKeyId: 'AKIAOTHER' },
    );
    expect(identity.body).toContain('<Account>999999999999</Account>');
    const unknown = ask(simulator, { Action: 'AssumeRole' }, { service: 'sts' });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toContain('<Error><Type>Sender</Type><Code>InvalidAction</Code>');
  });

  it('answers a GET as well', () => {
    const { simulator } = stage();
    const { headers } = signed({});
    const { answer } = simulator.handle({
      method: 'GET',
      path: '/?Action=DescribeImages&Version=2016-11-15',
      headers,
      body: '',
    });
    expect(answer).toMatchObject({ kind: 'answer', status: 200 });
  });

  it.each<[string, Record<string, string>, { region?: string }, string, number]>([
    ['an unknown action', { Action: 'CopyImages' }, {}, 'InvalidAction', 400],
    [
      'another version of the API',
      { Action: 'DescribeImages', Version: '2012-01-01' },
      {},
      'InvalidAction',
      400,
    ],
    ['no action', {}, {}, 'MissingAction', 400],
    [
      'a Region that is not enabled',
      { Action: 'DescribeImages' },
      { region: 'af-south-1' },
      'AuthFailure',
      401,
    ],
    [
      'a misspelt parameter',
      { Action: 'DescribeImages', 'ImageIds.1': 'ami-1' },
      {},
      'UnknownParameter',
      400,
    ],
    [
      'a parameter below a plain one',
      { Action: 'DescribeImages', 'DryRun.1': 'true' },
      {},
      'UnknownParameter',
      400,
    ],
    [
      'a list without numbers',
      { Action: 'DescribeImages', 'ImageId.x': 'ami-1' },
      {},
      'UnknownParameter',
      400,
    ],
    ['an unknown part', { Action: 'DescribeImages', 'Filter.1.Key': 'x' }, {}, 'UnknownParameter', 400],
    [
      'a client token in CreateImage',
      { Action: 'CreateImage', ClientToken: 'x' },
      {},
      'UnknownParameter',
      400,
    ],
    ['no boolean', { Action: 'DescribeImages', DryRun: 'yes' }, {}, 'InvalidParameterValue', 400],
    ['no integer', { Action: 'DescribeImages', MaxResults: 'many' }, {}, 'InvalidParameterValue', 400],
    ['what is not simulated', { Action: 'CreateImage', SnapshotLocation: 'local' }, {}, 'Unsupported', 400],
    [
      'a character that XML cannot carry',
      { Action: 'DescribeImages', 'Owner.1': '\u0000' },
      {},
      'InvalidCharacter',
      400,
    ],
  ])('refuses %s', (_what, form, options, code, status) => {
    const { simulator, instance } = stage();
    const required = form['Action'] === 'CreateImage' ? { InstanceId: instance.id, Name: 'golden' } : {};
    const answer = ask(simulator, { ...required, ...form }, options);
    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect(answer.status).toBe(status);
  });

  it('refuses what is not signed', () => {
    const { simulator } = stage();
    const { answer } = simulator.handle({ ...signed({ Action: 'DescribeImages' }), headers: {} });
    expect(answer).toMatchObject({
      status: 403,
      body: expect.stringContaining('MissingAuthenticationToken'),
    });
  });

  it('keeps each Region to itself', () => {
    const { simulator, instance } = stage();
    expect(ask(simulator, { Action: 'DescribeInstances' }).body).toContain(instance.id);
    expect(ask(simulator, { Action: 'DescribeInstances' }, { region: 'us-east-1' }).body).not.toContain(
      instance.id,
    );
  });

  it.each(operations.filter(({ service }) => service === 'ec2'))(
    'does $operation',
    async ({ operation, arrange }) => {
      const simulator = new Simulator({ image: { seconds: 1 }, instanceSeconds: 1 });
      const { parameters, after } = arrange(simulator);
      const Command = Reflect.get(sdk, `${operation}Command`);
      await new EC2Client(inProcess(simulator)).send(new Command(withDates(parameters)));
      expect(simulator.calls.all).toMatchObject([{ action: operation, outcome: { status: 200 } }]);
      after?.();
    },
  );

  const withDryRun = actions.filter(({ parameters }) => parameters.includes('DryRun'));
  it.each(operations.filter(({ operation }) => withDryRun.some(({ name }) => name === operation)))(
    'ends a dry run of $operation before anything is done',
    async ({ operation, arrange }) => {
      const simulator = new Simulator();
      const parameters = withDates(arrange(simulator).parameters);
      const Command = Reflect.get(sdk, `${operation}Command`);
      const client = new EC2Client(inProcess(simulator));
      const dryRun = () => refusalOf(client.send(new Command({ ...parameters, DryRun: true })));
      const images = () =>
        [...simulator.world().images].map(([id, { deregisteredAt }]) => [id, deregisteredAt]);
      const before = images();
      expect(await dryRun()).toEqual({
        code: 'DryRunOperation',
        message: 'Request would have succeeded, but DryRun flag is set.',
        status: 412,
      });
      expect(simulator.calls.changes()).toEqual([]);
      expect(images()).toEqual(before);

      simulator.permissions.deny(operation);
      expect(await dryRun()).toMatchObject({ status: 403 });
    },
  );

  it('has a dry run of each action that takes one', () => {
    const called = operations.map(({ operation }) => operation);
    expect(called).toEqual(expect.arrayContaining(withDryRun.map(({ name }) => name)));
  });
});

/** The rows have times as text, for boto3 and the AWS CLI. */
function withDates(parameters: object): object {
  const isTime = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
  return JSON.parse(JSON.stringify(parameters), (_key, value) => (isTime(value) ? new Date(value) : value));
}

describe('Text', () => {
  it('comes back from the SDK as it went in, whatever it is', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    let count = 0;
    // Neither lone surrogates nor what XML excludes; white space alone is lost in the SDK's own parser.
    const value = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter(
        (text) => text.isWellFormed() && escapeXml(text).search('\uFFFD') === -1 && text.trim() === text,
      );
    await fc.assert(
      fc.asyncProperty(value, async (Value) => {
        count += 1;
        const { ImageId = '' } = await clock.run(
          ec2.send(
            new CreateImageCommand({
              InstanceId: instance.id,
              Name: `golden-${count}`,
              TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'hostile', Value }] }],
            }),
          ),
        );
        const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
        expect(Images[0]?.Tags).toEqual([{ Key: 'hostile', Value }]);
      }),
      {
        numRuns: 200,
        examples: [['<Tag>&amp;</Tag>'], [']]>'], ['a\r\nb\tc'], ['😀'], ['"\''], ['constructor']],
      },
    );
    expect(simulator.calls.of('CreateImage').every(({ outcome }) => outcome.done)).toBe(true);
  });

  it.each([
    ['<&>"', '&lt;&amp;&gt;&quot;'],
    ['a\r\n\tb', 'a&#xD;&#xA;&#x9;b'],
    ['a\u0000\u001Bb\uFFFE', 'a\uFFFD\uFFFDb\uFFFD'],
    ['\uD800', '\uFFFD'],
    ['😀', '😀'],
  ])('%j is written as %j', (text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });

  it('that XML cannot carry is refused by name', async () => {
    const { clock, instance, ec2 } = stage();
    const command = new CreateImageCommand({
      InstanceId: instance.id,
      Name: 'golden',
      Description: '\u001B[31m',
    });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code: 'InvalidCharacter' });
  });
});
