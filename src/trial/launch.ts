/**
 * Launches the test instance: one request for each combination of type and subnet, each with a client token of its own, and
 * none sent anew with other parameters. A lost answer is settled with the same request.
 */
import { awsErrorFacts, describeAwsError, errorKind, isPassing } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { RunInstancesCommand, type RunInstancesRequest } from '../aws/sdk/ec2-instances.ts';
import { BakeError } from '../base/errors.ts';
import { timeLimit } from '../base/time-limit.ts';
import { learn } from '../run/run.ts';
import type { TestedImage } from './image.ts';
import type { Launch, Place, TrialRun } from './record.ts';
import { clientToken, launchRequest } from './request.ts';
import type { Verdict } from './verdict.ts';

/** RunInstances itself takes a few seconds, and longer under load. */
const attemptSeconds = 30;

/** A cancelled step waits so long for the answer, to know what it has to end. */
const graceSeconds = 3;

export interface LaunchOptions {
  image: TestedImage;
  /** To try in their order; those that were tried are taken out. */
  places: Place[];
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * @returns the launch, or the verdict that there is no room anywhere
 * @throws BakeError when EC2 refuses for another reason, or does not answer
 */
export async function launch(
  run: TrialRun,
  { image, places, expiresAt }: LaunchOptions,
): Promise<{ launched: Launch } | { verdict: Verdict }> {
  const refusals: string[] = [];
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    try {
      return { launched: await request(run, place, launchRequest(run, image, place, expiresAt)) };
    } catch (error) {
      run.signal.throwIfAborted();
      if (!isWantOfRoom(error)) throw failureOf(error, place);
      const refusal = `${placeText(place)}: ${describeAwsError(error)}`;
      run.log.info(`No room for the instance: ${refusal}`);
      refusals.push(refusal);
    }
  }
  return {
    verdict: {
      judgement: 'infrastructure',
      reason: `EC2 has no room for the test instance anywhere:\n${refusals.map((line) => `- ${line}`).join('\n')}`,
      remedy: 'Name further `instance-type`s or `subnet-ids`, or run the job again later.',
    },
  };
}

async function request(run: TrialRun, place: Place, parameters: RunInstancesRequest): Promise<Launch> {
  const { aws, region, clock, log } = run;
  const token = clientToken(run.record.testId, place);
  const command = new RunInstancesCommand({ ...parameters, ClientToken: token });
  run.throwIfCancelled();
  const asked: Launch = { ...place, token, requestedAt: clock.now(), status: 'asked' };
  keep(run, asked);
  // The answer says what has to be cleaned up.
  const reason = () => run.signal.reason;
  const grace = timeLimit({ clock, seconds: graceSeconds, from: run.signal, reason });
  let isInDoubt = false;
  const onFailure = (error: unknown) => {
    isInDoubt ||= errorKind(error) === 'unclear';
  };
  try {
    const how = { signal: grace.signal, attemptSeconds, onFailure };
    const { Instances, OwnerId } = await aws.ec2(region).send(command, how);
    const instance = Instances?.[0];
    if (instance?.InstanceId === undefined) throw new BakeError('EC2 launched an instance without an ID');
    const launched: Launch = {
      ...asked,
      status: 'launched',
      instanceId: instance.InstanceId,
      subnetId: place.subnetId ?? instance.SubnetId,
      zone: place.zone ?? instance.Placement?.AvailabilityZone,
    };
    keep(run, launched);
    if (OwnerId !== undefined) learn(run, { accountId: OwnerId });
    log.info(`Launched ${instance.InstanceId} (${placeText(launched)})`);
    return launched;
  } catch (error) {
    // A request in doubt may still be carried out, although a later one of the same token was refused.
    if (!isInDoubt && isClearNo(error)) keep(run, { ...asked, status: 'refused' });
    throw error;
  } finally {
    grace.stop();
    run.throwIfCancelled();
  }
}

/** Writes the launch into the record, in place of what it knew of the same token. */
export function keep(run: Pick<TrialRun, 'record' | 'onChange'>, launch: Launch): void {
  const others = run.record.launches.filter(({ token }) => token !== launch.token);
  learn(run, { launches: [...others, launch] });
}

function isClearNo(error: unknown): boolean {
  const kind = errorKind(error);
  return kind !== 'unclear' && kind !== 'aborted' && !(error instanceof BakeError);
}

const roomCodes = [
  'InsufficientInstanceCapacity',
  'InsufficientHostCapacity',
  'InsufficientFreeAddressesInSubnet',
];

/** Only these may be otherwise in another subnet, or with another type; quotas are not. */
export function isWantOfRoom(error: unknown): boolean {
  const { code: given, message } = awsErrorFacts(error);
  const code = given.replace(/^(?:Client|Server)\./, '');
  if (roomCodes.includes(code)) return true;
  return code === 'Unsupported' && /availability zone|requested configuration/i.test(message);
}

function failureOf(error: unknown, place: Place): BakeError {
  return awsFailure('ec2:RunInstances', `launch the test instance (${placeText(place)})`, error, 'Test');
}

/** EC2, or a check of ours, said no; anything else leaves it open. */
export function isRefusal(error: unknown): boolean {
  let cause = error;
  while (cause instanceof BakeError && cause.cause !== undefined) cause = cause.cause;
  return cause instanceof BakeError || !isPassing(errorKind(cause));
}

/** e.g. `t3.micro in subnet-0123, eu-west-1a`. */
export function placeText({ type, subnetId, zone }: Place): string {
  const where = [subnetId, zone].filter((part) => part !== undefined).join(', ');
  return where === '' ? `${type} in the default VPC` : `${type} in ${where}`;
}
