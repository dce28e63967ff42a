/** Until when what was removed can be restored, where a retention rule makes the Recycle Bin keep it. */
import { describeAwsError } from '../aws/errors.ts';
import { asFailure } from '../aws/failure.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { type ImageRecycleBinInfo, ListImagesInRecycleBinCommand } from '../aws/sdk/ec2-retention.ts';
import { learn } from '../run/run.ts';
import { everyItem } from './pages.ts';
import type { Judged, RetireRun } from './record.ts';

/**
 * IDs of the images that can be restored from the Recycle Bin: they need their snapshots.
 * @throws BakeError when it cannot be listed
 */
export async function recycledImages(
  run: RetireRun,
  region: string,
): Promise<ReadonlySet<string | undefined>> {
  const { signal } = run;
  const images = await imagesIn(run, region, { signal }).catch(
    asFailure(signal, 'ec2:ListImagesInRecycleBin', `look into the Recycle Bin in ${region}`),
  );
  return new Set(images.map(({ ImageId }) => ImageId));
}

function imagesIn({ aws }: RetireRun, region: string, how: SendOptions): Promise<ImageRecycleBinInfo[]> {
  return everyItem(
    (NextToken) => aws.ec2(region).send(new ListImagesInRecycleBinCommand({ NextToken }), how),
    ({ Images }) => Images,
  );
}

/** Where it cannot be seen, nothing hangs on it: the images are gone either way. */
export async function lookIntoRecycleBin(run: RetireRun, judged: readonly Judged[]): Promise<void> {
  const gone = judged.filter(({ image }) => run.record.removed.includes(image.id));
  for (const region of new Set(gone.map(({ image }) => image.region))) {
    await lookInto(
      run,
      region,
      gone.map(({ image }) => image.id),
    ).catch((error) => {
      run.signal.throwIfAborted();
      run.log.info(`The Recycle Bin in ${region} could not be listed (${describeAwsError(error)})`);
    });
  }
}

async function lookInto(run: RetireRun, region: string, ids: readonly string[]): Promise<void> {
  const { signal, log } = run;
  const images = await imagesIn(run, region, { signal, patienceSeconds: 5, attemptSeconds: 5 });
  for (const { ImageId = '', RecycleBinExitTime } of images) {
    if (!ids.includes(ImageId) || RecycleBinExitTime === undefined) continue;
    const until = RecycleBinExitTime.toISOString();
    log.info(
      `${ImageId} in ${region} can be restored from the Recycle Bin until ${until}, if a rule keeps its snapshots as well`,
    );
    learn(run, { recoverableUntil: { ...run.record.recoverableUntil, [ImageId]: until } });
  }
}
