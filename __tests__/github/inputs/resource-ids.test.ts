import { expect, test } from '@jest/globals';
import { amiId } from '../../../src/github/inputs/resource-ids.ts';

const ami = 'ami-0123456789abcdef0';

function problemsOf(text: string): string[] {
  const problems: string[] = [];
  amiId(text, (problem) => problems.push(problem));
  return problems;
}

test.each([ami, 'ami-12345678'])('%s is the ID of an AMI', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each([
  ['', 'is not the ID of an AMI, which is `ami-` and 17 (or 8) hex digits'],
  ['golden', 'Names and addresses are not accepted'],
  ['i-0123456789abcdef0', 'That is an instance'],
  ['snap-0123456789abcdef0', 'That is a snapshot'],
  ['AMI-0123456789ABCDEF0', `Write it in lower case: \`${ami}\``],
  [`"${ami}"`, `Leave out the quotes: \`${ami}\``],
  [`arn:aws:ec2:eu-west-1::image/${ami}`, `That is its ARN: give \`${ami}\``],
  ['arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0', 'is not the ID of an AMI'],
  [`${ami}, ami-12345678`, 'This action takes one AMI: use a matrix for several'],
  ['ami-0123', 'This has 4 digits after `ami-`'],
])('%j is none: %s', (text, hint) => {
  expect(problemsOf(text)).toEqual([expect.stringContaining(hint)]);
});
