/** The inputs that every action has, the same names and meanings in all of them. */
import { accountId } from './account-id.ts';
import { type Input, input } from './input.ts';
import { boolean, listOf, minutes, type Parser } from './parsers.ts';
import { region as regionCode } from './region.ts';
import { role } from './role.ts';

/** The code of the Region that the action works in. */
export const region = input('aws-region', regionCode, {
  environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  plan: 'none',
});

/** The ARN of the role that the action assumes itself; undefined where the workflow provides the credentials. */
export const roleToAssume = input('role-to-assume', role, { plan: 'none' });

/** Accounts that the action may run in; any when empty. */
export const allowedAccountIds = input('allowed-account-ids', listOf(accountId), {
  plan: 'none',
});

/** For all that the action does: more than 0, at most 7 days. */
export function timeoutMinutes(standard: string): Input<number> {
  return input('timeout-minutes', minutes, { default: standard, plan: 'none' });
}

/** Whether to check and plan only, and to change nothing. */
export function dryRun(standard: 'true' | 'false'): Input<boolean> {
  return input('dry-run', boolean, { default: standard, plan: 'none' });
}

/** Whether to keep one comment in the pull request up to date. */
export const comment = input('comment', boolean, { default: 'false', plan: 'none' });

/** Whatever form GitHub gives to its tokens: a header must be able to carry it. */
const token: Parser<string> = (text, report) => {
  if (/^[!-~]*$/.test(text)) return text;
  report(
    'it is not a token: it has spaces, line ends or characters that are not ASCII. ' +
      'Leave it out: the default is the token of the job, `${{ github.token }}`',
  );
  return undefined;
};

/** For the calls to GitHub; empty when there is none. */
export const githubToken = input('github-token', token, {
  defaultExpression: '${{ github.token }}',
  secret: true,
  plan: 'none',
});
