/**
 * Ends what a test has launched, and sees that it ends: in the main step, in the post step, and in a later attempt. Only
 * instances that carry one of the test's client tokens are touched.
 */

import { findInstancesCommand, terminateInstanceCommand } from '../aws/cli.ts';
import { describeAwsError, errorKind, isPassing } from '../aws/errors.ts';
import { DescribeInstancesCommand, type Instance } from '../aws/sdk/ec2.ts';
import { TerminateInstancesCommand } from '../aws/sdk/ec2-instances.ts';
import type { Run } from '../run/run.ts';

/** How much time there is. */
export interface Haste {
  readonly budgetSeconds: number;
  /** For an instance to show whose ID EC2 has not told yet. */
  readonly lookSeconds: number;
  /** For one attempt of one call. */
  readonly attemptSeconds: number;
}

/** The runner sends SIGKILL ten seconds after it has cancelled a step; three of them go to the answer of RunInstances. */
export const cancelled: Haste = { budgetSeconds: 5, lookSeconds: 4, attemptSeconds: 3 };
/** Nobody hurries a test that is over. */
export const unhurried: Haste = { budgetSeconds: 120, lookSeconds: 30, attemptSeconds: 10 };
/** GitHub ends a cancelled job after five minutes, post steps included. */
export const afterwards: Haste = { budgetSeconds: 120, lookSeconds: 60, attemptSeconds: 10 };

/** What there may be of one request. */
export interface OpenLaunch {
  readonly token: string;
  readonly instanceId?: string | undefined;
  /** Milliseconds since the epoch, where it is known. */
  readonly requestedAt?: number;
  /** EC2 has shown it. */
  readonly seen?: true;
}

export interface EndRun extends Pick<Run, 'aws' | 'clock' | 'log' | 'signal' | 'region'> {
  /** When to stop, in milliseconds since the epoch; it may come nearer meanwhile. */
  readonly budget: { until: number };
}

/** What could not be ended, or not be found. */
export interface Leftover {
  readonly launch: OpenLaunch;
  /** A sentence, with the command that goes on. */
  readonly message: string;
  /** Nothing showed: most likely there is nothing. */
  readonly unseen?: true;
}

/**
 * All side by side. It never throws.
 * @param onEnd told of each that has ended
 */
export async function endLaunches(
  run: EndRun,
  launches: readonly OpenLaunch[],
  haste: Haste,
  onEnd: (launch: OpenLaunch) => void,
): Promise<Leftover[]> {
  const results = await Promise.all(launches.map((launch) => endLaunch(run, launch, haste, onEnd)));
  return results.filter((leftover) => leftover !== undefined);
}

const pauseSeconds = 2;
/**
 * For so long an instance may not show, as seen here, and after its request. EC2 shows one that was terminated for about an
 * hour ("Terminate Amazon EC2 instances", user guide): one that was never seen is more likely late than gone.
 */
const hiddenSeconds = { seen: 20, neverSeen: 60 };
const surelyVisibleAfterSeconds = 180;

async function endLaunch(
  run: EndRun,
  launch: OpenLaunch,
  haste: Haste,
  onEnd: (launch: OpenLaunch) => void,
): Promise<Leftover | undefined> {
  const { clock, budget } = run;
  const startedAt = clock.now();
  const isOld = startedAt - (launch.requestedAt ?? startedAt) >= surelyVisibleAfterSeconds * 1000;
  const goneAfterSeconds = launch.seen ? hiddenSeconds.seen : hiddenSeconds.neverSeen;
  const found = new Set(launch.instanceId === undefined ? [] : [launch.instanceId]);
  let problem: string | undefined;
  for (;;) {
    const seconds = (clock.now() - startedAt) / 1000;
    const step = await endStep(run, {
      launch,
      found,
      haste,
      mayBeGone: seconds >= goneAfterSeconds || isOld,
    });
    if (step.ended) {
      onEnd({ ...launch, instanceId: [...found][0] });
      return undefined;
    }
    problem = step.problem ?? problem;
    const isUnseen = found.size === 0;
    const until = Math.min(budget.until, isUnseen ? startedAt + haste.lookSeconds * 1000 : budget.until);
    if (step.final || clock.now() + pauseSeconds * 1000 > until)
      return leftover(run, launch, [...found], problem);
    const slept = await clock.sleep(pauseSeconds * 1000, run.signal).then(
      () => true,
      () => false,
    );
    if (!slept) return leftover(run, launch, [...found], problem);
  }
}

