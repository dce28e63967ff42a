import type { Clock } from './clock.ts';

export interface LookOptions {
  clock: Clock;
  signal: AbortSignal;
  /** When to stop, in milliseconds since the epoch. */
  until: number;
  everySeconds: number;
}

/**
 * Looks again and again until a look gives a result: for what EC2 shows later than it does it (eventual consistency). The
 * first look is at once, and the last one before `until`, unless that is past.
 * @param look gives undefined while there is no result
 * @returns undefined when there was none in time
 * @throws what a look throws, and the signal's reason
 */
export async function lookUntil<T>(
  look: () => Promise<T | undefined>,
  { clock, signal, until, everySeconds }: LookOptions,
): Promise<T | undefined> {
  for (;;) {
    const result = await look();
    if (result !== undefined) return result;
    if (clock.now() + everySeconds * 1000 > until) return undefined;
    await clock.sleep(everySeconds * 1000, signal);
  }
}
