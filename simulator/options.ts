import type { Clock } from '../src/base/clock.ts';
import { systemClock } from '../src/base/clock.ts';
import type { CommandPlans } from './model/commands.ts';
import {
  changedPlan,
  defaultInstancePlan,
  type InstancePlan,
  type InstancePlanChange,
} from './model/instance-plan.ts';
import { defaultImagePlan, type ImagePlan } from './model/plan.ts';
import { type RateLimits, unlimited } from './rate-limits.ts';
import type { RegionConditions } from './regions.ts';

/** For how long EC2's eventual consistency hides what was just written, in seconds. */
export interface Consistency {
  /** New images: not found by ID, absent from lists. Their name is taken at once. */
  imageSeconds: number;
  /**
   * New instances, by their launch: not found by ID in Describe calls, absent from lists. Calls that change one are in
   * `writeSeconds`.
   */
  instanceSeconds: number;
  snapshotSeconds: number;
  /** Tags, in what Describe calls show and filter by. */
  tagSeconds: number;
  /** Permissions of images and snapshots, in what DescribeImageAttribute and DescribeSnapshotAttribute show. */
  permissionSeconds: number;
  /** New commands, in GetCommandInvocation. */
  commandSeconds: number;
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

/** What an account may run in a Region at once. */
export interface Quotas {
  vCpus: number;
  instances: number;
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
  /** Regions that are not as they are by default; see `regions.ts`. */
  regions: RegionConditions;
  /**
   * How far AWS's clock is ahead of the machine's, or behind (negative): requests whose signature is more than five minutes off
   * are refused, and answers tell AWS's time. Unless given, nobody looks at the time of signatures.
   */
  clockOffsetSeconds: number | undefined;
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
  /** How many parameters of the tier Standard an account may have in a Region. */
  standardParameters: number;
  /** How long after a launch the image's LastLaunchedTime shows it, in seconds. */
  launchReportSeconds: number;
  /** What DescribeImageReferences says of images that do not exist (any more). EC2's own answer is documented nowhere. */
  unknownImageReferences: 'refused' | 'none';
  /** What EC2 warns of in the answers of CreateLaunchTemplate and CreateLaunchTemplateVersion. */
  launchTemplateWarnings: readonly { code: string; message: string }[];
  consistency: Consistency;
  deregistration: Deregistration;
  /**
   * Whether a dry run is refused because of the state of an image (pending, disabled, protected), or looks at the permission
   * alone. EC2 documents of DryRun that it "checks whether you have the required permissions", and no more.
   */
  dryRuns: 'check-state' | 'ignore-state';
  /** Whether CreateImage images excluded devices nevertheless, as in aws/aws-cli#6334. */
  ignoresNoDevice: boolean;
  /**
   * What CreateImage makes of a volume whose KMS key is disabled, pending deletion and so on, which EC2 does not document: the
   * image fails soon after, the request is refused, or nothing.
   */
  unusableVolumeKeys: 'image-fails' | 'refused' | 'no-matter';
  /**
   * What DescribeImages says to the ID of a disabled image without IncludeDisabled: nothing, as the API model has it of lists
   * ("No disabled AMIs are included in the response"); of IDs it is not documented.
   */
  disabledById: 'empty' | 'shown' | 'not-found';
  /** How long the credentials of an assumed role are good, when no duration is asked for. */
  sessionSeconds: number;
  /** How long an instance is `stopping` or `shutting-down`, and `pending` when it starts again. */
  instanceSeconds: number;
  /**
   * How long a terminated instance shows. API model, DescribeInstances: "Recently terminated instances might appear in the
   * returned results. This interval is usually less than one hour."
   */
  terminatedSeconds: number;
  /** How often the status checks of an instance are done: EC2 user guide, "Status checks": "every minute". */
  statusSeconds: number;
  /** The plan of every launched instance; `planNextInstance` overrides it for one. */
  instance: InstancePlan;
  /** Whether each account has a default VPC, with a subnet in each Availability Zone. */
  defaultVpc: boolean;
  /** Names of IAM instance profiles that do not exist. */
  unknownInstanceProfiles: readonly string[];
  quotas: Quotas;
  /**
   * Default Host Management Configuration: the SSM Agent of instances without a profile may report as well.
   */
  defaultHostManagement: boolean;
  /** How commands of Run Command go; `planNextCommand` overrides it for one. */
  command: CommandPlans;
  /** The most that one page of a Describe call holds, whatever MaxResults says. */
  pageSize: number;
  rateLimits: RateLimits;
  /** Of an in-process call, there and back. The work is done half-way. */
  latencyMilliseconds: number;
}

export type SimulatorOptions = {
  [K in keyof SimulatorSettings]?: K extends 'image' | 'consistency' | 'deregistration' | 'quotas'
    ? Partial<SimulatorSettings[K]>
    : K extends 'instance'
      ? InstancePlanChange
      : SimulatorSettings[K];
};

export function settingsFrom(options: SimulatorOptions): SimulatorSettings {
  return {
    clock: systemClock,
    accountId: '123456789012',
    accounts: {},
    unknownAccounts: [],
    region: 'eu-west-1',
    regions: {},
    clockOffsetSeconds: undefined,
    seed: 1,
    sessionSeconds: 3600,
    instanceSeconds: 20,
    terminatedSeconds: 3600,
    statusSeconds: 60,
    defaultVpc: true,
    defaultHostManagement: false,
    command: {},
    unknownInstanceProfiles: [],
    pageSize: 1000,
    rateLimits: unlimited,
    copy: {},
    concurrentCopies: 100,
    ignoresNoDevice: false,
    dryRuns: 'check-state',
    disabledById: 'empty',
    unusableVolumeKeys: 'image-fails',
    parameterSeconds: 0,
    standardParameters: 10_000,
    launchReportSeconds: 86_400,
    unknownImageReferences: 'refused',
    launchTemplateWarnings: [],
    latencyMilliseconds: 0,
    ...options,
    image: { ...defaultImagePlan, ...options.image },
    instance: changedPlan(defaultInstancePlan, options.instance),
    quotas: { vCpus: Number.POSITIVE_INFINITY, instances: Number.POSITIVE_INFINITY, ...options.quotas },
    consistency: {
      imageSeconds: 0,
      instanceSeconds: 0,
      snapshotSeconds: 0,
      tagSeconds: 0,
      permissionSeconds: 0,
      commandSeconds: 0,
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
