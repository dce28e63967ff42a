import type { WireMessage } from '../wire/answer.ts';
import { bodyMissing, bodyTooLong, jsonAnswer, notAccessible, notFound } from './answers.ts';
import type { Asked } from './asked.ts';
import type { GitHubToken, IssueComment } from './model.ts';
import { listAnswer } from './pages.ts';
import { requirePull } from './pulls.ts';
import { toComment } from './shapes.ts';

export function getComment(asked: Asked): WireMessage {
  return jsonAnswer(200, toComment(requireComment(asked), asked.repository(), asked.api));
}

/** The oldest first. */
export function listComments(asked: Asked): WireMessage {
  const { repository, query, api } = asked;
  const { number } = requirePull(asked);
  const comments = repository()
    .comments.filter(({ issue }) => issue === number)
    .map((comment) => toComment(comment, repository(), api));
  return listAnswer(comments, query, `${api}/repositories/${repository().id}/issues/${number}/comments`);
}

export function createComment(asked: Asked): WireMessage {
  const { token, repository, now, api } = asked;
  requireWrite(token);
  const { number: issue } = requirePull(asked);
  const body = requireBody(asked);
  const comment = { id: asked.nextId(), issue, author: token.user, body, createdAt: now, updatedAt: now };
  repository().comments.push(comment);
  return jsonAnswer(201, toComment(comment, repository(), api));
}

/** Whoever may write may change the comments of others too: GitHub docs, "Managing disruptive comments". */
export function updateComment(asked: Asked): WireMessage {
  requireWrite(asked.token);
  const comment = requireComment(asked);
  comment.body = requireBody(asked);
  comment.updatedAt = asked.now;
  return jsonAnswer(200, toComment(comment, asked.repository(), asked.api));
}

export function deleteComment(asked: Asked): WireMessage {
  requireWrite(asked.token);
  const { comments } = asked.repository();
  comments.splice(comments.indexOf(requireComment(asked)), 1);
  return { status: 204, headers: {}, body: '' };
}

function requireWrite({ pullRequests }: GitHubToken): void {
  if (pullRequests !== 'write') throw notAccessible();
}

function requireComment({ repository, number }: Asked): IssueComment {
  const comment = repository().comments.find(({ id }) => id === number);
  if (!comment) throw notFound();
  return comment;
}

function requireBody({ content }: Asked): string {
  const body = content['body'];
  if (typeof body !== 'string' || body.trim() === '') throw bodyMissing();
  if (body.length > 65_536) throw bodyTooLong();
  return body;
}
