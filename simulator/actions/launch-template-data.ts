import type { LaunchTemplateData, TemplateDevice } from '../model/launch-template.ts';
import { acceptTags } from '../model/tags.ts';
import { flag, list, type Read, required, structure, tags, text, unsimulated, whole } from './parameters.ts';

const ebs = {
  DeleteOnTermination: flag,
  Encrypted: flag,
  Iops: whole,
  KmsKeyId: text,
  SnapshotId: text,
  Throughput: whole,
  VolumeSize: whole,
  VolumeType: text,
  EbsCardIndex: unsimulated,
  VolumeInitializationRate: unsimulated,
};

const device = { DeviceName: text, NoDevice: text, VirtualName: text, Ebs: structure(ebs) };

const metadataOptions = {
  HttpTokens: text,
  HttpPutResponseHopLimit: whole,
  HttpEndpoint: text,
  HttpProtocolIpv6: text,
  InstanceMetadataTags: text,
};

const data = {
  ImageId: text,
  InstanceType: text,
  KeyName: text,
  UserData: text,
  EbsOptimized: flag,
  DisableApiTermination: flag,
  DisableApiStop: flag,
  InstanceInitiatedShutdownBehavior: text,
  IamInstanceProfile: structure({ Arn: text, Name: text }),
  Monitoring: structure({ Enabled: flag }),
  MetadataOptions: structure(metadataOptions),
  SecurityGroupId: list(text),
  SecurityGroup: list(text),
  BlockDeviceMapping: list(structure(device)),
  TagSpecification: list(structure({ ResourceType: required(text), Tag: tags })),
  CapacityReservationSpecification: unsimulated,
  CpuOptions: unsimulated,
  CreditSpecification: unsimulated,
  ElasticGpuSpecification: unsimulated,
  ElasticInferenceAccelerator: unsimulated,
  EnclaveOptions: unsimulated,
  HibernationOptions: unsimulated,
  InstanceMarketOptions: unsimulated,
  InstanceRequirements: unsimulated,
  KernelId: unsimulated,
  LicenseSpecification: unsimulated,
  MaintenanceOptions: unsimulated,
  NetworkInterface: unsimulated,
  NetworkPerformanceOptions: unsimulated,
  Operator: unsimulated,
  Placement: unsimulated,
  PrivateDnsNameOptions: unsimulated,
  RamDiskId: unsimulated,
  SecondaryInterface: unsimulated,
};

/** API model, RequestLaunchTemplateData. */
export const launchTemplateData = structure(data);

export type RequestedData = Read<typeof data>;

/** What the request names, in the form of the answer; nothing for what it leaves out. */
export function toTemplateData(requested: RequestedData | undefined): LaunchTemplateData {
  if (!requested) return {};
  const { IamInstanceProfile: profile, Monitoring: monitoring, MetadataOptions: metadata } = requested;
  const lists = {
    securityGroupIdSet: requested.SecurityGroupId,
    securityGroupSet: requested.SecurityGroup,
    blockDeviceMappingSet: requested.BlockDeviceMapping.map(toDevice),
    tagSpecificationSet: requested.TagSpecification.map(({ ResourceType, Tag }) => ({
      resourceType: ResourceType,
      tagSet: acceptTags(Tag, 'creation'),
    })),
  };
  return withoutGaps({
    imageId: requested.ImageId,
    instanceType: requested.InstanceType,
    keyName: requested.KeyName,
    userData: requested.UserData,
    ebsOptimized: requested.EbsOptimized,
    disableApiTermination: requested.DisableApiTermination,
    disableApiStop: requested.DisableApiStop,
    instanceInitiatedShutdownBehavior: requested.InstanceInitiatedShutdownBehavior,
    iamInstanceProfile: profile && { arn: profile.Arn, name: profile.Name },
    monitoring: monitoring && { enabled: monitoring.Enabled },
    metadataOptions: metadata && { state: 'pending', ...lowered(metadata) },
    ...Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0)),
  });
}

function toDevice(requested: Read<typeof device>): TemplateDevice {
  const { DeviceName, NoDevice, VirtualName, Ebs } = requested;
  return withoutGaps({
    deviceName: DeviceName,
    noDevice: NoDevice,
    virtualName: VirtualName,
    ebs: Ebs && withoutGaps(lowered(Ebs)),
  });
}

type Lowered<T> = { [K in keyof T as Uncapitalize<K & string>]: T[K] };

/** The API's answers name members as its requests do, but for the first letter. */
function lowered<T extends object>(members: T): Lowered<T> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  ) as Lowered<T>;
}

function withoutGaps<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/**
 * API model, CreateLaunchTemplateVersion.SourceVersion: what the request names overwrites what the source version has;
 * "Snapshots applied to the block device mapping are ignored when creating a new version unless they are explicitly
 * included".
 */
export function inherit(source: LaunchTemplateData, own: LaunchTemplateData): LaunchTemplateData {
  const devices = source.blockDeviceMappingSet?.map(withoutSnapshot);
  return { ...source, ...(devices ? { blockDeviceMappingSet: devices } : {}), ...own };
}

function withoutSnapshot(device: TemplateDevice): TemplateDevice {
  if (!device.ebs) return device;
  const { snapshotId: _ignored, ...rest } = device.ebs;
  return { ...device, ebs: rest };
}
