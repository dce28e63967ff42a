/** The command of `run`: Systems Manager runs it on the instance, and its exit code decides. */
import { awsErrorFacts, describeAwsError, errorKind, isPassing } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { GetCommandInvocationCommandOutput } from '../aws/sdk/ssm.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { learn } from '../run/run.ts';
import type { TrialRun } from './record.ts';
import { lookAtInstance, oneAttempt, type Sight } from './sight.ts';

/** How often the instance itself is looked at meanwhile: its command says nothing when it ends. */
const instanceEveryMilliseconds = 12_000;

/** From now on, the agent has a third of the timeout to come online. */
export function startsWithAgent(run: TrialRun, sight: Sight): void {
  const { clock, record, deadline, log } = run;
  const until = Math.min(deadline, clock.now() + (deadline - record.startedAt) / 3);
  sight.command = { stage: 'agent', until };
  log.info(`Waiting for the SSM agent of ${sight.launch.instanceId}`);
}

/** One step further: agent, send, result; and every now and then a look at the instance. */
export async function followCommand(run: TrialRun, sight: Sight): Promise<void> {
  if (sight.command?.stage === 'agent' && (await mayBeSent(run, sight))) await send(run, sight);
  else if (sight.command?.stage === 'running') await lookAtCommand(run, sight);
  const isDone = sight.command?.stage !== 'agent' && sight.command?.stage !== 'running';
  // Also at the end: a command that took its instance down has not succeeded.
  if (isDone || run.clock.now() - sight.lookedAt >= instanceEveryMilliseconds)
    await lookAtInstance(run, sight);
}

/** For so long a command may not show after it was sent. */
const inDoubtMilliseconds = 10_000;

/**
 * Systems Manager knows no client tokens: a command whose answer was lost is looked for by its comment, and sent again only
 * when it does not show, so that it does not run twice.
 */
async function mayBeSent(run: TrialRun, sight: Sight): Promise<boolean> {
  const { commandInDoubtSince: since } = sight;
  if (since === undefined) return isOnline(run, sight);
  const found = await findSent(run, sight);
  if (found === undefined) return run.clock.now() - since >= inDoubtMilliseconds;
  hasBeenSent(run, sight, found);
  return false;
}

/** @returns undefined when it does not show, or may not be looked for */
async function findSent(run: TrialRun, sight: Sight): Promise<string | undefined> {
  const { aws, region, signal } = run;
  const { instanceId } = sight.launch;
  const { ListCommandInvocationsCommand } = await import('../aws/sdk/ssm.ts');
  const command = new ListCommandInvocationsCommand({ InstanceId: instanceId });
  return aws
    .ssm(region)
    .send(command, { signal, ...oneAttempt })
    .then(
      ({ CommandInvocations }) =>
        CommandInvocations?.find(({ Comment }) => Comment === commentOf(run))?.CommandId,
      () => {
        signal.throwIfAborted();
        return undefined;
      },
    );
}

/** At most 100 characters (API Reference, SendCommand). */
function commentOf({ record }: TrialRun): string {
  return `bake-ami test ${record.testId} of ${record.imageId}`;
}

function hasBeenSent(run: TrialRun, sight: Sight, commandId: string): void {
  sight.commandId = commandId;
  sight.command = { stage: 'running' };
  run.log.info(`The command runs on ${sight.launch.instanceId} (${commandId})`);
}

async function isOnline(run: TrialRun, sight: Sight): Promise<boolean> {
  const { aws, region, signal } = run;
  const { instanceId } = sight.launch;
  const { DescribeInstanceInformationCommand } = await import('../aws/sdk/ssm.ts');
  const command = new DescribeInstanceInformationCommand({
    Filters: [{ Key: 'InstanceIds', Values: [instanceId] }],
  });
  try {
    const { InstanceInformationList } = await aws.ssm(region).send(command, { signal, ...oneAttempt });
    const agent = InstanceInformationList?.find(({ InstanceId }) => InstanceId === instanceId);
    return agent?.PingStatus === 'Online';
  } catch (error) {
    signal.throwIfAborted();
    const doing = `see whether the SSM agent of ${instanceId} is online`;
    failed(sight, 'ssm:DescribeInstanceInformation', doing, error);
    return false;
  }
}

