/** What the post step needs to end what the main step of `test` could not: see `github/saved-state.ts`. */
import { amiIdForm, instanceIdForm, regionForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import { matching, optional, savedState } from '../github/saved-state.ts';
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

export const { stateKeeper, readState } = savedState<TrialRecord, string | undefined, TrialState>({
  name: 'test',
  fields: [
    ['region', matching(regionForm)],
    ['imageId', matching(amiIdForm)],
    ['testId', matching(/^[0-9a-f]{24}$/)],
    ['open', isOpen],
    ['expires', matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
    ['accountId', optional(matching(accountForm))],
    ['roleToAssume', optional(matching(roleArnForm))],
  ],
  stateOf,
  isDone: () => false,
  before: 'before it launched anything',
});

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
