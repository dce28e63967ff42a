/** What the post steps of the actions share that distribute images. */

import type { Aws } from '../aws/access.ts';
import { accountLimits, callersAccount } from '../aws/account.ts';
import { findImagesCommand, findSnapshotsCommand, removeImageCommand } from '../aws/cli.ts';
import type { Log } from '../base/log.ts';
import { timeLimit } from '../base/time-limit.ts';
import type { PostStep } from '../github/post-step.ts';
import { type Budget, TimeIsOverError } from '../image/remove/removal.ts';
import { afterwards, budgetOf, cancelled } from './clean-up.ts';

/** What a saved state knows of the images. */
interface Whereabouts {
  accountId?: string;
  region: string;
  key: string;
  /** Of the image that the run itself made. */
  amiId?: string;
  copies?: readonly { region: string; amiId?: string }[];
}

/**
 * A post step that is told to end has as many seconds as a cancelled main step.
 * @param work ends when the signal is aborted
 */
export async function withinTheTimeLeft<T>(
  step: Pick<PostStep<never>, 'cancelled' | 'clock' | 'log'>,
  work: (signal: AbortSignal, budget: Budget) => Promise<T>,
): Promise<T> {
  const { cancelled: from, clock, log } = step;
  const budget = budgetOf(afterwards, clock);
  const { budgetSeconds: seconds } = cancelled;
  const reason = () => new TimeIsOverError('the time of the clean-up is over');
  const onBegin = () => {
    log.info(`This step is being cancelled: ${seconds} seconds are left for the clean-up.`);
    const hurried = budgetOf(cancelled, clock);
    Object.assign(budget, hurried, { until: Math.min(budget.until, hurried.until) });
  };
  const { signal, stop } = timeLimit({ clock, seconds, from, onBegin, reason });
  try {
    return await work(signal, budget);
  } finally {
    stop();
  }
}

/**
 * A later step may have switched to credentials of another account: nothing of this bake would show there.
 * @returns false when the account is right, or cannot be asked for
 */
export async function isOtherAccount(
  aws: Aws,
  state: Whereabouts,
  action: 'bake' | 'promotion',
  log: Log,
  signal: AbortSignal,
): Promise<boolean> {
  const { accountId, region, key, amiId } = state;
  if (accountId === undefined) return false;
  const account = await callersAccount(aws, { signal, ...accountLimits }).catch(() => undefined);
  if (account === undefined || account === accountId) return false;
  const commands = [
    ...(amiId === undefined ? [] : [removeImageCommand(region, amiId)]),
    ...(action === 'bake' ? [findImagesCommand(region, key), findSnapshotsCommand(region, key)] : []),
    ...(state.copies ?? []).map((copy) =>
      copy.amiId === undefined
        ? findImagesCommand(copy.region, key)
        : removeImageCommand(copy.region, copy.amiId),
    ),
  ];
  log.warning(
    `The image of this ${action} is in account ${accountId}, and the credentials are of account ${account} by now: nothing was cleaned up. You pay for what is left in ${region} until it is removed. With credentials of account ${accountId}: ${commands.join('; ')}`,
    'Left behind',
  );
  return true;
}
