/** Marks an image as one that nobody removes any more: the last change that a bake makes to it. */
import { asFailure } from '../aws/failure.ts';
import { CreateTagsCommand } from '../aws/sdk/ec2.ts';
import { BakeError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import { bakeStateOf, claimOf, stateTag } from '../base/own-tags.ts';
import type { Run } from '../run/run.ts';
import { type OwnClaims, throwIfSuperseded } from './claim.ts';
import { describeImage } from './describe.ts';
import type { BakedImage } from './image.ts';

/** Finished, or not waited for. */
type FinalState = 'ready' | 'unverified';

/** EC2's developer guide speaks of minutes until a change shows (eventual consistency). */
const patienceSeconds = 300;
const lookEverySeconds = 2;

/**
 * The image and its snapshots get the state in one call, which EC2 does wholly or not at all. From then on no later attempt
 * resumes the image and no clean-up removes it.
 */
export async function markAs(run: Run, image: BakedImage, state: FinalState): Promise<void> {
  const { aws, signal } = run;
  run.record.changed = true;
  const Resources = [image.id, ...image.snapshots.map((snapshot) => snapshot.snapshotId)];
  const command = new CreateTagsCommand({ Resources, Tags: [{ Key: stateTag, Value: state }] });
  await aws
    .ec2(image.region)
    .send(command, { signal, newObject: true })
    .catch(asFailure(signal, 'ec2:CreateTags', `mark image ${image.id} as ${state}`));
}

/**
 * Reads back that the image has the state and is still this process's own. Only then it may be handed out: see `ownership.ts`.
 * @throws SupersededError when another process has taken it over; BakeError when EC2 does not show the mark
 */
export async function confirm(
  run: Run,
  { id, region }: BakedImage,
  state: FinalState,
  own: OwnClaims,
): Promise<void> {
  const { aws, clock, signal } = run;
  const isConfirmed = async () => {
    const image = await describeImage(aws.ec2(region), id, { signal, newObject: true }).catch(
      asFailure(signal, 'ec2:DescribeImages', `see whether image ${id} is marked as ${state}`),
    );
    if (image === undefined) return undefined;
    throwIfSuperseded(run, image, own);
    return (bakeStateOf(image) === state && claimOf(image) === own.claim) || undefined;
  };
  const until = clock.now() + patienceSeconds * 1000;
  if (await lookUntil(isConfirmed, { clock, signal, until, everySeconds: lookEverySeconds })) return;
  throw new BakeError(
    `EC2 accepted that image ${id} is ${state}, but does not show it ${patienceSeconds} seconds later.`,
    {
      remedy:
        'Somebody or something may have changed its tags; CloudTrail shows who called CreateTags. Run the job again.',
    },
  );
}
