/** What is known of an image that is copied, shared and published: a part of the record of a bake and of a promotion. */
import type { BakedImage } from '../image/image.ts';
import type { PublishedTemplate } from '../image/publish/launch-templates.ts';
import type { PublishedParameter } from '../image/publish/parameters.ts';
import type { Sharing } from '../image/share/share.ts';
import { learn, type Run, type RunRecord } from '../run/run.ts';

export interface DistributionRecord extends RunRecord {
  /** In the home Region. */
  image?: BakedImage;
  /** In the other Regions, from the moment when copying begins, in the order of `copy-to`. */
  copies?: readonly CopyRecord[];
  /** SSM parameters that hold the image's ID, or may do so. */
  parameters?: readonly PublishedParameter[];
  /** Launch templates that get a version with the image, as far as they have been read. */
  templates?: readonly PublishedTemplate[];
  /** Whom the image is shared with. */
  sharing?: Sharing;
  /**
   * Something of this run may exist that is neither handed out nor removed: from the moment before it is created or taken
   * over. The post step cleans it up.
   */
  unfinished: boolean;
  /** IDs of images that the clean-up has deregistered. */
  gone?: readonly string[];
}

export interface CopyRecord {
  region: string;
  /** Absent while EC2 has not answered CopyImage. */
  id?: string;
  /** It was there before, made by another run: it is never removed. */
  found?: true;
  /** Once it is available and verified. */
  image?: BakedImage;
}

export type DistributionRun = Run<DistributionRecord>;

/** The home image first, then the copies. */
export function imagesOf({ image, copies = [] }: Pick<DistributionRecord, 'image' | 'copies'>): BakedImage[] {
  return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
}

/** Takes over what has become known of the image in one Region. */
export function learnOfImage(run: DistributionRun, region: string, facts: Partial<BakedImage>): void {
  const { image, copies = [] } = run.record;
  if (image?.region === region) {
    learn(run, { image: { ...image, ...facts } });
    return;
  }
  const learnt = (copy: CopyRecord) =>
    copy.region === region && copy.image ? { ...copy, image: { ...copy.image, ...facts } } : copy;
  learn(run, { copies: copies.map(learnt) });
}
