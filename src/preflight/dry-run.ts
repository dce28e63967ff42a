/**
 * Would CreateImage be allowed? EC2 says so itself, with tags and all, when it is asked with DryRun. A bake that goes on does
 * not ask: CreateImage refuses before it touches the instance, and a dry run uses up the account's rate of CreateImage.
 */
import { explain } from '../aws/decode.ts';
import { awsErrorFacts, describeAwsError, errorKind, isPassing } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { CreateImageCommand } from '../aws/sdk/ec2.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { createImageRequest } from '../image/make/create.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import type { Subject } from './check.ts';
import { checkPatience, error, type Finding, warning } from './finding.ts';
import { excludedDevices } from './instance.ts';

/** Codes that another check tells with more of the story. */
const toldElsewhere = new Set(['IncorrectInstanceState', 'InvalidAMIName.Duplicate']);

/** @param subject with all its names and tags, which policies may demand */
export async function createImageIsAllowed(
  run: Run,
  subject: Subject & { names: Names },
): Promise<Finding[]> {
  const { aws, region, signal } = run;
  const { instance } = subject;
  // Another check tells of the state, and EC2 would do so in place of the permissions.
  if (instance.state !== 'running' && instance.state !== 'stopped') return [];
  try {
    const command = new CreateImageCommand({ ...createImageRequest(subject), DryRun: true });
    await aws.ec2(region).send(command, { signal, ...checkPatience });
    return [];
  } catch (thrown) {
    signal.throwIfAborted();
    const { code, message } = awsErrorFacts(thrown);
    // "If you have the required permissions, the error response is DryRunOperation" (EC2 API Reference).
    if (code === 'DryRunOperation' || toldElsewhere.has(code) || /\bnot in state\b/.test(message)) return [];
    // Of a device that is the root device, or that is not there.
    if (code === 'InvalidBlockDeviceMapping' && excludedDevices(run, subject).length > 0) return [];
    const kind = errorKind(thrown);
    const doing = `create an image of ${instance.id} (asked with DryRun)`;
    const failure = await explain(awsFailure('ec2:CreateImage', doing, thrown), aws.sts(), signal);
    if (kind === 'credentials') throw failure;
    if (isPassing(kind))
      return [
        warning(`Could not ask EC2 beforehand whether CreateImage is allowed (${describeAwsError(thrown)}).`),
      ];
    return [error(messageWithRemedy(failure))];
  }
}
