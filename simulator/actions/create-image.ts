import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import type { Image, ImageDevice } from '../model/image.ts';
import { type Instance, instanceState, type Volume } from '../model/instance.ts';
import { failsAfterSeconds, type ImagePlan, snapshotSeconds } from '../model/plan.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptTags, type RequestedTag, type Tag, Tags } from '../model/tags.ts';
import type { World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { flag, list, required, structure, tags, text, unsimulated, whole } from './parameters.ts';

/** API model, CreateImage. It has no ClientToken. */
export const createImage = action({
  name: 'CreateImage',
  mutating: true,
  parameters: {
    InstanceId: required(text),
    Name: required(text),
    Description: text,
    NoReboot: flag,
    DryRun: flag,
    SnapshotLocation: unsimulated,
    TagSpecification: list(structure({ ResourceType: text, Tag: tags })),
    BlockDeviceMapping: list(
      structure({
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
      }),
    ),
  },
  answer(input, context) {
    const { world, accountId, now } = context;
    requireName(input.Name);
    requireDescription(input.Description);
    const tagsFor = acceptTagSpecifications(input.TagSpecification);
    // EC2 user guide, "Grant permission to tag resources during creation": tags need ec2:CreateTags as well.
    if (input.TagSpecification.length > 0) context.requirePermission('CreateTags');
    const instance = requireImageable(world, accountId, input.InstanceId, now);
    const devices = mapDevices(world, instance, input.BlockDeviceMapping);
    stopDryRun(input);
    const holder = world.imageNamed(input.Name, accountId);
    if (holder) throw errors.amiNameDuplicate(input.Name, holder.id);

    if (!input.NoReboot && instanceState(instance, now) === 'running') instance.reboots.push(now);
    const image = bake(context, instance, devices, tagsFor, input.Name, input.Description);
    return { imageId: image.id };
  },
});

/** API model, CreateImage.Name: "3-128 alphanumeric characters, parentheses (()), square brackets ([]), spaces ( ), periods …". */
function requireName(name: string): void {
  if (!/^[A-Za-z0-9()[\] ./\-'@_]{3,128}$/.test(name)) throw errors.amiNameMalformed();
}

function requireDescription(description = ''): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what EC2 accepts, control characters included
  if (!/^[\x00-\x7F]*$/.test(description)) throw errors.descriptionNotAscii(description);
  if (description.length > 255) throw errors.descriptionTooLong(description);
}

interface TagsFor {
  image: Tag[];
  snapshot: Tag[];
}

/** API model, CreateImage.TagSpecifications: `image` and `snapshot`, "If you specify other values for ResourceType, the request fails." */
function acceptTagSpecifications(
  specifications: readonly { ResourceType: string | undefined; Tag: readonly RequestedTag[] }[],
): TagsFor {
  const requested: Record<'image' | 'snapshot', RequestedTag[]> = { image: [], snapshot: [] };
  for (const { ResourceType, Tag } of specifications) {
    if (!ResourceType) throw errors.missingParameter('TagSpecification.ResourceType');
    if (ResourceType !== 'image' && ResourceType !== 'snapshot') throw errors.notTaggable(ResourceType);
    if (Tag.length === 0) throw errors.emptyTagSpecification();
    requested[ResourceType].push(...Tag);
  }
  return {
    image: acceptTags(requested.image, 'creation'),
    snapshot: acceptTags(requested.snapshot, 'creation'),
  };
}

function requireImageable(world: World, accountId: string, id: string, now: number): Instance {
  requireWellFormed('instance', id);
  const instance = world.instances.get(id);
  if (!instance || instance.ownerId !== accountId) throw errors.instanceNotFound([id]);
  if (!['running', 'stopping', 'stopped'].includes(instanceState(instance, now))) {
    throw errors.instanceNotImageable(id);
  }
  if (instance.rootDeviceType !== 'ebs') throw errors.instanceStoreNotImageable(id);
  return instance;
}

/** A device of the image to be: with the volume that a snapshot is taken of, or without data. */
interface PlannedDevice {
  device: ImageDevice;
  volume: Volume | undefined;
}

type RequestedMapping = {
  DeviceName: string | undefined;
  NoDevice: string | undefined;
  VirtualName: string | undefined;
  Ebs:
    | {
        DeleteOnTermination: boolean | undefined;
        Encrypted: boolean | undefined;
        Iops: number | undefined;
        KmsKeyId: string | undefined;
        SnapshotId: string | undefined;
        Throughput: number | undefined;
        VolumeSize: number | undefined;
        VolumeType: string | undefined;
      }
    | undefined;
};

/**
 * The instance's devices, with the request's changes. API model, CreateImage.BlockDeviceMappings: NoDevice leaves a device out; of an existing
 * one "the only option that can be changed … is DeleteOnTermination"; new devices may be added, empty or from a snapshot.
 */
function mapDevices(
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
      if (name === instance.rootDeviceName) {
        throw errors.invalidBlockDeviceMapping(`The root device '${name}' cannot be excluded`);
      }
      // A device that the instance does not have is accepted and changes nothing: aws/aws-cli#6334.
      planned.delete(name);
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

function changedDevice(
  existing: PlannedDevice,
  ebs: NonNullable<RequestedMapping['Ebs']>,
  volume: Volume,
): PlannedDevice {
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
  // API model, EbsBlockDevice.Encrypted: for an unencrypted volume `true` fails; for an encrypted one `false` "is ignored".
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

function newDevice(world: World, name: string, ebs: NonNullable<RequestedMapping['Ebs']>): PlannedDevice {
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

function bake(
  { world, accountId, now }: Context,
  instance: Instance,
  devices: readonly PlannedDevice[],
  tagsFor: TagsFor,
  name: string,
  description: string | undefined,
): Image {
  const plan = world.plans.shift() ?? world.settings.image;
  const id = world.ids.next('image');
  const failsAfter = failsAfterSeconds(plan);
  const failsAt = failsAfter === undefined ? undefined : now + failsAfter * 1000;
  const largestGiB = Math.max(1, ...devices.map(({ volume }) => volume?.sizeGiB ?? 0));
  const mapping = devices.map(({ device, volume }): ImageDevice => {
    if (!volume) return device;
    const completesAt = now + snapshotSeconds(plan, volume.sizeGiB, largestGiB) * 1000;
    const snapshot: Snapshot = {
      id: world.ids.next('snapshot'),
      ownerId: accountId,
      sequence: world.nextSequence(),
      volumeId: volume.id,
      sizeGiB: volume.sizeGiB,
      description: `Created by CreateImage(${instance.id}) for ${id}`,
      encrypted: volume.encrypted,
      kmsKeyId: volume.kmsKeyId,
      startedAt: now,
      completesAt,
      progress: plan.progress,
      failure: snapshotFailure(plan, failsAt),
      tags: toTags(tagsFor.snapshot, now),
      deletedAt: undefined,
      sharedWith: new Set(),
    };
    world.snapshots.set(snapshot.id, snapshot);
    return { ...device, snapshotId: snapshot.id };
  });
  const image: Image = {
    id,
    ownerId: accountId,
    sequence: world.nextSequence(),
    name,
    description,
    architecture: instance.architecture,
    platformDetails: instance.platformDetails,
    rootDeviceName: instance.rootDeviceName,
    rootDeviceType: 'ebs',
    mapping,
    createdAt: now,
    availableAt: now + plan.seconds * 1000,
    snapshotIdsAt: now + plan.snapshotIdsAfterSeconds * 1000,
    failure:
      failsAt === undefined
        ? undefined
        : {
            at: failsAt,
            state: plan.failure?.state ?? 'failed',
            code: plan.failure?.code ?? 'Server.InternalError',
            message: plan.failure?.message ?? 'Server.InternalError: Internal error during image creation',
          },
    deregisteredAt: undefined,
    disabled: false,
    sourceInstanceId: instance.id,
    sourceImageId: instance.imageId,
    sourceImageRegion: world.region,
    tags: toTags(tagsFor.image, now),
    launchPermissions: new Set(),
    ownerAlias: undefined,
  };
  world.images.set(id, image);
  return image;
}

function toTags(tags: readonly Tag[], now: number): Tags {
  return new Tags(
    tags.map(({ key, value }) => [key, value] as const),
    now,
  );
}

function snapshotFailure(plan: ImagePlan, failsAt: number | undefined): Snapshot['failure'] {
  if (failsAt === undefined || plan.failure?.snapshots === 'continue') return undefined;
  return { at: failsAt, message: plan.failure?.message ?? 'An internal error occurred' };
}
