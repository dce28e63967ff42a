/** The snapshots of an image that is waited for: asked for from time to time, beside the looks at the image. */
import { errorKind } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import type { Image, Snapshot } from '../../aws/sdk/ec2.ts';
import { type Run, warn } from '../../run/run.ts';
import { describeSnapshots, snapshotsOf, snapshotsOfKey } from '../describe.ts';
import { EndEstimate } from './estimate.ts';
import { progressSeconds } from './pace.ts';
import {
  hasFailed,
  overallPercent,
  type SnapshotProgress,
  snapshotProgress,
  type WaitProgress,
} from './progress.ts';

/** Whose snapshots. */
export interface Parent {
  region: string;
  imageId: string;
  /** When the image was created, in milliseconds since the epoch. */
  createdAt: number;
}

/** How long the image waits for an answer about its snapshots; a later one is taken when it comes. */
const patienceSeconds = 4;
/** A runner far away or behind a slow proxy may need that long for one answer. */
const attemptSeconds = 15;

/**
 * Leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2 Developer
 * Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyStatus = [{ Name: 'status', Values: ['pending', 'completed', 'error'] }];

export class Snapshots {
  readonly #run: Run;
  readonly #parent: Parent;
  readonly #estimate: EndEstimate;
  readonly #told = new Set<string>();
  #known: readonly SnapshotProgress[] = [];
  #described: readonly Snapshot[] = [];
  #nextAt = 0;
  #reading: Promise<void> | undefined;
  #failure: unknown;

  constructor(run: Run, parent: Parent) {
    this.#run = run;
    this.#parent = parent;
    this.#estimate = new EndEstimate(parent.createdAt);
  }

  get known(): readonly SnapshotProgress[] {
    return this.#known;
  }

  /** What EC2 has told of those that are completed, which does not change any more. */
  get completed(): readonly Snapshot[] {
    return this.#described.filter(({ State }) => State === 'completed');
  }

  get areDone(): boolean {
    return this.#estimate.isDone;
  }

  /** Seconds until the estimated end, negative when it is past; undefined while unknown. */
  secondsLeft(): number | undefined {
    const end = this.#estimate.endsAt();
    return end === undefined ? undefined : (end - this.#run.clock.now()) / 1000;
  }

  /**
   * For the first look at the image, which may be available at once. Never throws: `follow` asks again.
   * @param key nothing is looked up without it
   */
  async lookAhead(key: string | undefined): Promise<void> {
    if (key === undefined) return;
    const { aws, signal } = this.#run;
    const how = { signal, patienceSeconds: 0, attemptSeconds: patienceSeconds };
    this.#described = await snapshotsOfKey(aws.ec2(this.#parent.region), key, how).catch(() => []);
  }

  /**
   * Asks for the progress if it is time, and waits a little for the answer.
   * @throws BakeError when the snapshots may not be described
   */
  async follow(image: Image): Promise<void> {
    const { clock, signal } = this.#run;
    if (this.#reading === undefined && clock.now() >= this.#nextAt) {
      this.#reading = this.#read(image).finally(() => {
        this.#reading = undefined;
      });
    }
    if (this.#reading !== undefined) {
      const answered = new AbortController();
      const patience = AbortSignal.any([signal, answered.signal]);
      const late = clock.sleep(patienceSeconds * 1000, patience).catch(() => signal.throwIfAborted());
      await Promise.race([this.#reading, late]).finally(() => answered.abort());
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** @param state EC2's state of the image */
  progress(state: string): WaitProgress {
    const left = this.secondsLeft();
    const now = this.#run.clock.now();
    return {
      state,
      percent: overallPercent(this.#known),
      snapshots: this.#known,
      waitedMilliseconds: now - this.#parent.createdAt,
      leftMilliseconds: left === undefined ? undefined : left * 1000,
      doneMilliseconds: this.areDone && left !== undefined ? -left * 1000 : undefined,
    };
  }

  /** Never throws: what is wrong is for `follow` to throw. */
  async #read(image: Image): Promise<void> {
    const { clock } = this.#run;
    try {
      this.#known = (await this.#ask(image)) ?? this.#known;
    } catch (error) {
      this.#failure = error;
      return;
    }
    const now = clock.now();
    this.#estimate.observe(now, this.#known);
    this.#mentionFailed();
    const waited = (now - this.#parent.createdAt) / 1000;
    this.#nextAt =
      this.#known.length > 0 && this.#known.every(({ state }) => state === 'completed')
        ? Number.POSITIVE_INFINITY
        : now + progressSeconds(waited, this.secondsLeft()) * 1000;
  }

  /** @returns undefined when EC2 did not answer for a passing reason */
  async #ask(image: Image): Promise<SnapshotProgress[] | undefined> {
    const { aws, signal } = this.#run;
    const { region, imageId } = this.#parent;
    const ec2 = aws.ec2(region);
    const devices = snapshotsOf(image);
    if (devices.length === 0) return [];
    const SnapshotIds = devices.map(({ snapshotId }) => snapshotId);
    const how = { signal, patienceSeconds: 0, attemptSeconds };
    try {
      const snapshots = await describeSnapshots(ec2, { SnapshotIds, Filters: anyStatus }, how).catch(
        (error) => {
          signal.throwIfAborted();
          if (errorKind(error) !== 'refused') throw error;
          // A server that does not know the filter.
          return describeSnapshots(ec2, { SnapshotIds }, how);
        },
      );
      this.#described = snapshots;
      return snapshots.map((snapshot) => snapshotProgress(snapshot, devices));
    } catch (error) {
      signal.throwIfAborted();
      const kind = errorKind(error);
      if (kind === 'credentials' || kind === 'permission') {
        throw awsFailure('ec2:DescribeSnapshots', `follow the snapshots of ${imageId}`, error);
      }
      return undefined;
    }
  }

  /** EC2 may leave the image pending for long after that. */
  #mentionFailed(): void {
    for (const { snapshotId, device, message } of this.#known.filter(hasFailed)) {
      if (this.#told.has(snapshotId)) continue;
      this.#told.add(snapshotId);
      const why = message === '' ? 'EC2 gives no reason' : message.replace(/\.$/, '');
      warn(
        this.#run,
        `Snapshot ${snapshotId} of ${device} failed: ${why}. EC2 has not given up ${this.#parent.imageId} yet; polling goes on.`,
      );
    }
  }
}
