/** The parts of the SDK's STS client that this action uses. Import it dynamically: most bakes do not need it. */
export type { Credentials } from '@aws-sdk/client-sts';
export {
  AssumeRoleWithWebIdentityCommand,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
