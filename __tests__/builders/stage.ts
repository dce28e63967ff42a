/** The committed `dist`, run as the runner runs it, against the simulator over HTTP. */
import { readFileSync } from 'node:fs';
import { ActionStep, pushEnvironment, type RunnerOptions } from '../../scripts/runner.ts';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';

export class Stage {
  readonly simulator: Simulator;
  readonly instanceId: string;
  readonly #server: SimulatorServer;
  readonly #steps: ActionStep[] = [];

  private constructor(simulator: Simulator, server: SimulatorServer, seed: InstanceSeed) {
    this.simulator = simulator;
    this.#server = server;
    this.instanceId = simulator.seedInstance(seed).id;
  }

  /** With images that are available at once, unless told otherwise. */
  static async open(options: SimulatorOptions = {}, seed: InstanceSeed = {}): Promise<Stage> {
    const simulator = new Simulator({ image: { seconds: 0 }, ...options });
    return new Stage(simulator, await serve(simulator), seed);
  }

  /** A step of a push to main, unless told otherwise. */
  step(
    inputs: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
    options: Pick<RunnerOptions, 'action' | 'event' | 'onOutput'> = {},
  ): ActionStep {
    const step = new ActionStep({
      inputs: { 'instance-id': this.instanceId, 'aws-region': 'eu-west-1', ...inputs },
      environment: pushEnvironment({
        AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'example-secret',
        AWS_ENDPOINT_URL: this.#server.url,
        ...environment,
      }),
      ...options,
    });
    this.#steps.push(step);
    return step;
  }

  /** Where the simulator is, e.g. `http://127.0.0.1:43210`. */
  get url(): string {
    return this.#server.url;
  }

  /** IDs of images and snapshots that are neither deregistered nor deleted. */
  get remains(): string[] {
    const { images, snapshots } = this.simulator.world();
    return [
      ...[...images.values()].filter(({ deregisteredAt }) => deregisteredAt === undefined),
      ...[...snapshots.values()].filter(({ deletedAt }) => deletedAt === undefined),
    ].map(({ id }) => id);
  }

  async close(): Promise<void> {
    for (const step of this.#steps) step.dispose();
    await this.#server.close();
  }
}

export function eventFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/events/${name}.json`, import.meta.url), 'utf8'));
}

/** A main step that is killed as soon as the ID of its image is known. */
export async function killedOnceCreated(step: ActionStep): ReturnType<ActionStep['main']> {
  const running = step.main();
  await until(() => step.outputs()['ami-id'] !== undefined);
  step.kill('SIGKILL');
  return running;
}

/** Resolves when the condition holds; for what another process does. */
export async function until(condition: () => boolean, seconds = 10): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not so after ${seconds} s: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
