/**
 * The permissions of the steps that follow once the image is there, perhaps hours later: asked for by DryRun on the new image,
 * which carries its tags by then, so that conditions on tags hold. All that is missing is told together, within seconds.
 */
import { explain } from '../aws/decode.ts';
import { errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { FeatureName } from '../aws/iam.ts';
import type { Ec2, SendOptions } from '../aws/patient-client.ts';
import {
  CopyImageCommand,
  CreateTagsCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeSnapshotAttributeCommand,
  DisableImageDeregistrationProtectionCommand,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
} from '../aws/sdk/ec2.ts';
import { messageWithRemedy, ProblemsError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import { stateTag } from '../base/own-tags.ts';
import type { CopyTarget } from '../image/copy/copying.ts';
import { copyImageRequest } from '../image/copy/request.ts';
import { lifecycleTraits } from '../image/lifecycle.ts';
import { type LaunchTemplateWish, named } from '../image/publish/launch-templates.ts';
import { isAccount } from '../image/share/grantees.ts';
import type { Wishes } from '../image/wishes.ts';
import type { Names } from '../naming/names.ts';
import { type Run, warn } from '../run/run.ts';

/** What will be done with the new image, and what the dry runs are made with. */
export interface LaterSteps extends Wishes {
  imageId: string;
  names: Pick<Names, 'name' | 'description' | 'imageTags' | 'snapshotTags'>;
  accountId: string;
  onFailure: 'delete' | 'keep';
  /** One of the image's snapshots, as soon as EC2 names any. */
  snapshotId: () => string | undefined;
}

/** A call that will be made. */
interface Ask {
  /** As IAM policies name it. */
  action: string;
  feature: FeatureName;
  /** Completes "could not …". */
  doing: string;
  /** Sends it as a dry run, which always throws: `notYet` when it cannot be asked. */
  send(how: SendOptions): Promise<unknown>;
  /** Only a bake that fails makes it. */
  isOfCleanUp?: true;
}

/**
 * Does the work while the permissions are asked for. A missing one ends the work. Work that is done before all answers are
 * there does not wait for another question, and work that takes no time brings none: the next step finds out.
 * @param work with a run whose signal ends it, and what to call when it will take time
 * @throws ProblemsError with all permissions that are missing; what the work throws
 */
export async function besideLaterPermissions<R extends Run, T>(
  run: R,
  later: LaterSteps,
  work: (run: R, ask: () => void) => Promise<T>,
): Promise<T> {
  const mayAsk = Promise.withResolvers<void>();
  const isOver = new AbortController();
  const isDone = new AbortController();
  const withEnd: R = { ...run, signal: AbortSignal.any([run.signal, isOver.signal]) };
  const end = (reason: unknown) => {
    isOver.abort(reason);
    throw reason;
  };
  const [done, asked] = await Promise.allSettled([
    work(withEnd, mayAsk.resolve)
      .catch(end)
      .finally(() => {
        isDone.abort(new Error('The work is done'));
        mayAsk.resolve();
      }),
    mayAsk.promise.then(() => requireLaterPermissions(withEnd, later, isDone.signal)).catch(end),
  ]);
  if (done.status === 'rejected') throw done.reason;
  if (asked.status === 'rejected') throw asked.reason;
  return done.value;
}

async function requireLaterPermissions(run: Run, later: LaterSteps, done: AbortSignal): Promise<void> {
  if (done.aborted) return;
  const asks = asksFor(run, later);
  const denials = await Promise.all(
    asks.map(async (ask) => ({ ask, denial: await denialOf(run, ask, done) })),
  );
  const missing = denials.filter(({ denial }) => denial !== undefined);
  const ofCleanUp = missing.filter(({ ask }) => ask.isOfCleanUp).map(({ ask }) => ask.action);
  if (ofCleanUp.length > 0) {
    warn(
      run,
      `If this bake fails, it cannot remove what it has created: the role lacks ${ofCleanUp.join(' and ')}. The policies are in docs/permissions.md.`,
    );
  }
  const ofSteps = missing.filter(({ ask }) => !ask.isOfCleanUp);
  const problems = await Promise.all(ofSteps.map(({ ask, denial }) => messageFor(run, ask, denial)));
  run.signal.throwIfAborted();
  if (problems.length > 0) {
    const cause = new AggregateError(ofSteps.map(({ denial }) => denial));
    throw new ProblemsError('Permissions are missing that later steps of this bake need', problems, {
      cause,
    });
  }
}

async function messageFor({ aws, signal }: Run, ask: Ask, denial: unknown): Promise<string> {
  const failure = awsFailure(ask.action, `${ask.doing} (asked with DryRun)`, denial, ask.feature);
  return messageWithRemedy(await explain(failure, aws.sts(), signal));
}

/** A denial may be false while EC2 does not show the image with its tags yet: only one that stays counts. */
const confirmSeconds = 3;
const askEverySeconds = 1;
const attemptSeconds = 4;

/** @returns EC2's denial; undefined when the call is allowed, or nobody can tell before the work is done */
async function denialOf({ clock, signal }: Run, ask: Ask, done: AbortSignal): Promise<unknown> {
  let denial: unknown;
  const isSettled = async () => {
    const answer = await ask.send({ signal, patienceSeconds: 0, attemptSeconds }).catch((thrown) => thrown);
    signal.throwIfAborted();
    const kind = answer === notYet ? 'not-found' : errorKind(answer);
    denial = kind === 'permission' ? answer : undefined;
    // DryRunOperation, and whatever EC2 says when it has found the permission: the state of the image, for instance.
    return (kind !== 'permission' && kind !== 'not-found') || undefined;
  };
  const until = clock.now() + confirmSeconds * 1000;
  const pausing = AbortSignal.any([signal, done]);
  try {
    await lookUntil(isSettled, { clock, signal: pausing, until, everySeconds: askEverySeconds });
  } catch (error) {
    signal.throwIfAborted();
    if (done.aborted) return undefined;
    throw error;
  }
  return denial;
}

/** There is nothing to ask about yet. */
const notYet = new Error('EC2 does not name the snapshots yet');

function asksFor(run: Run, later: LaterSteps): Ask[] {
  return [
    ...settlingAsks(run, later),
    ...sharingAsks(run, later),
    ...later.copyTo.map((target) => copyAsk(run, later, target)),
    ...later.launchTemplates.flatMap((wish) => templateAsks(run, later, wish)),
    ...cleanUpAsks(run, later),
  ];
}

/** The dry run of a call on one of the snapshots. */
function onSnapshot({ snapshotId }: LaterSteps, send: (SnapshotId: string) => Promise<unknown>) {
  const id = snapshotId();
  return id === undefined ? Promise.reject(notYet) : send(id);
}

function settlingAsks(run: Run, later: LaterSteps): Ask[] {
  const { aws, region } = run;
  const { imageId } = later;
  const Tags = [{ Key: stateTag, Value: 'ready' }];
  const marking = new CreateTagsCommand({ Resources: [imageId], Tags, DryRun: true });
  const traits = lifecycleTraits(run, { id: imageId, region }, later);
  return [
    {
      action: 'ec2:CreateTags',
      feature: 'Bake',
      doing: `mark image ${imageId} as ready`,
      send: (how) => aws.ec2(region).send(marking, how),
    },
    ...traits.map(
      ({ action, doing, make }): Ask => ({
        action,
        feature: 'Lifecycle',
        doing: doing(`image ${imageId}`, true),
        send: (how) => make(how, true),
      }),
    ),
  ];
}

function sharingAsks({ aws, region }: Run, later: LaterSteps): Ask[] {
  const { imageId, shareSnapshots, makePublic, accountId } = later;
  const ec2 = aws.ec2(region);
  const others = later.shareWith.filter((grantee) => grantee !== accountId);
  if (others.length === 0 && !makePublic) return [];
  const accounts = others.filter(isAccount);
  return [
    ...imageSharingAsks(ec2, imageId, accounts),
    ...(shareSnapshots && accounts.length > 0 ? snapshotSharingAsks(ec2, later, accounts) : []),
  ];
}

/** With whom it is shared makes no difference to IAM. */
function imageSharingAsks(ec2: Ec2, ImageId: string, [account]: readonly string[]): Ask[] {
  const Add = [account === undefined ? ({ Group: 'all' } as const) : { UserId: account }];
  const add = new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add }, DryRun: true });
  const read = new DescribeImageAttributeCommand({ ImageId, Attribute: 'launchPermission', DryRun: true });
  const feature = 'Sharing';
  return [
    {
      action: 'ec2:ModifyImageAttribute',
      feature,
      doing: `share image ${ImageId}`,
      send: (how) => ec2.send(add, how),
    },
    {
      action: 'ec2:DescribeImageAttribute',
      feature,
      doing: `read the launch permissions of image ${ImageId}`,
      send: (how) => ec2.send(read, how),
    },
  ];
}

