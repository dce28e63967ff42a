/**
 * What EC2 says when it does not launch an instance, each with its source. ERR and "unconfirmed" as in `errors.ts`; HTTP
 * statuses are 400 unless the source shows another.
 */
import { ApiError, invalidParameterValue } from './errors.ts';

// --- where there is no room ---

/** Code, message and HTTP status 500 in red-hat-storage/ocs-ci#9263; commonwarexyz/monorepo#2859. */
export const insufficientCapacity = (type: string, zone: string, others: readonly string[]) =>
  new ApiError(
    'InsufficientInstanceCapacity',
    `We currently do not have sufficient ${type} capacity in the Availability Zone you requested (${zone}).` +
      ' Our system will be working on provisioning additional capacity.' +
      (others.length === 0
        ? ''
        : ` You can currently get ${type} capacity by not specifying an Availability Zone in your request or choosing ${others.join(', ')}.`),
    500,
  );

/** Code and message in osbuild/osbuild-composer#1575; HTTP status in aws/amazon-vpc-cni-k8s#1773, of another call. */
export const insufficientFreeAddresses = (subnetId: string) =>
  new ApiError(
    'InsufficientFreeAddressesInSubnet',
    `There are not enough free addresses in subnet '${subnetId}' to satisfy the requested number of instances.`,
  );

/** Code, message and HTTP status in ned1313/Getting-Started-Terraform#44. */
export const typeNotOffered = (type: string, zone: string, others: readonly string[]) =>
  new ApiError(
    'Unsupported',
    `Your requested instance type (${type}) is not supported in your requested Availability Zone (${zone}).` +
      ` Please retry your request by not specifying an Availability Zone or choosing ${others.join(', ')}.`,
  );

/** Code, message and HTTP status in hashicorp/terraform-provider-aws#9113: the type is offered nowhere in the Region. */
export const typeNotOfferedAnywhere = () =>
  new ApiError(
    'Unsupported',
    'The requested configuration is currently not supported. Please check the documentation for supported configurations.',
  );

/** Code and message in bentoml/bentoctl#202 and scrapoxy/scrapoxy#202. */
export const vCpuLimitExceeded = (limit: number) =>
  new ApiError(
    'VcpuLimitExceeded',
    `You have requested more vCPU capacity than your current vCPU limit of ${limit} allows for the instance bucket that` +
      ' the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an' +
      ' adjustment to this limit.',
  );

/** Code, message and HTTP status in saltstack/salt-ci-images#716. */
export const instanceLimitExceeded = (requested: number, limit: number) =>
  new ApiError(
    'InstanceLimitExceeded',
    `You have requested more instances (${requested}) than your current instance limit of ${limit} allows for the` +
      ' specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to' +
      ' this limit.',
  );

// --- the image and the type ---

/** Code, message and HTTP status in Orange-Cyberdefense/GOAD#304: deregistered long ago, or not shared with the caller. */
export const notAuthorizedForImages = (id: string) =>
  new ApiError('AuthFailure', `Not authorized for images: [${id}]`);

/**
 * EC2 user guide, "Disable an AMI": a disabled AMI "can't be used for new instance launches". Code and message unconfirmed;
 * the code is that of an image in any other state that cannot be used.
 */
export const imageDisabled = (id: string) =>
  new ApiError(
    'InvalidAMIID.Unavailable',
    `The image ID '${id}' is disabled and may not be used for this operation`,
  );

/** ERR `InvalidAMIID.Unavailable`. Message unconfirmed. */
export const imageFailed = (id: string) =>
  new ApiError('InvalidAMIID.Unavailable', `The image ID '${id}' is not available`);

/** Code and message in skypilot-org/skypilot#6315 and aws/eks-anywhere-build-tooling#2158. */
export const architectureMismatch = (ofType: string, ofImage: string) =>
  invalidParameterValue(
    `The architecture '${ofType}' of the specified instance type does not match the architecture '${ofImage}' of the` +
      ' specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use' +
      " 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.",
  );

/** Code, message and HTTP status in RhinoSecurityLabs/cloudgoat#247. */
export const typeWithoutUefi = (type: string) =>
  invalidParameterValue(
    `The ${type} instance type does not support an AMI with a boot mode of UEFI. Only instance types built on the Nitro` +
      ' System support UEFI. Specify an instance type that supports UEFI, and try again.',
  );

/** EC2 user guide, "Requirements for UEFI boot mode": Graviton instances have UEFI only. Message unconfirmed. */
export const typeWithoutLegacyBios = (type: string) =>
  invalidParameterValue(
    `The ${type} instance type does not support an AMI with a boot mode of legacy-bios. Specify an instance type that` +
      ' supports legacy-bios, and try again.',
  );

/** EC2 user guide, "Requirements for using NitroTPM": some instance types only. Code and message unconfirmed. */
export const typeWithoutTpm = (type: string) =>
  invalidParameterValue(
    `The ${type} instance type does not support NitroTPM, which the specified AMI requires. Specify an instance type that` +
      ' supports NitroTPM, and try again.',
  );

