/**
 * Waits until an image is available.
 *
 * The SDK's waiter is not used: it swallows every error until its time is over, knows only one of the five states
 * that an image does not come back from, and stops looking up to two minutes early.
 */
import type { Image } from '@aws-sdk/client-ec2';
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import {
  defaultAttemptSeconds,
  type Ec2,
  retryMilliseconds,
  throttleMilliseconds,
} from '../aws/patient-client.ts';
import type { Clock } from '../clock.ts';
import { BakeError } from '../errors.ts';
import { duration } from '../units.ts';
import { lookInCompany, sizeOfCompany } from './company.ts';
import { describeImage, describeSnapshots, snapshotsOf } from './describe.ts';
import { companySeconds, pollSeconds, progressSeconds } from './pace.ts';
import {
  EndEstimate,
  overallPercent,
  type SnapshotProgress,
  snapshotProgress,
  type WaitProgress,
} from './progress.ts';

export interface WaitOptions {
  ec2: Ec2;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
  imageId: string;
  /** How errors call it at the beginning of a sentence; `Image ami-…` when not given. */
  called?: string;
  /** What to do when it fails with that reason of EC2's; undefined for what is said of any image. */
  remedyFor?: (reason: string) => string | undefined;
  /** When the image was created: what the estimate counts from, in milliseconds since the epoch. */
  createdAt: number;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  /** Told at each look at the image, so that what is known of it is published at once. */
  onImage: (image: Image) => void;
  /** Told at each look at the snapshots. */
  onProgress: (progress: WaitProgress) => void;
  /** Told once for each row of looks that failed for a passing reason. */
  onTrouble: (message: string) => void;
}

/** The image is not there any more, or never was. */
export class ImageGoneError extends BakeError {
  override readonly name = 'ImageGoneError';
}

/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const terminalStates = new Set(['failed', 'error', 'invalid', 'deregistered', 'disabled']);
/** EC2's developer guide asks for patience of minutes with objects that do not show (eventual consistency). */
const neverSeenSeconds = 300;
/** An image that has shown may be hidden again by a reader that lags behind, but not for long. */
const goneSeconds = 60;
/** The last look at the deadline gets a few seconds of its own, even when EC2 does not answer. */
const lastLookSeconds = 5;
/** However much EC2 throttles, intervals grow to so many times their length, … */
const mostSlowness = 8;
/** … and are not made longer than this. */
const mostSlowedMilliseconds = 60_000;

/**
 * @returns the image as EC2 described it when it was available
 * @throws BakeError when the image ends in another state, cannot be described, or is not available at the deadline
 */
