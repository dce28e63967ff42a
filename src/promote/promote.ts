/**
 * The story of a promotion: an image that is there is copied, shared and published, and what points at it moves last of
 * all. A second run with the same inputs finds everything there and changes nothing.
 */
import { explain } from '../aws/decode.ts';
import {
  BakeError,
  CancelledError,
  type InputProblem,
  messageOf,
  noting,
  ProblemsError,
} from '../base/errors.ts';
import { bakeStateOf } from '../base/own-tags.ts';
import {
  copyToRegions,
  forEachImage,
  markOne,
  publish,
  settleImages,
  settlingIsAsked,
} from '../distribute/distribute.ts';
import type { Outcome as OutcomeOf } from '../distribute/ending.ts';
import { mayBeNamed, withPointers } from '../distribute/pointers.ts';
import { imagesOf } from '../distribute/record.ts';
import { showPlan } from '../github/inputs/plan.ts';
import type { BakedImage } from '../image/image.ts';
import { verifyImage } from '../image/verify.ts';
import type { Names } from '../naming/names.ts';
import { renderParameterName, repeatedParameters } from '../naming/parameter-name.ts';
import { templateVariables } from '../naming/variables.ts';
import { tellFindings } from '../preflight/finding.ts';
import { preflight } from '../preflight/preflight.ts';
import { learn, phase } from '../run/run.ts';
import { cleanUpAfter } from './clean-up.ts';
import { asSource, deprecationOf, findPromoted, type Promoted, problemsOf } from './image.ts';
import { planOf } from './plan.ts';
import type { PromotionRecord, PromotionRun } from './record.ts';

export type Outcome = OutcomeOf<PromotionRecord>;

/** Never throws for what goes wrong with the promotion: that is the outcome. */
export async function promote(run: PromotionRun): Promise<Outcome> {
  const { record } = run;
  try {
    // Clean-up has a time of its own.
    await takeSteps({ ...run, aws: run.aws.until(run.deadline) });
    learn(run, { unfinished: false });
    return { ok: true, record };
  } catch (error) {
    const cleanup = await cleanUpAfter(run, error);
    const explained = await explain(error, run.aws.sts(), new AbortController().signal);
    const told = withPointers(explained, record, record.parameterNames ?? []);
    return { ok: false, record, error: withSharing(told, record), cleanup };
  }
}

async function takeSteps(run: PromotionRun): Promise<void> {
  const { inputs, record } = run;
  const promoted = await phase(run, 'Inspect', () => inspect(run));
  const deprecateAfter = deprecationOf(inputs.deprecateAfter, promoted, run.clock.now());
  const wishes = { ...inputs, deprecateAfter };
  const { ssmParameters } = await phase(run, 'Check', () => check(run, promoted, wishes));
  if (inputs.dryRun) return plan(run, ssmParameters);
  await phase(run, 'Verify', () => verify(run, promoted));
  const { accountId, key } = promoted;
  const names = { name: record.image?.name ?? '', description: record.image?.description ?? '', key };
  const identity = { accountId, names, claim: record.claim, adopts: true } as const;
  if (inputs.copyTo.length > 0) await phase(run, 'Copy', () => copyToRegions(run, inputs, identity));
  if (settlingIsAsked(wishes)) await phase(run, 'Settle', () => settle(run, wishes, accountId));
  const { launchTemplates } = inputs;
  if (ssmParameters.length + launchTemplates.length > 0)
    await phase(run, 'Publish', () => publish(run, { ssmParameters, launchTemplates }));
  await phase(run, 'Finish', () => finish(run));
}

async function inspect(run: PromotionRun): Promise<Promoted> {
  const { log, region } = run;
  const promoted = await findPromoted(run);
  const { image, accountId, key } = promoted;
  learn(run, { accountId, key });
  log.info(`Image ${image.ImageId} "${image.Name}": ${image.State}, in ${region} of account ${accountId}`);
  return promoted;
}

