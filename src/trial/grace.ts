import type { Run } from '../run/run.ts';

/**
 * A signal that follows the run's so many seconds later: for a request whose answer says what has to be cleaned up.
 * `stop` must be called when the request is over.
 */
export function withGrace(
  { signal, clock }: Pick<Run, 'signal' | 'clock'>,
  seconds: number,
): { signal: AbortSignal; stop: () => void } {
  const delayed = new AbortController();
  const over = new AbortController();
  const follow = () => {
    clock.sleep(seconds * 1000, over.signal).then(
      () => delayed.abort(signal.reason),
      () => undefined,
    );
  };
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true, signal: over.signal });
  return { signal: delayed.signal, stop: () => over.abort(new Error('The request is over')) };
}
