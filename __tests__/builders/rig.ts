/** A whole bake on virtual time: the simulator in the same process, with everything that a test may want to see. */

import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { ec2Client } from '../../src/aws/clients.ts';
import { Ec2 } from '../../src/aws/ec2.ts';
import { bake, type Outcome, type World } from '../../src/bake.ts';
import { afterwards, type CleanupReport, cleanUp } from '../../src/cleanup.ts';
import { CancelledError } from '../../src/errors.ts';
import type { WorkflowContext } from '../../src/github/context.ts';
import type { Inputs } from '../../src/github/inputs.ts';
import type { Log } from '../../src/log.ts';
import type { BakeRecord } from '../../src/record.ts';
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
  saved: { phase: 'creating' | 'learnt' | 'settled'; record: BakeRecord } | undefined;
  imageIdLearntAt: number | undefined;
  readonly #cancellation = new AbortController();

  readonly #random: () => number;

  constructor(options: SimulatorOptions = {}, seed: InstanceSeed = {}, randomSeed = 1) {
    this.#random = pseudoRandom(randomSeed);
    this.clock = new VirtualClock(startedAt);
    this.simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 50, ...options });
    this.instanceId = this.simulator.seedInstance(seed).id;
  }

  /** One attempt of the main step, to its end. */
  bake(overrides: Partial<Inputs> = {}, run: Partial<WorkflowContext> = {}): Promise<Outcome> {
    return this.clock.run(this.start(overrides, run));
  }

  start(overrides: Partial<Inputs> = {}, run: Partial<WorkflowContext> = {}): Promise<Outcome> {
    return bake(someInputs({ instanceId: this.instanceId, ...overrides }), workflow(run), this.world());
  }

  /** The clean-up of the post step, for what the main step knew when it was killed. */
  post(known: {
    key: string;
    imageId?: string | undefined;
    expectedSnapshots?: number;
  }): Promise<CleanupReport> {
    return this.clock.run(
      cleanUp({
        ...this.world(),
        signal: new AbortController().signal,
        onFailure: 'delete',
        region: 'eu-west-1',
        key: known.key,
        imageId: known.imageId,
        expectedSnapshots: known.expectedSnapshots,
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

  /** IDs of images that are not deregistered. */
  get images(): string[] {
    return [...this.simulator.world().images.values()]
      .filter((image) => image.deregisteredAt === undefined)
      .map(({ id }) => id);
  }

  /** IDs of snapshots that are not deleted. */
  get snapshots(): string[] {
    return [...this.simulator.world().snapshots.values()]
      .filter((snapshot) => snapshot.deletedAt === undefined)
      .map(({ id }) => id);
  }

  world(): World {
    const client = ec2Client({
      region: 'eu-west-1',
      environment: {},
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      requestHandler: new InProcessHandler(this.simulator),
    });
    const random = this.#random;
    return {
      ec2: new Ec2({ client, clock: this.clock, random }),
      clock: this.clock,
      random,
      log: this.#collectingLog(),
      signal: this.#cancellation.signal,
      environment: {},
      witness: {
        creating: (record) => this.#witness('creating', record),
        learnt: (record) => this.#witness('learnt', record),
        settled: (record) => this.#witness('settled', record),
      },
    };
  }

  #witness(phase: 'creating' | 'learnt' | 'settled', record: BakeRecord): void {
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

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
