/** The image that a roll-back would go back to. */
import type { Image } from '../aws/sdk/ec2.ts';
import { bakeStateOf, commitTag, familyTag, tagOf } from '../base/own-tags.ts';
import { withSmallHeap } from '../base/small-heap.ts';
import type { Run } from '../run/run.ts';
import { imagePages, snapshotsOf } from './describe.ts';

export interface Successor {
  accountId: string;
  family: string;
  /** The image of this bake; one that is being created need not have a date. */
  before: Pick<Image, 'ImageId' | 'CreationDate'> | undefined;
}

export interface PreviousImage {
  id: string;
  name: string;
  /** 40 hex digits; undefined when its tag does not tell. */
  commit: string | undefined;
  /** Milliseconds since the epoch; undefined when EC2 shows no date that can be read. */
  createdAt: number | undefined;
  /** Of all its volumes together. */
  sizeGiB: number;
}

/** EC2's answer without a limit holds a whole family: thousands of images are too much at once. */
const imagesPerPage = 200;

/**
 * The newest ready image of the family: ours, available, by creation date. Of all pages only the newest image is kept.
 * @returns undefined when there is none
 * @throws the error of a look-up that failed
 */
export async function findPrevious(
  { aws, signal, region }: Pick<Run, 'aws' | 'signal' | 'region'>,
  successor: Successor,
): Promise<PreviousImage | undefined> {
  const request = {
    Filters: [{ Name: `tag:${familyTag}`, Values: [escaped(successor.family)] }],
    MaxResults: imagesPerPage,
  };
  let newest: Image | undefined;
  await withSmallHeap(async () => {
    for await (const images of imagePages(aws.ec2(region), request, { signal })) {
      for (const image of images) {
        if (isPredecessor(image, successor) && dateOf(image) >= dateOf(newest)) newest = image;
      }
    }
  });
  return newest && previousImage(newest);
}

function isPredecessor(image: Image, { accountId, family, before }: Successor): boolean {
  return (
    image.OwnerId === accountId &&
    image.ImageId !== before?.ImageId &&
    (before?.CreationDate === undefined || dateOf(image) < before.CreationDate) &&
    image.State === 'available' &&
    bakeStateOf(image) === 'ready' &&
    tagOf(image, familyTag) === family
  );
}

/** Dates in ISO 8601 sort as texts. */
function dateOf(image: Image | undefined): string {
  return image?.CreationDate ?? '';
}

function previousImage(image: Image): PreviousImage | undefined {
  if (image.ImageId === undefined) return undefined;
  const commit = tagOf(image, commitTag);
  const createdAt = Date.parse(image.CreationDate ?? '');
  return {
    id: image.ImageId,
    name: image.Name ?? '',
    commit: commit !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? commit : undefined,
    createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    sizeGiB: snapshotsOf(image).reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
  };
}

/** `*` and `?` are wildcards in the values of filters; a backslash takes that from them, and from itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\*?]/g, String.raw`\$&`);
}
