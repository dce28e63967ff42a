import type { Clock } from '../../src/base/clock.ts';
import type { SimulatorSettings } from '../options.ts';
import type { LaunchConfiguration, ScalingGroup } from './auto-scaling.ts';
import { ClientTokens } from './client-tokens.ts';
import { Commands } from './commands.ts';
import { EbsEncryption } from './ebs-encryption.ts';
import type { IdGenerator } from './ids.ts';
import { type Image, imageSnapshotIds } from './image.ts';
import type { ImageRecipe } from './image-recipe.ts';
import type { Instance, Volume } from './instance.ts';
import { ebsAlias, type KmsKey } from './kms-key.ts';
import type { LaunchTemplate } from './launch-template.ts';
import { Launches } from './launches.ts';
import { emptyNetwork } from './network.ts';
import type { StoredParameter } from './parameter.ts';
import type { ImagePlan } from './plan.ts';
import type { Recycled, RetentionRule } from './retention-rule.ts';
import { type Snapshot, snapshotIsGone } from './snapshot.ts';
import type { SnapshotLock } from './snapshot-lock.ts';
import type { SnapshotResult } from './snapshot-result.ts';

/**
 * What one Region holds, of every account. Its state is a function of the clock: nothing here runs by itself.
 */
export class World {
  readonly region: string;
  readonly settings: SimulatorSettings;
  readonly ids: IdGenerator;
  readonly instances = new Map<string, Instance>();
  readonly volumes = new Map<string, Volume>();
  readonly images = new Map<string, Image>();
  readonly snapshots = new Map<string, Snapshot>();
  /** KMS keys by ARN. */
  readonly keys = new Map<string, KmsKey>();
  /** The accounts' settings of EBS encryption by default. */
  readonly ebsEncryption = new EbsEncryption();
  /** The accounts that block public access to their AMIs. */
  readonly publicAccessBlocks = new Set<string>();
  /** Plans for the next images, in their order. */
  readonly plans: ImagePlan[] = [];
  /** Plans for the next images that are copied into the Region, in their order. */
  readonly copyPlans: ImagePlan[] = [];
  /** What the client tokens of CopyImage stand for, by account and token. */
  readonly copyTokens = new Map<string, { parameters: string; imageId: string }>();
  /** Of Systems Manager's Parameter Store, by account and name. */
  readonly parameters = new Map<string, StoredParameter>();
  readonly network = emptyNetwork();
  /** How launches go: capacity, client tokens, plans of instances. */
  readonly launches = new Launches();
  /** Of Systems Manager's Run Command. */
  readonly commands = new Commands();
  readonly launchTemplates = new Map<string, LaunchTemplate>();
  readonly clientTokens = new ClientTokens();
  /** When instances were launched from the images, by image ID, also of images that are gone. */
  readonly imageLaunches = new Map<string, number[]>();
  /** The locks of snapshots, by snapshot ID. */
  readonly snapshotLocks = new Map<string, SnapshotLock>();
  /** What DeregisterImage answers of single snapshots that it shall delete, in place of the truth; they then stay. */
  readonly snapshotResults = new Map<string, SnapshotResult>();
  /** The Recycle Bin's rules, by identifier. */
  readonly retentionRules = new Map<string, RetentionRule>();
  /** What is or was in the Recycle Bin, by the ID of the image or snapshot. */
  readonly recycled = new Map<string, Recycled>();
  /** Of Auto Scaling, by ARN. */
  readonly launchConfigurations = new Map<string, LaunchConfiguration>();
  readonly scalingGroups = new Map<string, ScalingGroup>();
  /** Of EC2 Image Builder, by ARN. */
  readonly imageRecipes = new Map<string, ImageRecipe>();
  #sequence = 0;

  constructor(region: string, settings: SimulatorSettings, ids: IdGenerator) {
    this.region = region;
    this.settings = settings;
    this.ids = ids;
  }

  get clock(): Clock {
    return this.settings.clock;
  }

  now(): number {
    return this.clock.now();
  }

  /** Orders everything by its creation, for lists and pages. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** The ARN of the key `aws/ebs` of an account, made when first asked for. */
  awsManagedKey(accountId: string): string {
    const arn = `arn:aws:kms:${this.region}:${accountId}:key/00000000-aaaa-4bbb-8ccc-${accountId}`;
    if (!this.keys.has(arn))
      this.keys.set(arn, { arn, manager: 'AWS', aliases: [ebsAlias], createdAt: this.now() });
    return arn;
  }

  /** The ARN of the key that EBS encrypts with for an account when it is told no other. */
  defaultEbsKey(accountId: string): string {
    return this.ebsEncryption.defaultKeys.get(accountId) ?? this.awsManagedKey(accountId);
  }

  customerManagedKey(accountId: string): string {
    const arn = `arn:aws:kms:${this.region}:${accountId}:key/${this.ids.uuid()}`;
    this.keys.set(arn, { arn, manager: 'CUSTOMER' });
    return arn;
  }

  /** Whether the key is one that only its account can use: `aws/ebs`. */
  isAwsManaged(kmsKeyId: string | undefined): boolean {
    return kmsKeyId !== undefined && this.keys.get(kmsKeyId)?.manager === 'AWS';
  }

  /** EC2 user guide, "Block public access to your AMIs". */
  blocksPublicAccess(accountId: string): boolean {
    return this.publicAccessBlocks.has(accountId);
  }

  /** The image of that account that holds the name. Names are taken at once, whatever Describe calls show. */
  imageNamed(name: string, ownerId: string): Image | undefined {
    const held = this.now() - this.settings.deregistration.nameHeldSeconds * 1000;
    return [...this.images.values()].find(
      (image) => image.name === name && image.ownerId === ownerId && !isDeregistered(image, held),
    );
  }

  /** The registered images, other than the one given, that need the snapshot. */
  usersOf(snapshotId: string, except?: Image): Image[] {
    return [...this.images.values()].filter(
      (image) =>
        image !== except &&
        !isDeregistered(image, this.now()) &&
        imageSnapshotIds(image).includes(snapshotId),
    );
  }

  /** The snapshot, unless it is deleted. */
  liveSnapshot(id: string): Snapshot | undefined {
    const snapshot = this.snapshots.get(id);
    return snapshot && !snapshotIsGone(snapshot, this.now()) ? snapshot : undefined;
  }
}

export function isDeregistered(image: Image, now: number): boolean {
  return image.deregisteredAt !== undefined && image.deregisteredAt <= now;
}
