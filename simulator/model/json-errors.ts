/**
 * What the services of the JSON protocol (KMS, SSM) say to any action's request. Codes and HTTP statuses are those of
 * "Common errors" in the KMS and Systems Manager API references unless something else is named; "unconfirmed" as in
 * `errors.ts`.
 */
import { ApiError } from './errors.ts';

/**
 * The general form of the checks that the API models ask for; recorded from KMS in LocalStack's snapshots
 * (`test_kms.snapshot.json`).
 * @param value undefined for one that is missing
 */
export const validationException = (member: string, value: string | undefined, constraint: string) =>
  new ApiError(
    'ValidationException',
    `1 validation error detected: Value ${value === undefined ? 'null' : `'${value}'`} at '${member}' failed to satisfy constraint: ${constraint}`,
  );

/** Code: Smithy, "AWS JSON 1.1 protocol". Message unconfirmed; it depends on the service. */
export const wrongJsonType = (given: string, expected: string) =>
  new ApiError(
    'SerializationException',
    `${given.toUpperCase()}_VALUE can not be converted to a ${expected}`,
  );

/** Message unconfirmed: real ones have none. */
export const unreadableJson = () =>
  new ApiError('SerializationException', 'The body of the request is not a JSON object');

/** Real ones have no message. */
export const unknownOperation = () => new ApiError('UnknownOperationException', '');

/** Message unconfirmed. */
export const missingAuthenticationToken = () =>
  new ApiError('MissingAuthenticationTokenException', 'Missing Authentication Token');

/**
 * What a Region that is not enabled for the account says: awslabs/landing-zone-accelerator-on-aws#269; with its full stop in
 * aws/aws-encryption-sdk-java#9.
 */
export const unrecognizedClient = () =>
  new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.');

/** Message as that of STS (jenkinsci/ec2-plugin#1008). */
export const expiredToken = () =>
  new ApiError('ExpiredTokenException', 'The security token included in the request is expired');

/** The form of IAM's denials: IAM user guide, "Troubleshoot access denied error messages"; jbrt/ec2cryptomatic#26. */
export const accessDenied = (principal: string, action: string, resource: string) =>
  new ApiError(
    'AccessDeniedException',
    `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}` +
      ` because no identity-based policy allows the ${action} action`,
  );
