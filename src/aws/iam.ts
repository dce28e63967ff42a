/**
 * Which IAM permissions a bake needs, and what for: one table, from which the policies of docs/permissions.md are made, and with
 * which errors and dry runs name what is missing.
 *
 * Actions, the resource types they are authorised on and the condition keys are those of the Service Authorization
 * Reference, "Actions, resources, and condition keys for Amazon EC2" (and AWS KMS, AWS STS). Where it names no
 * resource type for an action, the action can be allowed on `*` only.
 */
import { keyTag, testedTag, testTag } from '../base/own-tags.ts';

type Condition = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Grant {
  /** Letters and digits, unique in the table. */
  sid: string;
  /** Each action with what it is needed for, completing "needed to …". An action may end in `*`. */
  actions: Readonly<Record<string, string>>;
  /** Empty for actions that IAM knows no resources of. */
  on: readonly (
    | 'image'
    | 'snapshot'
    | 'instance'
    | 'any-instance'
    | 'volume'
    | 'network-interface'
    | 'subnet'
    | 'security-group'
    | 'document'
    | 'role'
    | 'key'
    | 'parameter'
    | 'launch-template'
  )[];
  condition?: Condition;
  /** The call that these actions are authorised in, where it is not the action of the same name. */
  within?: string;
  /** What happens without it, completing "without it, …". A grant that does not tell is one that must be there. */
  without?: string;
}

export interface Feature {
  name: string;
  /** Who asks for it, as in "needed by …". */
  by: string;
  /** What a reader of the policy should know; Markdown. */
  note?: string;
  grants: readonly Grant[];
}

/**
 * "Null": "false" is IAM's way to say that the key is there. Image and snapshots carry the tag from the moment that
 * they are created, so no call of a bake is made before it is there.
 */
const ourOwn: Condition = { Null: { [`aws:ResourceTag/${keyTag}`]: 'false' } };

