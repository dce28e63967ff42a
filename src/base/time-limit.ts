import type { Clock } from './clock.ts';

interface Limit {
  clock: Clock;
  seconds: number;
  /** The time begins when this one is aborted; at once unless given. */
  from?: AbortSignal;
  /** Called when the time begins. */
  onBegin?: () => void;
  /** What the signal is aborted with. */
  reason: () => unknown;
}

/** @returns a signal that is aborted when the time is over, unless `stop` is called before */
export function timeLimit({ clock, seconds, from, onBegin, reason }: Limit): {
  signal: AbortSignal;
  stop: () => void;
} {
  const over = new AbortController();
  const stopped = new AbortController();
  const begin = () => {
    onBegin?.();
    clock.sleep(seconds * 1000, stopped.signal).then(
      () => over.abort(reason()),
      () => undefined,
    );
  };
  if (from === undefined || from.aborted) begin();
  else from.addEventListener('abort', begin, { once: true, signal: stopped.signal });
  return { signal: over.signal, stop: () => stopped.abort() };
}

/**
 * @param work gets a signal that is aborted by the other one and by the limit
 * @throws the reason of either, whatever the work makes of it; else what the work throws
 */
export async function withinLimit<T>(
  signal: AbortSignal,
  limit: Limit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal: over, stop } = timeLimit(limit);
  try {
    return await work(AbortSignal.any([signal, over]));
  } catch (error) {
    signal.throwIfAborted();
    over.throwIfAborted();
    throw error;
  } finally {
    stop();
  }
}
