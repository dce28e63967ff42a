/** Marks an image as finished: the last change that a bake makes to it. */
import { awsFailure } from '../aws/failure.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import { CreateTagsCommand } from '../aws/sdk/ec2.ts';
import { stateTag } from '../naming/tags.ts';
import type { BakedImage } from './image.ts';

/**
 * The image and its snapshots go from `bake-ami:state` `baking` to `ready` in one call, which EC2 does wholly or
 * not at all. From then on no later attempt takes the image up and no clean-up by key removes it.
 */
export async function markReady(ec2: Ec2, image: BakedImage, signal: AbortSignal): Promise<void> {
  const Resources = [image.id, ...image.snapshots.map((snapshot) => snapshot.snapshotId)];
  const command = new CreateTagsCommand({ Resources, Tags: [{ Key: stateTag, Value: 'ready' }] });
  try {
    await ec2.send(command, { signal, newObject: true });
  } catch (error) {
    signal.throwIfAborted();
    throw awsFailure('ec2:CreateTags', `mark image ${image.id} as ready`, error);
  }
}
