import type { Clock } from '../src/clock.ts';
import { systemClock } from '../src/clock.ts';
import { defaultImagePlan, type ImagePlan } from './model/plan.ts';
import { type RateLimits, unlimited } from './rate-limits.ts';

/** For how long EC2's eventual consistency hides what was just written, in seconds. */
export interface Consistency {
  /** New images: not found by ID, absent from lists. Their name is taken at once. */
  imageSeconds: number;
  snapshotSeconds: number;
  /** Tags, in what Describe calls show and filter by. */
  tagSeconds: number;
  /** Permissions of images and snapshots, in what DescribeImageAttribute and DescribeSnapshotAttribute show. */
  permissionSeconds: number;
  /** New versions of launch templates: not found by number, absent from lists. */
  launchTemplateSeconds: number;
  /** Calls that change a new object, such as CreateTags or ModifyImageAttribute, do not find it yet. */
  writeSeconds: number;
}

/** How what EC2 leaves undocumented about the end of an image is played. */
export interface Deregistration {
  /**
   * API model, DescribeImages: "Recently deregistered images appear in the returned results for a short
   * interval".
   */
  shownSeconds: number;
  /** "… and then return empty results", before the ID is not found. */
  emptySeconds: number;
  /**
   * For how long its name is still taken. "allow enough time for the change to propagate" (error code
   * InvalidAMIName.Duplicate).
   */
  nameHeldSeconds: number;
  /**
   * What DeleteAssociatedSnapshots does to snapshots that are still pending; `success` deletes them once
   * complete.
   */
  pendingSnapshots: 'success' | 'skipped' | 'client-error' | 'internal-error';
  /** What it does to snapshots that are locked; they stay. */
  lockedSnapshots: 'skipped' | 'client-error' | 'internal-error';
}

export interface SimulatorSettings {
  clock: Clock;
  /** The caller's account, 12 digits. */
  accountId: string;
  /** Access keys of other accounts: access key ID → account ID. */
  accounts: Readonly<Record<string, string>>;
  /** Accounts that do not exist, and ARNs of such organizations and organizational units: nothing is shared with them. */
  unknownAccounts: readonly string[];
  /** The Region that seeds and clients get unless they say otherwise. */
  region: string;
  /** The same seed gives the same IDs. */
  seed: number;
  /** The plan of every image; `planNextImage` overrides it for one. */
  image: ImagePlan;
  /** In what copies of images go otherwise than `image`; `planNextCopy` overrides both for one. */
  copy: Partial<ImagePlan>;
  /**
   * How many copies of images may be under way into one Region. EC2 user guide, "Copy an AMI": "Destination Regions are
   * limited to 100 concurrent AMI copies"; the number has changed over the years.
   */
  concurrentCopies: number;
  /** For how long the validation of an SSM parameter's AMI ID takes; it shows only then. */
  parameterSeconds: number;
  /** How long after a launch the image's LastLaunchedTime shows it, in seconds. */
  launchReportSeconds: number;
  /** What DescribeImageReferences says of images that do not exist (any more). EC2's own answer is documented nowhere. */
  unknownImageReferences: 'refused' | 'none';
  /** What EC2 warns of in the answers of CreateLaunchTemplate and CreateLaunchTemplateVersion. */
  launchTemplateWarnings: readonly { code: string; message: string }[];
  consistency: Consistency;
  deregistration: Deregistration;
  /** How long the credentials of an assumed role are good, when no duration is asked for. */
  sessionSeconds: number;
  /** How long an instance is `stopping`, and `pending` when it starts. */
  instanceSeconds: number;
  /** The most that one page of a Describe call holds, whatever MaxResults says. */
  pageSize: number;
  rateLimits: RateLimits;
  /** Of an in-process call, there and back. The work is done half-way. */
  latencyMilliseconds: number;
}

export type SimulatorOptions = {
  [K in keyof SimulatorSettings]?: K extends 'image' | 'consistency' | 'deregistration'
    ? Partial<SimulatorSettings[K]>
    : SimulatorSettings[K];
};

export function settingsFrom(options: SimulatorOptions): SimulatorSettings {
  return {
    clock: systemClock,
    accountId: '123456789012',
    accounts: {},
    unknownAccounts: [],
    region: 'eu-west-1',
    seed: 1,
    sessionSeconds: 3600,
    instanceSeconds: 20,
    pageSize: 1000,
    rateLimits: unlimited,
    copy: {},
    concurrentCopies: 100,
    parameterSeconds: 0,
    launchReportSeconds: 86_400,
    unknownImageReferences: 'refused',
    launchTemplateWarnings: [],
    latencyMilliseconds: 0,
    ...options,
    image: { ...defaultImagePlan, ...options.image },
    consistency: {
      imageSeconds: 0,
      snapshotSeconds: 0,
      tagSeconds: 0,
      permissionSeconds: 0,
      launchTemplateSeconds: 0,
      writeSeconds: 0,
      ...options.consistency,
    },
    deregistration: {
      shownSeconds: 0,
      emptySeconds: 0,
      nameHeldSeconds: 0,
      pendingSnapshots: 'success',
      lockedSnapshots: 'client-error',
      ...options.deregistration,
    },
  };
}
