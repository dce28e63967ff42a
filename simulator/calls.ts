/** One call as the simulator received it. */
export interface RecordedCall {
  /** 1 for the first call. */
  number: number;
  /** Milliseconds since the epoch, of the simulator's clock. */
  at: number;
  service: string;
  action: string;
  /** As they stood in the request, without Action and Version, e.g. `Filter.1.Value.1`. */
  parameters: Readonly<Record<string, string>>;
  region: string;
  accountId: string;
  accessKeyId: string;
  userAgent: string;
  /** Whether its action changes things, when it succeeds. */
  mutating: boolean;
  outcome: CallOutcome;
}

export interface CallOutcome {
  /** HTTP status of the answer; undefined when none was sent. */
  status: number | undefined;
  /** Code of the error, if it was one. */
  code: string | undefined;
  /** What the script did to it. */
  fault: string | undefined;
  /** Whether the work was done, whatever the caller learnt of it. */
  done: boolean;
}

/** What was asked of the simulator, for tests to say what must have happened and what must not. */
export class Calls {
  readonly all: RecordedCall[] = [];
  readonly #listeners = new Set<(call: RecordedCall) => void>();

  record(call: Omit<RecordedCall, 'number'>): void {
    const recorded = { number: this.all.length + 1, ...call };
    this.all.push(recorded);
    for (const listener of this.#listeners) listener(recorded);
  }

  /** The calls of these actions, in their order. */
  of(...actions: string[]): RecordedCall[] {
    return this.all.filter(({ action }) => actions.includes(action));
  }

  /** The calls that changed something. */
  changes(): RecordedCall[] {
    return this.all.filter(({ mutating, outcome }) => mutating && outcome.done);
  }

  /** Their actions, in their order: short to compare with. */
  actions(): string[] {
    return this.all.map(({ action }) => action);
  }

  last(action: string): RecordedCall | undefined {
    return this.all.findLast((call) => call.action === action);
  }

  clear(): void {
    this.all.length = 0;
  }

  /** @returns ends the listening */
  onCall(listener: (call: RecordedCall) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
