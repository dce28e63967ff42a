import type { Clock } from '../src/clock.ts';
import type { Action, Context, Service } from './actions/action.ts';
import { callerArn } from './actions/get-caller-identity.ts';
import { findAction } from './actions/index.ts';
import { type CallOutcome, Calls } from './calls.ts';
import { sparesWork, strike } from './fault-effects.ts';
import { type Fault, FaultScript } from './faults.ts';
import { GitHubOidc } from './github-oidc.ts';
import type { LaunchConfiguration, ScalingGroup } from './model/auto-scaling.ts';
import * as errors from './model/errors.ts';
import { IdGenerator } from './model/ids.ts';
import type { Image } from './model/image.ts';
import type { ImageRecipe } from './model/image-recipe.ts';
import type { Instance } from './model/instance.ts';
import { type KeySeed, type KmsKey, seedKey } from './model/kms-key.ts';
import type { LaunchTemplate } from './model/launch-template.ts';
import { type ParameterSeed, type StoredParameter, seedParameter } from './model/parameter-store.ts';
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
import { type SnapshotLockSeed, seedSnapshotLock } from './model/seed-snapshot-lock.ts';
import { Sessions } from './model/sessions.ts';
import type { SnapshotLock } from './model/snapshot-lock.ts';
import { World } from './model/world.ts';
import { type SimulatorOptions, type SimulatorSettings, settingsFrom } from './options.ts';
import { Permissions } from './permissions.ts';
import { TokenBuckets } from './rate-limits.ts';
import { isEnabledRegion } from './regions.ts';
import type { TimedAnswer, WireAnswer, WireMessage } from './wire/answer.ts';
import { type Asked, jsonTargets, type Protocol, protocols, stsVersion } from './wire/protocols.ts';
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
    this.gitHub = new GitHubOidc({ clock, ids: this.#ids, calls: this.calls, faults: this.faults });
  }

  get clock(): Clock {
    return this.settings.clock;
  }

  /** What a Region holds; each is a world of its own. */
  world(region: string = this.settings.region): World {
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
    const asked = protocols[service].read(request);
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
    const fault = this.faults.strike(caller);
    const { outcome, answer } = this.#play(fault, caller, asked, requestId);
    this.calls.record({
      ...caller,
      userAgent: request.headers['user-agent'] ?? '',
      mutating: findAction(service, asked.action)?.mutating ?? false,
      outcome,
    });
    return { answer, delayMilliseconds: fault?.kind === 'late' ? fault.seconds * 1000 : 0 };
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
    asked: Asked,
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
    asked: Asked,
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
      return { message: protocol.error(error, requestId), code: error.code, done: false };
    }
  }

  /** Everything that is checked before a request's parameters are looked at. */
  #admit(caller: Caller, { refusal }: Asked, { refusals, carries }: Protocol): Action {
    const { service, action: name, parameters, region, accessKeyId } = caller;
    if (accessKeyId === '' && findAction(service, name)?.unsigned !== true) throw refusals.unsigned();
    if (this.#isExpired(caller)) throw refusals.expired();
    if (!isEnabledRegion(region)) throw refusals.region();
    if (name === '') throw refusals.noAction();
    if (refusal) throw refusal;
    const action = findAction(service, name);
    if (!action) throw refusals.unknownAction(name);
    this.#limitRate(action, caller);
    if (!action.checksPermission) this.#requirePermission(caller, name);
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
      isPermitted: (action) => this.permissions.isPermitted(action),
      requirePermission: (action, resource) => this.#requirePermission(caller, action, resource),
    };
  }

  /** @throws UnauthorizedOperation, or what the service calls it */
  #requirePermission({ service, accountId, region }: Caller, action: string, resource = '*'): void {
    if (this.permissions.isPermitted(action) || freeActions.has(action)) return;
    throw protocols[service].refusals.denied({
      principal: callerArn(accountId),
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
