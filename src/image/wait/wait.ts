/**
 * Waits until an image is available.
 *
 * The SDK's waiter is not used: it swallows every error until its time is over, knows only one of the five states
 * that an image does not come back from, and stops looking up to two minutes early.
 */
import { errorKind } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { duration } from '../../base/units.ts';
import type { Run } from '../../run/run.ts';
import { describeSnapshots, snapshotsOf } from '../describe.ts';
import { ImageGoneError, type Looked, Looks } from './looks.ts';
import { pollSeconds, progressSeconds } from './pace.ts';
import {
  EndEstimate,
  overallPercent,
  type SnapshotProgress,
  snapshotProgress,
  type WaitProgress,
} from './progress.ts';

export interface Awaited extends Looked {
  /** When the image was created: what the estimate counts from, in milliseconds since the epoch. */
  createdAt: number;
  /** How errors call it at the beginning of a sentence; `Image ami-…` when not given. */
  called?: string;
  /** What to do when it fails with that reason of EC2's; undefined for what is said of any image. */
  remedyFor?: (reason: string) => string | undefined;
  /** Called with each look at the snapshots. */
  onProgress: (progress: WaitProgress) => void;
}

/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const terminalStates = new Set(['failed', 'error', 'invalid', 'deregistered', 'disabled']);
/**
 * @returns the image as EC2 described it when it was available
 * @throws BakeError when the image ends in another state, cannot be described, or is not available at the deadline
 */
export async function waitUntilAvailable(run: Run, image: Awaited): Promise<Image> {
  const { clock, random, signal, deadline } = run;
  const { createdAt } = image;
  const estimate = new EndEstimate(createdAt);
  const looks = new Looks(run, image);
  let progress: SnapshotProgress[] = [];
  let nextProgressAt = 0;

  for (;;) {
    const isLastLook = clock.now() >= deadline;
    const seen = await looks.look();
    if (seen?.State === 'available') return seen;
    if (seen !== undefined && terminalStates.has(seen.State ?? '')) throw notComingBack(image, seen);
    if (isLastLook) throw timedOut(run, image, seen, progress);

    if (seen !== undefined && clock.now() >= nextProgressAt) {
      progress = (await readProgress(run, image, seen)) ?? progress;
      const now = clock.now();
      estimate.observe(now, progress);
      const left = secondsUntil(estimate.endsAt(), now);
      nextProgressAt = estimate.isDone
        ? Number.POSITIVE_INFINITY
        : now + progressSeconds((now - createdAt) / 1000, left) * 1000;
      image.onProgress({
        state: seen.State ?? 'unknown',
        percent: overallPercent(progress),
        snapshots: progress,
        waitedMilliseconds: now - createdAt,
        leftMilliseconds: left === undefined ? undefined : Math.max(0, left * 1000),
      });
    }

    const now = clock.now();
    const moment = {
      waited: (now - createdAt) / 1000,
      untilEnd: secondsUntil(estimate.endsAt(), now),
      snapshotsDone: estimate.isDone,
    };
    const delay = looks.backedOff(pollSeconds(moment, random()) * 1000);
    await clock.sleep(Math.max(0, Math.min(delay, deadline - now)), signal);
  }
}

/**
 * Leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2 Developer
 * Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyStatus = [{ Name: 'status', Values: ['pending', 'completed', 'error'] }];

/** Progress is not worth waiting for: the image may become available meanwhile. */
const progressAttemptSeconds = 4;

/** @returns undefined when the snapshots could not be asked for a passing reason */
async function readProgress(
  { aws, signal }: Run,
  { region, imageId }: Awaited,
  image: Image,
): Promise<SnapshotProgress[] | undefined> {
  const ec2 = aws.ec2(region);
  const SnapshotIds = snapshotsOf(image).map((snapshot) => snapshot.snapshotId);
  if (SnapshotIds.length === 0) return [];
  const how = { signal, patienceSeconds: 0, attemptSeconds: progressAttemptSeconds };
  try {
    const snapshots = await describeSnapshots(ec2, { SnapshotIds, Filters: anyStatus }, how).catch(
      (error) => {
        signal.throwIfAborted();
        if (errorKind(error) !== 'refused') throw error;
        // A server that does not know the filter.
        return describeSnapshots(ec2, { SnapshotIds }, how);
      },
    );
    return snapshots.map(snapshotProgress);
  } catch (error) {
    signal.throwIfAborted();
    const kind = errorKind(error);
    if (kind === 'credentials' || kind === 'permission') {
      throw awsFailure('ec2:DescribeSnapshots', `follow the snapshots of ${imageId}`, error);
    }
    return undefined;
  }
}

function secondsUntil(end: number | undefined, now: number): number | undefined {
  return end === undefined ? undefined : (end - now) / 1000;
}

function notComingBack(awaited: Awaited, image: Image): BakeError {
  const { Code: code, Message: message } = image.StateReason ?? {};
  const reason = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
  const EndError = image.State === 'deregistered' ? ImageGoneError : BakeError;
  return new EndError(`${nameOf(awaited)} is ${image.State}. EC2's reason: ${reason || 'none given'}.`, {
    remedy: remedyForState(awaited, image.State ?? '', reason),
  });
}

function nameOf({ called, imageId }: Awaited): string {
  return called ?? `Image ${imageId}`;
}

function remedyForState({ remedyFor }: Awaited, state: string, reason: string): string {
  if (state === 'deregistered' || state === 'disabled') {
    return `Somebody or something ${state} it while it was baked. CloudTrail shows who.`;
  }
  const particular = remedyFor?.(reason);
  if (particular !== undefined) return particular;
  if (/kms|key/i.test(reason)) {
    return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
  }
  return 'Failures inside EC2 often pass: run the job again. If they do not, check the state of the volumes, and give AWS Support the image ID.';
}

function timedOut(
  { deadline }: Run,
  awaited: Awaited,
  image: Image | undefined,
  progress: readonly SnapshotProgress[],
): BakeError {
  const percent = overallPercent(progress);
  const how = percent === undefined ? '' : `, its snapshots at ${Math.floor(percent)} %`;
  return new BakeError(
    `${nameOf(awaited)} is still ${image?.State ?? 'not visible'}${how}, ${duration(deadline - awaited.createdAt)} after its creation: timeout-minutes is over.`,
    {
      remedy:
        'Raise `timeout-minutes`: the first snapshot of a big volume takes long. With `on-failure: keep`, EC2 goes on creating the image, and a re-run of this workflow resumes it.',
    },
  );
}
