/**
 * What outside the account's images names an image: SSM parameters, versions of launch templates, default versions. One
 * rule for all of them: from the moment before such a pointer is written, the images of the run are kept.
 */
import { BakeError, CancelledError } from '../base/errors.ts';
import { nameOf, type PublishedTemplate } from '../image/publish/launch-templates.ts';
import { type PublishedParameter, parametersListed, whatBecameOf } from '../image/publish/parameters.ts';
import type { OnFailure } from './clean-up.ts';
import { type DistributionRecord, imagesOf } from './record.ts';

type Pointers = Pick<DistributionRecord, 'parameters' | 'templates'>;

/** Whether a pointer names an image of the run, or may do so. */
export function mayBeNamed({ parameters = [], templates = [] }: Pointers): boolean {
  return (
    parameters.length > 0 || templates.some(({ creation, move }) => creation !== 'none' || move !== 'none')
  );
}

/** Deleting an image that a pointer may name would leave the pointer without a target: it is kept. */
export function onFailureOf(wanted: 'delete' | 'keep', pointers: Pointers): OnFailure {
  return wanted === 'delete' && mayBeNamed(pointers) ? 'published' : wanted;
}

/**
 * Nothing is turned back by itself once a pointer may have moved: the error lists what moved and what did not, and how to
 * finish or to go back by hand.
 * @param parameterNames all that were to be written, in each Region
 */
export function withPointers(
  error: unknown,
  record: DistributionRecord,
  parameterNames: readonly string[],
): unknown {
  if (!(error instanceof BakeError) || !mayBeNamed(record)) return error;
  const { templates = [] } = record;
  // An error of Systems Manager lists the parameters itself, as they were found afterwards.
  const listsParameters = error.message.includes(parametersListed);
  const lines = [
    ...templates.flatMap(templateLines),
    ...(listsParameters ? [] : parameterLines(record, parameterNames)),
  ];
  const message = [
    error.message,
    ...(lines.length === 0 ? [] : ['What has become of the pointers to the image:', ...lines]),
    ...commands('To finish by hand', [
      ...templates.flatMap(forward),
      ...forwardParameters(record, parameterNames),
    ]),
    ...commands('To go back', backCommands(record)),
  ].join('\n');
  const kept =
    'The images are kept, since pointers may name them. Re-run the job to finish: it does what is left.';
  const remedy = [error.remedy, kept].filter((text) => text !== undefined).join(' ');
  const Kind = error instanceof CancelledError ? CancelledError : BakeError;
  return new Kind(message, { remedy, cause: error.cause });
}

/** Commands that undo what was changed, the last change first. */
export function backCommands({ parameters = [], templates = [] }: Pointers): string[] {
  return [...parameters.flatMap(backParameter), ...templates.flatMap(back)];
}

function commands(title: string, list: readonly string[]): string[] {
  return list.length === 0 ? [] : [`${title}:`, ...list.map((command) => `- ${command}`)];
}

function templateLines(template: PublishedTemplate): string[] {
  const { version, creation, move, makeDefault, defaultBefore, imageId } = template;
  const versions = {
    none: 'no version was created',
    unanswered: `a version with ${imageId} may have been created, its answer was lost or not waited for`,
    made: `version ${version} was created with ${imageId}`,
    there: `version ${version} named ${imageId} before`,
  };
  const moves = {
    none: `the default version was not changed: it is ${defaultBefore}`,
    unanswered: `the default version may have been changed: ${defaultBefore} → ${version}`,
    made: `the default version was changed: ${defaultBefore} → ${version}`,
    there: `the default version was ${version} before`,
  };
  const name = nameOf(template);
  return [`- ${name}: ${versions[creation]}`, ...(makeDefault ? [`- ${name}: ${moves[move]}`] : [])];
}

function parameterLines(record: DistributionRecord, names: readonly string[]): string[] {
  return forEachParameter(record, names, (region, name, known) =>
    known === undefined ? `- ${name} in ${region} was not changed` : whatBecameOf(known),
  );
}

function forEachParameter<Result>(
  record: DistributionRecord,
  names: readonly string[],
  result: (region: string, name: string, known: PublishedParameter | undefined, imageId: string) => Result,
): Result[] {
  const { parameters = [] } = record;
  return imagesOf(record).flatMap(({ region, id }) =>
    names.map((name) => {
      const known = parameters.find((one) => one.region === region && one.name === name);
      return result(region, name, known, id);
    }),
  );
}

function forward({
  id,
  region,
  imageId,
  defaultBefore,
  version,
  creation,
  move,
  makeDefault,
}: PublishedTemplate): string[] {
  const data = JSON.stringify({ ImageId: imageId });
  const create = `aws ec2 create-launch-template-version --region ${region} --launch-template-id ${id} --source-version ${defaultBefore} --launch-template-data '${data}'`;
  const number = version ?? 'NEW-VERSION';
  return [
    ...(creation === 'none' || creation === 'unanswered' ? [create] : []),
    ...(makeDefault && (move === 'none' || move === 'unanswered') ? [setDefault(region, id, number)] : []),
  ];
}

function back(template: PublishedTemplate): string[] {
  const { id, region, version, defaultBefore, creation, move } = template;
  const of = `--region ${region} --launch-template-id ${id}`;
  return [
    ...(move === 'made' || move === 'unanswered' ? [setDefault(region, id, defaultBefore)] : []),
    ...(creation === 'made' ? [`aws ec2 delete-launch-template-versions ${of} --versions ${version}`] : []),
    // Its number is not known, or it is not there.
    ...(creation === 'unanswered'
      ? [`aws ec2 describe-launch-template-versions ${of} --versions '$Latest'`]
      : []),
  ];
}

function setDefault(region: string, id: string, version: number | string): string {
  return `aws ec2 modify-launch-template --region ${region} --launch-template-id ${id} --default-version ${version}`;
}

function forwardParameters(record: DistributionRecord, names: readonly string[]): string[] {
  return forEachParameter(record, names, (region, name, known, imageId) =>
    known === undefined || known.unanswered ? [put(region, name, imageId)] : [],
  ).flat();
}

function backParameter({ region, name, oldValue, newValue }: PublishedParameter): string[] {
  if (oldValue === newValue) return [];
  if (oldValue === null) return [`aws ssm delete-parameter --region ${region} --name ${name}`];
  // What anybody has put into a parameter is no part of a command that people copy.
  return [put(region, name, /^ami-[0-9a-f]+$/.test(oldValue) ? oldValue : 'OLD-VALUE')];
}

function put(region: string, name: string, value: string): string {
  return `aws ssm put-parameter --region ${region} --name ${name} --value ${value} --type String --overwrite`;
}
