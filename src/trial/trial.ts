/**
 * The story of a test: from an image to a verdict, and nothing left in EC2 however it ends.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */

import { accountLimits, accountRefusal, callersAccount } from '../aws/account.ts';
import { explain } from '../aws/decode.ts';
import { asFailure } from '../aws/failure.ts';
import { BakeError, CancelledError, messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { timeLimit } from '../base/time-limit.ts';
import { tellFindings } from '../preflight/finding.ts';
import { learn, phase, warn } from '../run/run.ts';
import { keepConsole } from './console.ts';
import { endEarlier } from './earlier.ts';
import { cancelled, endLaunches, type Haste, type Leftover, unhurried } from './end.ts';
import { describeTestedImage, type TestedImage, usualMinutes, usualType } from './image.ts';
import { isRefusal, keep, launch } from './launch.ts';
import { mark } from './mark.ts';
import { planOf } from './plan.ts';
import { preflight, subnetProblems } from './preflight.ts';
import { lastLaunch, openLaunches, type Place, type TrialRecord, type TrialRun } from './record.ts';
import { graceMinutes } from './request.ts';
import type { Verdict } from './verdict.ts';
import { watch } from './watch.ts';

export type Outcome =
  | { ok: true; record: TrialRecord }
  | { ok: false; record: TrialRecord; error: unknown; leftovers: readonly Leftover[] };

/** Never throws for what goes wrong with the test: that is the outcome. */
export async function trial(run: TrialRun): Promise<Outcome> {
  const { record } = run;
  let error = await whatIsThrown(takeSteps(run));
  if (error !== undefined && record.verdict === undefined) learn(run, { verdict: verdictOf(error) });
  const leftovers = await endAll(run, error instanceof CancelledError ? cancelled : unhurried);
  error ??= await whatIsThrown(afterTheEnd(run));
  const problem = error ?? problemOf(record, leftovers);
  if (problem === undefined) return { ok: true, record };
  const explained = await explain(problem, run.aws.sts(), new AbortController().signal);
  return { ok: false, record, error: explained, leftovers };
}

function whatIsThrown(work: Promise<void>): Promise<unknown> {
  return work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

async function afterTheEnd(run: TrialRun): Promise<void> {
  const { verdict } = run.record;
  if (verdict !== undefined) await mark(run, verdict);
  // What an earlier attempt launched just before it was killed may show only now.
  if (!run.inputs.dryRun) await endEarlier(run);
}

async function takeSteps(given: TrialRun): Promise<void> {
  const { inputs, record } = given;
  const image = await phase(given, 'Inspect', () => inspect(given));
  const minutes = inputs.timeoutMinutes ?? usualMinutes(image);
  const deadline = record.startedAt + minutes * 60_000;
  const run: TrialRun = { ...given, deadline, aws: given.aws.until(deadline) };
  learn(run, { expiresAt: deadline + graceMinutes * 60_000 });
  const places = await phase(run, 'Check', () => check(run, image));
  if (inputs.dryRun) return plan(run, image, places, minutes);
  const verdict = await test(run, image, places);
  learn(run, { verdict });
  run.log.info(`Verdict: ${verdict.judgement}. ${verdict.reason}`);
  const launched = lastLaunch(record);
  if (verdict.judgement !== 'passed' && launched !== undefined) await keepConsole(run, launched);
}

async function inspect(run: TrialRun): Promise<TestedImage> {
  const { inputs, log } = run;
  await checkAccount(run);
  if (!inputs.dryRun) await endEarlier(run);
  const image = await describeTestedImage(run, inputs.amiId).catch((error) => withOtherProblems(run, error));
  learn(run, { image });
  log.info(
    `Image ${image.id} "${image.name}": ${image.architecture}, ${image.windows ? 'Windows' : 'Linux'}, ${image.state}, owned by ${image.ownerId}, ${volumesText(image)}`,
  );
  return image;
}

function volumesText({ devices }: TestedImage): string {
  return devices.length === 1 ? '1 volume' : `${devices.length} volumes`;
}

/** What can be checked without the image is told together with what is wrong with it. */
async function withOtherProblems(run: TrialRun, error: unknown): Promise<never> {
  run.signal.throwIfAborted();
  const others = await subnetProblems(run);
  if (others.length === 0) throw error;
  throw new ProblemsError(`Cannot test ${run.inputs.amiId}`, [messageWithRemedy(error), ...others], {
    cause: error,
  });
}

/** Only where `allowed-account-ids` asks for it: later on, EC2 itself says whose the instance is. */
async function checkAccount(run: TrialRun): Promise<void> {
  const { inputs, signal } = run;
  if (inputs.allowedAccountIds.length === 0) return;
  const account = await callersAccount(run.aws, { signal, ...accountLimits }).catch(
    asFailure(signal, 'sts:GetCallerIdentity', 'see which account the credentials belong to'),
  );
  const refusal = accountRefusal(account, inputs.allowedAccountIds);
  if (refusal !== undefined) throw refusal;
  if (account !== undefined) learn(run, { accountId: account });
}

/** All findings are shown, and any error ends the test. */
async function check(run: TrialRun, image: TestedImage): Promise<Place[]> {
  const { inputs, record } = run;
  const types = inputs.instanceTypes.length > 0 ? inputs.instanceTypes : [usualType(image)];
  const { findings, places } = await preflight(run, image, types, record.expiresAt ?? run.deadline);
  const errors = tellFindings(run, findings);
  if (errors.length === 0) return places;
  const error = new ProblemsError(`Cannot test ${image.id}`, errors);
  learn(run, { verdict: { judgement: 'refused', reason: error.message } });
  throw error;
}

function plan(run: TrialRun, image: TestedImage, places: readonly Place[], minutes: number): void {
  const lines = planOf(run, image, places, minutes);
  run.log.info('Dry run: nothing is launched. The plan:');
  for (const line of lines) run.log.info(`  ${line}`);
  learn(run, { plan: lines });
}

/** One launch; a second one elsewhere when EC2's host or storage is impaired. */
async function test(run: TrialRun, image: TestedImage, places: Place[]): Promise<Verdict> {
  const expiresAt = run.record.expiresAt ?? run.deadline;
  const request = () => phase(run, 'Request', () => launch(run, { image, places, expiresAt }));
  const first = await request();
  if ('verdict' in first) return first.verdict;
  const verdict = await watch(run, first.launched);
  if (!verdict.elsewhere || places.length === 0 || !hasTimeForAnother(run)) return verdict;
  warn(run, `${verdict.reason}. Testing once more elsewhere.`);
  await endAll(run, unhurried);
  learn(run, { bootSeconds: undefined });
  const second = await request();
  return 'verdict' in second ? verdict : watch(run, second.launched);
}

/** Without a third of the time, the image would be judged by a boot that was cut short. */
function hasTimeForAnother({ clock, deadline, record }: TrialRun): boolean {
  return deadline - clock.now() >= (deadline - record.startedAt) / 3;
}

/** Cancelled tests have no verdict. */
function verdictOf(error: unknown): Verdict | undefined {
  if (error instanceof CancelledError) return undefined;
  const reason = error instanceof Error ? error.message : String(error);
  return { judgement: isRefusal(error) ? 'refused' : 'not-judged', reason };
}

/** Ends every instance that there is, or may be, of this test. */
async function endAll(run: TrialRun, haste: Haste): Promise<readonly Leftover[]> {
  const { record, aws, clock, log, region } = run;
  const open = openLaunches(record);
  if (open.length === 0) return [];
  // The step's own signal is aborted when it was cancelled; this has a budget of time instead.
  const budget = { until: clock.now() + haste.budgetSeconds * 1000 };
  const reason = () => new CancelledError('The time to end the test instance is over');
  // The last attempt may begin just before the end of the budget.
  const { signal, stop } = timeLimit({ clock, seconds: haste.budgetSeconds + 1, reason });
  const endRun = { aws, clock, log, region, signal, budget };
  const leftovers = await phase(run, 'End', () =>
    endLaunches(endRun, open, haste, ({ token, instanceId }) => {
      const launched = open.find((one) => one.token === token);
      if (launched !== undefined)
        keep(run, { ...launched, status: 'ended', ...(instanceId === undefined ? {} : { instanceId }) });
    }),
  );
  stop();
  for (const { message } of leftovers) log.warning(message, 'Left behind');
  return leftovers;
}

const notJudged = 'The image was not judged';

/** What makes the step fail; undefined when it succeeds. */
function problemOf({ verdict, plan }: TrialRecord, leftovers: readonly Leftover[]): BakeError | undefined {
  if (plan !== undefined) return undefined;
  const left = leftovers.filter(({ unseen }) => !unseen).map(({ message }) => message);
  if (verdict?.judgement === 'passed' && left.length === 0) return undefined;
  if (verdict?.judgement === 'passed')
    return new ProblemsError('The image passed its test, but its test instance is still there', left);
  if (verdict === undefined) return new BakeError(`${notJudged}: the test ended without a verdict`);
  const message =
    verdict.judgement === 'failed'
      ? `The image failed its test. ${verdict.reason}`
      : `${notJudged}. ${verdict.reason}`;
  return new BakeError(message, { remedy: verdict.remedy });
}
