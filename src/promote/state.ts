/** What the post step needs to finish what the main step of a promotion could not: see `github/saved-state.ts`. */
import {
  type DistributionState,
  distributionFields,
  distributionState,
  isClaim,
  isDone,
  type StateInputs,
} from '../distribute/saved-state.ts';
import { matching, oneOf, savedState } from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { PromotionRecord } from './record.ts';

/** The copies in it are those that this run has made, or may have asked for, not those that were there before. */
export interface PromotionState extends DistributionState {
  /** `done` when nothing is left to clean up. */
  phase: 'open' | 'done';
  claim: string;
  accountId: string;
}

function stateOf(record: PromotionRecord, inputs: StateInputs): PromotionState | undefined {
  const { region, key, claim, accountId, unfinished } = record;
  if (key === undefined || accountId === undefined) return undefined;
  const own = record.copies?.filter(({ found }) => !found);
  const shared = distributionState({ region, key }, record, inputs, own);
  return { ...shared, phase: unfinished ? 'open' : 'done', claim, accountId };
}

export const { stateKeeper, readState } = savedState<PromotionRecord, StateInputs, PromotionState>({
  name: 'promote',
  fields: [
    ['phase', oneOf('open', 'done')],
    ...distributionFields,
    ['claim', isClaim],
    ['accountId', matching(accountForm)],
  ],
  stateOf,
  isDone,
  before: 'before it changed anything',
});
