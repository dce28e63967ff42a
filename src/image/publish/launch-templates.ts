/**
 * Lets launch templates launch the image: a new version of each, made from its default version, and the default version
 * moved where that is asked for. Both are pointers to the image, as SSM parameters are.
 */
import { errorKind, UnreadableAnswerError } from '../../aws/errors.ts';
import { awsFailure } from '../../aws/failure.ts';
import { launchTemplateIdForm } from '../../aws/id-forms.ts';
import type { Ec2, SendOptions } from '../../aws/patient-client.ts';
import type { LaunchTemplateVersion } from '../../aws/sdk/ec2-launch-templates.ts';
import { BakeError } from '../../base/errors.ts';
import { shortHash } from '../../base/text.ts';
import { type Run, warn } from '../../run/run.ts';

/** A launch template that gets a new version, as the user asks for it. */
export interface LaunchTemplateWish {
  /** Its ID (`lt-…`) or its name. */
  readonly template: string;
  /** Whether the new version becomes the default version. */
  readonly makeDefault: boolean;
  /** Undefined is the home Region. */
  readonly region: string | undefined;
}

/** A launch template that is to launch the image of its Region. */
export interface TemplateTarget {
  region: string;
  /** Its ID or its name, as the user gave it. */
  template: string;
  /** Whether the version with the image becomes the default version. */
  makeDefault: boolean;
  imageId: string;
}

/** How far a change is: `unanswered` may have been made; `there` was so before. */
export type Change = 'none' | 'unanswered' | 'made' | 'there';

/** What is known of a launch template that launches the image, or is about to. */
export interface PublishedTemplate extends TemplateTarget {
  id: string;
  /** The default version before: what the new version is made from, and the way back. */
  defaultBefore: number;
  /** The newest version that was seen before. */
  newestBefore: number;
  /** The version with the image; absent while EC2 has not told its number. */
  version?: number;
  /** Of the version with the image. */
  creation: Change;
  /** Of the default version; `none` where it is not to move. */
  move: Change;
}

/** A launch template as EC2 describes it. */
export interface Template {
  id: string;
  default: LaunchTemplateVersion;
  newest: LaunchTemplateVersion;
}

/** For a last look at what became of a template when something has gone wrong. */
const lastLook = { patienceSeconds: 20, attemptSeconds: 5 };

/**
 * @param template its ID or its name
 * @throws what `PatientClient.send` throws; UnreadableAnswerError when EC2 does not show both versions
 */
export async function readTemplate(ec2: Ec2, template: string, how: SendOptions): Promise<Template> {
  const { DescribeLaunchTemplateVersionsCommand } = await import('../../aws/sdk/ec2-launch-templates.ts');
  const command = new DescribeLaunchTemplateVersionsCommand({
    ...named(template),
    Versions: ['$Default', '$Latest'],
  });
  const { LaunchTemplateVersions: versions = [] } = await ec2.send(command, how);
  const byNumber = versions.toSorted((a, b) => numberOf(a) - numberOf(b));
  const byDefault = versions.find(({ DefaultVersion }) => DefaultVersion);
  const newest = byNumber.at(-1);
  if (byDefault === undefined || newest?.LaunchTemplateId === undefined)
    throw new UnreadableAnswerError('DescribeLaunchTemplateVersions was answered without a default version');
  return { id: newest.LaunchTemplateId, default: byDefault, newest };
}

/** @param template its ID or its name */
export function named(template: string): { LaunchTemplateId: string } | { LaunchTemplateName: string } {
  return launchTemplateIdForm.test(template)
    ? { LaunchTemplateId: template }
    : { LaunchTemplateName: template };
}

function numberOf({ VersionNumber = 0 }: LaunchTemplateVersion): number {
  return VersionNumber;
}

/**
 * Why a version made from the default version would not launch the image; undefined when it would. Snapshots in the block
 * device mapping take the place of those of the image ("Launch template parameters", EC2 user guide).
 */
export function unsuitableTemplate(
  region: string,
  template: string,
  { default: source }: Template,
): string | undefined {
  const mappings = source.LaunchTemplateData?.BlockDeviceMappings ?? [];
  const old = mappings.filter(({ Ebs }) => (Ebs?.SnapshotId ?? '') !== '');
  if (old.length === 0) return undefined;
  const devices = old.map(({ DeviceName, Ebs }) => `${DeviceName} (${Ebs?.SnapshotId})`).join(', ');
  return `Launch template ${template} in ${region}: its default version ${source.VersionNumber} names snapshots in its block device mapping, for ${devices}. A version made from it would launch old data in place of the image's. Make a version without these snapshots the default version.`;
}

