/** What is used of the SDK's client of Systems Manager, as in `sts.ts`. */
export { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
