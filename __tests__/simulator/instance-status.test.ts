import {
  DescribeInstanceStatusCommand,
  type DescribeInstanceStatusCommandInput,
  GetConsoleOutputCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { InstancePlanChange } from '../../simulator/model/instance-plan.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

/** A launched instance of this plan, whose clock starts with RunInstances; it runs ten seconds later. */
async function statusStage(plan: InstancePlanChange = {}, statusSeconds = 0, input = {}) {
  const parts = launchStage({ instance: { pendingSeconds: 10, ...plan }, statusSeconds });
  const { clock, ec2, launch } = parts;
  const { InstanceId } = await launch(input);
  const start = clock.now();
  const at = (seconds: number) => clock.advance((start - clock.now()) / 1000 + seconds);
  const ask = async (query: DescribeInstanceStatusCommandInput = { InstanceIds: [InstanceId] }) =>
    (await clock.run(ec2.send(new DescribeInstanceStatusCommand(query)))).InstanceStatuses ?? [];
  const checks = async (query?: DescribeInstanceStatusCommandInput) => {
    const [status] = await ask(query);
    return (
      status && [status.SystemStatus?.Status, status.InstanceStatus?.Status, status.AttachedEbsStatus?.Status]
    );
  };
  const consoleOutput = async (Latest: boolean) => {
    const { Output } = await clock.run(ec2.send(new GetConsoleOutputCommand({ InstanceId, Latest })));
    return Output === undefined ? undefined : Buffer.from(Output, 'base64').toString();
  };
  return { ...parts, InstanceId, start, at, ask, checks, consoleOutput };
}

describe('DescribeInstanceStatus', () => {
  it('tells of running instances, each check for itself', async () => {
    const { at, ask, checks, InstanceId } = await statusStage({
      checks: { system: 30, instance: 60, ebs: 90 },
    });
    expect(await checks()).toBeUndefined();
    await at(10);
    expect(await checks()).toEqual(['initializing', 'initializing', 'initializing']);
    await at(40);
    expect(await checks()).toEqual(['ok', 'initializing', 'initializing']);
    await at(70);
    expect(await checks()).toEqual(['ok', 'ok', 'initializing']);
    await at(100);
    expect(await ask()).toEqual([
      {
        InstanceId,
        AvailabilityZone: 'eu-west-1a',
        AvailabilityZoneId: 'euw1-az1',
        InstanceState: { Code: 16, Name: 'running' },
        SystemStatus: { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] },
        InstanceStatus: { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] },
        AttachedEbsStatus: { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] },
      },
    ]);
  });

  it('shows what the last round of checks found', async () => {
    const { at, checks } = await statusStage({ checks: { system: 30, instance: 70, ebs: 30 } }, 60);
    await at(10 + 59);
    expect(await checks()).toEqual(['initializing', 'initializing', 'initializing']);
    await at(10 + 60);
    expect(await checks()).toEqual(['ok', 'initializing', 'ok']);
    await at(10 + 120);
    expect(await checks()).toEqual(['ok', 'ok', 'ok']);
  });

  it('goes from phase to phase, and says since when something is impaired', async () => {
    const { at, ask, checks, start } = await statusStage({
      checks: {
        system: 'never',
        instance: [
          { afterSeconds: 30, status: 'insufficient-data' },
          { afterSeconds: 60, status: 'impaired' },
          { afterSeconds: 90, status: 'ok' },
        ],
      },
    });
    await at(40);
    expect((await checks())?.[1]).toBe('insufficient-data');
    await at(80);
    expect((await ask())[0]?.InstanceStatus).toEqual({
      Status: 'impaired',
      Details: [{ Name: 'reachability', Status: 'failed', ImpairedSince: new Date(start + 70_000) }],
    });
    await at(100_000);
    expect((await checks())?.slice(0, 2)).toEqual(['initializing', 'ok']);
  });

  it('may be changed while the instance lives', async () => {
    const { at, checks, simulator, InstanceId } = await statusStage();
    await at(300);
    const instance = simulator.world().instances.get(InstanceId);
    if (instance)
      instance.plan.checks = { ...instance.plan.checks, ebs: [{ afterSeconds: 0, status: 'impaired' }] };
    expect(await checks()).toEqual(['ok', 'ok', 'impaired']);
  });

  it('has no check of EBS volumes for instance types without Nitro', async () => {
    const { at, checks } = await statusStage({}, 0, { InstanceType: 't2.micro' });
    await at(300);
    expect(await checks()).toEqual(['ok', 'ok', 'not-applicable']);
  });

  it('tells of all instances only when it is asked to', async () => {
    const { clock, ec2, at, checks, ask, InstanceId } = await statusStage();
    const all = { InstanceIds: [InstanceId], IncludeAllInstances: true };
    expect(await checks(all)).toEqual(['not-applicable', 'not-applicable', 'not-applicable']);
    await at(300);
    await clock.run(ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] })));
    expect(await checks()).toBeUndefined();
    expect((await ask(all))[0]).toMatchObject({
      InstanceState: { Name: 'stopping' },
      SystemStatus: { Status: 'not-applicable' },
    });
    expect(await ask({})).toHaveLength(1);
  });

  it('filters', async () => {
    const { at, ask, InstanceId } = await statusStage({
      checks: { instance: [{ afterSeconds: 0, status: 'impaired' }] },
    });
    await at(300);
    const found = async (Name: string, Value: string) =>
      (await ask({ Filters: [{ Name, Values: [Value] }] })).some(
        (status) => status.InstanceId === InstanceId,
      );
    expect(await found('instance-status.status', 'impaired')).toBe(true);
    expect(await found('instance-status.reachability', 'failed')).toBe(true);
    expect(await found('system-status.status', 'impaired')).toBe(false);
    expect(await found('attached-ebs-status.status', 'ok')).toBe(true);
    expect(await found('instance-state-name', 'running')).toBe(true);
  });

  it('refuses what it does not find, and a caller who may not look', async () => {
    const { simulator, ask } = await statusStage();
    expect(await refusalOf(ask({ InstanceIds: ['i-0123456789abcdef0'] }))).toMatchObject({
      code: 'InvalidInstanceID.NotFound',
    });
    const InstanceIds = Array.from({ length: 101 }, () => 'i-0123456789abcdef0');
    expect(await refusalOf(ask({ InstanceIds }))).toMatchObject({ code: 'InvalidParameterValue' });
    expect(await refusalOf(ask({ DryRun: true }))).toMatchObject({ code: 'DryRunOperation' });
    simulator.permissions.deny('ec2:DescribeInstanceStatus');
    expect(await refusalOf(ask())).toMatchObject({ code: 'UnauthorizedOperation', status: 403 });
  });
});

