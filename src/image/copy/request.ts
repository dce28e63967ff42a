/**
 * The request for a copy, sent until it is clear what came of it.
 *
 * CopyImage has a client token, so the same request may be sent again: EC2 answers with the same copy. The token is
 * made from what identifies the copy, so that a later attempt of the workflow run finds the copy even before EC2 shows
 * it. But a repeated request must be the same to the letter, and the tags of another attempt are not: then, as when the
 * name is taken, what shows in the Region decides.
 */
import { awsErrorFacts, describeAwsError, errorKind, UnreadableAnswerError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { defaultPatienceSeconds, retryMilliseconds } from '../../aws/patient-client.ts';
import { CopyImageCommand, type CopyImageRequest } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { carriesKey, keyOf } from '../../base/own-tags.ts';
import { shortHash } from '../../base/text.ts';
import type { Run } from '../../run/run.ts';
import { ageSeconds } from '../describe.ts';
import {
  duplicateSeconds,
  imageIdIn,
  nameTaken,
  nothingCreated,
  settleNameTaken,
  tolerantly,
} from '../make/in-doubt.ts';
import { isOwnOrEarlier } from '../ownership.ts';
import { isStillPending } from '../share/refusals.ts';
import type { Copy, Copying, CopyTarget, RegionalCopying } from './copying.ts';
import { findEarlier } from './earlier.ts';

/** Limit for one CopyImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long the Region may take to see that the home image is there. */
const invisibleSourceSeconds = 120;
/** EC2 gives no pace for its limit of copies under way; one ends after minutes. */
const limitPaceSeconds = 30;
/** How long the copy is looked for that a token stands for whose request was another. */
const mismatchSeconds = 60;
/** An image older than this shows its tags, if it has any. */
const youngSeconds = 120;
const lookEverySeconds = 5;

/** What the requests so far came to. */
interface Requests {
  startedAt: number;
  sent: number;
  /** Tokens that turned out to stand for a copy of no use, beside those of `RegionalCopying.useless`. */
  spentTokens: number;
  /** An answer was lost: the request may have worked. */
  inDoubt: boolean;
  /** Codes of the errors that the log has. */
  logged: Set<string>;
}

/**
 * Sends CopyImage until it is answered with a copy, or until it is clear that it will not be.
 * @throws BakeError when there will be no copy
 */
export async function requestCopy(run: Run, copying: RegionalCopying): Promise<Copy> {
  const { clock } = run;
  const requests: Requests = {
    startedAt: clock.now(),
    sent: 0,
    spentTokens: 0,
    inDoubt: false,
    logged: new Set(),
  };
  for (;;) {
    requests.sent += 1;
    const answer = await sendOnce(run, copying, requests);
    if (typeof answer !== 'string') {
      const found = await settle(run, copying, requests, answer.error);
      if (found !== undefined) return found;
    } else if (copying.useless.has(answer)) {
      requests.spentTokens += 1;
    } else {
      return { imageId: answer, createdAt: clock.now(), resumed: false, found: false };
    }
  }
}

async function sendOnce(
  run: Run,
  copying: RegionalCopying,
  requests: Requests,
): Promise<string | { error: unknown }> {
  const { signal, clock, deadline, throwIfCancelled } = run;
  const left = Math.max(0, (deadline - clock.now()) / 1000);
  const how = {
    signal,
    attemptSeconds,
    patienceSeconds: Math.min(defaultPatienceSeconds, left),
    onFailure: (error: unknown) => {
      requests.inDoubt ||= errorKind(error) === 'unclear';
    },
  };
  throwIfCancelled();
  run.record.changed = true;
  try {
    const request = { ...copyImageRequest(copying), ClientToken: clientToken(copying, requests) };
    const command = new CopyImageCommand(request);
    return imageIdIn(await copying.ec2.send(command, how), 'CopyImage');
  } catch (error) {
    signal.throwIfAborted();
    return { error };
  }
}

/** Without its client token. */
export function copyImageRequest({
  home,
  names,
  target: { kmsKeyId },
}: {
  home: Copying['home'];
  names: Omit<Copying['names'], 'key'>;
  target: CopyTarget;
}): CopyImageRequest {
  return {
    SourceImageId: home.imageId,
    SourceRegion: home.region,
    Name: names.name,
    Description: names.description,
    CopyImageTags: false,
    TagSpecifications: [
      { ResourceType: 'image', Tags: [...names.imageTags] },
      { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
    ],
    ...(kmsKeyId === undefined ? {} : { Encrypted: true, KmsKeyId: kmsKeyId }),
  };
}

/** A "string of up to 64 ASCII characters" (EC2 developer guide, "Ensuring idempotency"). */
function clientToken(copying: RegionalCopying, { spentTokens }: Requests): string {
  const { names, home, target, useless, adopts, claim } = copying;
  const identity = [names.key, home.imageId, target.region, [...useless].sort(), spentTokens];
  // Runs that promote one image share its key, and differ in their tags. Their names keep them from a second copy.
  if (adopts) identity.push(claim);
  return `bake-ami-${shortHash(JSON.stringify(identity), 40)}`;
}

/**
 * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
 * @throws BakeError when there will be no copy
 */
async function settle(
  run: Run,
  copying: RegionalCopying,
  requests: Requests,
  error: unknown,
): Promise<Copy | undefined> {
  const { clock, random } = run;
  const { target, progress } = copying;
  const { code } = awsErrorFacts(error);
  if (code === 'InvalidAMIName.Duplicate') return settleDuplicate(run, copying, requests, error);
  if (code === 'IdempotentParameterMismatch') return settleMismatch(run, copying, requests, error);
  if (isTooManyCopies(error)) {
    const says = describeAwsError(error);
    logOnce(run, requests, error, `${target.region} takes no further copy for now (${says}); waiting.`);
    progress.update(target.region, 'waiting');
    await pause(run, copying, requests, limitPaceSeconds * (0.9 + random() / 5) * 1000, error);
    return undefined;
  }
  const mayPass = isInvisibleSource(error) || error instanceof UnreadableAnswerError;
  const isOver = clock.now() - requests.startedAt > invisibleSourceSeconds * 1000;
  if (!mayPass || isOver) throw failureOf(copying, requests, error);
  await pause(run, copying, requests, retryMilliseconds(1, requests.sent, random()), error);
  return undefined;
}

/**
 * The token has been used by an earlier attempt, with other tags: the copy that it stands for shows sooner or later,
 * or is gone. Should it show too late, its name keeps a second one from being made.
 */
async function settleMismatch(
  run: Run,
  copying: RegionalCopying,
  requests: Requests,
  error: unknown,
): Promise<Copy | undefined> {
  const { clock } = run;
  logOnce(
    run,
    requests,
    error,
    `An earlier attempt has copied to ${copying.target.region}; looking for its copy.`,
  );
  const until = clock.now() + mismatchSeconds * 1000;
  while (clock.now() < until) {
    const copy = await lookForEarlier(run, copying);
    if (copy !== undefined) return copy;
    await pause(run, copying, requests, lookEverySeconds * 1000, error);
  }
  requests.spentTokens += 1;
  return undefined;
}

/** The name is that of a copy of this bake which did not show so far, or somebody else's. */
async function settleDuplicate(
  run: Run,
  copying: RegionalCopying,
  requests: Requests,
  error: unknown,
): Promise<Copy | undefined> {
  const { clock, deadline } = run;
  const { region } = copying.target;
  const { name } = copying.names;
  const says = describeAwsError(error);
  logOnce(run, requests, error, `The name is taken in ${region} (${says}); checking by which image.`);
  const again = 'again' as const;
  const settled = await settleNameTaken<Copy | typeof again>(run, {
    region,
    name,
    error,
    until: Math.min(deadline, clock.now() + duplicateSeconds * 1000),
    everySeconds: lookEverySeconds,
    own: async () => {
      const copy = await lookForEarlier(run, copying);
      // EC2 takes a while to free the name of a copy that was removed.
      const isFreed = clock.now() - copying.freedNameAt < duplicateSeconds * 1000;
      return copy ?? (isFreed ? again : undefined);
    },
    mayBeOwn: (holder) =>
      keyOf(holder) === undefined
        ? ageSeconds(holder, clock.now()) < youngSeconds
        : carriesKey(holder, copying.names.key) && isOwnOrEarlier(holder, copying),
    doing: lookingFor(copying),
  });
  if (settled.own === again) {
    await pause(run, copying, requests, lookEverySeconds * 1000, error);
    return undefined;
  }
  if (settled.own !== undefined) return settled.own;
  const id = settled.holder?.ImageId ?? settled.holderId;
  throw nameTaken(name, region, id === undefined ? '' : ` by ${id}`, error);
}

function lookForEarlier(run: Run, copying: RegionalCopying): Promise<Copy | undefined> {
  return tolerantly(() => findEarlier(run, copying, 0), run.signal, lookingFor(copying));
}

/** Completes "could not …". */
function lookingFor({ target }: RegionalCopying): string {
  return `look for the copy in ${target.region}`;
}

function failureOf({ home, target }: RegionalCopying, { inDoubt }: Requests, error: unknown): BakeError {
  const { region } = target;
  const failure = awsFailure('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
  if (!isTooManyCopies(error)) return inDoubt ? failure : nothingCreated(failure);
  return new BakeError(failure.message, {
    cause: error,
    remedy: `Other copies kept ${region} busy until \`timeout-minutes\` was over: raise it, copy less at the same time, or ask AWS to raise the limit.`,
  });
}

/** @throws BakeError for the error when there is no time left for such a pause */
async function pause(
  { clock, deadline, signal }: Run,
  copying: RegionalCopying,
  requests: Requests,
  milliseconds: number,
  error: unknown,
): Promise<void> {
  if (clock.now() + milliseconds > deadline) throw failureOf(copying, requests, error);
  await clock.sleep(milliseconds, signal);
}

/** What EC2 answers again and again is in the log once. */
function logOnce({ log }: Run, { logged }: Requests, error: unknown, message: string): void {
  const { code } = awsErrorFacts(error);
  if (logged.has(code)) return;
  logged.add(code);
  log.info(message);
}

/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}

/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error: unknown): boolean {
  return awsErrorFacts(error).code === 'InvalidAMIID.NotFound' || isStillPending(error);
}
