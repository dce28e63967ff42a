/**
 * Copies the image to other Regions, side by side: exactly one copy in each, whatever becomes of the answers. In each
 * Region what is there already is looked for first; the request comes after that.
 */
import type { PatientClient } from '../../aws/patient-client.ts';
import type { Names } from '../../naming/names.ts';
import type { Run } from '../../run/run.ts';
import type { BakedImage } from '../image.ts';
import { findEarlier } from './earlier.ts';
import { CopiesProgress } from './progress.ts';
import { requestCopy } from './request.ts';
import { isThere, verifyCopy } from './watch.ts';

/** A Region that gets a copy of the image. */
export interface CopyTarget {
  readonly region: string;
  /** Key ID, alias, or the ARN of either, in that Region: the copy is encrypted with it. */
  readonly kmsKeyId?: string;
}

/** What is copied where. */
export interface Copying {
  targets: readonly CopyTarget[];
  /** The image to copy, which is available. */
  home: { imageId: string; region: string };
  /** As the home image has them. */
  names: Pick<Names, 'name' | 'description' | 'key' | 'imageTags' | 'snapshotTags'>;
  /** The claim of this process, which the tags in `names` carry. */
  claim: string;
  /** The account of the bake, 12 digits. */
  accountId: string;
  /** Device names whose volumes must be in each copy. */
  devices: readonly string[];
  /**
   * The image was there before, and is nobody's in particular: copies that other processes have made are used as well, and
   * are not this process's to remove.
   */
  adopts?: boolean | undefined;
  /** Called the moment that the copy in a Region is known: when CopyImage is answered, or one is resumed. */
  onCopy: (region: string, imageId: string, found: boolean) => void;
}

export type CopyResult = { region: string; image: BakedImage } | { region: string; error: unknown };

/**
 * All Regions at once, since EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
export async function copyImages(run: Run, copying: Copying): Promise<CopyResult[]> {
  const { targets } = copying;
  const regions = targets.map(({ region }) => region);
  const progress = new CopiesProgress(regions, run.clock, (line) => run.log.info(line));
  const results = await Promise.all(
    targets.map(async (target): Promise<CopyResult> => {
      const { region } = target;
      try {
        const image = await copyTo(run, {
          ...copying,
          target,
          ec2: run.aws.ec2(region),
          progress,
          useless: new Set(),
          freedNameAt: Number.NEGATIVE_INFINITY,
        });
        progress.done(region, 'available');
        return { region, image };
      } catch (error) {
        if (!run.signal.aborted) progress.done(region, 'failed');
        return { region, error };
      }
    }),
  );
  run.signal.throwIfAborted();
  return results;
}

/** A copy that is there, or that EC2 is making. */
export interface Copy {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Made by an earlier attempt, whose tags differ from this one's. */
  resumed: boolean;
  /** Another run has made it: it is not this run's to remove. */
  found: boolean;
}

/** Copying to one Region. */
export interface RegionalCopying extends Omit<Copying, 'targets'> {
  target: CopyTarget;
  /** Of the target's Region. */
  ec2: PatientClient;
  progress: CopiesProgress;
  /** IDs of copies of this bake that are of no use. */
  useless: Set<string>;
  /** When a useless copy was removed to free the name, which takes EC2 a while; long ago when none was. */
  freedNameAt: number;
}

async function copyTo(run: Run, copying: RegionalCopying): Promise<BakedImage> {
  for (;;) {
    const copy = (await findEarlier(run, copying)) ?? (await requestCopy(run, copying));
    copying.onCopy(copying.target.region, copy.imageId, copy.found);
    if (await isThere(run, copying, copy)) return verifyCopy(run, copying, copy);
    copying.useless.add(copy.imageId);
  }
}
