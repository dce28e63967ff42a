import type { Instance } from './instance.ts';

/**
 * Why the instance is in its state. API model, StateReason, which has the codes "Client.UserInitiatedHibernate: Hibernation was
 * initiated on the instance" and "Client.UserInitiatedShutdown: The instance was shut down using the Amazon EC2 API". The
 * message of the latter is as users of DescribeInstances meet it, that of the former by analogy.
 */
export function stateReason(
  { hibernation }: Instance,
  state: string,
): { code: string; message: string } | undefined {
  if (state !== 'stopped' && state !== 'stopping') return undefined;
  const isAsleep = hibernation === 'hibernated';
  const code = isAsleep ? 'Client.UserInitiatedHibernate' : 'Client.UserInitiatedShutdown';
  return { code, message: `${code}: User initiated ${isAsleep ? 'hibernate' : 'shutdown'}` };
}
