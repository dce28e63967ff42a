/** What the post steps of the actions share that distribute images. */
import { otherAccount } from '../aws/account.ts';
import { findImagesCommand, findSnapshotsCommand, removeImageCommand } from '../aws/cli.ts';
import type { Log } from '../base/log.ts';
import { hurriedWhenTold, type PostStep } from '../github/post-step.ts';
import { type Budget, TimeIsOverError } from '../image/remove/removal.ts';
import {
  afterwards,
  budgetOf,
  type CleanupOptions,
  type CleanupReport,
  cancelled,
  cleanUp,
  warnOfRemnants,
} from './clean-up.ts';

/** What a saved state knows of the images. */
interface Whereabouts {
  accountId?: string;
  region: string;
  key: string;
  /** Of the image that the run itself made. */
  amiId?: string;
  copies?: readonly { region: string; amiId?: string }[];
}

/** What the post step of an action says and knows of its own. */
interface Particulars extends Pick<CleanupOptions, 'places' | 'claimsBefore' | 'expectedSnapshots'> {
  action: 'bake' | 'promotion';
  /** Completes "Cleaned up: ". */
  nothingLeft: string;
}

/** Finishes what the main step could not. @returns undefined when nothing could be cleaned up here */
export async function finishFor(
  step: Pick<PostStep, 'cancelled' | 'clock' | 'log' | 'claim' | 'aws'>,
  state: Whereabouts & { onFailure: CleanupOptions['onFailure']; claim?: string },
  { action, nothingLeft, ...particulars }: Particulars,
): Promise<CleanupReport | undefined> {
  const { clock, log, claim } = step;
  return withinTheTimeLeft(step, async (signal, budget) => {
    const aws = step.aws();
    const account = await otherAccount(aws, state.accountId, signal);
    if (account !== undefined) return warnOfAccount(account, state, action, log);
    const { onFailure, key, claim: ofMain } = state;
    const options = {
      ...particulars,
      onFailure,
      key,
      claim,
      from: { claim: ofMain },
      haste: afterwards,
      budget,
    };
    const report = await cleanUp({ aws, clock, log, signal }, options);
    warnOfRemnants(log, report);
    if (report.done && report.kept.length === 0 && report.unknown.length === 0)
      log.info(`Cleaned up: ${nothingLeft}`);
    return report;
  });
}

/** A post step that is told to end has as many seconds as a cancelled main step. */
export async function withinTheTimeLeft<T>(
  step: Pick<PostStep, 'cancelled' | 'clock' | 'log'>,
  work: (signal: AbortSignal, budget: Budget) => Promise<T>,
): Promise<T> {
  const { clock } = step;
  const budget = budgetOf(afterwards, clock);
  const onBegin = () => {
    const hurried = budgetOf(cancelled, clock);
    Object.assign(budget, hurried, { until: Math.min(budget.until, hurried.until) });
  };
  const reason = () => new TimeIsOverError('the time of the clean-up is over');
  const hurry = { seconds: cancelled.budgetSeconds, onBegin, reason };
  return hurriedWhenTold(step, hurry, (signal) => work(signal, budget));
}

function warnOfAccount(
  account: string,
  { accountId, region, key, amiId, copies = [] }: Whereabouts,
  action: Particulars['action'],
  log: Log,
): undefined {
  const commands = [
    ...(amiId === undefined ? [] : [removeImageCommand(region, amiId)]),
    ...(action === 'bake' ? [findImagesCommand(region, key), findSnapshotsCommand(region, key)] : []),
    ...copies.map((copy) =>
      copy.amiId === undefined
        ? findImagesCommand(copy.region, key)
        : removeImageCommand(copy.region, copy.amiId),
    ),
  ];
  log.warning(
    `The image of this ${action} is in account ${accountId}, and the credentials are of account ${account} by now: nothing was cleaned up. You pay for what is left in ${region} until it is removed. With credentials of account ${accountId}: ${commands.join('; ')}`,
    'Left behind',
  );
}
