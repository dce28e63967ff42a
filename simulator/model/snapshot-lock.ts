/** The lock of a snapshot. API model, LockSnapshot; times in milliseconds since the epoch. */
export interface SnapshotLock {
  mode: LockMode;
  createdAt: number;
  /** From when on its duration counts: for a pending snapshot from its completion on. */
  startsAt: number;
  durationDays: number;
  expiresAt: number;
  /** Of `compliance`, where there is any. */
  coolOff: { hours: number; until: number } | undefined;
}

export type LockMode = 'governance' | 'compliance';

export type LockState = LockMode | 'compliance-cooloff' | 'expired';

export const dayMilliseconds = 86_400_000;

/** API model, LockState: an expired lock is still listed, but "the snapshot is not locked and can be deleted". */
export function lockState({ mode, expiresAt, coolOff }: SnapshotLock, now: number): LockState {
  if (now >= expiresAt) return 'expired';
  return coolOff && now < coolOff.until ? 'compliance-cooloff' : mode;
}

export function isLocked(lock: SnapshotLock | undefined, now: number): boolean {
  return lock !== undefined && lockState(lock, now) !== 'expired';
}
