/**
 * The Regions of the copies: that they are there and can be used, and what is checked in each of them. What is wrong with a
 * Region as a whole is one finding, and hides nothing of what is found elsewhere.
 */
import { describeAwsError, errorKind, NoAnswerError } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { DescribeRegionsCommand } from '../aws/sdk/ec2.ts';
import { closest } from '../base/closest.ts';
import type { CopyTarget } from '../image/copy/copying.ts';
import type { Run } from '../run/run.ts';
import type { Check, RegionCheck, Subject } from './check.ts';
import { nameIsFreeIn } from './copies.ts';
import { copyKeyIsUsable, defaultKeySuitsCopy } from './encryption.ts';
import { checkPatience, error, type Finding, isSilence, unchecked } from './finding.ts';
import { templatesIn } from './launch-templates.ts';
import { parametersIn } from './lifecycle.ts';
import { publicIsPossibleIn } from './sharing.ts';

const checksOfRegion: readonly RegionCheck[] = [
  copyKeyIsUsable,
  defaultKeySuitsCopy,
  publicIsPossibleIn,
  parametersIn,
  templatesIn,
];

export const copiesArePossible: Check = async (run, subject) => {
  const { copyTo } = subject;
  if (copyTo.length === 0) return [];
  const { findings, isUsable, patience } = await regionsOf(run, subject);
  const usable = copyTo.filter(({ region }) => isUsable(region));
  const inRegions = await Promise.all(usable.map((target) => findingsIn(run, subject, target, patience)));
  return [...findings, ...inRegions.flat()];
};

/**
 * The look for the name decides whether the Region can be used; the other checks run beside it, and end when it cannot.
 */
async function findingsIn(
  run: Run,
  subject: Subject,
  target: CopyTarget,
  patience: Patience,
): Promise<Finding[]> {
  const unusable = new AbortController();
  const signal = AbortSignal.any([run.signal, unusable.signal]);
  const lookForName = (how: SendOptions) => nameIsFreeIn(run, subject, target.region, how);
  const ofName = answerInTime(run, patience, lookForName).catch((thrown) => {
    unusable.abort(new Error('The Region cannot be used'));
    return [cannotUse(target.region, thrown)];
  });
  const how = { ...patience, signal };
  const others = checksOfRegion.map((check) => check(run, subject, target, how).catch(() => []));
  const findings = await Promise.all([ofName, ...others]);
  run.signal.throwIfAborted();
  return unusable.signal.aborted ? await ofName : findings.flat();
}

type Patience = Required<Pick<SendOptions, 'patienceSeconds' | 'attemptSeconds'>>;

/** An answer within the five seconds of a preflight. */
const shortestAttemptSeconds = 3.7;
const longestAttemptSeconds = 20;

/** Where calls to the home Region take long, those to others do too. */
function patienceFor(homeSeconds: number): Patience {
  const seconds = Math.min(longestAttemptSeconds, Math.max(shortestAttemptSeconds, 6 * homeSeconds));
  return { attemptSeconds: seconds, patienceSeconds: seconds / 2 };
}

/**
 * Asks once more half-way, without giving up the first attempt: a single lost packet does not end a bake, and neither does a
 * Region that is slow.
 * @throws NoAnswerError when no answer has come after the seconds of one attempt
 */
async function answerInTime<T>(
  { clock, signal }: Run,
  patience: Patience,
  ask: (how: SendOptions) => Promise<T>,
): Promise<T> {
  const { attemptSeconds: seconds } = patience;
  const isOver = new AbortController();
  const how = { ...patience, signal: AbortSignal.any([signal, isOver.signal]) };
  const first = ask(how);
  const second = clock.sleep((seconds / 2) * 1000, how.signal).then(() => ask(how));
  const limit = clock.sleep(seconds * 1000, how.signal).then(() => {
    throw new NoAnswerError(`AWS did not answer within ${Math.ceil(seconds)} seconds`);
  });
  limit.catch(() => undefined);
  try {
    return await Promise.race([unlessSilent(first, second), unlessSilent(second, first), limit]);
  } finally {
    isOver.abort(new Error('The Region has answered, or not in time'));
  }
}

/** Of two attempts, one that was not answered says nothing. */
function unlessSilent<T>(one: Promise<T>, other: Promise<T>): Promise<T> {
  return one.catch((thrown) => (isSilence(thrown) ? other : Promise.reject(thrown)));
}

interface Regions {
  /** What is wrong with them. */
  findings: Finding[];
  /** Whether the Region can be asked about its images. */
  isUsable(region: string): boolean;
  patience: Patience;
}

async function regionsOf(run: Run, { instance, copyTo }: Subject): Promise<Regions> {
  const { aws, region: home, signal, clock } = run;
  const sentAt = clock.now();
  try {
    // Not by their names: one that EC2 does not know makes it refuse the whole call.
    const command = new DescribeRegionsCommand({ AllRegions: true });
    const { Regions } = await aws.ec2(home).send(command, { signal, ...checkPatience });
    const known = new Map(
      (Regions ?? []).map(({ RegionName, OptInStatus }) => [RegionName ?? '', OptInStatus]),
    );
    const isUsable = (region: string) => known.has(region) && known.get(region) !== 'not-opted-in';
    const findings = copyTo
      .filter(({ region }) => !isUsable(region))
      .map(({ region }) =>
        error(known.has(region) ? notEnabled(region, instance.accountId) : unknown(region, known)),
      );
    return { findings, isUsable, patience: patienceFor((clock.now() - sentAt) / 1000) };
  } catch (thrown) {
    signal.throwIfAborted();
    const what = 'whether the Regions of `copy-to` exist and are enabled';
    const findings = [unchecked('ec2:DescribeRegions', what, thrown)];
    return { findings, isUsable: () => true, patience: patienceFor(0) };
  }
}

function unknown(region: string, known: ReadonlyMap<string, unknown>): string {
  const near = closest(region, known.keys());
  const hint = near === undefined ? 'Check how it is written' : `Is it \`${near}\`?`;
  return `Input \`copy-to\`: there is no Region ${region} for this account. ${hint.replace(/[^?]$/, '$&.')}`;
}

function notEnabled(region: string, accountId: string): string {
  return `Input \`copy-to\`: Region ${region} is not enabled in account ${accountId}. Whoever administers the account can enable it (aws account enable-region --region-name ${region}), which takes minutes to hours; or leave it out.`;
}

/** Without looks at its images no copy can be followed, so whatever is in their way is an error. */
function cannotUse(region: string, thrown: unknown): Finding {
  const input = 'Input `copy-to`:';
  if (isSilence(thrown)) {
    return error(
      `${input} ${region} does not answer (${describeAwsError(thrown)}). Check that the network and the proxy of the runner let it reach ec2.${region}.amazonaws.com, or leave the Region out.`,
    );
  }
  if (errorKind(thrown) === 'credentials') {
    // With credentials that are good in the home Region.
    return error(
      `${input} ${region} does not accept the credentials (${describeAwsError(thrown)}). Check that the Region is enabled in the account, that session tokens are valid in it, and that no policy keeps the role from using it.`,
    );
  }
  const { message, remedy } = awsFailure('ec2:DescribeImages', `look for images in ${region}`, thrown);
  return error(
    `${input} ${message} ${remedy ?? ''} Policies that allow some Regions only must allow ${region}.`,
  );
}
