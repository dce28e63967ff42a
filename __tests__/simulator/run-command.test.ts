import { StopInstancesCommand, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  type DescribeInstanceInformationCommandInput,
  GetCommandInvocationCommand,
  SendCommandCommand,
  type SendCommandCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import type { CommandPlan } from '../../simulator/model/commands.ts';
import type { InstancePlanChange } from '../../simulator/model/instance-plan.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

const profile = { IamInstanceProfile: { Name: 'ssm' } };

/** An instance with an SSM Agent that reports 20 seconds after it runs, which is ten seconds after its launch. */
async function agentStage(
  options: SimulatorOptions = {},
  {
    plan = {},
    image = {},
    input = profile,
  }: { plan?: InstancePlanChange; image?: ImageSeed; input?: object } = {},
) {
  const parts = launchStage(
    { ...options, instance: { pendingSeconds: 10, agentSeconds: 20, ...plan } },
    image,
  );
  const { clock, simulator, launch } = parts;
  const { InstanceId } = await launch(input);
  const start = clock.now();
  const at = (seconds: number) => clock.advance((start - clock.now()) / 1000 + seconds);
  const ssm = new SSMClient(inProcess(simulator));
  const information = async (request: DescribeInstanceInformationCommandInput = {}) =>
    (await clock.run(ssm.send(new DescribeInstanceInformationCommand(request)))).InstanceInformationList ??
    [];
  const ping = async () =>
    (await information({ Filters: [{ Key: 'InstanceIds', Values: [InstanceId] }] }))[0]?.PingStatus;
  const send = async (request: Partial<SendCommandCommandInput> = {}) => {
    const command = new SendCommandCommand({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [InstanceId],
      Parameters: { commands: ['systemctl is-active web'] },
      ...request,
    });
    return (await clock.run(ssm.send(command))).Command ?? {};
  };
  const invocation = (CommandId: string | undefined) =>
    clock.run(ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId })));
  const status = async (CommandId: string | undefined) => {
    const { Status, StatusDetails, ResponseCode } = await invocation(CommandId);
    return [Status, StatusDetails, ResponseCode];
  };
  return { ...parts, InstanceId, ssm, at, information, ping, send, invocation, status };
}

/** A command of this plan, sent when the agent is online. */
async function commandStage(plan: Partial<CommandPlan>, request: Partial<SendCommandCommandInput> = {}) {
  const parts = await agentStage();
  await parts.at(30);
  parts.simulator.planNextCommand(plan);
  const command = await parts.send(request);
  const id = command.CommandId;
  return { ...parts, id, command, look: () => parts.invocation(id), state: () => parts.status(id) };
}

describe('DescribeInstanceInformation', () => {
  it('shows an instance once its agent reports', async () => {
    const { at, ping, information, InstanceId, instance } = await agentStage();
    await at(29);
    expect(await ping()).toBeUndefined();
    await at(30);
    expect(await information()).toEqual([
      expect.objectContaining({
        InstanceId,
        PingStatus: 'Online',
        PlatformType: 'Linux',
        ResourceType: 'EC2Instance',
        AgentVersion: expect.stringMatching(/^3\./),
      }),
    ]);
    expect(await information({ Filters: [{ Key: 'InstanceIds', Values: [instance.id] }] })).toEqual([]);
    expect(await information({ Filters: [{ Key: 'PingStatus', Values: ['ConnectionLost'] }] })).toEqual([]);
  });

  it('never shows one whose agent does not run, or may not report', async () => {
    const silent = await agentStage({}, { plan: { agentSeconds: 'never' } });
    await silent.at(3000);
    expect(await silent.ping()).toBeUndefined();
    const bare = await agentStage({}, { input: {} });
    await bare.at(3000);
    expect(await bare.ping()).toBeUndefined();
    const managed = await agentStage({ defaultHostManagement: true }, { input: {} });
    await managed.at(30);
    expect(await managed.ping()).toBe('Online');
  });

  it('loses the connection to one that stops, and forgets one that is terminated', async () => {
    const { clock, ec2, at, ping, InstanceId } = await agentStage();
    await at(30);
    await clock.run(ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] })));
    expect(await ping()).toBe('ConnectionLost');
    await clock.run(ec2.send(new TerminateInstancesCommand({ InstanceIds: [InstanceId] })));
    await at(60);
    expect(await ping()).toBeUndefined();
  });

  it('refuses unknown filters, and a caller who may not look', async () => {
    const { simulator, information } = await agentStage({ accounts: {} });
    simulator.seedInstance({
      settings: { profile: { arn: 'arn:aws:iam::123456789012:instance-profile/x', id: 'x' } },
    });
    expect(await refusalOf(information({ Filters: [{ Key: 'Colour', Values: ['red'] }] }))).toMatchObject({
      code: 'InvalidFilterKey',
    });
    expect(await refusalOf(information({ MaxResults: 1 }))).toEqual({
      code: 'ValidationException',
      message: expect.stringContaining("Value '1' at 'maxResults'"),
      status: 400,
    });
    simulator.permissions.deny('ssm:DescribeInstanceInformation');
    expect(await refusalOf(information())).toEqual({
      code: 'AccessDeniedException',
      message: expect.stringContaining(
        'is not authorized to perform: ssm:DescribeInstanceInformation on resource: arn:aws:ssm:eu-west-1:123456789012:*',
      ),
      status: 400,
    });
  });
});

