/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */
import type { Image } from '@aws-sdk/client-ec2';
import { consoleUrl } from './aws/console.ts';
import { type ExplainOptions, explain } from './aws/decode.ts';
import { describeAwsError } from './aws/errors.ts';
import { awsFailure } from './aws/failure.ts';
import type { KeyManagers } from './aws/kms.ts';
import type { Ec2 } from './aws/patient-client.ts';
import type { Ssm } from './aws/ssm.ts';
import {
  type CleanupReport,
  cancelled,
  cleanUp,
  failed,
  onFailureOf,
  removeLeftover,
  warnOfRemnants,
} from './cleanup.ts';
import type { Clock } from './clock.ts';
import { BakeError, CancelledError, messageOf, ProblemsError, SupersededError } from './errors.ts';
import type { WorkflowContext } from './github/context.ts';
import type { Inputs } from './github/inputs.ts';
import { copyImages } from './image/copy.ts';
import { createImage, NothingCreatedError } from './image/create.ts';
import { describeImage, snapshotsOf } from './image/describe.ts';
import { canBeTakenUp, type Existing, findExisting, findUnfinished } from './image/existing.ts';
import { allOf } from './image/grantees.ts';
import type { BakedImage } from './image/image.ts';
import { deprecationTime, protect, settleLifecycle } from './image/lifecycle.ts';
import { findPrevious } from './image/previous.ts';
import { progressLine } from './image/progress.ts';
import { type PublishedParameter, publishParameters, readParameters } from './image/publish.ts';
import { markReady } from './image/ready.ts';
import { shareImage } from './image/share.ts';
import { verifyImage } from './image/verify.ts';
import { waitUntilAvailable } from './image/wait.ts';
import type { Log } from './log.ts';
import { type Names, renderNames } from './naming/names.ts';
import { isSameAttempt, readied, tagsOfResumed, unfinishedTags } from './naming/tags.ts';
import { planOf } from './plan.ts';
import type { BakeRecord, CopyRecord } from './record.ts';
import { inspectInstance } from './source/inspect.ts';
import type { SourceInstance, SourceVolume } from './source/instance.ts';
import { preflight } from './source/preflight.ts';
import { duration, gibibytes } from './units.ts';

/** Everything outside of the process that a bake touches. */
export interface World {
  /** Of the home Region. */
  ec2: Ec2;
  /** Of any Region, the home Region included. */
  ec2In: (region: string) => Ec2;
  ssmIn: (region: string) => Ssm;
  keyManagers: KeyManagers;
  /** For the words behind an encoded refusal. */
  sts: ExplainOptions['sts'];
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  log: Log;
  /** Aborted, with a CancelledError as its reason, when the step is cancelled. */
  signal: AbortSignal;
  /** What templates may read as `env.NAME`. */
  environment: NodeJS.ProcessEnv;
  /** When the credentials end; undefined when they do not, are renewed, or nobody knows. */
  credentialsExpireAt: () => Promise<Date | undefined>;
  witness: Witness;
  /** Tells the user how it ended: outputs, job summary, closing annotation. */
  report: (outcome: Outcome) => Promise<void>;
}

/** Told as the bake goes, so that outputs and the state for the post step are written the moment they are known. */
export interface Witness {
  /** From now on there may be something to clean up: CreateImage is about to be sent, or an image is taken up. */
  creating(record: BakeRecord): void;
  /** Something became known. */
  learnt(record: BakeRecord): void;
  /** Nothing of this bake is left to be cleaned up. */
  settled(record: BakeRecord): void;
}

export type Outcome =
  | { ok: true; record: BakeRecord }
  | { ok: false; record: BakeRecord; error: unknown; cleanup: CleanupReport | undefined };

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
    const explained = await explain(error, { ...world, signal: new AbortController().signal });
    const outcome: Outcome = { ok: false, record, error: explained, cleanup };
    await world.report(outcome);
    return outcome;
  }
}

/** The image that the rest of the bake is about, and where it comes from. */
interface Obtained {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  from: 'created' | 'resumed' | 'reused';
  /** The tags that it and its snapshots must have. */
  imageTags: Names['imageTags'];
  snapshotTags: Names['snapshotTags'];
}

class Bake {
  readonly record: BakeRecord;
  readonly #inputs: Inputs;
  readonly #workflow: WorkflowContext;
  readonly #world: World;
  readonly #ec2InForCleanup: World['ec2In'];
  /** When the bake must be over, in milliseconds since the epoch. */
  readonly #deadline: number;
  /** An image of this bake may be there: clean-up is owed when it does not end well. */
  #owesCleanup = false;

