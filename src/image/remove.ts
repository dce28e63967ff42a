/**
 * Removes an image and everything that belongs to it, and tells what became of each part.
 *
 * Snapshots are charged until they are deleted, so none may be left behind: EC2 is asked to delete them with the
 * image, and whatever it skipped (what it does to those of a pending image is documented nowhere), or showed only
 * later, is found by the bake's key and deleted one by one.
 */
import { deleteSnapshotCommand, removeImageCommand } from '../aws/cli.ts';
import { awsErrorFacts, describeAwsError, errorKind } from '../aws/errors.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import {
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DisableImageDeregistrationProtectionCommand,
  type Image,
  type Snapshot,
} from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import { keyTag } from '../naming/tags.ts';
import {
  bakeStateOf,
  carriesKey,
  describeImage,
  imagesOfKey,
  snapshotsOf,
  snapshotsOfKey,
} from './describe.ts';

export interface RemoveOptions {
  ec2: Ec2;
  clock: Clock;
  signal: AbortSignal;
  region: string;
  /** Only what carries it is removed. */
  key: string;
  /** The image's ID, where this bake has learnt it. */
  imageId: string | undefined;
  /** `image` removes that one alone, `bake` everything unfinished that carries the key. */
  scope: 'image' | 'bake';
  /** How many snapshots the image has when EC2 shows all of them; undefined when nobody knows. */
  expectedSnapshots: number | undefined;
  /** How long to look for an image that is perhaps about to appear, in seconds. */
  lookSeconds: number;
  /** When to stop, in milliseconds since the epoch: what is not done by then is told as remaining. */
  until: number;
  /** Limit for one attempt of one call. */
  attemptSeconds: number;
  /** The image is known to be deregistered: only its snapshots are looked for. */
  imageIsGone?: boolean;
  /** Told of each image that is deregistered, before its snapshots are seen to. */
  onDeregistered?: (imageId: string) => void;
}

export interface Removal {
  /** IDs of images and snapshots that are gone. */
  removed: string[];
  /** What could not be removed, or not be seen to be gone. */
  remaining: Remnant[];
  /** False when there may be more than `remaining` tells. */
  complete: boolean;
  /** Why a look-up failed, when that is the reason. */
  gaveUp: string | undefined;
}

export interface Remnant {
  id: string;
  reason: string;
  /** AWS CLI command that removes it. */
  command: string;
}

const lookEverySeconds = 2;
/** An image that has not shown after this time will not: what EC2 hides at first, it shows within a minute. */
const sureSeconds = 45;
/** An image that was seen and is then not found by several looks in so many seconds is gone. */
const absentSeconds = 6;
/** How long the snapshots of an image that was still pending may take to show. */
const lateSnapshotSeconds = 10;

/** Never throws for what AWS answers: what failed is in the result. Throws only the signal's reason. */
export async function removeImage(options: RemoveOptions): Promise<Removal> {
  const removal = new Removing(options);
  try {
    for (const image of await removal.findImages()) await removal.deregister(image);
    await removal.deleteSnapshots();
  } catch (error) {
    options.signal.throwIfAborted();
    removal.gaveUp(error);
  }
  return removal.result();
}

class Removing {
  readonly #options: RemoveOptions;
  readonly #removed = new Set<string>();
  readonly #remaining = new Map<string, Remnant>();
  /** Snapshots known to belong to the image. */
  readonly #snapshots = new Set<string>();
  /** What EC2 refused to delete for good. */
  readonly #hopeless = new Set<string>();
  #foundImage = false;
  #complete = true;
  #gaveUp: string | undefined;

  constructor(options: RemoveOptions) {
    this.#options = options;
  }

