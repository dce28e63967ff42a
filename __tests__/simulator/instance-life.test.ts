import { StartInstancesCommand, StopInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { InstancePlanChange } from '../../simulator/model/instance-plan.ts';
import { powerOffSeconds } from '../../simulator/model/power-off.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Launches an instance with this plan, and looks at it from time to time. */
async function lifeOf(
  plan: InstancePlanChange,
  input: Parameters<ReturnType<typeof launchStage>['launch']>[0] = {},
) {
  const parts = launchStage({ instance: { pendingSeconds: 10 }, instanceSeconds: 20 });
  parts.simulator.planNextInstance(plan);
  const { InstanceId } = await parts.launch(input);
  const start = parts.clock.now();
  const stateAt = async (seconds: number) => {
    await parts.clock.advance((start - parts.clock.now()) / 1000 + seconds);
    const { State, StateReason, StateTransitionReason } = await parts.look(InstanceId);
    return [State?.Name, StateReason?.Code, StateReason?.Message, StateTransitionReason];
  };
  return { ...parts, InstanceId, stateAt };
}

describe('A launched instance', () => {
  it('runs until somebody stops it, and says why it stopped', async () => {
    const { clock, ec2, InstanceId, stateAt } = await lifeOf({});
    expect(await stateAt(0)).toEqual(['pending', 'pending', 'pending', '']);
    expect(await stateAt(10)).toEqual(['running', undefined, undefined, '']);
    await clock.run(ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] })));
    const reason = [
      'Client.UserInitiatedShutdown',
      'Client.UserInitiatedShutdown: User initiated shutdown',
      'User initiated (2026-11-22 21:34:15 GMT)',
    ];
    expect(await stateAt(11)).toEqual(['stopping', ...reason]);
    expect(await stateAt(31)).toEqual(['stopped', ...reason]);
    await clock.run(ec2.send(new StartInstancesCommand({ InstanceIds: [InstanceId] })));
    expect(await stateAt(60)).toEqual(['running', undefined, undefined, '']);
  });

  it.each([
    ['stopped', undefined, 'stopping', 'Client.InstanceInitiatedShutdown', 'Instance initiated shutdown', ''],
    [
      'terminated',
      'Client.UserInitiatedShutdown',
      'shutting-down',
      'Client.UserInitiatedShutdown',
      'User initiated shutdown',
      'User initiated (2026-11-22 21:34:35 GMT)',
    ],
    [
      'terminated',
      'Server.SpotInstanceTermination',
      'shutting-down',
      'Server.SpotInstanceTermination',
      'Spot instance termination',
      '',
    ],
  ] as const)('is %s at its time, because of %s', async (state, code, passing, shown, text, transition) => {
    const { stateAt } = await lifeOf({ end: { afterSeconds: 30, state, ...(code && { code }) } });
    expect((await stateAt(29))[0]).toBe('running');
    expect(await stateAt(30)).toEqual([passing, shown, `${shown}: ${text}`, transition]);
    expect(await stateAt(50)).toEqual([state, shown, `${shown}: ${text}`, transition]);
  });

  it.each([
    ['Server.InternalError', 'Internal error on launch'],
    ['Client.InvalidSnapshot.NotFound', 'The specified snapshot was not found.'],
    ['Client.VolumeLimitExceeded', 'Volume limit exceeded'],
  ])('fails on launch with %s, without ever running', async (code, text) => {
    const { stateAt } = await lifeOf({ end: { afterSeconds: 5, state: 'terminated', code } });
    expect((await stateAt(4))[0]).toBe('pending');
    expect(await stateAt(5)).toEqual(['terminated', code, `${code}: ${text}`, '']);
  });

  it('vanishes, and no call finds it', async () => {
    const { clock, find, volumes, InstanceId, stateAt } = await lifeOf({
      end: { afterSeconds: 30, state: 'gone' },
    });
    expect((await stateAt(29))[0]).toBe('running');
    expect(await refusalOf(stateAt(30))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
    await clock.advance(1);
    expect((await find({})).map((instance) => instance.InstanceId)).not.toContain(InstanceId);
    expect(await volumes()).toHaveLength(2);
  });

  it('takes its volumes and its interface with it, but not those that are to stay', async () => {
    const { clock, simulator, launch, look, volumes } = launchStage(
      {},
      { devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf', deleteOnTermination: false }] },
    );
    simulator.planNextInstance({ end: { afterSeconds: 30, state: 'terminated' } });
    const { InstanceId } = await launch();
    expect(await volumes()).toHaveLength(4);
    await clock.advance(60);
    expect(await volumes()).toHaveLength(3);
    expect((await volumes()).filter(({ State }) => State === 'available')).toMatchObject([
      { Attachments: [], SnapshotId: expect.stringMatching(/^snap-/) },
    ]);
    const terminated = await look(InstanceId);
    expect(terminated).toMatchObject({ BlockDeviceMappings: [], NetworkInterfaces: [], PrivateDnsName: '' });
    expect(terminated).not.toHaveProperty('SubnetId');
  });

  it('shows for an hour after its end, and is not found then', async () => {
    const { stateAt, find } = await lifeOf({ end: { afterSeconds: 30, state: 'terminated' } });
    expect((await stateAt(3649))[0]).toBe('terminated');
    expect(await refusalOf(stateAt(3650))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
    expect(await find({})).toHaveLength(1);
  });
});

describe('A machine that powers itself off', () => {
  const timer = { UserData: base64('#!/bin/sh\nshutdown -P +2\n') };

  it.each([
    ['terminate', 'shutting-down', 'terminated'],
    ['stop', 'stopping', 'stopped'],
  ] as const)('as its user data says, becomes what %s says', async (behavior, passing, state) => {
    const { stateAt } = await lifeOf({}, { ...timer, InstanceInitiatedShutdownBehavior: behavior });
    expect((await stateAt(129))[0]).toBe('running');
    expect((await stateAt(130)).slice(0, 2)).toEqual([passing, 'Client.InstanceInitiatedShutdown']);
    expect((await stateAt(150))[0]).toBe(state);
  });

  it('does so at another time, or never, when the plan says so', async () => {
    expect((await (await lifeOf({ powersOff: 5 }, timer)).stateAt(15))[0]).toBe('stopping');
    expect((await (await lifeOf({ powersOff: 'never' }, timer)).stateAt(3000))[0]).toBe('running');
    const ended = await lifeOf({ end: { afterSeconds: 60, state: 'terminated' } }, timer);
    expect((await ended.stateAt(200))[0]).toBe('terminated');
  });

  it.each([
    ['#!/bin/bash\nshutdown -h +25', 1500],
    ['#!/bin/bash\n/sbin/shutdown +25 "bake-ami"', 1500],
    ['#!/bin/bash\nshutdown now', 0],
    ['#!/bin/bash\nshutdown -r +5', undefined],
    ['#!/bin/bash\nshutdown -c', undefined],
    ['#cloud-config\npower_state:\n  mode: poweroff\n  delay: "+25"\n', 1500],
    ['#cloud-config\npower_state:\n  mode: poweroff\n', 0],
    ['#cloud-config\npower_state:\n  mode: reboot\n  delay: 5\n', undefined],
    ['<powershell>\nshutdown.exe /s /f /t 1500\n</powershell>', 1500],
    ['<powershell>\nshutdown -s\n</powershell>', 30],
    ['<powershell>\nshutdown /r /t 1500\n</powershell>', undefined],
    ['', undefined],
  ])('is told by %j', (script, seconds) => {
    expect(powerOffSeconds(base64(script))).toBe(seconds);
  });
});
