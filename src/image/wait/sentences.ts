/** What the errors of a wait say. */
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { duration } from '../../base/units.ts';
import type { Run } from '../../run/run.ts';
import { ImageGoneError } from './looks.ts';
import { overallPercent, type SnapshotProgress } from './progress.ts';

/** What an error is about. */
export interface Named {
  imageId: string;
  /** When the image was created, in milliseconds since the epoch. */
  createdAt: number;
  /** How errors call it in the middle of a sentence; its ID alone when not given. */
  called?: string;
  /** What to do when it fails with that reason of EC2's; undefined for what is said of any image. */
  remedyFor?: (reason: string) => string | undefined;
}

/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const endings: Readonly<Record<string, (name: string) => string>> = {
  failed: (name) => `EC2 could not create ${name}`,
  error: (name) => `EC2 could not create ${name}`,
  invalid: (name) => `EC2 says that ${name} is invalid`,
  deregistered: (name) => `Somebody deregistered ${name} while EC2 was creating it`,
  disabled: (name) => `Somebody disabled ${name} before it was ready`,
};

/** @returns undefined when the image may still become available */
export function endOf(named: Named, image: Image): BakeError | undefined {
  const { State: state = '' } = image;
  const ending = endings[state];
  if (ending === undefined) return undefined;
  const { Code: code, Message: message } = image.StateReason ?? {};
  const reason = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
  const isByOthers = state === 'deregistered' || state === 'disabled';
  const why =
    reason === '' ? (isByOthers ? '' : '. EC2 gives no reason') : `. EC2's reason: ${withoutStop(reason)}`;
  const EndError = state === 'deregistered' ? ImageGoneError : BakeError;
  return new EndError(`${ending(nameOf(named))}${why}.`, {
    remedy: isByOthers ? `CloudTrail shows who ${state} it.` : remedyFor(named, reason),
  });
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function nameOf({ called, imageId }: Named): string {
  return called ?? imageId;
}

function remedyFor({ remedyFor: particular }: Named, reason: string): string {
  const remedy = particular?.(reason);
  if (remedy !== undefined) return remedy;
  if (/kms|key/i.test(reason)) {
    return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
  }
  return 'Failures inside EC2 often pass: run the job again. If it fails again, check the state of the volumes, and give AWS Support the image ID.';
}

/** `Timed out after 30 minutes (`timeout-minutes`)`, for the beginning of a sentence. */
export function timedOutAfter({ record, deadline }: Pick<Run, 'record' | 'deadline'>): string {
  const minutes = Math.round((deadline - record.startedAt) / 60_000);
  return `Timed out after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (\`timeout-minutes\`)`;
}

/** @param image as it was seen last; undefined when EC2 has not shown it */
export function timedOut(
  run: Run,
  named: Named,
  image: Image | undefined,
  snapshots: readonly SnapshotProgress[],
): BakeError {
  const percent = overallPercent(snapshots);
  const how = percent === undefined ? '' : ` with its snapshots at ${Math.floor(percent)} %`;
  const age = duration(run.deadline - named.createdAt);
  const stands = image === undefined ? 'EC2 has not shown it yet' : `it is still ${image.State}${how}`;
  return new BakeError(
    `${timedOutAfter(run)} while waiting for ${nameOf(named)}: ${age} after its creation, ${stands}.`,
    {
      remedy:
        'Raise `timeout-minutes`: the first snapshot of a large volume takes long. With `on-failure: keep`, EC2 goes on creating the image, and a re-run of this workflow resumes it.',
    },
  );
}
