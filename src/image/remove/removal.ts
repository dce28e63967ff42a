/** What a removal works with, and what has become of each part so far. */
import { deleteSnapshotCommand, enableImageCommand, removeImageCommand } from '../../aws/cli.ts';
import type { PatientClient, SendOptions } from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import type { Clock } from '../../base/clock.ts';
import type { Marking } from '../claim.ts';
import type { Predecessor, Reason, Role } from '../ownership.ts';

/** The reason of a signal that ends a removal because its time is over: what is left is told then, not thrown. */
export class TimeIsOverError extends Error {
  override readonly name = 'TimeIsOverError';
}

/** How much time there is. A signal may shorten it while the removal runs. */
export interface Budget {
  /** When to stop, in milliseconds since the epoch: what is not done by then is told as remaining. */
  until: number;
  /** Limit for one attempt of one call. */
  attemptSeconds: number;
}

export interface RemovalOptions {
  ec2: PatientClient;
  clock: Clock;
  signal: AbortSignal;
  region: string;
  /** Only what carries it is removed. */
  key: string;
  /** The claim of this process: only what carries it is removed. */
  claim: string;
  /** Whose claims it may overwrite first; undefined when it removes only what it made itself. */
  from?: Predecessor | undefined;
  /** Claims that this process, or the main step for its post step, has overwritten: a look may still show them. */
  claimsBefore?: readonly (string | undefined)[] | undefined;
  role: Role;
  /** The image's ID, where this bake has learnt it. */
  imageId: string | undefined;
  /** The name that EC2 was asked to give it: names are unique, so whatever image has it is the only one to look for. */
  name?: string | undefined;
  /** `image` removes that one alone, `bake` everything unfinished that carries the key and the claim. */
  scope: 'image' | 'bake';
  /** How many snapshots the image has when EC2 shows all of them; undefined when nobody knows. */
  expectedSnapshots: number | undefined;
  /** How long to look for an image that is perhaps about to appear, in seconds. */
  lookSeconds: number;
  budget: Budget;
  /** Leaves a protection from deregistration as it is: an image that has one stays. */
  keepsProtection?: boolean | undefined;
  /** Snapshots of the image that stay when it goes, as those that carry no key. */
  spared?: ReadonlySet<string> | undefined;
  /** The image is known to be deregistered: only its snapshots are looked for. */
  imageIsGone?: boolean | undefined;
  /** Called with each image that is deregistered, before its snapshots are deleted. */
  onDeregistered?: ((imageId: string) => void) | undefined;
}

export interface Remnant {
  id: string;
  reason: string;
  /** AWS CLI command that removes it. */
  command: string;
}

/** Something that is left alone, since it is not, or no longer, this process's to remove. */
export interface Kept {
  image: Image;
  reason: Reason;
}

/** A removal under way; `remove.ts` has its story. */
export class Removal {
  readonly options: RemovalOptions;
  /** IDs of images and snapshots that are gone. */
  readonly removed = new Set<string>();
  /** Images that are not this process's to remove. */
  readonly kept: Kept[] = [];
  /** Snapshots known to belong to an image that is removed. */
  readonly snapshots = new Set<string>();
  /** Images that are disabled: as long as they are, their snapshots cannot be deleted (EC2 User Guide, "Disable an AMI"). */
  readonly disabled = new Set<string>();
  /** What EC2 refused to remove for good. */
  readonly hopeless = new Set<string>();
  /** False when there may be more than `remaining` says. */
  complete = true;
  /** Nothing has shown of an image that EC2 may have been asked for: it may still appear. */
  mayAppear = false;
  /** Why a look-up failed, when that is the reason. */
  gaveUp: string | undefined;
  readonly #remaining = new Map<string, Remnant>();

  constructor(options: RemovalOptions) {
    this.options = options;
  }

  /** What could not be removed, or not be seen to be gone. */
  get remaining(): Remnant[] {
    return [...this.#remaining.values()];
  }

  gone(id: string): void {
    this.removed.add(id);
    this.#remaining.delete(id);
  }

  remains(id: string, reason: string, hopeless = true): void {
    if (hopeless) this.hopeless.add(id);
    const { region } = this.options;
    const command = id.startsWith('snap-')
      ? deleteSnapshotCommand(region, id)
      : removeImageCommand(region, id);
    const enable = this.disabled.has(id) ? `${enableImageCommand(region, id)} && ` : '';
    this.#remaining.set(id, { id, reason, command: `${enable}${command}` });
  }

  /** All images that were to be removed are gone. */
  get imagesAreGone(): boolean {
    return ![...this.#remaining.keys()].some((id) => id.startsWith('ami-'));
  }

  /** How to send a command: as long as there is time. */
  how(): SendOptions {
    const { signal, budget, clock } = this.options;
    const patienceSeconds = Math.max(0, (budget.until - clock.now()) / 1000);
    return { signal, attemptSeconds: budget.attemptSeconds, patienceSeconds, longestDelaySeconds };
  }

  /** How to write tags and read them back. */
  marking(): Marking {
    const { ec2, clock, key, budget } = this.options;
    return { ec2, clock, key, how: () => this.how(), until: budget.until, absentSeconds };
  }

  /** Whether there is time for another look after a pause. */
  hasTime(): boolean {
    const { clock, budget } = this.options;
    return clock.now() + pauseSeconds * 1000 <= budget.until;
  }

  pause(): Promise<void> {
    return this.options.clock.sleep(pauseSeconds * 1000, this.options.signal);
  }
}

const pauseSeconds = 2;
/** An image that does not show for so long after a mark on it may be gone: then it is looked for by its ID. */
const absentSeconds = 2;
/**
 * A removal has minutes: with the full back-off, a few refusals in a row would use up all of them. A call every second or
 * two is below the refill rate of EC2's token buckets (5 a second, EC2 Developer Guide, "Request throttling").
 */
const longestDelaySeconds = 2;
