/** Removes what the plan allows, one after the other, each asked about once more right before. */
import { deleteSnapshotCommand, terminateInstanceCommand } from '../aws/cli.ts';
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { DeleteSnapshotCommand } from '../aws/sdk/ec2.ts';
import { TerminateInstancesCommand } from '../aws/sdk/ec2-instances.ts';
import { messageOf } from '../base/errors.ts';
import { keyOf } from '../base/own-tags.ts';
import type { Reason } from '../image/ownership.ts';
import type { Remnant } from '../image/remove/removal.ts';
import { retireImage } from '../image/remove/retire.ts';
import { learn, warn } from '../run/run.ts';
import { closeLook } from './close-look.ts';
import { factsOf, type ImageFacts } from './facts.ts';
import { currentUses, keyedImages, livingInstances, ownImages, snapshotsAmong } from './look.ts';
import { expired, neededAmong, newestOf, nothingLeft, repositoryOf } from './plan.ts';
import { groundOf, reasonToStay, type Situation } from './reasons.ts';
import type { Begun, Judged, Loose, RetireRun } from './record.ts';
import { lookIntoRecycleBin } from './recycle-bin.ts';

/** For one image, its snapshots included. */
const budgetSeconds = 180;
const attemptSeconds = 15;

/** What cannot be looked up right before a deletion ends all further ones. */
export class BlindError extends Error {
  override readonly name = 'BlindError';
}

/**
 * @throws BlindError when a look-up right before a deletion fails, or the signal's reason: what was gone by then is in the record
 */
export async function carryOut(
  run: RetireRun,
  judged: readonly Judged[],
  loose: readonly Loose[],
): Promise<void> {
  for (const one of judged.filter(({ verdict }) => verdict === 'remove')) {
    run.throwIfCancelled();
    await retireOne(run, one);
  }
  for (const one of loose.filter(({ verdict }) => verdict === 'remove')) {
    run.throwIfCancelled();
    await (one.kind === 'snapshot' ? deleteLoose(run, one) : terminate(run, one));
  }
  await lookIntoRecycleBin(run, judged);
}

/** For `catch`. */
function blind({ signal }: RetireRun, id: string, region: string) {
  return (error: unknown): never => {
    signal.throwIfAborted();
    throw new BlindError(
      `Could not check ${id} in ${region} again right before it was to be removed: ${messageOf(error)}`,
      { cause: error },
    );
  };
}

async function retireOne(run: RetireRun, one: Judged): Promise<void> {
  const { id, region } = one.image;
  const now = await lookAgain(run, one).catch(blind(run, id, region));
  if (now === 'gone') return isGone(run, one.image);
  if (typeof now === 'string') {
    return staysAfterAll(run, one, undefined, now);
  }
  await remove(run, one, now);
}

/** @returns the image as it is now; why it stays; or `gone` */
async function lookAgain(
  run: RetireRun,
  { image: { id, region, key, family, pullRequest }, ground }: Judged,
): Promise<ImageFacts | string> {
  const { clock, inputs } = run;
  // All of them, since another may have been the newest.
  const images = (await keyedImages(run, region)).flatMap((image) => factsOf(image, region) ?? []);
  const facts = images.find((image) => image.id === id);
  if (facts === undefined) return (await isThere(run, region, id)) ? tagsHaveChanged : 'gone';
  if (facts.key !== key || facts.family !== family) return tagsHaveChanged;
  const uses = new Map<string, string[]>();
  const isOfClosed = ground === 'pull request' && pullRequest !== undefined;
  const situation: Situation = {
    inputs,
    now: clock.now(),
    newest: newestOf(images, inputs.keep),
    closedPullRequests: isOfClosed ? await run.closedAmong([pullRequest]) : new Set(),
    repository: repositoryOf(run),
    uses,
  };
  if (groundOf(facts, situation) !== ground)
    return isOfClosed
      ? `GitHub does not say any more that pull request ${pullRequest} is closed`
      : tagsHaveChanged;
  await currentUses(run, region, uses);
  const reasons = await closeLook(run, region, [facts], inputs);
  const last = ground === 'family' ? nothingLeft(facts, images) : undefined;
  return reasons.get(id) ?? reasonToStay(facts, ground, situation) ?? last ?? facts;
}

const tagsHaveChanged = 'its tags have changed';

async function isThere(run: RetireRun, region: string, id: string): Promise<boolean> {
  const filter = { Filters: [{ Name: 'image-id', Values: [id] }] };
  return (await ownImages(run, region, filter)).some(({ ImageId }) => ImageId === id);
}

async function remove(run: RetireRun, one: Judged, image: ImageFacts): Promise<void> {
  const { aws, clock, signal, log, record } = run;
  const { id, region, key } = image;
  const spared = await withoutKey(run, image);
  const snapshotIds = image.snapshotIds.filter((snapshotId) => !spared.has(snapshotId));
  const begun: Begun = { region, imageId: id, key, snapshotIds };
  learn(run, { begun: [...record.begun, begun] });
  log.info(`Removing ${id} "${image.name}" from ${region}`);
  const removal = await retireImage(
    {
      ec2: aws.ec2(region),
      clock,
      signal,
      region,
      key,
      claim: record.claim,
      role: 'home',
      imageId: id,
      scope: 'image',
      expectedSnapshots: snapshotIds.length,
      lookSeconds: 0,
      budget: { until: clock.now() + budgetSeconds * 1000, attemptSeconds },
      spared,
    },
    image.image,
    { isAbandoned: one.ground === 'abandoned' },
  );
  for (const removed of removal.removed) log.info(`Removed ${removed}`);
  const [kept] = removal.kept;
  if (kept !== undefined) return staysAfterAll(run, one, begun, words[kept.reason]);
  finished(run, begun, image, [...removal.removed], removal.remaining);
}