describe('SendCommand', () => {
  it('is answered with a command that is pending', async () => {
    const { command, id, InstanceId, simulator } = await commandStage(
      {},
      {
        Comment: 'bake-ami',
        TimeoutSeconds: 60,
        Parameters: { commands: ['a', 'b'], executionTimeout: ['120'] },
      },
    );
    expect(command).toMatchObject({
      CommandId: id,
      DocumentName: 'AWS-RunShellScript',
      Comment: 'bake-ami',
      InstanceIds: [InstanceId],
      Parameters: { commands: ['a', 'b'], executionTimeout: ['120'] },
      Status: 'Pending',
      TimeoutSeconds: 60,
    });
    expect(Number(command.ExpiresAfter) - Number(command.RequestedDateTime)).toBe(180_000);
    expect(simulator.calls.last('SendCommand')?.parameters).toMatchObject({ 'Parameters.commands.1': 'a' });
  });

  it('refuses an instance whose agent has not reported, or which is not there', async () => {
    const { at, send, InstanceId } = await agentStage();
    await at(29);
    expect(await refusalOf(send())).toEqual({
      code: 'InvalidInstanceId',
      message: `Instances [[${InstanceId}]] not in a valid state for account 123456789012`,
      status: 400,
    });
    await at(30);
    const InstanceIds = [InstanceId, 'i-0123456789abcdef0'];
    expect(await refusalOf(send({ InstanceIds }))).toMatchObject({
      message: 'Instances [[i-0123456789abcdef0]] not in a valid state for account 123456789012',
    });
  });

  it.each<[string, Partial<SendCommandCommandInput>, string]>([
    ['an unknown document', { DocumentName: 'MyDocument' }, 'InvalidDocument'],
    ['a document of AWS that is not simulated', { DocumentName: 'AWS-UpdateSSMAgent' }, 'Unsupported'],
    ['no commands', { Parameters: {} }, 'InvalidParameters'],
    ['an unknown parameter', { Parameters: { commands: ['a'], colour: ['red'] } }, 'InvalidParameters'],
    [
      'an execution time-out of days',
      { Parameters: { commands: ['a'], executionTimeout: ['172801'] } },
      'InvalidParameters',
    ],
    ['a time-out that is too short', { TimeoutSeconds: 29 }, 'ValidationException'],
    ['a comment that is too long', { Comment: 'x'.repeat(101) }, 'ValidationException'],
    ['no instance', { InstanceIds: [] }, 'Unsupported'],
    ['an ID of no form', { InstanceIds: ['web'] }, 'ValidationException'],
    ['targets', { Targets: [{ Key: 'tag:Name', Values: ['web'] }] }, 'Unsupported'],
  ])('refuses %s', async (_what, request, code) => {
    const { at, send } = await agentStage();
    await at(30);
    expect(await refusalOf(send(request))).toMatchObject({ code, status: 400 });
  });

  it('refuses an instance twice', async () => {
    const { at, send, InstanceId } = await agentStage();
    await at(30);
    expect(await refusalOf(send({ InstanceIds: [InstanceId, InstanceId] }))).toMatchObject({
      code: 'DuplicateInstanceId',
    });
  });

  it('runs PowerShell on Windows, and no shell script', async () => {
    const { at, send, invocation, InstanceId, information } = await agentStage(
      {},
      { image: { platformDetails: 'Windows' } },
    );
    await at(30);
    expect(await information()).toMatchObject([{ PlatformType: 'Windows' }]);
    expect(await refusalOf(send())).toEqual({
      code: 'UnsupportedPlatformType',
      message: `Cannot perform operation for instance id ${InstanceId} of platform type Windows`,
      status: 400,
    });
    const { CommandId } = await send({ DocumentName: 'AWS-RunPowerShellScript' });
    expect(await invocation(CommandId)).toMatchObject({ PluginName: 'aws:runPowerShellScript' });
  });

  it('needs the permission for its document', async () => {
    const { simulator, at, send } = await agentStage();
    await at(30);
    simulator.permissions.deny('ssm:SendCommand');
    expect(await refusalOf(send())).toEqual({
      code: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/baker/bake is not authorized to perform: ssm:SendCommand on resource: ' +
        'arn:aws:ssm:eu-west-1::document/AWS-RunShellScript because no identity-based policy allows the ssm:SendCommand action',
      status: 400,
    });
    expect(simulator.world().commands.sent.size).toBe(0);
  });
});

