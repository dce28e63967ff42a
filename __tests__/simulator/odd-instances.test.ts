/** Instances that are not quite like others. */
import {
  CreateImageCommand,
  type CreateImageCommandInput,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  type DescribeInstancesCommandInput,
  StartInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { refusalOf, stage } from './stage.ts';

function instanceStage(seed: InstanceSeed, options: SimulatorOptions = {}) {
  const { clock, simulator, ec2 } = stage(options);
  const { id } = simulator.seedInstance(seed);
  const list = async (input: DescribeInstancesCommandInput) => {
    const { Reservations = [] } = await clock.run(ec2.send(new DescribeInstancesCommand(input)));
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  };
  const look = async () => (await list({ InstanceIds: [id] }))[0];
  const create = (input: Partial<CreateImageCommandInput> = {}) =>
    clock.run(ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'golden', ...input })));
  return { clock, simulator, ec2, id, list, look, create };
}

describe('An instance that can hibernate', () => {
  it.each([
    ['not-configured', 'running', false],
    ['configured', 'running', true],
    ['hibernated', 'stopped', true],
  ] as const)('shows that it is %s', async (hibernation, state, configured) => {
    const { look, list, id } = instanceStage({ hibernation });
    const instance = await look();
    expect(instance).toMatchObject({
      State: { Name: state },
      HibernationOptions: { Configured: configured },
    });
    expect(instance?.StateReason?.Code).toBe(
      hibernation === 'hibernated' ? 'Client.UserInitiatedHibernate' : undefined,
    );
    const Filters = [{ Name: 'hibernation-options.configured', Values: ['true'] }];
    const ids = (await list({ Filters })).map(({ InstanceId }) => InstanceId);
    expect(ids).toEqual(configured ? [id] : []);
  });

  it('wakes up when it is started', async () => {
    const { clock, ec2, id, look } = instanceStage({ hibernation: 'hibernated' });
    await clock.run(ec2.send(new StartInstancesCommand({ InstanceIds: [id] })));
    await clock.advance(20);
    const instance = await look();
    expect(instance).toMatchObject({ State: { Name: 'running' }, HibernationOptions: { Configured: true } });
    expect(instance).not.toHaveProperty('StateReason');
  });

  it('is told from one that was just stopped', async () => {
    expect((await instanceStage({ state: 'stopped' }).look())?.StateReason).toEqual({
      Code: 'Client.UserInitiatedShutdown',
      Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
    });
  });
});

describe('An instance that was just launched', () => {
  it('is not found by any call until it has reached all of EC2', async () => {
    const { clock, list, look, create } = instanceStage(
      { launchedSecondsAgo: 3 },
      { consistency: { instanceSeconds: 5, writeSeconds: 5 } },
    );
    expect((await refusalOf(look())).code).toBe('InvalidInstanceID.NotFound');
    expect((await refusalOf(create())).code).toBe('InvalidInstanceID.NotFound');
    // The stage's own instance has been there for an hour.
    expect(await list({})).toHaveLength(1);
    await clock.advance(2);
    expect(await look()).toBeDefined();
    expect((await create()).ImageId).toMatch(/^ami-/);
  });
});

describe('An instance', () => {
  it('hands its boot mode and its NitroTPM on to its image', async () => {
    const { clock, ec2, id, look, list, create } = instanceStage({
      bootMode: 'uefi-preferred',
      tpmSupport: 'v2.0',
    });
    const firmware = { BootMode: 'uefi-preferred', TpmSupport: 'v2.0' };
    expect(await look()).toMatchObject(firmware);
    const Filters = [
      { Name: 'boot-mode', Values: ['uefi-preferred'] },
      { Name: 'tpm-support', Values: ['v2.0'] },
    ];
    expect((await list({ Filters })).map(({ InstanceId }) => InstanceId)).toEqual([id]);
    const { ImageId = '' } = await create();
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
    expect(Images[0]).toMatchObject(firmware);
  });

  it('may be a member of an Auto Scaling group', async () => {
    const { look } = instanceStage({ tags: { 'aws:autoscaling:groupName': 'web' } });
    expect((await look())?.Tags).toEqual([{ Key: 'aws:autoscaling:groupName', Value: 'web' }]);
  });

  it('may be gone', async () => {
    const { simulator, id, look } = instanceStage({});
    simulator.world().instances.delete(id);
    expect((await refusalOf(look())).code).toBe('InvalidInstanceID.NotFound');
  });

  it('may have been terminated', async () => {
    const { look, create } = instanceStage({ state: 'terminated' });
    expect(await look()).toMatchObject({ State: { Name: 'terminated' } });
    expect((await refusalOf(create())).message).toContain("not in state 'running'");
  });

  it('may have its root device /dev/sda1 mapped as /dev/sda, as its image then has', async () => {
    const { clock, ec2, look, create } = instanceStage({
      rootDeviceName: '/dev/sda1',
      volumes: [{ device: '/dev/sda' }, { device: '/dev/sdf' }],
    });
    const mapped = [{ DeviceName: '/dev/sda' }, { DeviceName: '/dev/sdf' }];
    expect(await look()).toMatchObject({ RootDeviceName: '/dev/sda1', BlockDeviceMappings: mapped });
    const BlockDeviceMappings = [{ DeviceName: '/dev/sda', NoDevice: '' }];
    expect((await refusalOf(create({ BlockDeviceMappings }))).code).toBe('InvalidBlockDeviceMapping');
    const { ImageId = '' } = await create();
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
    expect(Images[0]).toMatchObject({ RootDeviceName: '/dev/sda1', BlockDeviceMappings: mapped });
  });
});
