/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the post
 * step as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm, regionForm, snapshotIdForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import { jsonObject, keeperOf, matching } from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { Begun, RetireRecord } from './record.ts';

export interface RetireState {
  version: 1;
  region: string;
  /** Of the credentials, 12 digits. */
  accountId: string;
  /** Images whose removal has begun and is not known to be finished. */
  begun: readonly Begun[];
  roleToAssume?: string | undefined;
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
  const stateOf = ({ region, accountId, begun }: RetireRecord): RetireState | undefined =>
    accountId === undefined ? undefined : { version: 1, region, accountId, begun, roleToAssume };
  return keeperOf(stateOf, ({ begun }) => begun.length === 0, save);
}

/**
 * The state that the main step saved last; undefined when there is none, or what is there is not of the right form.
 * @param environment of the post step
 */
export function readState(
  environment: Readonly<Record<string, string | undefined>>,
): RetireState | undefined {
  const value = jsonObject(environment[`STATE_${stateName}`] ?? '');
  if (value?.['version'] !== 1 || !matching(regionForm)(value['region'])) return undefined;
  if (!matching(accountForm)(value['accountId'])) return undefined;
  const begun = Array.isArray(value['begun']) ? value['begun'].filter(isBegun) : [];
  const role = value['roleToAssume'];
  return {
    version: 1,
    region: String(value['region']),
    accountId: String(value['accountId']),
    begun,
    ...(matching(roleArnForm)(role) ? { roleToAssume: String(role) } : {}),
  };
}

function isBegun(value: unknown): value is Begun {
  if (typeof value !== 'object' || value === null) return false;
  const { region, imageId, key, snapshotIds } = value as Record<string, unknown>;
  const isRight = matching(regionForm)(region) && matching(amiIdForm)(imageId) && typeof key === 'string';
  return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => matching(snapshotIdForm)(id));
}
