/** The polls of one wait: what each shows, what to make of those that show nothing, and the back-off while EC2 throttles. */
import { describeAwsError, errorKind } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { defaultAttemptSeconds, retryMilliseconds } from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { duration } from '../../base/units.ts';
import type { Run } from '../../run/run.ts';
import { describeImage } from '../describe.ts';
import { longestSeconds } from './pace.ts';

export interface Looked {
  region: string;
  imageId: string;
  /** Called with each look at the image, so that what is known of it is published at once. */
  onImage: (image: Image) => void;
}

/** The image does not exist any more, or never did. */
export class ImageGoneError extends BakeError {
  override readonly name = 'ImageGoneError';
}

/** EC2's developer guide asks for patience of minutes with objects that do not show (eventual consistency). */
const neverSeenSeconds = 300;
/** An image that has shown may be hidden again by a reader that lags behind, but not for long. */
const goneSeconds = 60;
/** The last look at the deadline gets a few seconds of its own, even when EC2 does not answer. */
const lastLookSeconds = 5;

/**
 * A hundred bakes that begin together use up the calls of the account: EC2 grants 20 DescribeImages a second. With an interval
 * of 6 to 9 seconds for each there is enough for all; two minutes later the intervals are that wide anyway.
 */
const crowdedSeconds = 120;
const crowdedIntervalSeconds = 6;

export class Looks {
  readonly #run: Run;
  readonly #looked: Looked;
  #failures = 0;
  #throttledAt = Number.NEGATIVE_INFINITY;
  #wasSeen = false;
  /** When the first of a row of looks did not show it, or the wait began; undefined while it shows. */
  #hiddenSince: number | undefined;

  constructor(run: Run, looked: Looked) {
    this.#run = run;
    this.#looked = looked;
    this.#hiddenSince = run.clock.now();
  }

  /**
   * @returns undefined when this look showed nothing, which may be different at the next
   * @throws BakeError for what cannot pass
   */
  async look(): Promise<Image | undefined> {
    const { aws, signal, clock, deadline, log } = this.#run;
    const { region, imageId, onImage } = this.#looked;
    const leftSeconds = Math.max(lastLookSeconds, (deadline - clock.now()) / 1000);
    const attemptSeconds = Math.min(defaultAttemptSeconds, leftSeconds);
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    const image = await describeImage(aws.ec2(region), imageId, how).catch((error) => {
      signal.throwIfAborted();
      const kind = errorKind(error);
      if (kind === 'not-found') return undefined;
      if (kind !== 'throttled' && kind !== 'unclear') {
        throw awsFailure('ec2:DescribeImages', `follow image ${imageId}`, error);
      }
      this.#failures += 1;
      if (kind === 'throttled') this.#throttledAt = clock.now();
      if (this.#failures === 1)
        log.info(`Could not poll ${imageId} (${describeAwsError(error)}); polling goes on.`);
      return 'failed' as const;
    });
    if (image === 'failed') return undefined;
    this.#failures = 0;
    if (image === undefined) return this.#unseen();
    this.#wasSeen = true;
    this.#hiddenSince = undefined;
    onImage(image);
    return image;
  }

  /**
   * The interval; after looks that failed, the back-off. It widens only while they fail, and never beyond 15 seconds. For a
   * while after EC2 has throttled a look, others of the account are waiting as well: the interval leaves room for them.
   */
  backedOff(milliseconds: number): number {
    const { clock, random } = this.#run;
    const isCrowded = clock.now() - this.#throttledAt < crowdedSeconds * 1000;
    const least = isCrowded ? crowdedIntervalSeconds * (1 + random() / 2) * 1000 : 0;
    if (this.#failures === 0) return Math.max(least, milliseconds);
    return Math.min(longestSeconds * 1000, Math.max(least, retryMilliseconds(1, this.#failures, random())));
  }

  #unseen(): undefined {
    const { clock, log } = this.#run;
    const { imageId } = this.#looked;
    if (this.#hiddenSince === undefined) log.info(`EC2 does not show ${imageId} any more; polling goes on`);
    this.#hiddenSince ??= clock.now();
    const seconds = (clock.now() - this.#hiddenSince) / 1000;
    const patience = this.#wasSeen ? goneSeconds : neverSeenSeconds;
    if (seconds < patience) return undefined;
    throw new ImageGoneError(
      `EC2 has not shown image ${imageId} for ${duration(seconds * 1000)}: it does not exist any more.`,
      {
        remedy:
          'Somebody or something deregistered it while it was baked. CloudTrail shows who called DeregisterImage.',
      },
    );
  }
}
