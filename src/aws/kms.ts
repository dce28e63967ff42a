/** Who manages a KMS key: AWS (as `aws/ebs`), or the customer. */
import type { PatientClient } from './patient-client.ts';
import type { DescribeKeyCommand } from './sdk/kms.ts';

export interface KeyManagers {
  /**
   * @param keyArn as EC2 tells it of a volume
   * @throws the SDK's error
   */
  managerOf(keyArn: string, signal: AbortSignal): Promise<'AWS' | 'CUSTOMER'>;
}

export interface Kms {
  client: PatientClient;
  DescribeKeyCommand: typeof DescribeKeyCommand;
}

/** It is asked before a bake, which goes on without an answer. */
const patience = { patienceSeconds: 3, attemptSeconds: 3 };

/** @param load called for the first key: most bakes have none to ask for, and the SDK's client takes time to load */
export function kmsKeyManagers(load: () => Promise<Kms>): KeyManagers {
  let loaded: Promise<Kms> | undefined;
  return {
    async managerOf(KeyId, signal) {
      loaded ??= load();
      const { client, DescribeKeyCommand } = await loaded;
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }), {
        signal,
        ...patience,
      });
      return KeyMetadata?.KeyManager === 'AWS' ? 'AWS' : 'CUSTOMER';
    },
  };
}
