/**
 * What happens when a run does not end well: what it created is removed, or kept when the user wants it.
 *
 * The main step does it first, within the ten seconds that a cancelled step has, or with more time after an error. What
 * main could not do, because it was killed or ran out of time, the post step does.
 */
import type { Aws } from '../aws/access.ts';
import { findImagesCommand, findSnapshotsCommand, removeImageCommand } from '../aws/cli.ts';
import type { Clock } from '../base/clock.ts';
import { CancelledError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { lookUntil } from '../base/look-until.ts';
import { imagesOfKey } from '../image/describe.ts';
import { isOfThisStep, isTakenByPostStep, type Predecessor, type Role } from '../image/ownership.ts';
import type { Budget, Kept, Remnant, Removal, RemovalOptions } from '../image/remove/removal.ts';
import { carryOut, markCopies, type Prepared, prepare, removeImage } from '../image/remove/remove.ts';
import { learn, phase } from '../run/run.ts';
import type { DistributionRun } from './record.ts';

/** `published`: kept, since something outside the images may name one of them. */
export type OnFailure = 'delete' | 'keep' | 'published';

/** What a clean-up needs of a run. Its calls have a time of their own, and its signal is not that of the step. */
export interface CleanupRun {
  aws: Aws;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

export interface CleanupOptions {
  onFailure: OnFailure;
  key: string;
  /** Of this process. */
  claim: string;
  /** Whose images it may take over first: those of the main step, for the post step. */
  from?: Predecessor | undefined;
  /** Claims that the main step has overwritten. */
  claimsBefore?: readonly string[] | undefined;
  /** Where images of this run are or may be: the home Region first, then those that copying has begun in. */
  places: readonly Place[];
  expectedSnapshots: number | undefined;
  /** Called with each image that is deregistered. */
  onDeregistered?: (imageId: string) => void;
  haste: Haste;
  /** How much time there is; by default what `haste` says from now on. */
  budget?: Budget;
}

export interface Place {
  region: string;
  role: Role;
  /** The image's ID; undefined when it was asked for and the answer never came. */
  imageId: string | undefined;
  /** Its name, where that is known to be what this run has asked for. */
  name?: string | undefined;
  /** The image is known to be deregistered: what may be left are snapshots. */
  imageIsGone?: boolean;
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
  /** Nothing of the run is left, or what is left was wanted or is somebody else's. */
  done: boolean;
  kept: string[];
  removed: string[];
  /** Where what is kept and removed is, or was, by its ID. */
  regions?: Readonly<Record<string, string>>;
  remaining: Remnant[];
  /** What could not even be looked for: why, and the commands that look. */
  unknown: { reason: string; commands: string[] }[];
}

export function budgetOf({ budgetSeconds, attemptSeconds }: Haste, clock: Clock): Budget {
  return { until: clock.now() + budgetSeconds * 1000, attemptSeconds };
}

/**
 * All Regions side by side: a cancelled step has no time for one after the other. But the home image decides, so copies
 * are removed only once that is clear.
 */
export async function cleanUp(run: CleanupRun, options: CleanupOptions): Promise<CleanupReport> {
  const { places, onFailure } = options;
  if (onFailure !== 'delete')
    return together(await Promise.all(places.map((place) => keep(run, options, place))));
  const budget = options.budget ?? budgetOf(options.haste, run.clock);
  const prepared = places.map((place) => begin(run, { ...options, budget }, place));
  const home = places.findIndex(({ role }) => role === 'home');
  const decision = home < 0 ? 'remove' : decisionBy(await prepared[home]);
  const reports = places.map(async (place, index) => {
    const removal = await prepared[index];
    return removal === undefined ? nothing : finish(run, options, place, removal, decision);
  });
  return together(await Promise.all(reports));
}

/**
 * In the main step. Its own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
 * @param error what the run ended with
 */
export async function cleanUpInMain(
  run: DistributionRun,
  error: unknown,
  options: Omit<CleanupOptions, 'onDeregistered' | 'haste' | 'budget'>,
): Promise<CleanupReport> {
  const { record, aws, clock, log } = run;
  const cleanupRun = { aws, clock, log, signal: new AbortController().signal };
  const report = await phase(run, 'Clean up', () =>
    cleanUp(cleanupRun, {
      ...options,
      onDeregistered: (id) => learn(run, { gone: [...(record.gone ?? []), id] }),
      haste: error instanceof CancelledError ? cancelled : failed,
    }),
  );
  warnOfRemnants(log, report);
  if (report.done) learn(run, { unfinished: false });
  return report;
}

function begin(
  { aws, clock, log, signal }: CleanupRun,
  options: CleanupOptions & { budget: Budget },
  { region, role, imageId, name, imageIsGone }: Place,
): Promise<Prepared> {
  const { key, claim, from, claimsBefore, expectedSnapshots, onDeregistered, haste, budget } = options;
  const what = imageId ?? 'the image of this run, whose ID EC2 has not told,';
  log.info(`Cleaning up in ${region}: ${what} with its snapshots`);
  return prepare({
    ec2: aws.ec2(region),
    clock,
    signal,
    region,
    key,
    claim,
    from,
    claimsBefore,
    role,
    imageId,
    name,
    scope: 'bake',
    expectedSnapshots,
    lookSeconds: haste.lookSeconds,
    budget,
    imageIsGone,
    onDeregistered,
  });
}

/** What is to become of the copies; `mark` where the post step removes the home image, and may not know of them. */
type Decision = 'remove' | 'mark' | 'stay' | 'unclear';

function decisionBy(home: Prepared | undefined): Decision {
  if (home === undefined) return 'remove';
  const { removal, images } = home;
  const kept = removal.kept.filter(({ reason }) => reason !== 'foreign');
  if (kept.some(({ image }) => !isTakenByPostStep(image, removal.options))) return 'stay';
  if (kept.length > 0) return 'mark';
  if (images.length > 0) return 'remove';
  return removal.gaveUp !== undefined || removal.remaining.length > 0 ? 'unclear' : 'remove';
}

async function finish(
  run: CleanupRun,
  options: CleanupOptions,
  place: Place,
  prepared: Prepared,
  decision: Decision,
): Promise<CleanupReport> {
  const { removal } = prepared;
  if (place.role === 'copy' && (decision === 'stay' || decision === 'unclear')) {
    if (decision === 'stay') return stays(run, place);
    for (const { ImageId = '' } of prepared.images)
      removal.remains(ImageId, 'it is not clear whether its home image is still in use');
    return told(run, options, place, removal);
  }
  const isToMark = place.role === 'copy' && decision === 'mark';
  await carryOut(isToMark ? await markCopies(prepared) : prepared);
  return told(run, options, place, removal);
}

function stays({ log }: Pick<CleanupRun, 'log'>, { region, imageId }: Place): CleanupReport {
  if (imageId === undefined) return nothing;
  log.info(`${imageId} in ${region} stays, as its home image does`);
  return { ...nothing, kept: [imageId] };
}

const nothing: CleanupReport = { done: true, kept: [], removed: [], remaining: [], unknown: [] };

function together(reports: readonly CleanupReport[]): CleanupReport {
  return {
    done: reports.every(({ done }) => done),
    kept: reports.flatMap(({ kept }) => kept),
    removed: reports.flatMap(({ removed }) => removed),
    regions: Object.assign({}, ...reports.map(({ regions }) => regions)),
    remaining: reports.flatMap(({ remaining }) => remaining),
    unknown: reports.flatMap(({ unknown }) => unknown),
  };
}

function told(
  { log }: Pick<CleanupRun, 'log'>,
  { key }: Pick<CleanupOptions, 'key'>,
  { region }: Pick<Place, 'region'>,
  removal: Removal,
): CleanupReport {
  const { remaining, complete, gaveUp, mayAppear } = removal;
  const removed = [...removal.removed];
  for (const id of removed) log.info(`Removed ${id}`);
  const kept = removal.kept.filter(({ reason }) => reason !== 'foreign');
  for (const one of kept) tellKept(log, region, one, removal.options);
  const keptIds = kept.map(({ image }) => image.ImageId ?? '');
  const commands = [findImagesCommand(region, key), findSnapshotsCommand(region, key)];
  const doubt =
    gaveUp ??
    (mayAppear
      ? 'EC2 may have been asked for an image and has shown none so far; it may still appear'
      : undefined);
  return {
    done: complete && remaining.length === 0,
    kept: keptIds,
    removed,
    regions: Object.fromEntries([...removed, ...keptIds].map((id) => [id, region])),
    remaining,
    unknown: doubt === undefined ? [] : [{ reason: doubt, commands }],
  };
}

function tellKept(log: Log, region: string, { image, reason }: Kept, owner: RemovalOptions): void {
  const { ImageId: id = '' } = image;
  const sentence = `${id} in ${region} stays: ${reasons[reason]}`;
  // What another process has made, that one tells.
  if (reason === 'unverified' && isOfThisStep(image, owner))
    log.warning(`${sentence}. ${untilItIsRemoved('To remove it', removeImageCommand(region, id))}`, 'Kept');
  else log.info(sentence);
}

const untilItIsRemoved = (how: string, command: string) =>
  `You pay for it until it is removed. ${how}: ${command}`;

const reasons = {
  foreign: 'it is of another bake',
  claimed: 'another process has claimed it',
  ready: 'it is ready, and finished images are never removed',
  unverified: 'with `wait: false`, an image counts as handed out as soon as EC2 has created it',
  unknown: 'its tag bake-ami:state is none that bake-ami sets',
} as const;

type KeepOptions = Pick<CleanupOptions, 'onFailure' | 'key' | 'claim' | 'from' | 'haste' | 'budget'>;

export interface LeftoverOptions extends Pick<CleanupOptions, 'onFailure' | 'key' | 'claim'> {
  region: string;
  imageId: string;
  /** EC2's state of the image. */
  state: string;
}

/** An image of this bake that an earlier attempt left and that cannot be resumed, with its snapshots. */
export async function removeLeftover(run: CleanupRun, options: LeftoverOptions): Promise<CleanupReport> {
  const { onFailure, region, imageId, state, key, claim } = options;
  run.log.info(`${imageId} (${state}) in ${region} was left by an earlier attempt of this workflow run`);
  if (onFailure !== 'delete')
    return keep(run, { ...options, haste: failed }, { region, imageId, role: 'home' });
  const removal = await removeImage({
    ec2: run.aws.ec2(region),
    clock: run.clock,
    signal: run.signal,
    region,
    key,
    claim,
    from: 'earlier attempts',
    role: 'home',
    imageId,
    scope: 'image',
    // Failed images may have no snapshots at all.
    expectedSnapshots: 0,
    lookSeconds: 0,
    budget: budgetOf(failed, run.clock),
  });
  return told(run, options, { region }, removal);
}

/** Says what is still there and how it is removed by hand. */
export function warnOfRemnants(log: Log, report: CleanupReport): void {
  for (const { id, reason, command } of report.remaining) {
    log.warning(
      `${id} could not be removed (${reason}). You pay for it until it is removed. To remove it: ${command}`,
      'Left behind',
    );
  }
  for (const { reason, commands } of report.unknown) {
    log.warning(
      `The clean-up could not see everything that this run may have made (${reason}). You pay for what is left until it is removed. To look: ${commands.join('; ')}`,
      'Left behind',
    );
  }
}

async function keep(run: CleanupRun, options: KeepOptions, place: Place): Promise<CleanupReport> {
  const { region, imageId } = place;
  const why =
    options.onFailure === 'keep'
      ? ', as `on-failure: keep` asks for'
      : ', since an SSM parameter or a launch template may name it';
  const warn = (what: string, how: string, command: string) =>
    run.log.warning(`${what} is kept${why}. ${untilItIsRemoved(how, command)}`, 'Kept');
  const ids = imageId === undefined ? await shownImages(run, options, region) : [imageId];
  for (const id of ids) warn(id, 'To remove it', removeImageCommand(region, id));
  if (ids.length > 0)
    return { ...nothing, kept: ids, regions: Object.fromEntries(ids.map((id) => [id, region])) };
  const command = findImagesCommand(region, options.key);
  warn(`The image of this run in ${region}, if there is one,`, 'To look for it', command);
  return { ...nothing, done: false };
}

const lookEverySeconds = 2;

/** IDs of this process's images, or its main step's, as far as EC2 shows them: their IDs were never learnt. */
async function shownImages(run: CleanupRun, options: KeepOptions, region: string): Promise<string[]> {
  const { aws, clock, signal } = run;
  const { key, haste } = options;
  const { until, attemptSeconds } = options.budget ?? budgetOf(haste, clock);
  const look = async () => {
    const patienceSeconds = (until - clock.now()) / 1000;
    const images = await imagesOfKey(aws.ec2(region), key, { signal, attemptSeconds, patienceSeconds });
    const shown = images.filter((image) => image.State !== 'deregistered' && isOfThisStep(image, options));
    return shown.length === 0 ? undefined : shown.map(({ ImageId = '' }) => ImageId);
  };
  const lookUntilTime = Math.min(until, clock.now() + haste.lookSeconds * 1000);
  const looking = lookUntil(look, { clock, signal, until: lookUntilTime, everySeconds: lookEverySeconds });
  // Whatever has gone wrong: what was not seen is told with the command that looks.
  return (await looking.catch(() => undefined)) ?? [];
}

/** For the job summary: what is gone and what is left, a line each, with its Region. */
export function cleanupLines(report: CleanupReport | undefined): { removed: string[]; left: string[] } {
  const { removed = [], kept = [], remaining = [], regions = {} } = report ?? {};
  const located = (id: string) => (regions[id] === undefined ? id : `${id} in ${regions[id]}`);
  return {
    removed: removed.map(located),
    left: [
      ...kept.map(located),
      ...remaining.map(({ id, reason, command }) => `${id}: ${reason}. To remove it: ${command}`),
    ],
  };
}
