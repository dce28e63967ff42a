/**
 * What Systems Manager says when it does not run a command. Codes are those of the API model, all with HTTP status 400;
 * where the message comes from somewhere else, that is named. "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** Code and message in aws-samples/eks-security-compromised-cluster-remediation#12. */
export const instancesNotValid = (ids: readonly string[], accountId: string) =>
  new ApiError(
    'InvalidInstanceId',
    `Instances [[${ids.join(', ')}]] not in a valid state for account ${accountId}`,
  );

/** Message unconfirmed. */
export const duplicateInstanceId = () => new ApiError('DuplicateInstanceId', '');

/** Message unconfirmed. */
export const documentNotFound = (name: string) =>
  new ApiError('InvalidDocument', `Document with name ${name} does not exist.`);

/** Code and message in aws/aws-sdk-java#1209. */
export const unsupportedPlatform = (id: string, platform: string) =>
  new ApiError(
    'UnsupportedPlatformType',
    `Cannot perform operation for instance id ${id} of platform type ${platform}`,
  );

/** Messages unconfirmed. */
export const invalidParameters = (message: string) => new ApiError('InvalidParameters', message);

/** Real ones have no message: guardian/ssm-scala#34. */
export const invocationDoesNotExist = () => new ApiError('InvocationDoesNotExist', '');

/** Message unconfirmed. */
export const invalidCommandId = () => new ApiError('InvalidCommandId', '');

/** Message unconfirmed. */
export const invalidPluginName = () => new ApiError('InvalidPluginName', '');

/** Message unconfirmed. */
export const invalidFilterKey = () => new ApiError('InvalidFilterKey', '');
