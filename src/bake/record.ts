/**
 * What is known of a bake so far. The story fills it in as it goes; outputs, summary and clean-up read it, so that
 * a bake that ends badly reports as much as it learnt.
 */
import type { BakedImage } from '../image/image.ts';
import type { PreviousImage } from '../image/previous.ts';
import type { PublishedParameter } from '../image/publish/parameters.ts';
import type { Sharing } from '../image/share/share.ts';
import type { Names } from '../naming/names.ts';
import type { SourceInstance } from '../source/instance.ts';

export interface BakeRecord {
  region: string;
  startedAt: number;
  /** The steps of the bake in their order, for the time line. */
  phases: Phase[];
  instance?: SourceInstance;
  /** How many volumes go into the image, each with a snapshot to account for. Known with the instance. */
  expectedSnapshots?: number;
  names?: Names;
  /** In the home Region. */
  image?: BakedImage;
  /** In the other Regions, from the moment when copying begins, in the order of `copy-to`. */
  copies?: readonly CopyRecord[];
  /** The newest ready image of the family before this one; null when there is none, absent while nobody has looked. */
  previous?: PreviousImage | null;
  /** SSM parameters that hold the image's ID by now. */
  parameters?: readonly PublishedParameter[];
  /** True when this bake (in this or an earlier attempt) created the image, false when it was there before. */
  created: boolean;
  /** The image was there before, whoever made it: it is never removed. */
  reused?: true;
  /** IDs of images that the clean-up has deregistered. */
  gone?: readonly string[];
  /** Taken up from an earlier attempt of the same workflow run. */
  resumed: boolean;
  /** Whether the instance was rebooted for the image. */
  rebooted: boolean;
  warnings: string[];
  /** Whom the image is shared with by now. */
  sharing?: Sharing;
  /** Of a dry run: what would be done, a line each. */
  plan?: readonly string[];
}

export interface CopyRecord {
  region: string;
  /** Absent while EC2 has not answered CopyImage. */
  id?: string;
  /** Once it is available and verified. */
  image?: BakedImage;
}

export interface Phase {
  /** `Inspect`, `Check`, `Create`, `Wait`, `Verify`, `Copy`, `Settle`, `Publish`, `Clean up`. */
  name: string;
  startedAt: number;
  /** Absent while it runs. */
  endedAt?: number;
}
