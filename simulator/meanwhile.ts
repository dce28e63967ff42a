import { type CallRule, type CallTarget, isDue, matches } from './call-rules.ts';

/** What somebody does. Gets the moment, in milliseconds since the epoch. */
export type Act = (at: number) => void;

/** An act that is still to come, or comes again and again. */
export interface PlannedAct {
  /** How often it has been done. */
  readonly times: number;
  remove(): void;
}

/**
 * What others do while the code under test works: at a moment, or right before or after one of its calls. Nothing runs
 * by itself: what is due is done when somebody next looks, as of the moment it was planned for.
 */
export class Meanwhile {
  readonly #now: () => number;
  readonly #timed: { at: number; act: Act }[] = [];
  readonly #before = new Acts();
  readonly #after = new Acts();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param seconds from now on, or a Date */
  at(seconds: number | Date, act: Act): PlannedAct {
    const at = typeof seconds === 'number' ? this.#now() + seconds * 1000 : seconds.getTime();
    let times = 0;
    const planned = {
      at,
      act: (moment: number) => {
        times += 1;
        act(moment);
      },
    };
    this.#timed.push(planned);
    this.#timed.sort((a, b) => a.at - b.at);
    return {
      get times() {
        return times;
      },
      remove: () => {
        const index = this.#timed.indexOf(planned);
        if (index >= 0) this.#timed.splice(index, 1);
      },
    };
  }

  /** Right before the work of the calls that the rule names, also of those that a fault strikes. */
  beforeCall(rule: CallRule, act: Act): PlannedAct {
    return this.#before.add(rule, act);
  }

  /** Right after the calls that the rule names, if their work was done, whatever the caller learns of it. */
  afterCall(rule: CallRule, act: Act): PlannedAct {
    return this.#after.add(rule, act);
  }

  /** Does what is due by now. */
  catchUp(): void {
    const now = this.#now();
    for (;;) {
      const [first] = this.#timed;
      if (!first || first.at > now) return;
      // Taken out first: an act looks at the world as well.
      this.#timed.shift();
      first.act(first.at);
    }
  }

  announce(call: CallTarget): void {
    this.#before.run(call);
  }

  /** @param done whether the call's work was done */
  conclude(call: CallTarget, done: boolean): void {
    if (done) this.#after.run(call);
  }
}

class Acts {
  readonly #entries = new Set<{ rule: CallRule; act: Act; matched: number; times: number }>();

  add(rule: CallRule, act: Act): PlannedAct {
    const entry = { rule, act, matched: 0, times: 0 };
    this.#entries.add(entry);
    return {
      get times() {
        return entry.times;
      },
      remove: () => {
        this.#entries.delete(entry);
      },
    };
  }

  run(call: CallTarget): void {
    for (const entry of [...this.#entries]) {
      if (!matches(entry.rule, call)) continue;
      entry.matched += 1;
      if (!isDue(entry.rule, entry.matched)) continue;
      entry.times += 1;
      entry.act(call.at);
    }
  }
}
