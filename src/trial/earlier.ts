/** Instances that an earlier attempt of this workflow run launched to test this image, and that nobody has ended. */
import { describeAwsError } from '../aws/errors.ts';
import { DescribeInstancesCommand, type Instance } from '../aws/sdk/ec2.ts';
import { runTag, tagOf, testTag } from '../base/own-tags.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import { warn } from '../run/run.ts';
import { terminate, unhurried } from './end.ts';
import type { TrialRun } from './record.ts';

const liveStates = ['pending', 'running', 'stopping', 'stopped'];

/** Nothing of this ends the test: without the permission there is a warning. */
export async function endEarlier(run: TrialRun): Promise<void> {
  const { workflow, signal, log } = run;
  if (!isLaterAttempt(workflow)) return;
  try {
    const found = (await instancesOfTests(run)).filter((instance) => isOfEarlierAttempt(run, instance));
    const ids = found.flatMap(({ InstanceId }) => InstanceId ?? []);
    if (ids.length === 0) return;
    log.info(`Ending what an earlier attempt left: ${ids.join(', ')}`);
    await terminate(run, ids, unhurried);
  } catch (error) {
    signal.throwIfAborted();
    warn(run, `Could not end what an earlier attempt may have left (${describeAwsError(error)}).`);
  }
}

async function instancesOfTests({ aws, region, signal, inputs }: TrialRun): Promise<Instance[]> {
  const Filters = [
    { Name: `tag:${testTag}`, Values: [inputs.amiId] },
    { Name: 'instance-state-name', Values: liveStates },
  ];
  const instances: Instance[] = [];
  let NextToken: string | undefined;
  do {
    const command = new DescribeInstancesCommand({ Filters, NextToken });
    const answer = await aws.ec2(region).send(command, { signal, patienceSeconds: 20 });
    instances.push(...(answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances));
    NextToken = answer.NextToken;
  } while (NextToken);
  return instances;
}

/** Of this image and this run, with a smaller attempt: those of other runs, and of other jobs of this attempt, stay. */
function isOfEarlierAttempt({ workflow, inputs }: TrialRun, instance: Instance): boolean {
  if (tagOf(instance, testTag) !== inputs.amiId) return false;
  const own = splitRunUrl(workflow.runUrl);
  const other = splitRunUrl(tagOf(instance, runTag) ?? '');
  if (own === undefined || other === undefined) return false;
  return other.run === own.run && other.attempt < own.attempt;
}

function splitRunUrl(url: string): { run: string; attempt: number } | undefined {
  const [, run, attempt] = /^(.+\/actions\/runs\/\d+)\/attempts\/(\d+)$/.exec(url) ?? [];
  return run === undefined ? undefined : { run, attempt: Number(attempt) };
}
