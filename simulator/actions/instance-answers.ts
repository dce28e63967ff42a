import {
  type Instance,
  type InstanceDevice,
  instanceState,
  instanceStateCodes,
  stateReasonOf,
} from '../model/instance.ts';
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
  const reason = stateReasonOf(instance, now);
  const { settings } = instance;
  return {
    instanceId: instance.id,
    imageId: instance.imageId,
    instanceState: { code: instanceStateCodes[state], name: state },
    dnsName: '',
    reason: reason?.transition ?? '',
    stateReason: reason && { code: reason.code, message: reason.message },
    amiLaunchIndex: index,
    productCodes: [],
    instanceType: instance.type,
    launchTime: new Date(instance.launchedAt),
    placement: { availabilityZone: instance.availabilityZone, groupName: '', tenancy: 'default' },
    platform: instance.platformDetails.startsWith('Windows') ? 'windows' : undefined,
    platformDetails: instance.platformDetails,
    monitoring: { state: 'disabled' },
    architecture: instance.architecture,
    rootDeviceType: instance.rootDeviceType,
    rootDeviceName: instance.rootDeviceName,
    ...(state === 'terminated' ? nothingAttached : attachments(instance, world)),
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    bootMode: instance.bootMode,
    tpmSupport: instance.tpmSupport,
    enaSupport: true,
    ebsOptimized: false,
    hibernationOptions: { configured: instance.hibernation !== 'not-configured' },
    sourceDestCheck: true,
    clientToken: settings.clientToken,
    iamInstanceProfile: settings.profile && { arn: settings.profile.arn, id: settings.profile.id },
    metadataOptions: { state: 'applied', ...settings.metadata },
    tagSet: toTagSet(view.tags(instance.tags)),
  };
}

/**
 * A terminated instance has neither volumes nor a network interface any more, as users of DescribeInstances see it
 * (unconfirmed).
 */
const nothingAttached: XmlFields = {
  privateDnsName: '',
  blockDeviceMapping: [],
  networkInterfaceSet: [],
  groupSet: [],
};

function attachments(instance: Instance, world: World): XmlFields {
  const { networkInterfaceId } = instance.settings;
  return {
    privateDnsName: privateDnsName(instance),
    subnetId: instance.subnetId,
    vpcId: instance.vpcId,
    privateIpAddress: instance.privateIp,
    blockDeviceMapping: instance.devices.flatMap((device) => toDevice(device, world)),
    networkInterfaceSet: networkInterfaceId ? [toInterface(instance, networkInterfaceId)] : [],
    groupSet: groupSet(instance),
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
    groupSet: groupSet(instance),
    attachment: {
      deviceIndex: 0,
      status: 'attached',
      attachTime: new Date(instance.launchedAt),
      deleteOnTermination: true,
    },
  };
}

function groupSet({ settings }: Instance): XmlFields[] {
  return settings.securityGroups.map(({ id, name }) => ({ groupId: id, groupName: name }));
}

export function privateDnsName({ privateIp, availabilityZone }: Instance): string {
  return `ip-${privateIp.replaceAll('.', '-')}.${availabilityZone.slice(0, -1)}.compute.internal`;
}
