/** Reads the facts of the instance and its volumes from EC2. */
import { callersAccount } from '../aws/account.ts';
import { errorKind } from '../aws/errors.ts';
import { asFailure, awsFailure } from '../aws/failure.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import {
  DescribeInstancesCommand,
  DescribeVolumesCommand,
  type DescribeVolumesRequest,
  type Instance,
  type InstanceBlockDeviceMapping,
  type Volume,
} from '../aws/sdk/ec2.ts';
import { BakeError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import type { Run } from '../run/run.ts';
import { sameDevice } from './devices.ts';
import type { SourceInstance, SourceVolume } from './instance.ts';

const passingStatePollSeconds = 3;

/**
 * A passing state of the instance (`pending`, `stopping`) is waited for until the deadline.
 * @throws BakeError when the instance does not exist or may not be described
 */
export async function inspectInstance(run: Run, instanceId: string): Promise<SourceInstance> {
  const { clock, signal, deadline, log, region } = run;
  let isLogged = false;
  for (;;) {
    const { instance, accountId, attached } = await describeBoth(run, instanceId);
    const state = instance.State?.Name ?? 'unknown';
    const nextLook = clock.now() + passingStatePollSeconds * 1000;
    if (!isPassingState(state) || nextLook > deadline) {
      return sourceInstance(region, accountId, instance, await volumesOf(run, instance, attached));
    }
    if (!isLogged) log.info(`Instance ${instanceId} is ${state}; waiting for it to ${finishing(state)}`);
    isLogged = true;
    await clock.sleep(passingStatePollSeconds * 1000, signal);
  }
}

/** What an instance in a passing state is about to do, as a verb. */
export function finishing(state: string): string {
  return state === 'pending' ? 'start' : 'stop';
}

/** EC2's name of the state that the instance is in now. */
export async function instanceState(ec2: Ec2, instanceId: string, signal: AbortSignal): Promise<string> {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }), {
    signal,
  });
  return Reservations?.[0]?.Instances?.[0]?.State?.Name ?? 'unknown';
}

/** A state that ends by itself, in one that can be imaged. */
export function isPassingState(state: string): boolean {
  return state === 'pending' || state === 'stopping';
}

/** The instance, and side by side what is attached to it. */
async function describeBoth(run: Run, instanceId: string) {
  const ended = new AbortController();
  const signal = AbortSignal.any([run.signal, ended.signal]);
  const attached = describeVolumes({ ...run, signal }, instanceId, {
    Filters: [{ Name: 'attachment.instance-id', Values: [instanceId] }],
  });
  // It is looked at when the instance is known.
  attached.catch(() => undefined);
  try {
    return { ...(await describeInstance(run, instanceId)), attached: await attached };
  } finally {
    ended.abort(new Error('The instance could not be described'));
  }
}

/**
 * All states. It leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2
 * Developer Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyState = {
  Name: 'instance-state-name',
  Values: ['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'],
};

/** An instance that was launched a moment ago may not show yet (eventual consistency). */
const visibleSeconds = 3.5;
const lookEverySeconds = 0.5;

/** EC2 does not know the instance. */
export class NoInstanceError extends BakeError {
  override readonly name = 'NoInstanceError';

  constructor(instanceId: string, region: string) {
    super(`Instance ${instanceId} does not exist in ${region}.`, {
      remedy:
        'Check the input `instance-id`, the Region (`aws-region`), and that the credentials belong to the account of the instance.',
    });
  }
}

async function describeInstance(run: Run, instanceId: string) {
  const { clock, signal } = run;
  const until = clock.now() + visibleSeconds * 1000;
  const look = () => visibleInstance(run, instanceId);
  const found = await lookUntil(look, { clock, signal, until, everySeconds: lookEverySeconds });
  if (found === undefined) throw new NoInstanceError(instanceId, run.region);
  return found;
}

async function visibleInstance({ aws, region, signal }: Run, instanceId: string) {
  try {
    const command = new DescribeInstancesCommand({ InstanceIds: [instanceId], Filters: [anyState] });
    const { Reservations } = await aws.ec2(region).send(command, { signal });
    for (const reservation of Reservations ?? []) {
      const instance = reservation.Instances?.find((candidate) => candidate.InstanceId === instanceId);
      if (instance) return { instance, accountId: reservation.OwnerId ?? '' };
    }
    return undefined;
  } catch (error) {
    if (errorKind(error) === 'not-found') return undefined;
    throw awsFailure('ec2:DescribeInstances', `describe instance ${instanceId}`, error);
  }
}

