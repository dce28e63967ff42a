import type { WireMessage } from '../wire/answer.ts';
import type { Asked } from './asked.ts';
import { createComment, deleteComment, getComment, listComments, updateComment } from './comments.ts';
import { getPull, listPulls } from './pulls.ts';
import { getUser, viewer } from './viewer.ts';

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
    answer: getUser,
  },
  {
    name: 'pulls/get',
    method: 'GET',
    path: at(`${repo}/pulls/(?<number>\\d+)`),
    mutating: false,
    answer: getPull,
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
    answer: getComment,
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
