import * as errors from '../model/errors.ts';
import type { Image, ImageDevice } from '../model/image.ts';
import type { LaunchDevice } from '../model/launch.ts';
import { volumeTooSmall } from '../model/launch-errors.ts';
import type { World } from '../model/world.ts';
import type { LaunchInput } from './launch-parameters.ts';

type RequestedMapping = LaunchInput['BlockDeviceMapping'][number];
type RequestedEbs = NonNullable<RequestedMapping['Ebs']>;

/**
 * The image's devices, with the request's changes. EC2 user guide, "Block device mappings": a launch may change the size,
 * type, encryption and DeleteOnTermination of the image's volumes, leave devices out and add others.
 * @throws InvalidBlockDeviceMapping, InvalidSnapshot.NotFound
 */
export function launchDevices(
  world: World,
  image: Image,
  requested: readonly RequestedMapping[],
  accountId: string,
): LaunchDevice[] {
  const planned = new Map(image.mapping.map((device) => [device.deviceName, fromImage(world, device)]));
  for (const { DeviceName: name, NoDevice, VirtualName, Ebs } of requested) {
    if (!name) throw errors.missingParameter('BlockDeviceMapping.DeviceName');
    if (NoDevice !== undefined) {
      if (name === image.rootDeviceName) {
        throw errors.invalidBlockDeviceMapping(`The root device '${name}' cannot be excluded`);
      }
      planned.delete(name);
    } else if (VirtualName !== undefined) {
      planned.set(name, { deviceName: name, virtualName: VirtualName });
    } else {
      planned.set(name, changed(world, name, planned.get(name), Ebs, accountId));
    }
  }
  return [...planned.values()];
}

function fromImage(world: World, device: ImageDevice): LaunchDevice {
  if ('virtualName' in device) return device;
  const { snapshotId } = device;
  const snapshot = snapshotId === undefined ? undefined : world.liveSnapshot(snapshotId);
  if (snapshotId !== undefined && !snapshot) throw errors.snapshotNotFound([snapshotId]);
  return { ...device, snapshotId: snapshotId ?? '', kmsKeyId: snapshot?.kmsKeyId };
}

function changed(
  world: World,
  name: string,
  existing: LaunchDevice | undefined,
  ebs: RequestedEbs | undefined,
  accountId: string,
): LaunchDevice {
  const base = existing && 'snapshotId' in existing ? existing : undefined;
  const source = ebs?.SnapshotId === undefined ? undefined : world.liveSnapshot(ebs.SnapshotId);
  if (ebs?.SnapshotId !== undefined && !source) throw errors.snapshotNotFound([ebs.SnapshotId]);
  const snapshotId = source?.id ?? base?.snapshotId ?? '';
  const least = source?.sizeGiB ?? (snapshotId === '' ? undefined : base?.sizeGiB);
  const sizeGiB = ebs?.VolumeSize ?? least ?? base?.sizeGiB;
  if (sizeGiB === undefined) throw errors.noSnapshotOrSize(name);
  if (least !== undefined && sizeGiB < least) throw volumeTooSmall(sizeGiB, snapshotId, least);
  if (ebs?.KmsKeyId !== undefined)
    throw errors.notSimulated('BlockDeviceMapping.Ebs.KmsKeyId in RunInstances');
  const wasEncrypted = source?.encrypted ?? base?.encrypted ?? false;
  const type = ebs?.VolumeType ?? base?.type ?? 'gp2';
  return {
    deviceName: name,
    snapshotId,
    sizeGiB,
    type,
    iops: ebs?.Iops ?? (type === base?.type ? base.iops : undefined),
    throughput: ebs?.Throughput ?? (type === base?.type ? base.throughput : undefined),
    encrypted: wasEncrypted || ebs?.Encrypted === true,
    kmsKeyId: wasEncrypted
      ? (source ?? base)?.kmsKeyId
      : ebs?.Encrypted === true
        ? world.awsManagedKey(accountId)
        : undefined,
    // EC2 user guide, "Preserve data when an instance is terminated": false by default for all but the root volume.
    deleteOnTermination: ebs?.DeleteOnTermination ?? base?.deleteOnTermination ?? false,
  };
}
