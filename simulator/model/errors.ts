/**
 * What EC2 says when it refuses, each with its source. Codes are those of "Error codes for the Amazon EC2
 * API" (EC2 API Reference, errors-overview), called ERR below; where the message comes from somewhere else,
 * that is named. "unconfirmed" marks a message of which no record was found: do not build on its wording.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** A refusal because of the state that an object is in. Whether dry runs look at it is a setting. */
export class StateError extends ApiError {}

// --- any action ---

/**
 * ERR; message as terraform-provider-aws and its kin match it (`InvalidAction: The action … is not valid …`).
 */
export const invalidAction = (action: string) =>
  new ApiError('InvalidAction', `The action ${action} is not valid for this web service.`);

/** ERR `MissingAction`. Message unconfirmed. */
export const missingAction = () =>
  new ApiError('MissingAction', 'The request must contain the parameter Action');

/** ERR; message as moto records it. */
export const missingParameter = (parameter: string) =>
  new ApiError('MissingParameter', `The request must contain the parameter ${parameter}`);

/**
 * ERR; message in aws/aws-sdk-js#57 and cloudyr/aws.ec2#24, which show that only the last part of the
 * parameter's path is named (`Key` of `Filter.1.Key`).
 */
export const unknownParameter = (path: string) => {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  return new ApiError('UnknownParameter', `The parameter ${name} is not recognized`);
};

/**
 * Not EC2's: the API model has this parameter but the simulator does not simulate it. It is refused, because
 * to ignore it would let code pass here that does something else in EC2.
 */
export const notSimulated = (what: string) =>
  new ApiError('Unsupported', `The simulator does not simulate ${what}. Extend it, or leave it out.`);

/** ERR; the general form of EC2's parameter errors. */
export const invalidParameterValue = (message: string) => new ApiError('InvalidParameterValue', message);

/** ERR. */
export const invalidParameterCombination = (message: string) =>
  new ApiError('InvalidParameterCombination', message);

/** Code and message in hashicorp/terraform#20824 (DescribeImages) and aws/aws-cli#7225. */
export const invalidFilter = (name: string) =>
  new ApiError('InvalidParameterValue', `The filter '${name}' is invalid`);

/**
 * EC2 user guide, "List and filter your resources": "Filter strings can be up to 255 characters in length."
 * Message unconfirmed.
 */
export const filterValueTooLong = () =>
  invalidParameterValue('Invalid filter value: It exceeds 255 characters');

/** Code and message in hashicorp/packer#6572. */
export const invalidEscape = (sequence: string) =>
  invalidParameterValue(`Invalid filter value: The escape sequence '${sequence}' is invalid`);

/** ERR; message as users of DescribeInstances met it. */
export const filterLimitExceeded = () =>
  new ApiError(
    'FilterLimitExceeded',
    'The maximum number of filter values specified on a single call is 200',
  );

/** ERR `InvalidNextToken`: "The specified NextToken is not valid." */
export const invalidNextToken = (token: string) =>
  new ApiError('InvalidNextToken', `The token '${token}' is invalid`);

/** ERR; message in aws/aws-cli#3127, HTTP status in aws/karpenter-provider-aws#8015. */
export const dryRunOperation = () =>
  new ApiError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);

/** ERR: "A specified character is invalid." XML 1.0 cannot carry it back either. Message unconfirmed. */
export const invalidCharacter = (parameter: string) =>
  new ApiError('InvalidCharacter', `The parameter ${parameter} contains a character that is not valid`);

/** ERR; HTTP status 503 as documented for server errors ("500-series"). */
export const requestLimitExceeded = () =>
  new ApiError('RequestLimitExceeded', 'Request limit exceeded.', 503);

/**
 * ERR: "If you're using temporary security credentials, this error can also occur if the credentials have expired."
 * Message and status in aws/aws-sdk-java#1443.
 */
export const requestExpired = () => new ApiError('RequestExpired', 'Request has expired.');

