/** The role that the action assumes itself, by the OIDC token that GitHub gives this job. */
import { setSecret } from '@actions/core';
import type { AccessOptions } from '../aws/access.ts';
import { sessionName } from '../aws/credentials.ts';
import type { Log } from '../base/log.ts';
import { gitHubIdToken } from './oidc.ts';

/** @param roleArn undefined when the workflow provides the credentials */
export function roleOf(
  roleArn: string | undefined,
  environment: NodeJS.ProcessEnv,
  log: Log,
): AccessOptions['role'] {
  if (roleArn === undefined) return undefined;
  return {
    roleArn,
    sessionName: sessionName(environment['GITHUB_RUN_ID'] ?? '', environment['GITHUB_RUN_ATTEMPT'] ?? ''),
    idToken: gitHubIdToken(environment),
    onTrouble: (message) => log.info(message),
    onSecret: setSecret,
  };
}
