/**
 * What the post step needs to end what the main step could not: the runner keeps it in a file and hands it to the post step
 * as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm, instanceIdForm, regionForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
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

/** The state, or why there is none. */
export type SavedState = { state: TrialState; reason: undefined } | { state: undefined; reason: string };

export const stateName = 'test';

/**
 * Keeps the saved state true to the record: from the moment before something is launched until nothing is left. Each is
 * saved in place of the one before, in one append, so that a kill leaves no half of it.
 * @returns to be called after each change of the record
 */
export function stateKeeper(
  roleToAssume: string | undefined,
  save: (text: string) => void,
): (record: TrialRecord) => void {
  let saved: string | undefined;
  return (record) => {
    if (record.launches.length === 0) return;
    const text = JSON.stringify(stateOf(record, roleToAssume));
    if (text === saved) return;
    saved = text;
    save(text);
  };
}

function stateOf(record: TrialRecord, roleToAssume: string | undefined): TrialState {
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
export function readState(environment: Readonly<Record<string, string | undefined>>): SavedState {
  const text = environment[`STATE_${stateName}`];
  if (!text) return none('the main step saved no state, for it ended before it launched anything');
  const saved = parse(text);
  if (saved === undefined) return none('the saved state is not a JSON object');
  if (saved['version'] !== 1) return none('the saved state is of another version of the action');
  const wrong = fields.find(([field, isRight]) => !isRight(saved[field]));
  if (wrong) return none(`the saved state has no valid \`${wrong[0]}\``);
  const present = fields.map(([field]) => [field, saved[field]]).filter(([, value]) => value !== undefined);
  // Each field has been checked.
  return { state: { version: 1, ...Object.fromEntries(present) } as TrialState, reason: undefined };
}

type Field = Exclude<keyof TrialState, 'version'>;

const matches = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);
const optional = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || isRight(value);

const fields: readonly (readonly [Field, (value: unknown) => boolean])[] = [
  ['region', matches(regionForm)],
  ['imageId', matches(amiIdForm)],
  ['testId', matches(/^[0-9a-f]{24}$/)],
  ['open', isOpen],
  ['expires', matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
  ['accountId', optional(matches(accountForm))],
  ['roleToAssume', optional(matches(roleArnForm))],
];

function isOpen(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((launch: unknown) => {
    if (typeof launch !== 'object' || launch === null) return false;
    const { token, instanceId, ...others } = launch as Record<string, unknown>;
    const isRight =
      matches(/^bake-ami-[0-9a-f]{40}$/)(token) && optional(matches(instanceIdForm))(instanceId);
    return isRight && Object.keys(others).length === 0;
  });
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function none(reason: string): SavedState {
  return { state: undefined, reason };
}
