/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */
import { explain } from '../aws/decode.ts';
import { describeAwsError } from '../aws/errors.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { ProblemsError } from '../base/errors.ts';
import { both } from '../base/side-by-side.ts';
import { duration } from '../base/units.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import { copyToRegions, publish, settleImages, settlingIsAsked } from '../distribute/distribute.ts';
import type { Outcome as OutcomeOf } from '../distribute/ending.ts';
import { withPointers } from '../distribute/pointers.ts';
import { showPlan } from '../github/inputs/plan.ts';
import { throwIfSuperseded } from '../image/claim.ts';
import { describeImage, snapshotsOf } from '../image/describe.ts';
import { type EarlyLook, type Existing, findExisting, lookEarly, sourceOf } from '../image/find.ts';
import { followVolumes } from '../image/wait/progress.ts';
import { progressLog } from '../image/wait/progress-line.ts';
import { type Seen, waitUntilAvailable } from '../image/wait/wait.ts';
import { attemptNames, earlyName, type Names } from '../naming/names.ts';
import type { Subject } from '../preflight/check.ts';
import { type Finding, tellFindings } from '../preflight/finding.ts';
import { besideLaterPermissions } from '../preflight/later-permissions.ts';
import { adviseOnInstance, checkInstance, preflight } from '../preflight/preflight.ts';
import { learn, phase, warn } from '../run/run.ts';
import { goneState, inspectInstance, instanceThatIsGone, NoInstanceError } from '../source/inspect.ts';
import { capturedVolumes, type SourceInstance, volumeLine } from '../source/instance.ts';
import { cleanUpAfter } from './clean-up.ts';
import { finish, finishUnverified } from './finish.ts';
import { removeLeftovers } from './leftovers.ts';
import { create, handOut, type Obtained, resume, reuse, waitForItsBake } from './obtain.ts';
import { besideLookForOthers } from './others.ts';
import { planOf } from './plan.ts';
import type { BakeRecord, BakeRun } from './record.ts';
import { warnOfFailed, warnOfTwins } from './twins.ts';
import { verify } from './verify.ts';

export type Outcome = OutcomeOf<BakeRecord>;

/**
 * Never throws for what goes wrong with the bake: that is the outcome. What ends with success is handed out: whatever
 * happens to the step afterwards, the image stays.
 */
export async function bake(run: BakeRun): Promise<Outcome> {
  const { record } = run;
  // Clean-up has a time of its own.
  const withDeadline: BakeRun = { ...run, aws: run.aws.until(run.deadline) };
  try {
    await takeSteps(withDeadline);
    learn(run, { unfinished: false });
    return { ok: true, record };
  } catch (error) {
    const cleanup = await cleanUpAfter(run, error);
    const explained = await explain(error, run.aws.sts(), new AbortController().signal);
    const told = withPointers(explained, record, record.names?.ssmParameters ?? []);
    return { ok: false, record, error: told, cleanup };
  }
}

type Naming = ReturnType<typeof attemptNames>;

async function takeSteps(run: BakeRun): Promise<void> {
  const { inputs } = run;
  // Read once, so that all names have the same time.
  const now = new Date(run.clock.now());
  const inspecting = () => both(inspect(run), lookAhead(run, now));
  const [instance, early] = await phase(run, 'Inspect', inspecting);
  const naming = render(run, instance, now);
  const { names, existing } = await phase(run, 'Check', () => check(run, instance, naming, early));
  const { accountId } = instance;
  const besideOthers = (rest: (hurry: () => void) => Promise<void>) =>
    besideLookForOthers(run, { names, accountId, before: imageThere(run, existing) }, rest);
  if (inputs.dryRun)
    return besideOthers(async (hurry) => {
      hurry();
      plan(run, instance, names, existing);
    });
  const image = await phase(run, 'Create', () => obtain(run, instance, names, existing));
  return besideOthers((hurry) => goOn(run, instance, names, image, hurry));
}

/** From the moment when there is an image. */
async function goOn(
  run: BakeRun,
  instance: SourceInstance,
  names: Names,
  image: Obtained,
  hurry: () => void,
): Promise<void> {
  const { inputs } = run;
  if (!inputs.wait) {
    hurry();
    return handOutUnverified(run, image);
  }
  const seen = await phase(run, 'Wait', () => waitBesideAsking(run, instance, names, image));
  hurry();
  await phase(run, 'Verify', () => verify(run, instance, names, image, seen));
  const identity = { accountId: instance.accountId, names, claim: run.record.claim };
  if (inputs.copyTo.length > 0) await phase(run, 'Copy', () => copyToRegions(run, inputs, identity));
  if (settlingIsAsked(inputs))
    await phase(run, 'Settle', () =>
      settleImages(run, { ...inputs, areNew: image.from === 'created' }, instance.accountId),
    );
  // Last of all, so that no pointer ever names an image that cannot be used.
  const { ssmParameters } = names;
  const { launchTemplates } = inputs;
  if (ssmParameters.length + launchTemplates.length > 0)
    await phase(run, 'Publish', () => publish(run, { ssmParameters, launchTemplates }));
  await phase(run, 'Finish', () => finish(run, names, image));
}

