/**
 * Waits until an image is available.
 *
 * The SDK's waiter is not used: it swallows every error until its time is over, knows only one of the five states
 * that an image does not come back from, and stops polling up to two minutes early.
 */
import type { Image, Snapshot } from '../../aws/sdk/ec2.ts';
import type { Run } from '../../run/run.ts';
import { type Looked, Looks } from './looks.ts';
import { pollSeconds } from './pace.ts';
import type { WaitProgress } from './progress.ts';
import { endOf, type Named, timedOut } from './sentences.ts';
import { Snapshots } from './snapshots.ts';

export interface Awaited extends Looked, Named {
  /** Of the bake that has just created the image: its snapshots are looked up by it, before EC2 tells their IDs. */
  key?: string | undefined;
  /** Called after each poll while the image is not available: most of them bring nothing new. */
  onProgress: (progress: WaitProgress) => void;
}

/** An image as EC2 described it when it was available, with those of its snapshots that were seen completed. */
export interface Seen {
  image: Image;
  snapshots: readonly Snapshot[];
}

/**
 * @throws BakeError when the image ends in another state, cannot be described, or is not available at the deadline
 */
export async function waitUntilAvailable(run: Run, image: Awaited): Promise<Seen> {
  const { clock, deadline } = run;
  const looks = new Looks(run, image);
  const snapshots = new Snapshots(run, image);
  const ahead = snapshots.lookAhead(image.key);
  for (;;) {
    const isLastLook = clock.now() >= deadline;
    const [seen] = await Promise.all([looks.look(), ahead]);
    if (seen?.State === 'available') return { image: seen, snapshots: snapshots.completed };
    const end = seen && endOf(image, seen);
    if (end !== undefined) throw end;
    if (isLastLook) throw timedOut(run, image, seen, snapshots.known);

    if (seen !== undefined) {
      await snapshots.follow(seen);
      image.onProgress(snapshots.progress(seen.State ?? 'unknown'));
    }
    await untilNextLook(run, image, looks, snapshots);
  }
}

async function untilNextLook(
  { clock, random, signal, deadline }: Run,
  { createdAt }: Awaited,
  looks: Looks,
  snapshots: Snapshots,
): Promise<void> {
  const now = clock.now();
  const moment = {
    waited: (now - createdAt) / 1000,
    untilEnd: snapshots.secondsLeft(),
    snapshotsDone: snapshots.areDone,
  };
  const delay = looks.backedOff(pollSeconds(moment, random()) * 1000);
  await clock.sleep(Math.max(0, Math.min(delay, deadline - now)), signal);
}
