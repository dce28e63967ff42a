import type { Instance, Volume } from './instance.ts';
import { seedVolume, type VolumeSeed } from './seed-instance.ts';
import type { World } from './world.ts';

/** Attaches a new volume to an instance; any one of that device makes way for it. */
export function attachVolume(world: World, instance: Instance, seed: VolumeSeed): Volume {
  detachVolume(world, instance, seed.device);
  const volume = seedVolume(world, seed, instance);
  instance.devices = [
    ...instance.devices,
    {
      deviceName: seed.device,
      volumeId: volume.id,
      deleteOnTermination: volume.attachment?.deleteOnTermination ?? false,
    },
  ];
  return volume;
}

/** Takes a volume from its instance; it stays as `available`. Without such a device nothing happens. */
export function detachVolume(world: World, instance: Instance, device: string): Volume | undefined {
  const attached = instance.devices.find(({ deviceName }) => deviceName === device);
  if (!attached || !('volumeId' in attached)) return undefined;
  instance.devices = instance.devices.filter((other) => other !== attached);
  const volume = world.volumes.get(attached.volumeId);
  if (volume) volume.attachment = undefined;
  return volume;
}
