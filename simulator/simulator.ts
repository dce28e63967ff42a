import type { Clock } from '../src/base/clock.ts';
import type { Action, Context, Service } from './actions/action.ts';
import { callerArn } from './actions/get-caller-identity.ts';
import { findAction } from './actions/index.ts';
import { type CallOutcome, Calls } from './calls.ts';
import { sparesWork, strike } from './fault-effects.ts';
import { type Fault, FaultScript, faults } from './faults.ts';
import { GitHubOidc } from './github-oidc.ts';
import { Meanwhile } from './meanwhile.ts';
import type { LaunchConfiguration, ScalingGroup } from './model/auto-scaling.ts';
import type { CommandPlan } from './model/commands.ts';
import * as errors from './model/errors.ts';
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
import { Sessions } from './model/sessions.ts';
import type { SnapshotLock } from './model/snapshot-lock.ts';
import { World } from './model/world.ts';
import { tagsOfNamed } from './named-resources.ts';
import { type SimulatorOptions, type SimulatorSettings, settingsFrom } from './options.ts';
import { Permissions } from './permissions.ts';
import { TokenBuckets } from './rate-limits.ts';
import { conditionOf, takesCredentials } from './regions.ts';
import type { TimedAnswer, WireAnswer, WireMessage } from './wire/answer.ts';
import { dated, type Skew, skewOf } from './wire/clock-skew.ts';
import type { Asked, Protocol } from './wire/protocol.ts';
import { jsonTargets, protocols, stsVersion } from './wire/protocols.ts';
import { type CredentialScope, credentialScope, formOf, type WireRequest } from './wire/request.ts';

/**
 * EC2 as far as the life of an image goes, with the real wire protocol. See README.md beside this file.
 *
 * `serve` (wire/server.ts) puts it behind HTTP, `inProcess` (wire/in-process.ts) behind an SDK client without
 * sockets.
 */
export class Simulator {
  readonly settings: SimulatorSettings;
  readonly calls = new Calls();
  readonly faults = new FaultScript();
  readonly permissions = new Permissions();
  /** What others do while the code under test works. */
  readonly meanwhile: Meanwhile;
  readonly gitHub: GitHubOidc;
  readonly #ids: IdGenerator;
  readonly #buckets: TokenBuckets;
  readonly #sessions: Sessions;
  readonly #worlds = new Map<string, World>();

