/**
 * Copies the image to other Regions, side by side: exactly one copy in each, whatever becomes of the answers.
 *
 * CopyImage has a client token, so the same request may be sent again: EC2 answers with the same copy. The token is
 * made from what identifies the copy, so that a later attempt of the workflow run finds the copy even before EC2 shows
 * it. What is in a Region already is looked for first: a repeated request must be the same to the letter, and the tags
 * of another attempt are not.
 */
import { CopyImageCommand, type CopyImageRequest, type Image } from '@aws-sdk/client-ec2';
import {
  awsErrorFacts,
  describeAwsError,
  errorKind,
  isPassing,
  UnreadableAnswerError,
} from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { defaultPatienceSeconds, type Ec2, retryMilliseconds } from '../aws/patient-client.ts';
import type { Clock } from '../clock.ts';
import { BakeError, ProblemsError } from '../errors.ts';
import { shortHash } from '../naming/hash.ts';
import type { Names } from '../naming/names.ts';
import { tagsOfResumed } from '../naming/tags.ts';
import { CopiesProgress } from './copies-progress.ts';
import { bakeStateOf, describeImages, imagesOfKey } from './describe.ts';
import type { BakedImage } from './image.ts';
import { removeImage } from './remove.ts';
import { verifyImage } from './verify.ts';
import { ImageGoneError, waitUntilAvailable } from './wait.ts';

/** A Region that gets a copy of the image. */
export interface CopyTarget {
  readonly region: string;
  /** Key ID, alias, or the ARN of either, in that Region: the copy is encrypted with it. */
  readonly kmsKeyId?: string;
}

export interface CopyOptions {
  targets: readonly CopyTarget[];
  ec2In: (region: string) => Ec2;
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  signal: AbortSignal;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  /** The image to copy, which is available. */
  home: { imageId: string; region: string };
  /** As the home image has them. */
  names: Pick<Names, 'name' | 'description' | 'key' | 'imageTags' | 'snapshotTags'>;
  /** The account of the bake, 12 digits. */
  accountId: string;
  /** Device names whose volumes must be in each copy. */
  devices: readonly string[];
  /** Told the moment that the copy in a Region is known: when CopyImage is answered, or one is taken up. */
  onCopy: (region: string, imageId: string) => void;
  /** One line for all Regions. */
  onProgressLine: (text: string) => void;
  /** Told what is going on when something does not go the straight way. */
  onTrouble: (message: string) => void;
}

export type CopyResult = { region: string; image: BakedImage } | { region: string; error: unknown };

/** Limit for one CopyImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long the Region may take to see that the home image is there. */
const invisibleSourceSeconds = 120;
/** EC2 gives no pace for its limit of copies under way; one ends after minutes. */
const limitPaceSeconds = 30;
/** How long the copy is looked for that a token stands for whose request was another. */
const mismatchSeconds = 60;
/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
const duplicateSeconds = 300;
/** So old an image shows its tags, if it has any. */
const youngSeconds = 120;
const lookEverySeconds = 5;
/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;

/**
 * All Regions at once, for EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
export async function copyImages(options: CopyOptions): Promise<CopyResult[]> {
  const { targets, clock, signal, onProgressLine } = options;
  const regions = targets.map(({ region }) => region);
  const progress = new CopiesProgress(regions, clock, onProgressLine);
  const results = await Promise.all(
    targets.map(async (target): Promise<CopyResult> => {
      const { region } = target;
      try {
        const image = await new RegionalCopy(options, target, progress).run();
        progress.done(region, 'available');
        return { region, image };
      } catch (error) {
        if (!signal.aborted) progress.done(region, 'failed');
        return { region, error };
      }
    }),
  );
  signal.throwIfAborted();
  return results;
}

/** A copy that is there, or in the making. */
interface Copy {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Made by an earlier attempt, whose tags differ from this one's. */
  takenUp: boolean;
}

