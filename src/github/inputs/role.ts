import { given } from './given.ts';
import type { Parser } from './parsers.ts';

/**
 * An IAM role, in any partition: "IAM ARNs" in the IAM user guide. Its path takes any printable ASCII characters and at
 * most 512 of them, its name 64 of a smaller set (Path and RoleName of CreateRole in the IAM API reference).
 */
export const roleArnForm =
  /^arn:aws(?:-[a-z]+){0,3}:iam::[0-9]{12}:role\/(?:[!-~]{1,510}\/)?[A-Za-z0-9_+=,.@-]{1,64}$/;

/** The ARN of a role to assume; undefined when the input is empty. */
export const role: Parser<string | undefined> = (text, report) => {
  if (text === '' || roleArnForm.test(text)) return text || undefined;
  report(
    `${given(text)} is not the ARN of an IAM role, such as \`arn:aws:iam::123456789012:role/bake\`${hint(text)}`,
  );
  return undefined;
};

/** What the value is instead, as far as can be told, and what to do. */
function hint(text: string): string {
  const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
  if (bare !== text && roleArnForm.test(bare)) return `. Leave out the quotes: \`${bare}\``;

  const lower = text.replace(/^[^/]*/, (beginning) => beginning.toLowerCase());
  if (lower !== text && roleArnForm.test(lower)) return `. Write it in lower case: \`${lower}\``;

  return otherHint(text);
}

function otherHint(text: string): string {
  if (/^[0-9]+$/.test(text)) {
    return text.length === 12 ? `. That is an account ID: ${wholeArn(text)}` : '';
  }
  if (/^[A-Za-z0-9_+=,.@-]{1,64}$/.test(text)) {
    return `. That is a name: ${wholeArn('ACCOUNT-ID', text)}`;
  }
  const assumed = /^arn:(aws[a-z-]*):sts::([0-9]{12}):assumed-role\/([^/]+)(?:\/|$)/.exec(text);
  if (assumed !== null) {
    const [, partition, account, name] = assumed;
    return `. That is a session of a role. The ARN of the role, if it has no path: \`arn:${partition}:iam::${account}:role/${name}\``;
  }
  const [, account] = /^arn:aws[a-z-]*:iam::([0-9]*):role\/./.exec(text) ?? [];
  if (account !== undefined && account.length !== 12) {
    return `. Its account ID has ${account.length} digits, not 12`;
  }
  const [, kind] = /^arn:aws[a-z-]*:iam::[0-9]*:([a-z-]+)(?:\/|$)/.exec(text) ?? [];
  const what = others.get(kind ?? '');
  return what === undefined ? '' : `. That is ${what}`;
}

function wholeArn(account: string, name = 'NAME'): string {
  return `give the whole ARN, \`arn:aws:iam::${account}:role/${name}\``;
}

/** The other resources of IAM that people take for a role, by the word that their ARNs have for them. */
const others = new Map([
  ['group', 'a group'],
  ['instance-profile', 'an instance profile: give the ARN of the role in it'],
  ['oidc-provider', 'the identity provider: give the ARN of a role that trusts it'],
  ['policy', 'a policy: give the ARN of a role that has it'],
  ['root', 'an account: give the ARN of a role in it'],
  ['user', 'a user, which cannot be assumed: give the ARN of a role that trusts GitHub'],
]);