  constructor(options: SimulatorOptions = {}) {
    this.settings = settingsFrom(options);
    this.#ids = new IdGenerator(this.settings.seed);
    this.#buckets = new TokenBuckets(this.settings.clock);
    this.#sessions = new Sessions(this.#ids);
    const { clock } = this.settings;
    this.meanwhile = new Meanwhile(() => clock.now());
    this.gitHub = new GitHubOidc({ clock, ids: this.#ids, calls: this.calls, faults: this.faults });
  }

  get clock(): Clock {
    return this.settings.clock;
  }

  /** What a Region holds; each is a world of its own. */
  world(region: string = this.settings.region): World {
    this.meanwhile.catchUp();
    const world = this.#worlds.get(region) ?? new World(region, this.settings, this.#ids);
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

  /** Answers a request. What it changes, it changes before this returns; only the answer may be late. */
  handle(request: WireRequest): TimedAnswer {
    if (this.gitHub.isFor(request)) return this.gitHub.handle(request);
    const requestId = this.#ids.uuid();
    const at = this.clock.now();
    const scope = credentialScope(request);
    const service = serviceOf(scope, request);
    const asked = { ...protocols[service].read(request), skew: this.#skewOf(request) };
    const accessKeyId = scope?.accessKeyId ?? '';
    const caller: Caller = {
      at,
      service,
      action: asked.action,
      parameters: asked.parameters,
      // What is not signed, STS takes at its own address in the Region.
      region: scope?.region ?? (service === 'sts' ? this.settings.region : ''),
      accountId: this.#accountOf(accessKeyId),
      accessKeyId,
    };
    this.meanwhile.catchUp();
    this.meanwhile.announce(caller);
    const fault = this.faults.strike(caller) ?? this.#silenceOf(caller);
    const { outcome, answer } = this.#play(fault, caller, asked, requestId);
    this.calls.record({
      ...caller,
      userAgent: request.headers['user-agent'] ?? '',
      mutating: findAction(service, asked.action)?.mutating ?? false,
      outcome,
    });
    this.meanwhile.conclude(caller, outcome.done);
    return {
      answer: this.#dated(answer),
      delayMilliseconds: fault?.kind === 'late' ? fault.seconds * 1000 : 0,
    };
  }

  /** How a Region that cannot be reached answers whatever it is asked. */
  #silenceOf({ region }: Caller): Fault | undefined {
    const condition = conditionOf(this.settings.regions, region);
    if (condition === 'unreachable') return faults.connectionRefused();
    return condition === 'silent' ? faults.stall() : undefined;
  }

  #skewOf(request: WireRequest): Skew | undefined {
    const { clockOffsetSeconds } = this.settings;
    return clockOffsetSeconds === undefined ? undefined : skewOf(request, clockOffsetSeconds);
  }

  #dated(answer: WireAnswer): WireAnswer {
    const { clockOffsetSeconds } = this.settings;
    return clockOffsetSeconds === undefined ? answer : dated(answer, clockOffsetSeconds);
  }

  #accountOf(accessKeyId: string): string {
    const { accounts, accountId } = this.settings;
    const session = this.#sessions.of(accessKeyId);
    if (session) return session.accountId;
    return (Object.hasOwn(accounts, accessKeyId) ? accounts[accessKeyId] : undefined) ?? accountId;
  }