class RegionalCopy {
  readonly #options: CopyOptions;
  readonly #target: CopyTarget;
  readonly #progress: CopiesProgress;
  readonly #ec2: Ec2;
  /** Copies of this bake that are of no use; the token that stood for one of them is not sent again. */
  readonly #useless = new Set<string>();
  /** Tokens that turned out to stand for such a copy, beside those that `#useless` tells. */
  #spentTokens = 0;
  /** When a useless copy was removed to free the name, which takes EC2 a while. */
  #freedNameAt = Number.NEGATIVE_INFINITY;
  /** Codes of the errors that have been told. */
  readonly #told = new Set<string>();

  constructor(options: CopyOptions, target: CopyTarget, progress: CopiesProgress) {
    this.#options = options;
    this.#target = target;
    this.#progress = progress;
    this.#ec2 = options.ec2In(target.region);
  }

  async run(): Promise<BakedImage> {
    for (;;) {
      const copy = (await this.#takeUp(defaultPatienceSeconds)) ?? (await this.#create());
      this.#options.onCopy(this.#target.region, copy.imageId);
      if (await this.#isAvailable(copy)) return this.#verify(copy);
    }
  }

  /** The copy that an earlier request has made, if it shows. Those that are of no use are put out of the way. */
  async #takeUp(patienceSeconds: number): Promise<Copy | undefined> {
    const { names, signal, accountId, clock } = this.#options;
    const images = await imagesOfKey(this.#ec2, names.key, { signal, patienceSeconds }).catch((error) => {
      signal.throwIfAborted();
      throw awsFailure(
        'ec2:DescribeImages',
        `look for a copy in ${this.#target.region} of an earlier attempt`,
        error,
      );
    });
    const ours = images.filter((image) => image.OwnerId === accountId && image.State !== 'deregistered');
    const alive = ours.find((image) => this.#isOfHome(image) && canBeTakenUp(image));
    if (alive === undefined) {
      for (const image of ours.filter((candidate) => bakeStateOf(candidate) === 'baking')) {
        await this.#putAside(image);
      }
      return undefined;
    }
    const createdAt = Date.parse(alive.CreationDate ?? '');
    return {
      imageId: alive.ImageId ?? '',
      createdAt: Number.isNaN(createdAt) ? clock.now() : createdAt,
      takenUp: true,
    };
  }

  /** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
  #isOfHome({ SourceImageId, Name }: Image): boolean {
    const { home, names } = this.#options;
    return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
  }

  /** A copy of this bake that failed, or that is of a home image which is not there any more. */
  async #putAside({ ImageId: imageId = '', Name, State }: Image): Promise<void> {
    const { names, clock, signal, onTrouble } = this.#options;
    const { region } = this.#target;
    this.#useless.add(imageId);
    if (Name !== names.name) return;
    onTrouble(
      `${imageId} (${State}) in ${region} was left by an earlier attempt and has the name; removing it.`,
    );
    const removal = await removeImage({
      ec2: this.#ec2,
      clock,
      signal,
      region,
      key: names.key,
      imageId,
      scope: 'image',
      // Failed copies may have no snapshots at all.
      expectedSnapshots: 0,
      lookSeconds: 0,
      until: clock.now() + removalSeconds * 1000,
      attemptSeconds,
    });
    const remnant = removal.remaining.find(({ id }) => id === imageId);
    if (remnant !== undefined) {
      throw new BakeError(
        `The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${remnant.reason}.`,
        { remedy: `Remove it, then run the job again: ${remnant.command}` },
      );
    }
    this.#freedNameAt = clock.now();
  }