  result(): Removal {
    return {
      removed: [...this.#removed],
      remaining: [...this.#remaining.values()],
      complete: this.#complete,
      gaveUp: this.#gaveUp,
    };
  }

  gaveUp(error: unknown): void {
    this.#complete = false;
    this.#gaveUp = describeAwsError(error);
    const { imageId } = this.#options;
    if (imageId !== undefined && !this.#removed.has(imageId)) this.#remains(imageId, describeAwsError(error));
  }

  /** The images of this bake: by its ID, and by the key in case the ID was never learnt. Those that are `ready`
   * were finished by an earlier attempt of the same workflow run and are left alone. */
  async findImages(): Promise<Image[]> {
    if (this.#options.imageIsGone) return [];
    const { ec2, clock, key, imageId, lookSeconds, scope } = this.#options;
    const lookUntil = Math.min(clock.now() + lookSeconds * 1000, this.#options.until);
    for (;;) {
      const byKey = await imagesOfKey(ec2, key, this.#how());
      const images = byKey.filter((image) => image.ImageId === imageId || this.#isUnfinished(image));
      const wanted = imageId === undefined || images.some((image) => image.ImageId === imageId);
      if (images.length > 0 && wanted) return images;
      if (clock.now() + lookEverySeconds * 1000 > lookUntil) {
        // Nothing seen is nothing there only after a look that was long enough.
        const isSure = scope === 'image' || lookSeconds >= sureSeconds;
        if (!wanted || images.length === 0) this.#complete &&= isSure;
        return !wanted && isSure ? [...images, ...(await this.#byItsId(imageId))] : images;
      }
      await this.#pause();
    }
  }

  /**
   * What the look-up by the key did not find. An image without the key has no tags, or somebody took them away: it is not
   * ours to delete then, and not to be passed over in silence either.
   */
  async #byItsId(imageId: string): Promise<Image[]> {
    const { ec2, key, signal } = this.#options;
    const image = await describeImage(ec2, imageId, this.#how()).catch((error) => {
      signal.throwIfAborted();
      if (errorKind(error) === 'not-found') return undefined;
      throw error;
    });
    if (image === undefined || image.State === 'deregistered') return [];
    if (carriesKey(image, key)) return [image];
    this.#remains(imageId, `it does not carry the tag ${keyTag} of this bake`);
    return [];
  }

  async deregister(image: Image): Promise<void> {
    const { ec2, clock, key, until, onDeregistered } = this.#options;
    const imageId = image.ImageId ?? '';
    this.#foundImage = true;
    if (!carriesKey(image, key)) return;
    for (const snapshot of snapshotsOf(image)) this.#snapshots.add(snapshot.snapshotId);
    if (image.State === 'deregistered') return;
    const command = new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots: true });
    let protection: Protection | undefined;
    for (;;) {
      try {
        const answer = await ec2.send(command, this.#how());
        for (const { SnapshotId, ReturnCode } of answer.DeleteSnapshotResults ?? []) {
          if (SnapshotId === undefined) continue;
          this.#snapshots.add(SnapshotId);
          if (ReturnCode === 'success') this.#gone(SnapshotId);
        }
        break;
      } catch (error) {
        this.#options.signal.throwIfAborted();
        if (awsErrorFacts(error).code === 'InvalidAMIID.Unavailable') break;
        if (isProtected(error)) {
          const again = protection !== undefined;
          protection ??= await this.#unprotect(imageId);
          if (!protection.lifted || (again && clock.now() + lookEverySeconds * 1000 > protection.until)) {
            return this.#remains(imageId, `${describeAwsError(error)}; ${protection.words}`);
          }
          if (again) await this.#pause();
          continue;
        }
        if (errorKind(error) !== 'not-found') return this.#remains(imageId, describeAwsError(error));
        // "Not found" is either "already gone" or, soon after creation, "not yet here" for this or that reader.
        if (await this.#staysAbsent(imageId)) break;
        if (clock.now() + lookEverySeconds * 1000 > until)
          return this.#remains(imageId, describeAwsError(error));
      }
    }
    this.#gone(imageId);
    onDeregistered?.(imageId);
  }

  /** Looks for a while, since the image was there a moment ago; a look that fails proves nothing. */
  async #staysAbsent(imageId: string): Promise<boolean> {
    const { ec2, clock, until } = this.#options;
    const absentUntil = Math.min(clock.now() + absentSeconds * 1000, until);
    do {
      await this.#pause();
      const image = await describeImage(ec2, imageId, this.#how()).catch((error) => {
        this.#options.signal.throwIfAborted();
        return errorKind(error) === 'not-found' ? undefined : ('unknown' as const);
      });
      if (image !== undefined) return false;
    } while (clock.now() < absentUntil);
    return true;
  }

  /** Switches the deregistration protection off: the bake switched it on itself, before it failed. */
  async #unprotect(imageId: string): Promise<Protection> {
    const { ec2, clock, signal } = this.#options;
    const until = Math.min(this.#options.until, clock.now() + protectionSeconds * 1000);
    try {
      const command = new DisableImageDeregistrationProtectionCommand({ ImageId: imageId });
      const { Return: state = '' } = await ec2.send(command, this.#how());
      const words = `its deregistration protection has been switched off, and EC2 says "${state}"`;
      // With a cooldown: "disabled after", and the time when that is over.
      return { words, lifted: !/^disabled after\b/.test(state), until };
    } catch (error) {
      signal.throwIfAborted();
      const words = `its deregistration protection could not be switched off (ec2:DisableImageDeregistrationProtection: ${describeAwsError(error)})`;
      return { words, lifted: false, until };
    }
  }

  /** Deletes what belongs to the image or carries the key of an unfinished bake, until nothing shows any more. */
  async deleteSnapshots(): Promise<void> {
    const { clock, until } = this.#options;
    const lateUntil = clock.now() + lateSnapshotSeconds * 1000;
    for (;;) {
      for (const snapshotId of await this.#snapshotsLeft()) await this.#deleteSnapshot(snapshotId);
      const left = this.#deletable();
      const moreMayShow = this.#missesSnapshots() && clock.now() < lateUntil;
      if (left.length === 0 && !moreMayShow) return;
      if (clock.now() + lookEverySeconds * 1000 > until) {
        this.#complete = false;
        return;
      }
      await this.#pause();
    }
  }

  /** True while an image of this bake is known whose snapshots have not all been seen. */
  #missesSnapshots(): boolean {
    const { imageId, expectedSnapshots } = this.#options;
    const hasImage = this.#foundImage || imageId !== undefined;
    return hasImage && (expectedSnapshots === undefined || this.#snapshots.size < expectedSnapshots);
  }

  #deletable(): string[] {
    return [...this.#snapshots].filter((id) => !this.#removed.has(id) && !this.#hopeless.has(id));
  }

  async #snapshotsLeft(): Promise<string[]> {
    const { ec2, key } = this.#options;
    for (const snapshot of await snapshotsOfKey(ec2, key, this.#how())) {
      if (snapshot.SnapshotId !== undefined && (this.#isUnfinished(snapshot) || this.#isOfImage(snapshot))) {
        this.#snapshots.add(snapshot.SnapshotId);
      }
    }
    return this.#deletable();
  }

  #isUnfinished(object: Image | Snapshot): boolean {
    return this.#options.scope === 'bake' && bakeStateOf(object) === 'baking';
  }

  /** EC2 describes them so: "Created by CreateImage(i-…) for ami-…". */
  #isOfImage({ Description }: Snapshot): boolean {
    const { imageId } = this.#options;
    return (
      imageId !== undefined &&
      [` for ${imageId}`, `DestinationAmi ${imageId} `].some((text) => Description?.includes(text))
    );
  }

  async #deleteSnapshot(snapshotId: string): Promise<void> {
    try {
      await this.#options.ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId }), this.#how());
      this.#gone(snapshotId);
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (errorKind(error) === 'not-found') this.#gone(snapshotId);
      else this.#remains(snapshotId, describeAwsError(error), !(isInUse(error) && this.#imageIsGone()));
    }
  }

  #imageIsGone(): boolean {
    return ![...this.#remaining.keys()].some((id) => id.startsWith('ami-'));
  }

  #gone(id: string): void {
    this.#removed.add(id);
    this.#remaining.delete(id);
  }

  #remains(id: string, reason: string, hopeless = true): void {
    if (hopeless) this.#hopeless.add(id);
    const region = this.#options.region;
    const command = id.startsWith('snap-')
      ? deleteSnapshotCommand(region, id)
      : removeImageCommand(region, id);
    this.#remaining.set(id, { id, reason, command });
  }

  #how() {
    const { signal, until, attemptSeconds, clock } = this.#options;
    return { signal, attemptSeconds, patienceSeconds: Math.max(0, (until - clock.now()) / 1000) };
  }

  #pause(): Promise<void> {
    return this.#options.clock.sleep(lookEverySeconds * 1000, this.#options.signal);
  }
}

/** What became of a deregistration protection that was to be switched off. */
interface Protection {
  words: string;
  /** False for one with a cooldown, which holds for 24 hours more. */
  lifted: boolean;
  /** Until when it is worth trying, in milliseconds since the epoch. */
  until: number;
}

/** How long a protection may show an effect after it was switched off (eventual consistency). */
const protectionSeconds = 10;

/** Nobody documents the code with which EC2 refuses to deregister a protected image, so the words may decide too. */
function isProtected(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'OperationNotPermitted' || /\bderegistration protection\b/i.test(message);
}

/** EC2 lets go of a snapshot a moment after its image is deregistered. */
function isInUse(error: unknown): boolean {
  return awsErrorFacts(error).code === 'InvalidSnapshot.InUse';
}
