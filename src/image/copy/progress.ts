/** The progress of copies into many Regions, in one line for all of them. */
import type { Clock } from '../../base/clock.ts';
import { LinePace } from '../wait/line-pace.ts';
import type { WaitProgress } from '../wait/progress.ts';

const stage = 'copying';

export class CopiesProgress {
  readonly #onLine: (line: string) => void;
  /** By Region, in the order of the input. */
  readonly #states: Map<string, string>;
  readonly #pace: LinePace;

  constructor(regions: readonly string[], clock: Clock, onLine: (line: string) => void) {
    this.#onLine = onLine;
    this.#states = new Map(regions.map((region) => [region, 'starting']));
    this.#pace = new LinePace(clock, { leastSeconds: 25, stage });
  }

  /** @param state a word, or what a look at the copy has shown */
  update(region: string, state: string | WaitProgress): void {
    this.#states.set(region, typeof state === 'string' ? state : textOf(state));
    const line = this.#line();
    if (this.#pace.isDue(stage, line)) this.#onLine(line);
  }

  done(region: string, state: 'available' | 'failed'): void {
    this.#states.set(region, state);
    const line = this.#line();
    this.#pace.shown(stage, line);
    this.#onLine(line);
  }

  #line(): string {
    return `Copies: ${[...this.#states].map(([region, state]) => `${region} ${state}`).join(', ')}`;
  }
}

/** EC2 shows no progress at first, and completes the image for a while after its snapshots. */
function textOf({ percent, state }: WaitProgress): string {
  return percent === undefined ? state : `${Math.floor(percent)} %`;
}
