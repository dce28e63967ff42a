/** What the workflow run tells about itself, read once from the runner's environment and the event's payload. */
export interface WorkflowContext {
  owner: string;
  /** The repository's name without its owner. */
  repo: string;
  /** Branch or tag name; `pr-N` in pull requests. */
  ref: string;
  /** The branch: the one pushed, or the pull request's head branch. */
  branch: string | undefined;
  tag: string | undefined;
  /** Number of the pull request. */
  pr: number | undefined;
  /** The commit; in pull requests the head commit, not the merge commit. 40 hex digits, or 64 with SHA-256. */
  sha: string;
  /** The branch that the pull request, or the merge group, wants to go into. */
  baseRef: string | undefined;
  runId: string;
  runNumber: string;
  runAttempt: string;
  workflow: string;
  job: string;
  /** The step: `GITHUB_ACTION`. */
  step: string;
  event: string;
  actor: string;
  /** e.g. `https://github.com` */
  serverUrl: string;
  /** Address of this attempt of the workflow run. */
  runUrl: string;
}

/** The workflow run has been attempted before: something of it may be there. */
export function isLaterAttempt({ runAttempt }: Pick<WorkflowContext, 'runAttempt'>): boolean {
  return runAttempt !== '1';
}
