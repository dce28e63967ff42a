/** The names of the copies: unique in an account and Region, as that of the image itself. */
import { errorKind, isPassing } from '../aws/errors.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { carriesKey } from '../base/own-tags.ts';
import { imagesOfName } from '../image/describe.ts';
import { isOurs } from '../image/find.ts';
import type { Run } from '../run/run.ts';
import type { Check, Subject } from './check.ts';
import { accountsNeedKey } from './encryption.ts';
import { error, type Finding, isSilence, note, unchecked } from './finding.ts';
import { nameTakenBy } from './name.ts';

/** Whom copies are shared with that are encrypted with a key of the user's. */
export const copiesCanBeShared: Check = (_run, { copyTo, shareWith, instance }) => {
  if (shareWith.every((grantee) => grantee === instance.accountId)) return [];
  return copyTo
    .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
    .map(({ region, kmsKeyId }) =>
      note(`The copy in ${region} is encrypted with ${kmsKeyId}: ${accountsNeedKey}`),
    );
};

/**
 * A copy of this bake that an earlier attempt made is no obstacle: it is taken up, or put out of the way.
 * @throws what says that the Region cannot be used: it does not answer, or refuses
 */
export async function nameIsFreeIn(
  { aws }: Run,
  { names, instance }: Subject,
  region: string,
  how: SendOptions,
): Promise<Finding[]> {
  // Also where the name could not be rendered: what counts then is that the Region answers.
  const name = names.name ?? 'unnamed';
  try {
    const images = await imagesOfName(aws.ec2(region), name, how);
    const holder = images.find((image) => isOurs(image, instance.accountId));
    if (holder === undefined || names.name === undefined) return [];
    if (names.key !== undefined && carriesKey(holder, names.key)) return [];
    return [error(`Input \`copy-to\`: ${nameTakenBy(holder, name, region)}`)];
  } catch (thrown) {
    how.signal.throwIfAborted();
    if (isSilence(thrown) || !isPassing(errorKind(thrown))) throw thrown;
    return [unchecked('ec2:DescribeImages', `whether the name is free in ${region}`, thrown)];
  }
}
