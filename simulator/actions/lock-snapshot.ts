import type { Snapshot } from '../model/snapshot.ts';
import { dayMilliseconds, type LockMode, lockState, type SnapshotLock } from '../model/snapshot-lock.ts';
import * as errors from '../model/snapshot-lock-errors.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun } from './action.ts';
import { requireWritableSnapshot } from './delete-snapshot.ts';
import { flag, type Parameter, type Read, required, text, time, whole } from './parameters.ts';

const parameters = {
  SnapshotId: required(text),
  LockMode: required(text),
  LockDuration: whole,
  ExpirationDate: time,
  CoolOffPeriod: whole,
  DryRun: flag,
} satisfies Record<string, Parameter<unknown>>;

type Input = Read<typeof parameters>;

/** API model, LockSnapshot: locks a snapshot, or changes its lock. */
export const lockSnapshot = action({
  name: 'LockSnapshot',
  mutating: true,
  parameters,
  answer(input, { world, accountId, now }) {
    const mode = requireMode(input.LockMode);
    requireTerms(input, mode, now);
    const snapshot = requireWritableSnapshot(world, accountId, input.SnapshotId, now);
    const lock = toLock(input, mode, snapshot, now);
    requireChangeable(snapshot.id, world.snapshotLocks.get(snapshot.id), lock, now);
    stopDryRun(input);
    world.snapshotLocks.set(snapshot.id, lock);
    return { snapshotId: snapshot.id, ...toFields(lock, now) };
  },
});

function requireMode(given: string): LockMode {
  if (given !== 'governance' && given !== 'compliance') throw errors.invalidLockMode(given);
  return given;
}

/** @throws what EC2 says to durations and dates that do not go together */
function requireTerms(input: Input, mode: LockMode, now: number): void {
  const { LockDuration: days, ExpirationDate: date, CoolOffPeriod: hours } = input;
  if (days === undefined && date === undefined) throw errors.noLockDuration();
  if (days !== undefined && date !== undefined) throw errors.durationAndDate();
  if (days !== undefined && (days < 1 || days > 36_500)) throw errors.invalidLockDuration(days);
  if (date !== undefined && date < now + dayMilliseconds) throw errors.expirationInThePast();
  if (hours === undefined) return;
  if (mode === 'governance') throw errors.coolOffOfGovernance();
  if (hours < 1 || hours > 72) throw errors.invalidCoolOff(hours);
}

function toLock(
  { LockDuration: days, ExpirationDate: date, CoolOffPeriod: hours }: Input,
  mode: LockMode,
  { completesAt }: Snapshot,
  now: number,
): SnapshotLock {
  // "If you lock a snapshot that is in the pending state, the lock duration starts only once the snapshot enters the
  // completed state." (API model, LockDurationStartTime)
  const startsAt = Math.max(now, completesAt);
  return {
    mode,
    createdAt: now,
    startsAt,
    durationDays: days ?? Math.ceil(((date ?? now) - now) / dayMilliseconds),
    expiresAt: date ?? startsAt + (days ?? 0) * dayMilliseconds,
    coolOff: hours === undefined ? undefined : { hours, until: now + hours * 3_600_000 },
  };
}

/** "If … the cooling-off period has lapsed, you can only increase the lock duration or extend the lock expiration date." */
function requireChangeable(
  id: string,
  current: SnapshotLock | undefined,
  next: SnapshotLock,
  now: number,
): void {
  if (!current || lockState(current, now) !== 'compliance') return;
  const isExtension = next.mode === 'compliance' && !next.coolOff && next.expiresAt >= current.expiresAt;
  if (!isExtension) throw errors.lockIsFixed(id);
}

/** API model, UnlockSnapshot. */
export const unlockSnapshot = action({
  name: 'UnlockSnapshot',
  mutating: true,
  parameters: { SnapshotId: required(text), DryRun: flag },
  answer(input, { world, accountId, now }) {
    const { id } = requireWritableSnapshot(world, accountId, input.SnapshotId, now);
    const lock = world.snapshotLocks.get(id);
    if (!lock || lockState(lock, now) === 'expired') throw errors.notLocked(id);
    if (lockState(lock, now) === 'compliance') throw errors.lockCannotEnd(id);
    stopDryRun(input);
    world.snapshotLocks.delete(id);
    return { snapshotId: id };
  },
});

/** API model, LockedSnapshotsInfo and LockSnapshotResult. */
export function toFields(lock: SnapshotLock, now: number): XmlFields {
  return {
    lockState: lockState(lock, now),
    lockDuration: lock.durationDays,
    coolOffPeriod: lock.coolOff?.hours,
    coolOffPeriodExpiresOn: lock.coolOff && new Date(lock.coolOff.until),
    lockCreatedOn: new Date(lock.createdAt),
    lockDurationStartTime: new Date(lock.startsAt),
    lockExpiresOn: new Date(lock.expiresAt),
  };
}
