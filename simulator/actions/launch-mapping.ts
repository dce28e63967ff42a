import * as errors from '../model/errors.ts';
import type { Image, ImageDevice } from '../model/image.ts';
import type { Volume } from '../model/instance.ts';
import type { LaunchDevice } from '../model/launch.ts';
import { volumeTooSmall } from '../model/launch-errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
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
  const planned = new Map(
    image.mapping.map((device) => [device.deviceName, fromImage(world, device, accountId)]),
  );
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

function fromImage(world: World, device: ImageDevice, accountId: string): LaunchDevice {
  if ('virtualName' in device) return device;
  const { snapshotId } = device;
  const snapshot = snapshotId === undefined ? undefined : world.liveSnapshot(snapshotId);
  if (snapshotId !== undefined && !snapshot) throw errors.snapshotNotFound([snapshotId]);
  const encryption = encryptionOf(world, snapshot, device.encrypted, accountId);
  return { ...device, snapshotId: snapshotId ?? '', ...encryption };
}

function changed(
  world: World,
  name: string,
  existing: LaunchDevice | undefined,
  ebs: RequestedEbs | undefined,
  accountId: string,
): LaunchDevice {
  const base = existing && 'snapshotId' in existing ? existing : undefined;
  const snapshotId = ebs?.SnapshotId ?? base?.snapshotId ?? '';
  const source = snapshotId === '' ? undefined : world.liveSnapshot(snapshotId);
  if (snapshotId !== '' && !source) throw errors.snapshotNotFound([snapshotId]);
  const least = source?.sizeGiB;
  const sizeGiB = ebs?.VolumeSize ?? least ?? base?.sizeGiB;
  if (sizeGiB === undefined) throw errors.noSnapshotOrSize(name);
  if (least !== undefined && sizeGiB < least) throw volumeTooSmall(sizeGiB, snapshotId, least);
  if (ebs?.KmsKeyId !== undefined)
    throw errors.notSimulated('BlockDeviceMapping.Ebs.KmsKeyId in RunInstances');
  const type = ebs?.VolumeType ?? base?.type ?? 'gp2';
  return {
    deviceName: name,
    snapshotId,
    sizeGiB,
    type,
    iops: ebs?.Iops ?? (type === base?.type ? base.iops : undefined),
    throughput: ebs?.Throughput ?? (type === base?.type ? base.throughput : undefined),
    ...encryptionOf(world, source, ebs?.Encrypted ?? base?.encrypted ?? false, accountId),
    // EC2 user guide, "Preserve data when an instance is terminated": false by default for all but the root volume.
    deleteOnTermination: ebs?.DeleteOnTermination ?? base?.deleteOnTermination ?? false,
  };
}

/**
 * EC2 user guide, "Use encryption with EBS-backed AMIs": a volume of an encrypted snapshot has the snapshot's key where the
 * caller owns the snapshot, and else the caller's default key; encryption by default, or the request, encrypts any other
 * with the default key.
 */
function encryptionOf(
  world: World,
  source: Snapshot | undefined,
  isAsked: boolean,
  accountId: string,
): Pick<Volume, 'encrypted' | 'kmsKeyId'> {
  if (source?.encrypted && source.ownerId === accountId)
    return { encrypted: true, kmsKeyId: source.kmsKeyId };
  const encrypted = source?.encrypted || isAsked || world.ebsEncryption.byDefault.has(accountId);
  return { encrypted, kmsKeyId: encrypted ? world.defaultEbsKey(accountId) : undefined };
}
