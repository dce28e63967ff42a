import type { BootMode } from './image.ts';
import type { InstancePlan } from './instance-plan.ts';
import type { LaunchSettings } from './launch-settings.ts';
import type { StateReason } from './state-reason.ts';
import type { Tags } from './tags.ts';

export type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';

/** API model, InstanceState.Code. */
export const instanceStateCodes: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

export interface Instance {
  id: string;
  ownerId: string;
  sequence: number;
  reservationId: string;
  imageId: string;
  type: string;
  architecture: string;
  /** EC2's PlatformDetails, e.g. `Linux/UNIX`, `Windows`. */
  platformDetails: string;
  availabilityZone: string;
  subnetId: string;
  vpcId: string;
  privateIp: string;
  launchedAt: number;
  rootDeviceName: string;
  rootDeviceType: 'ebs' | 'instance-store';
  /** That of its image. */
  bootMode: BootMode | undefined;
  /** Whether it has a NitroTPM, as its image says. */
  tpmSupport: 'v2.0' | undefined;
  /**
   * In the order of the block device mapping. Instance store volumes are not in DescribeInstances' mapping,
   * as in EC2.
   */
  devices: readonly InstanceDevice[];
  tags: Tags;
  /** The states that it has been in and will be in, each from its moment on. */
  states: InstanceStateSince[];
  /** Whether it can hibernate, and has. */
  hibernation: 'not-configured' | 'configured' | 'hibernated';
  /** From when on no call finds it any more. */
  goneAt: number | undefined;
  /** Its status checks, console and agent; may be changed while it lives. */
  plan: InstancePlan;
  /** When it was rebooted by CreateImage. */
  reboots: number[];
  /** What was asked for when it was launched. */
  settings: LaunchSettings;
}

/** A state, from a moment on, and why. */
export interface InstanceStateSince {
  from: number;
  state: InstanceState;
  reason?: StateReason;
}

export type InstanceDevice =
  | { deviceName: string; volumeId: string; deleteOnTermination: boolean }
  | { deviceName: string; virtualName: string };

export function instanceState(instance: Instance, now: number): InstanceState {
  return instance.states.findLast(({ from }) => from <= now)?.state ?? 'pending';
}

/** Why it is in its state; undefined where EC2 says nothing of that. */
export function stateReasonOf(instance: Instance, now: number): StateReason | undefined {
  return instance.states.findLast(({ from }) => from <= now)?.reason;
}

/** Since when it has been running, in milliseconds; undefined when it is not. */
export function runningSince({ states, launchedAt, goneAt }: Instance, now: number): number | undefined {
  if (goneAt !== undefined && goneAt <= now) return undefined;
  const current = states.findLast(({ from }) => from <= now);
  if (current?.state !== 'running') return undefined;
  return Math.max(current.from, launchedAt);
}

/** From now on it is in the first state, after the seconds in the second. What was planned for later is off. */
export function passThrough(
  instance: Instance,
  passing: InstanceState,
  final: InstanceState,
  seconds: number,
  now: number,
  reason?: StateReason,
): void {
  const why = reason && { reason };
  instance.states = instance.states.filter(({ from }) => from <= now);
  if (instance.goneAt !== undefined && instance.goneAt > now) instance.goneAt = undefined;
  instance.states.push(
    { from: now, state: passing, ...why },
    { from: now + seconds * 1000, state: final, ...why },
  );
}

export interface Volume {
  id: string;
  ownerId: string;
  sequence: number;
  sizeGiB: number;
  type: string;
  iops: number | undefined;
  throughput: number | undefined;
  encrypted: boolean;
  kmsKeyId: string | undefined;
  availabilityZone: string;
  createdAt: number;
  /** The snapshot that it was made from, empty if none. */
  snapshotId: string;
  attachment: { instanceId: string; deviceName: string; deleteOnTermination: boolean } | undefined;
  tags: Tags;
}
