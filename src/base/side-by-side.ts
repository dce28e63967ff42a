import type { Clock } from './clock.ts';
import { BakeError } from './errors.ts';

/**
 * Does the work for each item, at most so many at once. Each is tried, whatever becomes of the others, and nothing
 * of it runs on afterwards.
 * @returns what was thrown, in the order of time
 */
export async function sideBySide<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<unknown[]> {
  const thrown: unknown[] = [];
  // One iterator for all: each worker takes the next item that nobody has taken.
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item).catch((error) => thrown.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return thrown;
}

/**
 * Two things at once. Both are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the first threw, else what the second did
 */
export async function both<First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<[First, Second]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'rejected') throw one.reason;
  if (other.status === 'rejected') throw other.reason;
  return [one.value, other.value];
}

/** The main work, and what goes on beside it. */
export interface Beside {
  main: () => Promise<void>;
  /** Ends when the signal is aborted. */
  other: (signal: AbortSignal) => Promise<void>;
  /** Called with what the other threw, before the whole ends; not when the main work failed. */
  failed: (error: unknown) => void;
}

/**
 * The main work, with another one beside it that must not hold it up. When the main work is done the other has a few seconds
 * more, and none when it failed; afterwards nothing of the other runs on.
 * @throws what the main work throws, and nothing else
 */
export async function beside(
  { clock, signal, graceSeconds }: { clock: Clock; signal: AbortSignal; graceSeconds: number },
  { main, other, failed }: Beside,
): Promise<void> {
  const ending = new AbortController();
  const settled = new AbortController();
  let mainFailed = false;
  const running = other(AbortSignal.any([signal, ending.signal]))
    .catch((error) => {
      if (!mainFailed && !signal.aborted) failed(error);
    })
    .finally(() => settled.abort(new Error('The other work is over')));
  try {
    await main();
    await clock.sleep(graceSeconds * 1000, AbortSignal.any([signal, settled.signal])).catch(() => undefined);
  } catch (error) {
    mainFailed = true;
    throw error;
  } finally {
    ending.abort(new BakeError('It was not there in time'));
    await running;
  }
}