  constructor(inputs: Inputs, workflow: WorkflowContext, world: World) {
    const startedAt = world.clock.now();
    this.#inputs = inputs;
    this.#workflow = workflow;
    this.#deadline = startedAt + inputs.timeoutMinutes * 60_000;
    this.#world = {
      ...world,
      ec2: world.ec2.until(this.#deadline),
      ec2In: (region) => world.ec2In(region).until(this.#deadline),
    };
    // Clean-up has a time of its own.
    this.#ec2InForCleanup = world.ec2In;
    this.record = {
      region: inputs.region,
      startedAt,
      phases: [],
      created: false,
      resumed: false,
      rebooted: false,
      warnings: [],
    };
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
    if (this.#inputs.copyTo.length > 0) await this.#phase('Copy', () => this.#copy(instance, names));
    if (this.#settlingIsAsked()) await this.#phase('Settle', () => this.#settle(instance));
    if (names.ssmParameters.length > 0) await this.#phase('Publish', () => this.#publish(names));
    await this.#finish(names, image);
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
    this.record.instance = instance;
    this.record.expectedSnapshots = this.#capturedVolumes(instance).length;
    const name = instance.name === undefined ? '' : ` "${instance.name}"`;
    log.info(
      `Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`,
    );
    for (const volume of instance.volumes) log.info(`  ${this.#volumeLine(volume)}`);
    return instance;
  }

  #volumeLine(volume: SourceVolume): string {
    const { device, volumeId, sizeGiB, encrypted, root } = volume;
    const traits = [gibibytes(sizeGiB), ...(encrypted ? ['encrypted'] : []), ...(root ? ['root'] : [])];
    const excluded = this.#inputs.excludeDevices.includes(device) ? ' (left out of the image)' : '';
    return `${device}  ${volumeId}  ${traits.join(', ')}${excluded}`;
  }

  #render(instance: SourceInstance): Names {
    const { clock, environment } = this.#world;
    const names = renderNames({
      templates: this.#inputs.templates,
      workflow: this.#workflow,
      now: new Date(clock.now()),
      source: instance,
      environment,
    });
    this.record.names = names;
    this.#learnt();
    for (const warning of names.warnings) this.#warn(warning);
    this.#world.log.info(`Name of the AMI: ${names.name}`);
    return names;
  }

  /** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
  async #check(instance: SourceInstance, names: Names): Promise<Existing> {
    const { ec2, signal, log } = this.#world;
    const existing = await findExisting({ ec2, signal, names, accountId: instance.accountId });
    const found = existing.unfinished !== undefined || this.#reuses(existing);
    await this.#findPrevious(instance, names, existing);
    const findings = await preflight(
      {
        ...this.#world,
        ...this.#inputs,
        instance,
        // An image that is taken up keeps its name, and its copies get that one.
        names: { ...names, name: existing.unfinished?.Name ?? names.name },
        namesake: existing.namesake,
        deadline: this.#deadline,
        credentialsExpireAt: await this.#world.credentialsExpireAt(),
      },
      found,
    );
    for (const { severity, message } of findings) {
      if (severity === 'warning') this.#warn(message);
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
    this.record.previous = previous ?? null;
    if (previous !== undefined)
      log.info(`Previous image of family ${family}: ${previous.id} "${previous.name}"`);
    this.#learnt();
  }

  #reuses({ unfinished, namesake }: Existing): boolean {
    const wanted = this.#inputs.ifExists === 'reuse' && unfinished === undefined;
    return wanted && namesake !== undefined && canBeTakenUp(namesake);
  }

  #plan(instance: SourceInstance, names: Names, existing: Existing): void {
    this.record.plan = planOf({ inputs: this.#inputs, instance, names, existing });
    this.#world.log.info('Dry run: nothing is changed. The plan:');
    for (const line of this.record.plan) this.#world.log.info(`  ${line}`);
    this.#learnt();
  }

  /** Takes up what an earlier attempt left, reuses what is there when that is wanted, or creates the image. */
  async #obtain(instance: SourceInstance, names: Names, existing: Existing): Promise<Obtained> {
    this.#world.signal.throwIfAborted();
    await this.#removeLeftovers(instance.region, names, existing.leftovers);
    if (existing.unfinished !== undefined) return this.#resume(instance, names, existing.unfinished);
    if (existing.namesake !== undefined && this.#reuses(existing))
      return this.#reuse(instance, existing.namesake);
    return this.#create(instance, names);
  }

  async #resume(instance: SourceInstance, names: Names, image: Image): Promise<Obtained> {
    this.record.names = { ...names, name: image.Name ?? names.name };
    // The earlier attempt may have begun to copy, and to publish.
    this.#mayHaveCopies();
    const held = await this.#parametersHolding(instance.region, names, image.ImageId ?? '');
    if (held.length > 0) this.record.parameters = held;
    this.#owe();
    this.record.resumed = true;
    this.#obtained(instance, image, 'resumed');
    const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
    this.#world.log.notice(
      `An earlier attempt of this workflow run left its image: ${was}. It is taken up.`,
      'Bake resumed',
    );
    return { ...known(image, this.#world.clock), from: 'resumed', ...tagsOfResumed(names) };
  }

  #reuse(instance: SourceInstance, image: Image): Obtained {
    this.#obtained(instance, image, 'reused');
    if (this.#workflow.runAttempt !== '1' && this.#mayHaveCopies()) this.#owe();
    this.#world.log.notice(
      `${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`,
      'Image reused',
    );
    return { ...known(image, this.#world.clock), from: 'reused', imageTags: [], snapshotTags: [] };
  }

  /** In every Region of `copy-to`, as far as the clean-up is concerned. */
  #mayHaveCopies(): boolean {
    const { copyTo } = this.#inputs;
    if (copyTo.length > 0) this.record.copies = copyTo.map(({ region }) => ({ region }));
    return copyTo.length > 0;
  }

  /** The home Region's parameters are written first, so that one of them tells. */
  async #parametersHolding(region: string, names: Names, imageId: string): Promise<PublishedParameter[]> {
    const { ssmIn, signal } = this.#world;
    if (names.ssmParameters.length === 0) return [];
    const parameters = await readParameters(ssmIn(region), names.ssmParameters, { signal }).catch((error) => {
      signal.throwIfAborted();
      throw awsFailure('ssm:GetParameters', `find out whether a parameter names ${imageId} already`, error);
    });
    return [...parameters.values()]
      .filter(({ Value }) => Value === imageId)
      .map(({ Name: name = '' }) => ({ region, name, oldValue: imageId, newValue: imageId }));
  }

