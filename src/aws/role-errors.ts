/** What STS says when it gives no session of a role, and what to do about it. */
import { BakeError } from '../base/errors.ts';
import { entryFor } from './catalogue.ts';
import { awsErrorFacts, describeAwsError, errorKind, isPassing } from './errors.ts';

/** As IAM policies name it. */
export const action = 'sts:AssumeRoleWithWebIdentity';

/** The role cannot be assumed, and trying again does not help. */
export class RoleError extends BakeError {
  /** As the SDK calls whatever its credential providers throw: aws/errors.ts takes it for what it is by this name. */
  override readonly name = 'CredentialsProviderError';

  constructor(roleArn: string, reason: string, options: { remedy: string | undefined; cause: unknown }) {
    super(`Could not assume the role ${roleArn}. ${reason}`, options);
  }
}

/**
 * Whether the next token, or the next call, may do. Beside what passes everywhere (STS API reference,
 * AssumeRoleWithWebIdentity, "Errors"):
 * - IDPCommunicationError: "often a transient error caused by network conditions. Retry the request";
 * - ExpiredTokenException: "Get a new identity token from the identity provider and then retry the request";
 * - InvalidIdentityToken, but only where STS could not fetch the provider's keys in time (aws/aws-cli#7194).
 */
export function passesByItself(thrown: unknown): boolean {
  const { code, message } = awsErrorFacts(thrown);
  if (/^(?:IDPCommunicationError|ExpiredToken)(?:Exception)?$/.test(code)) return true;
  if (isInvalidToken(code)) return /retrieve verification key/i.test(message);
  return isPassing(errorKind(thrown));
}

/** For what was found out before STS was asked. */
export function roleErrorOf(roleArn: string, { message, remedy, cause }: BakeError): RoleError {
  return new RoleError(roleArn, message, { remedy, cause });
}

/** For an OIDC token that GitHub could not be asked for, as when a proxy refuses to connect to it. */
export function noToken(roleArn: string, thrown: unknown): RoleError {
  return new RoleError(roleArn, `GitHub could not be asked for an OIDC token: ${describeAwsError(thrown)}`, {
    remedy: generalRemedy(thrown),
    cause: thrown,
  });
}

/** @param token that was refused: what it says of itself is told, so that the trust policy can be compared with it */
export function refusedRole(roleArn: string, token: string, thrown: unknown): RoleError {
  return new RoleError(roleArn, `${action}: ${describeAwsError(thrown)}`, {
    remedy: remedyFor(awsErrorFacts(thrown).code, roleArn, claimsOf(token)) ?? generalRemedy(thrown),
    cause: thrown,
  });
}

function remedyFor(code: string, roleArn: string, claims: Claims): string | undefined {
  if (/^AccessDenied/.test(code)) return trustRemedy(claims);
  if (isInvalidToken(code) || /^IDPRejectedClaim/.test(code)) return providerRemedy(roleArn, claims);
  if (/^RegionDisabled/.test(code)) {
    return "Activate STS for this Region in the role's account (IAM console, Account settings), or bake in another Region.";
  }
  if (code === 'ValidationError') {
    return 'Check `role-to-assume`: the role must exist in the partition of the Region that is baked in.';
  }
  return undefined;
}

function generalRemedy(thrown: unknown): string | undefined {
  const { code, message } = awsErrorFacts(thrown);
  const entry = entryFor(code, message);
  return entry === undefined ? undefined : `${entry.meaning} ${entry.remedy}`;
}

function isInvalidToken(code: string): boolean {
  return /^InvalidIdentityToken/.test(code);
}

function trustRemedy({ sub, aud, issuer }: Claims): string {
  const forms =
    'GitHub makes it of the form `repo:OWNER/REPO:ref:refs/heads/BRANCH`, `repo:OWNER/REPO:pull_request` or `repo:OWNER/REPO:environment:NAME`';
  return [
    'Check that the role exists and that its trust policy lets this job in: it has to allow',
    `\`${action}\` to the identity provider \`${issuer}\`, and its conditions have to fit this job's token.`,
    sub === undefined
      ? `Look at the condition on \`${issuer}:sub\`: ${forms}.`
      : `The token says \`${issuer}:sub\` is \`${sub}\` and \`${issuer}:aud\` is \`${aud}\`.`,
    // https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens
    'Upper and lower case count; in newer repositories, `sub` also has the immutable IDs of owner and repository in it.',
  ].join(' ');
}

function providerRemedy(roleArn: string, { aud, issuer }: Claims): string {
  const account = roleArn.split(':')[4];
  return `Account ${account} needs an OIDC identity provider in IAM with the URL \`https://${issuer}\` and the audience \`${aud}\`.`;
}

interface Claims {
  /** Who the token is for, as far as it can be read. */
  sub: string | undefined;
  aud: string;
  /** Without `https://`, as conditions of IAM policies name it. */
  issuer: string;
}

/** What a JWT says; its signature, and with it its worth, is not checked: it is only shown. */
function claimsOf(token: string): Claims {
  const claims = payloadOf(token);
  const read = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined);
  return {
    sub: read('sub'),
    aud: read('aud') ?? 'sts.amazonaws.com',
    issuer: (read('iss') ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, ''),
  };
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
