import { instanceIdForm } from '../../aws/id-forms.ts';
import { given } from '../../github/inputs/given.ts';
import type { Parser } from '../../github/inputs/parsers.ts';

/** The ID of an EC2 instance. */
export const instanceId: Parser<string> = (text, report) => {
  if (instanceIdForm.test(text)) return text;
  report(
    `${given(text)} is not the ID of an instance, which is \`i-\` and 17 (or 8) hex digits in lower case, ` +
      `e.g. \`i-0123456789abcdef0\`. ${hint(text)}`,
  );
  return undefined;
};

const otherResources = new Map([
  ['ami', 'an AMI'],
  ['eni', 'a network interface'],
  ['lt', 'a launch template'],
  ['mi', 'a managed node of Systems Manager'],
  ['snap', 'a snapshot'],
  ['subnet', 'a subnet'],
  ['vol', 'a volume'],
]);

/** What the value is instead, as far as can be told, and what to do. */
function hint(text: string): string {
  const [arnsId] = /^arn:.*:instance\/(i-[0-9a-f]+)$/.exec(text)?.slice(1) ?? [];
  if (arnsId && instanceIdForm.test(arnsId)) return `That is its ARN: give \`${arnsId}\``;

  const lowerCase = text.toLowerCase();
  if (instanceIdForm.test(lowerCase)) return `Write it in lower case: \`${lowerCase}\``;

  const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
  if (bare !== text && instanceIdForm.test(bare)) return `Leave out the quotes: \`${bare}\``;

  if (/[^ -~\r\n\t]/.test(text))
    return 'It holds characters that are not ASCII: copy it from the EC2 console again';

  const parts = text.split(/[\s,]+/);
  if (parts.length > 1 && parts.every((part) => instanceIdForm.test(part))) {
    return 'A bake images one instance: use a matrix for several';
  }

  const digits = /^i-([0-9a-f]*)$/.exec(lowerCase)?.[1];
  if (digits !== undefined) return `This has ${digits.length} digits after \`i-\``;

  const resource = otherResources.get(/^([a-z]+)-[0-9a-f]+$/.exec(text)?.[1] ?? '');
  if (resource) return `That is ${resource}`;

  return 'A name or an address does not do: the EC2 console and `aws ec2 describe-instances` tell the ID';
}
