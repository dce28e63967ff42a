/** Checks of whose account this is, and of the credentials. */
import { accountRefusal } from '../aws/account.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { duration } from '../base/units.ts';
import type { Check } from './check.ts';
import { error, warning } from './finding.ts';

export const allowedAccount: Check = (_run, { instance, allowedAccountIds }) => {
  const refusal = accountRefusal(instance.accountId, allowedAccountIds);
  return refusal === undefined ? [] : [error(messageWithRemedy(refusal))];
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
