import { TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { launchStage } from './launch-stage.ts';
import { refusalOf } from './stage.ts';

function endStage(options: SimulatorOptions = {}) {
  const parts = launchStage({ instance: { pendingSeconds: 10 }, instanceSeconds: 20, ...options });
  const terminate = async (InstanceIds: string[], DryRun = false) => {
    const { TerminatingInstances = [] } = await parts.clock.run(
      parts.ec2.send(new TerminateInstancesCommand({ InstanceIds, DryRun })),
    );
    return TerminatingInstances.map(({ PreviousState, CurrentState }) => [
      PreviousState?.Name,
      CurrentState?.Name,
    ]);
  };
  return { ...parts, terminate };
}

describe('TerminateInstances', () => {
  it('ends an instance, whatever was planned for it, and can be repeated', async () => {
    const { clock, simulator, launch, look, terminate } = endStage();
    simulator.planNextInstance({ end: { afterSeconds: 60, state: 'gone' } });
    const { InstanceId } = await launch();
    await clock.advance(30);
    expect(await terminate([InstanceId])).toEqual([['running', 'shutting-down']]);
    expect(await terminate([InstanceId])).toEqual([['shutting-down', 'shutting-down']]);
    await clock.advance(20);
    expect(await terminate([InstanceId])).toEqual([['terminated', 'terminated']]);
    await clock.advance(600);
    expect(await look(InstanceId)).toMatchObject({
      State: { Name: 'terminated' },
      StateReason: { Code: 'Client.UserInitiatedShutdown' },
      StateTransitionReason: 'User initiated (2026-11-22 21:34:35 GMT)',
    });
    await clock.advance(3600);
    expect(await refusalOf(terminate([InstanceId]))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
  });

  it('ends one that is pending, and one that is stopped', async () => {
    const { simulator, launch, terminate } = endStage();
    expect(await terminate([(await launch()).InstanceId])).toEqual([['pending', 'shutting-down']]);
    const { id } = simulator.seedInstance({ state: 'stopped' });
    expect(await terminate([id])).toEqual([['stopped', 'shutting-down']]);
  });

  it('takes all six volumes of an image, or leaves those that are to stay', async () => {
    const devices = ['/dev/xvda', '/dev/sdb', '/dev/sdc', '/dev/sdd', '/dev/sde', '/dev/sdf'];
    for (const [deleteOnTermination, left] of [
      [true, 0],
      [false, 6],
    ] as const) {
      const { clock, simulator, launch, volumes, terminate } = endStage();
      const image = simulator.seedImage({
        devices: devices.map((device) => ({ device, deleteOnTermination })),
      });
      const before = (await volumes()).length;
      const { InstanceId } = await launch({ ImageId: image.id });
      expect(await volumes()).toHaveLength(before + 6);
      await terminate([InstanceId]);
      await clock.advance(19);
      expect(await volumes()).toHaveLength(before + 6);
      await clock.advance(1);
      expect(await volumes()).toHaveLength(before + left);
    }
  });

  it('refuses a protected instance, and spares those of its zone', async () => {
    const { simulator, launch, terminate, look } = endStage();
    const { InstanceId: protectedId } = await launch({ DisableApiTermination: true });
    const { InstanceId: neighbour } = await launch();
    const { id: SubnetId } = simulator.seedSubnet({ zone: 'eu-west-1b' });
    const { InstanceId: elsewhere } = await launch({ SubnetId });
    const refused = {
      code: 'OperationNotPermitted',
      message: `The instance '${protectedId}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      status: 400,
    };
    expect(await refusalOf(terminate([protectedId], true))).toEqual(refused);
    expect(await refusalOf(terminate([protectedId]))).toEqual(refused);
    expect(await refusalOf(terminate([protectedId, neighbour, elsewhere]))).toEqual(refused);
    const states = [protectedId, neighbour, elsewhere].map(async (id) => (await look(id)).State?.Name);
    expect(await Promise.all(states)).toEqual(['pending', 'pending', 'shutting-down']);
  });

  it('refuses unknown and other accounts’ instances, no instance, and a caller who may not', async () => {
    const { simulator, launch, terminate } = endStage();
    const { InstanceId } = await launch();
    expect(await refusalOf(terminate([]))).toMatchObject({ code: 'MissingParameter' });
    expect(await refusalOf(terminate(['web']))).toMatchObject({ code: 'InvalidInstanceID.Malformed' });
    const { id } = simulator.seedInstance({ accountId: '999999999999' });
    expect(await refusalOf(terminate([id]))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
    expect(await refusalOf(terminate([InstanceId], true))).toMatchObject({
      code: 'DryRunOperation',
      status: 412,
    });
    simulator.permissions.deny('ec2:TerminateInstances');
    for (const dryRun of [true, false]) {
      expect(await refusalOf(terminate([InstanceId], dryRun))).toMatchObject({
        code: 'UnauthorizedOperation',
        status: 403,
      });
    }
  });

  it('does not find an instance that is too new', async () => {
    const { clock, launch, terminate } = endStage({ consistency: { writeSeconds: 3 } });
    const { InstanceId } = await launch();
    expect(await refusalOf(terminate([InstanceId]))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
    await clock.advance(3);
    expect(await terminate([InstanceId])).toEqual([['pending', 'shutting-down']]);
  });
});
