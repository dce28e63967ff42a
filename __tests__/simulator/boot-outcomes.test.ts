import { DescribeInstanceStatusCommand, GetConsoleOutputCommand } from '@aws-sdk/client-ec2';
import { DescribeInstanceInformationCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { type BootOutcome, bootPlan } from '../../simulator/boot-outcomes.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { launchStage } from './launch-stage.ts';

describe('The simulator by itself boots instances that', () => {
  it.each<[BootOutcome, string, string | undefined, boolean, RegExp]>([
    ['passes', 'running', 'ok', true, /login:/],
    ['impaired', 'running', 'impaired', false, /Kernel panic/],
    ['stops', 'stopped', 'not-applicable', false, /Kernel panic/],
    ['hangs', 'running', 'initializing', false, /login:/],
    ['no-agent', 'running', 'ok', false, /login:/],
  ])('%s', async (outcome, state, check, isOnline, output) => {
    const { clock, simulator, ec2, launch, look } = launchStage({
      instance: bootPlan(outcome, 40),
      statusSeconds: 1,
    });
    const { InstanceId } = await launch({ IamInstanceProfile: { Name: 'ssm' } });
    await clock.advance(39);
    expect((await look(InstanceId)).State?.Name).toBe('running');
    await clock.advance(30);
    expect((await look(InstanceId)).State?.Name).toBe(state);
    const query = { InstanceIds: [InstanceId], IncludeAllInstances: true };
    const { InstanceStatuses = [] } = await clock.run(ec2.send(new DescribeInstanceStatusCommand(query)));
    expect(InstanceStatuses[0]?.InstanceStatus?.Status).toBe(check);
    const { Output = '' } = await clock.run(
      ec2.send(new GetConsoleOutputCommand({ InstanceId, Latest: true })),
    );
    expect(Buffer.from(Output, 'base64').toString()).toMatch(output);
    const ssm = new SSMClient(inProcess(simulator));
    const { InstanceInformationList = [] } = await clock.run(
      ssm.send(new DescribeInstanceInformationCommand({})),
    );
    expect(InstanceInformationList.some(({ PingStatus }) => PingStatus === 'Online')).toBe(isOnline);
  });
});
