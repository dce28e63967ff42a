/** A sleep that has not ended. */
export interface Timer {
  at: number;
  /** Of two timers of the same time, the one that was set first comes first. */
  sequence: number;
  fire: () => void;
}

/**
 * Timers in the order of their times: a binary heap, since a fleet of bakes has thousands of them and most are
 * cancelled before their time. Those that are cancelled stay in the heap until they come to its top.
 */
export class TimerQueue {
  readonly #heap: Timer[] = [];
  readonly #live = new Set<Timer>();

  /** Timers that are neither fired nor cancelled. */
  get size(): number {
    return this.#live.size;
  }

  add(timer: Timer): void {
    this.#live.add(timer);
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
  }

  delete(timer: Timer): void {
    this.#live.delete(timer);
  }

  /** The earliest; undefined when there is none. It stays in the queue. */
  first(): Timer | undefined {
    for (;;) {
      const [top] = this.#heap;
      if (top === undefined || this.#live.has(top)) return top;
      this.#dropTop();
    }
  }

  #dropTop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(index: number): void {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #sink(index: number): void {
    for (let parent = index; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let earliest = parent;
      if (this.#isBefore(left, earliest)) earliest = left;
      if (this.#isBefore(right, earliest)) earliest = right;
      if (earliest === parent) return;
      this.#swap(parent, earliest);
      parent = earliest;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