/** ERR; HTTP 401. */
export const authFailure = () =>
  new ApiError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);

/** ERR `MissingAuthenticationToken`. */
export const missingAuthenticationToken = () =>
  new ApiError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);

/**
 * ERR; HTTP 403. The wording with principal, action and resource is what EC2 sends since 2023, see the EC2
 * user guide, "Troubleshoot Amazon EC2 identity and access".
 */
export const unauthorizedOperation = (principal: string, action: string, resource: string, encoded: string) =>
  new ApiError(
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. User: ${principal} is not authorized to perform: ${action}` +
      ` on resource: ${resource} because no identity-based policy allows the ${action} action.` +
      ` Encoded authorization failure message: ${encoded}`,
    403,
  );

// --- instances ---

/** ERR, in its example of an error response. */
export const instanceNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidInstanceID.NotFound',
    ids.length === 1
      ? `The instance ID '${ids[0]}' does not exist`
      : `The instance IDs '${ids.join(', ')}' do not exist`,
  );

/**
 * aws-samples/aws-systemsmanagerautomation-with-asglifecyclehooks#2 quotes CreateImage: code and message, and
 * that `stopping` is accepted as well as the documented `running` and `stopped`.
 */
export const instanceNotImageable = (id: string) =>
  invalidParameterValue(
    `Invalid value '${id}' for instanceId. Instance is not in state 'running' or 'stopping' or 'stopped'`,
  );

/** ERR `IncorrectInstanceState`; message in cloud-custodian/cloud-custodian#6014. */
export const instanceNeverRan = (id: string) =>
  new ApiError(
    'IncorrectInstanceState',
    `Instance '${id}' cannot be stopped as it has never reached the 'running' state.`,
  );

/** ERR `IncorrectInstanceState`; message in burstable-ai/burst#42. */
export const instanceNotStartable = (id: string) =>
  new ApiError(
    'IncorrectInstanceState',
    `The instance '${id}' is not in a state from which it can be started.`,
  );

/** ERR `UnsupportedOperation`: "you can't stop an instance that's instance store-backed". */
export const instanceStoreCannotStop = (id: string) =>
  new ApiError(
    'UnsupportedOperation',
    `The instance '${id}' does not have an 'ebs' root device type and cannot be stopped.`,
  );

/**
 * API model, CreateImage: "Creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". Wording
 * unconfirmed.
 */
export const instanceStoreNotImageable = (id: string) =>
  invalidParameterValue(`The instance '${id}' does not have an 'ebs' root device type and cannot be imaged.`);

/** API model, DescribeInstanceStatus.InstanceIds: at most 100. Message unconfirmed. */
export const tooManyInstanceIds = () =>
  invalidParameterValue('You can specify up to 100 instance IDs in a single request');

/** Code and message in scylladb/scylla-cluster-tests#12419. */
export const instanceTypesNotFound = (types: readonly string[]) =>
  new ApiError(
    'InvalidInstanceType',
    `The following supplied instance types do not exist: [${types.join(', ')}]`,
  );

/** API model, DescribeInstanceTypes.InstanceTypes: at most 100. Message unconfirmed. */
export const tooManyInstanceTypes = () =>
  invalidParameterValue('You can specify up to 100 instance types in a single request');

// --- images ---

/** ERR; message in webdigi/AWS-AMI-Automated-Creation-Deletion#6 and hashicorp/packer#2774. */
export const amiNameMalformed = () =>
  new ApiError(
    'InvalidAMIName.Malformed',
    "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'",
  );

/**
 * ERR; message in hashicorp/packer#11165, mozilla-releng/OpenCloudConfig#77,
 * wazuh/wazuh-virtual-machines#654.
 */
export const amiNameDuplicate = (name: string, imageId: string) =>
  new ApiError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${imageId}`);

