/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */
import { explain } from '../aws/decode.ts';
import { describeAwsError } from '../aws/errors.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { CancelledError, ProblemsError, SupersededError } from '../base/errors.ts';
import { both } from '../base/side-by-side.ts';
import { duration, gibibytes } from '../base/units.ts';
import {
  type CleanupReport,
  cancelled,
  cleanUp,
  failed,
  onFailureOf,
  placesOf,
  removeLeftover,
  warnOfRemnants,
} from '../distribute/clean-up.ts';
import {
  copyToRegions,
  forEachImage,
  imagesOf,
  publish,
  settleImages,
  settlingIsAsked,
  withParameters,
} from '../distribute/distribute.ts';
import { isLaterAttempt, type WorkflowContext } from '../github/context.ts';
import { describeImage, snapshotsOf } from '../image/describe.ts';
import { canBeTakenUp, type Existing, findExisting, findUnfinished } from '../image/find.ts';
import type { BakedImage } from '../image/image.ts';
import { findPrevious } from '../image/previous.ts';
import { markReady } from '../image/ready.ts';
import { granteesOf } from '../image/share/grantees.ts';
import { verifyImage } from '../image/verify.ts';
import { progressLine } from '../image/wait/progress.ts';
import { waitUntilAvailable } from '../image/wait/wait.ts';
import { type Names, renderNames } from '../naming/names.ts';
import { readied } from '../naming/tags.ts';
import { preflight } from '../preflight/preflight.ts';
import { inspectInstance } from '../source/inspect.ts';
import { capturedVolumes, type SourceInstance, volumeLine } from '../source/instance.ts';
import type { BakeInputs as Inputs } from './inputs/table.ts';
import type { Kit } from './kit.ts';
import { create, type Obtained, reuse, takeUp } from './obtain.ts';
import { planOf } from './plan.ts';
import type { BakeRecord } from './record.ts';
import { RecordKeeper } from './record-keeper.ts';
import type { Outcome, World } from './world.ts';

/**
 * Never throws for what goes wrong with the bake: that is the outcome. A bake that is cancelled while its good end is
 * being reported is a cancelled bake; nothing is left of it.
 */
export async function bake(inputs: Inputs, workflow: WorkflowContext, world: World): Promise<Outcome> {
  const story = new Bake(inputs, workflow, world);
  const { record } = story;
  try {
    await story.run();
    world.signal.throwIfAborted();
    await world.report({ ok: true, record });
    world.signal.throwIfAborted();
    world.witness.settled(record);
    return { ok: true, record };
  } catch (error) {
    const cleanup = await story.cleanUpAfter(error);
    if (cleanup?.done !== false) world.witness.settled(record);
    const explained = await explain(withParameters(error, record), {
      ...world,
      signal: new AbortController().signal,
    });
    const outcome: Outcome = { ok: false, record, error: explained, cleanup };
    await world.report(outcome);
    return outcome;
  }
}

class Bake {
  readonly record: BakeRecord;
  readonly #inputs: Inputs;
  readonly #workflow: WorkflowContext;
  readonly #world: World;
  readonly #ec2InForCleanup: World['ec2In'];
  /** When the bake must be over, in milliseconds since the epoch. */
  readonly #deadline: number;
  readonly #keeper: RecordKeeper;
  readonly #kit: Kit;

