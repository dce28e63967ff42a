import type { Instance } from './instance.ts';

/** When it is terminated or gone, in milliseconds; infinite when nothing is known of that. */
export function endedAt({ states, goneAt }: Instance): number {
  const terminated = states.find(({ state }) => state === 'terminated');
  return Math.min(terminated?.from ?? Number.POSITIVE_INFINITY, goneAt ?? Number.POSITIVE_INFINITY);
}

/**
 * Whether a call sees the instance: not while it is new, nor long after it was terminated.
 * @param view the moment that is seen; for how long a new instance is hidden from calls of that kind, and a terminated one
 * shown, in seconds
 */
export function isInstanceShown(
  instance: Instance,
  { moment, hiddenSeconds, shownSeconds }: { moment: number; hiddenSeconds: number; shownSeconds: number },
): boolean {
  const { launchedAt, goneAt } = instance;
  if (moment < launchedAt + hiddenSeconds * 1000) return false;
  if (goneAt !== undefined && goneAt <= moment) return false;
  const ended = endedAt(instance);
  // One that is seeded as terminated has no such moment, and stays.
  return !Number.isFinite(ended) || moment < ended + shownSeconds * 1000;
}
