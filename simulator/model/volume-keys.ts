import { ApiError } from './errors.ts';
import type { Volume } from './instance.ts';
import { isUsable } from './kms-key.ts';
import type { PlannedDevice } from './make-image.ts';
import type { ImagePlan } from './plan.ts';
import type { World } from './world.ts';

/** How soon EBS notices that it cannot use a key. */
const keyCheckSeconds = 10;

/**
 * The plan of an image of these devices, which fails when the key of a volume cannot be used. What EC2 does about such a
 * volume is not documented for CreateImage: see `SimulatorSettings.unusableVolumeKeys`. Code and message are those of
 * launches, in CiscoDevNet/cloud-cml#8; as the snapshot's message (API model, Snapshot.StateMessage: "for example, if the
 * proper KMS permissions are not obtained") unconfirmed.
 */
export function withKeyProblems(world: World, plan: ImagePlan, devices: readonly PlannedDevice[]): ImagePlan {
  const locked = devices.filter(({ volume }) => isLocked(world, volume));
  if (locked.length === 0 || world.settings.unusableVolumeKeys !== 'image-fails') return plan;
  const message = 'The KMS key provided is in an incorrect state';
  const afterSeconds = Math.min(keyCheckSeconds, plan.seconds / 2);
  return {
    ...plan,
    snapshotFailure: { devices: locked.map(({ device }) => device.deviceName), afterSeconds, message },
    failure: { afterSeconds, code: 'Client.InvalidKMSKey.InvalidState', message, snapshots: 'continue' },
  };
}

/** @throws CustomerKeyHasBeenRevoked, when that is how EC2 is to be */
export function requireUsableKeys(world: World, devices: readonly PlannedDevice[]): void {
  if (world.settings.unusableVolumeKeys !== 'refused') return;
  if (devices.some(({ volume }) => isLocked(world, volume))) throw keyRevoked();
}

/**
 * ERR `CustomerKeyHasBeenRevoked`, which kubernetes/kubernetes#62171 has from AttachVolume. Unconfirmed for CreateImage, as is
 * the message.
 */
const keyRevoked = () =>
  new ApiError('CustomerKeyHasBeenRevoked', 'The customer managed KMS key of a volume cannot be accessed');

function isLocked(world: World, volume: Volume | undefined): boolean {
  const key = volume?.kmsKeyId === undefined ? undefined : world.keys.get(volume.kmsKeyId);
  return key !== undefined && !isUsable(key);
}
