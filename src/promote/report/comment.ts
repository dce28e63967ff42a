/** What a promotion has to say in the comment in its pull request. */
import type { CommentOptions } from '../../github/comment/update.ts';
import type { PromotionInputs } from '../inputs/table.ts';
import type { Outcome } from '../promote.ts';

export function commentOf(
  { comment, dryRun, githubToken, copyTo }: PromotionInputs,
  environment: NodeJS.ProcessEnv,
  outcome: Outcome,
): CommentOptions {
  const { region, amiId, copies = [], sharing, parameters = [], gone = [] } = outcome.record;
  const ofCopies = copies.flatMap((copy) =>
    copy.id === undefined ? [] : [{ region: copy.region, id: copy.id }],
  );
  return {
    // A dry run changes nothing, and has nothing to show for it.
    comment: comment && !dryRun,
    githubToken,
    environment,
    regions: copyTo.map((copy) => copy.region),
    images: [{ region, id: amiId }, ...ofCopies].filter(({ id }) => !gone.includes(id)),
    shared: sharing,
    pointers: parameters.map(({ region, name }) => ({ region, name })),
    ...(outcome.ok ? {} : { failure: { title: 'The promotion failed', error: outcome.error } }),
  };
}
