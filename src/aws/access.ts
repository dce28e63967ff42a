/** The way into AWS: one set of credentials, and the clients that use it. Those that few bakes need are loaded late. */
import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock } from '../clock.ts';
import { type ClientOptions, ec2Client, kmsClient, stsClient } from './clients.ts';
import { assumedRole, credentialsExpireAt, type RoleOptions } from './credentials.ts';
import { type KeyManagers, kmsKeyManagers } from './kms.ts';
import { type Ec2, PatientClient } from './patient-client.ts';

export interface AccessOptions extends ClientOptions {
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  /** A role to assume and to renew; without it, the credentials are those of `ClientOptions`. */
  role?: Omit<RoleOptions, 'sts' | 'clock' | 'random'> | undefined;
}

export interface Access {
  ec2: Ec2;
  keyManagers: KeyManagers;
  sts: () => Promise<STSClient>;
  /** When the credentials end; undefined when they do not, are renewed, or nobody knows. */
  credentialsExpireAt: () => Promise<Date | undefined>;
}

export function awsAccess({ clock, random, role, ...given }: AccessOptions): Access {
  const options = role === undefined ? given : { ...given, credentials: assumed(role) };
  const ec2 = ec2Client(options);
  return {
    ec2: new PatientClient({ client: ec2, clock, random }),
    keyManagers: kmsKeyManagers(async () => {
      const [client, { DescribeKeyCommand }] = await Promise.all([
        kmsClient(options),
        import('@aws-sdk/client-kms'),
      ]);
      return { client: new PatientClient({ client, clock, random }), DescribeKeyCommand };
    }),
    sts: () => stsClient(options),
    credentialsExpireAt: () => credentialsExpireAt(ec2),
  };

  /** STS is asked without credentials: the OIDC token stands for them. */
  function assumed(wanted: NonNullable<AccessOptions['role']>) {
    let client: Promise<STSClient> | undefined;
    const sts = () => {
      client ??= stsClient(given);
      return client;
    };
    return assumedRole({ ...wanted, clock, random, sts });
  }
}
