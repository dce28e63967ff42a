import {
  CreateImageCommand,
  type CreateImageCommandInput,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeVolumesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { attachVolume, detachVolume } from '../../simulator/model/attach-volume.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { stage } from './stage.ts';

function volumeStage(options: SimulatorOptions = {}) {
  const parts = stage(options);
  const { clock, simulator, instance, ec2 } = parts;
  const devices = async () => {
    const command = new DescribeInstancesCommand({ InstanceIds: [instance.id] });
    const { Reservations = [] } = await clock.run(ec2.send(command));
    return Reservations[0]?.Instances?.[0]?.BlockDeviceMappings?.map(({ DeviceName }) => DeviceName);
  };
  const volumes = async () => {
    const { Volumes = [] } = await clock.run(ec2.send(new DescribeVolumesCommand({})));
    return Volumes.map(({ Size, State, Attachments = [] }) => [Size, State, Attachments[0]?.Device]);
  };
  const imaged = async (input: Partial<CreateImageCommandInput> = {}) => {
    const command = new CreateImageCommand({ InstanceId: instance.id, Name: 'golden', ...input });
    const { ImageId = '' } = await clock.run(ec2.send(command));
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
    return Images[0]?.BlockDeviceMappings?.map(({ DeviceName }) => DeviceName);
  };
  return { ...parts, world: simulator.world(), devices, volumes, imaged };
}

describe('A volume', () => {
  it('can be attached, and shows with its instance and for itself', async () => {
    const { world, instance, devices, volumes } = volumeStage();
    attachVolume(world, instance, { device: '/dev/sdg', sizeGiB: 500 });
    expect(await devices()).toEqual(['/dev/xvda', '/dev/sdf', '/dev/sdg']);
    expect(await volumes()).toContainEqual([500, 'in-use', '/dev/sdg']);
  });

  it('can be detached', async () => {
    const { world, instance, devices, volumes } = volumeStage();
    detachVolume(world, instance, '/dev/sdf');
    detachVolume(world, instance, '/dev/sdz');
    expect(await devices()).toEqual(['/dev/xvda']);
    expect(await volumes()).toContainEqual([20, 'available', undefined]);
  });

  it('can be put in the place of another', async () => {
    const { world, instance, devices, volumes } = volumeStage();
    attachVolume(world, instance, { device: '/dev/sdf', sizeGiB: 500 });
    expect(await devices()).toEqual(['/dev/xvda', '/dev/sdf']);
    expect(await volumes()).toEqual([
      [8, 'in-use', '/dev/xvda'],
      [20, 'available', undefined],
      [500, 'in-use', '/dev/sdf'],
    ]);
  });

  it('that comes or goes right before CreateImage is in the image or is not', async () => {
    const { simulator, world, instance, devices, imaged } = volumeStage();
    simulator.meanwhile.beforeCall({ action: 'CreateImage' }, () => {
      attachVolume(world, instance, { device: '/dev/sdg' });
      detachVolume(world, instance, '/dev/sdf');
    });
    expect(await devices()).toEqual(['/dev/xvda', '/dev/sdf']);
    expect(await imaged()).toEqual(['/dev/xvda', '/dev/sdg']);
  });

  it('that goes after CreateImage is in the image', async () => {
    const { simulator, world, instance, imaged } = volumeStage();
    simulator.meanwhile.afterCall({ action: 'CreateImage' }, () => detachVolume(world, instance, '/dev/sdf'));
    expect(await imaged()).toEqual(['/dev/xvda', '/dev/sdf']);
  });

  it('is imaged although it is excluded, when EC2 ignores that', async () => {
    const BlockDeviceMappings = [{ DeviceName: '/dev/sdf', NoDevice: '' }];
    expect(await volumeStage().imaged({ BlockDeviceMappings })).toEqual(['/dev/xvda']);
    const careless = volumeStage({ ignoresNoDevice: true });
    expect(await careless.imaged({ BlockDeviceMappings })).toEqual(['/dev/xvda', '/dev/sdf']);
  });
});
