import type { Image } from './image.ts';
import type { ImagePlan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

/** How an image in the making fails, and its snapshots. */
export interface Failures {
  image: Image['failure'];
  snapshotOf(deviceName: string): Snapshot['failure'];
}

/**
 * What the plan has in store for an image of these devices.
 * @param message of an image that fails without one of its own
 */
export function failuresOf(
  plan: ImagePlan,
  deviceNames: readonly string[],
  message: string,
  now: number,
): Failures {
  const broken = new Set(deviceNames.filter((name) => breaks(plan, name)));
  const failsAfter = failsAfterSeconds(plan, broken.size > 0);
  const failsAt = failsAfter === undefined ? undefined : now + failsAfter * 1000;
  return {
    image: imageFailure(plan, failsAt, message),
    snapshotOf: (deviceName) =>
      broken.has(deviceName) ? brokenSnapshot(plan, now) : abandonedSnapshot(plan, failsAt),
  };
}

function breaks({ snapshotFailure }: ImagePlan, deviceName: string): boolean {
  if (snapshotFailure === undefined) return false;
  return snapshotFailure.devices?.includes(deviceName) ?? true;
}

/** In seconds after the request; undefined when it does not fail. Without all of its snapshots no image becomes available. */
function failsAfterSeconds({ seconds, failure }: ImagePlan, isBroken: boolean): number | undefined {
  if (!failure) return isBroken ? seconds : undefined;
  return failure.afterSeconds ?? (seconds * (failure.atPercent ?? 50)) / 100;
}

function imageFailure(
  { failure }: ImagePlan,
  failsAt: number | undefined,
  message: string,
): Image['failure'] {
  if (failsAt === undefined) return undefined;
  const { state = 'failed', code = 'Server.InternalError' } = failure ?? {};
  return { at: failsAt, state, code, message: failure?.message ?? message };
}

const internalError = 'An internal error occurred';

function brokenSnapshot({ snapshotFailure }: ImagePlan, now: number): Snapshot['failure'] {
  const { afterSeconds = 0, message = internalError } = snapshotFailure ?? {};
  return { at: now + afterSeconds * 1000, message };
}

/** Of an image that fails before it is complete. */
function abandonedSnapshot(
  { failure, snapshotFailure }: ImagePlan,
  failsAt: number | undefined,
): Snapshot['failure'] {
  const othersGoOn = failure?.snapshots === 'continue' || (!failure && snapshotFailure !== undefined);
  if (failsAt === undefined || othersGoOn) return undefined;
  return { at: failsAt, message: failure?.message ?? internalError };
}
