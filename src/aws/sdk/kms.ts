/** The parts of the SDK's KMS client that this action uses. Import it dynamically: most bakes do not need it. */
export type { KeyMetadata, KeyState } from '@aws-sdk/client-kms';
export {
  DescribeKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
