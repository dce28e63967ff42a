/** Why an instance is in the state that it is in. */
export interface StateReason {
  /** e.g. `Client.UserInitiatedShutdown`. */
  code: string;
  /** StateReason.Message. */
  message: string;
  /** StateTransitionReason; often empty. */
  transition: string;
}

/**
 * What EC2 says with a code. API model, StateReason.Message, lists the codes; their short texts come from: "User initiated
 * shutdown" and "Instance initiated shutdown" from users of DescribeInstances (unconfirmed), "User initiated hibernate" by analogy, "Internal error on launch" from
 * jtriley/StarCluster#288, "Client error on launch" from aws-samples/aws-genomics-workflows#109. The others are the API model's.
 */
const texts: Readonly<Record<string, string>> = {
  'Client.UserInitiatedShutdown': 'User initiated shutdown',
  'Client.UserInitiatedHibernate': 'User initiated hibernate',
  'Client.InstanceInitiatedShutdown': 'Instance initiated shutdown',
  'Client.InternalError': 'Client error on launch',
  'Client.InvalidSnapshot.NotFound': 'The specified snapshot was not found.',
  'Client.VolumeLimitExceeded': 'Volume limit exceeded',
  'Server.InternalError': 'Internal error on launch',
  'Server.InsufficientInstanceCapacity':
    'There was insufficient capacity available to satisfy the launch request.',
  'Server.ScheduledStop': 'The instance was stopped due to a scheduled retirement.',
  'Server.SpotInstanceTermination': 'Spot instance termination',
  'Server.SpotInstanceShutdown': 'Spot instance shutdown',
};

/** @param at when it happened, in milliseconds */
export function stateReason(code: string, at: number, message?: string): StateReason {
  return {
    code,
    message: message ?? `${code}: ${texts[code] ?? code}`,
    transition: code === 'Client.UserInitiatedShutdown' ? `User initiated (${gmt(at)})` : '',
  };
}

/** As EC2 writes it: "2021-10-04 14:13:33 GMT" (cloud-custodian/cloud-custodian#6924). */
function gmt(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} GMT`;
}

/** API model, Instance.StateReason of a `pending` instance, as RunInstances answers it (AWS CLI, examples of run-instances). */
export const pendingReason: StateReason = { code: 'pending', message: 'pending', transition: '' };
