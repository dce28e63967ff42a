/**
 * Time, injected wherever it is waited for, so that tests and benchmarks can run on virtual time.
 * Times are milliseconds since the epoch, as `Date.now()` gives them.
 */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
  now(): number;
  /**
   * Resolves after the given number of milliseconds.
   * @throws the signal's reason, at once, when the signal is or becomes aborted.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * It begins at the system's time and then runs evenly: if somebody sets the system's clock while the process runs, no wait
 * becomes longer or shorter.
 */
export const systemClock: Clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  async sleep(milliseconds, signal) {
    try {
      await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // Node's own AbortError has the reason below it.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
