/** The image that a roll-back would go back to. */
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { bakeStateOf, commitTag, familyTag, tagOf } from '../base/own-tags.ts';
import type { Run } from '../run/run.ts';
import { describeImages } from './describe.ts';

export interface Successor {
  accountId: string;
  family: string;
  /** The image of this bake; undefined when it is yet to be made. */
  before: Image | undefined;
}

export interface PreviousImage {
  id: string;
  name: string;
  /** 40 hex digits; undefined when its tag does not tell. */
  commit: string | undefined;
}

/**
 * The newest ready image of the family: ours, available, by creation date.
 * @returns undefined when there is none, or when it could not be looked up for a passing reason
 * @throws BakeError when the look-up is not allowed
 */
export async function findPrevious(
  { aws, signal, region, log }: Run,
  { accountId, family, before }: Successor,
): Promise<PreviousImage | undefined> {
  const request = { Filters: [{ Name: `tag:${familyTag}`, Values: [escaped(family)] }] };
  const images = await describeImages(aws.ec2(region), request, { signal }).catch((error): Image[] => {
    signal.throwIfAborted();
    const kind = errorKind(error);
    const failure = awsFailure(
      'ec2:DescribeImages',
      `look for the previous image of family ${family}`,
      error,
    );
    if (kind === 'credentials' || kind === 'permission') throw failure;
    log.info(`The previous image of the family is not known (${describeAwsError(error)})`);
    return [];
  });
  const candidates = images.filter(
    (image) =>
      image.OwnerId === accountId &&
      image.ImageId !== before?.ImageId &&
      (before === undefined || (image.CreationDate ?? '') < (before.CreationDate ?? '')) &&
      image.State === 'available' &&
      bakeStateOf(image) === 'ready' &&
      tagOf(image, familyTag) === family,
  );
  const newest = candidates
    .toSorted((a, b) => (a.CreationDate ?? '').localeCompare(b.CreationDate ?? ''))
    .at(-1);
  if (newest?.ImageId === undefined) return undefined;
  const commit = tagOf(newest, commitTag);
  return {
    id: newest.ImageId,
    name: newest.Name ?? '',
    commit: commit !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? commit : undefined,
  };
}

/** `*` and `?` are wildcards in the values of filters; a backslash takes that from them, and from itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\*?]/g, String.raw`\$&`);
}
