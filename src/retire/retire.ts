/**
 * The story of `retire`: everything that bears on the images is looked at, the plan is shown, and only then what nobody
 * needs is removed. Each step is told here in a few lines; how it is done is in the module that it calls.
 */
import { accountRefusal, callersAccount } from '../aws/account.ts';
import { explain } from '../aws/decode.ts';
import { asFailure } from '../aws/failure.ts';
import { BakeError, CancelledError, messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { publishSummary } from '../github/report/publish-summary.ts';
import { learn, phase, warn } from '../run/run.ts';
import { BlindError, carryOut } from './carry-out.ts';
import { makePlan, type Plan } from './plan.ts';
import type { RetireRecord, RetireRun } from './record.ts';
import { planMarkdown } from './report/summary.ts';
import { planTable } from './report/table.ts';
import { goingIn, howMany, howManyOfEach } from './words.ts';

export type Outcome =
  | { ok: true; record: RetireRecord }
  | { ok: false; record: RetireRecord; error: unknown };

/** Never throws for what goes wrong: that is the outcome. */
export async function retire(run: RetireRun): Promise<Outcome> {
  const { record } = run;
  const withDeadline: RetireRun = { ...run, aws: run.aws.until(run.deadline) };
  try {
    await takeSteps(withDeadline);
    return { ok: true, record };
  } catch (error) {
    const explained = await explain(error, run.aws.sts(), new AbortController().signal);
    return { ok: false, record, error: explained };
  }
}

async function takeSteps(run: RetireRun): Promise<void> {
  const { inputs } = run;
  await phase(run, 'Check', () => checkAccount(run));
  const plan = await phase(run, 'Plan', () => look(run));
  await show(run, plan);
  if (!inputs.dryRun) await phase(run, 'Remove', () => remove(run, plan));
  const problems = [...emptiedFamilies(plan), ...leftBehind(run.record)];
  if (problems.length > 0) throw new ProblemsError('Not everything could be removed', problems);
}

/** Only what belongs to the account of the credentials is looked at, and the post step works in no other. */
async function checkAccount(run: RetireRun): Promise<void> {
  const { inputs, aws, signal } = run;
  const account = await callersAccount(aws, { signal }).catch(
    asFailure(signal, 'sts:GetCallerIdentity', 'see which account the credentials belong to'),
  );
  if (account === undefined)
    throw new BakeError('AWS did not say which account the credentials belong to.', {
      remedy: 'Run the job again.',
    });
  learn(run, { accountId: account });
  const refusal = accountRefusal(account, inputs.allowedAccountIds);
  if (refusal !== undefined) throw refusal;
}

async function look(run: RetireRun): Promise<Plan> {
  const plan = await makePlan(run).catch((error) => {
    run.signal.throwIfAborted();
    throw nothingDeleted(error);
  });
  learn(run, {
    judged: plan.judged,
    loose: plan.loose,
    // What a dry run would free; otherwise it grows with what goes.
    ...(run.inputs.dryRun ? { freedGiB: sizeOfGoing(plan) } : {}),
  });
  return plan;
}

function sizeOfGoing({ judged, loose }: Plan): number {
  const sizes = [
    ...judged.map(({ verdict, image }) => (verdict === 'remove' ? image.sizeGiB : 0)),
    ...loose.map(({ verdict, sizeGiB }) => (verdict === 'remove' ? sizeGiB : 0)),
  ];
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What cannot be seen is never good news: then nothing at all is deleted. */
function nothingDeleted(error: unknown): unknown {
  if (!(error instanceof BakeError) || error instanceof CancelledError) return error;
  return new BakeError(
    `${error.message}\nNothing was deleted: images are removed only after everything that may need them has been looked up.`,
    { cause: error.cause, remedy: error.remedy },
  );
}

/** Before anything is deleted. */
async function show(run: RetireRun, { judged, loose }: Plan): Promise<void> {
  const { log, inputs } = run;
  const verb = inputs.dryRun ? 'would be removed' : 'will be removed';
  const staying = judged.filter(({ verdict }) => verdict === 'keep').length;
  const waiting = [...judged, ...loose].filter(({ verdict }) => verdict === 'wait').length;
  log.info(
    `Checked ${howMany(judged.length, 'image')}: ${howManyOfEach(goingIn({ judged, loose }))} ${verb}, ${staying} ${staying === 1 ? 'image stays' : 'images stay'}.`,
  );
  log.group('The plan', planTable(judged, loose, run.clock.now()));
  if (waiting > 0)
    warn(
      run,
      `${waiting} more ${waiting === 1 ? 'waits' : 'wait'} for a later run: \`max\` limits a run to ${inputs.max}, images, snapshots and instances together.`,
    );
  // A step that is killed leaves its plan behind.
  if (!inputs.dryRun) await publishSummary(planMarkdown(run.record, run.clock.now()), log);
}

async function remove(run: RetireRun, { judged, loose }: Plan): Promise<void> {
  await carryOut(run, judged, loose).catch((error) => {
    run.signal.throwIfAborted();
    if (!(error instanceof BlindError)) throw error;
    throw new BakeError(`${error.message}\nNothing further was deleted.`, {
      cause: error.cause,
      remedy: error.cause instanceof BakeError ? messageWithRemedy(error.cause) : 'Run the job again.',
    });
  });
}

function emptiedFamilies({ emptied }: Plan): string[] {
  return emptied.map(
    (family) =>
      `family ${family}: nothing of it would be left, so its images stay. If you no longer need the family, remove its last images by hand.`,
  );
}

function leftBehind({ remaining }: RetireRecord): string[] {
  return remaining.map(({ id, reason, command }) => `${id}: ${reason}. To remove it: ${command}`);
}
