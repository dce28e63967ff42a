/** What a simulated GitHub holds: repositories with pull requests and their comments, and tokens. */

export interface GitHubUser {
  login: string;
  type: 'User' | 'Bot';
}

/** Whom GITHUB_TOKEN acts as. */
export const actionsBot: GitHubUser = { login: 'github-actions[bot]', type: 'Bot' };

export interface Repository {
  id: number;
  /** `owner/name` */
  fullName: string;
  pulls: Map<number, PullRequest>;
  /** Of all its pull requests, in the order of their IDs. */
  comments: IssueComment[];
}

/** Times are in milliseconds since the epoch. */
export interface PullRequest {
  number: number;
  title: string;
  state: 'open' | 'closed';
  author: GitHubUser;
  headRef: string;
  headSha: string;
  /** `owner/name` of the fork or the repository itself; null when it is deleted. */
  headRepository: string | null;
  baseRef: string;
  createdAt: number;
  closedAt: number | null;
  mergedAt: number | null;
}

export interface IssueComment {
  id: number;
  /** The number of its pull request. */
  issue: number;
  author: GitHubUser;
  body: string;
  createdAt: number;
  updatedAt: number;
}

export interface GitHubToken {
  user: GitHubUser;
  /** Of a GitHub App, as GITHUB_TOKEN is: it may not ask who it is by `GET /user`. */
  isInstallation: boolean;
  /** What a workflow's `permissions: pull-requests:` gives it. */
  pullRequests: 'write' | 'read' | 'none';
}
