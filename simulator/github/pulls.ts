import type { WireMessage } from '../wire/answer.ts';
import { jsonAnswer, notFound } from './answers.ts';
import type { Asked } from './asked.ts';
import type { PullRequest } from './model.ts';
import { listAnswer } from './pages.ts';
import { toPull } from './shapes.ts';

export function getPull(asked: Asked): WireMessage {
  return jsonAnswer(200, toPull(requirePull(asked), asked.repository(), asked.api));
}

/** Open ones unless `state` says otherwise, the newest first. */
export function listPulls({ repository, query, api }: Asked): WireMessage {
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const found = [...repository().pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => !head || head === `${pull.headRepository?.split('/')[0]}:${pull.headRef}`)
    .sort((a, b) => b.number - a.number);
  const pulls = found.map((pull) => toPull(pull, repository(), api));
  return listAnswer(pulls, query, `${api}/repositories/${repository().id}/pulls`);
}

/** The pull request whose number is in the path. */
export function requirePull({ repository, number }: Asked): PullRequest {
  const pull = repository().pulls.get(number);
  if (!pull) throw notFound();
  return pull;
}
