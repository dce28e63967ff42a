/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the post
 * step as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm, regionForm, snapshotIdForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import {
  type Fields,
  keeperOf,
  matching,
  optional,
  readSavedState,
  type Saved,
} from '../github/saved-state.ts';
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

export const stateName = 'retire';

/**
 * Keeps the saved state true to the record: from the moment before the first image is deregistered.
 * @returns to be called after each change of the record
 */
export function stateKeeper(
  roleToAssume: string | undefined,
  save: (text: string) => void,
): (record: RetireRecord) => void {
  const role = roleToAssume === undefined ? {} : { roleToAssume };
  const stateOf = ({ region, accountId, begun }: RetireRecord): RetireState | undefined =>
    accountId === undefined ? undefined : { version: 1, region, accountId, begun, ...role };
  return keeperOf(stateOf, ({ begun }) => begun.length === 0, save);
}

/** @param environment of the post step */
export function readState(environment: NodeJS.ProcessEnv): Saved<RetireState> {
  return readSavedState(environment[`STATE_${stateName}`], fields, 'before it removed anything');
}

const fields: Fields<RetireState> = [
  ['region', matching(regionForm)],
  ['accountId', matching(accountForm)],
  ['begun', (value) => Array.isArray(value) && value.every(isBegun)],
  ['roleToAssume', optional(matching(roleArnForm))],
];

function isBegun(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { region, imageId, key, snapshotIds } = value as Record<string, unknown>;
  const isRight = matching(regionForm)(region) && matching(amiIdForm)(imageId) && typeof key === 'string';
  return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => matching(snapshotIdForm)(id));
}