/**
 * ERR `InvalidParameterValue`; message as users of RunInstances meet it ("Invalid value 'x' for InstanceType"), unconfirmed.
 */
export const unknownInstanceType = (type: string) =>
  invalidParameterValue(`Invalid value '${type}' for InstanceType.`);

// --- the network ---

/** Code and message in karpenter-provider-aws#7834 (RunInstances), HTTP status too. */
export const noDefaultVpc = () =>
  new ApiError(
    'VPCIdNotSpecified',
    'No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
  );

/** Code, message and HTTP status in terraform-aws-modules/terraform-aws-ec2-instance#50. */
export const noDefaultSubnet = (vpcId: string) =>
  new ApiError('MissingInput', `No subnets found for the default VPC '${vpcId}'. Please specify a subnet.`);

/** Code and message in boto/boto3#2398 and terraform-aws-modules/terraform-aws-ec2-instance#20; IDs of any form get it. */
export const subnetNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidSubnetID.NotFound',
    ids.length === 1
      ? `The subnet ID '${ids[0]}' does not exist`
      : `The subnet IDs '${ids.join(', ')}' do not exist`,
  );

/** Code and message in hashicorp/terraform-aws-consul#29 and pulumi/pulumi-awsx#598. */
export const vpcNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidVpcID.NotFound',
    ids.length === 1
      ? `The vpc ID '${ids[0]}' does not exist`
      : `The vpc IDs '${ids.join(', ')}' do not exist`,
  );

/** Code and message in boto/boto#2912 and aws/aws-sdk-java#202. */
export const securityGroupsNotFound = (ids: readonly string[]) =>
  new ApiError(
    'InvalidGroup.NotFound',
    ids.length === 1
      ? `The security group '${ids[0]}' does not exist`
      : `The security groups '${ids.join("', '")}' do not exist`,
  );

/** Code and message in QT-DevOps/DevOpsIssues#256 and ansible/ansible-modules-core#347. */
export const otherNetwork = (groupId: string, subnetId: string) =>
  new ApiError(
    'InvalidParameter',
    `Security group ${groupId} and subnet ${subnetId} belong to different networks.`,
  );

/** ERR; message as moto records it. */
export const networkInterfaceNotFound = (id: string) =>
  new ApiError('InvalidNetworkInterfaceID.NotFound', `The network interface ID '${id}' does not exist`);

// --- the rest of the request ---

/** Code, message and HTTP status in CiscoDevNet/cloud-cml#4 and hashicorp/terraform-provider-aws#27516. */
export const invalidProfileName = (name: string) =>
  invalidParameterValue(
    `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
  );

/** As for names. Message unconfirmed. */
export const invalidProfileArn = (arn: string) =>
  invalidParameterValue(
    `Value (${arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
  );

/** ERR `InvalidParameterCombination`. Message unconfirmed. */
export const profileTwice = () =>
  new ApiError(
    'InvalidParameterCombination',
    "The parameter iamInstanceProfile.name may not be used in combination with 'iamInstanceProfile.arn'",
  );

/** Code, message and HTTP status in supergiant/capacity#148 and runs-on/runs-on#9. */
export const userDataTooLong = () => invalidParameterValue('User data is limited to 16384 bytes');

/** ERR `InvalidParameterValue`. Message as users of RunInstances meet it, unconfirmed. */
export const userDataNotBase64 = () => invalidParameterValue('Invalid BASE64 encoding of user data.');

/** Code and message in AviatrixSystems/terraform-modules#105, HTTP status too. There are two spaces before "snapshot". */
export const volumeTooSmall = (sizeGiB: number, snapshotId: string, leastGiB: number) =>
  new ApiError(
    'InvalidBlockDeviceMapping',
    `Volume of size ${sizeGiB}GB is smaller than  snapshot '${snapshotId}', expect size >= ${leastGiB}GB`,
  );

/** API model, RunInstances.ClientToken: "Maximum 64 ASCII characters". Message unconfirmed. */
export const invalidClientToken = () =>
  invalidParameterValue('The client token must have at most 64 ASCII characters');

/** API model, RunInstances.MinCount and MaxCount. Messages unconfirmed. */
export const invalidCount = (name: string, value: number) =>
  invalidParameterValue(`Value (${value}) for parameter ${name} is invalid.`);

/** ERR `InvalidParameterValue`. Message unconfirmed. */
export const notOneOf = (name: string, value: string, values: readonly string[]) =>
  invalidParameterValue(
    `Value (${value}) for parameter ${name} is invalid. Expecting one of ${values.join(', ')}.`,
  );

// --- instances that are there ---

/** ERR `OperationNotPermitted`; message and HTTP status in rebuy-de/aws-nuke#279. */
export const terminationProtected = (id: string) =>
  new ApiError(
    'OperationNotPermitted',
    `The instance '${id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
  );

/** EC2 API Reference, GetConsoleOutput: "supported on instance types that use the Nitro hypervisor". Unconfirmed. */
export const latestConsoleUnsupported = () =>
  new ApiError(
    'UnsupportedOperation',
    'The latest console output is supported on instance types that use the Nitro hypervisor.',
  );
