/** Makes the IAM policies of the documents from the table of permissions, src/aws/iam.ts. */
import { type Feature, type FeatureName, type Grant, permissionRows } from '../src/aws/iam.ts';

/** The fields of a policy's statement, as IAM spells them. */
export interface PolicyStatement {
  Sid: string;
  Effect: 'Allow';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Grant['condition'];
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
  return grants.flatMap(({ actions, without }) =>
    without === undefined ? [] : [{ actions: Object.keys(actions), without }],
  );
}

function statementOf({ sid, actions, on, condition }: Grant, partition: string): PolicyStatement {
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
