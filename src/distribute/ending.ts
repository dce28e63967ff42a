/** How a run that distributes images has ended, for its job summary. */
import { problemOf } from '../github/report/failure.ts';
import type { Problem } from '../github/report/problem.ts';
import { type CleanupReport, cleanupLines } from './clean-up.ts';

export type Ending = Success | Failure;

export interface Success {
  status: 'success';
  /** Milliseconds since the epoch; phases that still run are drawn up to it. */
  endedAt: number;
}

export interface Failure extends Problem {
  /** Milliseconds since the epoch. */
  endedAt: number;
  /** What the clean-up removed, a line for each thing. */
  removed: readonly string[];
  /** What is left in AWS, a line for each thing. */
  left: readonly string[];
}

/** What a run comes to. */
export type Outcome<Facts> =
  | { ok: true; record: Facts }
  | { ok: false; record: Facts; error: unknown; cleanup: CleanupReport | undefined };

export function endingOf(outcome: Outcome<unknown>, endedAt: number): Ending {
  if (outcome.ok) return { status: 'success', endedAt };
  return { endedAt, ...problemOf(outcome.error), ...cleanupLines(outcome.cleanup) };
}
