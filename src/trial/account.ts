import type { Run } from '../run/run.ts';

/** The account that the credentials belong to, 12 digits. @throws what STS answers, or the signal's reason */
export async function callersAccount({
  aws,
  signal,
}: Pick<Run, 'aws' | 'signal'>): Promise<string | undefined> {
  const { GetCallerIdentityCommand } = await import('../aws/sdk/sts.ts');
  const how = { signal, patienceSeconds: 10, attemptSeconds: 5 };
  const { Account } = await aws.sts().send(new GetCallerIdentityCommand({}), how);
  return Account;
}
