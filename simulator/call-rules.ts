/** What a rule's predicate may look at. */
export interface CallTarget {
  service: string;
  action: string;
  parameters: Readonly<Record<string, string>>;
  region: string;
  accountId: string;
  at: number;
}

/** Which calls something happens at. All that is given must hold. */
export interface CallRule {
  /** Of these actions; of all when left out. */
  action?: string | readonly string[];
  when?: (target: CallTarget) => boolean;
  /** Counting the calls that the rule matches otherwise, from 1: holds for the first at `nth` … */
  nth?: number;
  /** … and so many in a row; for ever when neither is given. With `nth` alone, one. */
  times?: number;
  /** From this time on (milliseconds since the epoch) … */
  from?: number;
  /** … until before this one. */
  until?: number;
}

export function matches({ action, when, from, until }: CallRule, target: CallTarget): boolean {
  return (
    (action === undefined || [action].flat().includes(target.action)) &&
    (from === undefined || target.at >= from) &&
    (until === undefined || target.at < until) &&
    (when === undefined || when(target))
  );
}

/** @param matched how many calls the rule has matched, with this one */
export function isDue({ nth, times }: CallRule, matched: number): boolean {
  const first = nth ?? 1;
  const count = times ?? (nth === undefined ? Number.POSITIVE_INFINITY : 1);
  return matched >= first && matched < first + count;
}