  async #create(instance: SourceInstance, names: Names): Promise<Obtained> {
    const { log } = this.#world;
    const { noReboot, excludeDevices } = this.#inputs;
    const reboots = instance.state === 'running' && !noReboot;
    log.info(
      reboots
        ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
        : 'Creating the image',
    );
    this.#owe();
    const {
      imageId,
      found,
      sentAt: createdAt,
    } = await createImage({
      ...this.#world,
      deadline: this.#deadline,
      instance,
      names,
      noReboot,
      excludeDevices,
      onTrouble: (message) => log.info(message),
    }).catch((error) => {
      this.#owesCleanup = !(error instanceof NothingCreatedError);
      throw error;
    });
    // What was found by its key may be of an earlier attempt, with that one's tags.
    if (found !== undefined && !isSameAttempt(found.Tags ?? [], names.imageTags))
      return this.#resume(instance, names, found);
    this.record.rebooted = reboots;
    this.#obtained(instance, { ImageId: imageId, Name: names.name, State: 'pending' }, 'created');
    return { imageId, createdAt, from: 'created', ...names };
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
    const devices =
      image.from === 'reused' ? [] : this.#capturedVolumes(instance).map(({ device }) => device);
    const verified = await verifyImage({
      ...this.#world,
      ...image,
      region: instance.region,
      accountId: instance.accountId,
      name: this.record.image?.name ?? names.name,
      devices,
      snapshotIds: this.record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
    });
    this.record.image = verified;
    this.#learnt();
    const count = verified.snapshots.length;
    const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
    log.info(
      `Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${gibibytes(total)}, tags, state`,
    );
  }

  /** Side by side; a Region that fails does not stop the others, and the bake fails with all that went wrong. */
  async #copy({ accountId }: SourceInstance, names: Names): Promise<void> {
    const { image } = this.record;
    if (image === undefined) return;
    const { log } = this.#world;
    const copies = new Map<string, CopyRecord>(this.#inputs.copyTo.map(({ region }) => [region, { region }]));
    const knows = (copy: CopyRecord) => {
      copies.set(copy.region, copy);
      this.record.copies = [...copies.values()];
      this.#learnt();
    };
    // From now on there may be something to clean up in each of them.
    this.record.copies = [...copies.values()];
    this.#owe();
    const results = await copyImages({
      ...this.#world,
      targets: this.#inputs.copyTo,
      deadline: this.#deadline,
      home: { imageId: image.id, region: image.region },
      // As the home image has them: one that an earlier attempt made has other times in its tags.
      names: { ...names, ...asTagged(image), name: image.name },
      accountId,
      devices: image.snapshots.map(({ device }) => device),
      onCopy: (region, id) => {
        knows({ region, id });
        log.info(`Copy in ${region}: ${id}${linkTo(region, id)}`);
      },
      onProgressLine: (text) => log.info(text),
      onTrouble: (message) => log.info(message),
    });
    for (const result of results) {
      if ('image' in result) knows({ region: result.region, id: result.image.id, image: result.image });
    }
    throwTogether(
      'Not every Region got its copy',
      results.flatMap((result) => ('error' in result ? [[result.region, result.error] as const] : [])),
    );
  }

  /** The home image first, then the copies. */
  #images(): BakedImage[] {
    const { image, copies = [] } = this.record;
    return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
  }

  #settlingIsAsked(): boolean {
    const { shareWith, makePublic, deprecateAfter, requireImdsv2, deregistrationProtection } = this.#inputs;
    const isShared = makePublic || allOf(shareWith).length > 0;
    return isShared || deprecateAfter !== undefined || requireImdsv2 || deregistrationProtection !== 'off';
  }

  /** All images side by side and alike; protection last, since with a cooldown it cannot be undone for a day. */
  async #settle(instance: SourceInstance): Promise<void> {
    const images = this.#images();
    const results = await Promise.allSettled(images.map((image) => this.#settleOne(instance, image)));
    this.#world.signal.throwIfAborted();
    throwTogether(
      'Not every image could be settled as asked',
      results.flatMap((result, index) =>
        result.status === 'rejected' ? [[images[index]?.region ?? '', result.reason] as const] : [],
      ),
    );
  }

  async #settleOne({ accountId }: SourceInstance, image: BakedImage): Promise<void> {
    const { log, ec2In } = this.#world;
    const { deprecateAfter, deregistrationProtection: protection } = this.#inputs;
    const ec2 = ec2In(image.region);
    const onInfo = (message: string) => log.info(message);
    const common = { ...this.#world, ...this.#inputs, ec2, image, onInfo };
    const deprecateAt = deprecateAfter && deprecationTime(deprecateAfter, this.record.startedAt);
    await settleLifecycle({ ...common, deprecateAt });
    const { shareWith, makePublic } = this.#inputs;
    if (makePublic || allOf(shareWith).length > 0) {
      const sharing = await shareImage({ ...common, accountId, onWarning: (message) => this.#warn(message) });
      if (image.region === this.record.region) this.record.sharing = sharing;
      this.#learnt();
    }
    await protect({ ...common, protection });
  }

  /** Last of all, so that no pointer ever names an image that cannot be used. */
  async #publish({ ssmParameters }: Names): Promise<void> {
    const { log } = this.#world;
    this.record.parameters = await publishParameters({
      ...this.#world,
      targets: this.#images().map(({ region, id }) => ({ region, imageId: id })),
      parameterNames: ssmParameters,
      onWriting: (parameter) => {
        this.record.parameters = [...(this.record.parameters ?? []), parameter];
        this.#learnt();
      },
      onRefused: ({ region, name }) => {
        const isOther = (one: PublishedParameter) => one.region !== region || one.name !== name;
        this.record.parameters = (this.record.parameters ?? []).filter(isOther);
        this.#learnt();
      },
      onInfo: (message) => log.info(message),
      onWarning: (message) => this.#warn(message),
    });
    this.#learnt();
  }

  /** What an earlier attempt left beside this image goes; then the image is marked as ready, which ends the bake. */
  async #finish(names: Names, { from }: Obtained): Promise<void> {
    const { instance } = this.record;
    if (instance === undefined) return;
    const { signal, log, ec2In } = this.#world;
    const { accountId } = instance;
    // The home image last: that it is ready ends the bake for a later attempt.
    for (const image of this.#images().reverse()) {
      const isReused = from === 'reused' && image.region === this.record.region;
      if (isReused) continue;
      const ec2 = ec2In(image.region);
      const unfinished = await findUnfinished({ ec2, signal, names, accountId });
      const others = unfinished.filter(({ ImageId }) => ImageId !== image.id);
      await this.#removeLeftovers(image.region, names, others);
      await markReady(ec2, image, signal);
      this.#isReady(image);
      log.info(`${image.id} in ${image.region} is marked as ready`);
    }
  }

  #isReady(image: BakedImage): void {
    const done = { ...image, tags: readied(image.tags), snapshotTags: readied(image.snapshotTags) };
    const { copies } = this.record;
    if (image.region === this.record.region) this.record.image = done;
    else if (copies !== undefined) {
      this.record.copies = copies.map((copy) =>
        copy.region === image.region ? { ...copy, image: done } : copy,
      );
    }
    this.#learnt();
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
    const { names, instance, image, copies = [], expectedSnapshots, parameters } = this.record;
    if (!this.#owesCleanup || names === undefined || instance === undefined) return undefined;
    if (error instanceof SupersededError)
      return { done: false, kept: [], removed: [], remaining: [], unknown: [] };
    const home = { region: instance.region, imageId: image?.id };
    // Beside a reused image, copies may be there that an earlier attempt finished: only what is unfinished goes.
    const elsewhere = copies.map(({ region, id }) => ({
      region,
      imageId: this.record.reused ? undefined : id,
    }));
    const report = await this.#phase('Clean up', () =>
      cleanUp({
        ...this.#world,
        ec2In: this.#ec2InForCleanup,
        // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
        signal: new AbortController().signal,
        onFailure: onFailureOf(this.#inputs.onFailure, parameters),
        key: names.key,
        // A reused image is not this bake's to remove; its copies are.
        places: this.record.reused ? elsewhere : [home, ...elsewhere],
        expectedSnapshots,
        onDeregistered: (id) => {
          this.record.gone = [...(this.record.gone ?? []), id];
          this.#learnt();
        },
        haste: error instanceof CancelledError ? cancelled : failed,
      }),
    );
    warnOfRemnants(this.#world.log, report);
    return report;
  }

  /** From now on clean-up is owed, by the post step too. */
  #owe(): void {
    this.#owesCleanup = true;
    this.#world.witness.creating(this.record);
  }

  /** There is an image: its ID is published at once, and where to look at it. */
  #obtained(instance: SourceInstance, image: Image, from: Obtained['from']): void {
    const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
    this.record.image = { id, name, region: instance.region, state, snapshots: snapshotsOf(image) };
    this.record.created = from !== 'reused';
    if (from === 'reused') this.record.reused = true;
    this.#learnt();
    this.#world.log.info(`${id} is ${state}${linkTo(instance.region, id)}`);
  }

  #capturedVolumes(instance: SourceInstance): SourceVolume[] {
    return instance.volumes.filter((volume) => !this.#inputs.excludeDevices.includes(volume.device));
  }

  /** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 tells them. */
  #saw(image: Image): void {
    const before = this.record.image;
    if (before === undefined) return;
    const snapshots = snapshotsOf(image);
    this.record.image = {
      ...before,
      state: image.State ?? before.state,
      snapshots: snapshots.length < before.snapshots.length ? before.snapshots : snapshots,
    };
    this.#learnt();
  }

  #learnt(): void {
    this.#world.witness.learnt(this.record);
  }

  #warn(message: string): void {
    this.record.warnings.push(message);
    this.#world.log.warning(message);
  }

  async #phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const phase: BakeRecord['phases'][number] = { name, startedAt: this.#world.clock.now() };
    this.record.phases.push(phase);
    try {
      return await work();
    } finally {
      phase.endedAt = this.#world.clock.now();
    }
  }
}

