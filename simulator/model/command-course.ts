import { isWindows } from './agent.ts';
import type { Command } from './commands.ts';
import { type Instance, runningSince } from './instance.ts';

export type InvocationStatus =
  | 'Pending'
  | 'InProgress'
  | 'Success'
  | 'Failed'
  | 'TimedOut'
  | 'Cancelling'
  | 'Cancelled';

/** How far a command is on one instance. */
export interface Invocation {
  status: InvocationStatus;
  /** StatusDetails. */
  details: string;
  /** -1 until it has ended. */
  responseCode: number;
  /** In milliseconds; undefined when it has not begun, or not ended. */
  startedAt: number | undefined;
  endedAt: number | undefined;
  stdout: string;
  stderr: string;
}

interface End {
  at: number;
  status: InvocationStatus;
  details: string;
  responseCode: number;
  stdout?: string;
  stderr?: string;
}

/** Systems Manager user guide, "Understanding command statuses". */
export function invocationAt(command: Command, instance: Instance | undefined, now: number): Invocation {
  const startsAt = startOf(command, instance);
  const ends = [
    ownEnd(command, instance, startsAt),
    expiry(command),
    ...cancellation(command, startsAt, instance),
  ];
  const end = ends.reduce((first, other) => (other.at < first.at ? other : first));
  const startedAt = startsAt !== undefined && startsAt <= Math.min(now, end.at) ? startsAt : undefined;
  if (now >= end.at) {
    const { status, details, responseCode, stdout = '', stderr = '' } = end;
    const endedAt = startedAt === undefined ? undefined : end.at;
    return { status, details, responseCode, startedAt, endedAt, stdout, stderr };
  }
  const status = statusBeforeEnd(command, startedAt, now);
  return { status, details: status, responseCode: -1, startedAt, endedAt: undefined, stdout: '', stderr: '' };
}

function statusBeforeEnd(
  { cancelledAt }: Command,
  startedAt: number | undefined,
  now: number,
): InvocationStatus {
  if (cancelledAt !== undefined && cancelledAt <= now) return 'Cancelling';
  return startedAt === undefined ? 'Pending' : 'InProgress';
}

/** When the agent starts it; undefined when it never gets it. */
function startOf({ plan, requestedAt }: Command, instance: Instance | undefined): number | undefined {
  const at = requestedAt + plan.startsAfterSeconds * 1000;
  return plan.delivered && instance && runningSince(instance, at) !== undefined ? at : undefined;
}

/** What comes of it when nothing comes between. */
function ownEnd(command: Command, instance: Instance | undefined, startsAt: number | undefined): End {
  const { plan, executionTimeoutSeconds } = command;
  const never: End = { at: Number.POSITIVE_INFINITY, status: 'Pending', details: '', responseCode: -1 };
  if (!instance || startsAt === undefined) return never;
  const at = startsAt + Math.min(plan.seconds, executionTimeoutSeconds) * 1000;
  // The instance stopped, or is gone, while it ran: nobody hears of it any more.
  if (runningSince(instance, at) === undefined) return never;
  const output = { stdout: plan.stdout, stderr: plan.stderr };
  if (plan.seconds > executionTimeoutSeconds) {
    const responseCode = stoppedCode(instance);
    return { at, status: 'TimedOut', details: 'ExecutionTimedOut', responseCode, ...output };
  }
  if (plan.exitCode === 0) return { at, status: 'Success', details: 'Success', responseCode: 0, ...output };
  const { exitCode } = plan;
  // As the agent ends the error output of a failed command: gruntwork-io/terratest, modules/aws/ssm_test.go.
  const stderr = `${plan.stderr === '' ? '' : `${plan.stderr.trimEnd()}\n`}failed to run commands: exit status ${exitCode}`;
  return { at, status: 'Failed', details: 'Failed', responseCode: exitCode, stdout: plan.stdout, stderr };
}

/** API model, Command.ExpiresAfter: "it changes status to DeliveryTimedOut", also while it is InProgress. */
function expiry(command: Command): End {
  return { at: expiresAt(command), status: 'TimedOut', details: 'DeliveryTimedOut', responseCode: -1 };
}

/** Systems Manager user guide, "Understanding command timeout values": the sum of both. */
export function expiresAt({ requestedAt, timeoutSeconds, executionTimeoutSeconds }: Command): number {
  return requestedAt + (timeoutSeconds + executionTimeoutSeconds) * 1000;
}

/** The agent needs a second to end what runs. */
function cancellation(
  { cancelledAt }: Command,
  startsAt: number | undefined,
  instance: Instance | undefined,
): End[] {
  if (cancelledAt === undefined) return [];
  const runs = instance !== undefined && startsAt !== undefined && startsAt <= cancelledAt;
  return [
    {
      at: runs ? cancelledAt + 1000 : cancelledAt,
      status: 'Cancelled',
      details: 'Cancelled',
      responseCode: runs ? stoppedCode(instance) : -1,
    },
  ];
}

/** amazon-ssm-agent, CommandStoppedPreemptivelyExitCode: 137 on Linux, -1 on Windows. */
function stoppedCode(instance: Instance): number {
  return isWindows(instance) ? -1 : 137;
}