/** Says that there is none, or why it cannot be read. */
export function unreadableTemplate(region: string, template: string, thrown: unknown): BakeError {
  if (errorKind(thrown) === 'not-found') {
    return new BakeError(`There is no launch template ${template} in ${region} of this account.`, {
      cause: thrown,
      remedy:
        'Check its name or ID and the Region in `launch-template`. The action makes versions, not templates.',
    });
  }
  return awsFailure(
    'ec2:DescribeLaunchTemplateVersions',
    `read launch template ${template} in ${region}`,
    thrown,
  );
}

/**
 * Reads all of them, before any is written.
 * @throws BakeError for the first that is not there, cannot be read or would not launch the image
 */
export async function readTemplates(
  run: Run,
  targets: readonly TemplateTarget[],
): Promise<PublishedTemplate[]> {
  const { aws, signal } = run;
  return Promise.all(
    targets.map(async (target) => {
      const { region, template } = target;
      const found = await readTemplate(aws.ec2(region), template, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw unreadableTemplate(region, template, error);
      });
      const problem = unsuitableTemplate(region, template, found);
      if (problem !== undefined) throw new BakeError(problem);
      return published(target, found);
    }),
  );
}

function published(target: TemplateTarget, found: Template): PublishedTemplate {
  const isThere = launches(found.newest, target.imageId);
  const newest = numberOf(found.newest);
  const before = numberOf(found.default);
  return {
    ...target,
    id: found.id,
    defaultBefore: before,
    newestBefore: newest,
    ...(isThere ? { version: newest } : {}),
    creation: isThere ? 'there' : 'none',
    move: target.makeDefault && isThere && before === newest ? 'there' : 'none',
  };
}

function launches({ LaunchTemplateData }: LaunchTemplateVersion, imageId: string): boolean {
  return LaunchTemplateData?.ImageId === imageId;
}

/** Called with each change of what is known, the first time before EC2 is asked. */
type Knows = (template: PublishedTemplate) => void;

/**
 * One after the other, so that a failure, which ends it, leaves as few changed as possible.
 * @returns the templates with the numbers of their versions
 * @throws BakeError when EC2 refuses, or when it is not clear what EC2 has done
 */
export async function createVersions(
  run: Run,
  templates: readonly PublishedTemplate[],
  knows: Knows,
): Promise<PublishedTemplate[]> {
  const results: PublishedTemplate[] = [];
  for (const template of templates) {
    if (template.creation === 'there') results.push(skip(run, template, `version ${template.version} names`));
    else results.push(await createVersion(run, template, knows));
  }
  return results;
}

/** As `createVersions`, once the versions are there. */
export async function moveDefaults(
  run: Run,
  templates: readonly PublishedTemplate[],
  knows: Knows,
): Promise<PublishedTemplate[]> {
  const results: PublishedTemplate[] = [];
  for (const template of templates) {
    if (!template.makeDefault) results.push(template);
    else if (template.defaultBefore !== template.version)
      results.push(await moveDefault(run, template, knows));
    else results.push(skip(run, template, `the default version ${template.version} names`));
  }
  return results;
}

function skip({ log }: Run, template: PublishedTemplate, what: string): PublishedTemplate {
  log.info(`${nameOf(template)}: ${what} ${template.imageId} already`);
  return template;
}

async function createVersion(
  run: Run,
  template: PublishedTemplate,
  knows: Knows,
): Promise<PublishedTemplate> {
  const { aws, log, signal, throwIfCancelled } = run;
  const { region, imageId, defaultBefore } = template;
  throwIfCancelled();
  log.info(`${nameOf(template)}: creating a version with ${imageId} from version ${defaultBefore}`);
  knows({ ...template, creation: 'unanswered' });
  const version = await settled({
    run,
    work: async () => {
      run.record.changed = true;
      const answer = await aws.ec2(region).send(await versionCommand(template), { signal });
      warnOfIssues(run, template, answer.Warning?.Errors ?? []);
      return versionIn(answer.LaunchTemplateVersion);
    },
    // The newest version alone: an older one with the image may be of before.
    look: (now) => (launches(now.newest, imageId) ? numberOf(now.newest) : undefined),
    template,
    refused: () => knows(template),
    failure: ['ec2:CreateLaunchTemplateVersion', `create a version of ${nameOf(template)}`],
  });
  const created: PublishedTemplate = { ...template, version, creation: 'made' };
  knows(created);
  log.info(`${nameOf(template)}: version ${version} launches ${imageId}`);
  return created;
}

