/** A whole bake on virtual time: the simulator in the same process, with everything that a test may want to see. */

import type { RecordedCall } from '../../simulator/calls.ts';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { type Aws, awsAccess } from '../../src/aws/access.ts';
import type { ClientOptions } from '../../src/aws/clients.ts';
import { bake, type Outcome } from '../../src/bake/bake.ts';
import { postBake } from '../../src/bake/clean-up.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { type BakeRecord, type BakeRun, emptyRecord } from '../../src/bake/record.ts';
import { readState, stateKeeper } from '../../src/bake/state.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import type { CleanupReport } from '../../src/distribute/clean-up.ts';
import { newClaim } from '../../src/image/ownership.ts';
import { someInputs } from './inputs.ts';
import { collectingLog } from './run.ts';
import { workflow } from './workflow.ts';

export const startedAt = Date.UTC(2026, 10, 22, 21, 34, 5);

export class Rig {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly instanceId: string;
  /** Every line, with its kind in front: `info`, `warning`, `notice`, `error`. */
  readonly log: string[] = [];
  /** What the main step that was started last has saved for its post step, as the runner hands it on. */
  state: string | undefined;
  imageIdLearntAt: number | undefined;
  cancelledAt: number | undefined;
  credentialsExpireAt: Date | undefined;
  /** What the calls are signed with. */
  credentials: NonNullable<ClientOptions['credentials']> = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'example',
  };
  readonly #cancellation = new AbortController();

  readonly #random: () => number;

  constructor(options: SimulatorOptions = {}, seed: InstanceSeed = {}, randomSeed = 1) {
    this.#random = pseudoRandom(randomSeed);
    this.clock = new VirtualClock(startedAt);
    this.simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 50, ...options });
    this.instanceId = this.simulator.seedInstance(seed).id;
  }

  /** One attempt of the main step, to its end. */
  bake(overrides: Partial<BakeInputs> = {}, attempt: Partial<WorkflowContext> = {}): Promise<Outcome> {
    return this.clock.run(this.start(overrides, attempt));
  }

  start(
    overrides: Partial<BakeInputs> = {},
    attempt: Partial<WorkflowContext> = {},
    life?: Life,
  ): Promise<Outcome> {
    return bake(this.run(overrides, attempt, life));
  }

  /**
   * One attempt of the main step that is killed at its nth call: before it is sent, or when its work is done and the
   * answer on its way. Nothing of the step happens afterwards.
   * @returns the outcome, if the bake made fewer calls than that
   */
  killed(
    call: number,
    moment: 'before' | 'after',
    overrides: Partial<BakeInputs> = {},
  ): Promise<Outcome | undefined> {
    const life = new Life(call, moment);
    return this.clock.run(Promise.race([this.start(overrides, {}, life), life.ended]));
  }

  /** One attempt of the main step that is cancelled at its nth call, before or after its work is done. */
  cancelled(call: number, moment: 'before' | 'after', overrides: Partial<BakeInputs> = {}): Promise<Outcome> {
    const life = new Life(call, moment, () => {
      this.cancelledAt = this.clock.now();
      this.cancel();
    });
    return this.clock.run(this.start(overrides, {}, life));
  }

  /** The post step, with what the main step had saved. */
  post(attempt = '1', cancelled = new AbortController().signal): Promise<CleanupReport | undefined> {
    return this.clock.run(this.startPost(attempt, cancelled));
  }

  startPost(
    attempt = '1',
    cancelled = new AbortController().signal,
    state = this.state,
    life?: Life,
  ): Promise<CleanupReport | undefined> {
    return postBake({
      saved: readState({ STATE_bake: state }),
      claim: this.#claim(attempt, '-post'),
      cancelled,
      clock: this.clock,
      log: collectingLog(this.log),
      aws: () => this.access(life ?? new Life()),
    });
  }

  /** How far the main step was by what it saved last; undefined when it saved nothing. */
  get phase(): string | undefined {
    return readState({ STATE_bake: this.state }).state?.phase;
  }

  /** As the runner does when the user cancels the run. */
  cancel(): void {
    this.#cancellation.abort(new CancelledError('The step was cancelled (SIGINT).'));
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (this.clock.now() - startedAt) / 1000;
  }

  /** The CreateImage calls that were meant to create something. */
  get creates(): RecordedCall[] {
    return this.simulator.calls.of('CreateImage').filter(isMeant);
  }

  /** Those that the look at what is left takes in; a test that copies adds its own. */
  readonly regions = ['eu-west-1'];

  /** IDs of images that are not deregistered, in all of `regions`. */
  get images(): string[] {
    return this.regions
      .flatMap((region) => [...this.simulator.world(region).images.values()])
      .filter((image) => image.deregisteredAt === undefined)
      .map(({ id }) => id);
  }

  /** IDs of snapshots that are not deleted, in all of `regions`. */
  get snapshots(): string[] {
    return this.regions
      .flatMap((region) => [...this.simulator.world(region).snapshots.values()])
      .filter((snapshot) => snapshot.deletedAt === undefined)
      .map(({ id }) => id);
  }

  /** What one attempt of the main step works with. */
  run(
    overrides: Partial<BakeInputs> = {},
    attempt: Partial<WorkflowContext> = {},
    life = new Life(),
  ): BakeRun {
    const inputs = someInputs({ instanceId: this.instanceId, ...overrides });
    const context = workflow(attempt);
    const aws = this.access(life);
    const claim = this.#claim(context.runAttempt);
    const record: BakeRecord = emptyRecord(inputs.region, claim, this.clock.now());
    const { signal } = life.cancellation ?? this.#cancellation;
    const keepState = stateKeeper(inputs, (_name, text) => {
      this.state = text;
      life.state = text;
    });
    return {
      region: inputs.region,
      inputs,
      workflow: context,
      environment: {},
      aws: {
        ...aws,
        until: (deadline) => ({
          ...aws.until(deadline),
          credentialsExpireAt: async () => this.credentialsExpireAt,
        }),
      },
      clock: this.clock,
      random: this.#random,
      log: collectingLog(this.log),
      signal,
      throwIfCancelled: () => {
        life.look();
        signal.throwIfAborted();
      },
      deadline: record.startedAt + inputs.timeoutMinutes * 60_000,
      record,
      onChange: () => {
        if (!life.alive) return;
        if (record.image !== undefined) this.imageIdLearntAt ??= this.clock.now();
        keepState(record);
      },
    };
  }

  #claims = 0;

  #claim(attempt: string, suffix = ''): string {
    this.#claims += 1;
    return newClaim(attempt, `${this.#claims.toString().padStart(12, '0')}${suffix}`);
  }

  /** What a step works with; a rig of its own may change what EC2 is asked and what it answers. */
  protected access(life: Life): Aws {
    return awsAccess({
      region: 'eu-west-1',
      environment: {},
      credentials: this.credentials,
      requestHandler: life.limiting(new InProcessHandler(this.simulator)),
      clock: this.clock,
      random: this.#random,
      onTrouble: (message) => this.log.push(`info ${message}`),
    });
  }
}

