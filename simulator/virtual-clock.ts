import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../src/base/clock.ts';
import { type Timer, TimerQueue } from './timer-queue.ts';

/**
 * A clock whose time passes only when nothing else can happen: when everything that runs has come to rest,
 * time jumps to the next timer. A wait of three hours takes milliseconds, and always goes the same way.
 *
 * It knows of its own timers and of files being read and written. What waits on a real timer or on the
 * network looks like rest to it, so code under test takes all of its time from the clock and talks to the
 * simulator in process.
 */
export class VirtualClock implements Clock {
  #now: number;
  #sequence = 0;
  readonly #timers = new TimerQueue();

  /** @param start milliseconds since the epoch */
  constructor(start = Date.UTC(2026, 10, 22, 21, 34, 5)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** How many sleeps have not ended; after a test, a sleep that nobody ended shows here. */
  get pending(): number {
    return this.#timers.size;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const end = () => {
        this.#timers.delete(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = () => {
        end();
        reject(signal?.reason);
      };
      this.#sequence += 1;
      const timer: Timer = {
        at: this.#now + Math.max(0, milliseconds),
        sequence: this.#sequence,
        fire: () => {
          end();
          resolve();
        },
      };
      this.#timers.add(timer);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /**
   * Lets time pass until the work is done, and gives its result.
   * @param limitSeconds of virtual time; work that takes longer never ends, as far as a test is concerned
   * @throws when the work can never end: it waits, but for no timer
   */
  async run<T>(work: Promise<T> | (() => Promise<T>), limitSeconds = 30 * 86_400): Promise<T> {
    const start = this.#now;
    let settled = false;
    const promise = typeof work === 'function' ? work() : work;
    const watched = promise.finally(() => {
      settled = true;
    });
    // The caller gets the failure from `promise`; without this it would be reported as unhandled as well.
    watched.catch(() => {});
    for (;;) {
      await this.#rest(() => settled);
      if (settled) return promise;
      const timer = this.#next();
      if (!timer) {
        throw new Error(
          `Deadlock at ${this.#date()}: the work waits for something, but no sleep is pending that could end it.`,
        );
      }
      if (timer.at - start > limitSeconds * 1000) {
        throw new Error(`The work is not done after ${limitSeconds} seconds of virtual time.`);
      }
      this.#now = timer.at;
      timer.fire();
    }
  }

  /** Lets so much time pass, with everything that happens in it. */
  async advance(seconds: number): Promise<void> {
    const end = this.#now + seconds * 1000;
    for (;;) {
      await this.#rest();
      const timer = this.#next();
      if (!timer || timer.at > end) break;
      this.#now = timer.at;
      timer.fire();
    }
    this.#now = end;
  }

  /** The earliest timer, and of several the one that was set first. A sleep without end is never reached. */
  #next(): Timer | undefined {
    const timer = this.#timers.first();
    return timer?.at === Number.POSITIVE_INFINITY ? undefined : timer;
  }

  /**
   * Waits until some turns of the event loop have passed in which no sleep began or ended: everything in
   * process has then come to a stop.
   */
  async #rest(done: () => boolean = () => false): Promise<void> {
    let quiet = 0;
    while (quiet < quietTurns && !done()) {
      const before = `${this.#sequence}/${this.#timers.size}`;
      await nextTurn();
      const still = before === `${this.#sequence}/${this.#timers.size}` && !isReadingOrWriting();
      quiet = still ? quiet + 1 : 0;
    }
  }

  #date(): string {
    return new Date(this.#now).toISOString();
  }
}

/** Files are read and written in real time, so virtual time waits for them. */
function isReadingOrWriting(): boolean {
  return process.getActiveResourcesInfo().some((resource) => /^(?:FSReq|CloseReq)/.test(resource));
}

/** A stream's events may take a few turns to reach the one who reads it. */
const quietTurns = 5;
