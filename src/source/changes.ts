/** What has become of the instance's volumes since the bake looked at them. */
import { DescribeInstancesCommand } from '../aws/sdk/ec2.ts';
import type { Run } from '../run/run.ts';
import { sameDevice } from './devices.ts';
import type { SourceInstance } from './instance.ts';

const attemptSeconds = 5;

/**
 * @param known the instance as the bake saw it before it created the image
 * @returns what happened to the volume at the device, as a clause; undefined when nothing is known to have happened
 */
export async function whatBecameOf(
  run: Run,
  known: Pick<SourceInstance, 'id' | 'volumes'>,
  device: string,
): Promise<string | undefined> {
  const now = await volumesNow(run, known.id);
  if (now === undefined) return undefined;
  const before = known.volumes.find((volume) => sameDevice(volume.device, device))?.volumeId;
  const after = now.find((volume) => sameDevice(volume.device, device))?.volumeId;
  if (before === after) return undefined;
  if (before === undefined) return `${after} was attached to ${known.id} after the bake had looked at it`;
  return `${before} was detached from ${known.id} after the bake had looked at it`;
}

/** @returns undefined when EC2 does not tell, or the instance is gone, with all its volumes */
async function volumesNow({ aws, region, signal }: Run, instanceId: string) {
  try {
    const command = new DescribeInstancesCommand({ InstanceIds: [instanceId] });
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    const instance = (await aws.ec2(region).send(command, how)).Reservations?.[0]?.Instances?.[0];
    if (!['running', 'stopped', 'stopping', 'pending'].includes(instance?.State?.Name ?? ''))
      return undefined;
    return (instance?.BlockDeviceMappings ?? []).flatMap(({ DeviceName: device, Ebs }) =>
      device === undefined || Ebs?.VolumeId === undefined ? [] : [{ device, volumeId: Ebs.VolumeId }],
    );
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
