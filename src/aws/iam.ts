/**
 * Which IAM permissions a bake needs, and what for: one table, with which errors and dry runs name what is missing, and from
 * which the policies of docs/permissions.md are made. What these allow the actions on is in scripts/iam-policy.ts.
 *
 * Actions are those of the Service Authorization Reference, "Actions, resources, and condition keys for Amazon EC2" (and AWS
 * KMS, AWS STS).
 */

/** Each action with what it is needed for, completing "needed to …". An action may end in `*`. */
export type Actions = Readonly<Record<string, string>>;

export interface Feature {
  name: string;
  /** Who asks for it, as in "needed by …". */
  by: string;
  /** By the IDs of their statements: letters and digits, unique in the table. */
  grants: Readonly<Record<string, Actions>>;
}

/** To add a feature, add it here: documents, errors and tests follow, once scripts/iam-policy.ts knows its statements. */
export const features = [
  {
    name: 'Bake',
    by: 'every bake',
    grants: {
      Look: {
        'ec2:DescribeInstances': 'inspect the instance',
        'ec2:DescribeVolumes': "inspect the instance's volumes",
        'ec2:DescribeImages': 'follow the image, and find it again when an answer of AWS is lost',
        'ec2:DescribeSnapshots': 'follow and verify the snapshots, and find those that have to be removed',
      },
      LookAtTheInstanceType: {
        'ec2:DescribeInstanceTypes': 'see whether the instance has instance store volumes',
      },
      Create: { 'ec2:CreateImage': 'create the image' },
      TagWhileCreating: { 'ec2:CreateTags': 'tag the image and its snapshots while they are created' },
      MarkAsReadyAndCleanUp: {
        'ec2:CreateTags': 'mark the image and its snapshots as ready',
        'ec2:DeregisterImage': 'remove the image of a bake that failed',
        // DeregisterImage with DeleteAssociatedSnapshots says `missing-permissions` without it.
        'ec2:DeleteSnapshot': 'remove the snapshots of a bake that failed',
      },
    },
  },
  {
    name: 'Encrypted volumes',
    by: 'volumes that are encrypted with a customer managed key',
    // EBS User Guide, "Requirements for Amazon EBS encryption", "Permissions for users".
    grants: {
      UseKeys: {
        'kms:DescribeKey': "let EC2 use the volumes' keys",
        'kms:Decrypt': 'let EC2 read the encrypted volumes',
        'kms:GenerateDataKeyWithoutPlaintext': 'let EC2 encrypt the snapshots',
        'kms:ReEncrypt*': 'let EC2 encrypt the snapshots',
      },
      LendKeysToEc2: { 'kms:CreateGrant': 'let EC2 use the keys while it copies the data' },
    },
  },
  {
    name: 'Sharing',
    by: '`share-with` and `public`',
    grants: {
      ShareImages: {
        'ec2:ModifyImageAttribute': 'give launch permissions',
        'ec2:DescribeImageAttribute': 'read the launch permissions back',
      },
      LookAtKeys: { 'kms:DescribeKey': 'see whether what the key encrypts can be shared' },
    },
  },
  {
    name: 'Public images',
    by: '`public`, which also needs what sharing needs',
    grants: {
      LookAtBlockPublicAccess: {
        'ec2:GetImageBlockPublicAccessState': 'see whether the account blocks public images',
      },
    },
  },
  {
    name: 'Sharing the snapshots',
    by: '`share-snapshots`',
    grants: {
      ShareSnapshots: {
        'ec2:ModifySnapshotAttribute': 'let the shared accounts create volumes from the snapshots',
        'ec2:DescribeSnapshotAttribute': "read the snapshots' permissions back",
      },
    },
  },
  {
    name: 'Copies',
    by: '`copy-to`',
    grants: {
      Copy: { 'ec2:CopyImage': 'copy the image to other Regions' },
      TagWhileCopying: { 'ec2:CreateTags': 'tag the copies and their snapshots while they are created' },
      LookAtRegions: { 'ec2:DescribeRegions': 'see whether the Regions of the copies exist and are enabled' },
      LookAtEncryptionByDefault: {
        'ec2:GetEbsEncryptionByDefault': 'see whether the Regions encrypt copies by default',
        'ec2:GetEbsDefaultKmsKeyId': 'see with which key a copy is encrypted that is given none',
      },
      LookAtKeysOfCopies: { 'kms:DescribeKey': 'see whether the keys of the copies can be used' },
    },
  },
  {
    name: 'Lifecycle',
    by: '`deprecate-after`, `deregistration-protection` and `require-imdsv2`',
    grants: {
      Settle: {
        'ec2:EnableImageDeprecation': 'set when the image is deprecated',
        'ec2:ModifyImageAttribute': 'mark the image as one that requires IMDSv2',
        'ec2:EnableImageDeregistrationProtection': 'protect the image from being deregistered',
        'ec2:DisableImageDeregistrationProtection':
          'remove the image of a bake that failed after it had protected it',
      },
    },
  },
  {
    name: 'SSM parameters',
    by: '`ssm-parameter`',
    // Systems Manager User Guide, "Native parameter support in Parameter Store for Amazon Machine Image IDs".
    grants: {
      Publish: {
        'ssm:GetParameters': 'read what the parameters held before, and read them back',
        'ssm:PutParameter': "write the image's ID",
      },
    },
  },
  {
    name: 'Launch templates',
    by: '`launch-template`',
    // EC2 User Guide, "Control access to launch templates with IAM permissions".
    grants: {
      ReadLaunchTemplates: {
        'ec2:DescribeLaunchTemplateVersions':
          'read the default and the newest version of the launch templates',
      },
      WriteLaunchTemplates: {
        'ec2:CreateLaunchTemplateVersion': 'create the version with the image',
        'ec2:ModifyLaunchTemplate': 'make that version the default version',
      },
    },
  },
  {
    name: 'Test',
    by: 'the action `test`',
    // EC2 User Guide, "Example policies to control access the Amazon EC2 API", "Launch instances (RunInstances)".
    grants: {
      LookBeforeAndDuringTheTest: {
        'ec2:DescribeImages': 'see whether the image can be launched',
        'ec2:DescribeInstances': 'find the test instance, and see why it ended',
        'ec2:DescribeInstanceStatus': "read the test instance's status checks",
      },
      LookAtTypesAndSubnets: {
        'ec2:DescribeSubnets': 'see which Availability Zones the subnets are in',
        'ec2:DescribeInstanceTypes': 'see whether the instance types fit the image',
        'ec2:DescribeInstanceTypeOfferings': 'see where the instance types are offered',
        'ec2:GetConsoleOutput': 'show what the test instance printed while it booted',
      },
      Launch: { 'ec2:RunInstances': 'launch the test instance' },
      TagWhileLaunching: { 'ec2:CreateTags': 'tag the test instance while it is launched' },
      EndTestInstances: { 'ec2:TerminateInstances': 'end the test instance' },
      MarkAsTested: { 'ec2:CreateTags': 'mark the image as tested' },
    },
  },
  {
    name: 'Test commands',
    by: '`run` of the action `test`',
    grants: {
      PassTheProfile: { 'iam:PassRole': 'give the test instance its instance profile' },
      FollowCommands: {
        'ssm:DescribeInstanceInformation': 'see whether the SSM agent of the test instance is online',
        'ssm:GetCommandInvocation': 'follow the command',
      },
      FindCommands: {
        'ssm:ListCommandInvocations': 'find the command again when the answer of SendCommand is lost',
      },
      RunCommandsWith: { 'ssm:SendCommand': 'run the command' },
      RunCommandsOnTestInstances: { 'ssm:SendCommand': 'run the command' },
    },
  },
  {
    name: 'Retire',
    by: 'the action `retire`',
    // EC2 User Guide, "Identify your resources referencing selected AMIs", "Required IAM permissions".
    grants: {
      LookForWhatNeedsAnImage: {
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
      LookForReferences: {
        'ssm:DescribeParameters': 'let EC2 look for parameters that hold an image',
        'ssm:GetParameters': 'let EC2 look for parameters that hold an image',
        'imagebuilder:ListImageRecipes': 'let EC2 look for recipes that name an image',
        'imagebuilder:ListContainerRecipes': 'let EC2 look for recipes that name an image',
        'imagebuilder:GetContainerRecipe': 'let EC2 look for recipes that name an image',
      },
      LookWhomImagesAreSharedWith: {
        'ec2:DescribeImageAttribute': 'see whom an image is shared with',
        'ec2:DescribeSnapshotAttribute': 'see whom a snapshot is shared with',
      },
      LookIntoTheRecycleBin: {
        'ec2:ListImagesInRecycleBin': 'see until when a removed image can be restored',
      },
      RemoveImages: {
        'ec2:CreateTags': 'mark the image as one that is being removed',
        'ec2:DeregisterImage': 'remove the image',
        'ec2:DeleteSnapshot': 'remove its snapshots',
      },
      EndForgottenTestInstances: {
        'ec2:TerminateInstances': 'end the instances of tests that are past their time',
      },
    },
  },
  {
    name: 'Errors that say more',
    by: 'the explanation of encoded authorization failures',
    grants: {
      DecodeRefusals: { 'sts:DecodeAuthorizationMessage': 'show which policy denies a call' },
    },
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof features)[number]['name'];

type KeyOfAny<Value> = Value extends unknown ? keyof Value : never;

/** The ID of a statement. */
export type Sid = KeyOfAny<(typeof features)[number]['grants']>;

/** The call that the actions of a statement are authorised in, where it is not the action of the same name. */
const outerCalls: Readonly<Partial<Record<Sid, string>>> = {
  TagWhileCreating: 'ec2:CreateImage',
  UseKeys: 'ec2:CreateImage',
  LendKeysToEc2: 'ec2:CreateImage',
  TagWhileCopying: 'ec2:CopyImage',
  TagWhileLaunching: 'ec2:RunInstances',
  PassTheProfile: 'ec2:RunInstances',
  LookForReferences: 'ec2:DescribeImageReferences',
};

/** A statement of a policy. */
export interface Grant {
  sid: Sid;
  actions: Actions;
  /** As in `outerCalls`. */
  within: string | undefined;
}

export const permissionRows: readonly { feature: Feature; grant: Grant }[] = features.flatMap((feature) =>
  (Object.entries(feature.grants) as [Sid, Actions][]).map(([sid, actions]) => ({
    feature,
    grant: { sid, actions, within: outerCalls[sid] },
  })),
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
