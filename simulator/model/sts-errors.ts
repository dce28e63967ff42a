/**
 * What STS says when it refuses. Codes and HTTP statuses are those of the STS API model; where the message comes from
 * somewhere else, that is named. "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** IAM API reference, "Common errors"; the general form of the query protocol's checks of parameters. */
export const validationError = (parameter: string, value: string | undefined, constraint: string) =>
  new ApiError(
    'ValidationError',
    `1 validation error detected: Value ${value === undefined ? 'null' : `'${value}'`} at '${parameter}' failed to satisfy constraint: ${constraint}`,
  );

/** As users met it with role names and ARNs of other partitions: aws/aws-cli#2590. */
export const requestArnInvalid = () => new ApiError('ValidationError', 'Request ARN is invalid');

/** Message in aws-actions/configure-aws-credentials#318. */
export const notAuthorizedToAssume = () =>
  new ApiError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);

/** Message as users of STS meet it with access tokens in place of ID tokens. */
export const notAJwt = () =>
  new ApiError(
    'InvalidIdentityToken',
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );

/** Message in aws-actions/configure-aws-credentials#721. */
export const noIdentityProvider = (issuer: string) =>
  new ApiError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${issuer}`);

/** Message in aws-actions/configure-aws-credentials#457. */
export const incorrectAudience = () => new ApiError('InvalidIdentityToken', 'Incorrect token audience');

/** Message as AWS SDKs' users report it; times in seconds since the epoch. */
export const webTokenExpired = (now: number, end: number) =>
  new ApiError(
    'ExpiredTokenException',
    `Token expired: current date/time ${now} must be before the expiration date/time ${end}`,
  );

/** Code, message and status in jenkinsci/ec2-plugin#1008. */
export const sessionExpired = () =>
  new ApiError('ExpiredToken', 'The security token included in the request is expired', 403);

/** What a Region that is not enabled says: aws/aws-sdk-ruby#2850, status in remotion-dev/github-unwrapped-2022#34. */
export const invalidClientTokenId = () =>
  new ApiError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);

/** The form of IAM's denials: IAM user guide, "Troubleshoot access denied error messages". */
export const accessDenied = (principal: string, action: string) =>
  new ApiError(
    'AccessDenied',
    `User: ${principal} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    403,
  );

/** STS API model, InvalidAuthorizationMessageException. Message unconfirmed. */
export const invalidAuthorizationMessage = () =>
  new ApiError('InvalidAuthorizationMessageException', 'Message is not valid');