/** What the last look shows, in the words of the plan. */
const words: Readonly<Record<Reason, string>> = {
  foreign: tagsHaveChanged,
  claimed: 'another process has claimed it',
  ready: 'its bake has finished it',
  unverified: 'its bake has handed it out',
  unknown: 'its tag bake-ami:state has changed',
};

function staysAfterAll(run: RetireRun, one: Judged, begun: Begun | undefined, why: string): void {
  const { id, region } = one.image;
  Object.assign(one, { verdict: 'keep', why });
  run.log.info(`${id} in ${region} stays after all: ${why}`);
  learn(run, { begun: run.record.begun.filter((other) => other !== begun) });
}

/** A snapshot without a key is nobody's to delete: it stays when its image goes. */
async function withoutKey(run: RetireRun, { region, snapshotIds }: ImageFacts): Promise<ReadonlySet<string>> {
  if (snapshotIds.length === 0) return new Set();
  const found = await snapshotsAmong(run, region, snapshotIds).catch((error) => {
    run.signal.throwIfAborted();
    throw new BlindError(messageOf(error), { cause: error });
  });
  const known = new Map(found.map((snapshot) => [snapshot.SnapshotId, snapshot]));
  const spared = new Set<string>();
  for (const id of snapshotIds) {
    const snapshot = known.get(id);
    if (snapshot && keyOf(snapshot)) continue;
    spared.add(id);
    if (snapshot === undefined) run.log.info(`${id} in ${region} is gone already, or another account's`);
    else warn(run, `${id} in ${region} stays when its image goes: it does not carry the tag bake-ami:key.`);
  }
  return spared;
}

function isGone(run: RetireRun, image: ImageFacts): void {
  run.log.info(`${image.id} in ${image.region} is gone already: somebody else has removed it`);
  learn(run, { removed: [...run.record.removed, image.id] });
}

function finished(
  run: RetireRun,
  begun: Begun,
  image: ImageFacts,
  removed: readonly string[],
  remaining: readonly Remnant[],
): void {
  const { record } = run;
  const isRemoved = removed.includes(image.id);
  const hasFailed = remaining.length > 0;
  learn(run, {
    begun: hasFailed ? record.begun : record.begun.filter((one) => one !== begun),
    removed: isRemoved ? [...record.removed, image.id] : record.removed,
    failed: isRemoved ? record.failed : [...record.failed, image.id],
    remaining: [...record.remaining, ...remaining],
    freedGiB: record.freedGiB + (isRemoved ? freedBy(image, remaining) : 0),
  });
}

function freedBy({ image }: ImageFacts, remaining: readonly Remnant[]): number {
  const left = new Set(remaining.map(({ id }) => id));
  return (image.BlockDeviceMappings ?? [])
    .flatMap(({ Ebs }) => (Ebs?.SnapshotId && !left.has(Ebs.SnapshotId) ? [Ebs.VolumeSize ?? 0] : []))
    .reduce((sum, size) => sum + size, 0);
}

/** It stays: needed after all, or gone. */
function leaveAlone(run: RetireRun, one: Loose, why: string): void {
  Object.assign(one, { verdict: 'keep', why });
  run.log.info(`${one.id} in ${one.region} is left alone: ${why}`);
}

async function deleteLoose(run: RetireRun, one: Loose): Promise<void> {
  const { aws, signal, log, record } = run;
  const { id, region, sizeGiB } = one;
  const why = await lookAtLooseAgain(run, region, id).catch(blind(run, id, region));
  if (why !== undefined) return leaveAlone(run, one, why);
  try {
    await aws.ec2(region).send(new DeleteSnapshotCommand({ SnapshotId: id }), { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (errorKind(error) !== 'not-found') return failed(run, id, error, deleteSnapshotCommand(region, id));
  }
  log.info(`Removed ${id} from ${region}`);
  learn(run, { removed: [...record.removed, id], freedGiB: record.freedGiB + sizeGiB });
}

/** @returns why the snapshot is not deleted; undefined when nothing needs it */
async function lookAtLooseAgain(run: RetireRun, region: string, id: string): Promise<string | undefined> {
  const [snapshot] = await snapshotsAmong(run, region, [id]);
  if (snapshot === undefined) return 'it is gone';
  if (keyOf(snapshot) === undefined) return tagsHaveChanged;
  const uses = new Map<string, string[]>();
  await currentUses(run, region, uses);
  return (await neededAmong(run, region, [snapshot], uses)).get(id);
}

async function terminate(run: RetireRun, one: Loose): Promise<void> {
  const { aws, signal, log, record, clock } = run;
  const { id, region, why } = one;
  const only = { 'instance-id': [id] };
  const instances = await livingInstances(run, region, only).catch(blind(run, id, region));
  const still = instances.some(
    (instance) => instance.InstanceId === id && expired(instance, region, clock.now()).length > 0,
  );
  if (!still) return leaveAlone(run, one, 'it is gone, or its tags have changed');
  try {
    await aws.ec2(region).send(new TerminateInstancesCommand({ InstanceIds: [id] }), { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (errorKind(error) !== 'not-found') return failed(run, id, error, terminateInstanceCommand(region, id));
  }
  log.info(`Terminated ${id} in ${region}: ${why}`);
  learn(run, { removed: [...record.removed, id] });
}

function failed(run: RetireRun, id: string, error: unknown, command: string): void {
  const { record } = run;
  learn(run, {
    failed: [...record.failed, id],
    remaining: [...record.remaining, { id, reason: describeAwsError(error), command }],
  });
}
