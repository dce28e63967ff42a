/** The images of a pull request, asked anew of EC2: what a comment in it tells. */
import { describeAwsError } from '../aws/errors.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { familyTag, refTag, repositoryTag, tagOf, testedTag } from '../base/own-tags.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { Run } from '../run/run.ts';
import { creationTime, describeImages, snapshotsOf } from './describe.ts';

/** What there is to tell of an image. */
export interface ImageFacts {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** EC2's image state; empty when EC2 does not show the image. */
  readonly state: string;
  /** Of all its volumes; undefined while EC2 does not tell. */
  readonly sizeGiB: number | undefined;
  readonly family: string | undefined;
  /** The tag `bake-ami:tested`. */
  readonly tested: string | undefined;
  readonly public: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export interface ImageId {
  readonly region: string;
  readonly id: string;
}

/** What EC2 shows, and where it could not be asked. */
export interface Seen {
  readonly images: readonly ImageFacts[];
  readonly unseen: readonly { readonly region: string; readonly problem: string }[];
}

/** Seconds; whoever waits for a comment waits for something else. */
const little = { patienceSeconds: 5, attemptSeconds: 5 };

/**
 * Our images that were baked in this pull request, and those of the given IDs wherever they come from. Nothing is thrown for
 * a Region that cannot be asked.
 * @param ids may be of images that are gone
 */
export async function imagesOfPullRequest(
  run: Run,
  { regions, ids }: { regions: readonly string[]; ids: readonly ImageId[] },
): Promise<Seen> {
  const all = [...new Set([...regions, ...ids.map(({ region }) => region)])];
  const looks = all.map((region) =>
    look(
      run,
      region,
      ids.filter((each) => each.region === region).map(({ id }) => id),
    ).then(
      (images) => ({ images, unseen: [] }),
      (error) => ({ images: [], unseen: [{ region, problem: describeAwsError(error) }] }),
    ),
  );
  const seen = await Promise.all(looks);
  run.signal.throwIfAborted();
  return { images: seen.flatMap(({ images }) => images), unseen: seen.flatMap(({ unseen }) => unseen) };
}

async function look(run: Run, region: string, ids: readonly string[]): Promise<ImageFacts[]> {
  const { aws, signal, workflow } = run;
  const ec2 = aws.ec2(region);
  const [ofTags, ofIds] = await Promise.all([
    describeImages(ec2, { Filters: filtersOf(workflow) }, { signal, ...little }),
    // A filter, for an ID that is gone makes the call fail otherwise.
    ids.length === 0
      ? []
      : describeImages(ec2, { Filters: [{ Name: 'image-id', Values: [...ids] }] }, { signal, ...little }),
  ]);
  const images = [...ofTags.filter((image) => isOfPullRequest(workflow, image)), ...ofIds];
  const byId = new Map(images.map((image) => [image.ImageId ?? '', image]));
  return [...byId.values()]
    .filter(({ State }) => State !== 'deregistered')
    .map((image) => factsOf(region, image));
}

/** Neither names of repositories nor `pr-N` can hold what a filter takes for a wildcard. */
function filtersOf(workflow: WorkflowContext) {
  return [
    { Name: `tag:${repositoryTag}`, Values: [repositoryOf(workflow)] },
    { Name: `tag:${refTag}`, Values: [`pr-${workflow.pr}`] },
  ];
}

/** Whether the image was baked in the pull request of this run. */
export function isOfPullRequest(workflow: WorkflowContext, image: Image): boolean {
  return (
    workflow.pr !== undefined &&
    tagOf(image, repositoryTag) === repositoryOf(workflow) &&
    tagOf(image, refTag) === `pr-${workflow.pr}`
  );
}

function repositoryOf({ owner, repo }: WorkflowContext): string {
  return `${owner}/${repo}`;
}

/** What EC2 says of an image; also of one that is about to be removed. */
export function factsOf(region: string, image: Image): ImageFacts {
  const snapshots = snapshotsOf(image);
  return {
    region,
    id: image.ImageId ?? '',
    name: image.Name ?? '',
    state: image.State ?? '',
    sizeGiB: snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
    family: tagOf(image, familyTag),
    tested: tagOf(image, testedTag),
    public: image.Public ?? false,
    createdAt: creationTime(image, 0),
  };
}
