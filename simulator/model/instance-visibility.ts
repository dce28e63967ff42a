import type { Instance } from './instance.ts';

/**
 * Whether a call sees the instance.
 * @param view the moment that is seen, and for how long a new instance is hidden from calls of that kind
 */
export function isInstanceShown(
  { launchedAt }: Instance,
  { moment, hiddenSeconds }: { moment: number; hiddenSeconds: number },
): boolean {
  return launchedAt + hiddenSeconds * 1000 <= moment;
}
