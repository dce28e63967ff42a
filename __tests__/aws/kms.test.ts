/** Who manages a key, asked of the simulated KMS. */
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { expect, test } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { kmsClient } from '../../src/aws/clients.ts';
import { kmsKeyManagers } from '../../src/aws/kms.ts';
import { PatientClient } from '../../src/aws/patient-client.ts';

test('the client is made for the first key, and serves the others', async () => {
  const clock = new VirtualClock();
  const simulator = new Simulator({ clock });
  const keys = [simulator.seedKey({}), simulator.seedKey({})];
  let loads = 0;
  const { managerOf } = kmsKeyManagers(async () => {
    loads += 1;
    const client = await kmsClient({
      region: 'eu-west-1',
      environment: {},
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      requestHandler: new InProcessHandler(simulator),
    });
    return { client: new PatientClient({ client, clock, random: () => 0.5 }), DescribeKeyCommand };
  });
  expect(loads).toBe(0);
  const { signal } = new AbortController();
  const managers = await clock.run(Promise.all(keys.map(({ arn }) => managerOf(arn, signal))));
  expect(managers).toEqual(['CUSTOMER', 'CUSTOMER']);
  expect(loads).toBe(1);
});
