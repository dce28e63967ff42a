/** Keeps one comment for each family of images in the pull request up to date. It never fails the step. */
import { messageOf } from '../../base/errors.ts';
import { withinLimit } from '../../base/time-limit.ts';
import {
  type ImageFacts,
  type ImageId,
  imagesOfPullRequest,
  type Seen,
} from '../../image/of-pull-request.ts';
import type { Run } from '../../run/run.ts';
import { octokitOf } from '../octokit.ts';
import {
  type CommentFacts,
  commentBody,
  type Pointer,
  type Shared,
  type ShownImage,
  type TestFacts,
} from './body.ts';
import { ownLogin } from './viewer.ts';
import { ownComments, type Place, type Written, writeComment } from './write.ts';

/** What the step knows. All else is asked of EC2, and nothing is read back from the comment. */
export interface CommentOptions {
  /** The input `comment`. */
  readonly comment: boolean;
  /** The input `github-token`. */
  readonly githubToken: string;
  /** Of the step: where GitHub is. */
  readonly environment: NodeJS.ProcessEnv;
  /** Of the images; undefined: as the tags of the step's images say. */
  readonly family?: string | undefined;
  /** Where else than in the home Region there may be images of the pull request. */
  readonly regions?: readonly string[] | undefined;
  /** Those that the step is about. */
  readonly images?: readonly ImageId[] | undefined;
  readonly shared?: Shared | undefined;
  readonly pointers?: readonly Pointer[] | undefined;
  readonly test?: TestFacts | undefined;
  /** Those that the step has removed, as they were before. */
  readonly removed?: readonly ImageFacts[] | undefined;
  readonly failure?: CommentFacts['failure'];
  /** In place of the network. */
  readonly fetch?: typeof fetch;
}

/** Whoever waits for the step waits no longer than this for its comment. */
const limitSeconds = 20;

/**
 * Writes the comments that the step has something to say in: at its end, whether it went well or not. Outside of a pull
 * request, and where nothing is asked for, nobody is called.
 */
export async function updateComment(run: Run, options: CommentOptions): Promise<void> {
  const { log, workflow, signal, clock } = run;
  if (!options.comment) return;
  if (workflow.pr === undefined) return log.info('No comment: this run is not of a pull request.');
  if (signal.aborted) return log.info('No comment: the step was cancelled.');
  if (options.githubToken === '') return warn(run, 'the input `github-token` is empty');
  try {
    const reason = () => new Error(`GitHub and EC2 did not answer within ${limitSeconds} seconds`);
    await withinLimit(signal, { clock, seconds: limitSeconds, reason }, (limited) =>
      comment({ ...run, signal: limited }, options, workflow.pr ?? 0),
    );
  } catch (error) {
    warn(run, problemOf(error));
  }
}

function warn({ log, workflow }: Run, problem: string): void {
  log.warning(`The comment in pull request ${workflow.pr} could not be written: ${problem}.`, 'Comment');
}

async function comment(run: Run, options: CommentOptions, pullRequest: number): Promise<void> {
  const { workflow, clock, signal, log } = run;
  if (!hasToTell(options)) return log.info('No comment: there is nothing of this pull request to tell.');
  const { githubToken: token, environment, fetch } = options;
  const octokit = await octokitOf({ token, environment, signal, clock, ...(fetch && { fetch }) });
  const login = await ownLogin(octokit, environment);
  const place = { octokit, login, workflow, pullRequest };
  for (const { marker, body } of await bodies(run, options, place)) {
    const written = await writeComment({ ...place, marker, body, clock, signal });
    log.info(`Comment in pull request ${pullRequest}, family ${marker.family}: ${words[written]}`);
  }
}

function hasToTell({ family, failure, images = [], removed = [] }: CommentOptions): boolean {
  return family !== undefined || failure !== undefined || images.length + removed.length > 0;
}

