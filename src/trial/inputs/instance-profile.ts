import { given } from '../../github/inputs/given.ts';
import type { Parser } from '../../github/inputs/parsers.ts';

/** IAM API Reference, InstanceProfileName and Path of CreateInstanceProfile. */
const nameForm = /^[A-Za-z0-9_+=,.@-]{1,128}$/;
const arnForm =
  /^arn:aws(?:-[a-z]+){0,3}:iam::[0-9]{12}:instance-profile\/(?:[!-~]{1,510}\/)?[A-Za-z0-9_+=,.@-]{1,128}$/;

/** The name or ARN of an instance profile; undefined when the input is empty. */
export const instanceProfile: Parser<string | undefined> = (text, report) => {
  if (text === '' || nameForm.test(text) || arnForm.test(text)) return text || undefined;
  const isRole = /^arn:aws[a-z-]*:iam::[0-9]*:role\//.test(text);
  report(
    `${given(text)} is neither the name nor the ARN of an instance profile, such as \`arn:aws:iam::123456789012:instance-profile/web\`${
      isRole ? '. That is a role: give the instance profile that contains it' : ''
    }`,
  );
  return undefined;
};
