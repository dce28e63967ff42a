/** Which pull requests of this repository are closed. */
import { describeError } from './describe-error.ts';
import { type OctokitOptions, octokitOf } from './octokit.ts';

export interface PullRequestOptions extends OctokitOptions {
  owner: string;
  repo: string;
  /** Told of each pull request that GitHub did not answer for. */
  onTrouble: (message: string) => void;
}

/** At most so many that GitHub does not answer for: then it is asked no more. */
const mostFailures = 5;

/**
 * Whatever GitHub does not clearly call closed counts as open: a call that fails, a number that it does not know.
 * @throws the signal's reason alone
 */
export async function closedAmong(
  numbers: readonly number[],
  options: PullRequestOptions,
): Promise<ReadonlySet<number>> {
  const { owner, repo, signal, onTrouble } = options;
  const closed = new Set<number>();
  if (numbers.length === 0) return closed;
  let failures = 0;
  const octokit = await octokitOf(options);
  for (const pull_number of numbers) {
    if (failures >= mostFailures) {
      onTrouble('GitHub keeps failing: the other pull requests count as open');
      break;
    }
    try {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
      if (data.state === 'closed' && data.number === pull_number) closed.add(pull_number);
    } catch (error) {
      signal.throwIfAborted();
      failures += 1;
      onTrouble(
        `GitHub did not say whether pull request ${pull_number} is closed (${describeError(error)}): it counts as open`,
      );
    }
  }
  return closed;
}