/** What each of the families' comments is to say. */
async function bodies(run: Run, options: CommentOptions, place: Place) {
  const { images = [], removed = [], pointers = [] } = options;
  const { runId, runAttempt } = run.workflow;
  const comments = await ownComments(place);
  const regions = [
    run.region,
    ...(options.regions ?? []),
    ...comments.flatMap(({ marker }) => marker.regions),
  ];
  const seen = await imagesOfPullRequest(run, { regions, ids: images });
  const shown = shownImages(run, seen, options);
  const own = new Set([...images, ...removed].map(({ id }) => id));
  return familiesOf(run, shown, own, options).map((family) => {
    const ofFamily = shown.filter((image) => familyOf(run, image, own, options.family) === family);
    const marker = { family, runId, runAttempt, regions: regionsOf(ofFamily, seen) };
    const facts = { ...options, marker, workflow: run.workflow, own, pointers, images: ofFamily };
    return { marker, body: commentBody({ ...facts, unseen: seen.unseen }) };
  });
}

/** Where a later step finds them; a Region that could not be asked this time may have some. */
function regionsOf(images: readonly ShownImage[], { unseen }: Seen): string[] {
  const there = images.filter(({ removedAt }) => removedAt === undefined);
  return [...new Set([...there, ...unseen].map(({ region }) => region))];
}

const words: Readonly<Record<Written, string>> = {
  made: 'made',
  updated: 'updated',
  unchanged: 'it says all this already',
  newer: 'left alone, a newer run has written it',
};

/** Those of the step first, then the newest first; of the step's own that of the home Region first. */
function shownImages(run: Run, seen: Seen, { images = [], removed = [] }: CommentOptions): ShownImage[] {
  const now = run.clock.now();
  const gone = removed.map((image) => ({ ...image, removedAt: now }));
  const there = seen.images.filter(({ id }) => !gone.some((image) => image.id === id));
  const missing = images
    .filter(({ id }) => ![...gone, ...there].some((image) => image.id === id))
    .map((image) => ({ ...nothingKnown, ...image, createdAt: now, unknown: whyUnknown(image, seen) }));
  const rank = ({ id, region }: ShownImage) => {
    if (![...images, ...removed].some((image) => image.id === id)) return 2;
    return region === run.region ? 0 : 1;
  };
  return [...missing, ...gone, ...there].sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}

const nothingKnown = {
  name: '',
  state: '',
  sizeGiB: undefined,
  family: undefined,
  tested: undefined,
  public: false,
};

function whyUnknown({ region }: ImageId, { unseen }: Seen): string {
  return unseen.some((each) => each.region === region) ? 'not known' : 'EC2 shows no image of this account';
}

function familyOf({ workflow }: Run, image: ShownImage, own: ReadonlySet<string>, family?: string): string {
  return (own.has(image.id) ? family : undefined) ?? image.family ?? workflow.repo;
}

/** Those that the step is about. What fails before there is an image is about the repository's own. */
function familiesOf(
  run: Run,
  shown: readonly ShownImage[],
  own: ReadonlySet<string>,
  { family, failure }: CommentOptions,
): string[] {
  if (family !== undefined) return [family];
  const families = shown.filter(({ id }) => own.has(id)).map((image) => familyOf(run, image, own));
  if (families.length === 0 && failure !== undefined) return [run.workflow.repo];
  return [...new Set(families)];
}

/** What GitHub says, and what may help. Octokit hides the token in its errors; their message does not have it at all. */
function problemOf(error: unknown): string {
  const message = messageOf(error).replace(/[.\s]+$/, '');
  const status = error instanceof Error && 'status' in error ? Number(error.status) : undefined;
  // GitHub says 403 of rate limits and locked conversations as well.
  if (status === 403 && /rate limit|locked/i.test(message)) return `GitHub answered 403 ${message}`;
  if (status === 403 || status === 404) return `GitHub answered ${status} ${message}. ${permissionRemedy}`;
  if (status === 401) return `GitHub answered 401 ${message}. Correct the input \`github-token\``;
  return message;
}

const permissionRemedy =
  'Give the job `permissions: { pull-requests: write }`; the tokens of pull requests from forks and of Dependabot can only read';
