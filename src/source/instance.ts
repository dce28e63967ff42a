import { gibibytes } from '../base/units.ts';

/** What we image: the facts of the instance that names, checks and reports need. */
export interface SourceInstance {
  id: string;
  region: string;
  /** The account that owns the instance, 12 digits. */
  accountId: string;
  /** EC2's instance state name, or `gone` when EC2 does not know it (any more): `pending`, `running`, `stopping`, `stopped`, `shutting-down`, `terminated`. */
  state: string;
  /** The value of its `Name` tag. */
  name: string | undefined;
  type: string;
  /** `x86_64`, `arm64`, … */
  architecture: string;
  /** EC2's PlatformDetails, e.g. `Linux/UNIX`, `Windows`. */
  platform: string;
  /** The AMI that it was launched from. */
  imageId: string;
  tags: Readonly<Record<string, string>>;
  rootDeviceName: string;
  /** `ebs` or `instance-store`. */
  rootDeviceType: string;
  /** Its EBS volumes, the root volume first, then in the order of the device names. */
  volumes: readonly SourceVolume[];
  /** It was stopped by hibernating: its memory is on the root volume. */
  hibernated?: true;
  /** Device names of its instance store volumes, as far as the block device mapping names them. */
  instanceStoreDevices: readonly string[];
}

export interface SourceVolume {
  /** e.g. `/dev/xvda` */
  device: string;
  volumeId: string;
  root: boolean;
  sizeGiB: number;
  encrypted: boolean;
  /** ARN of the KMS key, when encrypted. */
  kmsKeyId: string | undefined;
}

/** The volumes that go into the image: all but those at the devices that are left out. */
export function capturedVolumes(
  { volumes }: Pick<SourceInstance, 'volumes'>,
  excludeDevices: readonly string[],
): SourceVolume[] {
  return volumes.filter(({ device }) => !excludeDevices.includes(device));
}

/** One line of the log: `/dev/xvda  vol-0a1…  8 GiB, encrypted, root`. */
export function volumeLine({ device, volumeId, sizeGiB, encrypted, root }: SourceVolume): string {
  const traits = [gibibytes(sizeGiB), ...(encrypted ? ['encrypted'] : []), ...(root ? ['root'] : [])];
  return `${device}  ${volumeId}  ${traits.join(', ')}`;
}
