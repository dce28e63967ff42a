/**
 * What EC2 says of launch templates when it refuses, each with its source. ERR and "unconfirmed" as in `errors.ts`; the
 * codes are in ERR where nothing else is named.
 */
import { ApiError, invalidParameterCombination, invalidParameterValue } from './errors.ts';

/** Message in cartography-cncf/cartography#1519 (DescribeLaunchTemplateVersions). */
export const templateNotFound = (id: string) =>
  new ApiError(
    'InvalidLaunchTemplateId.NotFound',
    `The specified launch template, with template ID ${id}, does not exist.`,
  );

/** Code and message in getmoto/moto#5477 (DescribeLaunchTemplateVersions). */
export const templateNameNotFound = (name: string) =>
  new ApiError(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${name}, does not exist.`,
  );

/** Code: terraform-provider-aws (`errCodeInvalidLaunchTemplateIdMalformed`). Message unconfirmed. */
export const templateIdMalformed = (id: string) =>
  new ApiError('InvalidLaunchTemplateId.Malformed', `Invalid id: "${id}" (expecting "lt-...")`);

/** Message in eksctl-io/eksctl#7786 (DescribeLaunchTemplateVersions). */
export const versionNotFound = (id: string, version: string) =>
  new ApiError(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${version} for the launch template with ID ${id}.`,
  );

/** Code and message as moto records them. */
export const templateNameTaken = () =>
  new ApiError('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.');

/** API model, LaunchTemplateName. Message unconfirmed. */
export const templateNameMalformed = () =>
  new ApiError(
    'InvalidLaunchTemplateName.MalformedException',
    'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: - ( ) . / _.',
  );

/** Code and message in awsdocs/aws-cloudformation-user-guide#453. */
export const noTemplateData = () =>
  new ApiError(
    'MissingParameter',
    'No launch template data was provided. Launch template data is required to create a launch template.',
  );

/** API model: "You must specify either the launch template ID or the launch template name, but not both." Unconfirmed. */
export const noTemplate = () =>
  new ApiError(
    'MissingParameter',
    'The request must contain the parameter launchTemplateName or launchTemplateId',
  );
export const templateTwice = () =>
  invalidParameterCombination('Specify either the ID or the name of the launch template, but not both');

/** API model, DescribeLaunchTemplateVersions.Versions, of requests without a launch template. Unconfirmed. */
export const onlyAliasesOfAllTemplates = () =>
  invalidParameterCombination('Without a launch template, the versions must be $Latest, $Default or both');

/** "you cannot specify" both (API model, MinVersion and MaxVersion, in older editions). Unconfirmed. */
export const versionsAndRange = () =>
  invalidParameterCombination('Specify either versions or a range of versions, but not both');

/**
 * That the answer is refused unless one version is asked for: wata727/packer-plugin-amazon-ami-management#431. Code and
 * message unconfirmed.
 */
export const aliasesOfSeveralVersions = () =>
  invalidParameterCombination(
    'The parameter ResolveAlias requires a launch template and a single launch template version',
  );

/** API model, ModifyLaunchTemplate.DefaultVersion: "The version number". Message unconfirmed. */
export const defaultIsNoNumber = (version: string) =>
  invalidParameterValue(
    `Value (${version}) for parameter SetDefaultVersion is invalid. Expecting a version number.`,
  );

/** API model, VersionDescription: at most 255. Message unconfirmed. */
export const versionDescriptionTooLong = () =>
  invalidParameterValue('The version description exceeds the maximum length of 255 characters');

/** Code and message in aws/aws-cdk#26712: a parameter whose data type is `text`. */
export const aliasOfWrongType = () =>
  new ApiError(
    'SsmInvalidParameter',
    'Unsupported data type. The following parameter data types are supported: aws:ec2:image',
  );

/** Code and message unconfirmed. */
export const aliasNotFound = (parameter: string) =>
  new ApiError('SsmInvalidParameter', `The Systems Manager parameter ${parameter} does not exist`);