  /** Sends CopyImage until it is answered with a copy, or until it is clear that it will not be. */
  async #create(): Promise<Copy> {
    const { clock } = this.#options;
    const startedAt = clock.now();
    for (let sent = 1; ; sent += 1) {
      const answer = await this.#send();
      if (typeof answer !== 'string') {
        const found = await this.#settle(answer.error, sent, startedAt);
        if (found !== undefined) return found;
      } else if (this.#useless.has(answer)) {
        this.#spentTokens += 1;
      } else {
        return { imageId: answer, createdAt: clock.now(), takenUp: false };
      }
    }
  }

  async #send(): Promise<string | { error: unknown }> {
    const { signal, clock, deadline } = this.#options;
    const left = Math.max(0, (deadline - clock.now()) / 1000);
    const how = { signal, attemptSeconds, patienceSeconds: Math.min(defaultPatienceSeconds, left) };
    try {
      const { ImageId } = await this.#ec2.send(new CopyImageCommand(this.#request()), how);
      if (ImageId !== undefined && /^ami-[0-9a-f]{8,32}$/.test(ImageId)) return ImageId;
      return { error: new UnreadableAnswerError('CopyImage was answered without an image ID') };
    } catch (error) {
      signal.throwIfAborted();
      return { error };
    }
  }

  #request(): CopyImageRequest {
    const { home, names } = this.#options;
    const { kmsKeyId } = this.#target;
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
    const { names, home } = this.#options;
    const useless = [...this.#useless].sort();
    const identity = [names.key, home.imageId, this.#target.region, useless, this.#spentTokens];
    return `bake-ami-${shortHash(JSON.stringify(identity), 40)}`;
  }

  /**
   * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
   * @throws BakeError when there will be no copy
   */
  async #settle(error: unknown, sent: number, startedAt: number): Promise<Copy | undefined> {
    const { clock, random } = this.#options;
    const { code } = awsErrorFacts(error);
    if (code === 'InvalidAMIName.Duplicate') return this.#settleDuplicate(error);
    if (code === 'IdempotentParameterMismatch') return this.#settleMismatch(error);
    if (isTooManyCopies(error)) {
      this.#tell(
        error,
        `${this.#target.region} takes no further copy for now (${describeAwsError(error)}); waiting.`,
      );
      this.#progress.update(this.#target.region, 'waiting');
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
    const { clock } = this.#options;
    this.#tell(error, `An earlier attempt has copied to ${this.#target.region}; looking for its copy.`);
    const until = clock.now() + mismatchSeconds * 1000;
    while (clock.now() < until) {
      const copy = await this.#tolerantly(() => this.#takeUp(0));
      if (copy !== undefined) return copy;
      await this.#pause(lookEverySeconds * 1000, error);
    }
    this.#spentTokens += 1;
    return undefined;
  }

  /** The name is that of a copy of this bake which did not show so far, or somebody else's. */
  async #settleDuplicate(error: unknown): Promise<Copy | undefined> {
    const { clock } = this.#options;
    this.#tell(
      error,
      `The name is taken in ${this.#target.region} (${describeAwsError(error)}); looking by what.`,
    );
    const holderId = awsErrorFacts(error)
      .message.match(/\bami-[0-9a-f]{8,32}\b/g)
      ?.at(-1);
    const until = clock.now() + duplicateSeconds * 1000;
    for (;;) {
      const copy = await this.#tolerantly(() => this.#takeUp(0));
      if (copy !== undefined) return copy;
      if (clock.now() - this.#freedNameAt < duplicateSeconds * 1000) {
        await this.#pause(lookEverySeconds * 1000, error);
        return undefined;
      }
      const holder = await this.#tolerantly(() => this.#holderOfName(holderId));
      const settled = holder !== undefined && !mayLackTags(holder, clock.now());
      if (settled || clock.now() > until) throw this.#nameTaken(holder?.ImageId ?? holderId, error);
      await this.#pause(lookEverySeconds * 1000, error);
    }
  }

  async #holderOfName(id: string | undefined): Promise<Image | undefined> {
    const { names, signal } = this.#options;
    // AMI names cannot hold `*` and `?`, which filters would take for wildcards.
    const request =
      id === undefined ? { Filters: [{ Name: 'name', Values: [names.name] }] } : { ImageIds: [id] };
    const images = await describeImages(this.#ec2, request, { signal, patienceSeconds: 0 });
    return images.find((image) => image.Name === names.name);
  }

  /** @returns false when EC2 answered with a copy that has been gone for long */
  async #isAvailable(copy: Copy): Promise<boolean> {
    const { imageId } = copy;
    const { region } = this.#target;
    let seen = copy.takenUp;
    this.#progress.update(region, 'pending');
    try {
      await waitUntilAvailable({
        ...this.#options,
        ec2: this.#ec2,
        ...copy,
        called: `Copy ${imageId} in ${region}`,
        remedyFor: (reason) => this.#remedyFor(reason),
        onImage: ({ State }) => {
          seen ||= State !== 'deregistered';
        },
        onProgress: (progress) => this.#progress.update(region, progress),
      });
      return true;
    } catch (error) {
      // A client token may stand for its copy even when that was deregistered.
      if (!(error instanceof ImageGoneError) || seen) throw error;
      this.#useless.add(imageId);
      return false;
    }
  }

  /** API model, CopyImage.KmsKeyId: a key that cannot be used lets the call succeed and the copy fail. */
  #remedyFor(reason: string): string | undefined {
    const { region, kmsKeyId } = this.#target;
    if (kmsKeyId === undefined) return undefined;
    const suspicion = /kms|\bcmk|\bkeys?\b/i.test(reason)
      ? `EC2 could not use the KMS key ${kmsKeyId} of \`copy-to\` in ${region}.`
      : `If it fails again, it may be the KMS key ${kmsKeyId} of \`copy-to\`, which EC2 looks at only while it copies.`;
    return `${suspicion} Check that it is a symmetric key in ${region} and enabled, and allow the role, in its IAM policy and in the policy of the key: kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*.`;
  }

  async #verify({ imageId, takenUp }: Copy): Promise<BakedImage> {
    const { names, ...options } = this.#options;
    const { region, kmsKeyId } = this.#target;
    const { imageTags, snapshotTags } = takenUp ? tagsOfResumed(names) : names;
    const image = await verifyImage({
      ...options,
      ec2: this.#ec2,
      region,
      imageId,
      name: names.name,
      imageTags,
      snapshotTags,
    });
    const open = image.snapshots.filter(({ encrypted }) => !encrypted);
    if (kmsKeyId === undefined || open.length === 0) return image;
    throw new ProblemsError(
      `Copy ${imageId} in ${region} is available but not encrypted with ${kmsKeyId}`,
      open.map(({ snapshotId, device }) => `snapshot ${snapshotId} of ${device} is not encrypted`),
    );
  }

  #failure(error: unknown): BakeError {
    const { home } = this.#options;
    const { region } = this.#target;
    const failure = awsFailure('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
    if (!isTooManyCopies(error)) return failure;
    return new BakeError(failure.message, {
      cause: error,
      remedy: `Other copies kept ${region} busy until \`timeout-minutes\` was over: raise it, copy less at the same time, or ask AWS to raise the limit.`,
    });
  }

  #nameTaken(holderId: string | undefined, cause: unknown): BakeError {
    const by = holderId === undefined ? '' : ` by ${holderId}`;
    return new BakeError(
      `The AMI name "${this.#options.names.name}" is taken in ${this.#target.region}${by}.`,
      {
        cause,
        remedy:
          'AMI names are unique in an account and Region. Put something into `name` that differs each time, such as {{ timestamp }} or {{ run_id }}.',
      },
    );
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

  /** A look that failed for a passing reason is a look that saw nothing. */
  async #tolerantly<T>(look: () => Promise<T>): Promise<T | undefined> {
    try {
      return await look();
    } catch (error) {
      this.#options.signal.throwIfAborted();
      const cause = error instanceof BakeError ? error.cause : error;
      const kind = errorKind(cause);
      if (cause !== undefined && (isPassing(kind) || kind === 'not-found')) return undefined;
      throw awsFailure('ec2:DescribeImages', `look for the copy in ${this.#target.region}`, error);
    }
  }
}

function canBeTakenUp({ State }: Image): boolean {
  return State === 'pending' || State === 'available' || State === 'transient';
}

/** Tags of a new image may show a little later than the image itself (eventual consistency). */
function mayLackTags({ CreationDate }: Image, now: number): boolean {
  return (now - Date.parse(CreationDate ?? '')) / 1000 < youngSeconds;
}

/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}

/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return (
    code === 'InvalidAMIID.NotFound' || (code === 'InvalidAMIID.Unavailable' && /\bpending\b/.test(message))
  );
}
