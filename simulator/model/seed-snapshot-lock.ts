import { dayMilliseconds, type LockMode, type SnapshotLock } from './snapshot-lock.ts';
import type { World } from './world.ts';

export interface SnapshotLockSeed {
  snapshotId: string;
  /** Default `governance`. */
  mode?: LockMode;
  /** How long it still holds; a negative number makes an expired one. Default 30. */
  days?: number;
  /** For how long it can still be undone, of `compliance`. */
  coolOffHours?: number;
}

/** A lock that began a year ago. */
export function seedSnapshotLock(world: World, seed: SnapshotLockSeed): SnapshotLock {
  const now = world.now();
  const { mode = 'governance', days = 30, coolOffHours: hours } = seed;
  const createdAt = now - 365 * dayMilliseconds;
  const lock: SnapshotLock = {
    mode,
    createdAt,
    startsAt: createdAt,
    durationDays: 365 + days,
    expiresAt: now + days * dayMilliseconds,
    coolOff: hours === undefined ? undefined : { hours, until: now + hours * 3_600_000 },
  };
  world.snapshotLocks.set(seed.snapshotId, lock);
  return lock;
}
