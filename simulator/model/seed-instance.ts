import type { BootMode } from './image.ts';
import { recordLaunch } from './image-launches.ts';
import type { Instance, InstanceDevice, InstanceState, InstanceStateSince, Volume } from './instance.ts';
import { changedPlan, type InstancePlanChange } from './instance-plan.ts';
import { instanceTypes } from './instance-types.ts';
import { defaultLaunchSettings, type LaunchSettings } from './launch-settings.ts';
import { stateReason } from './state-reason.ts';
import { type TagRecord, Tags } from './tags.ts';
import type { World } from './world.ts';

/**
 * Everything has a default: `seedInstance()` is a running Linux instance with two EBS volumes and a Name tag.
 */
export interface InstanceSeed {
  id?: string;
  accountId?: string;
  state?: InstanceState;
  /** For an instance in a passing state: what it becomes, and when. */
  becomes?: { state: InstanceState; afterSeconds: number };
  /** How long ago it was launched: an hour unless given. See `consistency.instanceSeconds`. */
  launchedSecondsAgo?: number;
  /** Whether it can hibernate, and has: it is stopped then. */
  hibernation?: Instance['hibernation'];
  type?: string;
  architecture?: string;
  platformDetails?: string;
  imageId?: string;
  rootDeviceName?: string;
  rootDeviceType?: 'ebs' | 'instance-store';
  bootMode?: BootMode;
  tpmSupport?: 'v2.0';
  volumes?: readonly VolumeSeed[];
  /**
   * Device names of instance store volumes. DescribeInstances does not show them, as in EC2: what tells of them is
   * DescribeInstanceTypes, of the instance's type. Unless given, that is one with so many of them.
   */
  instanceStoreDevices?: readonly string[];
  tags?: TagRecord;
  /** What was asked for when it was launched. */
  settings?: Partial<LaunchSettings>;
  /** Its status checks, console and agent. Its states are in `state` and `becomes`. */
  plan?: InstancePlanChange;
}

export interface VolumeSeed {
  device: string;
  id?: string;
  sizeGiB?: number;
  type?: string;
  iops?: number;
  throughput?: number;
  /** `aws-managed` is the account's `aws/ebs`; else a customer managed key, made here or given by its ARN. */
  encrypted?: false | 'aws-managed' | 'customer-managed' | `arn:${string}`;
  deleteOnTermination?: boolean;
  tags?: TagRecord;
}

export function seedInstance(world: World, seed: InstanceSeed = {}): Instance {
  const now = world.now();
  const id = seed.id ?? world.ids.next('instance');
  const ownerId = seed.accountId ?? world.settings.accountId;
  const rootDeviceName = seed.rootDeviceName ?? '/dev/xvda';
  const rootDeviceType = seed.rootDeviceType ?? 'ebs';
  const devices = seedDevices(world, seed, { id, ownerId, rootDeviceName, rootDeviceType });
  const launchedAt = now - (seed.launchedSecondsAgo ?? 3600) * 1000;
  const instance: Instance = {
    id,
    ownerId,
    sequence: world.nextSequence(),
    reservationId: world.ids.next('reservation'),
    imageId: seed.imageId ?? world.ids.next('image'),
    type: seed.type ?? typeWith(devices.filter((device) => 'virtualName' in device).length),
    architecture: seed.architecture ?? 'x86_64',
    platformDetails: seed.platformDetails ?? 'Linux/UNIX',
    availabilityZone: `${world.region}a`,
    subnetId: world.ids.next('subnet'),
    vpcId: world.ids.next('vpc'),
    privateIp: '10.0.0.10',
    launchedAt,
    rootDeviceName,
    rootDeviceType,
    bootMode: seed.bootMode,
    tpmSupport: seed.tpmSupport,
    devices,
    tags: new Tags(Object.entries(seed.tags ?? { Name: 'web' })),
    states: statesOf(seed, launchedAt, now),
    hibernation: seed.hibernation ?? 'not-configured',
    goneAt: undefined,
    plan: changedPlan(world.settings.instance, seed.plan),
    reboots: [],
    settings: { ...defaultLaunchSettings, ...seed.settings },
  };
  recordLaunch(world, instance.imageId, instance.launchedAt);
  world.instances.set(id, instance);
  return instance;
}

