import { accountLimits, callersAccount } from '../aws/account.ts';
import { awsFailure } from '../aws/failure.ts';
import { CreateTagsCommand } from '../aws/sdk/ec2.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { testedTag } from '../base/own-tags.ts';
import { learn, warn } from '../run/run.ts';
import type { TrialRun } from './record.ts';
import { isoTime } from './request.ts';
import { isPass, type Verdict } from './verdict.ts';

/** Tags an own image with how its test ended; an image that was not judged keeps what it has. */
export async function mark(run: TrialRun, verdict: Verdict): Promise<void> {
  const { record, aws, region, signal, clock } = run;
  const { image } = record;
  const pass = isPass(verdict);
  if (pass === undefined || image === undefined) return;
  // RunInstances says it, as a rule.
  const accountId =
    record.accountId ?? (await callersAccount(aws, { signal, ...accountLimits }).catch(() => undefined));
  if (image.ownerId !== accountId) {
    run.log.info(`${image.id} belongs to account ${image.ownerId}: it gets no tag ${testedTag}`);
    return;
  }
  const value = `${pass ? 'passed' : 'failed'} ${isoTime(clock.now())}`;
  const command = new CreateTagsCommand({ Resources: [image.id], Tags: [{ Key: testedTag, Value: value }] });
  try {
    await aws.ec2(region).send(command, { signal, patienceSeconds: 60 });
    learn(run, { tested: value });
    run.log.info(`${image.id} is tagged ${testedTag} = ${value}`);
  } catch (error) {
    signal.throwIfAborted();
    const failure = awsFailure('ec2:CreateTags', `tag ${image.id} with ${testedTag}`, error, 'Test');
    warn(run, messageWithRemedy(failure));
  }
}
