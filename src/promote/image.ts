/** The image that is promoted: found, and judged. */
import { errorKind } from '../aws/errors.ts';
import { asFailure, awsFailure } from '../aws/failure.ts';
import { DescribeImagesCommand, type Image, type Snapshot } from '../aws/sdk/ec2.ts';
import { BakeError } from '../base/errors.ts';
import { bakeStateOf, keyOf, tagOf, testedTag } from '../base/own-tags.ts';
import { shortHash } from '../base/text.ts';
import { describeImage, describeSnapshots, snapshotsOf } from '../image/describe.ts';
import type { DeprecateAfter } from '../image/lifecycle.ts';
import type { SourceInstance, SourceVolume } from '../source/instance.ts';
import type { PromotionRun } from './record.ts';

export interface Promoted {
  image: Image;
  snapshots: readonly Snapshot[];
  /** 12 digits. */
  accountId: string;
  key: string;
}

/** @throws BakeError when it is not there, or of another account */
export async function findPromoted(run: PromotionRun): Promise<Promoted> {
  const { aws, region, signal, inputs } = run;
  const { amiId } = inputs;
  const ec2 = aws.ec2(region);
  const failed = (error: unknown) => {
    signal.throwIfAborted();
    if (errorKind(error) === 'not-found') return undefined;
    throw awsFailure('ec2:DescribeImages', `look at image ${amiId}`, error);
  };
  const image = await describeImage(ec2, amiId, { signal }).catch(failed);
  if (image?.OwnerId === undefined || image.State === 'deregistered') throw await notOurs(run);
  const ids = snapshotsOf(image).map(({ snapshotId }) => snapshotId);
  const snapshots =
    ids.length === 0
      ? []
      : await describeSnapshots(ec2, { SnapshotIds: ids }, { signal }).catch(
          asFailure(signal, 'ec2:DescribeSnapshots', `look at the snapshots of ${amiId}`),
        );
  const accountId = image.OwnerId;
  return { image, snapshots, accountId, key: keyOf(image) ?? keyFor(accountId, amiId) };
}

/** Of an image that something else than bake-ami made: always the same. */
function keyFor(accountId: string, amiId: string): string {
  return shortHash(JSON.stringify(['promotion', accountId, amiId]), 32);
}

async function notOurs({ aws, region, signal, inputs: { amiId } }: PromotionRun): Promise<BakeError> {
  const command = new DescribeImagesCommand({ ImageIds: [amiId], IncludeDisabled: true });
  const answer = await aws
    .ec2(region)
    .send(command, { signal, patienceSeconds: 5 })
    .catch(() => undefined);
  signal.throwIfAborted();
  const owner = answer?.Images?.find(({ ImageId }) => ImageId === amiId)?.OwnerId;
  if (owner !== undefined) {
    return new BakeError(`Image ${amiId} in ${region} belongs to account ${owner}, not to this one.`, {
      remedy: 'Promote it with credentials of its account, or copy it into this account first.',
    });
  }
  return new BakeError(`There is no image ${amiId} in ${region} of this account.`, {
    remedy: 'Check `ami-id` and `aws-region`, and which account the credentials are of.',
  });
}

/** Everything that keeps the image from being promoted. */
export function problemsOf({ image }: Promoted, requireTested: boolean, now: number): string[] {
  const { ImageId: id, State: state, DeprecationTime } = image;
  const tested = tagOf(image, testedTag);
  return [
    ...(state === 'available'
      ? []
      : [`Image ${id} is ${state}: only an image that is available can be promoted.`]),
    ...bakeProblem(image),
    ...(DeprecationTime !== undefined && Date.parse(DeprecationTime) <= now
      ? [
          `Image ${id} is deprecated since ${DeprecationTime}: promote a newer one, or give it a later deprecation time.`,
        ]
      : []),
    ...(requireTested && !(tested ?? '').startsWith('passed')
      ? [
          `Image ${id} has not passed its test (\`require-tested\`): its tag ${testedTag} ${tested === undefined ? 'is missing' : `says "${tested}"`}. Test it with the action \`test\` first.`,
        ]
      : []),
  ];
}

function bakeProblem(image: Image): string[] {
  const state = bakeStateOf(image);
  if (keyOf(image) === undefined && state === undefined) return [];
  if (state === 'ready') return [];
  const why: Readonly<Record<string, string>> = {
    baking: 'its bake has not finished',
    removing: 'its bake is about to remove it',
    unverified: 'its bake did not wait for it (`wait: false`), so nothing has verified it',
  };
  return [
    `Image ${image.ImageId} is not ready: ${why[state ?? ''] ?? `its tag bake-ami:state is ${state ?? 'missing'}`}. Only an image that a bake has finished can be promoted.`,
  ];
}

/** The image in the shape of the checks that a bake runs on its instance: its snapshots take the place of the volumes. */
export function asSource(run: PromotionRun, { image, snapshots, accountId }: Promoted): SourceInstance {
  return {
    id: '',
    region: run.region,
    accountId,
    state: 'stopped',
    name: undefined,
    type: '',
    architecture: image.Architecture ?? '',
    platform: image.PlatformDetails ?? '',
    imageId: image.ImageId ?? '',
    tags: {},
    rootDeviceName: image.RootDeviceName ?? '',
    rootDeviceType: image.RootDeviceType ?? 'ebs',
    volumes: snapshotsOf(image).map((each): SourceVolume => {
      const snapshot = snapshots.find(({ SnapshotId }) => SnapshotId === each.snapshotId);
      const { device, root, sizeGiB, snapshotId: volumeId } = each;
      const encrypted = snapshot?.Encrypted ?? each.encrypted;
      return { device, volumeId, root, sizeGiB, encrypted, kmsKeyId: snapshot?.KmsKeyId };
    }),
    instanceStoreDevices: [],
  };
}

/**
 * A duration counts from the promotion. An image that has a time already which counts from a moment between its creation and
 * now keeps that one: an earlier run set it, and a second run changes nothing.
 */
export function deprecationOf(
  wish: DeprecateAfter | undefined,
  { image }: Promoted,
  now: number,
): DeprecateAfter | undefined {
  if (wish?.kind !== 'after') return wish;
  const time = Date.parse(image.DeprecationTime ?? '');
  const createdAt = Date.parse(image.CreationDate ?? '');
  const minute = 60_000;
  const counts = time >= createdAt + wish.milliseconds - minute && time <= now + wish.milliseconds;
  return counts ? { kind: 'at', time } : wish;
}
