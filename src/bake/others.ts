/**
 * What a bake looks for beside its own image: the previous image, for a roll-back and for the list of commits between the
 * two (`previous-ami-id`), and images that other processes of the run are making.
 */
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { BakeError } from '../base/errors.ts';
import { beside } from '../base/side-by-side.ts';
import { findPrevious, type PreviousImage } from '../image/previous.ts';
import type { Names } from '../naming/names.ts';
import { learn, warn } from '../run/run.ts';
import type { BakeRun } from './record.ts';
import { lookForTwins } from './twins.ts';

/** How long a bake that is over waits for the look-up. A family of thousands is read within this time. */
const graceSeconds = 5;
/** The first seconds belong to the calls that a bake needs to begin: bakes that begin together share what EC2 grants. */
const startsWithinSeconds = 30;

/**
 * Looks them up while the rest of the bake goes on. No bake fails because of it, and none waits long for it.
 * @param rest calls `hurry` when the rest of the bake is short
 * @param before an image that is there already; undefined when it is yet to be created or just being created
 * @throws what `rest` throws
 */
export async function besideLookForOthers(
  run: BakeRun,
  { names, accountId, before }: { names: Names; accountId: string; before: Image | undefined },
  rest: (hurry: () => void) => Promise<void>,
): Promise<void> {
  const { clock, log, signal, random } = run;
  const { family } = names;
  const hurry = new AbortController();
  const look = async (ended: AbortSignal) => {
    const early = AbortSignal.any([ended, hurry.signal]);
    await clock.sleep(random() * startsWithinSeconds * 1000, early).catch(() => ended.throwIfAborted());
    const successor = { accountId, family, before: before ?? ownImage(run) };
    await lookForTwins({ ...run, signal: ended }, { names, accountId, claim: run.record.claim });
    const previous = await findPrevious({ ...run, signal: ended }, successor);
    learn(run, { previous: previous ?? null });
    if (previous !== undefined) log.info(lineOf(family, previous));
  };
  await beside(
    { clock, signal, graceSeconds },
    {
      main: () => rest(() => hurry.abort(new Error('The bake is nearly over'))),
      other: look,
      failed: (error) => tell(run, family, error),
    },
  );
}

function ownImage({ record: { image } }: BakeRun): Pick<Image, 'ImageId'> | undefined {
  return image && { ImageId: image.id };
}

function lineOf(family: string, { id, name }: PreviousImage): string {
  return `Previous image of family ${family}: ${id} "${name}"`;
}

/** What passes is not worth a warning; a missing permission stays missing until somebody grants it. */
function tell(run: BakeRun, family: string, error: unknown): void {
  const doing = `look for the previous image of family ${family}`;
  const kind = errorKind(error);
  if (kind === 'permission' || kind === 'credentials') {
    const { message, remedy = '' } = awsFailure('ec2:DescribeImages', doing, error);
    warn(run, `${message} ${remedy} \`previous-ami-id\` is empty.`);
    return;
  }
  const why = error instanceof BakeError ? error.message : describeAwsError(error);
  run.log.info(`Could not ${doing} (${why}); \`previous-ami-id\` is empty.`);
}
