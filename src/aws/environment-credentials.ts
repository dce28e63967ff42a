/** Credentials in environment variables, as aws-actions/configure-aws-credentials leaves them for the steps after it. */
import { ProblemsError } from '../base/errors.ts';
import type { ClientOptions } from './clients.ts';

const variables = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/**
 * Keys in the environment go before AWS_PROFILE, as in the AWS CLI ("Configuration settings and precedence" in its user guide)
 * and in boto3. The SDK for JavaScript ignores them where AWS_PROFILE is set (`defaultProvider` of
 * @aws-sdk/credential-provider-node).
 * @returns nothing when the environment holds no keys: then the SDK looks everywhere else
 * @throws ProblemsError that names the variables whose values cannot be right; it does not show the values
 */
export function credentialsIn(environment: NodeJS.ProcessEnv): Pick<ClientOptions, 'credentials'> {
  const [accessKeyId, secretAccessKey, sessionToken] = variables.map((name) => environment[name]);
  if (!accessKeyId || !secretAccessKey) return {};
  refuseOddCharacters(environment);
  const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '');
  return {
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken ? { sessionToken } : {}),
      ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
    },
  };
}

/** Keys and tokens of AWS are letters, digits and a few signs. A line end or a blank comes from how a secret was stored. */
function refuseOddCharacters(environment: NodeJS.ProcessEnv): void {
  const odd = variables.filter((name) => /[^!-~]/.test(environment[name] ?? ''));
  if (odd.length === 0) return;
  throw new ProblemsError(
    'The AWS credentials in the environment are not valid',
    odd.map(
      (name) =>
        `\`${name}\` contains ${oddity(environment[name] ?? '')}. Store it again without, or correct the step that sets it`,
    ),
  );
}

function oddity(value: string): string {
  if (/[\r\n]/.test(value)) return 'a line end';
  return /\s/.test(value) ? 'a blank' : 'a character that no key or token of AWS has';
}
