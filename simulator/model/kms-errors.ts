/**
 * What KMS says when it refuses. Recorded from KMS in LocalStack's snapshots (`tests/aws/services/kms/test_kms.snapshot.json`
 * of localstack/localstack) unless something else is named; "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** An ID of no known form. */
export const invalidKeyId = (id: string) => new ApiError('NotFoundException', `Invalid keyId '${id}'`);

export const keyNotFound = (arn: string) => new ApiError('NotFoundException', `Key '${arn}' does not exist`);

/** An ARN of another Region than the one that is asked. */
export const arnOfOtherRegion = (region: string) =>
  new ApiError('NotFoundException', `Invalid arn ${region}`);

/** Message as moto records it. */
export const aliasNotFound = (arn: string) => new ApiError('NotFoundException', `Alias ${arn} is not found.`);

/** API model, InvalidArnException: "a specified ARN … is not valid". Message unconfirmed. */
export const invalidArn = (arn: string) => new ApiError('InvalidArnException', `Invalid ARN ${arn}`);

/**
 * A key of another account, there or not. Message as the Amazon DataZone API reference quotes it in an example of
 * PutDataExportConfiguration.
 */
export const keyOfOtherAccount = (principal: string, action: string) =>
  new ApiError(
    'AccessDeniedException',
    `User: ${principal} is not authorized to perform: ${action} on this resource because the resource does not` +
      ' exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
  );