function snapshotSharingAsks(ec2: Ec2, later: LaterSteps, accounts: readonly string[]): Ask[] {
  const Add = accounts.slice(0, 1).map((UserId) => ({ UserId }));
  const feature = 'Sharing the snapshots';
  const of = `the snapshots of image ${later.imageId}`;
  const Attribute = 'createVolumePermission';
  return [
    {
      action: 'ec2:ModifySnapshotAttribute',
      feature,
      doing: `share ${of}`,
      send: (how) =>
        onSnapshot(later, (SnapshotId) => {
          const input = { SnapshotId, CreateVolumePermission: { Add }, DryRun: true };
          return ec2.send(new ModifySnapshotAttributeCommand(input), how);
        }),
    },
    {
      action: 'ec2:DescribeSnapshotAttribute',
      feature,
      doing: `read the permissions of ${of}`,
      send: (how) =>
        onSnapshot(later, (SnapshotId) =>
          ec2.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute, DryRun: true }), how),
        ),
    },
  ];
}

function copyAsk({ aws, region: home }: Run, { imageId, names }: LaterSteps, target: CopyTarget): Ask {
  const { region } = target;
  const request = copyImageRequest({ home: { imageId, region: home }, names, target });
  const command = new CopyImageCommand({ ...request, DryRun: true });
  return {
    action: 'ec2:CopyImage',
    feature: 'Copies',
    doing: `copy image ${imageId} to ${region}`,
    send: (how) => aws.ec2(region).send(command, how),
  };
}

