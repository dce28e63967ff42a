import { CreateImageCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { decodeAuthorizationMessage, explain } from '../../src/aws/decode.ts';
import { awsFailure } from '../../src/aws/failure.ts';
import { PatientClient } from '../../src/aws/patient-client.ts';
import { BakeError, CancelledError } from '../../src/base/errors.ts';
import { someRun } from '../builders/run.ts';

type Send = (
  command: { input: { EncodedMessage?: string } },
  options: { abortSignal: AbortSignal },
) => unknown;

/** STS that answers so, and what it was asked. */
function stage(send: Send) {
  const clock = new VirtualClock();
  const asked: (string | undefined)[] = [];
  const client = {
    send: async (command: Parameters<Send>[0], options: Parameters<Send>[1]) => {
      asked.push(command.input.EncodedMessage);
      return await send(command, options);
    },
  };
  const sts = new PatientClient({ client, clock, random: () => 0.5 });
  return { clock, asked, sts };
}

const answering = (decoded: unknown) =>
  stage(() => ({ DecodedMessage: typeof decoded === 'string' ? decoded : JSON.stringify(decoded) }));

/** The form is that of aws/aws-cli#8538 and of the STS API Reference. */
function decoded(overrides: object = {}, context: object = {}) {
  return {
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AROAEXAMPLE:bake', arn: 'arn:aws:sts::123456789012:assumed-role/baker/bake' },
      action: 'ec2:CreateTags',
      resource: 'arn:aws:ec2:eu-west-1::snapshot/*',
      conditions: {
        items: [{ key: 'aws:SourceIp', values: { items: [{ value: 'secret-value' }] } }],
      },
      ...context,
    },
    ...overrides,
  };
}

const explicitDeny = decoded({
  explicitDeny: true,
  matchedStatements: {
    items: [
      { statementId: 'DenyUntagged', effect: 'DENY' },
      { statementId: '', effect: 'DENY' },
    ],
  },
});

const { signal } = new AbortController();

/** What EC2 says where it says nothing openly. */
function refused(message = 'You are not authorized to perform this operation.') {
  return awsFailure(
    'ec2:CreateImage',
    'create an image of i-0abc',
    Object.assign(new Error(`${message} Encoded authorization failure message: ENCODED-abc_123`), {
      name: 'UnauthorizedOperation',
      $fault: 'client',
      $metadata: { httpStatusCode: 403, requestId: 'req-1' },
    }),
  );
}

describe('an encoded refusal is explained', () => {
  test('by what no policy allows, with the remedy for the very action', async () => {
    const { sts, asked } = answering(decoded());
    const error = refused();
    const explained = await explain(error, sts, signal);
    expect(asked).toEqual(['ENCODED-abc_123']);
    expect(explained).toBeInstanceOf(BakeError);
    expect(explained.message).toBe(
      `${error.message}\nDecoded: no policy allows ec2:CreateTags on arn:aws:ec2:eu-west-1::snapshot/* to arn:aws:sts::123456789012:assumed-role/baker/bake.`,
    );
    expect(explained.remedy).toMatch(/^Allow ec2:CreateTags .* statement TagWhileCreating\.$/);
    expect(explained.cause).toBe(error.cause);
  });

  test('by the statement that denies it explicitly', async () => {
    const explained = await explain(refused(), answering(explicitDeny).sts, signal);
    expect(explained.message).toContain(
      'Decoded: a policy (statement DenyUntagged) denies ec2:CreateTags on arn:aws:ec2:eu-west-1::snapshot/* to arn:aws:sts::123456789012:assumed-role/baker/bake explicitly.',
    );
    expect(explained.remedy).toContain(
      'exempted from the explicit deny in the policy (statement DenyUntagged)',
    );
  });

  test('where EC2 says openly what was denied, the remedy stays', async () => {
    const error = refused(
      'User: arn:aws:sts::123456789012:assumed-role/baker/bake is not authorized to perform: ec2:CreateTags on resource: arn:aws:ec2:eu-west-1::snapshot/* with an explicit deny in a service control policy.',
    );
    const explained = await explain(error, answering(explicitDeny).sts, signal);
    expect(explained.remedy).toBe(error.remedy);
    expect(explained.message).toContain('statement DenyUntagged');
  });

  test('without the values of condition keys', async () => {
    const explained = await explain(refused(), answering(decoded()).sts, signal);
    expect(`${explained.message}${explained.remedy}`).not.toContain('secret-value');
  });

  test('in the form of the STS API Reference, where booleans are strings and lists are empty strings', async () => {
    const message = decoded({ allowed: 'false', explicitDeny: 'false', matchedStatements: '', failures: '' });
    const explained = await explain(refused(), answering(message).sts, signal);
    expect(explained.message).toContain('Decoded: no policy allows ec2:CreateTags');
  });

  test('in a line of bounded length', async () => {
    const long = decoded({}, { resource: 'r'.repeat(9_000) });
    const explained = await explain(refused(), answering(long).sts, signal);
    expect(explained.message.length).toBeLessThan(700);
  });
});

