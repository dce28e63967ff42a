/**
 * One of the SDK's clients with the patience that a bake needs: a time limit for each attempt, our own judgement of
 * errors, retries at the pace that each error asks for. Callers send the SDK's commands, as they would to the client.
 *
 * The SDK's own retries are switched off (`maxAttempts: 1`): they are over within a second or two, have no
 * time limit for an attempt, and would send a CreateImage again whose answer was lost.
 */
import type { Clock } from '../base/clock.ts';
import { duration } from '../base/units.ts';
import type { ErrorKind } from './catalogue.ts';
import { ClockSkewError, clockSkewOf, skewText } from './clock-skew.ts';
import { awsErrorFacts, describeAwsError, errorKind, isPassing, NoAnswerError } from './errors.ts';

export interface SendOptions {
  /** Ends the call at once; what is thrown then is the signal's reason. */
  signal: AbortSignal;
  /**
   * How long passing errors are met with another attempt, in seconds from the first; 0 for a single attempt,
   * which is right for everything that is not idempotent. Unless given, longer where EC2 throttles than otherwise.
   */
  patienceSeconds?: number;
  /** Also keep trying on "not found": for objects that this bake has just made (eventual consistency). */
  newObject?: boolean;
  /** Limit for one attempt, from connecting to the last byte of the answer. */
  attemptSeconds?: number;
  /** Upper limit of the pause between two attempts, for calls that have little time, as when cleaning up. */
  longestDelaySeconds?: number;
  /** Told of each attempt that failed, also of those that are followed by another. */
  onFailure?: (error: unknown) => void;
}

export const defaultPatienceSeconds = 180;
export const defaultAttemptSeconds = 15;

/** Any command of the SDK whose answer is an `Output`. */
interface Command<Output> {
  resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: Output }>;
}

/** What is used of an SDK client. */
export interface SdkClient {
  send(command: never, options: { abortSignal: AbortSignal }): Promise<unknown>;
}

/** What the clients of one access learn about the connection to AWS. They share it. */
export interface Contact {
  /** Names of the clients whose credentials AWS has accepted. */
  answered: Set<string>;
  /** The log has said that the runner's clock is wrong. */
  clockIsTold: boolean;
}

export function noContact(): Contact {
  return { answered: new Set(), clockIsTold: false };
}

export interface PatientClientOptions {
  client: SdkClient;
  /** Of the service and the Region, e.g. `ec2 eu-west-1`. */
  name?: string;
  contact?: Contact;
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  /** When everything must be over, in milliseconds since the epoch; see `until`. */
  deadline?: number;
  /** Told once for each call that takes long because AWS refuses it for the moment. */
  onTrouble?: ((message: string) => void) | undefined;
}

/** For EC2's client; the others are called by their full name. */
export type Ec2 = PatientClient;

export class PatientClient {
  readonly #options: PatientClientOptions & { name: string; contact: Contact };

  constructor(options: PatientClientOptions) {
    this.#options = { name: '', contact: noContact(), ...options };
  }

