/**
 * The session of a role that the action assumes itself, by an OIDC token and without any other credentials, and renews for
 * as long as somebody asks for credentials: a wait may last longer than any session.
 */
import type { Clock } from '../base/clock.ts';
import { BakeError, messageOf } from '../base/errors.ts';
import { describeAwsError, NoAnswerError, UnreadableAnswerError } from './errors.ts';
import { retryMilliseconds } from './patient-client.ts';
import { action, noToken, passesByItself, refusedRole, roleErrorOf } from './role-errors.ts';
import type { EC2Client } from './sdk/ec2.ts';
import type { Credentials, STSClient } from './sdk/sts.ts';

/**
 * Asks for an OIDC token of this audience, anew each time, since it is good for minutes only.
 * @throws BakeError for what will not pass by itself; after anything else it is asked again
 */
export type IdTokenSource = (audience: string, signal: AbortSignal) => Promise<string>;

export interface RoleOptions {
  /** The form is checked with the input. */
  roleArn: string;
  /** Becomes a part of the session's ARN, which CloudTrail shows: see `sessionName`. */
  sessionName: string;
  idToken: IdTokenSource;
  /** A client for the Region's STS, made when it is first needed; it needs no credentials. */
  sts: () => Promise<Pick<STSClient, 'send'>>;
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  /** Told what went wrong and is tried again. */
  onTrouble?: (message: string) => void;
  /** Told each secret as soon as there is one, before anything can print it. */
  onSecret?: (secret: string) => void;
}

/** Credentials as the SDK takes them. */
export interface RoleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
  /** They are renewed before they expire. */
  renewable: true;
}

/** For the `credentials` of the SDK's clients; several may share one. */
export interface RoleProvider {
  (): Promise<RoleCredentials>;
  /**
   * The SDK's clients otherwise keep what they got until five minutes before it expires by the system's clock
   * (`memoizeIdentityProvider` of @smithy/core); marked like this, the provider is asked for every request
   * (`resolveAwsSdkSigV4Config` of @aws-sdk/core).
   */
  readonly memoized: true;
}

/**
 * The provider throws
 * - RoleError when the role cannot be assumed: trying again does not help;
 * - NoAnswerError when GitHub or STS gave no session for reasons that pass.
 * Neither is thrown while the session before is still good.
 */
export function assumedRole(options: RoleOptions): RoleProvider {
  const role = new AssumedRole(options);
  return Object.assign(() => role.credentials(), { memoized: true as const });
}

/**
 * Tells the workflow run and its attempt.
 * RoleSessionName in the STS API reference: 2 to 64 of `A-Z a-z 0-9 _ + = , . @ -`.
 */
