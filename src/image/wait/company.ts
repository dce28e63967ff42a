/** A look at an image among those that other bakes are making at the same time. */
import type { Ec2, SendOptions } from '../../aws/patient-client.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { stateTag } from '../../naming/tags.ts';
import { bakeStateOf, describeImages } from '../describe.ts';
import { companySeconds } from './pace.ts';

export interface Company {
  /** The image itself; undefined when it is not among them: not visible yet, or created at another time than thought. */
  image: Image | undefined;
  /** When the others were created, in milliseconds since the epoch, by EC2's clock. */
  others: readonly number[];
}

/**
 * One call, which takes the place of a look at the image alone: who bakes at the same time is known for nothing.
 * @param createdAt when the image was created, milliseconds since the epoch
 */
export async function lookInCompany(
  ec2: Ec2,
  imageId: string,
  createdAt: number,
  how: SendOptions,
): Promise<Company> {
  const request = {
    Filters: [
      { Name: `tag:${stateTag}`, Values: ['baking'] },
      { Name: 'creation-date', Values: datesAround(createdAt) },
    ],
  };
  const images = await describeImages(ec2, request, how);
  return {
    image: images.find(({ ImageId }) => ImageId === imageId),
    others: images
      .filter(
        (image) => image.ImageId !== imageId && image.State === 'pending' && bakeStateOf(image) === 'baking',
      )
      .map(({ CreationDate }) => Date.parse(CreationDate ?? '')),
  };
}

/**
 * How many of them were created around the image, within `companySeconds`.
 * @param now milliseconds since the epoch: what is created later does not show yet, and is taken to be as much as before
 */
export function sizeOfCompany(others: readonly number[], createdAt: number, now: number): number {
  const half = (companySeconds / 2) * 1000;
  const before = others.filter((at) => at <= createdAt && at > createdAt - half).length;
  const after = others.filter((at) => at > createdAt && at <= createdAt + half).length;
  return before + (now < createdAt + half ? Math.max(before, after) : after);
}

/** Patterns for EC2's `creation-date`, which takes wildcards: ten seconds each, e.g. `2026-11-22T21:34:0*`. */
function datesAround(createdAt: number): string[] {
  const half = (companySeconds / 2) * 1000;
  const dates: string[] = [];
  for (let at = createdAt - half; at < createdAt + half + 10_000; at += 10_000) {
    dates.push(`${new Date(at).toISOString().slice(0, '2026-11-22T21:34:0'.length)}*`);
  }
  return dates;
}