/** ERR; message in hashicorp/packer#2033 and cloudposse/terraform-aws-ec2-ami-backup#16. */
export const imageNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidAMIID.NotFound',
    ids.length === 1
      ? `The image id '[${ids[0]}]' does not exist`
      : `The image ids '[${ids.join(', ')}]' do not exist`,
  );

/** ERR: "has been deregistered and is no longer available"; message in ansible/ansible#24945. */
export const imageUnavailable = (id: string) =>
  new ApiError('InvalidAMIID.Unavailable', `The image ID '${id}' is no longer available`);

/** The image belongs to another account: cloudcaptainsh/cloudcaptain#66. */
export const notAuthorizedForImage = (id: string) =>
  new ApiError('AuthFailure', `Not authorized for image:${id}`, 401);

/** ERR; message in app-sre/qontract-reconcile#2222 and SUSE-Enceladus/ec2imgutils#45 (ModifyImageAttribute). */
export const imagePending = (id: string) =>
  new StateError(
    'InvalidAMIID.Unavailable',
    `The AMI ID '${id}' is currently pending and may not be used for this operation`,
  );

/**
 * ERR; message of ModifyImageAttribute in hashicorp/packer-plugin-amazon#156 (`OrganizationArn`),
 * kenzanlabs/spinnaker-terraform#29 (`userId`) and ansible/ansible-modules-core#534 (`UserGroup`, two values in one
 * message). Older records have a space after the value. ModifySnapshotAttribute has the same code in Splunk's
 * CloudTrail samples.
 */
export const invalidAttributeItem = (values: readonly string[], itemType: string) =>
  new ApiError(
    'InvalidAMIAttributeItemValue',
    `Invalid attribute item value "${values.join(', ')}" for ${itemType} item type.`,
  );

/** Code and message in DataDog/stratus-red-team#109 and hashicorp/packer#7410. */
export const imageOfDefaultKey = () =>
  new ApiError(
    'InvalidParameter',
    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
  );

/** Code and message in opendevstack/ods-core#1062. */
export const encryptedImagePublic = () =>
  new ApiError(
    'UnsupportedOperation',
    'Encrypted snapshots can’t be shared publicly. Specify another snapshot.',
  );

/** Message in aws-deepracer-community/deepracer-on-the-spot#106, code as users of ModifyImageAttribute met it. */
export const publicAccessBlocked = () =>
  new ApiError(
    'OperationNotPermitted',
    'You can’t publicly share this image because block public access for AMIs is enabled for this account. ' +
      'To publicly share the image, you must call the DisableImageBlockPublicAccess API.',
  );

/**
 * EC2 user guide, "AMI quotas". Unconfirmed; the code is that of the quota for public AMIs, in
 * iterative/studio-selfhosted#90.
 */
export const imageSharedTooWidely = (most: number) =>
  new ApiError(
    'ResourceLimitExceeded',
    `You have reached your quota of ${most} for the number of entities that an image can be shared with.`,
  );

/**
 * By analogy with termination protection (ERR `OperationNotPermitted`, TerminateInstances). Code and message
 * unconfirmed.
 */
export const imageProtected = (id: string) =>
  new StateError(
    'OperationNotPermitted',
    `The image '${id}' may not be deregistered. Disable its deregistration protection and try again.`,
  );

/** API model, EnableImageDeprecation.DeprecateAt. Messages unconfirmed. */
export const deprecationInThePast = () =>
  invalidParameterValue('The specified DeprecateAt is in the past. Specify a time in the future.');
export const deprecationTooLate = (limit: number) =>
  invalidParameterValue(
    `The specified DeprecateAt is too far in the future. The latest that is possible is ${new Date(limit).toISOString()}.`,
  );

/** API model, ImdsSupportValues. Message unconfirmed. */
export const invalidImdsSupport = (value: string) =>
  invalidParameterValue(`Value (${value}) for parameter ImdsSupport is invalid. Expecting v2.0.`);

/** API model, ModifyImageAttribute: "You can specify only one attribute at a time." Message unconfirmed. */
export const oneAttributeAtATime = () =>
  invalidParameterCombination('You can specify only one attribute at a time');

