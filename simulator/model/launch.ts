import type { Image } from './image.ts';
import { recordLaunch } from './image-launches.ts';
import type { Instance, InstanceDevice, Volume } from './instance.ts';
import { courseOf } from './instance-course.ts';
import { changedPlan } from './instance-plan.ts';
import type { LaunchSettings } from './launch-settings.ts';
import { toTags } from './make-image.ts';
import type { SecurityGroup, Subnet } from './network.ts';
import type { Tag } from './tags.ts';
import type { World } from './world.ts';

/** A device of the instance to be. */
export type LaunchDevice =
  | {
      deviceName: string;
      /** Empty for an empty volume. */
      snapshotId: string;
      sizeGiB: number;
      type: string;
      iops: number | undefined;
      throughput: number | undefined;
      encrypted: boolean;
      kmsKeyId: string | undefined;
      deleteOnTermination: boolean;
    }
  | { deviceName: string; virtualName: string };

export interface NewInstance {
  ownerId: string;
  reservationId: string;
  image: Image;
  type: string;
  subnet: Subnet;
  securityGroups: readonly SecurityGroup[];
  devices: readonly LaunchDevice[];
  settings: Omit<LaunchSettings, 'networkInterfaceId' | 'securityGroups'>;
  tags: { instance: readonly Tag[]; volume: readonly Tag[]; 'network-interface': readonly Tag[] };
}

/** Puts an instance that has just been launched into the world, with its volumes and its network interface. */
export function launch(world: World, request: NewInstance): Instance {
  const { ownerId, image, subnet } = request;
  const now = world.now();
  const id = world.ids.next('instance');
  const plan = changedPlan(world.settings.instance, world.launches.plans.shift());
  const networkInterfaceId = attachInterface(world, id, request);
  const instance: Instance = {
    id,
    ownerId,
    sequence: world.nextSequence(),
    reservationId: request.reservationId,
    imageId: image.id,
    type: request.type,
    architecture: image.architecture,
    platformDetails: image.platformDetails,
    availabilityZone: subnet.availabilityZone,
    subnetId: subnet.id,
    vpcId: subnet.vpcId,
    privateIp: addressIn(subnet, world),
    launchedAt: now,
    rootDeviceName: image.rootDeviceName,
    rootDeviceType: 'ebs',
    bootMode: image.bootMode,
    tpmSupport: image.tpmSupport,
    devices: request.devices.map((device) => attachDevice(world, id, device, request)),
    tags: toTags(request.tags.instance, now),
    ...courseOf(plan, { at: now, ...request.settings }, world.settings.instanceSeconds),
    hibernation: 'not-configured',
    plan,
    reboots: [],
    settings: {
      ...request.settings,
      networkInterfaceId,
      securityGroups: request.securityGroups.map((group) => ({ id: group.id, name: group.name })),
    },
  };
  recordLaunch(world, image.id, now);
  world.instances.set(id, instance);
  return instance;
}

function attachInterface(world: World, instanceId: string, { ownerId, tags }: NewInstance): string {
  const id = world.ids.next('networkInterface');
  world.network.interfaces.set(id, {
    id,
    ownerId,
    sequence: world.nextSequence(),
    instanceId,
    tags: toTags(tags['network-interface'], world.now()),
  });
  return id;
}

function attachDevice(
  world: World,
  instanceId: string,
  device: LaunchDevice,
  { ownerId, subnet, tags }: NewInstance,
): InstanceDevice {
  if ('virtualName' in device) return device;
  const { deviceName, deleteOnTermination, ...made } = device;
  const volume: Volume = {
    ...made,
    id: world.ids.next('volume'),
    ownerId,
    sequence: world.nextSequence(),
    availabilityZone: subnet.availabilityZone,
    createdAt: world.now(),
    attachment: { instanceId, deviceName, deleteOnTermination },
    tags: toTags(tags.volume, world.now()),
  };
  world.volumes.set(volume.id, volume);
  return { deviceName, volumeId: volume.id, deleteOnTermination };
}

/** The first four addresses of a subnet are AWS's own (VPC user guide, "Subnet CIDR blocks"). */
function addressIn({ id, cidr }: Subnet, world: World): string {
  const [base = ''] = cidr.split('/');
  const number = 4 + [...world.instances.values()].filter(({ subnetId }) => subnetId === id).length;
  const [a, b, c, d] = base.split('.').map(Number);
  return [a, b, (c ?? 0) + Math.floor(number / 256), (d ?? 0) + (number % 256)].join('.');
}