describe('GetConsoleOutput', () => {
  it('is empty at first, then what was posted, and the latest at any time', async () => {
    const { at, consoleOutput } = await statusStage({
      console: { text: (seconds) => `up for ${seconds} s`, postedAfterSeconds: 120 },
    });
    expect(await consoleOutput(true)).toBeUndefined();
    await at(40);
    expect(await consoleOutput(false)).toBeUndefined();
    expect(await consoleOutput(true)).toBe('up for 30 s');
    await at(210);
    expect(await consoleOutput(false)).toBe('up for 120 s');
    expect(await consoleOutput(true)).toBe('up for 200 s');
  });

  it('is posted at the end of an instance, and stays', async () => {
    const { at, consoleOutput } = await statusStage({
      console: { text: 'Kernel panic - not syncing' },
      end: { afterSeconds: 30, state: 'terminated' },
    });
    await at(100);
    expect(await consoleOutput(false)).toBe('Kernel panic - not syncing');
  });

  it('carries any characters, and the last 64 KB', async () => {
    const text = '\u0000\u001B[31m::error::no\r\n##[command]rm\n<b>ä</b>';
    const { at, consoleOutput, simulator, InstanceId } = await statusStage({ console: { text } });
    await at(300);
    expect(await consoleOutput(false)).toBe(text);
    const instance = simulator.world().instances.get(InstanceId);
    if (instance) instance.plan.console = { ...instance.plan.console, text: `first${'x'.repeat(65_536)}` };
    expect(await consoleOutput(false)).toBe('x'.repeat(65_536));
  });

  it('gives the latest of Nitro instances only', async () => {
    const { at, consoleOutput } = await statusStage({}, 0, { InstanceType: 't2.micro' });
    await at(300);
    expect(await consoleOutput(false)).toContain('login:');
    expect(await refusalOf(consoleOutput(true))).toMatchObject({ code: 'UnsupportedOperation', status: 400 });
  });

  it('refuses a caller who may not read it', async () => {
    const { simulator, consoleOutput } = await statusStage();
    simulator.permissions.deny('ec2:GetConsoleOutput');
    expect(await refusalOf(consoleOutput(true))).toMatchObject({ code: 'UnauthorizedOperation' });
  });
});
