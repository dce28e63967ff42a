/**
 * Makes the IAM policies of the documents from the table of permissions, src/aws/iam.ts, and from what it has no use for: what
 * the actions are allowed on, and what a reader should know.
 */
import { type Feature, type FeatureName, type Grant, permissionRows, type Sid } from '../src/aws/iam.ts';
import { keyTag, testedTag, testTag } from '../src/base/own-tags.ts';

type Condition = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the statement of a policy says beside its actions. */
interface Scope {
  /** Absent for actions that IAM knows no resources of: these are allowed on `*`. */
  on?: readonly (keyof typeof arns)[];
  condition?: Condition;
  /** What happens without it, completing "without it, …". A statement that does not tell is one that must be there. */
  without?: string;
}

/**
 * "Null": "false" is IAM's way to say that the key is there. Image and snapshots carry the tag from the moment that
 * they are created, so no call of a bake is made before it is there.
 */
const ourOwn: Condition = { Null: { [`aws:ResourceTag/${keyTag}`]: 'false' } };

/**
 * The resource types that actions are authorised on and the condition keys are those of the Service Authorization Reference.
 * Where it names no resource type for an action, the action can be allowed on `*` only.
 */
export const scopes: Readonly<Record<Sid, Scope>> = {
  // Bake
  Look: {},
  LookAtTheInstanceType: {
    without: 'there is no warning about instance store volumes that come with the instance type',
  },
  Create: { on: ['image', 'snapshot', 'instance'] },
  // EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation".
  TagWhileCreating: {
    on: ['image', 'snapshot'],
    condition: { StringEquals: { 'ec2:CreateAction': 'CreateImage' } },
  },
  MarkAsReadyAndCleanUp: { on: ['image', 'snapshot'], condition: ourOwn },
  // Encrypted volumes
  UseKeys: { on: ['key'] },
  LendKeysToEc2: { on: ['key'], condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
  // Sharing
  ShareImages: { on: ['image'], condition: ourOwn },
  LookAtKeys: {
    on: ['key'],
    without:
      'volumes that are encrypted with the AWS managed key `aws/ebs` are noticed only when EC2 refuses to share their image',
  },
  // Public images
  LookAtBlockPublicAccess: {
    without: 'a block of public access is noticed only when EC2 refuses to make the image public',
  },
  // Sharing the snapshots
  ShareSnapshots: { on: ['snapshot'], condition: ourOwn },
  // Copies
  // EC2 User Guide, "Grant permissions to copy Amazon EC2 AMIs". The source carries our tag, but the same
  // statement is asked about the copy and its snapshots, which do not yet: no condition on tags holds for all.
  Copy: { on: ['image', 'snapshot'] },
  TagWhileCopying: {
    on: ['image', 'snapshot'],
    condition: { StringEquals: { 'ec2:CreateAction': 'CopyImage' } },
  },
  LookAtRegions: {
    without:
      'a Region that does not exist or is not enabled is noticed only when EC2 cannot be reached there',
  },
  LookAtEncryptionByDefault: {
    without:
      'a default key that cannot be used for a copy, or with which a copy cannot be shared, is noticed only when EC2 refuses',
  },
  LookAtKeysOfCopies: {
    on: ['key'],
    without:
      'a key that is missing, disabled or pending deletion is noticed only when EC2 has accepted the copy',
  },
  // Lifecycle
  Settle: { on: ['image'], condition: ourOwn },
  // SSM parameters
  Publish: { on: ['parameter'] },
  // Launch templates
  ReadLaunchTemplates: {},
  WriteLaunchTemplates: { on: ['launch-template'] },
  // Test
  LookBeforeAndDuringTheTest: {},
  LookAtTypesAndSubnets: {
    without:
      'a type that does not fit is noticed only when EC2 refuses it, nothing falls back to another subnet of the default VPC, and a failed test has no console output',
  },
  Launch: {
    on: ['image', 'snapshot', 'any-instance', 'volume', 'network-interface', 'subnet', 'security-group'],
  },
  TagWhileLaunching: {
    on: ['any-instance', 'volume', 'network-interface'],
    condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
  },
  EndTestInstances: {
    on: ['any-instance'],
    condition: { Null: { [`aws:ResourceTag/${testTag}`]: 'false' } },
  },
  MarkAsTested: { on: ['image'], condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': testedTag } } },
  // Test commands
  PassTheProfile: {
    on: ['role'],
    condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
  },
  FollowCommands: {},
  FindCommands: { without: 'a command whose answer was lost is sent again, and may run twice' },
  RunCommandsWith: { on: ['document'] },
  // Systems Manager User Guide, "Restricting Run Command access based on tags".
  RunCommandsOnTestInstances: {
    on: ['any-instance'],
    condition: { Null: { [`ssm:resourceTag/${testTag}`]: 'false' } },
  },
  // Retire
  LookForWhatNeedsAnImage: {},
  LookForReferences: {},
  LookWhomImagesAreSharedWith: { on: ['image', 'snapshot'] },
  LookIntoTheRecycleBin: {
    without:
      'nothing says until when a removed image can be restored, and `abandoned-after` fails when it finds a snapshot that belongs to no image',
  },
  RemoveImages: { on: ['image', 'snapshot'], condition: ourOwn },
  EndForgottenTestInstances: {
    on: ['any-instance'],
    condition: { Null: { [`aws:ResourceTag/${testTag}`]: 'false' } },
  },
  // Errors that say more
  DecodeRefusals: { without: 'the error for a missing permission says no more than what EC2 says openly' },
};

/** What a reader of a feature's policy should know; Markdown. */
export const notes: Readonly<Partial<Record<FeatureName, string>>> = {
  'Encrypted volumes':
    "Put the ARNs of your keys in place of the example. The keys' policies must allow it too.",
  Sharing:
    'Images that bake-ami did not make do not have the tag in the condition. To share such images with `if-exists: reuse`, leave the condition out.',
  'Sharing the snapshots':
    'The condition keys `ec2:Add/userId` and `ec2:Add/group` can limit whom snapshots are shared with. IAM has no such keys for images.',
  Copies:
    'If a policy limits the Regions, allow those of the copies. Copies that are encrypted with a key, and copies of encrypted images, also need what encrypted volumes need, for the keys of both Regions.',
  Lifecycle: 'Images that bake-ami did not make do not have the tag in the condition, as for sharing.',
  'SSM parameters':
    "Put your own parameters in place of `golden/*`: whoever may write a parameter decides what others launch. Systems Manager looks the image up with the role's own `ec2:DescribeImages`, and drops the new value silently where that is not allowed.",
  'Launch templates':
    'Put the ARNs of your launch templates in place of the pattern. A template that names an instance profile also needs `iam:PassRole` for its role.',
  Test: 'An image whose volumes are encrypted with a customer managed key also needs what encrypted volumes need. `bake-ami:tested` is set on images of the account itself.',
  'Test commands':
    'Put the role of your instance profile in place of `test-image`. Without `instance-profile`, `iam:PassRole` is not needed.',
  Retire:
    'EC2 looks for references with the permissions of the caller: the actions of Systems Manager and Image Builder are what DescribeImageReferences needs for that. `retire` never changes anything there.',
};

/** The fields of a policy's statement, as IAM spells them. */
export interface PolicyStatement {
  Sid: string;
  Effect: 'Allow';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Condition;
}

export interface Policy {
  Version: '2012-10-17';
  Statement: PolicyStatement[];
}

/**
 * What the reader puts their own in place of: the account 123456789012, the instance, the key, the parameters.
 * ARNs of images and snapshots carry no account (Service Authorization Reference, EC2, "Resource types").
 */
const arns = {
  image: 'ec2:*::image/*',
  snapshot: 'ec2:*::snapshot/*',
  instance: 'ec2:*:123456789012:instance/i-0123456789abcdef0',
  'any-instance': 'ec2:*:*:instance/*',
  volume: 'ec2:*:*:volume/*',
  'network-interface': 'ec2:*:*:network-interface/*',
  subnet: 'ec2:*:*:subnet/*',
  'security-group': 'ec2:*:*:security-group/*',
  document: 'ssm:*:*:document/AWS-Run*',
  role: 'iam::123456789012:role/test-image',
  key: 'kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef',
  parameter: 'ssm:*:123456789012:parameter/golden/*',
  'launch-template': 'ec2:*:123456789012:launch-template/lt-0123456789abcdef0',
} as const;

/** The policy that allows all of the features, with as few statements as say the same. */
export function policyFor(names: readonly FeatureName[], partition = 'aws'): Policy {
  const grants = permissionRows.filter(({ feature }) => names.some((name) => name === feature.name));
  const statements = new Map<string, PolicyStatement>();
  for (const { grant } of grants) {
    const statement = statementOf(grant, partition);
    const { Resource, Condition } = statement;
    const scope = JSON.stringify([Resource, Condition]);
    const known = statements.get(scope);
    statements.set(scope, known === undefined ? statement : merged(known, statement));
  }
  return { Version: '2012-10-17', Statement: [...statements.values()] };
}

/** The name of the file in examples/iam/ that holds the policy of a feature, e.g. `ssm-parameters.json`. */
export function policyFile(feature: FeatureName): string {
  return `${feature.toLowerCase().replaceAll(' ', '-')}.json`;
}

/** What a feature can do without, each with what happens then. */
export function optionalActions({ grants }: Feature): { actions: string[]; without: string }[] {
  return Object.entries(grants).flatMap(([sid, actions]) => {
    const { without } = scopes[sid as Sid];
    return without === undefined ? [] : [{ actions: Object.keys(actions), without }];
  });
}

function statementOf({ sid, actions }: Grant, partition: string): PolicyStatement {
  const { on = [], condition } = scopes[sid];
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: oneOrMany(Object.keys(actions)),
    Resource: on.length === 0 ? '*' : oneOrMany(on.map((resource) => `arn:${partition}:${arns[resource]}`)),
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

function merged(one: PolicyStatement, other: PolicyStatement): PolicyStatement {
  return { ...one, Action: oneOrMany([...new Set([one.Action, other.Action].flat())]) };
}

function oneOrMany(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] ?? '*') : values;
}
