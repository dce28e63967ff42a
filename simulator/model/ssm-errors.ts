/**
 * What Systems Manager's Parameter Store says when it refuses. Codes are those of the API model; where the message comes
 * from somewhere else, that is named. "unconfirmed" as in `errors.ts`.
 */
import { ApiError } from './errors.ts';

/** Real ones have no message: aws-solutions/aws-control-tower-customizations#68. */
export const parameterNotFound = () => new ApiError('ParameterNotFound', '');

/** Message as moto records it. */
export const versionNotFound = (name: string, version: string) =>
  new ApiError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`,
  );

/** Code and message in garystafford/emr-demo#1. */
export const parameterAlreadyExists = () =>
  new ApiError(
    'ParameterAlreadyExists',
    'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
  );

/** Message as moto records it. */
export const typeRequired = () => invalid('A parameter type is required when you create a parameter.');

/** Code and message in getmoto/moto#4283. */
export const tagsAndOverwrite = () =>
  invalid(
    "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
  );

/** Code and message in hashicorp/terraform-provider-aws#7251. */
export const notFullyQualified = () => invalid('Parameter name must be a fully qualified name.');

/** Code and message in boto/boto3#1499 and aws/aws-sdk-php#1952: whatever is wrong with the name. */
export const malformedName = () =>
  invalid(
    'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
  );

/** Message as moto records it, for names that are no paths. */
export const reservedPrefix = () =>
  invalid('Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');

/** Code and message as moto records them, for paths below `/aws`. */
export const reservedPath = (name: string) =>
  new ApiError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);

/** API model, HierarchyLevelLimitExceededException: "A hierarchy can have a maximum of 15 levels." Message unconfirmed. */
export const tooManyLevels = () =>
  new ApiError('HierarchyLevelLimitExceededException', 'A hierarchy can have a maximum of 15 levels.');

/** API model, PutParameter.Name: 1011 characters together with the ARN. Message unconfirmed. */
export const nameTooLong = () =>
  invalid('The parameter name, with the ARN that precedes it, exceeds 1011 characters.');

/** Code and message in hashicorp/terraform-provider-aws#18521. */
export const valueTooLong = () =>
  invalid(
    'Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html',
  );

/** By analogy with standard parameters. Message unconfirmed. */
export const advancedValueTooLong = () =>
  invalid('Advanced tier parameters support a maximum parameter value of 8192 characters.');

/** Message in go-to-k/cdk-real-drift#408; code unconfirmed. */
export const tierDowngrade = () =>
  invalid(
    "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.",
  );

/** API model, ParameterPatternMismatchException: "the parameter value doesn't match the …". Message unconfirmed. */
export const patternMismatch = (pattern: string) =>
  new ApiError(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );

/** Code and message in hashicorp/terraform-provider-aws#18521. */
export const tooManyParameters = (most: number) =>
  new ApiError(
    'ParameterLimitExceeded',
    `You have reached the maximum number of standard parameters for this AWS account and Region (${most}). To add more parameters, either delete existing parameters or upgrade to the advanced-parameter tier (charges apply).`,
  );

/** Message as moto records it. */
export const unsupportedDataType = (dataType: string) =>
  invalid(`The following data type is not supported: ${dataType} (Data type names are all lowercase.)`);

/** Systems Manager user guide, "Tagging": 50 tags. Unconfirmed. */
export const tooManyTags = () => invalid('A parameter can have at most 50 tags.');

function invalid(message: string): ApiError {
  return new ApiError('ValidationException', message);
}
