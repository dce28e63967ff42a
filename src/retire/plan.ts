/** Who goes and who stays: everything is looked at first, and nothing is deleted before the whole plan is there. */
import type { Instance, Snapshot } from '../aws/sdk/ec2.ts';
import { messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { expiresTag, keyOf, tagOf, testTag } from '../base/own-tags.ts';
import { daysOrHours } from '../github/inputs/time-span.ts';
import { addAllVersions, closeLook, imagesAtOnce, lockedAmong, usersOf } from './close-look.ts';
import { factsOf, type ImageFacts, type Uses } from './facts.ts';
import { regionsOf } from './inputs.ts';
import { allOf, lookAt, type RegionalLook } from './look.ts';
import { type Ground, groundOf, reasonToStay, type Situation } from './reasons.ts';
import type { Judged, Loose, RetireRun } from './record.ts';
import { recycledImages } from './recycle-bin.ts';

export interface Plan {
  judged: Judged[];
  loose: Loose[];
  /** Families of which nothing would be left, with their Regions. */
  emptied: string[];
}

/** @throws BakeError or ProblemsError for every look-up that failed: what cannot be seen is never good news */
export async function makePlan(run: RetireRun): Promise<Plan> {
  const { inputs, clock } = run;
  const now = clock.now();
  const abandoned = inputs.abandonedAfter !== undefined;
  const looks = await everyRegion(run, (region) => lookAt(run, region));
  const images = looks.flatMap(({ region, images: all }) =>
    all.flatMap((image) => factsOf(image, region) ?? []),
  );
  const situation: Situation = {
    inputs,
    now,
    newest: newestOf(images, inputs.keep),
    closedPullRequests: await closedPullRequests(run, images),
    repository: repositoryOf(run),
    uses: new Map(looks.flatMap(({ uses }) => [...uses])),
  };
  const judged = images.flatMap((image) => judge(image, situation));
  const emptied = keepLastOfFamily(judged, images);
  const loose = abandoned
    ? (await everyRegion(run, (region) => looseIn(run, lookOf(looks, region)))).flat()
    : [];
  await limit(run, judged, loose);
  return { judged: judged.sort(byAge), loose, emptied };
}

function lookOf(looks: readonly RegionalLook[], region: string): RegionalLook {
  const found = looks.find((look) => look.region === region);
  if (found === undefined) throw new Error(`${region} was not looked at`);
  return found;
}

/** Side by side; what fails in several Regions is reported together. */
async function everyRegion<T>(run: RetireRun, work: (region: string) => Promise<T>): Promise<T[]> {
  const regions = regionsOf(run.inputs);
  const results = await Promise.allSettled(regions.map(work));
  run.signal.throwIfAborted();
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected' ? [{ region: regions[index] ?? '', error: result.reason as unknown }] : [],
  );
  throwTogether(failures);
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** @throws the error of the only one itself; else a ProblemsError that lists all of them */
function throwTogether(failures: readonly { region: string; error: unknown }[]): void {
  const [first] = failures;
  if (first === undefined) return;
  if (failures.length === 1) throw first.error;
  throw new ProblemsError(
    'Nothing was deleted, since not everything could be looked up',
    failures.map(({ region, error }) => `${region}: ${messageWithRemedy(error)}`),
    { cause: new AggregateError(failures.map(({ error }) => error)) },
  );
}

/** The newest ready images that are available, of each family and architecture in each Region. */
export function newestOf(images: readonly ImageFacts[], keep: number): ReadonlySet<string> {
  const groups = Map.groupBy(
    images.filter(({ bakeState, state }) => bakeState === 'ready' && state === 'available'),
    ({ region, family, architecture }) => JSON.stringify([region, family, architecture]),
  );
  const newest = [...groups.values()].flatMap((group) => group.toSorted(newestFirst).slice(0, keep));
  return new Set(newest.map(({ id }) => id));
}

/** Of two of the same second, every run and every look takes the same one for the newer. */
function newestFirst(a: ImageFacts, b: ImageFacts): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? 1 : -1);
}

/** `owner/name` of the workflow's repository. */
export function repositoryOf({ workflow: { owner, repo } }: Pick<RetireRun, 'workflow'>): string {
  return `${owner}/${repo}`;
}