function known(image: Image, clock: Clock): { imageId: string; createdAt: number } {
  const createdAt = Date.parse(image.CreationDate ?? '');
  return { imageId: image.ImageId ?? '', createdAt: Number.isNaN(createdAt) ? clock.now() : createdAt };
}

/** What copies get, as the verified home image has it. */
function asTagged({ description, tags = {}, snapshotTags = {} }: BakedImage): Partial<Names> {
  const listed = (of: Readonly<Record<string, string>>) =>
    Object.entries(unfinishedTags(of))
      .filter(([key]) => !key.startsWith('aws:'))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Value]) => ({ Key, Value }));
  return {
    ...(description === undefined ? {} : { description }),
    imageTags: listed(tags),
    snapshotTags: listed(snapshotTags),
  };
}

function linkTo(region: string, id: string): string {
  const link = consoleUrl(region, id);
  return link === undefined ? '' : `: ${link}`;
}

/** @throws ProblemsError that tells what went wrong in each Region; nothing when there is nothing to tell */
function throwTogether(
  summary: string,
  failures: readonly (readonly [region: string, error: unknown])[],
): void {
  if (failures.length === 0) return;
  throw new ProblemsError(
    summary,
    failures.map(([region, error]) => {
      const remedy = error instanceof BakeError ? error.remedy : undefined;
      return `${region}: ${messageOf(error)}${remedy === undefined ? '' : ` ${remedy}`}`;
    }),
  );
}
