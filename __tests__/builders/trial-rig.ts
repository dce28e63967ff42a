/** A whole test of an image on virtual time: the simulator in the same process, with kills at any call. */
import type { RecordedCall } from '../../simulator/calls.ts';
import { type Instance, instanceState } from '../../simulator/model/instance.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { type Aws, awsAccess } from '../../src/aws/access.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import { postTrial } from '../../src/trial/clean-up.ts';
import type { Leftover } from '../../src/trial/end.ts';
import { readTrialInputs, type TrialInputs } from '../../src/trial/inputs/table.ts';
import { emptyRecord, type TrialRun } from '../../src/trial/record.ts';
import { createOutputs } from '../../src/trial/report/outputs.ts';
import { readState, stateKeeper } from '../../src/trial/state.ts';
import { type Outcome, trial } from '../../src/trial/trial.ts';
import { isMeant, Life, pseudoRandom } from './rig.ts';
import { collectingLog } from './run.ts';
import { workflow } from './workflow.ts';

export const startedAt = Date.UTC(2026, 10, 25, 18, 30, 0);

export class TrialRig {
  readonly clock = new VirtualClock(startedAt);
  readonly simulator: Simulator;
  readonly imageId: string;
  readonly log: string[] = [];
  /** By the names of the outputs, the last value of each. */
  readonly outputs: Record<string, string> = {};
  /** The console output that was kept. */
  consoleText: string | undefined;
  state: string | undefined;
  cancelledAt: number | undefined;
  readonly #cancellation = new AbortController();
  readonly #random = pseudoRandom(1);
  #tests = 0;

  constructor(options: SimulatorOptions = {}, seed: ImageSeed = {}) {
    this.simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 50, ...options });
    this.imageId = this.simulator.seedImage(seed).id;
  }

  /** One attempt of the main step, to its end. */
  test(overrides: Partial<TrialInputs> = {}, attempt: Partial<WorkflowContext> = {}): Promise<Outcome> {
    return this.clock.run(this.start(overrides, attempt));
  }

  start(
    overrides: Partial<TrialInputs> = {},
    attempt: Partial<WorkflowContext> = {},
    life = new Life(),
  ): Promise<Outcome> {
    const run = this.run(overrides, attempt, life);
    return trial(run);
  }

  /** Killed at its nth call: before it is sent, or when its work is done and the answer on its way. */
  killed(
    call: number,
    moment: 'before' | 'after',
    overrides: Partial<TrialInputs> = {},
  ): Promise<Outcome | undefined> {
    const life = new Life(call, moment);
    return this.clock.run(Promise.race([this.start(overrides, {}, life), life.ended]));
  }

  cancelled(
    call: number,
    moment: 'before' | 'after',
    overrides: Partial<TrialInputs> = {},
  ): Promise<Outcome> {
    const life = new Life(call, moment, () => {
      this.cancelledAt = this.clock.now();
      this.cancel();
    });
    return this.clock.run(this.start(overrides, {}, life));
  }

  cancel(): void {
    this.#cancellation.abort(new CancelledError('The step was cancelled (SIGINT).'));
  }

  post(cancelled = new AbortController().signal): Promise<readonly Leftover[] | undefined> {
    return this.clock.run(this.startPost(cancelled));
  }

  startPost(
    cancelled = new AbortController().signal,
    state = this.state,
  ): Promise<readonly Leftover[] | undefined> {
    return postTrial({
      saved: readState({ STATE_test: state }),
      cancelled,
      clock: this.clock,
      log: collectingLog(this.log),
      aws: () => this.access(new Life()),
    });
  }

  /** The RunInstances calls that were meant to launch something. */
  get launches(): RecordedCall[] {
    return this.simulator.calls.of('RunInstances').filter(isMeant);
  }

  /** Instances that are neither terminated nor on their way there. */
  get alive(): string[] {
    return this.instances.filter((instance) => this.isAlive(instance)).map(({ id }) => id);
  }

  get instances(): Instance[] {
    return [...this.simulator.world().instances.values()];
  }

  /** Volumes that somebody would pay for. */
  get volumes(): string[] {
    const now = this.clock.now() + 120_000;
    const attached = this.instances
      .filter((instance) => !['terminated'].includes(instanceState(instance, now)))
      .flatMap(({ devices }) => devices.flatMap((device) => ('volumeId' in device ? [device.volumeId] : [])));
    const kept = this.instances
      .filter((instance) => instanceState(instance, now) === 'terminated')
      .flatMap(({ devices }) =>
        devices.flatMap((device) =>
          'volumeId' in device && !device.deleteOnTermination ? [device.volumeId] : [],
        ),
      );
    return [...attached, ...kept];
  }

  /** The tag that the test has left on the image. */
  get tested(): string | undefined {
    return this.simulator.world().images.get(this.imageId)?.tags.current.get('bake-ami:tested');
  }

  get document(): Record<string, unknown> {
    return JSON.parse(this.outputs['test'] ?? '{}') as Record<string, unknown>;
  }

  isAlive(instance: Instance): boolean {
    const state = instanceState(instance, this.clock.now());
    const isGone = instance.goneAt !== undefined && instance.goneAt <= this.clock.now();
    return !isGone && !['shutting-down', 'terminated'].includes(state);
  }

  run(overrides: Partial<TrialInputs>, attempt: Partial<WorkflowContext>, life: Life): TrialRun {
    const inputs: TrialInputs = {
      ...readTrialInputs({ 'INPUT_AMI-ID': this.imageId, 'INPUT_AWS-REGION': 'eu-west-1' }),
      ...overrides,
    };
    const context = workflow({
      ...attempt,
      runUrl: `https://github.com/acme/web/actions/runs/17532140987/attempts/${attempt.runAttempt ?? '1'}`,
    });
    this.#tests += 1;
    const record = emptyRecord({
      region: inputs.region,
      imageId: inputs.amiId,
      testId: this.#tests.toString(16).padStart(24, '0'),
      startedAt: this.clock.now(),
    });
    const { signal } = life.cancellation ?? this.#cancellation;
    const keepState = stateKeeper(inputs.roleToAssume, (_name, text) => {
      this.state = text;
      life.state = text;
    });
    const outputs = createOutputs((name, value) => {
      this.outputs[name] = value;
    });
    return {
      region: inputs.region,
      inputs,
      workflow: context,
      aws: this.access(life),
      clock: this.clock,
      random: this.#random,
      log: collectingLog(this.log),
      signal,
      throwIfCancelled: () => {
        life.look();
        signal.throwIfAborted();
      },
      deadline: this.clock.now() + (inputs.timeoutMinutes ?? 30) * 60_000,
      record,
      onChange: () => {
        if (!life.alive) return;
        keepState(record);
        outputs.publish(record, this.clock.now());
      },
      saveConsole: (instanceId, output) => {
        this.consoleText = Buffer.from(output).toString();
        return `/tmp/console-${instanceId}.log`;
      },
    };
  }

  protected access(life: Life): Aws {
    return awsAccess({
      region: 'eu-west-1',
      environment: {},
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      requestHandler: life.limiting(new InProcessHandler(this.simulator)),
      clock: this.clock,
      random: this.#random,
      onTrouble: (message) => this.log.push(`info ${message}`),
    });
  }
}
