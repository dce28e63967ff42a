import { action } from './action.ts';

/**
 * STS API Reference, GetCallerIdentity. The caller is always the role `baker`, in the account of its access
 * key.
 */
export const getCallerIdentity = action({
  name: 'GetCallerIdentity',
  service: 'sts',
  mutating: false,
  parameters: {},
  answer: (_input, { accountId }) => ({
    Arn: callerArn(accountId),
    UserId: 'AROASIMULATEDROLE0001:bake',
    Account: accountId,
  }),
});

export function callerArn(accountId: string): string {
  return `arn:aws:sts::${accountId}:assumed-role/baker/bake`;
}
