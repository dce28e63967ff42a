/**
 * What EC2 says of locks of snapshots when it refuses. The rules are those of the API model (LockSnapshot, UnlockSnapshot);
 * no record of any code or message was found: all are unconfirmed, as in `errors.ts`.
 */
import { ApiError, invalidParameterCombination, invalidParameterValue, missingParameter } from './errors.ts';

export const snapshotLocked = (id: string) =>
  new ApiError('OperationNotPermitted', `The snapshot ${id} is locked and cannot be deleted`);

export const noLockDuration = () => missingParameter('LockDuration or ExpirationDate');

export const durationAndDate = () =>
  invalidParameterCombination('Specify either LockDuration or ExpirationDate, but not both');

export const invalidLockMode = (mode: string) =>
  invalidParameterValue(
    `Value (${mode}) for parameter LockMode is invalid. Expecting compliance or governance.`,
  );

export const invalidLockDuration = (days: number) =>
  invalidParameterValue(`Value (${days}) for parameter LockDuration is invalid. Expecting 1 to 36500 days.`);

export const expirationInThePast = () =>
  invalidParameterValue('The parameter ExpirationDate must be at least one day in the future');

export const invalidCoolOff = (hours: number) =>
  invalidParameterValue(`Value (${hours}) for parameter CoolOffPeriod is invalid. Expecting 1 to 72 hours.`);

export const coolOffOfGovernance = () =>
  invalidParameterCombination('CoolOffPeriod cannot be used with the lock mode governance');

export const lockIsFixed = (id: string) =>
  new ApiError(
    'OperationNotPermitted',
    `The snapshot ${id} is locked in compliance mode. You can only extend the lock.`,
  );

export const lockCannotEnd = (id: string) =>
  new ApiError(
    'OperationNotPermitted',
    `The snapshot ${id} is locked in compliance mode and cannot be unlocked`,
  );

export const notLocked = (id: string) =>
  new ApiError('InvalidParameterValue', `The snapshot ${id} is not locked`);
