/** What keeps an image or a snapshot, for `retire`. */
export type { ImageRecycleBinInfo, ImageReference } from '@aws-sdk/client-ec2';
export {
  DescribeImageReferencesCommand,
  DescribeLockedSnapshotsCommand,
  ListImagesInRecycleBinCommand,
} from '@aws-sdk/client-ec2';
