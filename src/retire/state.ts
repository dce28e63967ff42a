/** What the post step needs to finish what the main step of `retire` could not: see `github/saved-state.ts`. */
import { amiIdForm, regionForm, snapshotIdForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import { matching, optional, savedState } from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { Begun, RetireRecord } from './record.ts';

export interface RetireState {
  version: 1;
  region: string;
  /** Of the credentials, 12 digits. */
  accountId: string;
  /** Images whose removal has begun and is not known to be finished. */
  begun: readonly Begun[];
  roleToAssume?: string;
}

/** @returns undefined as long as nobody has asked for the account */
function stateOf(record: RetireRecord, roleToAssume: string | undefined): RetireState | undefined {
  const { region, accountId, begun } = record;
  if (accountId === undefined) return undefined;
  return { version: 1, region, accountId, begun, ...(roleToAssume === undefined ? {} : { roleToAssume }) };
}

export const { stateKeeper, readState } = savedState<RetireRecord, string | undefined, RetireState>({
  name: 'retire',
  fields: [
    ['region', matching(regionForm)],
    ['accountId', matching(accountForm)],
    ['begun', (value) => Array.isArray(value) && value.every(isBegun)],
    ['roleToAssume', optional(matching(roleArnForm))],
  ],
  stateOf,
  isDone: ({ begun }) => begun.length === 0,
  before: 'before it removed anything',
});

function isBegun(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { region, imageId, key, snapshotIds } = value as Record<string, unknown>;
  const isRight = matching(regionForm)(region) && matching(amiIdForm)(imageId) && typeof key === 'string';
  return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => matching(snapshotIdForm)(id));
}
