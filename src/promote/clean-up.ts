/** The end of a promotion that does not go well: the copies that it made go, and the image itself always stays. */
import { type CleanupReport, cleanUpInMain, type Place } from '../distribute/clean-up.ts';
import { onFailureOf } from '../distribute/pointers.ts';
import { finishFor } from '../distribute/post-step.ts';
import type { PostStep } from '../github/post-step.ts';
import type { PromotionRun } from './record.ts';
import type { PromotionState } from './state.ts';

/** @returns undefined when there was nothing to clean up */
export async function cleanUpAfter(run: PromotionRun, error: unknown): Promise<CleanupReport | undefined> {
  const { record, inputs } = run;
  const { key, claim, copies = [], gone = [] } = record;
  if (!record.unfinished || key === undefined) return undefined;
  return cleanUpInMain(run, error, {
    onFailure: onFailureOf(inputs.onFailure, record),
    key,
    claim,
    places: copies.filter(({ found }) => !found).map(({ region, id }) => placeOf(region, id, gone)),
    expectedSnapshots: record.image?.snapshots.length,
  });
}

/** Beside the image, which is never this run's to remove, each copy is finished by itself. */
function placeOf(region: string, imageId: string | undefined, gone: readonly string[]): Place {
  return { region, role: 'home', imageId, imageIsGone: imageId !== undefined && gone.includes(imageId) };
}

/**
 * The story of the post step: finishes what the main step could not.
 * @returns undefined when there was nothing to clean up
 */
export async function postPromotion(step: PostStep<PromotionState>): Promise<CleanupReport | undefined> {
  const { saved, log } = step;
  const { state } = saved;
  if (state === undefined || state.phase === 'done') {
    log.info(`Nothing to clean up: ${saved.reason ?? 'the main step left nothing open'}.`);
    return undefined;
  }
  const { copies = [], gone = [] } = state;
  return finishFor(step, state, {
    action: 'promotion',
    places: copies.map(({ region, amiId }) => placeOf(region, amiId, gone)),
    expectedSnapshots: undefined,
    nothingLeft: 'no copy of this promotion is left.',
  });
}
