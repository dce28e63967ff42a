/** The looks of one wait at its image: what each shows, what to make of those that show nothing, and how dense they may be. */
import { describeAwsError, errorKind } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import {
  defaultAttemptSeconds,
  type Ec2,
  retryMilliseconds,
  throttleMilliseconds,
} from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import type { Clock } from '../../base/clock.ts';
import { BakeError } from '../../base/errors.ts';
import { duration } from '../../base/units.ts';
import { describeImage } from '../describe.ts';
import { lookInCompany, sizeOfCompany } from './company.ts';
import { companySeconds } from './pace.ts';

export interface LookOptions {
  ec2: Ec2;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
  imageId: string;
  /** When the image was created: what the estimate counts from, in milliseconds since the epoch. */
  createdAt: number;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  /** Told at each look at the image, so that what is known of it is published at once. */
  onImage: (image: Image) => void;
  /** Told once for each row of looks that failed for a passing reason. */
  onTrouble: (message: string) => void;
}

/** The image is not there any more, or never was. */
export class ImageGoneError extends BakeError {
  override readonly name = 'ImageGoneError';
}

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

/** Looks at the image; what passes is looked past, what cannot pass is thrown. */
export class Looks {
  readonly #options: LookOptions;
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

  constructor(options: LookOptions) {
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