function templateAsks(
  { aws, region: home }: Run,
  { imageId: ImageId }: LaterSteps,
  { template, makeDefault, region = home }: LaunchTemplateWish,
): Ask[] {
  const ec2 = aws.ec2(region);
  const feature = 'Launch templates';
  const base = { ...named(template), DryRun: true };
  const create = { ...base, SourceVersion: '$Default', LaunchTemplateData: { ImageId } };
  const ask: Ask = {
    action: 'ec2:CreateLaunchTemplateVersion',
    feature,
    doing: `create a version of launch template ${template} in ${region}`,
    send: async (how) => {
      const { CreateLaunchTemplateVersionCommand } = await import('../aws/sdk/ec2-launch-templates.ts');
      return ec2.send(new CreateLaunchTemplateVersionCommand(create), how);
    },
  };
  if (!makeDefault) return [ask];
  const move: Ask = {
    action: 'ec2:ModifyLaunchTemplate',
    feature,
    doing: `set the default version of launch template ${template} in ${region}`,
    // Every template has had a version 1: that it may be gone is no refusal.
    send: async (how) => {
      const { ModifyLaunchTemplateCommand } = await import('../aws/sdk/ec2-launch-templates.ts');
      return ec2.send(new ModifyLaunchTemplateCommand({ ...base, DefaultVersion: '1' }), how);
    },
  };
  return [ask, move];
}

function cleanUpAsks({ aws, region }: Run, later: LaterSteps): Ask[] {
  const { imageId: ImageId, onFailure, deregistrationProtection } = later;
  if (onFailure === 'keep') return [];
  const ec2 = aws.ec2(region);
  const base = { feature: 'Bake', isOfCleanUp: true } as const;
  const unprotect: Ask = {
    ...base,
    feature: 'Lifecycle',
    action: 'ec2:DisableImageDeregistrationProtection',
    doing: `switch off the deregistration protection of image ${ImageId}`,
    send: (how) => ec2.send(new DisableImageDeregistrationProtectionCommand({ ImageId, DryRun: true }), how),
  };
  return [
    ...(deregistrationProtection === 'off' ? [] : [unprotect]),
    {
      ...base,
      action: 'ec2:DeregisterImage',
      doing: `deregister image ${ImageId}`,
      send: (how) => ec2.send(new DeregisterImageCommand({ ImageId, DryRun: true }), how),
    },
    {
      ...base,
      action: 'ec2:DeleteSnapshot',
      doing: `delete the snapshots of image ${ImageId}`,
      send: (how) =>
        onSnapshot(later, (SnapshotId) =>
          ec2.send(new DeleteSnapshotCommand({ SnapshotId, DryRun: true }), how),
        ),
    },
  ];
}
