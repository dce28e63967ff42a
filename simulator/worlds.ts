import type { Clock } from '../src/base/clock.ts';
import { Meanwhile } from './meanwhile.ts';
import type { LaunchConfiguration, ScalingGroup } from './model/auto-scaling.ts';
import type { CommandPlan } from './model/commands.ts';
import { IdGenerator } from './model/ids.ts';
import type { Image } from './model/image.ts';
import type { ImageRecipe } from './model/image-recipe.ts';
import type { Instance } from './model/instance.ts';
import type { InstancePlanChange } from './model/instance-plan.ts';
import type { KmsKey } from './model/kms-key.ts';
import { type KeySeed, seedKey } from './model/kms-keys.ts';
import type { LaunchTemplate } from './model/launch-template.ts';
import type { SecurityGroup, Subnet, Vpc } from './model/network.ts';
import type { StoredParameter } from './model/parameter.ts';
import { type ParameterSeed, seedParameter } from './model/parameter-store.ts';
import type { ImagePlan } from './model/plan.ts';
import { type RetentionRuleSeed, seedRetentionRule } from './model/recycle-bin.ts';
import type { RetentionRule } from './model/retention-rule.ts';
import {
  type LaunchConfigurationSeed,
  type ScalingGroupSeed,
  seedLaunchConfiguration,
  seedScalingGroup,
} from './model/seed-auto-scaling.ts';
import { type ImageSeed, seedImage } from './model/seed-image.ts';
import { type ImageRecipeSeed, seedImageRecipe } from './model/seed-image-recipe.ts';
import { type InstanceSeed, seedInstance } from './model/seed-instance.ts';
import { type LaunchTemplateSeed, seedLaunchTemplate } from './model/seed-launch-template.ts';
import {
  type SecurityGroupSeed,
  type SubnetSeed,
  seedSecurityGroup,
  seedSubnet,
  seedVpc,
  type VpcSeed,
} from './model/seed-network.ts';
import { type SnapshotLockSeed, seedSnapshotLock } from './model/seed-snapshot-lock.ts';
import type { SnapshotLock } from './model/snapshot-lock.ts';
import { World } from './model/world.ts';
import { type SimulatorOptions, type SimulatorSettings, settingsFrom } from './options.ts';

/**
 * The worlds of the Regions, and what fills them: seeds for what is there, plans for what comes.
 */
export class Worlds {
  readonly settings: SimulatorSettings;
  /** New IDs of all kinds, the same ones for the same `settings.seed`. */
  readonly ids: IdGenerator;
  /** What others do while the code under test works. */
  readonly meanwhile: Meanwhile;
  readonly #worlds = new Map<string, World>();

  constructor(options: SimulatorOptions = {}) {
    this.settings = settingsFrom(options);
    this.ids = new IdGenerator(this.settings.seed);
    this.meanwhile = new Meanwhile(() => this.clock.now());
  }

  get clock(): Clock {
    return this.settings.clock;
  }

  /** What a Region holds; each is a world of its own. */
  world(region: string = this.settings.region): World {
    this.meanwhile.catchUp();
    const world = this.#worlds.get(region) ?? new World(region, this.settings, this.ids);
    this.#worlds.set(region, world);
    return world;
  }

  /** Puts an instance with its volumes into a Region: by default a running one with two volumes. */
  seedInstance(seed: InstanceSeed & { region?: string } = {}): Instance {
    const { region, ...rest } = seed;
    return seedInstance(this.world(region), rest);
  }

  /** Puts an image that has been there for some time into a Region, with its snapshots. */
  seedImage(seed: ImageSeed & { region?: string } = {}): Image {
    const { region, ...rest } = seed;
    return seedImage(this.world(region), rest);
  }

  /** Puts a VPC with its security group `default` into a Region. The default VPC of an account comes by itself. */
  seedVpc(seed: VpcSeed & { region?: string } = {}): Vpc {
    const { region, ...rest } = seed;
    return seedVpc(this.world(region), rest);
  }

  /** Puts a subnet into a Region, by default into the default VPC. */
  seedSubnet(seed: SubnetSeed & { region?: string } = {}): Subnet {
    const { region, ...rest } = seed;
    return seedSubnet(this.world(region), rest);
  }

  /** Puts a security group into a Region, by default into the default VPC. */
  seedSecurityGroup(seed: SecurityGroupSeed & { region?: string } = {}): SecurityGroup {
    const { region, ...rest } = seed;
    return seedSecurityGroup(this.world(region), rest);
  }

  /** Puts a customer managed KMS key into a Region. The key `aws/ebs` of an account comes by itself. */
  seedKey(seed: KeySeed & { region?: string } = {}): KmsKey {
    const { region, ...rest } = seed;
    return seedKey(this.world(region), rest);
  }

  /** How the next image goes, in deviation from `settings.image`; called twice, for the next two. */
  planNextImage(plan: Partial<ImagePlan>, region?: string): void {
    this.world(region).plans.push({ ...this.settings.image, ...plan });
  }

  /** As `planNextImage`, for the next image that is copied into the Region. */
  planNextCopy(plan: Partial<ImagePlan>, region?: string): void {
    const { image, copy } = this.settings;
    this.world(region).copyPlans.push({ ...image, ...copy, ...plan });
  }

  /** How the next launched instance goes, in deviation from `settings.instance`; called twice, for the next two. */
  planNextInstance(plan: InstancePlanChange, region?: string): void {
    this.world(region).launches.plans.push(plan);
  }

  /** How the next command goes, in deviation from `settings.command`; called twice, for the next two. */
  planNextCommand(plan: Partial<CommandPlan>, region?: string): void {
    this.world(region).commands.plans.push(plan);
  }

  /** Puts a parameter into a Region's Parameter Store. */
  seedParameter(seed: ParameterSeed & { region?: string }): StoredParameter {
    const { region, ...rest } = seed;
    return seedParameter(this.world(region), rest);
  }

  /** Puts a launch template into a Region. */
  seedLaunchTemplate(seed: LaunchTemplateSeed & { region?: string } = {}): LaunchTemplate {
    const { region, ...rest } = seed;
    return seedLaunchTemplate(this.world(region), rest);
  }

  /** Puts a recipe of EC2 Image Builder into a Region. */
  seedImageRecipe(seed: ImageRecipeSeed & { region?: string }): ImageRecipe {
    const { region, ...rest } = seed;
    return seedImageRecipe(this.world(region), rest);
  }

  /** Puts a launch configuration of Auto Scaling into a Region. */
  seedLaunchConfiguration(seed: LaunchConfigurationSeed & { region?: string }): LaunchConfiguration {
    const { region, ...rest } = seed;
    return seedLaunchConfiguration(this.world(region), rest);
  }

  /** Puts an Auto Scaling group into a Region. */
  seedScalingGroup(seed: ScalingGroupSeed & { region?: string }): ScalingGroup {
    const { region, ...rest } = seed;
    return seedScalingGroup(this.world(region), rest);
  }

  /** Makes the Recycle Bin of a Region retain images or snapshots. */
  seedRetentionRule(seed: RetentionRuleSeed & { region?: string }): RetentionRule {
    const { region, ...rest } = seed;
    return seedRetentionRule(this.world(region), rest);
  }

  /** Locks a snapshot. */
  seedSnapshotLock(seed: SnapshotLockSeed & { region?: string }): SnapshotLock {
    const { region, ...rest } = seed;
    return seedSnapshotLock(this.world(region), rest);
  }
}
