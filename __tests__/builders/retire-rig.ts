/** Whole runs of `retire` on virtual time. */
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import { type RetireInputs, readRetireInputs, retireInputs } from '../../src/retire/inputs.ts';
import { postRetire } from '../../src/retire/post-story.ts';
import { emptyRecord } from '../../src/retire/record.ts';
import { type Outcome, retire } from '../../src/retire/retire.ts';
import { readState, stateKeeper } from '../../src/retire/state.ts';
import { environmentOf } from './inputs.ts';
import { Life, Rig } from './rig.ts';
import { collectingLog } from './run.ts';
import { workflow } from './workflow.ts';

const day = 86_400;

export class RetireRig extends Rig {
  /** A finished image of the family `web`. */
  image(ageDays: number, { tags = {}, ...more }: ImageSeed & { region?: string } = {}): string {
    const own = {
      'bake-ami:family': 'web',
      'bake-ami:key': String(this.simulator.world().images.size).padStart(32, '0'),
      'bake-ami:state': 'ready',
      ...tags,
    };
    return this.simulator.seedImage({ ageSeconds: ageDays * day, tags: own, snapshotTags: own, ...more }).id;
  }

  /** One run of the main step, which removes what it plans unless told otherwise. */
  retire(
    overrides: Partial<RetireInputs> = {},
    closed: readonly number[] = [],
    life = new Life(),
  ): Promise<Outcome | undefined> {
    const environment = environmentOf(
      { family: 'web', 'dry-run': 'false' },
      { AWS_REGION: 'eu-west-1' },
      retireInputs,
    );
    const inputs = { ...readRetireInputs(environment), ...overrides };
    const record = emptyRecord(inputs.region, '1-1-aaaaaaaaaaaa-retire', this.clock.now());
    const { signal } = new AbortController();
    const keepState = stateKeeper(undefined, (text) => {
      this.state = text;
    });
    const running = retire({
      region: inputs.region,
      inputs,
      workflow: workflow(),
      environment: {},
      aws: this.access(life),
      clock: this.clock,
      random: () => 0.5,
      log: collectingLog(this.log),
      signal,
      throwIfCancelled: () => signal.throwIfAborted(),
      deadline: record.startedAt + inputs.timeoutMinutes * 60_000,
      record,
      onChange: () => {
        if (life.alive) keepState(record);
      },
      closedAmong: async (numbers) => new Set(numbers.filter((number) => closed.includes(number))),
    });
    return this.clock.run(Promise.race([running, life.ended]));
  }

  /** The post step, with what the main step had saved. */
  postRetire(): Promise<void> {
    return this.clock.run(
      postRetire({
        state: readState({ STATE_retire: this.state }),
        aws: () => this.access(new Life()),
        log: collectingLog(this.log),
        signal: new AbortController().signal,
      }),
    );
  }

  /** IDs of the images that are there. */
  get there(): string[] {
    const images = [...this.simulator.world().images.values()];
    return images.filter(({ deregisteredAt }) => deregisteredAt === undefined).map(({ id }) => id);
  }
}
