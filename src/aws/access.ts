/** The way into AWS: one set of credentials, and the clients that use it. Those that few bakes need are loaded late. */
import type { Clock } from '../base/clock.ts';
import { type ClientOptions, ec2Client, kmsClient, ssmClient, stsClient } from './clients.ts';
import { assumedRole, credentialsExpireAt, type RoleOptions } from './credentials.ts';
import { credentialsIn } from './environment-credentials.ts';
import { type KeyManagers, kmsKeyManagers } from './kms.ts';
import { type Ec2, noContact, PatientClient } from './patient-client.ts';
import type { STSClient } from './sdk/sts.ts';
import { type Ssm, ssmByRegion } from './ssm.ts';

export interface AccessOptions extends ClientOptions {
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  /** Told of each call that takes long because AWS refuses it for the moment. */
  onTrouble?: (message: string) => void;
  /** A role to assume and to renew; without it, the credentials are those of `ClientOptions`. */
  role?: Omit<RoleOptions, 'sts' | 'clock' | 'random'> | undefined;
}

export interface Access {
  /** Of the Region of the bake. */
  ec2: Ec2;
  /** Of any Region, the bake's own included. */
  ec2In: (region: string) => Ec2;
  keyManagers: KeyManagers;
  ssmIn: (region: string) => Ssm;
  sts: () => Promise<STSClient>;
  /** When the credentials end; undefined when they do not, are renewed, or nobody knows. */
  credentialsExpireAt: () => Promise<Date | undefined>;
}

export function awsAccess({ clock, random, onTrouble, role, ...given }: AccessOptions): Access {
  const patience = { clock, random, onTrouble, contact: noContact() };
  const options =
    role === undefined
      ? { ...credentialsIn(given.environment), ...given }
      : { ...given, credentials: assumed(role) };
  const home = ec2Client(options);
  const clients = new Map([
    [given.region, new PatientClient({ client: home, name: given.region, ...patience })],
  ]);
  const ec2In = (region: string): Ec2 => {
    const known = clients.get(region);
    if (known !== undefined) return known;
    const made = new PatientClient({ client: ec2Client({ ...options, region }), name: region, ...patience });
    clients.set(region, made);
    return made;
  };
  return {
    ec2: ec2In(given.region),
    ec2In,
    keyManagers: kmsKeyManagers(async () => {
      const [client, { DescribeKeyCommand }] = await Promise.all([
        kmsClient(options),
        import('./sdk/kms.ts'),
      ]);
      return { client: new PatientClient({ client, name: 'kms', ...patience }), DescribeKeyCommand };
    }),
    ssmIn: ssmByRegion(async (region) => {
      const [client, { GetParametersCommand, PutParameterCommand }] = await Promise.all([
        ssmClient({ ...options, region }),
        import('./sdk/ssm.ts'),
      ]);
      return {
        client: new PatientClient({ client, name: `ssm ${region}`, ...patience }),
        GetParametersCommand,
        PutParameterCommand,
      };
    }),
    sts: () => stsClient(options),
    credentialsExpireAt: () => credentialsExpireAt(home),
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
