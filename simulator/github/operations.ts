import type { WireMessage } from '../wire/answer.ts';
import * as answers from './answers.ts';
import { jsonAnswer } from './answers.ts';
import type { GitHubToken, IssueComment, PullRequest, Repository } from './model.ts';
import { listAnswer } from './pages.ts';
import { toComment, toPull, toUser } from './shapes.ts';

/** What an operation gets. */
export interface Asked {
  token: GitHubToken;
  /** The repository of the path. */
  repository(): Repository;
  /** A number of the path. */
  number: number;
  query: URLSearchParams;
  /** Of the JSON body. */
  content: Readonly<Record<string, unknown>>;
  /** URL of the API, as the caller reaches it. */
  api: string;
  now: number;
  nextId(): number;
}

export interface Operation {
  /** GitHub's ID of it, in its OpenAPI description. */
  name: string;
  method: string;
  path: RegExp;
  mutating: boolean;
  answer(asked: Asked): WireMessage;
}

const repo = '/(?:repos/(?<owner>[^/]+)/(?<repo>[^/]+)|repositories/(?<repositoryId>\\d+))';
const at = (path: string) => new RegExp(`^${path}$`);

export const operations: readonly Operation[] = [
  {
    name: 'users/get-authenticated',
    method: 'GET',
    path: at('/user'),
    mutating: false,
    answer({ token }) {
      if (token.isInstallation) throw answers.notAccessible();
      return jsonAnswer(200, toUser(token.user));
    },
  },
  {
    name: 'pulls/get',
    method: 'GET',
    path: at(`${repo}/pulls/(?<number>\\d+)`),
    mutating: false,
    answer: (asked) => jsonAnswer(200, toPull(requirePull(asked), asked.repository(), asked.api)),
  },
  {
    name: 'pulls/list',
    method: 'GET',
    path: at(`${repo}/pulls`),
    mutating: false,
    answer: listPulls,
  },
  {
    name: 'issues/list-comments',
    method: 'GET',
    path: at(`${repo}/issues/(?<number>\\d+)/comments`),
    mutating: false,
    answer: listComments,
  },
  {
    name: 'issues/create-comment',
    method: 'POST',
    path: at(`${repo}/issues/(?<number>\\d+)/comments`),
    mutating: true,
    answer: createComment,
  },
  {
    name: 'issues/get-comment',
    method: 'GET',
    path: at(`${repo}/issues/comments/(?<number>\\d+)`),
    mutating: false,
    answer: (asked) => jsonAnswer(200, toComment(requireComment(asked), asked.repository(), asked.api)),
  },
  {
    name: 'issues/update-comment',
    method: 'PATCH',
    path: at(`${repo}/issues/comments/(?<number>\\d+)`),
    mutating: true,
    answer: updateComment,
  },
  {
    name: 'issues/delete-comment',
    method: 'DELETE',
    path: at(`${repo}/issues/comments/(?<number>\\d+)`),
    mutating: true,
    answer: deleteComment,
  },
  { name: 'graphql', method: 'POST', path: at('/graphql'), mutating: false, answer: viewer },
];

/** Open ones unless `state` says otherwise, the newest first. */
function listPulls({ repository, query, api }: Asked): WireMessage {
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const found = [...repository().pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => !head || head === `${pull.headRepository?.split('/')[0]}:${pull.headRef}`)
    .sort((a, b) => b.number - a.number);
  const pulls = found.map((pull) => toPull(pull, repository(), api));
  return listAnswer(pulls, query, `${api}/repositories/${repository().id}/pulls`);
}

/** The oldest first. */
function listComments(asked: Asked): WireMessage {
  const { repository, query, api } = asked;
  const { number } = requirePull(asked);
  const comments = repository()
    .comments.filter(({ issue }) => issue === number)
    .map((comment) => toComment(comment, repository(), api));
  return listAnswer(comments, query, `${api}/repositories/${repository().id}/issues/${number}/comments`);
}

function createComment(asked: Asked): WireMessage {
  const { token, repository, now, api } = asked;
  requireWrite(token);
  const { number: issue } = requirePull(asked);
  const body = requireBody(asked);
  const comment = { id: asked.nextId(), issue, author: token.user, body, createdAt: now, updatedAt: now };
  repository().comments.push(comment);
  return jsonAnswer(201, toComment(comment, repository(), api));
}

/** Whoever may write may change the comments of others too: GitHub docs, "Managing disruptive comments". */
function updateComment(asked: Asked): WireMessage {
  requireWrite(asked.token);
  const comment = requireComment(asked);
  comment.body = requireBody(asked);
  comment.updatedAt = asked.now;
  return jsonAnswer(200, toComment(comment, asked.repository(), asked.api));
}

function deleteComment(asked: Asked): WireMessage {
  requireWrite(asked.token);
  const { comments } = asked.repository();
  comments.splice(comments.indexOf(requireComment(asked)), 1);
  return { status: 204, headers: {}, body: '' };
}

/** GraphQL as far as a token asks who it is. That an installation's login ends in `[bot]` here too is unconfirmed. */
function viewer({ token, content }: Asked): WireMessage {
  const query = String(content['query'] ?? '').replaceAll(/\s+/g, ' ');
  if (/^ ?(query ?\w* ?)?\{ ?viewer ?\{ ?login ?\} ?\} ?$/.test(query)) {
    return jsonAnswer(200, { data: { viewer: { login: token.user.login } } });
  }
  return jsonAnswer(200, { errors: [{ message: `The simulator does not simulate this query: ${query}` }] });
}

function requireWrite({ pullRequests }: GitHubToken): void {
  if (pullRequests !== 'write') throw answers.notAccessible();
}

function requirePull({ repository, number }: Asked): PullRequest {
  const pull = repository().pulls.get(number);
  if (!pull) throw answers.notFound();
  return pull;
}

function requireComment({ repository, number }: Asked): IssueComment {
  const comment = repository().comments.find(({ id }) => id === number);
  if (!comment) throw answers.notFound();
  return comment;
}

function requireBody({ content }: Asked): string {
  const body = content['body'];
  if (typeof body !== 'string' || body.trim() === '') throw answers.bodyMissing();
  if (body.length > 65_536) throw answers.bodyTooLong();
  return body;
}
