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
