/** Who a token belongs to. */
import type { WireMessage } from '../wire/answer.ts';
import { jsonAnswer, notAccessible } from './answers.ts';
import type { Asked } from './asked.ts';
import { toUser } from './shapes.ts';

/** GITHUB_TOKEN may not ask: actions/create-github-app-token#258. */
export function getUser({ token }: Asked): WireMessage {
  if (token.isInstallation) throw notAccessible();
  return jsonAnswer(200, toUser(token.user));
}

/** GraphQL as far as a token asks who it is. That an installation's login ends in `[bot]` here too is unconfirmed. */
export function viewer({ token, content }: Asked): WireMessage {
  const query = String(content['query'] ?? '').replaceAll(/\s+/g, ' ');
  if (/^ ?(query ?\w* ?)?\{ ?viewer ?\{ ?login ?\} ?\} ?$/.test(query)) {
    return jsonAnswer(200, { data: { viewer: { login: token.user.login } } });
  }
  return jsonAnswer(200, { errors: [{ message: `The simulator does not simulate this query: ${query}` }] });
}
