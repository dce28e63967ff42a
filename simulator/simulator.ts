import type { Action, Context, Service } from './actions/action.ts';
import { callerArn } from './actions/get-caller-identity.ts';
import { findAction } from './actions/index.ts';
import { type CallOutcome, Calls } from './calls.ts';
import { sparesWork, strike } from './fault-effects.ts';
import { type Fault, FaultScript, faults } from './faults.ts';
import { GitHubOidc } from './github-oidc.ts';
import * as errors from './model/errors.ts';
import { Sessions } from './model/sessions.ts';
import { tagsOfNamed } from './named-resources.ts';
import type { SimulatorOptions } from './options.ts';
import { Permissions } from './permissions.ts';
import { TokenBuckets } from './rate-limits.ts';
import { conditionOf, takesCredentials } from './regions.ts';
import type { TimedAnswer, WireAnswer, WireMessage } from './wire/answer.ts';
import { dated, type Skew, skewOf } from './wire/clock-skew.ts';
import type { Asked, Protocol } from './wire/protocol.ts';
import { jsonTargets, protocols, stsVersion } from './wire/protocols.ts';
import { type CredentialScope, credentialScope, formOf, type WireRequest } from './wire/request.ts';
import { Worlds } from './worlds.ts';

/**
 * EC2 as far as the life of an image goes, with the real wire protocol. See README.md beside this file.
 *
 * `serve` (wire/server.ts) puts it behind HTTP, `inProcess` (wire/in-process.ts) behind an SDK client without
 * sockets.
 */
export class Simulator extends Worlds {
  readonly calls = new Calls();
  readonly faults = new FaultScript();
  readonly permissions = new Permissions();
  readonly gitHub: GitHubOidc;
  readonly #buckets: TokenBuckets;
  readonly #sessions: Sessions;

  constructor(options: SimulatorOptions = {}) {
    super(options);
    const { clock, ids, calls, faults: script } = this;
    this.#buckets = new TokenBuckets(clock);
    this.#sessions = new Sessions(ids);
    this.gitHub = new GitHubOidc({ clock, ids, calls, faults: script });
  }

  /** Answers a request. What it changes, it changes before this returns; only the answer may be late. */
  handle(request: WireRequest): TimedAnswer {
    if (this.gitHub.isFor(request)) return this.gitHub.handle(request);
    const requestId = this.ids.uuid();
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
