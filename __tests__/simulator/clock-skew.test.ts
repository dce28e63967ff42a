import { DescribeImagesCommand, DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { ask, refusalOf, stage } from './stage.ts';

const openServers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of openServers.splice(0)) await server.close();
});

/** Clients of both transports whose clock is so far behind AWS's. */
async function skewedStage(transport: string, clockOffsetSeconds: number, maxAttempts = 1) {
  const simulator = new Simulator({ clockOffsetSeconds });
  if (transport === 'in process') return { simulator, config: { ...inProcess(simulator), maxAttempts } };
  const server = await serve(simulator);
  openServers.push(server);
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };
  const config = { endpoint: server.url, region: 'eu-west-1', credentials, maxAttempts };
  return { simulator, config };
}

describe.each(['in process', 'over HTTP'])('A clock that is off, %s,', (transport) => {
  it.each([
    [600, 'AuthFailure', 401],
    [-600, 'AuthFailure', 401],
    [3600, 'RequestExpired', 400],
    [-3600, 'RequestExpired', 400],
  ])('by %i seconds: EC2 says %s', async (offset, code, status) => {
    const { config } = await skewedStage(transport, offset);
    expect(await refusalOf(new EC2Client(config).send(new DescribeRegionsCommand({})))).toMatchObject({
      code,
      status,
    });
  });

  it.each([290, -290])('by %i seconds does not matter', async (offset) => {
    const { config } = await skewedStage(transport, offset);
    await new EC2Client(config).send(new DescribeRegionsCommand({}));
  });

  it.each([
    [600, /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/],
    [
      -600,
      /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$/,
    ],
  ])('by %i seconds: the other services explain it', async (offset, message) => {
    const { config } = await skewedStage(transport, offset);
    expect(await refusalOf(new STSClient(config).send(new GetCallerIdentityCommand({})))).toEqual({
      code: 'SignatureDoesNotMatch',
      message: expect.stringMatching(message),
      status: 403,
    });
    expect(
      await refusalOf(new KMSClient(config).send(new DescribeKeyCommand({ KeyId: 'alias/aws/ebs' }))),
    ).toEqual({ code: 'InvalidSignatureException', message: expect.stringMatching(message), status: 400 });
  });

  it('is corrected by the SDK from the Date of the refusal', async () => {
    const { simulator, config } = await skewedStage(transport, 600);
    const ec2 = new EC2Client(config);
    const list = () => ec2.send(new DescribeImagesCommand({ Owners: ['self'] }));
    await expect(list()).rejects.toMatchObject({ $metadata: { clockSkewCorrected: true } });
    await list();
    expect(simulator.calls.all.map(({ outcome }) => outcome.code)).toEqual(['AuthFailure', undefined]);
  });

  it('is no matter to an SDK client with several attempts', async () => {
    const { simulator, config } = await skewedStage(transport, -600, 2);
    await new EC2Client(config).send(new DescribeImagesCommand({ Owners: ['self'] }));
    expect(simulator.calls.of('DescribeImages')).toHaveLength(2);
  });
});

describe('The time of a signature', () => {
  it('is not looked at unless it is asked for, so that time may be virtual', async () => {
    const { clock, ec2 } = stage();
    await clock.advance(86_400);
    await clock.run(ec2.send(new DescribeRegionsCommand({})));
  });

  it('is no matter where none is given', () => {
    const { simulator } = stage({ clockOffsetSeconds: 0 });
    const { status, headers } = ask(simulator, { Action: 'DescribeRegions' });
    expect(status).toBe(200);
    expect(headers['date']).toMatch(/GMT$/);
  });
});
