/** What `retire` has to say in the comment in its pull request: which of its images are gone. */
import type { CommentOptions } from '../../github/comment/update.ts';
import { factsOf, isOfPullRequest } from '../../image/of-pull-request.ts';
import type { RetireRun } from '../record.ts';
import type { Outcome } from '../retire.ts';

export function commentOf({ inputs, environment, workflow }: RetireRun, outcome: Outcome): CommentOptions {
  const { comment, dryRun, githubToken, regions } = inputs;
  const { judged = [], removed } = outcome.record;
  const gone = judged.filter(
    ({ image }) => removed.includes(image.id) && isOfPullRequest(workflow, image.image),
  );
  return {
    // A dry run changes nothing, and has nothing to show for it.
    comment: comment && !dryRun,
    githubToken,
    environment,
    regions,
    removed: gone.map(({ image }) => factsOf(image.region, image.image)),
    ...(outcome.ok ? {} : { failure: { title: 'Retiring failed', error: outcome.error } }),
  };
}