/** Its volumes, by default a root device and another one, and its instance store volumes. */
function seedDevices(
  world: World,
  { volumes, instanceStoreDevices = [] }: InstanceSeed,
  instance: Pick<Instance, 'id' | 'ownerId' | 'rootDeviceName' | 'rootDeviceType'>,
): InstanceDevice[] {
  const root: VolumeSeed = { device: instance.rootDeviceName, sizeGiB: 8 };
  const other: VolumeSeed = { device: '/dev/sdf', sizeGiB: 20 };
  const ebs = (volumes ?? (instance.rootDeviceType === 'ebs' ? [root, other] : [other])).map(
    (seed): InstanceDevice => {
      const { id, attachment } = seedVolume(world, seed, instance);
      const deleteOnTermination = attachment?.deleteOnTermination ?? false;
      return { deviceName: seed.device, volumeId: id, deleteOnTermination };
    },
  );
  const instanceStore = instanceStoreDevices.map(
    (deviceName, index): InstanceDevice => ({ deviceName, virtualName: `ephemeral${index}` }),
  );
  return [...ebs, ...instanceStore];
}

function statesOf(seed: InstanceSeed, launchedAt: number, now: number): InstanceStateSince[] {
  const { becomes, hibernation } = seed;
  const state = seed.state ?? (hibernation === 'hibernated' ? 'stopped' : 'running');
  const states = [{ from: Number.NEGATIVE_INFINITY, state, ...whyStopped(seed, state, launchedAt) }];
  if (!becomes) return states;
  const from = now + becomes.afterSeconds * 1000;
  return [...states, { from, state: becomes.state, ...whyStopped(seed, becomes.state, from) }];
}

/** Somebody has stopped it, or let it hibernate. */
function whyStopped(
  { hibernation }: InstanceSeed,
  state: InstanceState,
  at: number,
): Pick<InstanceStateSince, 'reason'> {
  if (state !== 'stopping' && state !== 'stopped') return {};
  const way = hibernation === 'hibernated' ? 'Hibernate' : 'Shutdown';
  return { reason: stateReason(`Client.UserInitiated${way}`, at) };
}

function typeWith(instanceStoreVolumes: number): string {
  const fits = instanceTypes.find(({ storage }) => (storage?.disks ?? 0) === instanceStoreVolumes);
  return fits?.name ?? 't3.micro';
}

/** A volume that is attached to the instance, without the instance knowing it. */
export function seedVolume(
  world: World,
  seed: VolumeSeed,
  { id: instanceId, ownerId, rootDeviceName }: Pick<Instance, 'id' | 'ownerId' | 'rootDeviceName'>,
): Volume {
  const type = seed.type ?? 'gp3';
  const encryption = seed.encrypted ?? false;
  const volume: Volume = {
    id: seed.id ?? world.ids.next('volume'),
    ownerId,
    sequence: world.nextSequence(),
    sizeGiB: seed.sizeGiB ?? 8,
    type,
    iops: seed.iops ?? (type === 'gp3' ? 3000 : undefined),
    throughput: seed.throughput ?? (type === 'gp3' ? 125 : undefined),
    encrypted: encryption !== false,
    kmsKeyId: keyOf(world, encryption, ownerId),
    availabilityZone: `${world.region}a`,
    createdAt: world.now() - 3_600_000,
    snapshotId: '',
    attachment: {
      instanceId,
      deviceName: seed.device,
      deleteOnTermination: seed.deleteOnTermination ?? seed.device === rootDeviceName,
    },
    tags: new Tags(Object.entries(seed.tags ?? {})),
  };
  world.volumes.set(volume.id, volume);
  return volume;
}

function keyOf(world: World, encryption: false | string, accountId: string): string | undefined {
  if (encryption === false) return undefined;
  if (encryption === 'aws-managed') return world.awsManagedKey(accountId);
  if (encryption === 'customer-managed') return world.customerManagedKey(accountId);
  if (!world.keys.has(encryption)) world.keys.set(encryption, { arn: encryption, manager: 'CUSTOMER' });
  return encryption;
}