  constructor(inputs: Inputs, workflow: WorkflowContext, world: World) {
    const keeper = new RecordKeeper(world, inputs.region);
    const deadline = keeper.record.startedAt + inputs.timeoutMinutes * 60_000;
    this.record = keeper.record;
    this.#inputs = inputs;
    this.#workflow = workflow;
    this.#deadline = deadline;
    this.#world = {
      ...world,
      ec2: world.ec2.until(deadline),
      ec2In: (region) => world.ec2In(region).until(deadline),
      ssmIn: (region) => world.ssmIn(region).until(deadline),
    };
    // Clean-up has a time of its own.
    this.#ec2InForCleanup = world.ec2In;
    this.#keeper = keeper;
    this.#kit = { inputs, workflow, world: this.#world, deadline, keeper };
  }

  async run(): Promise<void> {
    const instance = await this.#phase('Inspect', () => this.#inspect());
    const names = this.#render(instance);
    const existing = await this.#phase('Check', () => this.#check(instance, names));
    if (this.#inputs.dryRun) return this.#plan(instance, names, existing);
    const image = await this.#phase('Create', () => this.#obtain(instance, names, existing));
    if (!this.#inputs.wait) return this.#glance(image);
    await this.#phase('Wait', () => this.#wait(image));
    await this.#phase('Verify', () => this.#verify(instance, names, image));
    if (this.#inputs.copyTo.length > 0)
      await this.#phase('Copy', () => copyToRegions(this.#kit, instance, names));
    if (settlingIsAsked(this.#inputs)) await this.#phase('Settle', () => settleImages(this.#kit, instance));
    // Last of all, so that no pointer ever names an image that cannot be used.
    if (names.ssmParameters.length > 0) await this.#phase('Publish', () => publish(this.#kit, names));
    await this.#phase('Finish', () => this.#finish(names, image));
  }

  async #inspect(): Promise<SourceInstance> {
    const { log } = this.#world;
    const { instanceId, region } = this.#inputs;
    const instance = await inspectInstance({
      ...this.#world,
      region,
      instanceId,
      deadline: this.#deadline,
      onPassingState: (state) =>
        log.info(`Instance ${instanceId} is ${state}; waiting until it is not any more`),
    });
    const captured = capturedVolumes(instance, this.#inputs.excludeDevices);
    this.#keeper.learnt({ instance, expectedSnapshots: captured.length });
    const name = instance.name === undefined ? '' : ` "${instance.name}"`;
    log.info(
      `Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`,
    );
    for (const volume of instance.volumes) {
      const leftOut = captured.includes(volume) ? '' : ' (left out of the image)';
      log.info(`  ${volumeLine(volume)}${leftOut}`);
    }
    return instance;
  }

  #render(instance: SourceInstance): Names {
    const { clock, environment } = this.#world;
    const names = renderNames({
      templates: this.#inputs,
      workflow: this.#workflow,
      now: new Date(clock.now()),
      source: instance,
      environment,
    });
    this.#keeper.learnt({ names });
    for (const warning of names.warnings) this.#keeper.warn(warning);
    this.#world.log.info(`Name of the AMI: ${names.name}`);
    return names;
  }

  /** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
  async #check(instance: SourceInstance, names: Names): Promise<Existing> {
    const { log } = this.#world;
    const existing = await findExisting({
      ...this.#world,
      names,
      accountId: instance.accountId,
      isLaterAttempt: isLaterAttempt(this.#workflow),
    });
    const found = existing.unfinished !== undefined || this.#reuses(existing);
    const facts = {
      ...this.#world,
      ...this.#inputs,
      shareWith: granteesOf(this.#inputs.shareWith),
      instance,
      // An image that is taken up keeps its name, and its copies get that one.
      names: { ...names, name: existing.unfinished?.Name ?? names.name },
      namesake: existing.namesake,
      deadline: this.#deadline,
      credentialsExpireAt: await this.#world.credentialsExpireAt(),
    };
    const [findings] = await both(preflight(facts, found), this.#findPrevious(instance, names, existing));
    for (const { severity, message } of findings) {
      if (severity === 'warning') this.#keeper.warn(message);
      if (severity === 'note') log.info(message);
    }
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (errors.length > 0) throw new ProblemsError(`${instance.id} cannot be imaged as asked`, errors);
    return existing;
  }

  /** For a roll-back, and for the list of commits between the two. */
  async #findPrevious({ accountId }: SourceInstance, { family }: Names, existing: Existing): Promise<void> {
    const { ec2, signal, log } = this.#world;
    const { unfinished, namesake } = existing;
    const found = unfinished ?? (this.#reuses(existing) ? namesake : undefined);
    const onTrouble = (message: string) => log.info(message);
    const previous = await findPrevious({ ec2, signal, accountId, family, before: found, onTrouble });
    if (previous !== undefined)
      log.info(`Previous image of family ${family}: ${previous.id} "${previous.name}"`);
    this.#keeper.learnt({ previous: previous ?? null });
  }

  #reuses({ unfinished, namesake }: Existing): boolean {
    const wanted = this.#inputs.ifExists === 'reuse' && unfinished === undefined;
    return wanted && namesake !== undefined && canBeTakenUp(namesake);
  }

  #plan(instance: SourceInstance, names: Names, existing: Existing): void {
    const plan = planOf({
      inputs: this.#inputs,
      instance,
      names,
      existing,
      startedAt: this.record.startedAt,
    });
    this.#world.log.info('Dry run: nothing is changed. The plan:');
    for (const line of plan) this.#world.log.info(`  ${line}`);
    this.#keeper.learnt({ plan });
  }

  /** Takes up what an earlier attempt left, reuses what is there when that is wanted, or creates the image. */
  async #obtain(instance: SourceInstance, names: Names, existing: Existing): Promise<Obtained> {
    this.#world.signal.throwIfAborted();
    await this.#removeLeftovers(instance.region, names, existing.leftovers);
    if (existing.unfinished !== undefined) return takeUp(this.#kit, instance, names, existing.unfinished);
    if (existing.namesake !== undefined && this.#reuses(existing))
      return reuse(this.#kit, instance, existing.namesake);
    return create(this.#kit, instance, names);
  }

  /** Without waiting: one look, for the snapshot IDs, if EC2 tells them already. */
  async #glance({ imageId }: Obtained): Promise<void> {
    const { ec2, log, signal } = this.#world;
    try {
      const image = await describeImage(ec2, imageId, { signal, patienceSeconds: 0 });
      if (image !== undefined) this.#saw(image);
    } catch (error) {
      signal.throwIfAborted();
      log.info(`EC2 does not tell the snapshots of ${imageId} yet (${describeAwsError(error)})`);
    }
    log.info(`Not waiting for ${imageId}, as \`wait: false\` asks for`);
  }

  async #wait({ imageId, createdAt }: Obtained): Promise<void> {
    const { log, clock } = this.#world;
    await waitUntilAvailable({
      ...this.#world,
      imageId,
      createdAt,
      deadline: this.#deadline,
      onImage: (image) => this.#saw(image),
      onProgress: (progress) => log.info(progressLine(progress)),
      onTrouble: (message) => log.info(message),
    });
    log.info(`${imageId} is available, ${duration(clock.now() - createdAt)} after its creation`);
  }

  async #verify(instance: SourceInstance, names: Names, image: Obtained): Promise<void> {
    const { log } = this.#world;
    const captured = capturedVolumes(instance, this.#inputs.excludeDevices);
    const devices = image.from === 'reused' ? [] : captured.map(({ device }) => device);
    const verified = await verifyImage({
      ...this.#world,
      ...image,
      region: instance.region,
      accountId: instance.accountId,
      name: this.record.image?.name ?? names.name,
      snapshotIds: this.record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
      devices,
    });
    this.#keeper.learnt({ image: verified });
    const count = verified.snapshots.length;
    const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
    log.info(
      `Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${gibibytes(total)}, tags, state`,
    );
  }

  /** All images become ready, the home image last: that it is ready ends the bake for a later attempt. */
  async #finish(names: Names, obtained: Obtained): Promise<void> {
    const isHome = ({ region }: BakedImage) => region === this.record.region;
    const ours = imagesOf(this.record).filter((image) => obtained.from !== 'reused' || !isHome(image));
    const finishOne = (image: BakedImage) => this.#finishOne(names, obtained, image);
    const copies = ours.filter((image) => !isHome(image));
    await forEachImage(this.#world, copies, finishOne, 'Not every copy could be marked as ready');
    for (const home of ours.filter(isHome)) await finishOne(home);
  }

  /** What was left beside the image goes; then the image is marked as ready. */
  async #finishOne(names: Names, { mayHaveOthers }: Obtained, image: BakedImage): Promise<void> {
    const { signal, log, ec2In } = this.#world;
    const { region } = image;
    const accountId = this.record.instance?.accountId ?? '';
    const ec2 = ec2In(region);
    if (mayHaveOthers) {
      const unfinished = await findUnfinished({ ec2, signal, names, accountId });
      const others = unfinished.filter(({ ImageId }) => ImageId !== image.id);
      await this.#removeLeftovers(region, names, others);
    }
    await markReady(ec2, image, signal);
    this.#markedReady(image);
    log.info(`${image.id} in ${region} is marked as ready`);
  }

  #markedReady(image: BakedImage): void {
    const done = { ...image, tags: readied(image.tags), snapshotTags: readied(image.snapshotTags) };
    const isHome = image.region === this.record.region;
    const copies = this.record.copies?.map((copy) =>
      copy.region === image.region ? { ...copy, image: done } : copy,
    );
    this.#keeper.learnt(isHome ? { image: done } : { copies: copies ?? [] });
  }

  /** Images of this bake that an earlier attempt made and that cannot be taken up. */
  async #removeLeftovers(region: string, names: Names, leftovers: readonly Image[]): Promise<void> {
    for (const { ImageId, State } of leftovers) {
      const report = await removeLeftover({
        ...this.#world,
        onFailure: this.#inputs.onFailure,
        region,
        key: names.key,
        imageId: ImageId ?? '',
        state: State ?? 'unknown',
      });
      warnOfRemnants(this.#world.log, report);
    }
  }

  /** @returns undefined when there was nothing to clean up */
  async cleanUpAfter(error: unknown): Promise<CleanupReport | undefined> {
    const { names, instance, expectedSnapshots, parameters } = this.record;
    if (!this.#keeper.owesCleanup || names === undefined || instance === undefined) return undefined;
    if (error instanceof SupersededError)
      return { done: false, kept: [], removed: [], remaining: [], unknown: [] };
    const report = await this.#phase('Clean up', () =>
      cleanUp({
        ...this.#world,
        ec2In: this.#ec2InForCleanup,
        // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
        signal: new AbortController().signal,
        onFailure: onFailureOf(this.#inputs.onFailure, parameters),
        key: names.key,
        places: placesOf(this.record),
        expectedSnapshots,
        onDeregistered: (id) => this.#keeper.learnt({ gone: [...(this.record.gone ?? []), id] }),
        haste: error instanceof CancelledError ? cancelled : failed,
      }),
    );
    warnOfRemnants(this.#world.log, report);
    return report;
  }

  /** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 tells them. */
  #saw(image: Image): void {
    const before = this.record.image;
    if (before === undefined) return;
    const seen = snapshotsOf(image);
    const snapshots = seen.length < before.snapshots.length ? before.snapshots : seen;
    this.#keeper.learnt({ image: { ...before, state: image.State ?? before.state, snapshots } });
  }

  #phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.#keeper.phase(name, work);
  }
}
