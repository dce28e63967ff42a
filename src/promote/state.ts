/** What the post step of a promotion needs: see `github/saved-state.ts`. No secrets belong here. */
import { regionForm } from '../aws/id-forms.ts';
import type { OnFailure } from '../distribute/clean-up.ts';
import { onFailureOf } from '../distribute/pointers.ts';
import { amiIds, copies, copyState, isDone } from '../distribute/saved-state.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import {
  type Fields,
  keeperOf,
  matching,
  oneOf,
  optional,
  readSavedState,
  type Saved,
} from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { PromotionInputs } from './inputs/table.ts';
import type { PromotionRecord } from './record.ts';

export interface PromotionState {
  version: 1;
  /** `done` when nothing is left to clean up. */
  phase: 'open' | 'done';
  region: string;
  key: string;
  claim: string;
  accountId: string;
  /** The copies that this run has made, or may have asked for; those that were there before are not in it. */
  copies?: readonly { region: string; amiId?: string }[];
  /** IDs of images that the main step has deregistered: only their snapshots may be left. */
  gone?: readonly string[];
  onFailure: OnFailure;
  /** The ARN of the role that the main step assumed itself. */
  roleToAssume?: string;
}

export const stateName = 'promote';

/** @param save writes the state where the post step finds it */
export function stateKeeper(
  inputs: Pick<PromotionInputs, 'onFailure' | 'roleToAssume'>,
  save: (text: string) => void,
): (record: PromotionRecord) => void {
  return keeperOf<PromotionRecord, PromotionState>((record) => stateOf(record, inputs), isDone, save);
}

function stateOf(
  record: PromotionRecord,
  { onFailure, roleToAssume }: Pick<PromotionInputs, 'onFailure' | 'roleToAssume'>,
): PromotionState | undefined {
  const { region, key, claim, accountId, gone, unfinished } = record;
  if (key === undefined || accountId === undefined) return undefined;
  const own = record.copies?.filter(({ found }) => !found).map(copyState);
  return {
    version: 1,
    phase: unfinished ? 'open' : 'done',
    ...{ region, key, claim, accountId },
    ...(own === undefined ? {} : { copies: own }),
    ...(gone === undefined ? {} : { gone }),
    onFailure: onFailureOf(onFailure, record),
    ...(roleToAssume === undefined ? {} : { roleToAssume }),
  };
}

const fields: Fields<PromotionState> = [
  ['phase', oneOf('open', 'done')],
  ['region', matching(regionForm)],
  ['key', matching(/^[0-9a-f]{32}$/)],
  ['claim', matching(/^\d+-[0-9a-z-]{1,40}$/)],
  ['accountId', matching(accountForm)],
  ['copies', optional(copies)],
  ['gone', optional(amiIds)],
  ['onFailure', oneOf('delete', 'keep', 'published')],
  ['roleToAssume', optional(matching(roleArnForm))],
];

export function readState(environment: Readonly<Record<string, string | undefined>>): Saved<PromotionState> {
  return readSavedState(environment[`STATE_${stateName}`], fields, 'before it changed anything');
}
