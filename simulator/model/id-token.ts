/** GitHub's OIDC tokens, as far as STS looks at them. Their signature is not checked. */

export const issuer = 'https://token.actions.githubusercontent.com';

/** "Understanding the OIDC token" in GitHub's documentation. */
export interface Claims {
  iss: string;
  aud: string;
  sub: string;
  /** Seconds since the epoch. */
  iat: number;
  exp: number;
  /** Different in each token. */
  jti: string;
}

export function tokenOf(claims: Claims): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'RS256', kid: 'simulated' })}.${part(claims)}.${part('simulated signature')}`;
}

/** @returns undefined for what is no such token */
export function claimsOf(token: string): Claims | undefined {
  const [, payload, signature] = token.split('.');
  if (!payload || !signature) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    return typeof claims.iss === 'string' && typeof claims.exp === 'number' ? claims : undefined;
  } catch {
    return undefined;
  }
}
