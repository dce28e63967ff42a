/** A whole bake on virtual time: the simulator in the same process, with everything that a test may want to see. */

import type { RecordedCall } from '../../simulator/calls.ts';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { awsAccess } from '../../src/aws/access.ts';
import type { ClientOptions } from '../../src/aws/clients.ts';
import { bake } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import type { BakeRecord } from '../../src/bake/record.ts';
import type { Outcome, World } from '../../src/bake/world.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { Log } from '../../src/base/log.ts';
import { afterwards, type CleanupReport, cleanUp, onFailureOf } from '../../src/distribute/clean-up.ts';
import type { WorkflowContext } from '../../src/github/context.ts';
import { someInputs } from './inputs.ts';
import { workflow } from './workflow.ts';

export const startedAt = Date.UTC(2026, 10, 22, 21, 34, 5);

export class Rig {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly instanceId: string;
  /** Every line, with its kind in front: `info`, `warning`, `notice`, `error`. */
  readonly log: string[] = [];
  /** What the witness was told last, and when the image's ID was learnt. */
  saved: { phase: 'learnt' | 'creating' | 'settled'; record: BakeRecord } | undefined;
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
  bake(overrides: Partial<BakeInputs> = {}, run: Partial<WorkflowContext> = {}): Promise<Outcome> {
    return this.clock.run(this.start(overrides, run));
  }

  start(
    overrides: Partial<BakeInputs> = {},
    run: Partial<WorkflowContext> = {},
    life?: Life,
  ): Promise<Outcome> {
    return bake(someInputs({ instanceId: this.instanceId, ...overrides }), workflow(run), this.world(life));
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

  /** The post step, with what the main step had saved; does nothing where that says that nothing is open. */
  post(): Promise<CleanupReport | undefined> {
    const { phase, record } = this.saved ?? {};
    const key = record?.names?.key;
    if (phase !== 'creating' || record === undefined || key === undefined) return Promise.resolve(undefined);
    const { region, image, copies = [], reused, gone = [], parameters } = record;
    const home = { region, id: image?.id };
    return this.clock.run(
      cleanUp({
        ...this.world(),
        signal: new AbortController().signal,
        onFailure: onFailureOf('delete', parameters),
        key,
        places: [...(reused ? [] : [home]), ...copies].map((place) => ({
          region: place.region,
          imageId: reused ? undefined : place.id,
          imageIsGone: place.id !== undefined && gone.includes(place.id),
        })),
        expectedSnapshots: record.expectedSnapshots,
        haste: afterwards,
      }),
    );
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

  world(life = new Life()): World {
    const random = this.#random;
    const log = this.#collectingLog();
    const access = awsAccess({
      region: 'eu-west-1',
      environment: {},
      credentials: this.credentials,
      requestHandler: life.limiting(new InProcessHandler(this.simulator)),
      clock: this.clock,
      random,
      onTrouble: (message) => log.info(message),
    });
    return {
      ...access,
      credentialsExpireAt: async () => this.credentialsExpireAt,
      clock: this.clock,
      random,
      log,
      signal: this.#cancellation.signal,
      environment: {},
      witness: {
        creating: (record) => life.alive && this.#witness('creating', record),
        learnt: (record) => life.alive && this.#witness('learnt', record),
        settled: (record) => life.alive && this.#witness('settled', record),
      },
      report: async () => undefined,
    };
  }

  #witness(told: 'creating' | 'learnt' | 'settled', record: BakeRecord): void {
    // As the state for the post step: once something may be there, it stays so until it is settled.
    const phase = told === 'learnt' && this.saved?.phase === 'creating' ? 'creating' : told;
    this.saved = { phase, record: structuredClone(record) };
    if (record.image !== undefined) this.imageIdLearntAt ??= this.clock.now();
  }

  #collectingLog(): Log {
    const at = (kind: string) => (message: string) => {
      this.log.push(`${kind} ${message}`);
    };
    return {
      info: at('info'),
      warning: at('warning'),
      notice: at('notice'),
      error: at('error'),
      group: (title, lines) => this.log.push(`group ${title}`, ...lines),
    };
  }
}

/** Of a process, as its calls to AWS see it: it may be killed at one of them, or something else may happen there. */
class Life {
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

  limiting(handler: InProcessHandler): InProcessHandler {
    const never = new Promise<never>(() => undefined);
    const handle: InProcessHandler['handle'] = async (request, options) => {
      if (!this.alive) return never;
      this.#calls += 1;
      const isThisOne = this.#calls === this.#call;
      if (isThisOne && this.#moment === 'before') this.#happening();
      if (!this.alive) return never;
      const answer = await handler.handle(request, options).finally(() => {
        if (isThisOne && this.#moment === 'after') this.#happening();
      });
      return this.alive ? answer : never;
    };
    return Object.assign(Object.create(handler) as InProcessHandler, { handle });
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
