/** What is copied where, and what copying to one Region works with. */
import type { PatientClient } from '../../aws/patient-client.ts';
import type { Names } from '../../naming/names.ts';
import type { CopiesProgress } from './progress.ts';

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
