/** The IDs of EC2's resources: each says what was given instead, as far as can be told, and what to do. */
import { amiIdForm, instanceIdForm, securityGroupIdForm, subnetIdForm } from '../../aws/id-forms.ts';
import { given } from './given.ts';
import type { Parser } from './parsers.ts';

interface Kind {
  /** The letters before the hyphen. */
  readonly prefix: string;
  readonly form: RegExp;
  readonly example: string;
  /** What the ID is the ID of, with its article. */
  readonly what: string;
  /** As ARNs name the kind. */
  readonly inArns: string;
  /** For those who gave several. */
  readonly oneOnly: string;
  /** The command that lists them. */
  readonly command: string;
}

/** The ID of an EC2 instance. */
export const instanceId = resourceId({
  prefix: 'i',
  form: instanceIdForm,
  example: 'i-0123456789abcdef0',
  what: 'an instance',
  inArns: 'instance',
  oneOnly: 'A bake takes one instance: use a matrix for several',
  command: 'aws ec2 describe-instances',
});

/** The ID of an AMI. */
export const amiId = resourceId({
  prefix: 'ami',
  form: amiIdForm,
  example: 'ami-0123456789abcdef0',
  what: 'an AMI',
  inArns: 'image',
  oneOnly: 'This action takes one AMI: use a matrix for several',
  command: 'aws ec2 describe-images --owners self',
});

/** The ID of a subnet. */
export const subnetId = resourceId({
  prefix: 'subnet',
  form: subnetIdForm,
  example: 'subnet-0123456789abcdef0',
  what: 'a subnet',
  inArns: 'subnet',
  oneOnly: 'Separate several by commas or line ends',
  command: 'aws ec2 describe-subnets',
});

/** The ID of a security group. */
export const securityGroupId = resourceId({
  prefix: 'sg',
  form: securityGroupIdForm,
  example: 'sg-0123456789abcdef0',
  what: 'a security group',
  inArns: 'security-group',
  oneOnly: 'Separate several by commas or line ends',
  command: 'aws ec2 describe-security-groups',
});

function resourceId(kind: Kind): Parser<string> {
  const { prefix, form, example, what } = kind;
  return (text, report) => {
    if (form.test(text)) return text;
    report(
      `${given(text)} is not the ID of ${what}, which is \`${prefix}-\` and 17 (or 8) hex digits in lower case, ` +
        `e.g. \`${example}\`. ${hint(text, kind)}`,
    );
    return undefined;
  };
}

const resources = new Map([
  ['ami', 'an AMI'],
  ['eni', 'a network interface'],
  ['i', 'an instance'],
  ['lt', 'a launch template'],
  ['mi', 'a managed node of Systems Manager'],
  ['sg', 'a security group'],
  ['snap', 'a snapshot'],
  ['subnet', 'a subnet'],
  ['vol', 'a volume'],
]);

function hint(text: string, { prefix, form, inArns, oneOnly, command }: Kind): string {
  const [arnsKind, arnsId = ''] = /^arn:[^/]*:([a-z-]+)\/(.+)$/.exec(text)?.slice(1) ?? [];
  if (arnsKind === inArns && form.test(arnsId)) return `That is its ARN: give \`${arnsId}\``;

  const lowerCase = text.toLowerCase();
  if (form.test(lowerCase)) return `Write it in lower case: \`${lowerCase}\``;

  const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
  if (bare !== text && form.test(bare)) return `Leave out the quotes: \`${bare}\``;

  if (/[^ -~\r\n\t]/.test(text))
    return 'It contains characters that are not ASCII: copy it from the EC2 console again';

  const parts = text.split(/[\s,]+/);
  if (parts.length > 1 && parts.every((part) => form.test(part))) return oneOnly;

  const [given, digits = ''] = /^([a-z]+)-([0-9a-f]*)$/.exec(lowerCase)?.slice(1) ?? [];
  if (given === prefix) return `This has ${digits.length} digits after \`${prefix}-\``;
  const resource = digits === '' ? undefined : resources.get(given ?? '');
  if (resource) return `That is ${resource}`;

  return `Names and addresses are not accepted: the EC2 console and \`${command}\` show the ID`;
}
