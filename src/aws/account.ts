/** Whose credentials these are. */
import { BakeError } from '../base/errors.ts';
import type { Aws } from './access.ts';
import type { SendOptions } from './patient-client.ts';

/**
 * @param how the signal, and the time limits where others than the usual ones
 * @returns the account that the credentials belong to, 12 digits
 * @throws what STS answers, or the signal's reason
 */
export async function callersAccount(aws: Pick<Aws, 'sts'>, how: SendOptions): Promise<string | undefined> {
  const { GetCallerIdentityCommand } = await import('./sdk/sts.ts');
  const { Account } = await aws.sts().send(new GetCallerIdentityCommand({}), how);
  return Account;
}

/**
 * @param allowed `allowed-account-ids`; none allow every account
 * @returns why nothing may be done in the account; undefined when it may
 */
export function accountRefusal(
  account: string | undefined,
  allowed: readonly string[],
): BakeError | undefined {
  if (allowed.length === 0 || (account !== undefined && allowed.includes(account))) return undefined;
  return new BakeError(
    `The credentials are of account ${account}, and \`allowed-account-ids\` names only ${allowed.join(', ')}.`,
    { remedy: 'Check which role the job assumes.' },
  );
}

/** Time limits for where a test or a clean-up waits for the answer. */
export const accountLimits = { patienceSeconds: 10, attemptSeconds: 5 };

/**
 * Whose the credentials are by now: a later step of the job may have switched to those of another account, where nothing of
 * the run would show.
 * @param accountId of the main step; undefined where it is not known
 * @returns the other account; undefined when it is the same, or cannot be asked for
 */
export async function otherAccount(
  aws: Pick<Aws, 'sts'>,
  accountId: string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (accountId === undefined) return undefined;
  const account = await callersAccount(aws, { signal, ...accountLimits }).catch(() => undefined);
  return account === accountId ? undefined : account;
}
