/** Checks of whose account this is, and of the credentials. */
import { duration } from '../base/units.ts';
import type { Check } from './check.ts';
import { error, warning } from './finding.ts';

export const allowedAccount: Check = (_run, { instance, allowedAccountIds }) => {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(instance.accountId)) return [];
  return [
    error(
      `The credentials are of account ${instance.accountId}, and \`allowed-account-ids\` names only ${allowedAccountIds.join(', ')}. Check which role the job assumes.`,
    ),
  ];
};

export const credentialsLastLongEnough: Check = ({ deadline }, { credentialsExpireAt }) => {
  if (credentialsExpireAt === undefined || credentialsExpireAt.getTime() >= deadline) return [];
  const early = duration(deadline - credentialsExpireAt.getTime());
  return [
    warning(
      `The credentials expire at ${credentialsExpireAt.toISOString()}, ${early} before the bake would time out (\`timeout-minutes\`). A bake that takes that long fails then: ask for a longer session, or let the action renew its own with \`role-to-assume\`.`,
    ),
  ];
};
