/** How every post step runs: it finishes what the main step could not, and never fails the job. */
import { randomBytes } from 'node:crypto';
import { type Aws, awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { timeLimit } from '../base/time-limit.ts';
import { newClaim, postSuffix } from '../image/ownership.ts';
import { cancellationOfPost } from './cancellation.ts';
import { createLog } from './log.ts';
import { roleOf } from './role.ts';
import type { Saved, State } from './saved-state.ts';

export interface PostStep<S extends State = State> {
  /** What the main step has left. */
  saved: Saved<S>;
  /** Of this process. */
  claim: string;
  /** Aborted when the post step is told to end. */
  cancelled: AbortSignal;
  clock: Clock;
  log: Log;
  /** With the role that the main step assumed, where it did. */
  aws: () => Aws;
}

/** What every state tells: the Region and the role to work with. */
interface Where extends State {
  region: string;
  roleToAssume?: string;
}

/**
 * @param readState reads what the main step has left from the step's environment
 * @param finish does the work; what it throws is a warning
 */
export async function runPostStep<S extends Where>(
  readState: (environment: NodeJS.ProcessEnv) => Saved<S>,
  finish: (step: PostStep<S>) => Promise<unknown>,
): Promise<void> {
  const log = createLog();
  const cancelled = cancellationOfPost(process);
  const clock = systemClock;
  try {
    const environment = process.env;
    const saved = readState(environment);
    const { region = '', roleToAssume } = saved.state ?? {};
    const role = roleOf(roleToAssume, environment, log);
    const unique = `${randomBytes(6).toString('hex')}${postSuffix}`;
    const claim = newClaim(environment['GITHUB_RUN_ATTEMPT'] ?? '1', unique);
    const onTrouble = (message: string) => log.info(message);
    const aws = () => awsAccess({ region, environment, clock, random: Math.random, role, onTrouble });
    await finish({ saved, claim, cancelled, clock, log, aws });
  } catch (error) {
    log.warning(`The clean-up did not finish: ${messageOf(error)}`, 'Clean-up');
  } finally {
    closeConnections();
  }
}

/** How a post step hurries when it is told to end. */
export interface Hurry {
  /** How many it has left then. */
  seconds: number;
  /** Called when it is told to end. */
  onBegin: () => void;
  /** What the work's signal is aborted with when they are over. */
  reason: () => unknown;
}

/** @param work ends when the signal is aborted */
export async function hurriedWhenTold<T>(
  { cancelled, clock, log }: Pick<PostStep, 'cancelled' | 'clock' | 'log'>,
  { seconds, onBegin, reason }: Hurry,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const begin = () => {
    log.info(`This step is being cancelled: ${seconds} seconds are left for the clean-up.`);
    onBegin();
  };
  const { signal, stop } = timeLimit({ clock, seconds, from: cancelled, onBegin: begin, reason });
  try {
    return await work(signal);
  } finally {
    stop();
  }
}