/**
 * The token holds the newest version that was seen, so that going back to an image that an earlier version named makes a
 * version, too; and nothing else may differ in a request with the same token.
 */
async function versionCommand({ id, imageId, newestBefore, defaultBefore }: PublishedTemplate) {
  const { CreateLaunchTemplateVersionCommand } = await import('../../aws/sdk/ec2-launch-templates.ts');
  return new CreateLaunchTemplateVersionCommand({
    LaunchTemplateId: id,
    SourceVersion: String(defaultBefore),
    VersionDescription: `${imageId}, by bake-ami`,
    LaunchTemplateData: { ImageId: imageId },
    ClientToken: token(id, imageId, newestBefore),
  });
}

function versionIn(version: LaunchTemplateVersion | undefined): number {
  if (version?.VersionNumber !== undefined) return version.VersionNumber;
  throw new UnreadableAnswerError('CreateLaunchTemplateVersion was answered without a version');
}

/** EC2 makes the version all the same (API Reference, CreateLaunchTemplateVersion, `warning`). */
function warnOfIssues(
  run: Run,
  template: PublishedTemplate,
  issues: readonly { Code?: string | undefined; Message?: string | undefined }[],
): void {
  for (const { Code, Message } of issues)
    warn(
      run,
      `${nameOf(template)}: EC2 warns of the new version: ${[Code, Message].filter(Boolean).join(': ')}`,
    );
}

async function moveDefault(run: Run, template: PublishedTemplate, knows: Knows): Promise<PublishedTemplate> {
  const { aws, log, signal, throwIfCancelled } = run;
  const { id, region, version, defaultBefore } = template;
  throwIfCancelled();
  log.info(`${nameOf(template)}: default version ${defaultBefore} → ${version}`);
  knows({ ...template, move: 'unanswered' });
  const now = run.clock.now();
  await settled({
    run,
    work: async () => {
      run.record.changed = true;
      const { ModifyLaunchTemplateCommand } = await import('../../aws/sdk/ec2-launch-templates.ts');
      const command = new ModifyLaunchTemplateCommand({
        LaunchTemplateId: id,
        DefaultVersion: String(version),
        // With the time: the same move may have been made before, and been undone.
        ClientToken: token(id, version, defaultBefore, now),
      });
      // A new version may not show at once (eventual consistency).
      await aws.ec2(region).send(command, { signal, newObject: true });
      return true;
    },
    look: (found) => numberOf(found.default) === version || undefined,
    template,
    refused: () => knows(template),
    failure: [
      'ec2:ModifyLaunchTemplate',
      `make version ${version} the default version of ${nameOf(template)}`,
    ],
  });
  const moved: PublishedTemplate = { ...template, move: 'made' };
  knows(moved);
  return moved;
}

interface Settling<Result> {
  run: Run;
  /** Repeated calls are the same to EC2, by their client token. */
  work: () => Promise<Result>;
  /** @returns what the work would have given, if the template shows that it was done */
  look: (now: Template) => Result | undefined;
  template: PublishedTemplate;
  /** Called when EC2 has clearly refused: nothing has changed. */
  refused: () => void;
  /** The call, and what completes "could not …". */
  failure: readonly [action: string, doing: string];
}

/**
 * Does the work. When its answers are lost for good, or the token was used by a request that differs, the template decides.
 * @throws BakeError when it does not show the work
 */
async function settled<Result>(settling: Settling<Result>): Promise<Result> {
  const { run, work, look, template, refused, failure } = settling;
  const { aws, signal } = run;
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    const kind = errorKind(error);
    const how = { signal, ...lastLook };
    const now = await readTemplate(aws.ec2(template.region), template.id, how).catch(() => undefined);
    signal.throwIfAborted();
    const result = now && look(now);
    if (result !== undefined) return result;
    if (kind === 'permission' || kind === 'refused' || kind === 'not-found') refused();
    throw awsFailure(failure[0], failure[1], error);
  }
}

/** "Constraint: Maximum 128 ASCII characters." (API Reference, ClientToken of both calls) */
function token(...identity: unknown[]): string {
  return `bake-ami-${shortHash(JSON.stringify(identity), 40)}`;
}

export function nameOf({ template, region, id }: PublishedTemplate): string {
  return `Launch template ${template}${template === id ? '' : ` (${id})`} in ${region}`;
}

/** Those whose newest version names the image already: an earlier attempt may have begun to publish. */
export async function templatesNaming(
  run: Run,
  targets: readonly TemplateTarget[],
): Promise<PublishedTemplate[]> {
  const all = await readTemplates(run, targets);
  return all.filter(({ creation }) => creation === 'there');
}
