/**
 * One run of one of the actions: what each of its steps works with. Steps are functions of `(run, particulars)`.
 *
 * What is known so far is in the record and nowhere else. Whoever learns something writes it there with `learn`; outputs
 * and the state for the post step follow through `onChange`.
 */
import type { Aws } from '../aws/access.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { WorkflowContext } from '../base/workflow.ts';

export interface Run<Facts extends RunRecord = RunRecord> {
  /** The home Region: that of the instance, or of the image. */
  readonly region: string;
  readonly workflow: WorkflowContext;
  /** Its calls end with the deadline. */
  readonly aws: Aws;
  readonly clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
  readonly log: Log;
  /** Aborted, with a CancelledError as its reason, when the step is cancelled. */
  readonly signal: AbortSignal;
  /** When the run must be over (`timeout-minutes`), in milliseconds since the epoch. */
  readonly deadline: number;
  readonly record: Facts;
  /** Called after each change of the record. */
  readonly onChange: () => void;
  /**
   * Looks at once for signs that the step is over, also for those that are otherwise looked for from time to time.
   * @throws CancelledError
   */
  readonly throwIfCancelled: () => void;
}

/** What every action knows of a run; each adds its own facts. */
export interface RunRecord {
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** The steps so far in their order, for the time line. */
  phases: readonly Phase[];
  warnings: readonly string[];
  /** A call was sent that changes something in the account. */
  changed?: true;
}

export interface Span {
  /** e.g. `Inspect`, `Check`, `Create`. */
  name: string;
  startedAt: number;
  /** Absent while it runs. */
  endedAt?: number;
}

export interface Phase extends Span {
  /** What goes on within it side by side: the snapshots of volumes, copies into Regions. */
  parts?: readonly Part[];
}

export interface Part extends Span {
  failed?: true;
}

/** Writes what has become known into the record, for outputs and state to follow. */
export function learn<Facts extends RunRecord>(
  run: Pick<Run<Facts>, 'record' | 'onChange'>,
  facts: Partial<Facts>,
): void {
  Object.assign(run.record, facts);
  run.onChange();
}

/** For the user's eyes at once, and for the report. */
export function warn({ record, log }: Run, message: string): void {
  record.warnings = [...record.warnings, message];
  log.warning(message);
}

/** @returns what the work gives */
export async function phase<T>({ record, clock }: Run, name: string, work: () => Promise<T>): Promise<T> {
  const current: Phase = { name, startedAt: clock.now() };
  record.phases = [...record.phases, current];
  try {
    return await work();
  } finally {
    current.endedAt = clock.now();
  }
}

/** Notes how far a part of the phase is that runs; what was noted of the same name before is replaced. */
export function notePart({ record }: Pick<Run, 'record'>, part: Part): void {
  const phase = record.phases.at(-1);
  if (phase === undefined || phase.endedAt !== undefined) return;
  const { parts = [] } = phase;
  const isKnown = parts.some(({ name }) => name === part.name);
  phase.parts = isKnown ? parts.map((one) => (one.name === part.name ? part : one)) : [...parts, part];
}
