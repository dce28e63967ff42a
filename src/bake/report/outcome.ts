/** What several sections of the job summary ask about how a bake has ended. */
import type { Ending } from '../../distribute/ending.ts';
import type { Phase } from '../../run/run.ts';
import type { BakeRecord } from '../record.ts';

/** The phase that a bake failed in: the one that still runs, else the last one before the clean-up. */
export function failedPhase(record: BakeRecord, outcome: Ending): Phase | undefined {
  if (outcome.status === 'success') return undefined;
  const phases = record.phases.filter(({ name }) => name !== 'Clean up');
  return phases.find(({ endedAt }) => endedAt === undefined) ?? phases.at(-1);
}

/** Whether the image, as far as the bake knows, is there with all its snapshots, so that links to them lead somewhere. */
export function imageStands(record: BakeRecord, outcome: Ending): boolean {
  if (record.image === undefined) return false;
  return outcome.status === 'success' || (outcome.removed.length === 0 && outcome.left.length > 0);
}
