/** What is used of the SDK's client of KMS, as in `sts.ts`. */
export { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
