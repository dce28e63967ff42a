/** Keeps the one comment of a family in a pull request: made once, found again, updated. */
import type { Clock } from '../../base/clock.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import type { Octokit } from '../octokit.ts';
import { isNewer, type Marker, markerOf } from './marker.ts';

/** Where comments are, and whose they have to be. */
export interface Place {
  octokit: Octokit;
  /** Whom the token belongs to: anybody can write a marker. */
  login: string;
  workflow: WorkflowContext;
  pullRequest: number;
}

export interface Writing extends Place {
  /** What the body begins with. */
  marker: Marker;
  body: string;
  clock: Clock;
  signal: AbortSignal;
}

export type Written = 'made' | 'updated' | 'unchanged' | 'newer';

/** A change is not repeated blindly: after a lost answer the comment may be there. */
const pausesSeconds = [1, 2];

/**
 * @returns `newer` where a newer run has written the comment, which then stays as it is
 * @throws what GitHub refuses, and what does not pass
 */
export async function writeComment(writing: Writing): Promise<Written> {
  for (const seconds of pausesSeconds) {
    try {
      return await write(writing);
    } catch (error) {
      writing.signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      await writing.clock.sleep(seconds * 1000, writing.signal);
    }
  }
  return write(writing);
}

/** Octokit gives 500 to what got no answer. Requests that only read have been repeated already. */
function isPassing(error: unknown): boolean {
  if (!isRequestError(error)) return false;
  return error.status >= 500 && error.request?.method !== 'GET';
}

/** Octokit's RequestError: an `instanceof` would load it at each start. */
function isRequestError(error: unknown): error is Error & { status: number; request?: { method?: string } } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

async function write(writing: Writing): Promise<Written> {
  const found = await ofFamily(writing);
  if (found.length > 0) return update(writing, found);
  await create(writing);
  // Another step may have made one at the same time: the older one stays.
  const all = await ofFamily(writing);
  if (all.length > 1) await update(writing, all);
  return 'made';
}

async function create({ octokit, workflow, pullRequest, body }: Writing): Promise<void> {
  const { owner, repo } = workflow;
  await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
}

/** @param comments the oldest first, at least one */
async function update(writing: Writing, [oldest, ...younger]: readonly OwnComment[]): Promise<Written> {
  if (oldest === undefined) return 'unchanged';
  const { octokit, workflow, marker, body } = writing;
  const { owner, repo } = workflow;
  const newer = [oldest, ...younger].some((comment) => isNewer(comment.marker, marker));
  const changes = !newer && oldest.body !== body;
  if (changes) await octokit.rest.issues.updateComment({ owner, repo, comment_id: oldest.id, body });
  for (const comment of younger) {
    if (!isNewer(comment.marker, marker)) await remove(writing, comment);
  }
  if (newer) return 'newer';
  return changes ? 'updated' : 'unchanged';
}

/** The step that lost the race may remove it as well. */
async function remove({ octokit, workflow }: Writing, { id }: OwnComment): Promise<void> {
  const { owner, repo } = workflow;
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch((error: unknown) => {
    if (!isRequestError(error) || error.status !== 404) throw error;
  });
}

export interface OwnComment {
  id: number;
  body: string;
  marker: Marker;
}

/** Those of this family, the oldest first. */
async function ofFamily(writing: Writing): Promise<OwnComment[]> {
  const comments = await ownComments(writing);
  return comments.filter(({ marker }) => marker.family === writing.marker.family);
}

/** Those that bear a marker and that the token's own user has written, the oldest first. */
export async function ownComments(place: Place): Promise<OwnComment[]> {
  const comments: OwnComment[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, headers } = await list(place, page);
    comments.push(...data.flatMap((comment) => ownComment(comment, place)));
    if (data.length < pageSize && !headers.link?.includes('rel="next"')) break;
  }
  return comments.sort((a, b) => a.id - b.id);
}

const pageSize = 100;
/** GitHub takes 2,500 comments for an issue ("Commenting is disabled on issues with more than 2500 comments"). */
const mostPages = 100;

function list({ octokit, workflow, pullRequest }: Place, page: number) {
  const { owner, repo } = workflow;
  return octokit.rest.issues.listComments({
    owner,
    repo,
    issue_number: pullRequest,
    per_page: pageSize,
    page,
  });
}

function ownComment(
  { id, body = '', user }: { id: number; body?: string | undefined; user: { login: string } | null },
  { login }: Place,
): OwnComment[] {
  const marker = user?.login === login ? markerOf(body) : undefined;
  return marker === undefined ? [] : [{ id, body, marker }];
}
