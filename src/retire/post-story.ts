/** The story of the post step: finishes removals that the main step had begun, and says what is left. */
import type { Aws } from '../aws/access.ts';
import { deleteSnapshotCommand, removeImageCommand } from '../aws/cli.ts';
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { DeleteSnapshotCommand } from '../aws/sdk/ec2.ts';
import type { Log } from '../base/log.ts';
import { describeImage, snapshotsOfKey } from '../image/describe.ts';
import type { Begun } from './record.ts';
import type { RetireState } from './state.ts';

export interface PostStep {
  state: RetireState | undefined;
  aws: () => Aws;
  log: Log;
  /** Aborted when the post step is told to end. */
  signal: AbortSignal;
}

/** For one call: GitHub ends a cancelled job after five minutes, post steps included. */
const patienceSeconds = 60;

/** Never removes an image: only the snapshots of one whose deregistration went through. */
export async function postRetire({ state, aws, log, signal }: PostStep): Promise<void> {
  if (state === undefined || state.begun.length === 0) {
    log.info('Nothing to finish: the main step left no removal half done.');
    return;
  }
  const access = aws();
  for (const begun of state.begun) await finish(access, begun, log, signal);
}

async function finish(aws: Aws, begun: Begun, log: Log, signal: AbortSignal): Promise<void> {
  const { region, imageId } = begun;
  const how = { signal, patienceSeconds };
  try {
    const image = await describeImage(aws.ec2(region), imageId, how).catch((error) => {
      if (errorKind(error) === 'not-found') return undefined;
      throw error;
    });
    if (image !== undefined && image.State !== 'deregistered') {
      log.warning(
        `${imageId} in ${region} was about to be removed and is still there, with its snapshots: the main step ended before. The next run looks at it again. To remove it now: ${removeImageCommand(region, imageId)}`,
        'Not removed',
      );
      return;
    }
    // What has lost its key meanwhile is nobody's to delete.
    const keyed = await snapshotsOfKey(aws.ec2(region), begun.key, how);
    const ids = begun.snapshotIds.filter((id) => keyed.some(({ SnapshotId }) => SnapshotId === id));
    for (const snapshotId of ids) await deleteSnapshot(aws, begun, snapshotId, log, signal);
  } catch (error) {
    log.warning(
      `Could not see what has become of ${imageId} in ${region} (${describeAwsError(error)}). If it is gone, its snapshots may be left, and you pay for them: ${begun.snapshotIds.map((id) => deleteSnapshotCommand(region, id)).join('; ')}`,
      'Left behind',
    );
  }
}

async function deleteSnapshot(
  aws: Aws,
  { region, imageId }: Begun,
  SnapshotId: string,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  try {
    await aws.ec2(region).send(new DeleteSnapshotCommand({ SnapshotId }), { signal, patienceSeconds });
    log.info(`Removed ${SnapshotId} of ${imageId} from ${region}`);
  } catch (error) {
    if (errorKind(error) === 'not-found') return;
    log.warning(
      `${SnapshotId} of ${imageId} could not be removed (${describeAwsError(error)}). You pay for it until it is removed. To remove it: ${deleteSnapshotCommand(region, SnapshotId)}`,
      'Left behind',
    );
  }
}
