/** Keeps the record of a bake: what its steps learn is written down here, and whoever watches is told at once. */
import type { BakeRecord, Phase } from './record.ts';
import type { World } from './world.ts';

export class RecordKeeper {
  readonly record: BakeRecord;
  readonly #world: Pick<World, 'clock' | 'log' | 'witness'>;
  #owesCleanup = false;

  constructor(world: Pick<World, 'clock' | 'log' | 'witness'>, region: string) {
    this.#world = world;
    this.record = {
      region,
      startedAt: world.clock.now(),
      phases: [],
      created: false,
      resumed: false,
      rebooted: false,
      warnings: [],
    };
  }

  learnt(facts: Partial<BakeRecord>): void {
    Object.assign(this.record, facts);
    this.#world.witness.learnt(this.record);
  }

  /** For the user's eyes at once, and for the report. */
  warn(message: string): void {
    this.record.warnings.push(message);
    this.#world.log.warning(message);
  }

  /** @returns what the work gives */
  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { clock } = this.#world;
    const phase: Phase = { name, startedAt: clock.now() };
    this.record.phases.push(phase);
    try {
      return await work();
    } finally {
      phase.endedAt = clock.now();
    }
  }

  /** An image of this bake may be there: clean-up is owed when it does not end well, by the post step too. */
  get owesCleanup(): boolean {
    return this.#owesCleanup;
  }

  owe(facts: Partial<BakeRecord> = {}): void {
    Object.assign(this.record, facts);
    this.#owesCleanup = true;
    this.#world.witness.creating(this.record);
  }

  /** It turned out that nothing was created. */
  oweNothing(): void {
    this.#owesCleanup = false;
  }
}
