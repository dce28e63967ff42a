/** Why an image stays: each reason a function from facts to words, undefined where it does not hold. */
import { daysOrHours } from '../github/inputs/time-span.ts';
import type { ImageFacts, Uses } from './facts.ts';
import type { RetireInputs } from './inputs.ts';

/** What a reason may look at beside the image. */
export interface Situation {
  inputs: Pick<
    RetireInputs,
    'family' | 'keep' | 'olderThan' | 'unusedFor' | 'abandonedAfter' | 'includeShared' | 'pullRequests'
  >;
  /** Milliseconds since the epoch. */
  now: number;
  /** The newest ready images of each family and architecture in each Region. */
  newest: ReadonlySet<string>;
  /** Of this repository, which GitHub says are closed. */
  closedPullRequests: ReadonlySet<number>;
  /** `owner/name`. */
  repository: string;
  uses: Uses;
}

/** Why the image was looked at, and may go if nothing keeps it. */
export type Ground = 'abandoned' | 'pull request' | 'family';

/** @returns undefined for an image that the inputs do not ask about */
export function groundOf(image: ImageFacts, situation: Situation): Ground | undefined {
  const { inputs, closedPullRequests, repository } = situation;
  const isUnfinished = image.bakeState === 'baking' || image.bakeState === 'removing';
  if (isUnfinished && inputs.abandonedAfter !== undefined) return 'abandoned';
  const isOfClosed = image.pullRequest !== undefined && closedPullRequests.has(image.pullRequest);
  if (inputs.pullRequests === 'closed' && isOfClosed && image.repository === repository)
    return 'pull request';
  return inputs.family.includes(image.family) ? 'family' : undefined;
}

type Reason = (image: ImageFacts, situation: Situation) => string | undefined;

export const unreadable: Reason = ({ createdAt, lastLaunchedAt }) => {
  if (createdAt === undefined) return 'its creation date cannot be read';
  return lastLaunchedAt === 'unreadable' ? 'its last launch cannot be read' : undefined;
};

/** Whatever its tags say, EC2 still works on it; nobody waits for a bake that was abandoned. */
export const beingCreated: Reason = ({ state, bakeState }) =>
  state === 'pending' && bakeState !== 'baking' && bakeState !== 'removing'
    ? 'EC2 is still creating it'
    : undefined;

/** Whatever its snapshots are, nothing is known of them: whether they are locked, shared or needed by others. */
export const withoutSnapshots: Reason = ({ state, snapshotIds }) =>
  (state === 'available' || state === 'disabled') && snapshotIds.length === 0
    ? 'EC2 does not show its snapshots'
    : undefined;

const knownStates = ['ready', 'unverified', 'baking', 'removing'];

export const unknownState: Reason = ({ bakeState }) =>
  knownStates.includes(bakeState ?? '')
    ? undefined
    : `its tag bake-ami:state ${bakeState === undefined ? 'is missing' : 'has a value that bake-ami does not set'}`;

export const stillBaking: Reason = ({ bakeState, createdAt = 0 }, { inputs, now }) => {
  if (bakeState !== 'baking' && bakeState !== 'removing') return undefined;
  const { abandonedAfter } = inputs;
  if (abandonedAfter === undefined) return 'it is still being baked';
  return now - createdAt >= abandonedAfter
    ? undefined
    : `it is still being baked, and younger than ${daysOrHours(abandonedAfter)}`;
};

export const amongNewest: Reason = ({ id }, { newest, inputs }) =>
  newest.has(id) ? `among the newest ${inputs.keep} of its family and architecture` : undefined;

export const younger: Reason = ({ createdAt = 0 }, { inputs, now }) =>
  now - createdAt < inputs.olderThan ? `younger than ${daysOrHours(inputs.olderThan)}` : undefined;

export const launchedLately: Reason = ({ lastLaunchedAt }, { inputs, now }) =>
  typeof lastLaunchedAt === 'number' && now - lastLaunchedAt < inputs.unusedFor
    ? `launched on ${new Date(lastLaunchedAt).toISOString().slice(0, 10)}`
    : undefined;

export const tagged: Reason = ({ hasKeepTag }) => (hasKeepTag ? 'tagged bake-ami:keep' : undefined);

export const isProtected: Reason = ({ protection }) =>
  protection === '' || protection === 'disabled' ? undefined : 'protected from deregistration';

export const isPublic: Reason = (image, { inputs }) =>
  image.isPublic && !inputs.includeShared ? 'public' : undefined;

export const named: Reason = ({ id }, { uses }) => {
  const [first, ...others] = uses.get(id) ?? [];
  if (first === undefined) return undefined;
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
};

/** A launch template or a launch configuration may name a snapshot by itself, beside another image. */
export function namedSnapshot(snapshotIds: readonly string[], uses: Uses): string | undefined {
  return snapshotIds.flatMap((id) => (uses.get(id) ?? []).map((use) => `its snapshot ${id} is ${use}`)).at(0);
}

const snapshotNamed: Reason = ({ snapshotIds }, { uses }) => namedSnapshot(snapshotIds, uses);

/** Of every image, whatever it is looked at for. */
const always: readonly Reason[] = [
  unreadable,
  unknownState,
  stillBaking,
  beingCreated,
  withoutSnapshots,
  tagged,
  isProtected,
  isPublic,
  named,
  snapshotNamed,
];
/** Of images that go by their age; not of those of closed pull requests and abandoned ones. */
const byAge: readonly Reason[] = [amongNewest, younger, launchedLately];

/** @returns why it stays; undefined when nothing that can be looked up in bulk keeps it */
export function reasonToStay(image: ImageFacts, ground: Ground, situation: Situation): string | undefined {
  const reasons = ground === 'family' ? [...byAge, ...always] : always;
  for (const reason of reasons) {
    const words = reason(image, situation);
    if (words !== undefined) return words;
  }
  return undefined;
}
