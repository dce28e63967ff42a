/** What the SDK's clients make of a refusal by a server whose clock is another, over sockets. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { GetParametersCommand } from '@aws-sdk/client-ssm';
import { DecodeAuthorizationMessageCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { ec2Client, kmsClient, ssmClient, stsClient } from '../../src/aws/clients.ts';
import { skewText } from '../../src/aws/clock-skew.ts';
import { closeConnections } from '../../src/aws/http-agents.ts';
import { PatientClient, type PatientClientOptions } from '../../src/aws/patient-client.ts';

const ec2Refusal =
  '<Response><Errors><Error><Code>AuthFailure</Code><Message>No</Message></Error></Errors><RequestID>1</RequestID></Response>';
const stsRefusal =
  '<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></Error><RequestId>1</RequestId></ErrorResponse>';
const jsonRefusal = JSON.stringify({ __type: 'InvalidSignatureException', message: 'Signature expired' });

let server: Server;
let body: string;
let dates: string[];
beforeEach(async () => {
  dates = [];
  server = createServer((request, response) => {
    request.resume();
    dates.push(String(request.headers['x-amz-date']));
    const date = new Date(Date.now() + 600_000).toUTCString();
    const type = body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.1';
    response.writeHead(body === ec2Refusal ? 401 : 403, { date, 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  closeConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a clock that is ten minutes behind', () => {
  const options = () => ({
    region: 'eu-west-1',
    environment: {},
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });

  test.each([
    {
      service: 'EC2',
      refusal: ec2Refusal,
      client: async () => ec2Client(options()),
      command: new DescribeRegionsCommand({}),
    },
    {
      service: 'STS',
      refusal: stsRefusal,
      client: () => stsClient(options()),
      command: new DecodeAuthorizationMessageCommand({ EncodedMessage: 'x' }),
    },
    {
      service: 'KMS',
      refusal: jsonRefusal,
      client: () => kmsClient(options()),
      command: new DescribeKeyCommand({ KeyId: 'x' }),
    },
    {
      service: 'Systems Manager',
      refusal: jsonRefusal,
      client: () => ssmClient(options()),
      command: new GetParametersCommand({ Names: ['x'] }),
    },
  ])('is corrected for $service, by one more request', async ({ refusal, client, command }) => {
    body = refusal;
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const before = process.env['AWS_ENDPOINT_URL'];
    process.env['AWS_ENDPOINT_URL'] = endpoint;
    try {
      const told: string[] = [];
      const sdk = (await client()) as PatientClientOptions['client'];
      const patient = new PatientClient({
        client: sdk,
        clock: new VirtualClock(),
        random: () => 0,
        onTrouble: (message) => told.push(message),
      });
      const { signal } = new AbortController();
      await expect(patient.send(command as never, { signal })).rejects.toMatchObject({
        name: 'ClockSkewError',
        message: expect.stringContaining('about 10 min behind that of AWS'),
      });
      expect(dates).toHaveLength(2);
      expect(told).toHaveLength(1);
      const minutes = dates.map((date) => Number(date.slice(9, 11)) * 60 + Number(date.slice(11, 13)));
      expect(((minutes[1] ?? 0) - (minutes[0] ?? 0) + 1440) % 1440).toBeGreaterThanOrEqual(9);
    } finally {
      if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
      else process.env['AWS_ENDPOINT_URL'] = before;
    }
  });
});

test.each([
  [600_000, 'about 10 min ahead of that of AWS'],
  [-3_599_000, 'about 1 h behind that of AWS'],
])('a skew of %d ms is %s', (skew, words) => {
  expect(skewText(skew)).toBe(words);
});
