/**
 * What happens when a bake does not end well: what it created is removed, or kept when the user wants it.
 *
 * The main step does it first, within the ten seconds that a cancelled step has, or with more time when nobody is
 * in a hurry. What main could not do, because it was killed or ran out of time, the post step does.
 */
import { findImagesCommand, findSnapshotsCommand, removeImageCommand } from '../aws/cli.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import type { BakeRecord } from '../bake/record.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { type Removal, removeImage } from '../image/remove.ts';

/** `published`: kept, since an SSM parameter may name one of the images. */
export type OnFailure = 'delete' | 'keep' | 'published';

export interface CleanupOptions {
  ec2In: (region: string) => Ec2;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  onFailure: OnFailure;
  key: string;
  /** Where images of this bake are or may be: the home Region first, then those that copying has begun in. */
  places: readonly Place[];
  expectedSnapshots: number | undefined;
  /** Told of each image that is deregistered. */
  onDeregistered?: (imageId: string) => void;
  haste: Haste;
}

export interface Place {
  region: string;
  /** The image's ID; undefined when it was asked for and the answer never came. */
  imageId: string | undefined;
  /** The image is known to be deregistered: what may be left are snapshots. */
  imageIsGone?: boolean;
}

/** Where images of a bake may be, that are its to remove. */
export function placesOf({ region, image, copies = [], reused }: BakeRecord): Place[] {
  // Beside a reused image, copies may be there that an earlier attempt finished: only what is unfinished goes.
  const elsewhere = copies.map((copy) => ({ region: copy.region, imageId: reused ? undefined : copy.id }));
  return reused ? elsewhere : [{ region, imageId: image?.id }, ...elsewhere];
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
  /** What could not even be looked for: why, and the commands that look. */
  unknown: { reason: string; commands: string[] }[];
}

/** All Regions side by side: a cancelled step has no time for one after the other. */
export async function cleanUp(options: CleanupOptions): Promise<CleanupReport> {
  const clean =
    options.onFailure === 'delete' ? removeFrom(options) : async (place: Place) => keep(options, place);
  const reports = await Promise.all(options.places.map(clean));
  return {
    done: reports.every(({ done }) => done),
    kept: reports.flatMap(({ kept }) => kept),
    removed: reports.flatMap(({ removed }) => removed),
    remaining: reports.flatMap(({ remaining }) => remaining),
    unknown: reports.flatMap(({ unknown }) => unknown),
  };
}

function removeFrom(options: CleanupOptions) {
  const { ec2In, clock, log, haste } = options;
  return async (place: Place): Promise<CleanupReport> => {
    const what = place.imageId ?? 'the image of this bake, whose ID EC2 has not told,';
    log.info(`Cleaning up: removing ${what} with its snapshots from ${place.region}`);
    const removal = await removeImage({
      ...options,
      ...place,
      ec2: ec2In(place.region),
      scope: 'bake',
      lookSeconds: haste.lookSeconds,
      until: clock.now() + haste.budgetSeconds * 1000,
      attemptSeconds: haste.attemptSeconds,
    });
    return told({ ...options, region: place.region }, removal);
  };
}

function told(
  { log, region, key }: Pick<CleanupOptions, 'log' | 'key'> & { region: string },
  removal: Removal,
): CleanupReport {
  const { removed, remaining, complete, gaveUp } = removal;
  for (const id of removed) log.info(`Removed ${id}`);
  const done = complete && remaining.length === 0;
  const commands = [findImagesCommand(region, key), findSnapshotsCommand(region, key)];
  const unknown = gaveUp === undefined ? [] : [{ reason: gaveUp, commands }];
  return { done, kept: [], removed, remaining, unknown };
}

export interface LeftoverOptions extends Omit<CleanupOptions, 'haste' | 'places' | 'expectedSnapshots'> {
  region: string;
  imageId: string;
  /** EC2's state of the image. */
  state: string;
}

/** An image of this bake that an earlier attempt left and that cannot be taken up, with its snapshots. */
export async function removeLeftover(options: LeftoverOptions): Promise<CleanupReport> {
  const { ec2In, clock, log, onFailure, region, imageId, state } = options;
  log.info(`${imageId} (${state}) in ${region} was left by an earlier attempt of this workflow run`);
  if (onFailure !== 'delete') return keep(options, { region, imageId });
  const removal = await removeImage({
    ...options,
    ec2: ec2In(region),
    scope: 'image',
    // Failed images may have no snapshots at all.
    expectedSnapshots: 0,
    lookSeconds: 0,
    until: clock.now() + failed.budgetSeconds * 1000,
    attemptSeconds: failed.attemptSeconds,
  });
  return told(options, removal);
}

/** Once a parameter may name one of the images, deleting them would leave it without a target: they are kept. */
export function onFailureOf(wanted: 'delete' | 'keep', parameters: readonly unknown[] = []): OnFailure {
  return wanted === 'delete' && parameters.length > 0 ? 'published' : wanted;
}

/** Says what is still there and how it is removed by hand. */
export function warnOfRemnants(log: Log, report: CleanupReport): void {
  for (const { id, reason, command } of report.remaining) {
    log.warning(
      `${id} could not be removed (${reason}). It is charged until it is. To remove it: ${command}`,
      'Left behind',
    );
  }
  for (const { reason, commands } of report.unknown) {
    log.warning(
      `The clean-up could not look for everything that this bake made (${reason}). What is left is charged until it is removed. To look: ${commands.join('; ')}`,
      'Left behind',
    );
  }
}

function keep(
  { log, key, onFailure }: Pick<CleanupOptions, 'log' | 'key' | 'onFailure'>,
  { region, imageId }: Place,
): CleanupReport {
  const command =
    imageId === undefined ? findImagesCommand(region, key) : removeImageCommand(region, imageId);
  const what = imageId ?? `The image of this bake in ${region}, if there is one,`;
  const why =
    onFailure === 'keep' ? ', as `on-failure: keep` asks for' : ', since an SSM parameter may name it';
  const how = imageId === undefined ? 'To look for it' : 'To remove it';
  log.warning(`${what} is kept${why}. It is charged until it is removed. ${how}: ${command}`, 'Kept');
  return {
    done: true,
    kept: imageId === undefined ? [] : [imageId],
    removed: [],
    remaining: [],
    unknown: [],
  };
}
