/** The story of the post step: finishes removals that the main step had begun, and says what is left. */
import { otherAccount } from '../aws/account.ts';
import { deleteSnapshotCommand, removeImageCommand } from '../aws/cli.ts';
import { describeAwsError, errorKind } from '../aws/errors.ts';
import { DeleteSnapshotCommand } from '../aws/sdk/ec2.ts';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { carriesKey } from '../base/own-tags.ts';
import type { PostStep } from '../github/post-step.ts';
import { type Looker, ownImages, snapshotsAmong } from './look.ts';
import type { Begun } from './record.ts';
import type { RetireState } from './state.ts';

type Step = Pick<PostStep<RetireState>, 'saved' | 'aws' | 'log' | 'cancelled'>;

/** For one call: GitHub ends a cancelled job after five minutes, post steps included. */
const patienceSeconds = 60;

/** Never removes an image: only the snapshots of one whose deregistration went through. */
export async function postRetire({ saved, aws, log, cancelled: signal }: Step): Promise<void> {
  const { state } = saved;
  if (state === undefined || state.begun.length === 0) {
    log.info(`Nothing to finish: ${saved.reason ?? 'the main step left no removal half done'}.`);
    return;
  }
  const look: Looker = { aws: aws(), signal, patienceSeconds, record: state };
  const account = await otherAccount(look.aws, state.accountId, signal);
  if (account !== undefined) return warnOfAccount(account, state, log);
  for (const begun of state.begun) await finish(look, begun, log);
}

function warnOfAccount(account: string, { accountId, begun }: RetireState, log: Log): void {
  const left = begun.map(({ imageId, region }) => `${imageId} in ${region}`).join(', ');
  log.warning(
    `The removal of ${left} had begun in account ${accountId}, and the credentials are now of account ${account}: nothing was cleaned up. You pay for what is left until it is removed. With credentials of account ${accountId}: ${begun.flatMap(commandsFor).join('; ')}`,
    'Left behind',
  );
}

/** Whether the image is gone is not known: what is gone makes its command fail, and nothing else. */
function commandsFor({ region, imageId, snapshotIds }: Begun): string[] {
  return [
    removeImageCommand(region, imageId),
    ...snapshotIds.map((snapshotId) => deleteSnapshotCommand(region, snapshotId)),
  ];
}

async function finish(look: Looker, begun: Begun, log: Log): Promise<void> {
  const { region, imageId } = begun;
  try {
    const filter = { Filters: [{ Name: 'image-id', Values: [imageId] }] };
    const images = await ownImages(look, region, filter);
    if (images.some(({ ImageId }) => ImageId === imageId)) {
      log.warning(
        `${imageId} in ${region} was about to be removed and is still there, with its snapshots: the main step ended first. The next run checks it again. To remove it now: ${removeImageCommand(region, imageId)}`,
        'Not removed',
      );
      return;
    }
    log.info(`${imageId} in ${region} is removed: the main step ended before it could say so.`);
    if (begun.snapshotIds.length > 0) await deleteSnapshots(look, begun, log);
  } catch (error) {
    log.warning(
      `Could not see what has become of ${imageId} in ${region} (${messageOf(error)}). If it is gone, its snapshots may be left, and you pay for them: ${commandsFor(begun).join('; ')}`,
      'Left behind',
    );
  }
}

async function deleteSnapshots(look: Looker, begun: Begun, log: Log): Promise<void> {
  const { region, imageId, key, snapshotIds } = begun;
  for (const snapshot of await snapshotsAmong(look, region, snapshotIds)) {
    const { SnapshotId = '' } = snapshot;
    if (carriesKey(snapshot, key)) await deleteSnapshot(look, begun, SnapshotId, log);
    else
      log.warning(
        `${SnapshotId} of ${imageId} stays: it does not carry the tag bake-ami:key of its image any more. You pay for it until it is removed. To remove it: ${deleteSnapshotCommand(region, SnapshotId)}`,
        'Left behind',
      );
  }
}

async function deleteSnapshot(
  { aws, signal }: Looker,
  { region, imageId }: Begun,
  SnapshotId: string,
  log: Log,
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
