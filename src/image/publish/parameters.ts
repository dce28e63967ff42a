/**
 * Lets SSM parameters point at the image, in each of its Regions. The last thing that is done to an image: who reads a
 * parameter starts instances from what it holds.
 */
import { errorKind } from '../../aws/errors.ts';
import { asFailure, awsFailure } from '../../aws/failure.ts';
import type { PatientClient, SendOptions } from '../../aws/patient-client.ts';
import type { Parameter } from '../../aws/sdk/ssm.ts';
import { BakeError, ProblemsError } from '../../base/errors.ts';
import { lookUntil } from '../../base/look-until.ts';
import { cut, withoutControls } from '../../base/text.ts';
import { type Run, warn } from '../../run/run.ts';

export interface Publication {
  /** The image in each of its Regions, available and shared. */
  targets: readonly { region: string; imageId: string }[];
  /** The same in every Region. */
  parameterNames: readonly string[];
  /**
   * Called before a parameter is written: it may hold the value from now on, whatever happens. Called again when it does not
   * show the value afterwards.
   */
  onWriting: (parameter: PublishedParameter) => void;
  /** Called when Systems Manager has accepted the value, or holds it already. */
  onWritten: (parameter: PublishedParameter) => void;
  /** Called when Systems Manager has clearly refused to write it: it holds what it held. */
  onRefused: (parameter: PublishedParameter) => void;
}

/** A parameter that points at the image. */
export interface PublishedParameter {
  region: string;
  name: string;
  /** What it held before; null when it was not there. */
  oldValue: string | null;
  /** The image's ID in that Region. */
  newValue: string;
  /** It is being written, and Systems Manager has not answered: it holds the new value, or what it held before. */
  unanswered?: true;
}

/** "aws:ec2:image": Systems Manager checks that the value is the ID of an image that is available (PutParameter, DataType). */
const imageDataType = 'aws:ec2:image';

/** The check of the data type is asynchronous, and nobody is told of its end but by the value that shows or does not. */
const patienceSeconds = 120;
const lookEverySeconds = 2;
/** For a last look at what became of parameters when something has gone wrong. */
const lastLook = { patienceSeconds: 20, attemptSeconds: 5 };

/**
 * Reads all parameters first, then writes them one after the other, then reads all of them back: a failure, which ends it,
 * leaves as few changed as possible. Those that hold the value already are not written.
 * @returns all of them, in the order of the Regions and then of the names
 * @throws BakeError that tells of each parameter whether it has been changed
 */
export async function publishParameters(run: Run, publication: Publication): Promise<PublishedParameter[]> {
  const pointers = await readAll(run, publication);
  const written: Pointer[] = [];
  try {
    for (const pointer of pointers) {
      if (isDone(pointer)) skip(run, publication, pointer);
      else await write(run, publication, pointer, written);
    }
    await readBack(run, publication, written);
  } catch (error) {
    run.signal.throwIfAborted();
    throw await withOutcomes(run, pointers, written, error);
  }
  return pointers.map(published);
}

/**
 * @param how with the patience of whoever asks
 * @returns those that are there, by name
 * @throws what `PatientClient.send` throws
 */
export async function readParameters(
  ssm: PatientClient,
  names: readonly string[],
  how: SendOptions,
): Promise<Map<string, Parameter>> {
  const { GetParametersCommand } = await import('../../aws/sdk/ssm.ts');
  const parameters = new Map<string, Parameter>();
  for (let first = 0; first < names.length; first += namesPerCall) {
    const Names = names.slice(first, first + namesPerCall);
    const answer = await ssm.send(new GetParametersCommand({ Names }), how);
    for (const parameter of answer.Parameters ?? []) parameters.set(parameter.Name ?? '', parameter);
  }
  return parameters;
}

/** API model, GetParameters, `Names`. */
const namesPerCall = 10;

/**
 * Why the parameter cannot hold the image's ID; undefined when it can. A parameter keeps its type for good
 * (HierarchyTypeMismatchException in the API model).
 */
export function unsuitable(region: string, { Name, Type }: Parameter): string | undefined {
  if (Type === 'String') return undefined;
  return `Parameter ${Name} in ${region} is a ${Type}, and the type of a parameter cannot be changed to String. Choose another name as \`ssm-parameter\`, or delete the parameter.`;
}

/** A parameter that is to hold the image's ID, and what it holds now. */
interface Pointer {
  region: string;
  name: string;
  newValue: string;
  before: Parameter | undefined;
  /** The number of the version that was written. */
  version?: number;
}

function isDone({ before, newValue }: Pointer): boolean {
  return before?.Value === newValue;
}