async function closedPullRequests(
  run: RetireRun,
  images: readonly ImageFacts[],
): Promise<ReadonlySet<number>> {
  if (run.inputs.pullRequests !== 'closed') return new Set();
  const repository = repositoryOf(run);
  const numbers = images
    .filter((image) => image.repository === repository)
    .flatMap(({ pullRequest }) => pullRequest ?? []);
  return run.closedAmong([...new Set(numbers)]);
}

function judge(image: ImageFacts, situation: Situation): Judged[] {
  const ground = groundOf(image, situation);
  if (ground === undefined) return [];
  const reason = reasonToStay(image, ground, situation);
  return [
    {
      image,
      ground,
      verdict: reason === undefined ? 'remove' : 'keep',
      why: reason ?? whyItGoes(image, ground, situation),
    },
  ];
}

function whyItGoes({ pullRequest, bakeState }: ImageFacts, ground: Ground, { inputs }: Situation): string {
  if (ground === 'pull request') return `pull request ${pullRequest} is closed`;
  if (ground === 'abandoned')
    return `${bakeState} for longer than ${daysOrHours(inputs.abandonedAfter ?? 0)}`;
  return `older than ${daysOrHours(inputs.olderThan)}, and nothing needs it`;
}

/**
 * A family of which nothing would be left that can be launched is left alone. Images that go because their pull request is
 * closed, or because they were abandoned, go all the same.
 */
function keepLastOfFamily(judged: Judged[], images: readonly ImageFacts[]): string[] {
  const going = new Set(judged.filter(({ verdict }) => verdict === 'remove').map(({ image }) => image.id));
  const left = images.filter(({ id }) => !going.has(id));
  const emptied = new Set<string>();
  for (const one of judged) {
    if (one.verdict !== 'remove' || one.ground !== 'family') continue;
    const why = nothingLeft(one.image, left);
    if (why === undefined) continue;
    one.verdict = 'keep';
    one.why = why;
    emptied.add(`${one.image.family} in ${one.image.region}`);
  }
  return [...emptied];
}

/** @returns why the image stays, when none of the others could be launched in its place; else undefined */
export function nothingLeft(image: ImageFacts, others: readonly ImageFacts[]): string | undefined {
  const { family, region } = image;
  const canBeLaunched = ({ state, bakeState }: ImageFacts) =>
    state === 'available' && (bakeState === 'ready' || bakeState === 'unverified');
  const isLeft = others.some(
    (other) =>
      other.id !== image.id && other.family === family && other.region === region && canBeLaunched(other),
  );
  return isLeft ? undefined : `nothing of family ${family} would be left in ${region}`;
}

/** Snapshots with a key that belong to no image, and instances of tests past their time. */
async function looseIn(
  run: RetireRun,
  { region, images, snapshots, testInstances, uses }: RegionalLook,
): Promise<Loose[]> {
  const now = run.clock.now();
  const after = run.inputs.abandonedAfter ?? Number.POSITIVE_INFINITY;
  const known = new Set(images.map(({ ImageId }) => ImageId));
  const old = snapshots.filter(
    (snapshot) =>
      keyOf(snapshot) !== undefined && now - startOf(snapshot) >= after && !isOfKnown(snapshot, known),
  );
  const needed = await neededAmong(run, region, old, uses);
  return [
    ...old
      .filter(({ SnapshotId = '' }) => !needed.has(SnapshotId))
      .map(
        (snapshot): Loose => ({
          kind: 'snapshot',
          id: snapshot.SnapshotId ?? '',
          region,
          sizeGiB: snapshot.VolumeSize ?? 0,
          since: startOf(snapshot),
          verdict: 'remove',
          why: 'it belongs to no image',
        }),
      ),
    ...testInstances.flatMap((instance) => expired(instance, region, now)),
  ];
}

/**
 * @param snapshots of one Region that no image with a key names
 * @param uses what launch configurations and the current versions of launch templates name
 * @returns by the IDs of those that something needs all the same, what that is
 */
