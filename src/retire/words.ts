/** Counts, as the sentences of the log and the job summary have them. */
import type { RetireRecord } from './record.ts';

/** @returns e.g. `1 image`, `3 images` */
export function howMany(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * @param ids of images, snapshots and instances
 * @returns each kind with its number, e.g. `2 images, 1 snapshot and 1 instance`; `nothing` when there are none
 */
export function howManyOfEach(ids: readonly string[]): string {
  const kinds = [
    ['ami-', 'image'],
    ['snap-', 'snapshot'],
    ['i-', 'instance'],
  ] as const;
  const counted = kinds.flatMap(([prefix, noun]) => {
    const count = ids.filter((id) => id.startsWith(prefix)).length;
    return count === 0 ? [] : [howMany(count, noun)];
  });
  const last = counted.pop();
  if (last === undefined) return 'nothing';
  return counted.length === 0 ? last : `${counted.join(', ')} and ${last}`;
}

/** IDs of what the plan removes. */
export function goingIn({ judged = [], loose = [] }: Pick<RetireRecord, 'judged' | 'loose'>): string[] {
  return [
    ...judged.flatMap(({ verdict, image }) => (verdict === 'remove' ? [image.id] : [])),
    ...loose.flatMap(({ verdict, id }) => (verdict === 'remove' ? [id] : [])),
  ];
}
