import * as errors from '../model/errors.ts';
import type { Instance, Volume } from '../model/instance.ts';
import type { PlannedDevice } from '../model/make-image.ts';
import type { World } from '../model/world.ts';
import { flag, type Parameter, structure, text, unsimulated, whole } from './parameters.ts';

/** API model, CreateImage.BlockDeviceMappings: one device. */
export const requestedMapping = structure({
  DeviceName: text,
  NoDevice: text,
  VirtualName: text,
  Ebs: structure({
    DeleteOnTermination: flag,
    Encrypted: flag,
    Iops: whole,
    KmsKeyId: text,
    SnapshotId: text,
    Throughput: whole,
    VolumeSize: whole,
    VolumeType: text,
    AvailabilityZone: unsimulated,
    AvailabilityZoneId: unsimulated,
    EbsCardIndex: unsimulated,
    OutpostArn: unsimulated,
    VolumeInitializationRate: unsimulated,
  }),
});

type RequestedMapping = typeof requestedMapping extends Parameter<infer T> ? NonNullable<T> : never;
type RequestedEbs = NonNullable<RequestedMapping['Ebs']>;

/**
 * The instance's devices, with the request's changes. API model, CreateImage.BlockDeviceMappings: NoDevice
 * leaves a device out; of an existing one "the only option that can be changed … is DeleteOnTermination"; new
 * devices may be added, empty or from a snapshot.
 */
export function mapDevices(
  world: World,
  instance: Instance,
  requested: readonly RequestedMapping[],
): PlannedDevice[] {
  const planned = new Map<string, PlannedDevice>(
    instance.devices.map((device) => [device.deviceName, existingDevice(world, device)]),
  );
  const seen = new Set<string>();
  for (const { DeviceName: name, NoDevice, VirtualName, Ebs } of requested) {
    if (!name) throw errors.missingParameter('BlockDeviceMapping.DeviceName');
    if (seen.has(name)) {
      throw errors.invalidBlockDeviceMapping(
        `The device '${name}' is used in more than one block-device mapping`,
      );
    }
    seen.add(name);
    const existing = planned.get(name);
    if (NoDevice !== undefined) {
      if (isRoot(instance, name)) {
        throw errors.invalidBlockDeviceMapping(`The root device '${name}' cannot be excluded`);
      }
      // A device that the instance does not have is accepted and changes nothing: aws/aws-cli#6334.
      if (!world.settings.ignoresNoDevice) planned.delete(name);
    } else if (VirtualName !== undefined) {
      planned.set(name, { device: { deviceName: name, virtualName: VirtualName }, volume: undefined });
    } else if (!Ebs) {
      throw errors.noSnapshotOrSize(name);
    } else if (existing?.volume) {
      planned.set(name, changedDevice(existing, Ebs, existing.volume));
    } else {
      planned.set(name, newDevice(world, name, Ebs));
    }
  }
  return [...planned.values()];
}

/** The mapping of some images has `/dev/sda` where the root device is `/dev/sda1`: hashicorp/terraform#2271. */
function isRoot({ rootDeviceName, devices }: Instance, name: string): boolean {
  const isMapped = devices.some(({ deviceName }) => deviceName === rootDeviceName);
  return name === (isMapped ? rootDeviceName : rootDeviceName.replace(/\d+$/, ''));
}

function existingDevice(world: World, device: Instance['devices'][number]): PlannedDevice {
  if ('virtualName' in device) return { device, volume: undefined };
  const volume = world.volumes.get(device.volumeId);
  if (!volume) throw errors.volumeNotFound([device.volumeId]);
  return {
    volume,
    device: {
      deviceName: device.deviceName,
      snapshotId: undefined,
      sizeGiB: volume.sizeGiB,
      type: volume.type,
      iops: volume.iops,
      throughput: volume.throughput,
      encrypted: volume.encrypted,
      deleteOnTermination: device.deleteOnTermination,
    },
  };
}

function changedDevice(existing: PlannedDevice, ebs: RequestedEbs, volume: Volume): PlannedDevice {
  const { device } = existing;
  const fixed = (['Iops', 'KmsKeyId', 'SnapshotId', 'Throughput', 'VolumeType'] as const).find(
    (name) => ebs[name] !== undefined,
  );
  if (fixed) {
    throw errors.invalidBlockDeviceMapping(
      `The parameter ${fixed} cannot be given for the existing device '${device.deviceName}'`,
    );
  }
  // API model: "You can't change the volume size using the VolumeSize parameter."
  if (ebs.VolumeSize !== undefined && ebs.VolumeSize !== volume.sizeGiB) {
    throw errors.invalidBlockDeviceMapping(
      `The volume size of the existing device '${device.deviceName}' cannot be changed`,
    );
  }
  // API model, EbsBlockDevice.Encrypted: for an unencrypted volume `true` fails; for an encrypted one `false`
  // "is ignored".
  if (ebs.Encrypted && !volume.encrypted) {
    throw errors.invalidBlockDeviceMapping(
      `The encryption of the existing device '${device.deviceName}' cannot be changed`,
    );
  }
  const deleteOnTermination = ebs.DeleteOnTermination;
  return deleteOnTermination === undefined || 'virtualName' in device
    ? existing
    : { volume, device: { ...device, deleteOnTermination } };
}

function newDevice(world: World, name: string, ebs: RequestedEbs): PlannedDevice {
  const source = ebs.SnapshotId === undefined ? undefined : world.liveSnapshot(ebs.SnapshotId);
  if (ebs.SnapshotId !== undefined && !source) throw errors.snapshotNotFound([ebs.SnapshotId]);
  const sizeGiB = ebs.VolumeSize ?? source?.sizeGiB;
  if (sizeGiB === undefined) throw errors.noSnapshotOrSize(name);
  if (ebs.KmsKeyId !== undefined) throw errors.notSimulated('BlockDeviceMapping.Ebs.KmsKeyId in CreateImage');
  // API model, EbsBlockDevice.Encrypted: with a snapshot "you must omit the parameter".
  if (source && ebs.Encrypted !== undefined) {
    throw errors.invalidBlockDeviceMapping(
      `The parameter Encrypted cannot be given for '${name}', which has a snapshot`,
    );
  }
  return {
    volume: undefined,
    device: {
      deviceName: name,
      snapshotId: source?.id,
      sizeGiB,
      type: ebs.VolumeType ?? 'gp2',
      iops: ebs.Iops,
      throughput: ebs.Throughput,
      encrypted: source?.encrypted ?? ebs.Encrypted ?? false,
      deleteOnTermination: ebs.DeleteOnTermination ?? false,
    },
  };
}