/** All findings at once, those about the image and those of every Region. */
async function check(
  run: PromotionRun,
  promoted: Promoted,
  wishes: Pick<PromotionRun['inputs'], 'deprecateAfter'>,
): Promise<{ ssmParameters: string[] }> {
  const { inputs, aws, record, clock } = run;
  const { image, key } = promoted;
  const source = asSource(run, promoted);
  const { ssmParameters, problems } = parameterNames(run, source);
  learn(run, { parameterNames: ssmParameters });
  const name = image.Name ?? '';
  const names: Names = {
    ...{ name, key, ssmParameters, description: image.Description ?? '', family: '' },
    ...{ imageTags: [], snapshotTags: [], steadyTags: [], warnings: [] },
  };
  const subject = {
    ...inputs,
    ...wishes,
    ...{ instance: source, names, claim: record.claim, namesake: image, excludeDevices: [], noReboot: false },
    credentialsExpireAt: await aws.credentialsExpireAt(),
  };
  const findings = await preflight(run, subject, { found: true, dryRun: inputs.dryRun, problems: [] });
  const errors = [
    ...problemsOf(promoted, inputs.requireTested, clock.now()),
    ...problems,
    ...tellFindings(run, findings),
  ];
  if (errors.length > 0) throw new ProblemsError(`Cannot promote ${image.ImageId}`, errors);
  return { ssmParameters };
}

function parameterNames(
  { inputs, workflow, environment, record }: PromotionRun,
  source: Parameters<typeof templateVariables>[0]['source'],
): { ssmParameters: string[]; problems: string[] } {
  const problems: InputProblem[] = [];
  const variables = templateVariables({ workflow, environment, now: new Date(record.startedAt), source });
  const ssmParameters = inputs.ssmParameters.flatMap(
    (template) => noting(problems, 'ssm-parameter', () => renderParameterName(template, variables)) ?? [],
  );
  problems.push(...repeatedParameters(ssmParameters));
  return {
    ssmParameters,
    problems: problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`),
  };
}

function plan(run: PromotionRun, ssmParameters: readonly string[]): void {
  const plan = planOf(run, ssmParameters);
  showPlan(plan, run.log);
  learn(run, { plan });
}

/** The image as it is, with its snapshots: what the copies are made from. */
async function verify(run: PromotionRun, { image, accountId }: Promoted): Promise<void> {
  const verified = await verifyImage(run, {
    region: run.region,
    imageId: image.ImageId ?? '',
    accountId,
    name: image.Name ?? '',
    ...{ devices: [], imageTags: [], snapshotTags: [] },
  });
  learn(run, { image: verified });
}

async function settle(
  run: PromotionRun,
  wishes: Parameters<typeof settleImages>[1],
  accountId: string,
): Promise<void> {
  const everyone = wishes.makePublic ? ['everyone'] : [];
  learn(run, { sharedWith: [...wishes.shareWith, ...everyone] });
  await settleImages(run, wishes, accountId);
}

/** Copies that are not ready yet become so: from then on they are nobody's to remove. */
async function finish(run: PromotionRun): Promise<void> {
  const { record, region } = run;
  const open = imagesOf(record).filter((image) => image.region !== region && !isReady(image));
  const mark = (image: BakedImage) => markOne(run, image);
  await forEachImage(run, open, mark, 'Not every copy could be marked as ready');
}

function isReady({ tags = {} }: BakedImage): boolean {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return bakeStateOf({ Tags }) === 'ready';
}

/** Permissions that were given are never taken away: the error names them. */
function withSharing(error: unknown, record: PromotionRecord): unknown {
  const { sharedWith = [], image } = record;
  if (!(error instanceof BakeError) || sharedWith.length === 0 || mayBeNamed(record)) return error;
  const Kind = error instanceof CancelledError ? CancelledError : BakeError;
  const stays = `Launch permissions are not taken away: ${image?.id} is shared with ${sharedWith.join(', ')}, as far as EC2 accepted it.`;
  return new Kind(`${messageOf(error)}\n${stays}`, { remedy: error.remedy, cause: error.cause });
}
