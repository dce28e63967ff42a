/** What is used of the SDK's client of STS, to be imported when it is needed: a bundler then leaves out the rest. */
export {
  AssumeRoleWithWebIdentityCommand,
  DecodeAuthorizationMessageCommand,
  STSClient,
} from '@aws-sdk/client-sts';
