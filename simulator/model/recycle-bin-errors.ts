/**
 * What the Recycle Bin says when it refuses. Codes are those of its API model and of "Common errors" in its API reference;
 * "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** API model, ResourceNotFoundException. Message unconfirmed. */
export const ruleNotFound = (identifier: string) =>
  new ApiError('ResourceNotFoundException', `The rule ${identifier} does not exist`, 404);

/** The form of IAM's denials: IAM user guide, "Troubleshoot access denied error messages". */
export const accessDenied = (principal: string, action: string, resource: string) =>
  new ApiError(
    'AccessDeniedException',
    `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}` +
      ` because no identity-based policy allows the ${action} action`,
    403,
  );

/** "Common errors". Messages as the other services of JSON have them. */
export const missingAuthenticationToken = () =>
  new ApiError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
export const expiredToken = () =>
  new ApiError('ExpiredTokenException', 'The security token included in the request is expired', 403);
export const unrecognizedClient = () =>
  new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);

/** Of paths that there are not. Unconfirmed. */
export const unknownOperation = () => new ApiError('UnknownOperationException', '', 404);
