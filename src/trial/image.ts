/** The image that is tested. */
import { awsErrorFacts, errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { DescribeImagesCommand, type Image } from '../aws/sdk/ec2.ts';
import { BakeError } from '../base/errors.ts';
import type { Run } from '../run/run.ts';

export interface TestedImage {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** EC2's image state. */
  readonly state: string;
  readonly architecture: string;
  readonly windows: boolean;
  readonly bootMode: string | undefined;
  readonly tpmSupport: string | undefined;
  /** Its EBS devices; the size is that of the volume, where EC2 tells it. */
  readonly devices: readonly { readonly name: string; readonly sizeGiB: number | undefined }[];
}

/**
 * Own images and those that others share: EC2 shows what may be launched.
 * @throws BakeError when EC2 does not show it, or cannot be asked
 */
export async function describeTestedImage(
  { aws, region, signal }: Run,
  imageId: string,
): Promise<TestedImage> {
  // A disabled image shows only when asked for; that it is disabled is the better message.
  const command = new DescribeImagesCommand({ ImageIds: [imageId], IncludeDisabled: true });
  const { Images } = await aws
    .ec2(region)
    .send(command, { signal })
    .catch((error) => {
      signal.throwIfAborted();
      if (errorKind(error) === 'not-found' || awsErrorFacts(error).code === 'InvalidAMIID.Unavailable')
        throw unknownImage(region, imageId, error);
      throw awsFailure('ec2:DescribeImages', `look at ${imageId}`, error, 'Test');
    });
  const image = Images?.find(({ ImageId }) => ImageId === imageId);
  if (image === undefined) throw unknownImage(region, imageId);
  return testedImage(imageId, image);
}

function unknownImage(region: string, imageId: string, cause?: unknown): BakeError {
  return new BakeError(
    `There is no image ${imageId} in ${region} that the account owns or that is shared with it`,
    {
      remedy: 'Check `ami-id`, `aws-region`, and which account the credentials belong to.',
      cause,
    },
  );
}

function testedImage(id: string, image: Image): TestedImage {
  const mappings = image.BlockDeviceMappings ?? [];
  return {
    id,
    name: image.Name ?? '',
    ownerId: image.OwnerId ?? '',
    state: image.State ?? 'unknown',
    architecture: image.Architecture ?? 'x86_64',
    windows: image.Platform?.toLowerCase() === 'windows' || /^windows/i.test(image.PlatformDetails ?? ''),
    bootMode: image.BootMode,
    tpmSupport: image.TpmSupport,
    devices: mappings.flatMap(({ DeviceName, Ebs }) =>
      DeviceName === undefined || Ebs === undefined ? [] : [{ name: DeviceName, sizeGiB: Ebs.VolumeSize }],
    ),
  };
}

/** What the test is launched on, unless `instance-type` says otherwise. */
export function usualType({ architecture, windows }: Pick<TestedImage, 'architecture' | 'windows'>): string {
  if (architecture.startsWith('arm64')) return 't4g.micro';
  return windows ? 't3.medium' : 't3.micro';
}

/** Windows takes its time. */
export function usualMinutes({ windows }: Pick<TestedImage, 'windows'>): number {
  return windows ? 30 : 15;
}
