/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */
import type { Image } from '@aws-sdk/client-ec2';
import { consoleUrl } from './aws/console.ts';
import type { Ec2 } from './aws/ec2.ts';
import { describeAwsError } from './aws/errors.ts';
import { type CleanupReport, cancelled, cleanUp, failed, warnOfRemnants } from './cleanup.ts';
import type { Clock } from './clock.ts';
import { CancelledError, ProblemsError } from './errors.ts';
import type { WorkflowContext } from './github/context.ts';
import type { Inputs } from './github/inputs.ts';
import { createImage, NothingCreatedError } from './image/create.ts';
import { describeImage, snapshotsOf } from './image/describe.ts';
import { progressLine } from './image/progress.ts';
import { markReady } from './image/ready.ts';
import { verifyImage } from './image/verify.ts';
import { waitUntilAvailable } from './image/wait.ts';
import type { Log } from './log.ts';
import { type Names, renderNames } from './naming/names.ts';
import { ready } from './naming/tags.ts';
import type { BakeRecord } from './record.ts';
import { inspectInstance } from './source/inspect.ts';
import type { SourceInstance, SourceVolume } from './source/instance.ts';
import { preflight } from './source/preflight.ts';
import { duration, gibibytes } from './units.ts';

/** Everything outside of the process that a bake touches. */
export interface World {
  ec2: Ec2;
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  log: Log;
  /** Aborted, with a CancelledError as its reason, when the step is cancelled. */
  signal: AbortSignal;
  /** What templates may read as `env.NAME`. */
  environment: NodeJS.ProcessEnv;
  witness: Witness;
}

/** Told as the bake goes, so that outputs and the state for the post step are written the moment they are known. */
export interface Witness {
  /** CreateImage is about to be sent: from now on there may be something to clean up. */
  creating(record: BakeRecord): void;
  /** Something became known. */
  learnt(record: BakeRecord): void;
  /** Nothing of this bake is left to be cleaned up. */
  settled(record: BakeRecord): void;
}

export type Outcome =
  | { ok: true; record: BakeRecord }
  | { ok: false; record: BakeRecord; error: unknown; cleanup: CleanupReport | undefined };

/** Never throws: what went wrong is the outcome. */
export async function bake(inputs: Inputs, workflow: WorkflowContext, world: World): Promise<Outcome> {
  const story = new Bake(inputs, workflow, world);
  try {
    await story.run();
    world.witness.settled(story.record);
    return { ok: true, record: story.record };
  } catch (error) {
    const cleanup = await story.cleanUpAfter(error);
    if (cleanup?.done !== false) world.witness.settled(story.record);
    return { ok: false, record: story.record, error, cleanup };
  }
}

class Bake {
  readonly record: BakeRecord;
  readonly #inputs: Inputs;
  readonly #workflow: WorkflowContext;
  readonly #world: World;
  /** When the bake must be over, in milliseconds since the epoch. */
  readonly #deadline: number;
  /** CreateImage has been sent, and not clearly refused. */
  #mayHaveCreated = false;

  constructor(inputs: Inputs, workflow: WorkflowContext, world: World) {
    const startedAt = world.clock.now();
    this.#inputs = inputs;
    this.#workflow = workflow;
    this.#world = world;
    this.#deadline = startedAt + inputs.timeoutMinutes * 60_000;
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
    this.#check(instance);
    const { imageId, createdAt } = await this.#phase('Create', () => this.#create(instance, names));
    if (!this.#inputs.wait) return this.#glance(imageId);
    await this.#phase('Wait', () => this.#wait(imageId, createdAt));
    await this.#phase('Verify', () => this.#verify(instance, names, imageId));
  }

  async #inspect(): Promise<SourceInstance> {
    const { log, ec2, clock, signal } = this.#world;
    const { instanceId, region } = this.#inputs;
    const instance = await inspectInstance({
      ec2,
      clock,
      signal,
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

  #check(instance: SourceInstance): void {
    const { excludeDevices, noReboot } = this.#inputs;
    const findings = preflight({ instance, excludeDevices, noReboot });
    for (const { severity, message } of findings) if (severity === 'warning') this.#warn(message);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (errors.length > 0) throw new ProblemsError(`${instance.id} cannot be imaged`, errors);
  }

  async #create(instance: SourceInstance, names: Names): Promise<{ imageId: string; createdAt: number }> {
    const { log, witness, clock, signal } = this.#world;
    const { noReboot, excludeDevices } = this.#inputs;
    signal.throwIfAborted();
    const reboots = instance.state === 'running' && !noReboot;
    log.info(
      reboots
        ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
        : 'Creating the image',
    );
    witness.creating(this.record);
    this.#mayHaveCreated = true;
    const createdAt = clock.now();
    const imageId = await createImage({
      ...this.#world,
      deadline: this.#deadline,
      instance,
      names,
      noReboot,
      excludeDevices,
      onTrouble: (message) => log.info(message),
    }).catch((error) => {
      this.#mayHaveCreated = !(error instanceof NothingCreatedError);
      throw error;
    });
    this.record.image = {
      id: imageId,
      name: names.name,
      region: instance.region,
      state: 'pending',
      snapshots: [],
    };
    this.record.created = true;
    this.record.rebooted = reboots;
    this.#learnt();
    const link = consoleUrl(instance.region, imageId);
    log.info(`EC2 is making ${imageId}${link === undefined ? '' : `: ${link}`}`);
    return { imageId, createdAt };
  }

  /** Without waiting: one look, for the snapshot IDs, if EC2 tells them already. */
  async #glance(imageId: string): Promise<void> {
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

  async #wait(imageId: string, createdAt: number): Promise<void> {
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
    log.info(`${imageId} is available after ${duration(clock.now() - createdAt)}`);
  }

  async #verify(instance: SourceInstance, names: Names, imageId: string): Promise<void> {
    const { ec2, log, signal } = this.#world;
    const image = await verifyImage({
      ...this.#world,
      region: instance.region,
      accountId: instance.accountId,
      imageId,
      name: names.name,
      devices: this.#capturedVolumes(instance).map((volume) => volume.device),
      imageTags: names.imageTags,
      snapshotTags: names.snapshotTags,
    });
    this.record.image = image;
    this.#learnt();
    await markReady(ec2, image, signal);
    this.record.names = {
      ...names,
      imageTags: ready(names.imageTags),
      snapshotTags: ready(names.snapshotTags),
    };
    this.#learnt();
    const count = image.snapshots.length;
    const total = image.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
    log.info(
      `Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${gibibytes(total)}, and all tags; marked as ready`,
    );
  }

  #capturedVolumes(instance: SourceInstance): SourceVolume[] {
    return instance.volumes.filter((volume) => !this.#inputs.excludeDevices.includes(volume.device));
  }

  /** @returns undefined when there was nothing to clean up */
  async cleanUpAfter(error: unknown): Promise<CleanupReport | undefined> {
    const { names, instance, image, expectedSnapshots } = this.record;
    if (!this.#mayHaveCreated || names === undefined || instance === undefined) return undefined;
    const haste = error instanceof CancelledError ? cancelled : failed;
    const report = await this.#phase('Clean up', () =>
      cleanUp({
        ...this.#world,
        // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
        signal: new AbortController().signal,
        onFailure: this.#inputs.onFailure,
        region: instance.region,
        key: names.key,
        imageId: image?.id,
        expectedSnapshots,
        haste,
      }),
    );
    warnOfRemnants(this.#world.log, report);
    return report;
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
