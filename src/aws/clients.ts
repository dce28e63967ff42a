/** Makes the SDK's clients, with the environment that the runner gives: Region, endpoint, proxy, user agent. */
import http from 'node:http';
import https from 'node:https';
import { EC2Client, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import { version } from '../version.ts';
import { refusePartialAnswers } from './whole-answer.ts';

export interface ClientOptions {
  region: string;
  environment: NodeJS.ProcessEnv;
  /** In place of the SDK's default chain. */
  credentials?: NonNullable<EC2ClientConfig['credentials']>;
  /** In place of HTTP: the simulator in the same process. */
  requestHandler?: NonNullable<EC2ClientConfig['requestHandler']>;
}

const connectionMilliseconds = 5_000;

/** Credentials, unless given, and endpoint come from the SDK's default chains. */
export function ec2Client(options: ClientOptions): EC2Client {
  const client = new EC2Client({
    region: options.region,
    // aws/ec2.ts does the retrying.
    maxAttempts: 1,
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    customUserAgent: [['bake-ami', version]],
    requestHandler: options.requestHandler ?? httpOptions(options.environment),
  });
  refusePartialAnswers(client);
  return client;
}

/** The SDK ignores HTTPS_PROXY and NO_PROXY; Node's agents know them from 24.5 on and ignore `proxyEnv` before. */
function httpOptions(environment: NodeJS.ProcessEnv) {
  const agent = { keepAlive: true, proxyEnv: environment };
  return {
    connectionTimeout: connectionMilliseconds,
    httpAgent: new http.Agent(agent),
    httpsAgent: new https.Agent(agent),
  };
}
