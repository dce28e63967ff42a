import type { Phase } from '../../run/run.ts';
import type { BakeRecord } from '../record.ts';

/** How a bake ended, for the job summary. */
export type Outcome = Success | Failure;

export interface Success {
  status: 'success';
  /** Milliseconds since the epoch; phases that still run are drawn up to it. */
  endedAt: number;
}

export interface Failure {
  status: 'failure' | 'cancelled';
  /** Milliseconds since the epoch. */
  endedAt: number;
  /** What failed, on which object, and why. Lines that start with `- ` are shown as a list. */
  message: string;
  /** What to do next. */
  remedy?: string | undefined;
  /** What the clean-up removed, a line for each thing. */
  removed: readonly string[];
  /** What is left in AWS, a line for each thing. */
  left: readonly string[];
}

/** The phase that a bake failed in: the one that still runs, else the last one before the clean-up. */
export function failedPhase(record: BakeRecord, outcome: Outcome): Phase | undefined {
  if (outcome.status === 'success') return undefined;
  const phases = record.phases.filter(({ name }) => name !== 'Clean up');
  return phases.find(({ endedAt }) => endedAt === undefined) ?? phases.at(-1);
}

/** Whether the image, as far as the bake knows, is there with all its snapshots, so that links to them lead somewhere. */
export function imageStands(record: BakeRecord, outcome: Outcome): boolean {
  if (record.image === undefined) return false;
  return outcome.status === 'success' || (outcome.removed.length === 0 && outcome.left.length > 0);
}
