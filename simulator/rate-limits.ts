import type { Clock } from '../src/base/clock.ts';

export interface Bucket {
  capacity: number;
  refillPerSecond: number;
  /** Calls of the same name share a bucket; unless given, each action has its own. */
  name?: string;
}

/** The bucket that a call of this action takes its token from; undefined for no limit. */
export type RateLimits = (call: { action: string; paged: boolean; mutating: boolean }) => Bucket | undefined;

export const unlimited: RateLimits = () => undefined;

/**
 * EC2's own: EC2 Developer Guide, "Request throttling for the Amazon EC2 API", table "Request token bucket
 * sizes and refill rates". Each action has a bucket of its own, per account and Region. The resource tokens that starting
 * and stopping instances takes as well are not played.
 */
export const documentedRateLimits: RateLimits = ({ action, paged, mutating }) => {
  const own = uncategorized[action];
  if (own) return own;
  if (mutating) return { capacity: 50, refillPerSecond: 5 };
  if (!paged && unpagedApart.has(action)) {
    return { name: `${action} unpaged`, capacity: 50, refillPerSecond: 10 };
  }
  return { capacity: 100, refillPerSecond: 20 };
};

/**
 * "Unfiltered and unpaginated non-mutating actions": smaller buckets when asked for neither pages nor a
 * filter.
 */
const unpagedApart = new Set(['DescribeInstances', 'DescribeSnapshots', 'DescribeVolumes']);

const uncategorized: Readonly<Record<string, Bucket>> = {
  CopyImage: { capacity: 100, refillPerSecond: 1 },
  CreateTags: { capacity: 100, refillPerSecond: 10 },
  DeleteTags: { capacity: 100, refillPerSecond: 10 },
  DeleteSnapshot: { capacity: 100, refillPerSecond: 5 },
  DeregisterImage: { capacity: 100, refillPerSecond: 5 },
  DisableImageBlockPublicAccess: { capacity: 1, refillPerSecond: 0.1 },
  EnableImageBlockPublicAccess: { capacity: 1, refillPerSecond: 0.1 },
  ModifyImageAttribute: { capacity: 100, refillPerSecond: 5 },
  ModifySnapshotAttribute: { capacity: 100, refillPerSecond: 5 },
  StartInstances: { capacity: 5, refillPerSecond: 2 },
};

/** The token buckets, each known by its key. */
export class TokenBuckets {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether there was a token to take. */
  take(key: string, { capacity, refillPerSecond }: Bucket): boolean {
    const now = this.#clock.now();
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: capacity, at: now };
    const refilled = Math.min(capacity, tokens + ((now - at) / 1000) * refillPerSecond);
    const taken = refilled >= 1;
    this.#buckets.set(key, { tokens: taken ? refilled - 1 : refilled, at: now });
    return taken;
  }
}