/** Most names need nothing of the instance: whether they are taken can be looked up while EC2 describes it. */
async function lookAhead(run: BakeRun, now: Date): Promise<EarlyLook | undefined> {
  const { inputs, workflow, environment } = run;
  const name = earlyName({ templates: inputs, workflow, now, environment });
  return name === undefined ? undefined : lookEarly(run, name);
}

async function inspect(run: BakeRun): Promise<SourceInstance> {
  const { log, inputs, region } = run;
  const instance = await inspectInstance(run, inputs.instanceId).catch((error) =>
    withoutInstance(run, error),
  );
  const captured = capturedVolumes(instance, inputs.excludeDevices);
  learn(run, { instance, ...(captured.length > 0 ? { expectedSnapshots: captured.length } : {}) });
  const name = instance.name === undefined ? '' : ` "${instance.name}"`;
  if (instance.state === goneState) return instance;
  log.info(
    `Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`,
  );
  for (const volume of instance.volumes) {
    const leftOut = captured.includes(volume) ? '' : ' (left out of the image)';
    log.info(`  ${volumeLine(volume)}${leftOut}`);
  }
  return instance;
}

/** Where there may be an image already, its builder instance need not be there any more. */
async function withoutInstance(run: BakeRun, error: unknown): Promise<SourceInstance> {
  const { inputs, workflow } = run;
  const mayHaveImage = inputs.ifExists === 'reuse' || isLaterAttempt(workflow);
  if (!(error instanceof NoInstanceError) || !mayHaveImage) throw error;
  run.log.info(`${error.message} Looking for its image.`);
  return instanceThatIsGone(run, inputs.instanceId);
}

/** Names as far as they can be rendered: what is wrong with them is told together with everything else. */
function render(run: BakeRun, instance: SourceInstance, now: Date): Naming {
  const { inputs, workflow, environment, record } = run;
  return attemptNames({
    templates: inputs,
    workflow,
    now,
    source: instance,
    environment,
    matrix: inputs.matrix,
    claim: record.claim,
    state: inputs.wait ? 'baking' : 'unverified',
  });
}

/** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
async function check(
  run: BakeRun,
  instance: SourceInstance,
  { names, problems }: Naming,
  early: EarlyLook | undefined,
): Promise<{ names: Names; existing: Existing }> {
  for (const warning of names.warnings ?? []) warn(run, warning);
  const named = problems.length === 0 ? (names as Names) : undefined;
  if (named !== undefined) {
    learn(run, { names: named });
    run.log.info(`Name of the AMI: ${named.name}`);
  }
  const { accountId } = instance;
  const ofInstance = checkInstance(run, await subjectOf(run, instance, {}, undefined));
  // It is looked at by the preflight.
  ofInstance.catch(() => undefined);
  const sought = named && { names: named, accountId, claim: run.record.claim };
  const existing = sought && (await findExisting(run, sought, early));
  const findings = await preflight(run, await subjectOf(run, instance, names, existing), {
    found: existing !== undefined && sourceOf(existing, run.inputs.ifExists) !== 'created',
    dryRun: run.inputs.dryRun,
    // Without the instance its tags are unknown: that it is not there says it all.
    problems: instance.state === goneState ? [] : problems,
    ofInstance,
  });
  heed(run, instance, findings);
  // Without names there was an error.
  if (named === undefined || existing === undefined)
    throw new ProblemsError('The AMI cannot be named', problems);
  warnOfTwins(run, existing.twins);
  if (sourceOf(existing, run.inputs.ifExists) === 'created') warnOfFailed(run, existing.failed);
  return { names: named, existing };
}

async function subjectOf(
  { inputs, record, aws }: BakeRun,
  instance: SourceInstance,
  names: Partial<Names>,
  existing: Existing | undefined,
): Promise<Subject> {
  // An image that is resumed keeps its name, and its copies get that one.
  const name = existing?.unfinished?.Name ?? names.name;
  return {
    ...inputs,
    instance,
    names: { ...names, ...(name === undefined ? {} : { name }) },
    claim: record.claim,
    namesake: existing?.namesake,
    credentialsExpireAt: await aws.credentialsExpireAt(),
  };
}

/** @throws ProblemsError with all that are errors */
function heed(run: BakeRun, instance: SourceInstance, findings: readonly Finding[]): void {
  const errors = tellFindings(run, findings);
  if (errors.length > 0) throw new ProblemsError(`Cannot create an AMI from ${instance.id}`, errors);
}

