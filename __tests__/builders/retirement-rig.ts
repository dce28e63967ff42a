/** Whole retirements on virtual time: the simulator in the same process, with kills at any call. */
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { type Aws, awsAccess } from '../../src/aws/access.ts';
import { CancelledError } from '../../src/base/errors.ts';
import { readRetireInputs } from '../../src/retire/inputs.ts';
import { postRetire } from '../../src/retire/post-story.ts';
import { emptyRecord, type RetireRun } from '../../src/retire/record.ts';
import { createOutputs } from '../../src/retire/report/outputs.ts';
import { type Outcome, retire } from '../../src/retire/retire.ts';
import { readState, stateKeeper } from '../../src/retire/state.ts';
import { Life, pseudoRandom } from './rig.ts';
import { collectingLog } from './run.ts';
import { workflow } from './workflow.ts';

export const startedAt = Date.UTC(2026, 10, 25, 18, 30, 0);
/** In seconds. */
export const day = 86_400;

export class RetirementRig {
  readonly clock = new VirtualClock(startedAt);
  readonly simulator: Simulator;
  readonly log: string[] = [];
  /** By the names of the outputs, the last value of each. */
  readonly outputs: Record<string, string> = {};
  /** Numbers of pull requests that GitHub calls closed. */
  readonly closed = new Set<number>();
  state: string | undefined;
  cancelledAt: number | undefined;
  /** Tells the post step to end. */
  readonly endOfPost = new AbortController();
  /** What the calls are signed with. */
  credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  readonly #cancellation = new AbortController();
  #images = 0;
  #runs = 0;

  constructor(options: SimulatorOptions = {}) {
    this.simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 5, ...options });
  }

  /** As a bake leaves it, 100 days old unless told otherwise. @returns its ID */
  image({ tags, ...seed }: ImageSeed & { region?: string } = {}): string {
    this.#images += 1;
    const all = {
      'bake-ami:family': 'web',
      'bake-ami:key': `${this.#images}`.padStart(32, '0'),
      'bake-ami:state': 'ready',
      'bake-ami:repository': 'acme/web',
      'bake-ami:ref': 'main',
      ...tags,
    };
    // One second apart, the first is the oldest.
    const ageSeconds = 100 * day - this.#images;
    return this.simulator.seedImage({ ageSeconds, tags: all, snapshotTags: all, ...seed }).id;
  }

  /** The newest of the family, so that others may go. */
  newest(seed: ImageSeed & { region?: string } = {}): string {
    return this.image({ ageSeconds: day, ...seed });
  }

  /** The main step to its end. */
  retire(inputs: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    return this.clock.run(this.start(inputs));
  }

  /** Killed at its nth call: before it is sent, or when its work is done and the answer on its way. */
  killed(
    call: number,
    moment: 'before' | 'after',
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Outcome | undefined> {
    const life = new Life(call, moment);
    return this.clock.run(Promise.race([this.start(inputs, life), life.ended]));
  }

  cancelled(
    call: number,
    moment: 'before' | 'after',
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const cancel = () => {
      this.cancelledAt = this.clock.now();
      this.#cancellation.abort(new CancelledError('The step was cancelled (SIGINT).'));
    };
    return this.clock.run(this.start(inputs, new Life(call, moment, cancel)));
  }

  start(inputs: Readonly<Record<string, string>> = {}, life = new Life()): Promise<Outcome> {
    const all = {
      family: 'web',
      keep: '1',
      'dry-run': 'false',
      'github-token': 'ghs_example',
      'aws-region': 'eu-west-1',
      ...inputs,
    };
    const given = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return retire(this.#run(Object.fromEntries(given), life));
  }

  #run(environment: Record<string, string>, life: Life): RetireRun {
    const inputs = readRetireInputs(environment, () => undefined);
    this.#runs += 1;
    const record = emptyRecord(inputs.region, `1-abcdef${this.#runs}`, this.clock.now());
    const outputs = createOutputs((name, value) => {
      if (life.alive) this.outputs[name] = value;
    });
    const keepState = stateKeeper(inputs.roleToAssume, (_name, text) => {
      if (!life.alive) return;
      this.state = text;
      life.state = text;
    });
    const { signal } = life.cancellation ?? this.#cancellation;
    return {
      region: inputs.region,
      inputs,
      workflow: workflow(),
      environment,
      aws: this.#access(life),
      clock: this.clock,
      random: pseudoRandom(1),
      log: collectingLog(this.log),
      signal,
      throwIfCancelled: () => signal.throwIfAborted(),
      deadline: this.clock.now() + 3_600_000,
      record,
      onChange: () => {
        keepState(record);
        outputs.publish(record);
      },
      closedAmong: async (numbers) => new Set(numbers.filter((number) => this.closed.has(number))),
    };
  }

  #access(life: Life): Aws {
    return awsAccess({
      region: 'eu-west-1',
      environment: {},
      credentials: this.credentials,
      clock: this.clock,
      random: () => 0.5,
      requestHandler: life.limiting(new InProcessHandler(this.simulator)),
    });
  }

  /** The post step, with what the main step saved. */
  post(): Promise<void> {
    return this.clock.run(this.startPost());
  }

  startPost(state = this.state): Promise<void> {
    return postRetire({
      saved: readState(state === undefined ? {} : { STATE_retire: state }),
      aws: () => this.#access(new Life()),
      log: collectingLog(this.log),
      cancelled: this.endOfPost.signal,
    });
  }

  isThere(id: string, region?: string): boolean {
    const { images, snapshots } = this.simulator.world(region);
    const image = images.get(id);
    if (image !== undefined) return image.deregisteredAt === undefined;
    const snapshot = snapshots.get(id);
    return snapshot !== undefined && snapshot.deletedAt === undefined;
  }

  snapshotsOf(id: string, region?: string): string[] {
    const mapping = this.simulator.world(region).images.get(id)?.mapping ?? [];
    return mapping.flatMap((device) => ('snapshotId' in device ? [device.snapshotId ?? ''] : []));
  }

  /** IDs of the images and snapshots that are there. */
  things(region?: string): string[] {
    const { images, snapshots } = this.simulator.world(region);
    return [...images.keys(), ...snapshots.keys()].filter((id) => this.isThere(id, region));
  }

  /** What was deregistered, deleted or terminated. */
  get deletions(): string[] {
    return this.simulator.calls
      .of('DeregisterImage', 'DeleteSnapshot', 'TerminateInstances')
      .map(({ action }) => action);
  }

  get kept(): Record<string, string> {
    return JSON.parse(this.outputs['kept'] ?? '{}') as Record<string, string>;
  }

  get removed(): string[] {
    return JSON.parse(this.outputs['removed'] ?? '[]') as string[];
  }
}
