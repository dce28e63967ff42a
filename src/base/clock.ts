/**
 * Time, injected wherever it is waited for, so that tests and benchmarks can run on virtual time.
 * Times are milliseconds since the epoch, as `Date.now()` gives them.
 */
export interface Clock {
  now(): number;
  /**
   * Resolves after the given number of milliseconds.
   * @throws the signal's reason, at once, when the signal is or becomes aborted.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};
