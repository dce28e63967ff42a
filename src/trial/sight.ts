/** What EC2 shows of a launched instance: its state, why it ended, and its status checks. */
import { errorKind, isPassing } from '../aws/errors.ts';
import { asFailure, awsFailure } from '../aws/failure.ts';
import { DescribeInstancesCommand } from '../aws/sdk/ec2.ts';
import { DescribeInstanceStatusCommand, type InstanceStatus } from '../aws/sdk/ec2-instances.ts';
import { BakeError, messageWithRemedy } from '../base/errors.ts';
import { duration } from '../base/units.ts';
import { learn } from '../run/run.ts';
import { keep } from './launch.ts';
import type { Launch, TrialRun } from './record.ts';
import {
  type CheckName,
  type Checks,
  type CommandFacts,
  checkNames,
  checksPassed,
  checksText,
  type Facts,
} from './verdict.ts';

/** What has been seen of an instance so far. */
export interface Sight {
  readonly launch: Launch & { readonly instanceId: string };
  state: string | undefined;
  stateReason: Facts['stateReason'];
  unseenSince: number | undefined;
  checks: Checks;
  unreadable: Facts['unreadable'];
  command: CommandFacts | undefined;
  /** Of Run Command, once it was sent. */
  commandId: string | undefined;
  /** Since when a SendCommand without an answer is in doubt. */
  commandInDoubtSince: number | undefined;
  /** When the state was looked at last, in milliseconds since the epoch. */
  lookedAt: number;
}

const notSeen = 'not seen';

export function firstSight({ clock, inputs }: TrialRun, launch: Launch): Sight {
  const now = clock.now();
  const nothing = { status: notSeen, since: now };
  return {
    launch: { ...launch, instanceId: launch.instanceId ?? '' },
    state: 'pending',
    stateReason: undefined,
    unseenSince: undefined,
    checks: { system: nothing, instance: nothing, ebs: nothing },
    unreadable: undefined,
    command: inputs.script === '' ? undefined : { stage: 'to come' },
    commandId: undefined,
    commandInDoubtSince: undefined,
    lookedAt: 0,
  };
}

export function factsOf({ clock, record, deadline }: TrialRun, sight: Sight): Facts {
  const { launch, ...seen } = sight;
  return {
    ...seen,
    now: clock.now(),
    startedAt: record.startedAt,
    deadline,
    instanceId: launch.instanceId,
  };
}

/** A look that fails is followed by the next one. */
export const oneAttempt = { patienceSeconds: 0, attemptSeconds: 10 };

/** Looks at state and status checks, in one call. */
export async function lookAtInstance(run: TrialRun, sight: Sight): Promise<void> {
  const { aws, region, signal, clock } = run;
  const { instanceId } = sight.launch;
  const command = new DescribeInstanceStatusCommand({ InstanceIds: [instanceId], IncludeAllInstances: true });
  try {
    const { InstanceStatuses } = await aws.ec2(region).send(command, { signal, ...oneAttempt });
    const status = InstanceStatuses?.find(({ InstanceId }) => InstanceId === instanceId);
    sight.lookedAt = clock.now();
    if (status === undefined) return unseen(run, sight);
    await see(run, sight, status);
    sight.unreadable = undefined;
  } catch (thrown) {
    signal.throwIfAborted();
    const doing = `read the status checks of ${instanceId}`;
    const failure =
      thrown instanceof BakeError ? thrown : awsFailure('ec2:DescribeInstanceStatus', doing, thrown, 'Test');
    const kind = errorKind(failure.cause);
    // EC2 shows a new instance late (eventual consistency), and one that is gone not at all.
    if (kind === 'not-found') return unseen(run, sight);
    sight.unreadable = { problem: messageWithRemedy(failure), final: !isPassing(kind) };
  }
}

function unseen({ clock }: TrialRun, sight: Sight): void {
  sight.unseenSince ??= clock.now();
  sight.state = undefined;
  sight.unreadable = undefined;
}

/** @throws what the look for the reason of an end throws: without it the end cannot be judged */
async function see(run: TrialRun, sight: Sight, status: InstanceStatus): Promise<void> {
  const { log, record } = run;
  const { instanceId } = sight.launch;
  const state = status.InstanceState?.Name ?? 'unknown';
  if (hasEnded(state)) sight.stateReason = await reasonOfEnd(run, instanceId);
  if (state !== sight.state && sight.lookedAt !== 0) log.info(`${instanceId} is ${state}`);
  if (sight.checks.system.status === notSeen) keep(run, { ...sight.launch, seen: true });
  sight.state = state;
  sight.unseenSince = undefined;
  const before = checksText(sight.checks);
  sight.checks = checksOf(run, sight.checks, status);
  learn(run, { checks: sight.checks });
  if (state === 'running' && checksText(sight.checks) !== before)
    log.info(`Status checks: ${checksText(sight.checks)}`);
  if (record.bootSeconds === undefined && checksPassed(sight)) {
    const milliseconds = run.clock.now() - sight.launch.requestedAt;
    learn(run, { bootSeconds: Math.round(milliseconds / 1000) });
    log.info(`${instanceId} passed all status checks ${duration(milliseconds)} after the request`);
  }
}

function hasEnded(state: string): boolean {
  return state !== 'pending' && state !== 'running';
}

async function reasonOfEnd({ aws, region, signal }: TrialRun, instanceId: string) {
  const command = new DescribeInstancesCommand({ InstanceIds: [instanceId] });
  const { Reservations = [] } = await aws
    .ec2(region)
    .send(command, { signal, patienceSeconds: 20, attemptSeconds: 10 })
    .catch(asFailure(signal, 'ec2:DescribeInstances', `see why ${instanceId} ended`, 'Test'));
  const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
  const reason = instances.find(({ InstanceId }) => InstanceId === instanceId)?.StateReason;
  if (reason === undefined) return undefined;
  return { code: reason.Code ?? '', message: reason.Message ?? '' };
}

function checksOf({ clock }: TrialRun, before: Checks, status: InstanceStatus): Checks {
  const said: Record<CheckName, string | undefined> = {
    system: status.SystemStatus?.Status,
    instance: status.InstanceStatus?.Status,
    ebs: status.AttachedEbsStatus?.Status ?? 'not-applicable',
  };
  const entries = checkNames.map((name) => {
    const now = said[name] ?? 'insufficient-data';
    const same = before[name].status === now;
    return [name, same ? before[name] : { status: now, since: clock.now() }] as const;
  });
  return Object.fromEntries(entries) as Record<CheckName, Checks[CheckName]>;
}