export async function waitUntilAvailable(options: WaitOptions): Promise<Image> {
  const { clock, random, signal, createdAt, deadline } = options;
  const estimate = new EndEstimate(createdAt);
  const looks = new Looks(options);
  let progress: SnapshotProgress[] = [];
  let nextProgressAt = 0;

  for (;;) {
    const isLastLook = clock.now() >= deadline;
    const image = await looks.look();
    if (image?.State === 'available') return image;
    if (image !== undefined && terminalStates.has(image.State ?? '')) throw notComingBack(options, image);
    if (isLastLook) throw timedOut(options, image, progress);

    if (image !== undefined && clock.now() >= nextProgressAt) {
      progress = (await readProgress(options, image)) ?? progress;
      const now = clock.now();
      estimate.observe(now, progress);
      const left = secondsUntil(estimate.endsAt(), now);
      const done = overallPercent(progress) === 100;
      nextProgressAt = done
        ? Number.POSITIVE_INFINITY
        : now + progressSeconds((now - createdAt) / 1000, left) * 1000;
      options.onProgress({
        state: image.State ?? 'unknown',
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
      untilEarliest: secondsUntil(estimate.endsNotBefore(), now),
      snapshotsDone: estimate.isDone,
      company: looks.company,
    };
    const pace = pollSeconds(moment, random());
    const delay = looks.slowed(pace * 1000);
    await clock.sleep(Math.max(0, Math.min(delay, deadline - now)), signal);
  }
}

/** Looks at the image; what passes is looked past, what cannot pass is thrown. */
class Looks {
  readonly #options: WaitOptions;
  #company = 0;
  /** By EC2's clock, once it is known. */
  #createdAt: number;
  /** When to look in company again, milliseconds since the epoch: at once, and when those who came after show as well. */
  #companyAt: number[];
  #failures = 0;
  #isThrottled = false;
  #slowness = 1;
  #wasSeen = false;
  /** When the first of a row of looks did not show it, or the wait began; undefined while it shows. */
  #hiddenSince: number | undefined;

  constructor(options: WaitOptions) {
    this.#options = options;
    this.#createdAt = options.createdAt;
    const now = options.clock.now();
    this.#hiddenSince = now;
    this.#companyAt = [now, now + (companySeconds / 2) * 1000];
  }

  /** @returns undefined when this look showed nothing, which may be different at the next */
  async look(): Promise<Image | undefined> {
    const { ec2, imageId, signal, clock, deadline, onImage, onTrouble } = this.#options;
    const leftSeconds = Math.max(lastLookSeconds, (deadline - clock.now()) / 1000);
    const attemptSeconds = Math.min(defaultAttemptSeconds, leftSeconds);
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    const isInCompany = clock.now() >= (this.#companyAt[0] ?? Number.POSITIVE_INFINITY);
    const found = isInCompany ? this.#lookInCompany(how) : describeImage(ec2, imageId, how);
    const image = await found.catch((error) => {
      signal.throwIfAborted();
      const kind = errorKind(error);
      if (kind === 'not-found') return undefined;
      if (kind !== 'throttled' && kind !== 'unclear') {
        throw awsFailure('ec2:DescribeImages', `follow image ${imageId}`, error);
      }
      this.#failures += 1;
      this.#isThrottled = kind === 'throttled';
      if (this.#isThrottled) this.#slowness = Math.min(mostSlowness, this.#slowness * 2);
      if (this.#failures === 1)
        onTrouble(`A look at ${imageId} failed (${describeAwsError(error)}); going on.`);
      return 'failed' as const;
    });
    if (image === 'failed') return undefined;
    this.#failures = 0;
    this.#slowness = Math.max(1, this.#slowness - 0.5);
    if (image === undefined) return this.#unseen();
    this.#wasSeen = true;
    this.#hiddenSince = undefined;
    const createdAt = Date.parse(image.CreationDate ?? '');
    if (!Number.isNaN(createdAt)) this.#createdAt = createdAt;
    onImage(image);
    return image;
  }

  /** As in `Moment`; nobody else counts while the image does not show, until it does or is known to be gone. */
  get company(): number {
    return this.#wasSeen && this.#hiddenSince !== undefined ? 0 : this.#company;
  }

  /**
   * The interval, or more after looks that failed. Who is throttled looks half as often from then on, and finds back
   * step by step: additive increase, multiplicative decrease, by which many share what there is.
   */
  slowed(milliseconds: number): number {
    const random = this.#options.random();
    const backOff = this.#isThrottled
      ? throttleMilliseconds
      : (failures: number) => retryMilliseconds(1, failures, random);
    const slowed = Math.min(milliseconds * this.#slowness, mostSlowedMilliseconds);
    // A look that failed showed nothing: it is made up for before the interval is over.
    return this.#failures === 0
      ? Math.max(milliseconds, slowed)
      : Math.max(slowed, backOff(this.#failures, random));
  }

  /** A server that cannot do this is asked for the image alone, as every look but two does. */
  async #lookInCompany(how: { signal: AbortSignal }): Promise<Image | undefined> {
    const { ec2, imageId, signal, clock } = this.#options;
    this.#companyAt.shift();
    try {
      const { image, others } = await lookInCompany(ec2, imageId, this.#createdAt, how);
      const createdAt = Date.parse(image?.CreationDate ?? '');
      const around = Number.isNaN(createdAt) ? this.#createdAt : createdAt;
      this.#company = sizeOfCompany(others, around, clock.now());
      if (image !== undefined) return image;
    } catch (error) {
      signal.throwIfAborted();
      const kind = errorKind(error);
      if (kind === 'throttled' || kind === 'unclear') throw error;
      this.#companyAt = [];
    }
    return describeImage(ec2, imageId, how);
  }

  #unseen(): undefined {
    const { clock, imageId, onTrouble } = this.#options;
    if (this.#hiddenSince === undefined) onTrouble(`EC2 does not show ${imageId} any more; looking on`);
    this.#hiddenSince ??= clock.now();
    const seconds = (clock.now() - this.#hiddenSince) / 1000;
    const patience = this.#wasSeen ? goneSeconds : neverSeenSeconds;
    if (seconds < patience) return undefined;
    throw new ImageGoneError(
      `EC2 has not shown image ${imageId} for ${duration(seconds * 1000)}: it does not exist any more.`,
      {
        remedy:
          'Somebody or something deregistered it while it was baked. CloudTrail tells who called DeregisterImage.',
      },
    );
  }
}

/**
 * Leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2 Developer
 * Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyStatus = [{ Name: 'status', Values: ['pending', 'completed', 'error'] }];

/** @returns undefined when the snapshots could not be asked for a passing reason */
async function readProgress(options: WaitOptions, image: Image): Promise<SnapshotProgress[] | undefined> {
  const { ec2, signal, imageId } = options;
  const SnapshotIds = snapshotsOf(image).map((snapshot) => snapshot.snapshotId);
  if (SnapshotIds.length === 0) return [];
  const how = { signal, patienceSeconds: 0 };
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

function notComingBack(options: WaitOptions, image: Image): BakeError {
  const { Code: code, Message: message } = image.StateReason ?? {};
  const reason = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
  const EndError = image.State === 'deregistered' ? ImageGoneError : BakeError;
  return new EndError(`${nameOf(options)} is ${image.State}. EC2's reason: ${reason || 'none given'}.`, {
    remedy: remedyForState(options, image.State ?? '', reason),
  });
}

function nameOf({ called, imageId }: WaitOptions): string {
  return called ?? `Image ${imageId}`;
}

function remedyForState({ remedyFor }: WaitOptions, state: string, reason: string): string {
  if (state === 'deregistered' || state === 'disabled') {
    return `Somebody or something ${state} it while it was baked. CloudTrail tells who.`;
  }
  const particular = remedyFor?.(reason);
  if (particular !== undefined) return particular;
  if (/kms|key/i.test(reason)) {
    return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
  }
  return 'Failures inside of EC2 often pass: run the job again. If they do not, look at the state of the volumes, and give AWS Support the image ID.';
}

function timedOut(
  options: WaitOptions,
  image: Image | undefined,
  progress: readonly SnapshotProgress[],
): BakeError {
  const { deadline, createdAt } = options;
  const percent = overallPercent(progress);
  const how = percent === undefined ? '' : `, its snapshots at ${Math.floor(percent)} %`;
  return new BakeError(
    `${nameOf(options)} is still ${image?.State ?? 'not visible'}${how}, ${duration(deadline - createdAt)} after its creation: timeout-minutes is over.`,
    {
      remedy:
        'Raise `timeout-minutes`: the first snapshot of a big volume takes long. With `on-failure: keep`, the image goes on and a re-run of this workflow takes it up.',
    },
  );
}