/** Code and message in keithvassallomt/parsec-aws-automation#12. */
export const keyWithoutEncryption = () =>
  new ApiError(
    'InvalidParameterDependency',
    'The parameter KmsKeyId requires the parameter Encrypted to be set.',
  );

/** Code and message in hashicorp/packer#6778 and hashicorp/packer#7393 (CopyImage). */
export const unencryptedCopy = (snapshotId: string) =>
  new ApiError(
    'InvalidRequest',
    `Snapshot ${snapshotId} is encrypted. Creating unencrypted copy from an encrypted snapshot is not supported.`,
  );

/** Message in clong/DetectionLab#422 and many others, from the console; code unconfirmed. */
export const storageNotPermitted = () =>
  new ApiError('InvalidRequest', 'You do not have permission to access the storage of this ami');

/** ERR; message in rust-lang/bors#830 (RunInstances). */
export const idempotentParameterMismatch = () =>
  new ApiError(
    'IdempotentParameterMismatch',
    'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
  );

/** ERR `InvalidParameterValue`. Messages unconfirmed; the limit of tokens is in the API model. */
export const clientTokenTooLong = () =>
  invalidParameterValue('The client token exceeds the maximum length of 128 characters');
export const invalidSourceRegion = (region: string) =>
  invalidParameterValue(`Invalid source region '${region}'`);

/** Code and the form of the message in aws-samples/copy-encrypted-ami#3, for CopySnapshot. Unconfirmed for CopyImage. */
export const tooManyCopies = (limit: number) =>
  new ApiError(
    'ResourceLimitExceeded',
    `Too many image copies in progress. The limit is ${limit} for this destination region.`,
  );

/**
 * API model, DescribeImageReferences: one of the two "must be specified"; both may be (EC2 user guide, "Resource type
 * selection"). Message unconfirmed.
 */
export const noReferenceTypes = () =>
  invalidParameterCombination('Either IncludeAllResourceTypes or ResourceTypes must be specified');

/** API model, ImageReferenceResourceType and ResourceTypeOption. Messages unconfirmed. */
export const invalidReferenceType = (type: string) =>
  invalidParameterValue(`Invalid resource type '${type}'`);
export const invalidReferenceOption = (type: string, option: string) =>
  invalidParameterValue(`Invalid option '${option}' for resource type '${type}'`);
export const invalidReferenceOptionValue = (option: string, value: string) =>
  invalidParameterValue(`Invalid value '${value}' for option '${option}'`);

/** API model, DescribeImageReferences.ImageIds: 1 to 10. Message unconfirmed. */
export const tooManyImageIds = () => invalidParameterValue('You can specify up to 10 image IDs');

/**
 * The form of EC2's description errors is in psd401/aistudio#1049; that AMI descriptions are ASCII in
 * metadist/synaplan#1546.
 */
export const descriptionNotAscii = (description: string) =>
  invalidParameterValue(
    `Value (${description}) for parameter description is invalid. Character sets beyond ASCII are not supported.`,
  );

/** Message in aws-samples/bottlerocket-images-cache#8 (CreateSnapshot); 255 is the limit of both. */
export const descriptionTooLong = (description: string) =>
  invalidParameterValue(
    `Value (${description}) for parameter description is invalid. It exceeds 255 characters`,
  );

/** ERR `InvalidBlockDeviceMapping`: "A block device mapping parameter is not valid." Wordings unconfirmed. */
export const invalidBlockDeviceMapping = (message: string) =>
  new ApiError('InvalidBlockDeviceMapping', message);

/** API model, EbsBlockDevice.VolumeSize; code and message in mitchellh/goamz#251 and hashicorp/packer#1500. */
export const noSnapshotOrSize = (device: string) =>
  invalidBlockDeviceMapping(`Either snapshot ID or volume size must be provided for: ${device}`);