describe('A command', () => {
  it('passes through its states to success, and shows its output only then', async () => {
    const { clock, look, state } = await commandStage({
      startsAfterSeconds: 2,
      seconds: 5,
      stdout: 'active\n',
    });
    expect(await look()).toMatchObject({
      Status: 'Pending',
      ResponseCode: -1,
      ExecutionStartDateTime: '',
      StandardOutputContent: '',
      PluginName: 'aws:runShellScript',
    });
    await clock.advance(2);
    expect(await look()).toMatchObject({
      Status: 'InProgress',
      ResponseCode: -1,
      ExecutionStartDateTime: '2026-11-22T21:34:37.000Z',
      ExecutionEndDateTime: '',
      StandardOutputContent: '',
    });
    await clock.advance(5);
    expect(await state()).toEqual(['Success', 'Success', 0]);
    expect(await look()).toMatchObject({
      ExecutionElapsedTime: 'PT5S',
      ExecutionEndDateTime: '2026-11-22T21:34:42.000Z',
      StandardOutputContent: 'active\n',
      StandardErrorContent: '',
    });
  });

  it('fails with its exit code, and says so at the end of its error output', async () => {
    const { clock, look } = await commandStage({ exitCode: 3, stdout: '::error::no', stderr: 'inactive\n' });
    await clock.advance(10);
    expect(await look()).toMatchObject({
      Status: 'Failed',
      StatusDetails: 'Failed',
      ResponseCode: 3,
      StandardOutputContent: '::error::no',
      StandardErrorContent: 'inactive\nfailed to run commands: exit status 3',
    });
  });

  it('is stopped when it runs for longer than it may', async () => {
    const { clock, state } = await commandStage(
      { seconds: Number.POSITIVE_INFINITY },
      { Parameters: { commands: ['sleep infinity'], executionTimeout: ['60'] } },
    );
    await clock.advance(60);
    expect(await state()).toEqual(['InProgress', 'InProgress', -1]);
    await clock.advance(1);
    expect(await state()).toEqual(['TimedOut', 'ExecutionTimedOut', 137]);
  });

  it('expires when the agent never gets it', async () => {
    const { clock, state } = await commandStage(
      { delivered: false },
      { TimeoutSeconds: 30, Parameters: { commands: ['a'], executionTimeout: ['60'] } },
    );
    await clock.advance(89);
    expect(await state()).toEqual(['Pending', 'Pending', -1]);
    await clock.advance(1);
    expect(await state()).toEqual(['TimedOut', 'DeliveryTimedOut', -1]);
  });

  it('expires when its instance ends while it runs', async () => {
    const { clock, ec2, state, InstanceId } = await commandStage(
      { seconds: 50 },
      { TimeoutSeconds: 30, Parameters: { commands: ['a'], executionTimeout: ['60'] } },
    );
    await clock.advance(5);
    await clock.run(ec2.send(new TerminateInstancesCommand({ InstanceIds: [InstanceId] })));
    await clock.advance(80);
    expect(await state()).toEqual(['InProgress', 'InProgress', -1]);
    await clock.advance(10);
    expect(await state()).toEqual(['TimedOut', 'DeliveryTimedOut', -1]);
  });

  it('can be cancelled while it runs or waits, but not after its end', async () => {
    for (const [seconds, then, finally_] of [
      [0, ['Cancelled', 'Cancelled', -1], ['Cancelled', 'Cancelled', -1]],
      [5, ['Cancelling', 'Cancelling', -1], ['Cancelled', 'Cancelled', 137]],
      [60, ['Success', 'Success', 0], ['Success', 'Success', 0]],
    ] as const) {
      const { clock, ssm, id, state } = await commandStage({ startsAfterSeconds: 2, seconds: 50 });
      await clock.advance(seconds);
      await clock.run(ssm.send(new CancelCommandCommand({ CommandId: id })));
      expect(await state()).toEqual(then);
      await clock.advance(1);
      expect(await state()).toEqual(finally_);
    }
  });

  it('shows the first characters of a long output', async () => {
    const { clock, look } = await commandStage({ stdout: 'o'.repeat(30_000), stderr: 'e'.repeat(9000) });
    await clock.advance(10);
    const { StandardOutputContent = '', StandardErrorContent = '' } = await look();
    expect(StandardOutputContent).toHaveLength(24_000);
    expect(StandardOutputContent).toMatch(/^o+--output truncated--$/);
    expect(StandardErrorContent).toHaveLength(8000);
  });

  it('is not found at first, nor by another ID or instance', async () => {
    const { clock, ssm, at, send, invocation, InstanceId, instance } = await agentStage({
      consistency: { commandSeconds: 2 },
    });
    await at(30);
    const { CommandId } = await send();
    const notFound = { code: 'InvocationDoesNotExist', status: 400 };
    expect(await refusalOf(invocation(CommandId))).toMatchObject(notFound);
    await clock.advance(2);
    expect(await invocation(CommandId)).toMatchObject({ InstanceId, Status: 'InProgress' });
    expect(await refusalOf(invocation('00000000-0000-4000-8000-000000000000'))).toMatchObject(notFound);
    const other = new GetCommandInvocationCommand({ CommandId, InstanceId: instance.id });
    expect(await clock.run(refusalOf(ssm.send(other)))).toMatchObject(notFound);
    const plugin = new GetCommandInvocationCommand({ CommandId, InstanceId, PluginName: 'aws:other' });
    expect(await clock.run(refusalOf(ssm.send(plugin)))).toMatchObject({ code: 'InvalidPluginName' });
    const cancel = new CancelCommandCommand({ CommandId: '00000000-0000-4000-8000-000000000000' });
    expect(await clock.run(refusalOf(ssm.send(cancel)))).toMatchObject({ code: 'InvalidCommandId' });
  });

  it('goes as the setting says, by what it runs', async () => {
    const { at, clock, send, status } = await agentStage({
      command: (lines) => ({ seconds: 0, exitCode: lines.includes('false') ? 1 : 0 }),
    });
    await at(30);
    const good = await send({ Parameters: { commands: ['true'] } });
    const bad = await send({ Parameters: { commands: ['false'] } });
    await clock.advance(5);
    expect((await status(good.CommandId))[0]).toBe('Success');
    expect((await status(bad.CommandId))[0]).toBe('Failed');
  });

  it.each(['GetCommandInvocation', 'CancelCommand'])('needs the permission %s', async (name) => {
    const { clock, ssm, simulator, id, look } = await commandStage({});
    simulator.permissions.deny(`ssm:${name}`);
    const call =
      name === 'CancelCommand' ? clock.run(ssm.send(new CancelCommandCommand({ CommandId: id }))) : look();
    expect(await refusalOf(call)).toMatchObject({ code: 'AccessDeniedException', status: 400 });
  });
});