  /**
   * The same client with less patience: no retry begins after the deadline, and an attempt ends a few seconds after it.
   * @param deadline milliseconds since the epoch
   */
  until(deadline: number): PatientClient {
    return new PatientClient({ ...this.#options, deadline });
  }

  /**
   * @throws the SDK's error of the last attempt, ClockSkewError, NoAnswerError, UnreadableAnswerError, or the signal's reason
   */
  async send<Output>(command: Command<Output>, options: SendOptions): Promise<Output> {
    const { clock, random } = this.#options;
    const start = clock.now();
    let isTold = false;
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#attemptInTime(command, options);
      } catch (error) {
        options.signal.throwIfAborted();
        options.onFailure?.(error);
        const kind = errorKind(error);
        const patience = this.#patienceSeconds(options, error) * 1000;
        const limit = Math.min(patience, this.#millisecondsLeft() + clock.now() - start);
        const worthAnother = isPassing(kind) || (kind === 'not-found' && options.newObject === true);
        const delay = delayMilliseconds(kind, failures, random(), options.longestDelaySeconds);
        if (!worthAnother || clock.now() + delay - start > limit) throw error;
        if (!isTold && clock.now() + delay - start > quietSeconds * 1000) {
          isTold = true;
          this.#tell(error, limit);
        }
        await clock.sleep(delay, options.signal);
      }
    }
  }

  /**
   * An attempt, and once more with the corrected time if AWS refused it because the runner's clock is wrong: what is refused
   * like this was not carried out, so that it holds for every call.
   */
  async #attemptInTime<Output>(command: Command<Output>, options: SendOptions): Promise<Output> {
    const { name, contact } = this.#options;
    try {
      return await this.#attempt(command, options);
    } catch (error) {
      const skew = clockSkewOf(error);
      if (skew === undefined) throw error;
      this.#tellOfClock(skew);
      return await this.#attempt(command, options).catch((second) => {
        // Where AWS has accepted corrected requests before, it is not the clock.
        const isOfClock = errorKind(second) === 'credentials' && !contact.answered.has(name);
        throw isOfClock ? new ClockSkewError(skew, second) : second;
      });
    }
  }

  #tellOfClock(skew: number): void {
    const { contact, onTrouble } = this.#options;
    if (contact.clockIsTold) return;
    contact.clockIsTold = true;
    onTrouble?.(
      `The clock of the runner is ${skewText(skew)}. Requests are signed with the time of AWS from now on.`,
    );
  }

  /** A name that does not resolve and a port that refuses are mistakes mostly, until AWS has answered. */
  #patienceSeconds(options: SendOptions, error: unknown): number {
    const patience = patienceSeconds(options, error);
    const { name, contact } = this.#options;
    const { code } = awsErrorFacts(error);
    const isReached = code === 'ENOTFOUND' ? contact.answered.has(name) : contact.answered.size > 0;
    if (!unreachableCodes.includes(code) || isReached) return patience;
    return Math.min(patience, unreachablePatienceSeconds);
  }

  #tell(error: unknown, limit: number): void {
    const words = `${describeAwsError(error)}; retrying for up to ${duration(limit)}`;
    this.#options.onTrouble?.(`AWS keeps refusing a call: ${words}`);
  }

  #millisecondsLeft(): number {
    const { clock, deadline = Number.POSITIVE_INFINITY } = this.#options;
    return deadline - clock.now();
  }

  async #attempt<Output>(command: Command<Output>, options: SendOptions): Promise<Output> {
    options.signal.throwIfAborted();
    const left = Math.max(graceSeconds, this.#millisecondsLeft() / 1000);
    const seconds = Math.min(options.attemptSeconds ?? defaultAttemptSeconds, left);
    const timeout = new AbortController();
    const settled = new AbortController();
    const signal = AbortSignal.any([options.signal, timeout.signal]);
    // The SDK ignores the signal while it gets credentials: a stalled source of them must not stall the call.
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: settled.signal });
    });
    this.#options.clock.sleep(seconds * 1000, settled.signal).then(
      () => timeout.abort(new NoAnswerError(`AWS did not answer within ${Math.ceil(seconds)} seconds`)),
      () => undefined,
    );
    try {
      const answer = (await Promise.race([
        this.#options.client.send(command as never, { abortSignal: signal }),
        ended,
      ])) as Output;
      this.#options.contact.answered.add(this.#options.name);
      return answer;
    } catch (error) {
      // The SDK wraps the reason of an abort in an error of its own.
      signal.throwIfAborted();
      if (isAnswer(error)) this.#options.contact.answered.add(this.#options.name);
      throw error;
    } finally {
      settled.abort(new Error('The attempt is over'));
    }
  }
}

/** A log that stands still for longer looks as if the action did nothing. */
const quietSeconds = 10;
/** An attempt that begins at the deadline may take so long. */
const graceSeconds = 5;

const unreachableCodes = [
  'ENOTFOUND',
  'ECONNREFUSED',
  'ERR_PROXY_TUNNEL',
  // A proxy or an endpoint that is called `https://` and speaks no TLS.
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'EPROTO',
];
const unreachablePatienceSeconds = 3;
/** Throttled calls stand in a queue, which moves: who gives up has waited in vain. */
const throttledPatienceSeconds = 900;

function patienceSeconds({ patienceSeconds: asked }: SendOptions, error: unknown): number {
  if (asked !== undefined) return asked;
  return errorKind(error) === 'throttled' ? throttledPatienceSeconds : defaultPatienceSeconds;
}

/** AWS itself has answered, and accepts the credentials. */
function isAnswer(error: unknown): boolean {
  const { code, httpStatus } = awsErrorFacts(error);
  return httpStatus !== undefined && code !== 'UnreadableAnswerError' && errorKind(error) !== 'credentials';
}

function delayMilliseconds(
  kind: ErrorKind,
  failures: number,
  random: number,
  longestSeconds = Number.POSITIVE_INFINITY,
): number {
  const delay =
    kind === 'throttled'
      ? throttleMilliseconds(failures, random)
      : retryMilliseconds(kind === 'unclear' ? 0.4 : 1, failures, random);
  return Math.min(delay, longestSeconds * 1000);
}

const longestDelaySeconds = 15;

/**
 * Exponential back-off with jitter: half of it fixed, half random, so that many bakes do not march in step.
 * @param failures attempts that have failed so far, 1 or more
 */
export function retryMilliseconds(baseSeconds: number, failures: number, random: number): number {
  const ceiling = Math.min(longestDelaySeconds, baseSeconds * 2 ** (failures - 1));
  return ceiling * (0.5 + random / 2) * 1000;
}

const longestThrottleSeconds = 60;
const shortestThrottleSeconds = 0.2;

/**
 * For calls that EC2 throttles: wider than other retries, and at random over the whole width ("full jitter", in the AWS
 * Architecture Blog's "Exponential Backoff And Jitter"), so that those who were refused together do not return together.
 * @param failures attempts that have failed so far, 1 or more
 */
export function throttleMilliseconds(failures: number, random: number): number {
  const ceiling = Math.min(longestThrottleSeconds, 2 ** failures);
  return Math.max(shortestThrottleSeconds, ceiling * random) * 1000;
}
