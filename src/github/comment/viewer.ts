import { graphqlUrl, type Octokit } from '../octokit.ts';

/** Whom GITHUB_TOKEN belongs to. */
const actionsBot = 'github-actions[bot]';

/**
 * The login of the token's own user. GITHUB_TOKEN may not ask `GET /user` (actions/create-github-app-token#258); GraphQL
 * answers tokens of people and of apps, the latter with `[bot]` (fullsend-ai/fullsend#1953).
 * @returns that of GITHUB_TOKEN where GraphQL does not tell
 */
export async function ownLogin(octokit: Octokit, environment: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { data } = await octokit.request(`POST ${graphqlUrl(environment)}`, {
      query: '{ viewer { login } }',
    });
    const login: unknown = data?.data?.viewer?.login;
    return typeof login === 'string' && login !== '' ? login : actionsBot;
  } catch {
    // Where GitHub does not answer at all, the next request says so.
    return actionsBot;
  }
}
