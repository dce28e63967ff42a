/** Images of the same key that this bake leaves alone: of other processes of this run, and failed ones. */
import { removeImageCommand } from '../aws/cli.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { isLaterAttempt } from '../base/workflow.ts';
import { findTwins, type Sought } from '../image/find.ts';
import { warn } from '../run/run.ts';
import type { BakeRun } from './record.ts';

/** In later attempts they are found before the bake goes on. */
export async function lookForTwins(run: BakeRun, sought: Sought): Promise<void> {
  if (isLaterAttempt(run.workflow)) return;
  warnOfTwins(run, await findTwins(run, sought, run.record.image?.id));
}

/** @param failed which were not waited for */
export function warnOfFailed(run: BakeRun, failed: readonly Image[]): void {
  for (const { ImageId = '', State } of failed)
    warn(
      run,
      `${ImageId}, which an earlier attempt of this workflow run created without waiting for it, is ${State}. It is left alone, and this bake creates an image of its own. To remove it: ${removeImageCommand(run.region, ImageId)}`,
    );
}

export function warnOfTwins(run: BakeRun, twins: readonly Image[]): void {
  for (const { ImageId, State } of twins) {
    warn(
      run,
      `${ImageId} (${State}) is being baked with the same identity by another process of this workflow run. It is left alone, and this bake creates an image of its own. To tell jobs apart that call one reusable workflow, put something into \`name\` that differs.`,
    );
  }
}