  /** Does the work, or does not, as the fault says, and makes of it what goes over the wire. */
  #play(
    fault: Fault | undefined,
    caller: Caller,
    asked: Timed,
    requestId: string,
  ): { outcome: CallOutcome; answer: WireAnswer } {
    const protocol = protocols[caller.service];
    const staleSeconds = fault?.kind === 'stale' ? fault.seconds : 0;
    const result = sparesWork(fault)
      ? { message: undefined, code: undefined, done: false }
      : this.#work(caller, asked, requestId, protocol, staleSeconds);
    const answer = strike(fault, result.message, protocol, requestId);
    return {
      answer,
      outcome: {
        status: 'status' in answer ? answer.status : undefined,
        code: fault?.kind === 'error' ? fault.code : result.code,
        fault: fault?.kind,
        done: result.done,
      },
    };
  }

  #work(
    caller: Caller,
    asked: Timed,
    requestId: string,
    protocol: Protocol,
    staleSeconds: number,
  ): { message: WireMessage; code: string | undefined; done: boolean } {
    try {
      const action = this.#admit(caller, asked, protocol);
      const fields = action.run(asked.node, this.#context(caller, staleSeconds));
      return { message: protocol.answer(action.name, fields, requestId), code: undefined, done: true };
    } catch (error) {
      if (!(error instanceof errors.ApiError)) throw error;
      const refusal = this.#refusalOf(error, caller);
      return { message: protocol.error(refusal, requestId), code: refusal.code, done: false };
    }
  }

  /** A dry run that does not look at states would have succeeded so far. */
  #refusalOf(error: errors.ApiError, { parameters }: Caller): errors.ApiError {
    const ignored = error instanceof errors.StateError && this.settings.dryRuns === 'ignore-state';
    return ignored && parameters['DryRun'] === 'true' ? errors.dryRunOperation() : error;
  }

  /** Everything that is checked before a request's parameters are looked at. */
  #admit(caller: Caller, { refusal, skew }: Timed, { refusals, carries }: Protocol): Action {
    const { service, action: name, parameters, region, accessKeyId } = caller;
    if (accessKeyId === '' && findAction(service, name)?.unsigned !== true) throw refusals.unsigned();
    if (skew) throw refusals.skewed(skew);
    if (this.#isExpired(caller)) throw refusals.expired();
    if (!takesCredentials(this.settings.regions, region)) throw refusals.region();
    if (name === '') throw refusals.noAction();
    if (refusal) throw refusal;
    const action = findAction(service, name);
    if (!action) throw refusals.unknownAction(name);
    this.#limitRate(action, caller);
    if (!action.checksPermission) this.#requirePermission(caller, name);
    this.#requireTags(caller, name);
    for (const [parameter, value] of Object.entries(parameters)) {
      if (!carries(value)) throw errors.invalidCharacter(parameter);
    }
    return action;
  }

  /** Temporary credentials end by the simulator's clock. */
  #isExpired({ accessKeyId, at }: Caller): boolean {
    const session = this.#sessions.of(accessKeyId);
    return session !== undefined && at >= session.expiresAt;
  }

  #limitRate({ name, mutating }: Action, { service, parameters, region, accountId }: Caller): void {
    if (service !== 'ec2') return;
    const paged = 'MaxResults' in parameters || 'Filter.1.Name' in parameters;
    const bucket = this.settings.rateLimits({ action: name, paged, mutating });
    if (bucket && !this.#buckets.take(`${accountId}/${region}/${bucket.name ?? name}`, bucket)) {
      throw errors.requestLimitExceeded();
    }
  }

  #context(caller: Caller, staleSeconds: number): Context {
    return {
      world: this.world(caller.region),
      worldOf: (region) => this.world(region),
      now: caller.at,
      accountId: caller.accountId,
      seenAt: caller.at - staleSeconds * 1000,
      sessions: this.#sessions,
      isPermitted: (action) => this.permissions.isPermitted(action, caller.region),
      requirePermission: (action, resource) => this.#requirePermission(caller, action, resource),
    };
  }

  /** @throws UnauthorizedOperation, or what the service calls it */
  #requirePermission(caller: Caller, action: string, resource = '*'): void {
    if (this.permissions.isPermitted(action, caller.region) || freeActions.has(action)) return;
    this.#deny(caller, action, resource);
  }

  /** @throws UnauthorizedOperation when the request is about a resource without the tag that it takes */
  #requireTags(caller: Caller, action: string): void {
    const { parameters, region } = caller;
    const tagged = () => tagsOfNamed(parameters, this.world(region), (other) => this.world(other));
    if (!this.permissions.isPermittedOn(action, tagged)) this.#deny(caller, action, '*');
  }

  #deny({ service, accountId, region }: Caller, action: string, resource: string): never {
    throw protocols[service].refusals.denied({
      principal: callerArn(accountId),
      // Another service's is named in full: `iam:PassRole`.
      action: action.includes(':') ? action : `${service}:${action}`,
      resource,
      region,
    });
  }
}

/**
 * STS API Reference, GetCallerIdentity: "No permissions are required to perform this operation." Who may assume a role
 * by a token is said by the role.
 */
const freeActions = new Set(['GetCallerIdentity', 'AssumeRoleWithWebIdentity']);

function serviceOf(scope: CredentialScope | undefined, request: WireRequest): Service {
  const name = scope?.service ?? unsignedServiceOf(request);
  return Object.hasOwn(protocols, name) ? (name as Service) : 'ec2';
}

/** What is not signed is told by its target, or by its version. */
function unsignedServiceOf(request: WireRequest): Service {
  const target = request.headers['x-amz-target'];
  if (target === undefined) return formOf(request).get('Version') === stsVersion ? 'sts' : 'ec2';
  return target.startsWith(`${jsonTargets.ssm}.`) ? 'ssm' : 'kms';
}

/** What a request asks for, and how far its signature is from AWS's time, when that is too far. */
type Timed = Asked & { skew: Skew | undefined };

/** A request with the caller that its signature names. */
interface Caller {
  at: number;
  service: Service;
  action: string;
  parameters: Readonly<Record<string, string>>;
  region: string;
  accountId: string;
  accessKeyId: string;
}