function published({ region, name, newValue, before }: Pointer): PublishedParameter {
  return { region, name, oldValue: before?.Value ?? null, newValue };
}

/** One line of a list, without asking Systems Manager. */
export function whatBecameOf({ region, name, oldValue, newValue, unanswered }: PublishedParameter): string {
  const subject = `- ${name} in ${region}`;
  if (oldValue === newValue) return `${subject} held ${newValue} before`;
  const became = unanswered ? 'may have been changed, its answer was not waited for' : 'was changed';
  return `${subject} ${became}: ${shown(oldValue)} → ${newValue}`;
}

function skip({ log }: Run, { onWritten }: Publication, pointer: Pointer): void {
  const { region, name, newValue } = pointer;
  onWritten(published(pointer));
  log.info(`Parameter ${name} in ${region} holds ${newValue} already`);
}

async function readAll({ aws, signal }: Run, { targets, parameterNames }: Publication): Promise<Pointer[]> {
  const ofRegions = await Promise.all(
    targets.map(async ({ region, imageId }) => {
      const doing = `read the SSM parameters in ${region}, none of which has been changed`;
      const failed = asFailure(signal, 'ssm:GetParameters', doing);
      const parameters = await readParameters(aws.ssm(region), parameterNames, { signal }).catch(failed);
      return parameterNames.map((name) => ({
        region,
        name,
        newValue: imageId,
        before: parameters.get(name),
      }));
    }),
  );
  const pointers = ofRegions.flat();
  const problems = pointers.flatMap(({ region, before }) => (before && unsuitable(region, before)) ?? []);
  if (problems.length > 0) throw new ProblemsError('No SSM parameter has been changed', problems);
  return pointers;
}

async function write(
  run: Run,
  { onWriting, onWritten, onRefused }: Publication,
  pointer: Pointer,
  written: Pointer[],
): Promise<void> {
  const { signal, log } = run;
  const { region, name, newValue, before } = pointer;
  signal.throwIfAborted();
  log.info(`Parameter ${name} in ${region}: ${shown(before?.Value)} → ${newValue}`);
  written.push(pointer);
  onWriting({ ...published(pointer), unanswered: true });
  try {
    pointer.version = await put(run, pointer);
    onWritten(published(pointer));
  } catch (error) {
    signal.throwIfAborted();
    const kind = errorKind(error);
    if (kind === 'permission' || kind === 'refused') onRefused(published(pointer));
    throw awsFailure('ssm:PutParameter', `write the SSM parameter ${name} in ${region}`, error);
  }
}

/**
 * The data type of a parameter that is there cannot be changed (bottlerocket-os/bottlerocket#2599,
 * hashicorp/terraform-provider-aws#35959): where Systems Manager refuses that, the parameter keeps the one it has.
 * @returns the number of the version that it made
 */
async function put(run: Run, pointer: Pointer): Promise<number> {
  const { aws, signal } = run;
  run.record.changed = true;
  const { region, name, newValue, before } = pointer;
  const { PutParameterCommand } = await import('../../aws/sdk/ssm.ts');
  const write = async (DataType: string) => {
    const input = { Name: name, Value: newValue, Type: 'String', DataType, Overwrite: true } as const;
    const { Version } = await aws.ssm(region).send(new PutParameterCommand(input), { signal });
    return Version ?? (before?.Version ?? 0) + 1;
  };
  try {
    return await write(imageDataType);
  } catch (error) {
    signal.throwIfAborted();
    const dataType = before?.DataType ?? imageDataType;
    if (errorKind(error) !== 'refused' || dataType === imageDataType) throw error;
    const version = await write(dataType);
    warn(
      run,
      `Parameter ${name} in ${region} keeps its data type ${dataType}, which cannot be changed, so that its value is not checked and EC2 may not take it in place of an image ID. To have ${imageDataType}, delete the parameter: the next bake makes it anew.`,
    );
    return version;
  }
}

async function readBack(run: Run, { onWriting }: Publication, written: readonly Pointer[]): Promise<void> {
  const { clock, signal } = run;
  const until = clock.now() + patienceSeconds * 1000;
  let left = written;
  const areAllShown = async () => {
    left = await notHolding(run, left);
    return left.length === 0 || undefined;
  };
  if (await lookUntil(areAllShown, { clock, signal, until, everySeconds: lookEverySeconds })) return;
  for (const pointer of left) onWriting({ ...published(pointer), unanswered: true });
  throw notShown(left);
}

