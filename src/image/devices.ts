/** Compares the devices of an image with those that were asked for, both ways: what is missing, and what is too much. */
import type { Image, Snapshot } from '../aws/sdk/ec2.ts';
import { gibibytes } from '../base/units.ts';
import { sameDevice } from '../source/devices.ts';
import { snapshotsOf } from './describe.ts';

/** Which devices an image is to have. */
export interface WantedDevices {
  /** Device names whose volumes must be in the image. */
  devices: readonly string[];
  /** The volumes at these devices as the bake saw them. Unless given, nobody knows. */
  volumes?: readonly { device: string; volumeId: string }[];
  /** Device names that were left out on purpose (NoDevice): never in the image, unless it is somebody else's. */
  excluded?: readonly string[];
  /**
   * What a device is that is in neither list: an error where others get the image, since nobody has meant them to have it;
   * a warning otherwise. Unless given, nobody knows what the image should have.
   */
  others?: 'error' | 'warning';
  /** What has happened to a device of the instance meanwhile, as a clause. */
  whatBecameOf?: (device: string) => Promise<string | undefined>;
}

export interface Difference {
  text: string;
  severity: 'error' | 'warning';
  /** Another look will not show anything else. */
  isFinal: boolean;
}

export async function deviceDifferences(
  wanted: WantedDevices,
  image: Image,
  described: readonly Snapshot[],
): Promise<Difference[]> {
  const found = devicesOf(image);
  const snapshots = snapshotsOf(image);
  const missing = wanted.devices.filter(
    (device) => !snapshots.some((other) => sameDevice(other.device, device)),
  );
  const unwanted = found.filter(({ device }) => !wanted.devices.some((other) => sameDevice(other, device)));
  const differences = await Promise.all([
    ...missing.map(async (device) => missingDevice(device, await wanted.whatBecameOf?.(device))),
    ...unwanted.map(async (device) => unwantedDevice(wanted, device)),
    ...found.map(async (device) => otherVolume(wanted, device, described)),
  ]);
  return differences.flat();
}

interface Found {
  device: string;
  /** e.g. `/dev/sdf (snap-…, 500 GiB)` */
  label: string;
  snapshotId: string | undefined;
}

function devicesOf(image: Image): Found[] {
  const snapshots = snapshotsOf(image);
  return (image.BlockDeviceMappings ?? []).flatMap(({ DeviceName: device = '', Ebs, NoDevice }) => {
    if (Ebs === undefined || NoDevice !== undefined) return [];
    const snapshot = snapshots.find((each) => each.device === device);
    const size = gibibytes(Ebs.VolumeSize ?? 0);
    return [
      {
        device,
        label: `${device} (${snapshot === undefined ? size : `${snapshot.snapshotId}, ${size}`})`,
        snapshotId: snapshot?.snapshotId,
      },
    ];
  });
}

function missingDevice(device: string, because: string | undefined): Difference[] {
  const why = because === undefined ? '' : `: ${because}`;
  return [
    { text: `no snapshot of ${device} is in it${why}`, severity: 'error', isFinal: because !== undefined },
  ];
}

async function unwantedDevice(wanted: WantedDevices, { device, label }: Found): Promise<Difference[]> {
  if (wanted.excluded?.some((other) => sameDevice(other, device))) {
    // aws/aws-cli#6334
    const text = `${label} is in it, although \`exclude-devices\` leaves it out: EC2 has ignored that`;
    return [{ text, severity: 'error', isFinal: true }];
  }
  if (wanted.others === undefined) return [];
  const because =
    (await wanted.whatBecameOf?.(device)) ?? 'the instance did not have it when the bake looked';
  return [{ text: `${label} is in it, too: ${because}`, severity: wanted.others, isFinal: true }];
}

/** The snapshot of a volume that has taken the place of another one. */
async function otherVolume(
  { volumes = [], others = 'warning', whatBecameOf }: WantedDevices,
  { device, label, snapshotId }: Found,
  described: readonly Snapshot[],
): Promise<Difference[]> {
  const before = volumes.find((volume) => sameDevice(volume.device, device))?.volumeId;
  const now = described.find(({ SnapshotId }) => SnapshotId === snapshotId)?.VolumeId;
  if (before === undefined || now === undefined || before === now) return [];
  // The instance decides: not every EC2-compatible server names the volume of the instance in its snapshots.
  const because = await whatBecameOf?.(device);
  if (because === undefined) return [];
  return [{ text: `${label} is of ${now}: ${because}`, severity: others, isFinal: true }];
}