async function send(run: TrialRun, sight: Sight): Promise<void> {
  const { aws, region, signal, log, inputs, record, clock, deadline } = run;
  const { instanceId } = sight.launch;
  const seconds = Math.max(1, Math.ceil((deadline - clock.now()) / 1000));
  const { SendCommandCommand } = await import('../aws/sdk/ssm.ts');
  const command = new SendCommandCommand({
    DocumentName: record.image?.windows ? 'AWS-RunPowerShellScript' : 'AWS-RunShellScript',
    InstanceIds: [instanceId],
    Comment: commentOf(run),
    // 30 is the least (API Reference, SendCommand).
    TimeoutSeconds: Math.max(30, Math.min(600, seconds)),
    Parameters: {
      commands: inputs.script.split(/\r?\n/),
      executionTimeout: [String(Math.min(seconds, 172_800))],
    },
  });
  try {
    const { Command } = await aws.ssm(region).send(command, { signal, ...oneAttempt });
    if (Command?.CommandId === undefined) return;
    hasBeenSent(run, sight, Command.CommandId);
  } catch (error) {
    signal.throwIfAborted();
    // The agent is not ready after all, or the instance has ended: the look at the instance says which.
    if (awsErrorFacts(error).code === 'InvalidInstanceId') return;
    if (errorKind(error) === 'unclear') {
      sight.commandInDoubtSince = clock.now();
      log.info(`SendCommand got no answer (${describeAwsError(error)}): looking for the command`);
    }
    failed(sight, 'ssm:SendCommand', `run the command on ${instanceId}`, error);
  }
}

/** Passing errors are met with the next look. */
function failed(sight: Sight, action: string, doing: string, error: unknown): void {
  if (isPassing(errorKind(error)) || errorKind(error) === 'not-found') return;
  const problem = messageWithRemedy(awsFailure(action, doing, error, 'Test commands'));
  sight.command = { stage: 'not run', problem };
}

async function lookAtCommand(run: TrialRun, sight: Sight): Promise<void> {
  const { aws, region, signal } = run;
  const { instanceId } = sight.launch;
  const { GetCommandInvocationCommand } = await import('../aws/sdk/ssm.ts');
  const command = new GetCommandInvocationCommand({ CommandId: sight.commandId, InstanceId: instanceId });
  try {
    take(run, sight, await aws.ssm(region).send(command, { signal, ...oneAttempt }));
  } catch (error) {
    signal.throwIfAborted();
    // Right after SendCommand its invocation does not show yet.
    failed(sight, 'ssm:GetCommandInvocation', `read the result of the command on ${instanceId}`, error);
  }
}

const underWay = ['Pending', 'InProgress', 'Delayed', 'Cancelling'];

/** Statuses: Systems Manager user guide, "Understanding command statuses". */
function take(run: TrialRun, sight: Sight, answer: GetCommandInvocationCommandOutput): void {
  const { Status = 'Pending', StatusDetails = Status, ResponseCode = -1 } = answer;
  if (underWay.includes(Status)) return;
  const details = StatusDetails.replaceAll(/\s/g, '');
  const hasRun = Status === 'Success' || Status === 'Failed';
  keepOutput(run, answer, hasRun ? ResponseCode : undefined);
  // Failed with -1: the agent could not run it, or knows no exit code. Never good news.
  if (hasRun) sight.command = { stage: 'ended', exitCode: exitCode(Status, ResponseCode) };
  else if (details === 'ExecutionTimedOut') sight.command = { stage: 'timed out' };
  else sight.command = { stage: 'not run', problem: `its status is ${StatusDetails}` };
}

function exitCode(status: string, responseCode: number): number {
  if (status === 'Success') return responseCode === -1 ? 0 : responseCode;
  return responseCode === 0 ? 1 : responseCode;
}

function keepOutput(
  run: TrialRun,
  answer: GetCommandInvocationCommandOutput,
  code: number | undefined,
): void {
  const { StandardOutputContent: stdout = '', StandardErrorContent: stderr = '' } = answer;
  learn(run, { command: { exitCode: code, stdout, stderr } });
  const lines = (text: string) => text.trimEnd().split(/\r\n|[\r\n]/);
  if (stdout.trim() !== '') run.log.group('Standard output of the command', lines(stdout));
  if (stderr.trim() !== '') run.log.group('Standard error of the command', lines(stderr));
}
