/** Whose credentials these are. */
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

/** Time limits for where a test or a clean-up waits for the answer. */
export const accountLimits = { patienceSeconds: 10, attemptSeconds: 5 };
