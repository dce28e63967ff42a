/** The progress of copies into many Regions, in one line for all of them. */
import type { Clock } from '../../base/clock.ts';
import type { WaitProgress } from '../wait/progress.ts';

/** Lines come no more often than that, but for the one that tells when a Region is done. */
const lineSeconds = 25;

export class CopiesProgress {
  readonly #clock: Clock;
  readonly #onLine: (line: string) => void;
  /** By Region, in the order of the input. */
  readonly #states: Map<string, string>;
  #lastLineAt: number;

  constructor(regions: readonly string[], clock: Clock, onLine: (line: string) => void) {
    this.#clock = clock;
    this.#onLine = onLine;
    this.#states = new Map(regions.map((region) => [region, 'starting']));
    this.#lastLineAt = clock.now();
  }

  /** @param state a word, or what a look at the copy has shown */
  update(region: string, state: string | WaitProgress): void {
    this.#states.set(region, typeof state === 'string' ? state : textOf(state));
    if (this.#clock.now() - this.#lastLineAt >= lineSeconds * 1000) this.#tell();
  }

  done(region: string, state: 'available' | 'failed'): void {
    this.#states.set(region, state);
    this.#tell();
  }

  #tell(): void {
    this.#lastLineAt = this.#clock.now();
    const regions = [...this.#states].map(([region, state]) => `${region} ${state}`);
    this.#onLine(`Copies: ${regions.join(', ')}`);
  }
}

/** EC2 shows no progress at first, and completes the image for a while after its snapshots. */
function textOf({ percent, state }: WaitProgress): string {
  return percent === undefined ? state : `${Math.floor(percent)} %`;
}
