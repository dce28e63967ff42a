/**
 * The request for a copy, sent until it is clear what came of it.
 *
 * CopyImage has a client token, so the same request may be sent again: EC2 answers with the same copy. The token is
 * made from what identifies the copy, so that a later attempt of the workflow run finds the copy even before EC2 shows
 * it. But a repeated request must be the same to the letter, and the tags of another attempt are not: then, as when the
 * name is taken, what shows in the Region decides.
 */
import { awsErrorFacts, describeAwsError, errorKind, UnreadableAnswerError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { defaultPatienceSeconds, retryMilliseconds } from '../../aws/patient-client.ts';
import { CopyImageCommand, type CopyImageRequest, type Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { shortHash } from '../../base/text.ts';
import { ageSeconds } from '../describe.ts';
import { nothingCreated } from '../make/create.ts';
import {
  duplicateSeconds,
  holderIn,
  holderOfName,
  imageIdIn,
  nameTaken,
  tolerantly,
} from '../make/in-doubt.ts';
import { isStillPending } from '../share/refusals.ts';
import type { Copy, RegionalOptions } from './copy.ts';
import type { EarlierCopies } from './earlier.ts';

/** Limit for one CopyImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long the Region may take to see that the home image is there. */
const invisibleSourceSeconds = 120;
/** EC2 gives no pace for its limit of copies under way; one ends after minutes. */
const limitPaceSeconds = 30;
/** How long the copy is looked for that a token stands for whose request was another. */
const mismatchSeconds = 60;
/** So old an image shows its tags, if it has any. */
const youngSeconds = 120;
const lookEverySeconds = 5;

export class CopyRequests {
  readonly #options: RegionalOptions;
  readonly #earlier: EarlierCopies;
  /** Tokens that turned out to stand for a copy of no use, beside those that `#earlier` tells. */
  #spentTokens = 0;
  /** An answer was lost: the request may have worked. */
  #inDoubt = false;
  /** Codes of the errors that have been told. */
  readonly #told = new Set<string>();

  constructor(options: RegionalOptions, earlier: EarlierCopies) {
    this.#options = options;
    this.#earlier = earlier;
  }

  /**
   * Sends CopyImage until it is answered with a copy, or until it is clear that it will not be.
   * @throws BakeError when there will be no copy
   */
  async send(): Promise<Copy> {
    const { clock } = this.#options;
    const startedAt = clock.now();
    for (let sent = 1; ; sent += 1) {
      const answer = await this.#sendOnce();
      if (typeof answer !== 'string') {
        const found = await this.#settle(answer.error, sent, startedAt);
        if (found !== undefined) return found;
      } else if (this.#earlier.isUseless(answer)) {
        this.#spentTokens += 1;
      } else {
        return { imageId: answer, createdAt: clock.now(), takenUp: false };
      }
    }
  }

  async #sendOnce(): Promise<string | { error: unknown }> {
    const { ec2, signal, clock, deadline } = this.#options;
    const left = Math.max(0, (deadline - clock.now()) / 1000);
    const how = {
      signal,
      attemptSeconds,
      patienceSeconds: Math.min(defaultPatienceSeconds, left),
      onFailure: (error: unknown) => {
        this.#inDoubt ||= errorKind(error) === 'unclear';
      },
    };
    try {
      return imageIdIn(await ec2.send(new CopyImageCommand(this.#request()), how), 'CopyImage');
    } catch (error) {
      signal.throwIfAborted();
      return { error };
    }
  }

  #request(): CopyImageRequest {
    const { home, names, target } = this.#options;
    const { kmsKeyId } = target;
    return {
      SourceImageId: home.imageId,
      SourceRegion: home.region,
      ClientToken: this.#token(),
      Name: names.name,
      Description: names.description,
      CopyImageTags: false,
      TagSpecifications: [
        { ResourceType: 'image', Tags: [...names.imageTags] },
        { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
      ],
      ...(kmsKeyId === undefined ? {} : { Encrypted: true, KmsKeyId: kmsKeyId }),
    };
  }

  /** A "string of up to 64 ASCII characters" (EC2 developer guide, "Ensuring idempotency"). */
  #token(): string {
    const { names, home, target } = this.#options;
    const identity = [names.key, home.imageId, target.region, this.#earlier.useless, this.#spentTokens];
    return `bake-ami-${shortHash(JSON.stringify(identity), 40)}`;
  }

  /**
   * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
   * @throws BakeError when there will be no copy
   */
  async #settle(error: unknown, sent: number, startedAt: number): Promise<Copy | undefined> {
    const { clock, random, target, progress } = this.#options;
    const { code } = awsErrorFacts(error);
    if (code === 'InvalidAMIName.Duplicate') return this.#settleDuplicate(error);
    if (code === 'IdempotentParameterMismatch') return this.#settleMismatch(error);
    if (isTooManyCopies(error)) {
      this.#tell(
        error,
        `${target.region} takes no further copy for now (${describeAwsError(error)}); waiting.`,
      );
      progress.update(target.region, 'waiting');
      await this.#pause(limitPaceSeconds * (0.9 + random() / 5) * 1000, error);
      return undefined;
    }
    const mayPass = isInvisibleSource(error) || error instanceof UnreadableAnswerError;
    if (!mayPass || clock.now() - startedAt > invisibleSourceSeconds * 1000) throw this.#failure(error);
    await this.#pause(retryMilliseconds(1, sent, random()), error);
    return undefined;
  }

  /**
   * The token has been used by an earlier attempt, with other tags: the copy that it stands for shows sooner or later,
   * or is gone. Should it show too late, its name keeps a second one from being made.
   */
  async #settleMismatch(error: unknown): Promise<Copy | undefined> {
    const { clock, target } = this.#options;
    this.#tell(error, `An earlier attempt has copied to ${target.region}; looking for its copy.`);
    const until = clock.now() + mismatchSeconds * 1000;
    while (clock.now() < until) {
      const copy = await this.#tolerantly(() => this.#earlier.takeUp(0));
      if (copy !== undefined) return copy;
      await this.#pause(lookEverySeconds * 1000, error);
    }
    this.#spentTokens += 1;
    return undefined;
  }

  /** The name is that of a copy of this bake which did not show so far, or somebody else's. */
  async #settleDuplicate(error: unknown): Promise<Copy | undefined> {
    const { ec2, clock, signal, names, target } = this.#options;
    this.#tell(error, `The name is taken in ${target.region} (${describeAwsError(error)}); looking by what.`);
    const holderId = holderIn(error);
    const how = { signal, patienceSeconds: 0 };
    const until = clock.now() + duplicateSeconds * 1000;
    for (;;) {
      const copy = await this.#tolerantly(() => this.#earlier.takeUp(0));
      if (copy !== undefined) return copy;
      if (clock.now() - this.#earlier.freedNameAt < duplicateSeconds * 1000) {
        await this.#pause(lookEverySeconds * 1000, error);
        return undefined;
      }
      const holder = await this.#tolerantly(() => holderOfName(ec2, names.name, holderId, how));
      const isForeign = holder !== undefined && !mayLackTags(holder, clock.now());
      if (isForeign || clock.now() > until) {
        const id = holder?.ImageId ?? holderId;
        throw nameTaken(names.name, target.region, id === undefined ? '' : ` by ${id}`, error);
      }
      await this.#pause(lookEverySeconds * 1000, error);
    }
  }

  #tolerantly<T>(look: () => Promise<T>): Promise<T | undefined> {
    const { signal, target } = this.#options;
    return tolerantly(look, signal, `look for the copy in ${target.region}`);
  }

  #failure(error: unknown): BakeError {
    const { home, target } = this.#options;
    const { region } = target;
    const failure = awsFailure('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
    if (!isTooManyCopies(error)) return this.#inDoubt ? failure : nothingCreated(failure);
    return new BakeError(failure.message, {
      cause: error,
      remedy: `Other copies kept ${region} busy until \`timeout-minutes\` was over: raise it, copy less at the same time, or ask AWS to raise the limit.`,
    });
  }

  /** @throws BakeError for the error when there is no time left for such a pause */
  async #pause(milliseconds: number, error: unknown): Promise<void> {
    const { clock, deadline, signal } = this.#options;
    if (clock.now() + milliseconds > deadline) throw this.#failure(error);
    await clock.sleep(milliseconds, signal);
  }

  /** What EC2 answers again and again is told once. */
  #tell(error: unknown, message: string): void {
    const { code } = awsErrorFacts(error);
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#options.onTrouble(message);
  }
}

/** Tags of a new image may show a little later than the image itself (eventual consistency). */
function mayLackTags(image: Image, now: number): boolean {
  return ageSeconds(image, now) < youngSeconds;
}

/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}

/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error: unknown): boolean {
  return awsErrorFacts(error).code === 'InvalidAMIID.NotFound' || isStillPending(error);
}
