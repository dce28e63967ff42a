import { type Instance, type InstanceDevice, instanceState, instanceStateCodes } from '../model/instance.ts';
import type { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { toTagSet } from './answers.ts';

/** API model, Reservation: the instances that one RunInstances launched. */
export function toReservation(
  instances: readonly Instance[],
  view: View,
  world: World,
  now: number,
): XmlFields {
  return {
    reservationId: instances[0]?.reservationId,
    ownerId: instances[0]?.ownerId,
    groupSet: [],
    instancesSet: instances.map((instance, index) => toInstance(instance, index, view, world, now)),
  };
}

/** API model, Instance. */
function toInstance(instance: Instance, index: number, view: View, world: World, now: number): XmlFields {
  const state = instanceState(instance, now);
  const { settings } = instance;
  const groupSet = settings.securityGroups.map(({ id, name }) => ({ groupId: id, groupName: name }));
  return {
    instanceId: instance.id,
    imageId: instance.imageId,
    instanceState: { code: instanceStateCodes[state], name: state },
    privateDnsName: privateDnsName(instance),
    dnsName: '',
    reason: '',
    amiLaunchIndex: index,
    productCodes: [],
    instanceType: instance.type,
    launchTime: new Date(instance.launchedAt),
    placement: { availabilityZone: instance.availabilityZone, groupName: '', tenancy: 'default' },
    platform: instance.platformDetails.startsWith('Windows') ? 'windows' : undefined,
    platformDetails: instance.platformDetails,
    monitoring: { state: 'disabled' },
    subnetId: instance.subnetId,
    vpcId: instance.vpcId,
    privateIpAddress: instance.privateIp,
    architecture: instance.architecture,
    rootDeviceType: instance.rootDeviceType,
    rootDeviceName: instance.rootDeviceName,
    blockDeviceMapping: instance.devices.flatMap((device) => toDevice(device, world)),
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    enaSupport: true,
    ebsOptimized: false,
    sourceDestCheck: true,
    clientToken: settings.clientToken,
    groupSet,
    iamInstanceProfile: settings.profile && { arn: settings.profile.arn, id: settings.profile.id },
    metadataOptions: { state: 'applied', ...settings.metadata },
    networkInterfaceSet: settings.networkInterfaceId && [toInterface(instance, settings.networkInterfaceId)],
    tagSet: toTagSet(view.tags(instance.tags)),
  };
}

/**
 * EC2 user guide, "Block device mappings": an instance's mapping shows EBS volumes alone, not instance store
 * volumes.
 */
function toDevice(device: InstanceDevice, world: World): XmlFields[] {
  if ('virtualName' in device) return [];
  const createdAt = world.volumes.get(device.volumeId)?.createdAt ?? 0;
  return [
    {
      deviceName: device.deviceName,
      ebs: {
        volumeId: device.volumeId,
        status: 'attached',
        attachTime: new Date(createdAt),
        deleteOnTermination: device.deleteOnTermination,
      },
    },
  ];
}

/** API model, InstanceNetworkInterface. */
function toInterface(instance: Instance, id: string): XmlFields {
  return {
    networkInterfaceId: id,
    ownerId: instance.ownerId,
    subnetId: instance.subnetId,
    vpcId: instance.vpcId,
    privateIpAddress: instance.privateIp,
    status: 'in-use',
    interfaceType: 'interface',
    sourceDestCheck: true,
    groupSet: instance.settings.securityGroups.map((group) => ({ groupId: group.id, groupName: group.name })),
    attachment: {
      deviceIndex: 0,
      status: 'attached',
      attachTime: new Date(instance.launchedAt),
      deleteOnTermination: true,
    },
  };
}

export function privateDnsName({ privateIp, availabilityZone }: Instance): string {
  return `ip-${privateIp.replaceAll('.', '-')}.${availabilityZone.slice(0, -1)}.compute.internal`;
}
