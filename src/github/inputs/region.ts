import { regionForm } from '../../aws/id-forms.ts';
import { given } from './given.ts';
import type { Parser } from './parsers.ts';

/** The code of an AWS Region, checked by its form. */
export const region: Parser<string> = (text, report) => {
  if (regionForm.test(text)) return text;
  report(
    text === '' ? missing : `${given(text)} is not the code of a Region, such as \`eu-west-1\`${hint(text)}`,
  );
  return undefined;
};

const missing =
  'no Region is known. Set this input, or the environment variable `AWS_REGION` or `AWS_DEFAULT_REGION`; ' +
  'aws-actions/configure-aws-credentials sets both';

function hint(text: string): string {
  const [zonesRegion] = /^([a-z]+(?:-[a-z]+){1,2}-[1-9][0-9]?)(?:[a-z]|-.+)$/.exec(text)?.slice(1) ?? [];
  if (zonesRegion && regionForm.test(zonesRegion))
    return `. That is a zone: its Region is \`${zonesRegion}\``;
  const lowerCase = text.toLowerCase();
  if (regionForm.test(lowerCase)) return `. Write it in lower case: \`${lowerCase}\``;
  return '';
}