// --- volumes and snapshots ---

/** ERR; message as moto records it. */
export const volumeNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidVolume.NotFound',
    ids.length === 1
      ? `The volume '${ids[0]}' does not exist.`
      : `The volumes '${ids.join(', ')}' do not exist.`,
  );

/** ERR; message in cmachler/aws-lambda-ebs-backups#13. */
export const snapshotNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidSnapshot.NotFound',
    ids.length === 1
      ? `The snapshot '${ids[0]}' does not exist.`
      : `The snapshots '${ids.join(', ')}' do not exist.`,
  );

/** ERR; message in Answers4AWS/backup-monkey#10 and gruntwork-io/cloud-nuke#727. */
export const snapshotInUse = (snapshotId: string, imageId: string) =>
  new ApiError('InvalidSnapshot.InUse', `The snapshot ${snapshotId} is currently in use by ${imageId}`);

/** The snapshot belongs to another account. Message unconfirmed, code as for images. */
export const notAuthorizedForSnapshot = (id: string) =>
  new ApiError('AuthFailure', `Not authorized for snapshot:${id}`, 401);

/** Code and message in hashicorp/packer#7499 and DataDog/stratus-red-team#109 (ModifySnapshotAttribute). */
export const snapshotOfDefaultKey = () =>
  new ApiError('OperationNotPermitted', 'Encrypted snapshots with EBS default key cannot be shared');

/** API model, ModifySnapshotAttribute: "Encrypted snapshots … cannot be made public." Unconfirmed. */
export const encryptedSnapshotPublic = () =>
  new ApiError('OperationNotPermitted', 'Encrypted snapshots cannot be made public');

/** API model, ModifySnapshotAttribute: "you cannot do both in a single operation". Unconfirmed. */
export const snapshotPermissionsBothWays = () =>
  invalidParameterCombination('You cannot add and remove permissions of a snapshot in a single operation');

/** API model, ModifySnapshotAttribute: "up to 500 modifications … in a single operation". Unconfirmed. */
export const tooManySnapshotPermissions = (most: number) =>
  invalidParameterValue(`You can make up to ${most} modifications to a snapshot in a single operation`);

// --- tags ---

/** ERR; message as EC2 sends it, in getmoto/moto#8150. */
export const tagLimitExceeded = () =>
  new ApiError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');

/** Message in jcjorel/ec2-spot-converter#13 (tags given on creation). */
export const reservedTagKey = () =>
  invalidParameterValue("Tag keys starting with 'aws:' are reserved for internal use");

/** Message in AndrewFarley/AWS-Automated-Daily-Instance-AMI-Snapshots#7 (CreateTags). */
export const reservedTagKeyValue = (key: string) =>
  invalidParameterValue(
    `Value ( ${key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
  );

/** Limit: EC2 user guide, tag restrictions. Message by analogy with the one for values. */
export const tagKeyTooLong = () =>
  invalidParameterValue('Tag key exceeds the maximum length of 128 characters');

/** Message in iriusrisk/GoCD-EC2-Elastic-Agent-Plugin#24. */
export const tagValueTooLong = () =>
  invalidParameterValue('Tag value exceeds the maximum length of 256 characters');

/** "Tag keys must be unique per resource" (API model, CreateTags). Message unconfirmed. */
export const duplicateTagKey = (key: string) =>
  invalidParameterValue(`Duplicate tag key '${key}' specified.`);

/** Message as moto records it from EC2. */
export const emptyTagSpecification = () =>
  invalidParameterValue('Tag specification must have at least one tag');

/**
 * API model, CreateImage: "If you specify other values for ResourceType, the request fails." Message as moto
 * records it.
 */
export const notTaggable = (resourceType: string) =>
  invalidParameterValue(`'${resourceType}' is not a valid taggable resource type for this operation.`);

/** ERR `InvalidID`. */
export const invalidId = (id: string) => new ApiError('InvalidID', `The ID '${id}' is not valid`);
