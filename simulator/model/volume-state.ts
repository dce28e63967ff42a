import type { Volume } from './instance.ts';
import { endedAt } from './instance-visibility.ts';
import type { World } from './world.ts';

/**
 * What has become of a volume. EC2 user guide, "Preserve data when an instance is terminated": with its instance it goes or
 * stays, as DeleteOnTermination says.
 * @returns undefined when it is deleted
 */
export function volumeAt(
  volume: Volume,
  world: World,
  now: number,
): { status: 'in-use' | 'available'; attachment: Volume['attachment'] } | undefined {
  const { attachment } = volume;
  if (!attachment) return { status: 'available', attachment: undefined };
  const instance = world.instances.get(attachment.instanceId);
  if (!instance || now < endedAt(instance)) return { status: 'in-use', attachment };
  return attachment.deleteOnTermination ? undefined : { status: 'available', attachment: undefined };
}
