/** What a test has to say in the comment in its pull request. */
import type { CommentOptions } from '../../github/comment/update.ts';
import type { TrialInputs } from '../inputs/table.ts';
import type { Outcome } from '../trial.ts';

export function commentOf(
  { comment, dryRun, githubToken }: TrialInputs,
  environment: NodeJS.ProcessEnv,
  outcome: Outcome,
): CommentOptions {
  const { region, imageId, verdict, bootSeconds, consoleTail } = outcome.record;
  return {
    // A dry run changes nothing, and has nothing to show for it.
    comment: comment && !dryRun,
    githubToken,
    environment,
    images: [{ region, id: imageId }],
    test: verdict && {
      imageId,
      judgement: verdict.judgement,
      reason: verdict.reason,
      bootSeconds,
      consoleTail,
    },
    ...(outcome.ok ? {} : { failure: { title: 'The test failed', error: outcome.error } }),
  };
}