/** The image that this bake goes on with; undefined when it is yet to be created. */
function imageThere({ inputs }: BakeRun, existing: Existing): Image | undefined {
  const { unfinished, handedOut, namesake } = existing;
  const source = sourceOf(existing, inputs.ifExists);
  return { resumed: unfinished, 'handed out': handedOut, reused: namesake, created: undefined }[source];
}

function plan(run: BakeRun, instance: SourceInstance, names: Names, existing: Existing): void {
  const plan = planOf({ inputs: run.inputs, instance, names, existing, startedAt: run.record.startedAt });
  showPlan(plan, run.log);
  learn(run, { plan });
}

/** Resumes what an earlier attempt left, hands out or reuses what is there, or creates the image. */
async function obtain(
  run: BakeRun,
  instance: SourceInstance,
  names: Names,
  existing: Existing,
): Promise<Obtained> {
  run.signal.throwIfAborted();
  await removeLeftovers(run, names, existing.leftovers);
  const image = imageThere(run, existing);
  const source = sourceOf(existing, run.inputs.ifExists);
  const createOwn = async () => (await both(create(run, instance, names), advise(run, instance)))[0];
  if (image === undefined || source === 'created') return createOwn();
  if (source === 'resumed') return (await resume(run, names, image)) ?? createOwn();
  return source === 'reused' ? reuse(run, instance, image) : handOut(run, image);
}

async function advise(run: BakeRun, instance: SourceInstance): Promise<void> {
  heed(run, instance, await adviseOnInstance(run, await subjectOf(run, instance, {}, undefined)));
}

/** Without waiting. Nothing is handed out that another bake, or a later attempt of this one, may remove. */
async function handOutUnverified(run: BakeRun, image: Obtained): Promise<void> {
  if (image.from === 'reused') await phase(run, 'Wait', () => waitForItsBake(run, image.imageId));
  if (image.from === 'resumed') await phase(run, 'Finish', () => finishUnverified(run));
  return glance(run, image);
}

/** One look, for the snapshot IDs, if EC2 shows them already. */
async function glance(run: BakeRun, { imageId }: Obtained): Promise<void> {
  const { aws, region, log, signal } = run;
  try {
    const image = await describeImage(aws.ec2(region), imageId, { signal, patienceSeconds: 0 });
    if (image !== undefined) saw(run, image);
  } catch (error) {
    signal.throwIfAborted();
    log.info(`EC2 does not show the snapshots of ${imageId} yet (${describeAwsError(error)})`);
  }
  run.throwIfCancelled();
  if (run.record.image?.state !== 'available')
    log.info(`Not waiting for ${imageId}, as \`wait: false\` asks for`);
}

/** What later steps may not do is known within seconds, not when the image is there. */
async function waitBesideAsking(
  run: BakeRun,
  { accountId }: SourceInstance,
  names: Names,
  image: Obtained,
): Promise<Seen | undefined> {
  // What was there before may be shared already, and needs no permission then.
  if (image.from !== 'created' && image.from !== 'resumed') return wait(run, image);
  const snapshotId = () => run.record.image?.snapshots[0]?.snapshotId;
  const later = { ...run.inputs, accountId, names, imageId: image.imageId, snapshotId };
  return besideLaterPermissions(run, later, (inner, ask) => wait(inner, image, ask));
}

/**
 * @param onPending called when a look has shown that the image takes time
 * @returns undefined when it may have changed since
 */
async function wait(run: BakeRun, obtained: Obtained, onPending?: () => void): Promise<Seen | undefined> {
  const { log, clock, region, record } = run;
  const { imageId, createdAt, from } = obtained;
  const show = progressLog(clock, (line) => log.info(line));
  const follow = followVolumes(run);
  const seen = await waitUntilAvailable(run, {
    region,
    imageId,
    createdAt,
    key: from === 'created' ? record.names?.key : undefined,
    onImage: (image) => saw(run, image, from),
    onProgress: (progress) => {
      onPending?.();
      show(progress);
      follow(progress);
    },
  });
  log.info(`${imageId} is available, ${duration(clock.now() - createdAt)} after its creation`);
  if (from !== 'reused') return seen;
  await waitForItsBake(run, imageId);
  return undefined;
}

/** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 shows them. */
function saw(run: BakeRun, image: Image, from?: Obtained['from']): void {
  const { record } = run;
  if (from === 'created' || from === 'resumed') {
    throwIfSuperseded(run, image, { claim: record.claim, before: record.claimsBefore });
  }
  const before = record.image;
  if (before === undefined) return;
  const seen = snapshotsOf(image);
  const snapshots = seen.length < before.snapshots.length ? before.snapshots : seen;
  learn(run, { image: { ...before, state: image.State ?? before.state, snapshots } });
}