/** To add a feature, add it here: documents, errors and tests follow. */
export const features = [
  {
    name: 'Bake',
    by: 'every bake',
    grants: [
      {
        sid: 'Look',
        actions: {
          'ec2:DescribeInstances': 'inspect the instance',
          'ec2:DescribeVolumes': "inspect the instance's volumes",
          'ec2:DescribeImages': 'follow the image, and find it again when an answer of AWS is lost',
          'ec2:DescribeSnapshots': 'follow and verify the snapshots, and find those that have to be removed',
        },
        on: [],
      },
      {
        sid: 'LookAtTheInstanceType',
        actions: { 'ec2:DescribeInstanceTypes': 'see whether the instance has instance store volumes' },
        on: [],
        without: 'there is no warning about instance store volumes that come with the instance type',
      },
      {
        sid: 'Create',
        actions: { 'ec2:CreateImage': 'create the image' },
        on: ['image', 'snapshot', 'instance'],
      },
      {
        // EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation".
        sid: 'TagWhileCreating',
        actions: { 'ec2:CreateTags': 'tag the image and its snapshots while they are created' },
        on: ['image', 'snapshot'],
        condition: { StringEquals: { 'ec2:CreateAction': 'CreateImage' } },
        within: 'ec2:CreateImage',
      },
      {
        sid: 'MarkAsReadyAndCleanUp',
        actions: {
          'ec2:CreateTags': 'mark the image and its snapshots as ready',
          'ec2:DeregisterImage': 'remove the image of a bake that failed',
          // DeregisterImage with DeleteAssociatedSnapshots says `missing-permissions` without it.
          'ec2:DeleteSnapshot': 'remove the snapshots of a bake that failed',
        },
        on: ['image', 'snapshot'],
        condition: ourOwn,
      },
    ],
  },
  {
    name: 'Encrypted volumes',
    by: 'volumes that are encrypted with a customer managed key',
    note: "Put the ARNs of your keys in place of the example. The keys' policies must allow it too.",
    // EBS User Guide, "Requirements for Amazon EBS encryption", "Permissions for users".
    grants: [
      {
        sid: 'UseKeys',
        actions: {
          'kms:DescribeKey': "let EC2 use the volumes' keys",
          'kms:Decrypt': 'let EC2 read the encrypted volumes',
          'kms:GenerateDataKeyWithoutPlaintext': 'let EC2 encrypt the snapshots',
          'kms:ReEncrypt*': 'let EC2 encrypt the snapshots',
        },
        on: ['key'],
        within: 'ec2:CreateImage',
      },
      {
        sid: 'LendKeysToEc2',
        actions: { 'kms:CreateGrant': 'let EC2 use the keys while it copies the data' },
        on: ['key'],
        condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        within: 'ec2:CreateImage',
      },
    ],
  },
  {
    name: 'Sharing',
    by: '`share-with` and `public`',
    note: 'Images that bake-ami did not make do not have the tag in the condition. To share such images with `if-exists: reuse`, leave the condition out.',
    grants: [
      {
        sid: 'ShareImages',
        actions: {
          'ec2:ModifyImageAttribute': 'give launch permissions',
          'ec2:DescribeImageAttribute': 'read the launch permissions back',
        },
        on: ['image'],
        condition: ourOwn,
      },
      {
        sid: 'LookAtKeys',
        actions: { 'kms:DescribeKey': 'see whether what the key encrypts can be shared' },
        on: ['key'],
        without:
          'volumes that are encrypted with the AWS managed key `aws/ebs` are noticed only when EC2 refuses to share their image',
      },
    ],
  },
  {
    name: 'Public images',
    by: '`public`, which also needs what sharing needs',
    grants: [
      {
        sid: 'LookAtBlockPublicAccess',
        actions: { 'ec2:GetImageBlockPublicAccessState': 'see whether the account blocks public images' },
        on: [],
        without: 'a block of public access is noticed only when EC2 refuses to make the image public',
      },
    ],
  },
  {
    name: 'Sharing the snapshots',
    by: '`share-snapshots`',
    note: 'The condition keys `ec2:Add/userId` and `ec2:Add/group` can limit whom snapshots are shared with. IAM has no such keys for images.',
    grants: [
      {
        sid: 'ShareSnapshots',
        actions: {
          'ec2:ModifySnapshotAttribute': 'let the shared accounts create volumes from the snapshots',
          'ec2:DescribeSnapshotAttribute': "read the snapshots' permissions back",
        },
        on: ['snapshot'],
        condition: ourOwn,
      },
    ],
  },
  {
    name: 'Copies',
    by: '`copy-to`',
    note: 'If a policy limits the Regions, allow those of the copies. Copies that are encrypted with a key, and copies of encrypted images, also need what encrypted volumes need, for the keys of both Regions.',
    grants: [
      {
        // EC2 User Guide, "Grant permissions to copy Amazon EC2 AMIs". The source carries our tag, but the same
        // statement is asked about the copy and its snapshots, which do not yet: no condition on tags holds for all.
        sid: 'Copy',
        actions: { 'ec2:CopyImage': 'copy the image to other Regions' },
        on: ['image', 'snapshot'],
      },
      {
        sid: 'TagWhileCopying',
        actions: { 'ec2:CreateTags': 'tag the copies and their snapshots while they are created' },
        on: ['image', 'snapshot'],
        condition: { StringEquals: { 'ec2:CreateAction': 'CopyImage' } },
        within: 'ec2:CopyImage',
      },
      {
        sid: 'LookAtRegions',
        actions: { 'ec2:DescribeRegions': 'see whether the Regions of the copies exist and are enabled' },
        on: [],
        without:
          'a Region that does not exist or is not enabled is noticed only when EC2 cannot be reached there',
      },
      {
        sid: 'LookAtEncryptionByDefault',
        actions: {
          'ec2:GetEbsEncryptionByDefault': 'see whether the Regions encrypt copies by default',
          'ec2:GetEbsDefaultKmsKeyId': 'see with which key a copy is encrypted that is given none',
        },
        on: [],
        without:
          'a default key that cannot be used for a copy, or with which a copy cannot be shared, is noticed only when EC2 refuses',
      },
      {
        sid: 'LookAtKeysOfCopies',
        actions: { 'kms:DescribeKey': 'see whether the keys of the copies can be used' },
        on: ['key'],
        without:
          'a key that is missing, disabled or pending deletion is noticed only when EC2 has accepted the copy',
      },
    ],
  },
  {
    name: 'Lifecycle',
    by: '`deprecate-after`, `deregistration-protection` and `require-imdsv2`',
    note: 'Images that bake-ami did not make do not have the tag in the condition, as for sharing.',
    grants: [
      {
        sid: 'Settle',
        actions: {
          'ec2:EnableImageDeprecation': 'set when the image is deprecated',
          'ec2:ModifyImageAttribute': 'mark the image as one that requires IMDSv2',
          'ec2:EnableImageDeregistrationProtection': 'protect the image from being deregistered',
          'ec2:DisableImageDeregistrationProtection':
            'remove the image of a bake that failed after it had protected it',
        },
        on: ['image'],
        condition: ourOwn,
      },
    ],
  },
  {
    name: 'SSM parameters',
    by: '`ssm-parameter`',
    note: "Put your own parameters in place of `golden/*`: whoever may write a parameter decides what others launch. Systems Manager looks the image up with the role's own `ec2:DescribeImages`, and drops the new value silently where that is not allowed.",
    // Systems Manager User Guide, "Native parameter support in Parameter Store for Amazon Machine Image IDs".
    grants: [
      {
        sid: 'Publish',
        actions: {
          'ssm:GetParameters': 'read what the parameters held before, and read them back',
          'ssm:PutParameter': "write the image's ID",
        },
        on: ['parameter'],
      },
    ],
  },
  {
    name: 'Launch templates',
    by: '`launch-template`',
    note: 'Put the ARNs of your launch templates in place of the pattern. A template that names an instance profile also needs `iam:PassRole` for its role.',
    // EC2 User Guide, "Control access to launch templates with IAM permissions".
    grants: [
      {
        sid: 'ReadLaunchTemplates',
        actions: {
          'ec2:DescribeLaunchTemplateVersions':
            'read the default and the newest version of the launch templates',
        },
        on: [],
      },
      {
        sid: 'WriteLaunchTemplates',
        actions: {
          'ec2:CreateLaunchTemplateVersion': 'create the version with the image',
          'ec2:ModifyLaunchTemplate': 'make that version the default version',
        },
        on: ['launch-template'],
      },
    ],
  },
  {
    name: 'Test',
    by: 'the action `test`',
    note: 'An image whose volumes are encrypted with a customer managed key also needs what encrypted volumes need. `bake-ami:tested` is set on images of the account itself.',
    // EC2 User Guide, "Example policies to control access the Amazon EC2 API", "Launch instances (RunInstances)".
    grants: [
      {
        sid: 'LookBeforeAndDuringTheTest',
        actions: {
          'ec2:DescribeImages': 'see whether the image can be launched',
          'ec2:DescribeInstances': 'find the test instance, and see why it ended',
          'ec2:DescribeInstanceStatus': "read the test instance's status checks",
        },
        on: [],
      },
      {
        sid: 'LookAtTypesAndSubnets',
        actions: {
          'ec2:DescribeSubnets': 'see which Availability Zones the subnets are in',
          'ec2:DescribeInstanceTypes': 'see whether the instance types fit the image',
          'ec2:DescribeInstanceTypeOfferings': 'see where the instance types are offered',
          'ec2:GetConsoleOutput': 'show what the test instance printed while it booted',
        },
        on: [],
        without:
          'a type that does not fit is noticed only when EC2 refuses it, nothing falls back to another subnet of the default VPC, and a failed test has no console output',
      },
      {
        sid: 'Launch',
        actions: { 'ec2:RunInstances': 'launch the test instance' },
        on: ['image', 'snapshot', 'any-instance', 'volume', 'network-interface', 'subnet', 'security-group'],
      },
      {
        sid: 'TagWhileLaunching',
        actions: { 'ec2:CreateTags': 'tag the test instance while it is launched' },
        on: ['any-instance', 'volume', 'network-interface'],
        condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
        within: 'ec2:RunInstances',
      },
      {
        sid: 'EndTestInstances',
        actions: { 'ec2:TerminateInstances': 'end the test instance' },
        on: ['any-instance'],
        condition: { Null: { [`aws:ResourceTag/${testTag}`]: 'false' } },
      },
      {
        sid: 'MarkAsTested',
        actions: { 'ec2:CreateTags': 'mark the image as tested' },
        on: ['image'],
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': testedTag } },
      },
    ],
  },
  {
    name: 'Test commands',
    by: '`run` of the action `test`',
    note: 'Put the role of your instance profile in place of `test-image`. Without `instance-profile`, `iam:PassRole` is not needed.',
    grants: [
      {
        sid: 'PassTheProfile',
        actions: { 'iam:PassRole': 'give the test instance its instance profile' },
        on: ['role'],
        condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        within: 'ec2:RunInstances',
      },
      {
        sid: 'FollowCommands',
        actions: {
          'ssm:DescribeInstanceInformation': 'see whether the SSM agent of the test instance is online',
          'ssm:GetCommandInvocation': 'follow the command',
        },
        on: [],
      },
      {
        sid: 'FindCommands',
        actions: {
          'ssm:ListCommandInvocations': 'find the command again when the answer of SendCommand is lost',
        },
        on: [],
        without: 'a command whose answer was lost is sent again, and may run twice',
      },
      {
        sid: 'RunCommandsWith',
        actions: { 'ssm:SendCommand': 'run the command' },
        on: ['document'],
      },
      {
        // Systems Manager User Guide, "Restricting Run Command access based on tags".
        sid: 'RunCommandsOnTestInstances',
        actions: { 'ssm:SendCommand': 'run the command' },
        on: ['any-instance'],
        condition: { Null: { [`ssm:resourceTag/${testTag}`]: 'false' } },
      },
    ],
  },
  {
    name: 'Retire',
    by: 'the action `retire`',
    note: 'EC2 looks for references with the permissions of the caller: the actions of Systems Manager and Image Builder are what DescribeImageReferences needs for that. `retire` never changes anything there.',
    // EC2 User Guide, "Identify your resources referencing selected AMIs", "Required IAM permissions".
    grants: [
      {
        sid: 'LookForWhatNeedsAnImage',
        actions: {
          'ec2:DescribeImages': 'find the images',
          'ec2:DescribeImageReferences': 'see what refers to an image',
          'ec2:DescribeInstances': 'see which instances run from an image',
          'ec2:DescribeLaunchTemplates': 'see which launch templates name an image',
          'ec2:DescribeLaunchTemplateVersions': 'see which versions of launch templates name an image',
          'ec2:DescribeLockedSnapshots': 'see which snapshots cannot be deleted',
          'ec2:DescribeSnapshots': 'find the snapshots that belong to no image',
          'autoscaling:DescribeLaunchConfigurations': 'see which launch configurations name an image',
          'autoscaling:DescribeAutoScalingGroups': 'see which Auto Scaling groups launch from an image',
        },
        on: [],
      },
      {
        sid: 'LookForReferences',
        actions: {
          'ssm:DescribeParameters': 'let EC2 look for parameters that hold an image',
          'ssm:GetParameters': 'let EC2 look for parameters that hold an image',
          'imagebuilder:ListImageRecipes': 'let EC2 look for recipes that name an image',
          'imagebuilder:ListContainerRecipes': 'let EC2 look for recipes that name an image',
          'imagebuilder:GetContainerRecipe': 'let EC2 look for recipes that name an image',
        },
        on: [],
        within: 'ec2:DescribeImageReferences',
      },
      {
        sid: 'LookWhomImagesAreSharedWith',
        actions: {
          'ec2:DescribeImageAttribute': 'see whom an image is shared with',
          'ec2:DescribeSnapshotAttribute': 'see whom a snapshot is shared with',
        },
        on: ['image', 'snapshot'],
      },
      {
        sid: 'LookIntoTheRecycleBin',
        actions: { 'ec2:ListImagesInRecycleBin': 'see until when a removed image can be restored' },
        on: [],
        without:
          'nothing says until when a removed image can be restored, and `abandoned-after` fails when it finds a snapshot that belongs to no image',
      },
      {
        sid: 'RemoveImages',
        actions: {
          'ec2:CreateTags': 'mark the image as one that is being removed',
          'ec2:DeregisterImage': 'remove the image',
          'ec2:DeleteSnapshot': 'remove its snapshots',
        },
        on: ['image', 'snapshot'],
        condition: ourOwn,
      },
      {
        sid: 'EndForgottenTestInstances',
        actions: { 'ec2:TerminateInstances': 'end the instances of tests that are past their time' },
        on: ['any-instance'],
        condition: { Null: { [`aws:ResourceTag/${testTag}`]: 'false' } },
      },
    ],
  },
  {
    name: 'Errors that say more',
    by: 'the explanation of encoded authorization failures',
    grants: [
      {
        sid: 'DecodeRefusals',
        actions: { 'sts:DecodeAuthorizationMessage': 'show which policy denies a call' },
        on: [],
        without: 'the error for a missing permission says no more than what EC2 says openly',
      },
    ],
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof features)[number]['name'];

/** Calls that nobody needs a permission for (STS API Reference; who may assume a role, that role's trust policy says). */
export const withoutPermission: readonly string[] = [
  'sts:GetCallerIdentity',
  'sts:AssumeRoleWithWebIdentity',
];

export const permissionRows: readonly { feature: Feature; grant: Grant }[] = features.flatMap((feature) =>
  feature.grants.map((grant) => ({ feature, grant })),
);

/** Why an action is needed, and by what. */
export interface Need {
  feature: Feature;
  grant: Grant;
  /** Completes "needed to …". */
  why: string;
}

/**
 * @param action as IAM policies name it, in any case, e.g. `ec2:CreateTags`
 * @param call the API call that needed it: CreateImage needs `ec2:CreateTags` for other reasons than CreateTags does
 * @param asking the feature that the call was made for, where several make it
 * @returns undefined for an action that is not in the table
 */
export function needFor(action: string, call = action, asking?: FeatureName): Need | undefined {
  const needs = permissionRows.flatMap(({ feature, grant }) =>
    Object.entries(grant.actions)
      .filter(([pattern]) => covers(pattern, action))
      .map(([, why]) => ({ feature, grant, why })),
  );
  const within = ({ grant }: Need) => same(grant.within ?? action, call);
  const asked = needs.filter(({ feature }) => feature.name === asking);
  return asked.find(within) ?? needs.find(within) ?? needs[0];
}

function covers(pattern: string, action: string): boolean {
  return pattern.endsWith('*')
    ? action.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase())
    : same(pattern, action);
}

/** IAM's action names know no case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
