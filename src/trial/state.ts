/**
 * What the post step needs to end what the main step could not: the runner keeps it in a file and hands it to the post step
 * as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm, instanceIdForm, regionForm } from '../aws/id-forms.ts';
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
import type { OpenLaunch } from './end.ts';
import { openLaunches, type TrialRecord } from './record.ts';
import { isoTime } from './request.ts';

export interface TrialState {
  version: 1;
  region: string;
  imageId: string;
  /** The client tokens are made from it. */
  testId: string;
  /** What there may be: empty when nothing is left to end. */
  open: readonly OpenLaunch[];
  /** When the machine powers itself off at the latest, ISO 8601. */
  expires: string;
  /** 12 digits; absent while nobody has asked. */
  accountId?: string;
  /** The ARN of the role that the main step assumed itself; absent where the workflow provides the credentials. */
  roleToAssume?: string;
}

export const stateName = 'test';

/**
 * Keeps the saved state true to the record: from the moment before something is launched until nothing is left.
 * @returns to be called after each change of the record
 */
export function stateKeeper(
  roleToAssume: string | undefined,
  save: (text: string) => void,
): (record: TrialRecord) => void {
  return keeperOf(
    (record) => stateOf(record, roleToAssume),
    () => false,
    save,
  );
}

/** @returns undefined as long as nothing was launched */
function stateOf(record: TrialRecord, roleToAssume: string | undefined): TrialState | undefined {
  if (record.launches.length === 0) return undefined;
  const { region, imageId, testId, expiresAt, accountId } = record;
  return {
    version: 1,
    region,
    imageId,
    testId,
    open: openLaunches(record).map(({ token, instanceId }) =>
      instanceId === undefined ? { token } : { token, instanceId },
    ),
    expires: isoTime(expiresAt ?? record.startedAt),
    ...(accountId === undefined ? {} : { accountId }),
    ...(roleToAssume === undefined ? {} : { roleToAssume }),
  };
}

/**
 * The state that the main step saved last. Anything can be in the variable: what is not of the right form is no state.
 * @param environment of the post step
 */
export function readState(environment: Readonly<Record<string, string | undefined>>): Saved<TrialState> {
  return readSavedState(environment[`STATE_${stateName}`], fields, 'before it launched anything');
}

const fields: Fields<TrialState> = [
  ['region', matching(regionForm)],
  ['imageId', matching(amiIdForm)],
  ['testId', matching(/^[0-9a-f]{24}$/)],
  ['open', isOpen],
  ['expires', matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
  ['accountId', optional(matching(accountForm))],
  ['roleToAssume', optional(matching(roleArnForm))],
];

function isOpen(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((launch: unknown) => {
    if (typeof launch !== 'object' || launch === null) return false;
    const { token, instanceId, ...others } = launch as Record<string, unknown>;
    const isRight =
      matching(/^bake-ami-[0-9a-f]{40}$/)(token) && optional(matching(instanceIdForm))(instanceId);
    return isRight && Object.keys(others).length === 0;
  });
}
