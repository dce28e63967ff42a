/**
 * Copies the image to other Regions, side by side: exactly one copy in each, whatever becomes of the answers. In each
 * Region what is there already is looked for first; the request comes after that.
 */
import type { Ec2 } from '../../aws/patient-client.ts';
import type { Clock } from '../../base/clock.ts';
import type { Names } from '../../naming/names.ts';
import type { BakedImage } from '../image.ts';
import { EarlierCopies } from './earlier.ts';
import { CopiesProgress } from './progress.ts';
import { CopyRequests } from './request.ts';
import { isThere, verifyCopy } from './watch.ts';

/** A Region that gets a copy of the image. */
export interface CopyTarget {
  readonly region: string;
  /** Key ID, alias, or the ARN of either, in that Region: the copy is encrypted with it. */
  readonly kmsKeyId?: string;
}

export interface CopyOptions {
  targets: readonly CopyTarget[];
  ec2In: (region: string) => Ec2;
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  signal: AbortSignal;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  /** The image to copy, which is available. */
  home: { imageId: string; region: string };
  /** As the home image has them. */
  names: Pick<Names, 'name' | 'description' | 'key' | 'imageTags' | 'snapshotTags'>;
  /** The account of the bake, 12 digits. */
  accountId: string;
  /** Device names whose volumes must be in each copy. */
  devices: readonly string[];
  /** Told the moment that the copy in a Region is known: when CopyImage is answered, or one is taken up. */
  onCopy: (region: string, imageId: string) => void;
  /** One line for all Regions. */
  onProgressLine: (text: string) => void;
  /** Told what is going on when something does not go the straight way. */
  onTrouble: (message: string) => void;
}

export type CopyResult = { region: string; image: BakedImage } | { region: string; error: unknown };

/**
 * All Regions at once, for EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
export async function copyImages(options: CopyOptions): Promise<CopyResult[]> {
  const { targets, clock, signal, onProgressLine } = options;
  const regions = targets.map(({ region }) => region);
  const progress = new CopiesProgress(regions, clock, onProgressLine);
  const results = await Promise.all(
    targets.map(async (target): Promise<CopyResult> => {
      const { region } = target;
      try {
        const image = await copyTo({ ...options, target, ec2: options.ec2In(region), progress });
        progress.done(region, 'available');
        return { region, image };
      } catch (error) {
        if (!signal.aborted) progress.done(region, 'failed');
        return { region, error };
      }
    }),
  );
  signal.throwIfAborted();
  return results;
}

/** A copy that is there, or in the making. */
export interface Copy {
  imageId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Made by an earlier attempt, whose tags differ from this one's. */
  takenUp: boolean;
}

/** What copying to one Region takes. */
export interface RegionalOptions extends Omit<CopyOptions, 'targets' | 'ec2In'> {
  target: CopyTarget;
  /** Of the target's Region. */
  ec2: Ec2;
  progress: CopiesProgress;
}

async function copyTo(options: RegionalOptions): Promise<BakedImage> {
  const earlier = new EarlierCopies(options);
  const requests = new CopyRequests(options, earlier);
  for (;;) {
    const copy = (await earlier.takeUp()) ?? (await requests.send());
    options.onCopy(options.target.region, copy.imageId);
    if (await isThere(options, copy)) return verifyCopy(options, copy);
    earlier.putAside(copy.imageId);
  }
}
