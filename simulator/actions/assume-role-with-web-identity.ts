import { claimsOf, issuer } from '../model/id-token.ts';
import * as errors from '../model/sts-errors.ts';
import { action } from './action.ts';
import { text, unsimulated, whole } from './parameters.ts';

/**
 * STS API reference, AssumeRoleWithWebIdentity. "Calling AssumeRoleWithWebIdentity does not require the use of AWS
 * security credentials." The caller's account has an identity provider for GitHub; any of its roles trusts every job,
 * until `sts:AssumeRoleWithWebIdentity` is denied.
 */
export const assumeRoleWithWebIdentity = action({
  name: 'AssumeRoleWithWebIdentity',
  service: 'sts',
  mutating: false,
  unsigned: true,
  parameters: {
    RoleArn: text,
    RoleSessionName: text,
    WebIdentityToken: text,
    DurationSeconds: whole,
    ProviderId: unsimulated,
    Policy: unsimulated,
    PolicyArns: unsimulated,
  },
  answer(input, { world, now, accountId, sessions, isPermitted }) {
    const { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds } = checked(input);
    const role = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]{1,64})$/.exec(RoleArn);
    if (!role) throw errors.requestArnInvalid();
    const [, roleAccountId = '', roleName = ''] = role;

    const claims = claimsOf(WebIdentityToken);
    if (!claims) throw errors.notAJwt();
    if (claims.iss !== issuer || roleAccountId !== accountId) throw errors.noIdentityProvider(claims.iss);
    if (claims.aud !== 'sts.amazonaws.com') throw errors.incorrectAudience();
    const seconds = Math.floor(now / 1000);
    if (claims.exp <= seconds) throw errors.webTokenExpired(seconds, claims.exp);
    if (!isPermitted('sts:AssumeRoleWithWebIdentity')) throw errors.notAuthorizedToAssume();

    const lasts = DurationSeconds ?? world.settings.sessionSeconds;
    const session = sessions.open(
      { accountId: roleAccountId, roleName, sessionName: RoleSessionName },
      now + lasts * 1000,
    );
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: new Date(session.expiresAt).toISOString().replace('.000Z', 'Z'),
      },
      SubjectFromWebIdentityToken: claims.sub,
      AssumedRoleUser: {
        AssumedRoleId: `AROASIMULATEDROLE0001:${RoleSessionName}`,
        Arn: `arn:aws:sts::${roleAccountId}:assumed-role/${roleName}/${RoleSessionName}`,
      },
      Provider: `arn:aws:iam::${accountId}:oidc-provider/${issuer.replace('https://', '')}`,
      Audience: claims.aud,
    };
  },
});

interface Input {
  RoleArn: string | undefined;
  RoleSessionName: string | undefined;
  WebIdentityToken: string | undefined;
  DurationSeconds: number | undefined;
}

/** The constraints of the API model. */
function checked({ RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds }: Input) {
  if (RoleArn === undefined) throw errors.validationError('roleArn', RoleArn, 'Member must not be null');
  if (RoleArn.length < 20) {
    throw errors.validationError('roleArn', RoleArn, 'Member must have length greater than or equal to 20');
  }
  if (RoleSessionName === undefined) {
    throw errors.validationError('roleSessionName', RoleSessionName, 'Member must not be null');
  }
  if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) {
    throw errors.validationError(
      'roleSessionName',
      RoleSessionName,
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    );
  }
  if (WebIdentityToken === undefined) {
    throw errors.validationError('webIdentityToken', WebIdentityToken, 'Member must not be null');
  }
  if (DurationSeconds !== undefined && (DurationSeconds < 900 || DurationSeconds > 43_200)) {
    const [bound, limit] = DurationSeconds < 900 ? ['greater', 900] : ['less', 43_200];
    throw errors.validationError(
      'durationSeconds',
      String(DurationSeconds),
      `Member must have value ${bound} than or equal to ${limit}`,
    );
  }
  return { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds };
}