interface Step {
  ended: boolean;
  problem?: string;
  /** Trying again is of no use. */
  final?: boolean;
}

async function endStep(
  run: EndRun,
  options: { launch: OpenLaunch; found: Set<string>; haste: Haste; mayBeGone: boolean },
): Promise<Step> {
  const { launch, found, haste, mayBeGone } = options;
  try {
    if (found.size === 0) {
      const instances = await instancesOfToken(run, launch.token, haste);
      for (const { InstanceId } of instances) if (InstanceId !== undefined) found.add(InstanceId);
      if (instances.length > 0 && instances.every(isEnding)) return { ended: true };
    }
    if (found.size === 0) return { ended: false };
    return { ended: await terminate(run, [...found], haste) };
  } catch (error) {
    // A new instance shows late. One that is not there any more has ended.
    if (errorKind(error) === 'not-found') return { ended: mayBeGone };
    const final = !isPassing(errorKind(error)) && errorKind(error) !== 'aborted';
    return { ended: false, problem: describeAwsError(error), final };
  }
}

/** Filters are trusted to find, never to decide. */
async function instancesOfToken(run: EndRun, token: string, haste: Haste): Promise<Instance[]> {
  const command = new DescribeInstancesCommand({ Filters: [{ Name: 'client-token', Values: [token] }] });
  const { Reservations = [] } = await run.aws.ec2(run.region).send(command, howOf(run, haste));
  return Reservations.flatMap(({ Instances = [] }) => Instances).filter(
    ({ ClientToken }) => ClientToken === token,
  );
}

/** @returns whether EC2 says that all are on their way out */
export async function terminate(
  run: Omit<EndRun, 'budget'>,
  instanceIds: readonly string[],
  haste: Haste,
): Promise<boolean> {
  const command = new TerminateInstancesCommand({ InstanceIds: [...instanceIds] });
  const { TerminatingInstances = [] } = await run.aws.ec2(run.region).send(command, howOf(run, haste));
  const ending = TerminatingInstances.filter(({ CurrentState }) => isEnd(CurrentState?.Name));
  for (const { InstanceId, CurrentState } of ending)
    run.log.info(`Ended ${InstanceId}: it is ${CurrentState?.Name}`);
  return instanceIds.every((id) => ending.some(({ InstanceId }) => InstanceId === id));
}

/** Short, for each is tried again until the time is over. */
function howOf({ signal }: Pick<EndRun, 'signal'>, { attemptSeconds }: Haste) {
  return { signal, attemptSeconds, patienceSeconds: 2, longestDelaySeconds: 1 };
}

export function isEnding({ State }: Instance): boolean {
  return isEnd(State?.Name);
}

function isEnd(state: string | undefined): boolean {
  return state === 'shutting-down' || state === 'terminated';
}

function leftover(
  { region }: EndRun,
  launch: OpenLaunch,
  found: readonly string[],
  problem: string | undefined,
): Leftover {
  const why = problem === undefined ? '' : ` (${problem})`;
  const [instanceId] = found;
  if (instanceId !== undefined) {
    return {
      launch: { ...launch, instanceId },
      message: `${instanceId} could not be ended${why}. You pay for it until it ends. To end it: ${terminateInstanceCommand(region, instanceId)}`,
    };
  }
  return {
    launch,
    unseen: true,
    message: `EC2 shows no instance of this test so far${why}. Should one appear after all, this lists it: ${findInstancesCommand(region, [launch.token])}`,
  };
}
