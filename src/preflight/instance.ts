/** Checks of the instance itself. */
import { DescribeInstanceTypesCommand, type InstanceStorageInfo } from '../aws/sdk/ec2.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { gibibytes } from '../base/units.ts';
import type { Run } from '../run/run.ts';
import { sameDevice } from '../source/devices.ts';
import { finishing, goneState, isPassingState, NoInstanceError } from '../source/inspect.ts';
import type { SourceInstance } from '../source/instance.ts';
import type { Check } from './check.ts';
import { checkPatience, error, type Finding, unchecked, warning } from './finding.ts';

export const instanceState: Check = (_run, { instance }) => {
  if (instance.state === 'running' || instance.state === 'stopped') return [];
  if (instance.state === goneState) {
    return [error(messageWithRemedy(new NoInstanceError(instance.id, instance.region)))];
  }
  // It was waited for.
  if (isPassingState(instance.state)) {
    return [
      error(
        `Timed out (\`timeout-minutes\`): instance ${instance.id} is still ${instance.state}. Raise \`timeout-minutes\`, or check why it does not ${finishing(instance.state)}.`,
      ),
    ];
  }
  return [
    error(
      `Instance ${instance.id} is ${instance.state}. EC2 images instances that are running or stopped; pass another one as \`instance-id\`.`,
    ),
  ];
};

/** CreateImage: "creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". */
export const rootDevice: Check = (_run, { instance }) => {
  if (instance.rootDeviceType === 'ebs') return [];
  return [
    error(
      `The root device of ${instance.id} is an instance store volume. CreateImage works on EBS-backed instances only: launch the instance from an EBS-backed AMI.`,
    ),
  ];
};

/** Instance store volumes are mapped in the AMI, "but their data is not included" (EC2 User Guide, instance store). */
export const instanceStore: Check = async (run, { instance }) => {
  const devices = instance.instanceStoreDevices;
  if (devices.length > 0) return [notCaptured(instance, devices.join(', '))];
  if (instance.type === '') return [];
  try {
    const storage = await storageOfType(run, instance);
    return storage === undefined ? [] : [notCaptured(instance, sizeOf(storage))];
  } catch (thrown) {
    run.signal.throwIfAborted();
    return [
      unchecked('ec2:DescribeInstanceTypes', 'whether the instance has instance store volumes', thrown),
    ];
  }
};

async function storageOfType(
  { aws, region, signal }: Run,
  instance: SourceInstance,
): Promise<InstanceStorageInfo | undefined> {
  const type = instance.type as never;
  const command = new DescribeInstanceTypesCommand({ InstanceTypes: [type] });
  const { InstanceTypes } = await aws.ec2(region).send(command, { signal, ...checkPatience });
  return InstanceTypes?.find(({ InstanceType }) => InstanceType === type)?.InstanceStorageInfo;
}

function sizeOf({ TotalSizeInGB, Disks }: InstanceStorageInfo): string {
  const disks = (Disks ?? []).reduce((sum, disk) => sum + (disk.Count ?? 1), 0);
  const size = TotalSizeInGB === undefined ? 'its disks' : `${TotalSizeInGB} GB`;
  return disks > 1 ? `${size} on ${disks} disks` : size;
}

function notCaptured(instance: SourceInstance, what: string): Finding {
  return warning(
    `Instance ${instance.id} (${instance.type}) has instance store volumes (${what}): their data is not captured in the image. Keep what must be in it on an EBS volume.`,
  );
}

export const excludedDevices = ((_run, { instance, excludeDevices }) => {
  // The volumes of an instance that is terminated, or has no EBS volumes at all: other checks tell of it.
  if (instance.volumes.length === 0) return [];
  const devices = [...instance.volumes.map((volume) => volume.device), ...instance.instanceStoreDevices];
  const present = instance.volumes
    .map(({ device, sizeGiB }) => `${device} (${gibibytes(sizeGiB)})`)
    .join(', ');
  return excludeDevices.flatMap((device) => {
    if (sameDevice(device, instance.rootDeviceName)) {
      return [
        error(
          `Input \`exclude-devices\`: ${device} is the root device of ${instance.id}, which every AMI needs.`,
        ),
      ];
    }
    if (devices.includes(device)) return [];
    return [
      error(`Input \`exclude-devices\`: ${instance.id} has no volume at ${device}. It has ${present}.`),
    ];
  });
}) satisfies Check;

/** EC2 reboots a running instance so that its file systems are consistent, unless it is told not to. */
export const crashConsistency: Check = (_run, { instance, noReboot }) => {
  if (!noReboot || instance.state !== 'running') return [];
  return [
    warning(
      'no-reboot: the instance keeps running while its volumes are captured. What is in memory and not yet on disk is missing from the image, and file systems may need a repair at first boot.',
    ),
  ];
};

/**
 * "AMIs of a hibernated instance" hold its memory in a file of the root volume, which belongs to that instance alone (EC2 User
 * Guide, "Hibernate your Amazon EC2 instance": create AMIs before hibernating).
 */
export const hibernatedInstance: Check = (_run, { instance }) => {
  if (instance.hibernated !== true) return [];
  return [
    warning(
      `Instance ${instance.id} is hibernated: its image contains the memory of a system that was not shut down, and instances of it may not boot. Start the instance and stop it without hibernating before it is baked.`,
    ),
  ];
};

/** Auto Scaling tags its members (Auto Scaling User Guide, "Tag Auto Scaling groups and instances"). */
const groupTag = 'aws:autoscaling:groupName';

/** A member that does not answer health checks while it reboots may be replaced. */
export const autoScalingMember: Check = (_run, { instance, noReboot }) => {
  const group = instance.tags[groupTag];
  if (group === undefined || noReboot || instance.state !== 'running') return [];
  return [
    warning(
      `Instance ${instance.id} belongs to the Auto Scaling group ${group}, which may replace it while EC2 reboots it for the image. Put it on standby first (aws autoscaling enter-standby), or bake from an instance outside the group.`,
    ),
  ];
};