/** @throws BakeError when somebody else has written to one since */
async function notHolding(run: Run, pointers: readonly Pointer[]): Promise<Pointer[]> {
  const { signal } = run;
  const now = await valuesNow(run, pointers, { signal }, (region) =>
    asFailure(signal, 'ssm:GetParameters', `read back the SSM parameters in ${region}`),
  );
  const left = pointers.filter((pointer) => now.get(pointer)?.Value !== pointer.newValue);
  const overwritten = left.filter((pointer) => isOverwritten(pointer, now.get(pointer)));
  if (overwritten.length > 0) throw wereOverwritten(overwritten, now);
  return left;
}

/** A version after ours holds something else. */
function isOverwritten({ version, newValue }: Pointer, now: Parameter | undefined): boolean {
  return version !== undefined && (now?.Version ?? 0) > version && now?.Value !== newValue;
}

function wereOverwritten(pointers: readonly Pointer[], now: Values): BakeError {
  const list = pointers.map((pointer) => {
    const { Version, Value } = now.get(pointer) ?? {};
    return `${pointer.name} in ${pointer.region}, whose version ${Version} holds ${shown(Value)}`;
  });
  const commands = pointers.map(
    ({ name, region }) => `aws ssm get-parameter-history --region ${region} --name ${name}`,
  );
  return new BakeError(
    `SSM parameters were overwritten after this step had written them: ${list.join('; ')}.`,
    {
      remedy: `Their history shows who changed them (${commands.join('; ')}). Let only one job at a time write a parameter (\`concurrency\`), then run the job again to have it hold this image.`,
    },
  );
}

/** User guide, "Native parameter support for Amazon Machine Image IDs": what the asynchronous check takes. */
function notShown(left: readonly Pointer[]): BakeError {
  const names = left.map(({ name, region }) => `${name} in ${region}`).join(', ');
  return new BakeError(
    `Systems Manager accepted the image IDs, but does not show them ${patienceSeconds} seconds later in ${names}.`,
    {
      remedy:
        'It checks each ID after it has accepted it, with the permissions of the role, and drops it silently when the check fails: allow ssm:GetParameters and ec2:DescribeImages in those Regions. EventBridge tells of failed checks ("Parameter Store Change").',
    },
  );
}

/** What the list of the parameters begins with, by which an error is known that has one. */
export const parametersListed = "SSM parameters hold the image's ID:";

/** The error with what became of each parameter, looked up anew. */
async function withOutcomes(
  run: Run,
  pointers: readonly Pointer[],
  written: readonly Pointer[],
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof BakeError)) return error;
  const now = await valuesNow(run, written, { signal: run.signal, ...lastLook }, () => () => undefined);
  const holds = (pointer: Pointer) => isDone(pointer) || now.get(pointer)?.Value === pointer.newValue;
  const count = `${pointers.filter(holds).length} of ${pointers.length}`;
  const lines = pointers.map((pointer) => {
    const { region, name, newValue, before } = pointer;
    const subject = `- ${name} in ${region}`;
    if (holds(pointer)) return whatBecameOf(published(pointer));
    if (!written.includes(pointer)) return `${subject} was not changed: ${holding(before)}`;
    if (!now.has(pointer)) {
      return `${subject} may have been changed, it cannot be read: ${shown(before?.Value)} → ${newValue}`;
    }
    if (isOverwritten(pointer, now.get(pointer)))
      return `${whatBecameOf(published(pointer))}; now it holds ${shown(now.get(pointer)?.Value)}`;
    return `${subject} was not changed: ${holding(now.get(pointer))}`;
  });
  const message = `${error.message}\n${count} ${parametersListed}\n${lines.join('\n')}`;
  return new BakeError(message, { cause: error.cause, remedy: error.remedy });
}

/** What parameters hold, undefined where there is none. */
type Values = ReadonlyMap<Pointer, Parameter | undefined>;

/** @param unreadable what to do about the parameters of a Region that cannot be read: without an error they are missing */
async function valuesNow(
  { aws }: Run,
  pointers: readonly Pointer[],
  how: SendOptions,
  unreadable: (region: string) => (error: unknown) => undefined,
): Promise<Values> {
  const found = await Promise.all(
    [...Map.groupBy(pointers, ({ region }) => region)].map(async ([region, some]) => {
      const names = some.map(({ name }) => name);
      const now = await readParameters(aws.ssm(region), names, how).catch(unreadable(region));
      return now === undefined ? [] : some.map((pointer) => [pointer, now.get(pointer.name)] as const);
    }),
  );
  return new Map(found.flat());
}

function holding(parameter: Parameter | undefined): string {
  return parameter === undefined ? 'it does not exist' : `it holds ${shown(parameter.Value)}`;
}

/** Of whatever was in the parameter, no more than a line can take. */
function shown(value: string | null | undefined): string {
  return typeof value === 'string' ? cut(withoutControls(value), 100) : '(none)';
}