export function sessionName(runId: string, runAttempt: string): string {
  return `bake-ami-${runId}-${runAttempt}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}

/**
 * When the credentials of a client expire and nobody renews them.
 * @returns undefined when that is not known, as with most credentials in environment variables: those tell it in
 *   AWS_CREDENTIAL_EXPIRATION, if at all
 */
export async function credentialsExpireAt(client: Pick<EC2Client, 'config'>): Promise<Date | undefined> {
  try {
    const credentials = await client.config.credentials();
    if ('renewable' in credentials) return undefined;
    const { expiration } = credentials;
    return expiration === undefined || Number.isNaN(expiration.getTime()) ? undefined : expiration;
  } catch {
    // Whoever needs the credentials meets the same error, and tells it.
    return undefined;
  }
}

/** What a session lasts when no duration is asked for: "By default … one hour", AssumeRoleWithWebIdentity. */
const defaultSessionSeconds = 3600;
/** DurationSeconds of AssumeRoleWithWebIdentity: at least 900. */
const shortestSessionSeconds = 900;

/** A session is renewed when so much of it is left, or a third of it, whichever is less. */
const renewalSeconds = 300;

/** While the old session is good, a renewal that failed is tried again after this time. */
const pauseSeconds = 20;

/** For the token and for the session, each. */
const answerSeconds = 10;

/** In a row, when there is no session to go on with; the patience of the call that needs it comes on top. */
const tries = 3;

/** What STS gives. */
type Given = { [Field in keyof Credentials]-?: NonNullable<Credentials[Field]> };

interface Session {
  credentials: RoleCredentials;
  /** From now on, in milliseconds since the epoch, it is renewed while it is used. */
  renewFrom: number;
  /** From now on it is not used any more: it might expire while a request is on its way. */
  useUntil: number;
}

class AssumedRole {
  readonly #options: RoleOptions;
  #session: Session | undefined;
  /** The one that is under way; everybody waits for the same. */
  #renewal: Promise<Session> | undefined;
  /** No renewal before this time, in milliseconds since the epoch. */
  #pauseUntil = 0;

  constructor(options: RoleOptions) {
    this.#options = options;
  }

  async credentials(): Promise<RoleCredentials> {
    const session = this.#usable();
    if (session === undefined) return (await this.#wait()).credentials;
    const now = this.#options.clock.now();
    const due = now >= session.renewFrom && now >= this.#pauseUntil;
    if (due && this.#renewal === undefined) this.#renewAlongside();
    return session.credentials;
  }

  #usable(): Session | undefined {
    const session = this.#session;
    return session !== undefined && this.#options.clock.now() < session.useUntil ? session : undefined;
  }

  /** Nobody waits for it: requests go on with the session that is still good. */
  #renewAlongside(): void {
    this.#renew().catch((error) => {
      this.#options.onTrouble?.(`The session goes on unrenewed for now: ${messageOf(error)}`);
    });
  }

  /** There is no session to go on with. */
  async #wait(): Promise<Session> {
    const { clock, random, onTrouble } = this.#options;
    for (let failures = 1; ; failures += 1) {
      try {
        // While this one paused, another may have got what both want.
        return this.#usable() ?? (await this.#renew());
      } catch (error) {
        if (error instanceof BakeError || failures >= tries) throw error;
        onTrouble?.(`Trying again: ${messageOf(error)}`);
        await clock.sleep(retryMilliseconds(1, failures, random()));
      }
    }
  }

  #renew(): Promise<Session> {
    this.#renewal ??= this.#assume().then(
      (session) => {
        this.#renewal = undefined;
        this.#session = session;
        return session;
      },
      (error) => {
        this.#renewal = undefined;
        this.#pauseUntil = this.#options.clock.now() + pauseSeconds * 1000;
        throw error;
      },
    );
    return this.#renewal;
  }

  async #assume(): Promise<Session> {
    const token = await this.#token();
    const askedAt = this.#options.clock.now();
    const answer = await this.#ask(token);
    return this.#sessionOf(answer, askedAt);
  }

  async #token(): Promise<string> {
    const { roleArn, idToken, clock } = this.#options;
    try {
      return await within(clock, 'GitHub', (signal) => idToken(audienceOf(roleArn), signal));
    } catch (error) {
      if (error instanceof BakeError) throw roleErrorOf(roleArn, error);
      throw passesByItself(error) ? noSession(roleArn, 'no OIDC token', error) : noToken(roleArn, error);
    }
  }

  async #ask(token: string): Promise<Given> {
    const { roleArn } = this.#options;
    try {
      return await this.#assumeBy(token);
    } catch (error) {
      if (error instanceof BakeError) throw roleErrorOf(roleArn, error);
      throw passesByItself(error) ? noSession(roleArn, action, error) : refusedRole(roleArn, token, error);
    }
  }

  async #assumeBy(token: string): Promise<Given> {
    const { roleArn, sessionName: RoleSessionName, sts, clock } = this.#options;
    const client = await sts();
    const { AssumeRoleWithWebIdentityCommand } = await import('./sdk/sts.ts');
    const command = new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName,
      WebIdentityToken: token,
    });
    const { Credentials: given } = await within(clock, 'STS', (abortSignal) =>
      client.send(command, { abortSignal }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
      throw new UnreadableAnswerError('the answer lacks the credentials');
    }
    return { AccessKeyId, SecretAccessKey, SessionToken, Expiration };
  }

  #sessionOf({ AccessKeyId, SecretAccessKey, SessionToken, Expiration }: Given, askedAt: number): Session {
    for (const secret of [SecretAccessKey, SessionToken]) this.#options.onSecret?.(secret);
    const endsAt = endOfSession(Expiration.getTime(), askedAt);
    const ahead = Math.min(renewalSeconds * 1000, Math.max(0, endsAt - askedAt) / 3);
    return {
      credentials: {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: new Date(endsAt),
        renewable: true,
      },
      renewFrom: endsAt - ahead,
      useUntil: endsAt - ahead / 10,
    };
  }
}

/**
 * When a session ends by the clock of the runner, which may be wrong. All times in milliseconds since the epoch.
 * A clock that is behind that of AWS must not make the session look longer than it is. By one that is hours ahead it seems to
 * have ended before it was asked for, and every call would ask for another.
 */
function endOfSession(expiration: number, askedAt: number): number {
  if (expiration <= askedAt) return askedAt + shortestSessionSeconds * 1000;
  return Math.min(expiration, askedAt + defaultSessionSeconds * 1000);
}

/**
 * What the token is for. In China STS has a name of its own; everywhere else aws-actions/configure-aws-credentials asks for
 * this one too, so that one identity provider in IAM serves both.
 */
function audienceOf(roleArn: string): string {
  return roleArn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** Their names say nothing to a user; their messages do. */
const ownErrors = new Set(['Error', 'NoAnswerError', 'UnreadableAnswerError']);

/** Not worth ending anything for: whoever asked may ask again. */
function noSession(roleArn: string, what: string, cause: unknown): NoAnswerError {
  const { name } = cause as Error;
  const reason = ownErrors.has(name) ? messageOf(cause) : describeAwsError(cause);
  return new NoAnswerError(`The role ${roleArn} could not be assumed, ${what}: ${reason}`, { cause });
}

/** @throws NoAnswerError after the time limit, whatever the work makes of the signal */
async function within<T>(clock: Clock, whose: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const settled = new AbortController();
  const timeout = clock.sleep(answerSeconds * 1000, settled.signal).then(() => {
    const error = new NoAnswerError(`${whose} did not answer within ${answerSeconds} seconds`);
    limit.abort(error);
    throw error;
  });
  try {
    return await Promise.race([timeout, work(limit.signal)]);
  } finally {
    settled.abort(new Error('The call is over'));
  }
}
