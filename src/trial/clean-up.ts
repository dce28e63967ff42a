/** The story of the post step: ends what the main step could not. In container jobs main may still be running. */
import { otherAccount } from '../aws/account.ts';
import { findInstancesCommand } from '../aws/cli.ts';
import { CancelledError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { hurriedWhenTold, type PostStep } from '../github/post-step.ts';
import { afterwards, cancelled, endLaunches, type Leftover } from './end.ts';
import type { TrialState } from './state.ts';

type Step = Pick<PostStep<TrialState>, 'saved' | 'cancelled' | 'clock' | 'log' | 'aws'>;

/** @returns what is left; undefined when there was nothing to end */
export async function postTrial(step: Step): Promise<readonly Leftover[] | undefined> {
  const { saved, log, clock } = step;
  const { state } = saved;
  if (state === undefined) {
    log.info(
      `Nothing to clean up: ${saved.reason}. Should the main step still be running, it notices that this step has begun, and ends what it launches.`,
    );
    return undefined;
  }
  if (state.open.length === 0) {
    log.info('Nothing to clean up: the main step ended its test instance.');
    return undefined;
  }
  log.info(`The main step ended before its test instance did (${state.open.map(nameOf).join(', ')}).`);
  const budget = { until: clock.now() + afterwards.budgetSeconds * 1000 };
  // A post step that is told to end has as many seconds as a cancelled main step.
  const { budgetSeconds: seconds } = cancelled;
  const onBegin = () => {
    budget.until = Math.min(budget.until, clock.now() + seconds * 1000);
  };
  const reason = () => new CancelledError('The time of the clean-up is over');
  const aws = step.aws();
  return hurriedWhenTold(step, { seconds, onBegin, reason }, async (signal) => {
    const account = await otherAccount(aws, state.accountId, signal);
    if (account !== undefined) return warnOfAccount(account, state, log);
    const run = { aws, clock, log, signal, region: state.region, budget };
    const leftovers = await endLaunches(run, state.open, afterwards, () => undefined);
    report(leftovers, state, log);
    return leftovers;
  });
}

function nameOf({ instanceId }: TrialState['open'][number]): string {
  return instanceId ?? 'an instance that EC2 was asked for';
}

function report(leftovers: readonly Leftover[], { expires }: TrialState, log: Log): void {
  const timer = `It is set to power itself off by ${expires}.`;
  for (const { message, unseen } of leftovers) {
    if (unseen) log.info(`${message}. ${timer}`);
    else log.warning(`${message}. ${timer}`, 'Left behind');
  }
  if (leftovers.length === 0) log.info('Cleaned up: nothing of this test is left.');
}

function warnOfAccount(
  account: string,
  { accountId, region, open, expires }: TrialState,
  log: Log,
): undefined {
  const tokens = open.map(({ token }) => token);
  log.warning(
    `The test instance is in account ${accountId}, and the credentials are of account ${account} by now: nothing was ended. It is set to power itself off by ${expires}. With credentials of account ${accountId}: ${findInstancesCommand(region, tokens)}`,
    'Left behind',
  );
}
