/**
 * What happens when a bake does not end well: what it created is removed, or kept when the user wants it.
 *
 * The main step does it first, within the ten seconds that a cancelled step has, or with more time when nobody is
 * in a hurry. What main could not do, because it was killed or ran out of time, the post step does.
 */
import type { Ec2 } from './aws/patient-client.ts';
import type { Clock } from './clock.ts';
import { type Removal, removeImage } from './image/remove.ts';
import type { Log } from './log.ts';

export interface CleanupOptions {
  ec2In: (region: string) => Ec2;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  onFailure: 'delete' | 'keep';
  key: string;
  /** Where images of this bake are or may be: the home Region first, then those that copying has begun in. */
  places: readonly Place[];
  haste: Haste;
}

export interface Place {
  region: string;
  /** The image's ID; undefined when it was asked for and the answer never came. */
  imageId: string | undefined;
}

/** How much time there is. */
export interface Haste {
  /** For the whole clean-up. */
  budgetSeconds: number;
  /** For an image to show whose ID, or existence, EC2 has not told yet. */
  lookSeconds: number;
  /** For one attempt of one call. */
  attemptSeconds: number;
}

/** The runner sends SIGKILL ten seconds after it has cancelled a step; two of them are left for reporting. */
export const cancelled: Haste = { budgetSeconds: 7, lookSeconds: 4, attemptSeconds: 3 };
/** After an error nobody hurries the main step. */
export const failed: Haste = { budgetSeconds: 180, lookSeconds: 60, attemptSeconds: 15 };
/** GitHub ends a cancelled job after five minutes, post steps included. */
export const afterwards: Haste = { budgetSeconds: 180, lookSeconds: 90, attemptSeconds: 15 };

export interface CleanupReport {
  /** Nothing of the bake is left, or what is left was wanted. */
  done: boolean;
  kept: string[];
  removed: string[];
  remaining: Removal['remaining'];
}

/** All Regions side by side: a cancelled step has no time for one after the other. */
export async function cleanUp(
  options: CleanupOptions & { expectedSnapshots: number | undefined },
): Promise<CleanupReport> {
  const clean = options.onFailure === 'keep' ? async (place: Place) => keep(options, place) : removeFrom(options);
  const reports = await Promise.all(options.places.map(clean));
  return {
    done: reports.every(({ done }) => done),
    kept: reports.flatMap(({ kept }) => kept),
    removed: reports.flatMap(({ removed }) => removed),
    remaining: reports.flatMap(({ remaining }) => remaining),
  };
}

function removeFrom(options: CleanupOptions & { expectedSnapshots: number | undefined }) {
  const { ec2In, clock, log, haste } = options;
  return async ({ region, imageId }: Place): Promise<CleanupReport> => {
    const what = imageId ?? 'the image of this bake, whose ID EC2 has not told,';
    log.info(`Cleaning up: removing ${what} with its snapshots from ${region}`);
    return told(
      log,
      await removeImage({
        ...options,
        ec2: ec2In(region),
        region,
        imageId,
        scope: 'bake',
        lookSeconds: haste.lookSeconds,
        until: clock.now() + haste.budgetSeconds * 1000,
        attemptSeconds: haste.attemptSeconds,
      }),
    );
  };
}

function told(log: Log, removal: Removal): CleanupReport {
  for (const id of removal.removed) log.info(`Removed ${id}`);
  return { done: removal.complete && removal.remaining.length === 0, kept: [], ...removal };
}

export interface LeftoverOptions extends Omit<CleanupOptions, 'haste' | 'places'> {
  region: string;
  imageId: string;
  /** EC2's state of the image. */
  state: string;
}

/** An image of this bake that an earlier attempt left and that cannot be taken up, with its snapshots. */
export async function removeLeftover(options: LeftoverOptions): Promise<CleanupReport> {
  const { ec2In, clock, log, onFailure, region, imageId, state } = options;
  log.info(`${imageId} (${state}) in ${region} was left by an earlier attempt of this workflow run`);
  if (onFailure === 'keep') return keep(options, { region, imageId });
  return told(
    log,
    await removeImage({
      ...options,
      ec2: ec2In(region),
      scope: 'image',
      // Failed images may have no snapshots at all.
      expectedSnapshots: 0,
      lookSeconds: 0,
      until: clock.now() + failed.budgetSeconds * 1000,
      attemptSeconds: failed.attemptSeconds,
    }),
  );
}

/** Says what is still there and how it is removed by hand. */
export function warnOfRemnants(log: Log, report: CleanupReport): void {
  for (const { id, reason, command } of report.remaining) {
    log.warning(
      `${id} could not be removed (${reason}). It is charged until it is. To remove it: ${command}`,
      'Left behind',
    );
  }
}

function keep({ log, key }: Pick<CleanupOptions, 'log' | 'key'>, { region, imageId }: Place): CleanupReport {
  const command =
    imageId === undefined
      ? `aws ec2 describe-images --region ${region} --owners self --filters Name=tag:bake-ami:key,Values=${key}`
      : `aws ec2 deregister-image --region ${region} --image-id ${imageId} --delete-associated-snapshots`;
  const what = imageId ?? `The image of this bake in ${region}, if there is one,`;
  const how = imageId === undefined ? 'To look for it' : 'To remove it';
  log.warning(
    `${what} is kept, as \`on-failure: keep\` asks for. It is charged until it is removed. ${how}: ${command}`,
    'Kept',
  );
  return { done: true, kept: imageId === undefined ? [] : [imageId], removed: [], remaining: [] };
}
