/** What the post step of a promotion needs: see `github/saved-state.ts`. No secrets belong here. */
import {
  type DistributionState,
  distributionFields,
  distributionState,
  isClaim,
  isDone,
  type StateInputs,
} from '../distribute/saved-state.ts';
import { type Fields, keeperOf, matching, oneOf, readSavedState, type Saved } from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { PromotionRecord } from './record.ts';

/** The copies in it are those that this run has made, or may have asked for, not those that were there before. */
export interface PromotionState extends DistributionState {
  /** `done` when nothing is left to clean up. */
  phase: 'open' | 'done';
  claim: string;
  accountId: string;
}

export const stateName = 'promote';

/** @param save writes the state where the post step finds it */
export function stateKeeper(
  inputs: StateInputs,
  save: (text: string) => void,
): (record: PromotionRecord) => void {
  return keeperOf<PromotionRecord, PromotionState>((record) => stateOf(record, inputs), isDone, save);
}

function stateOf(record: PromotionRecord, inputs: StateInputs): PromotionState | undefined {
  const { region, key, claim, accountId, unfinished } = record;
  if (key === undefined || accountId === undefined) return undefined;
  const own = record.copies?.filter(({ found }) => !found);
  const shared = distributionState({ region, key }, record, inputs, own);
  return { ...shared, phase: unfinished ? 'open' : 'done', claim, accountId };
}

const fields: Fields<PromotionState> = [
  ['phase', oneOf('open', 'done')],
  ...distributionFields,
  ['claim', isClaim],
  ['accountId', matching(accountForm)],
];

export function readState(environment: Readonly<Record<string, string | undefined>>): Saved<PromotionState> {
  return readSavedState(environment[`STATE_${stateName}`], fields, 'before it changed anything');
}
