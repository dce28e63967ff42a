/**
 * What Auto Scaling says when it refuses. Codes and HTTP statuses are those of its API model and of "Common errors" in its
 * API reference; "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** "Common errors", ValidationError. Message unconfirmed. */
export const invalidMaxRecords = (given: number, most: number) =>
  new ApiError('ValidationError', `MaxRecords is ${given}; it must be between 1 and ${most}`);

/** API model, InvalidNextToken: "The `NextToken` value is not valid." Message unconfirmed. */
export const invalidNextToken = () => new ApiError('InvalidNextToken', 'The token is invalid');

/** "Common errors", ValidationError. Message unconfirmed. */
export const invalidFilter = (name: string) =>
  new ApiError('ValidationError', `The filter ${name} is invalid`);

/** "Common errors", InvalidClientTokenId; message as the other query services have it (99designs/aws-vault#512). */
export const invalidClientToken = () =>
  new ApiError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
