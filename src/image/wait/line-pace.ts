import type { Clock } from '../../base/clock.ts';

const minute = 60;
const longStageSeconds = 20 * minute;
const longestGapSeconds = 5 * minute;

/**
 * Decides when the log of a long wait gets another line, so that it neither floods nor looks dead: in the first minute of a
 * stage when something has changed, later once a minute, and after twenty minutes every five.
 */
export class LinePace {
  readonly #clock: Clock;
  readonly #leastSeconds: number;
  #stage: string | undefined;
  #stageBeganAt = 0;
  #content: string | undefined;
  #lineAt = 0;

  /**
   * @param leastSeconds between two lines of a stage
   * @param stage where the wait begins, when that needs no line
   */
  constructor(clock: Clock, { leastSeconds, stage }: { leastSeconds: number; stage?: string }) {
    this.#clock = clock;
    this.#leastSeconds = leastSeconds;
    if (stage !== undefined) this.shown(stage);
  }

  /**
   * Counts the line as written when it is due.
   * @param stage when it is another than before, the line is due at once
   * @param content what makes a line a new one within its stage
   */
  isDue(stage: string, content: string): boolean {
    if (stage === this.#stage && this.#secondsSince(this.#lineAt) < this.#gapSeconds(content)) return false;
    this.shown(stage, content);
    return true;
  }

  /** There was a line all the same. */
  shown(stage: string, content?: string): void {
    const now = this.#clock.now();
    if (stage !== this.#stage) this.#stageBeganAt = now;
    this.#stage = stage;
    this.#content = content;
    this.#lineAt = now;
  }

  #gapSeconds(content: string): number {
    const seconds = this.#secondsSince(this.#stageBeganAt);
    if (seconds > longStageSeconds) return longestGapSeconds;
    return content !== this.#content && seconds <= minute ? this.#leastSeconds : minute;
  }

  #secondsSince(time: number): number {
    return (this.#clock.now() - time) / 1000;
  }
}
