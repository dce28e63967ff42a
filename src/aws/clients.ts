/** Makes the SDK's clients, with the environment that the runner gives: Region, endpoint, proxy, CAs, user agent. */
import { version } from '../base/version.ts';
import { trustedCertificates } from './ca-bundle.ts';
import { httpAgents } from './http-agents.ts';
import type { AutoScalingClient } from './sdk/auto-scaling.ts';
import { EC2Client, type EC2ClientConfig } from './sdk/ec2.ts';
import type { KMSClient } from './sdk/kms.ts';
import type { SSMClient } from './sdk/ssm.ts';
import type { STSClient } from './sdk/sts.ts';
import { refuseHollowAnswers, refusePartialAnswers } from './whole-answer.ts';

export interface ClientOptions {
  region: string;
  environment: NodeJS.ProcessEnv;
  /** In place of the SDK's default chain. */
  credentials?: NonNullable<EC2ClientConfig['credentials']>;
  /** In place of HTTP: the simulator in the same process. */
  requestHandler?: NonNullable<EC2ClientConfig['requestHandler']>;
}

/**
 * Credentials, unless given, and endpoint come from the SDK's default chains.
 * @throws BakeError when AWS_CA_BUNDLE names no file of certificates
 */
export function ec2Client(options: ClientOptions): EC2Client {
  return refusePartialAnswers(withoutLog(new EC2Client(configurationOf(options))));
}

/** Loaded when it is first asked for, as the clients below: most runs do without them. */
export async function stsClient(options: ClientOptions): Promise<STSClient> {
  const sts = await import('./sdk/sts.ts');
  return refusePartialAnswers(withoutLog(new sts.STSClient(configurationOf(options))));
}

export async function autoScalingClient(options: ClientOptions): Promise<AutoScalingClient> {
  const autoScaling = await import('./sdk/auto-scaling.ts');
  return refusePartialAnswers(withoutLog(new autoScaling.AutoScalingClient(configurationOf(options))));
}

/** It speaks JSON, which the SDK reads strictly. */
export async function kmsClient(options: ClientOptions): Promise<KMSClient> {
  const kms = await import('./sdk/kms.ts');
  return withoutLog(new kms.KMSClient(configurationOf(options)));
}

export async function ssmClient(options: ClientOptions): Promise<SSMClient> {
  const ssm = await import('./sdk/ssm.ts');
  return refuseHollowAnswers(withoutLog(new ssm.SSMClient(configurationOf(options))));
}

/** The SDK's own log walks each whole answer, which takes as long as reading it, before it asks whether anybody listens. */
function withoutLog<Client extends { middlewareStack: { remove(name: string): boolean } }>(
  client: Client,
): Client {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

function configurationOf({ region, environment, credentials, requestHandler }: ClientOptions) {
  return {
    region,
    // aws/patient-client.ts does the retrying.
    maxAttempts: 1,
    ...(credentials === undefined ? {} : { credentials }),
    customUserAgent: [['bake-ami', version]] as [string, string][],
    requestHandler: requestHandler ?? httpOptions(environment),
  };
}

/** The SDK by itself knows neither HTTPS_PROXY and NO_PROXY nor AWS_CA_BUNDLE, and waits for a connection for ever. */
function httpOptions(environment: NodeJS.ProcessEnv) {
  return httpAgents(environment, trustedCertificates(environment));
}