/** @param attached what the filter found: a volume that was attached a moment ago may be missing there */
async function volumesOf(run: Run, instance: Instance, attached: Volume[]): Promise<Volume[]> {
  const VolumeIds = ebsMappings(instance).map((mapping) => mapping.Ebs?.VolumeId ?? '');
  if (VolumeIds.every((id) => attached.some(({ VolumeId }) => VolumeId === id))) return attached;
  return describeVolumes(run, instance.InstanceId ?? '', { VolumeIds });
}

async function describeVolumes(
  { aws, region, signal }: Run,
  instanceId: string,
  request: DescribeVolumesRequest,
): Promise<Volume[]> {
  const { Volumes } = await aws
    .ec2(region)
    .send(new DescribeVolumesCommand(request), { signal, newObject: true })
    .catch(asFailure(signal, 'ec2:DescribeVolumes', `describe the volumes of ${instanceId}`));
  return Volumes ?? [];
}

/**
 * An instance that EC2 does not know any more, as far as an image can be found without it.
 * @throws BakeError when STS does not tell the account
 */
export async function instanceThatIsGone({ aws, region, signal }: Run, id: string): Promise<SourceInstance> {
  const accountId = await callersAccount(aws, { signal }).catch(
    asFailure(signal, 'sts:GetCallerIdentity', 'find out which account this is'),
  );
  return sourceInstance(region, accountId ?? '', { InstanceId: id, State: { Name: goneState as never } }, []);
}

/** The state of an instance that EC2 does not know: a word of ours. */
export const goneState = 'gone';

function ebsMappings(instance: Instance): InstanceBlockDeviceMapping[] {
  return (instance.BlockDeviceMappings ?? []).filter((mapping) => mapping.Ebs?.VolumeId !== undefined);
}

function sourceInstance(
  region: string,
  accountId: string,
  instance: Instance,
  volumes: Volume[],
): SourceInstance {
  const tags = new Map((instance.Tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']));
  const rootDeviceName = instance.RootDeviceName ?? '';
  return {
    id: instance.InstanceId ?? '',
    region,
    accountId,
    state: instance.State?.Name ?? 'unknown',
    name: tags.get('Name'),
    type: instance.InstanceType ?? '',
    architecture: instance.Architecture ?? '',
    platform: instance.PlatformDetails ?? instance.Platform ?? 'Linux/UNIX',
    imageId: instance.ImageId ?? '',
    tags: Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(tags)),
    rootDeviceName,
    rootDeviceType: instance.RootDeviceType ?? 'ebs',
    ...(isHibernated(instance) ? { hibernated: true } : {}),
    volumes: ebsMappings(instance)
      .map((mapping) => sourceVolume(mapping, rootDeviceName, volumes))
      .sort(byDevice),
    instanceStoreDevices: (instance.BlockDeviceMappings ?? [])
      .filter((mapping) => mapping.Ebs === undefined && mapping.DeviceName !== undefined)
      .map((mapping) => mapping.DeviceName ?? ''),
  };
}

/** "Client.UserInitiatedHibernate" is a stop by hibernating (EC2 API Reference, StateReason). */
function isHibernated({ StateReason }: Instance): boolean {
  return StateReason?.Code === 'Client.UserInitiatedHibernate';
}

function sourceVolume(
  mapping: InstanceBlockDeviceMapping,
  rootDeviceName: string,
  volumes: Volume[],
): SourceVolume {
  const volumeId = mapping.Ebs?.VolumeId ?? '';
  const volume = volumes.find((candidate) => candidate.VolumeId === volumeId);
  return {
    device: mapping.DeviceName ?? '',
    volumeId,
    root: sameDevice(mapping.DeviceName ?? '', rootDeviceName),
    sizeGiB: volume?.Size ?? 0,
    encrypted: volume?.Encrypted ?? false,
    kmsKeyId: volume?.KmsKeyId,
  };
}

/** The order of everything that is listed by device: the root first, then by device name. */
export function byDevice(a: { device: string; root: boolean }, b: { device: string; root: boolean }): number {
  if (a.root !== b.root) return a.root ? -1 : 1;
  return a.device < b.device ? -1 : a.device > b.device ? 1 : 0;
}