describe('an error stays as it is', () => {
  test.each([
    ['sts:DecodeAuthorizationMessage is not allowed', stage(() => Promise.reject(new Error('AccessDenied')))],
    ['the answer is not JSON', answering('<html>')],
    ['the answer tells no action', answering({ allowed: false })],
    ['the answer is null', answering('null')],
    ['the answer is empty', stage(() => ({}))],
  ])('when %s', async (_, { sts }) => {
    const error = refused();
    expect(await explain(error, sts, signal)).toBe(error);
  });

  test('when STS cannot be loaded', async () => {
    const send = () => Promise.reject(new Error('no such module'));
    const error = refused();
    expect(await explain(error, { send }, signal)).toBe(error);
  });

  test('when STS does not answer within 6 seconds', async () => {
    const { sts, clock } = stage(
      (_, { abortSignal }) =>
        new Promise((_resolve, reject) => {
          abortSignal.addEventListener('abort', () => reject(abortSignal.reason));
        }),
    );
    const start = clock.now();
    const error = refused();
    expect(await clock.run(explain(error, sts, signal))).toBe(error);
    expect(clock.now() - start).toBe(6_000);
    expect(clock.pending).toBe(0);
  });

  test.each([
    ['it has nothing encoded', awsFailure('ec2:CreateImage', 'create it', new Error('plain'))],
    ['it is a cancellation', new CancelledError('The step was cancelled.')],
    ['it is no error of ours', new TypeError('x is undefined')],
  ])('and STS is not asked, when %s', async (_, error) => {
    const { sts, asked } = answering(decoded());
    expect(await explain(error, sts, signal)).toBe(error);
    expect(asked).toEqual([]);
  });

  test('when the encoded message is longer than STS takes', async () => {
    const { sts, asked } = answering(decoded());
    expect(await decodeAuthorizationMessage('x'.repeat(10_241), sts, signal)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

test('the remedy is for the feature that asked for what several features need', async () => {
  const action = 'ec2:ModifyImageAttribute';
  const thrown = refused().cause;
  const error = awsFailure(action, 'set image ami-1 to require IMDSv2', thrown, 'Lifecycle');
  const explained = await explain(error, answering(decoded({}, { action })).sts, signal);
  expect(explained.remedy).toMatch(/^Allow ec2:ModifyImageAttribute .* statement Settle\.$/);
});

test('what is encoded is found below several causes', async () => {
  const error = new BakeError('outermost', { cause: refused() });
  const explained = await explain(error, answering(decoded()).sts, signal);
  expect(explained.message).toMatch(/^outermost\nDecoded: /);
});

describe('with the clients that the action makes', () => {
  async function refusedBySimulator() {
    const clock = new VirtualClock();
    const simulator = new Simulator({ clock });
    const { id } = simulator.seedInstance({});
    simulator.permissions.deny('ec2:CreateImage');
    const { aws } = someRun({ clock, access: { requestHandler: new InProcessHandler(simulator) } });
    const command = new CreateImageCommand({ InstanceId: id, Name: 'golden' });
    const send = aws.ec2('eu-west-1').send(command, { signal });
    const thrown = await clock.run(send).catch((error: unknown) => error);
    const error = awsFailure('ec2:CreateImage', `create an image of ${id}`, thrown);
    return { simulator, error, explained: () => clock.run(explain(error, aws.sts(), signal)) };
  }

  test('a refusal is decoded', async () => {
    const { error, explained } = await refusedBySimulator();
    expect(error.message).not.toContain('Encoded');
    expect((await explained()).message).toMatch(/\nDecoded: no policy allows ec2:CreateImage on /);
  });

  test('a refusal to decode is told to nobody', async () => {
    const { simulator, error, explained } = await refusedBySimulator();
    simulator.permissions.deny('sts:DecodeAuthorizationMessage');
    expect(await explained()).toBe(error);
    expect(simulator.calls.of('DecodeAuthorizationMessage')).toHaveLength(1);
  });
});
