/**
 * Runs things side by side whose time is nearly all waiting. They start one after another, in the order given and with
 * a gap between them, so that no start-up disturbs the next.
 * @returns the results in the order of the tasks
 * @throws the first failure, when everything has ended
 */
export async function sideBySide<T>(
  tasks: readonly (() => Promise<T>)[],
  gapSeconds: number,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<T[]> {
  const running: Promise<T>[] = [];
  for (const task of tasks) {
    if (running.length > 0) await sleep(gapSeconds * 1000);
    const result = task();
    // It is looked at only at the end.
    result.catch(() => undefined);
    running.push(result);
  }
  const settled = await Promise.allSettled(running);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/**
 * Every contestant once a round, and in each round another one first: what disturbs the machine for a while disturbs all
 * of them.
 */
export function rounds<T>(contestants: readonly T[], count: number): { contestant: T; round: number }[] {
  return Array.from({ length: count }, (_, round) => {
    const first = round % Math.max(1, contestants.length);
    const turned = [...contestants.slice(first), ...contestants.slice(0, first)];
    return turned.map((contestant) => ({ contestant, round }));
  }).flat();
}
