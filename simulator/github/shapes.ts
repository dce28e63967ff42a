/** What the REST API says of a pull request and of a comment: GitHub's OpenAPI description, as far as anybody asks. */
import type { GitHubUser, IssueComment, PullRequest, Repository } from './model.ts';

/** @param api URL of the API */
export function toPull(pull: PullRequest, { fullName }: Repository, api: string): object {
  const { number, title, state, headRef, headSha, headRepository, baseRef } = pull;
  return {
    url: `${api}/repos/${fullName}/pulls/${number}`,
    id: 1_000_000 + number,
    html_url: `https://github.com/${fullName}/pull/${number}`,
    number,
    state,
    locked: false,
    title,
    user: toUser(pull.author),
    created_at: toTime(pull.createdAt),
    updated_at: toTime(pull.closedAt ?? pull.createdAt),
    closed_at: pull.closedAt === null ? null : toTime(pull.closedAt),
    merged_at: pull.mergedAt === null ? null : toTime(pull.mergedAt),
    draft: false,
    head: {
      ref: headRef,
      sha: headSha,
      repo: headRepository === null ? null : { full_name: headRepository },
    },
    base: { ref: baseRef, repo: { full_name: fullName } },
  };
}

/** @param api URL of the API */
export function toComment(comment: IssueComment, { fullName }: Repository, api: string): object {
  const { id, issue, body, author } = comment;
  return {
    url: `${api}/repos/${fullName}/issues/comments/${id}`,
    html_url: `https://github.com/${fullName}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${api}/repos/${fullName}/issues/${issue}`,
    id,
    user: toUser(author),
    created_at: toTime(comment.createdAt),
    updated_at: toTime(comment.updatedAt),
    author_association: author.type === 'Bot' ? 'NONE' : 'MEMBER',
    body,
  };
}

export function toUser({ login, type }: GitHubUser): object {
  return { login, type, html_url: `https://github.com/${login}` };
}

/** Whole seconds, in UTC. */
function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