export async function neededAmong(
  run: RetireRun,
  region: string,
  snapshots: readonly Snapshot[],
  uses: Uses,
): Promise<Map<string, string>> {
  const needed = new Map<string, string>();
  if (snapshots.length === 0) return needed;
  const ids = snapshots.map(({ SnapshotId = '' }) => SnapshotId);
  const named = new Map([...uses].map(([id, words]) => [id, [...words]]));
  const [users, locked, recycled] = await allOf([
    usersOf(run, region, ids),
    lockedAmong(run, region, ids),
    recycledImages(run, region),
    addAllVersions(run, region, run.inputs, named),
  ] as const);
  for (const snapshot of snapshots) {
    const { SnapshotId: id = '' } = snapshot;
    const [user] = users.get(id) ?? [];
    const [use] = named.get(id) ?? [];
    if (user !== undefined) needed.set(id, `it belongs to ${user}`);
    else if (use !== undefined) needed.set(id, `it is ${use}`);
    else if (locked.has(id)) needed.set(id, 'it is locked');
    else if (isOfKnown(snapshot, recycled)) needed.set(id, 'its image is in the Recycle Bin');
  }
  return needed;
}

/** A time that cannot be read is now: what cannot be parsed is left alone. */
function startOf({ StartTime }: Snapshot): number {
  const time = StartTime?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

/** EC2 describes them so: "Created by CreateImage(i-…) for ami-…"; a pending image does not name its snapshots yet. */
function isOfKnown({ Description = '' }: Snapshot, known: ReadonlySet<string | undefined>): boolean {
  return (Description.match(/\bami-[0-9a-f]{8,32}\b/g) ?? []).some((id) => known.has(id));
}

/** A test instance whose time is over, unless it is ending already. */
export function expired(instance: Instance, region: string, now: number): Loose[] {
  const { InstanceId: id = '', State } = instance;
  const text = tagOf(instance, expiresTag) ?? '';
  const expires = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  const isEnding = State?.Name === 'shutting-down' || State?.Name === 'terminated';
  if (Number.isNaN(expires) || expires > now || isEnding || tagOf(instance, testTag) === undefined) return [];
  return [
    {
      kind: 'instance',
      id,
      region,
      sizeGiB: 0,
      since: expires,
      verdict: 'remove',
      why: `a test instance that expired at ${text}`,
    },
  ];
}

/** The oldest first, each kind counted alike; the few that are about to go are looked at closely. */
async function limit(run: RetireRun, judged: Judged[], loose: Loose[]): Promise<void> {
  const { max } = run.inputs;
  const waiting = judged.filter(({ verdict }) => verdict === 'remove').sort(byAge);
  const entries = [
    ...loose.map((one) => ({ since: one.since, loose: one })),
    ...waiting.map((one) => ({ since: one.image.createdAt ?? 0, image: one })),
  ].sort((a, b) => a.since - b.since);
  let going = 0;
  for (let first = 0; first < entries.length; ) {
    if (going >= max) break;
    const some = entries.slice(first, first + Math.min(imagesAtOnce, max - going));
    first += some.length;
    const images = some.flatMap((entry) => ('image' in entry ? [entry.image] : []));
    await keepAfterCloseLook(run, images);
    going += some.length - images.filter(({ verdict }) => verdict === 'keep').length;
    if (first >= entries.length || going >= max) {
      for (const entry of entries.slice(first)) postpone('image' in entry ? entry.image : entry.loose, max);
    }
  }
}

function postpone(one: Judged | Loose, max: number): void {
  one.verdict = 'wait';
  one.why = `waits for a later run: \`max\` is ${max}`;
}

async function keepAfterCloseLook(run: RetireRun, some: readonly Judged[]): Promise<void> {
  const byRegion = [...Map.groupBy(some, ({ image }) => image.region)];
  const looks = byRegion.map(([region, ones]) =>
    closeLook(
      run,
      region,
      ones.map(({ image }) => image),
      run.inputs,
    ),
  );
  for (const [index, reasons] of (await allOf(looks)).entries()) {
    for (const one of byRegion[index]?.[1] ?? []) {
      const reason = reasons.get(one.image.id);
      if (reason === undefined) continue;
      one.verdict = 'keep';
      one.why = reason;
    }
  }
}

function byAge(a: Judged, b: Judged): number {
  return (a.image.createdAt ?? 0) - (b.image.createdAt ?? 0);
}
