import type { GitHubToken, Repository } from './model.ts';

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
