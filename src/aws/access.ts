/** The way into AWS: one set of credentials, and the clients that use it. Those that few runs need are loaded late. */
import type { Clock } from '../base/clock.ts';
import {
  autoScalingClient,
  type ClientOptions,
  ec2Client,
  kmsClient,
  ssmClient,
  stsClient,
} from './clients.ts';
import { assumedRole, credentialsExpireAt, type RoleOptions } from './credentials.ts';
import { credentialsIn } from './environment-credentials.ts';
import { noContact, PatientClient, type SdkClient } from './patient-client.ts';
import type { STSClient } from './sdk/sts.ts';

export interface AccessOptions extends ClientOptions {
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  /** Told of each call that takes long because AWS refuses it for the moment. */
  onTrouble?: (message: string) => void;
  /** A role to assume and to renew; without it, the credentials are those of `ClientOptions`. */
  role?: Omit<RoleOptions, 'sts' | 'clock' | 'random'> | undefined;
}

/** A client for each service and Region, made when it is first asked for. */
export interface Aws {
  autoScaling(region: string): PatientClient;
  ec2(region: string): PatientClient;
  kms(region: string): PatientClient;
  ssm(region: string): PatientClient;
  /** Of the home Region. */
  sts(): PatientClient;
  /** When the credentials end; undefined when they do not, are renewed, or nobody knows. */
  credentialsExpireAt(): Promise<Date | undefined>;
  /**
   * The same with less patience, see `PatientClient.until`.
   * @param deadline milliseconds since the epoch
   */
  until(deadline: number): Aws;
}

const makers = {
  autoScaling: autoScalingClient,
  ec2: async (options: ClientOptions) => ec2Client(options),
  kms: kmsClient,
  ssm: ssmClient,
  sts: stsClient,
};

type Service = keyof typeof makers;

export function awsAccess({ clock, random, onTrouble, role, ...given }: AccessOptions): Aws {
  const options =
    role === undefined
      ? { ...credentialsIn(given.environment), ...given }
      : { ...given, credentials: assumed(role) };
  const contact = noContact();
  const home = ec2Client(options);
  const clients = new Map<string, Promise<SdkClient>>([[`ec2 ${given.region}`, Promise.resolve(home)]]);

  function sdkClient(service: Service, region: string): Promise<SdkClient> {
    const name = `${service} ${region}`;
    const client = clients.get(name) ?? makers[service]({ ...options, region });
    clients.set(name, client);
    return client;
  }

  /** The SDK's client is loaded by the first command. */
  function patientClient(service: Service, region: string, deadline: number | undefined): PatientClient {
    const client: SdkClient = {
      send: async (command, how) => (await sdkClient(service, region)).send(command, how),
    };
    return new PatientClient({
      client,
      name: `${service} ${region}`,
      contact,
      clock,
      random,
      onTrouble,
      ...(deadline === undefined ? {} : { deadline }),
    });
  }

  function withDeadline(deadline?: number): Aws {
    return {
      autoScaling: (region) => patientClient('autoScaling', region, deadline),
      ec2: (region) => patientClient('ec2', region, deadline),
      kms: (region) => patientClient('kms', region, deadline),
      ssm: (region) => patientClient('ssm', region, deadline),
      sts: () => patientClient('sts', given.region, deadline),
      credentialsExpireAt: async () => credentialsExpireAt(home),
      until: withDeadline,
    };
  }

  /** STS is asked without credentials: the OIDC token stands for them. */
  function assumed(wanted: NonNullable<AccessOptions['role']>) {
    let client: Promise<STSClient> | undefined;
    const sts = () => {
      client ??= stsClient(given);
      return client;
    };
    return assumedRole({ ...wanted, clock, random, sts });
  }

  return withDeadline();
}