/** Of a process, as its calls to AWS see it: it may be killed at one of them, or something else may happen there. */
export class Life {
  /** What its main step has saved. */
  state: string | undefined;
  /** In place of that of the rig. */
  cancellation: AbortController | undefined;
  /** What its main step sees when it looks whether the post step has begun. */
  look: () => void = () => undefined;
  readonly ended: Promise<undefined>;
  alive = true;
  readonly #call: number;
  readonly #moment: 'before' | 'after';
  readonly #happening: () => void;
  #calls = 0;

  constructor(
    call = Number.POSITIVE_INFINITY,
    moment: 'before' | 'after' = 'before',
    happening?: () => void,
  ) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.ended = promise;
    this.#call = call;
    this.#moment = moment;
    this.#happening =
      happening ??
      (() => {
        this.alive = false;
        resolve(undefined);
      });
  }

  /** While it is pending nothing of the process goes on: no call leaves it, and no answer reaches it. */
  frozen: Promise<unknown> | undefined;

  limiting(handler: InProcessHandler): InProcessHandler {
    const never = new Promise<never>(() => undefined);
    const handle: InProcessHandler['handle'] = async (request, options) => {
      if (!this.alive) return never;
      this.#calls += 1;
      const isThisOne = this.#calls === this.#call;
      if (isThisOne && this.#moment === 'before') this.#happening();
      await this.frozen;
      if (!this.alive) return never;
      const answer = await handler.handle(request, options).finally(() => {
        if (isThisOne && this.#moment === 'after') this.#happening();
      });
      await this.frozen;
      return this.alive ? answer : never;
    };
    return Object.assign(Object.create(handler) as InProcessHandler, { handle });
  }

  /** How many calls it has made. */
  get calls(): number {
    return this.#calls;
  }
}

/** No dry run. */
export function isMeant({ parameters }: { parameters: Readonly<Record<string, string>> }): boolean {
  return parameters['DryRun'] !== 'true';
}

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a tag of `bake-ami:` says of an image. */
export function tagIn(
  rig: Rig,
  id: string | undefined,
  tag: string,
  region = 'eu-west-1',
): string | undefined {
  return rig.simulator
    .world(region)
    .images.get(id ?? '')
    ?.tags.current.get(`bake-ami:${tag}`);
}

/** Removals of images and snapshots that EC2 was asked for. */
export function removals(rig: Rig): (string | undefined)[] {
  return rig.simulator.calls
    .of('DeregisterImage', 'DeleteSnapshot')
    .filter(isMeant)
    .map(({ parameters }) => parameters['ImageId'] ?? parameters['SnapshotId']);
}
