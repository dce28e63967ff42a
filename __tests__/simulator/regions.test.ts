import {
  CopyImageCommand,
  DescribeImagesCommand,
  DescribeRegionsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RegionConditions } from '../../simulator/regions.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { refusalOf, stage } from './stage.ts';

const openServers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of openServers.splice(0)) await server.close();
});

function regionStage(regions: RegionConditions) {
  const { clock, simulator, ec2 } = stage({ regions });
  const statusOf = async (region: string) => {
    const command = new DescribeRegionsCommand({ AllRegions: true, RegionNames: [region] });
    return (await clock.run(ec2.send(command))).Regions?.[0]?.OptInStatus;
  };
  return { clock, simulator, ec2, statusOf };
}

/** What each service says to a call in that Region. */
async function answersIn(region: string, { clock, simulator }: ReturnType<typeof regionStage>) {
  const config = inProcess(simulator, { region });
  const asked: [string, () => Promise<unknown>][] = [
    ['ec2', () => new EC2Client(config).send(new DescribeImagesCommand({ Owners: ['self'] }))],
    ['sts', () => new STSClient(config).send(new GetCallerIdentityCommand({}))],
    ['kms', () => new KMSClient(config).send(new DescribeKeyCommand({ KeyId: 'alias/aws/ebs' }))],
    ['ssm', () => new SSMClient(config).send(new GetParameterCommand({ Name: 'x' }))],
  ];
  const answers = asked.map(async ([service, call]) => {
    const { code, status } = await refusalOf(clock.run(call())).catch(() => ({ code: 'ok', status: 200 }));
    return [service, `${code} ${status}`] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

const refused = {
  ec2: 'AuthFailure 401',
  sts: 'InvalidClientTokenId 403',
  kms: 'UnrecognizedClientException 400',
  ssm: 'UnrecognizedClientException 400',
};

describe('A Region', () => {
  it.each<[string, string, RegionConditions, string, object]>([
    ['that is there for everybody', 'us-west-2', {}, 'opt-in-not-required', { ec2: 'ok 200', sts: 'ok 200' }],
    ['that must be opted into', 'af-south-1', {}, 'not-opted-in', refused],
    [
      'that was opted into',
      'af-south-1',
      { 'af-south-1': 'enabled' },
      'opted-in',
      { ec2: 'ok 200', sts: 'ok 200', kms: 'ok 200', ssm: 'ParameterNotFound 400' },
    ],
    [
      'that the credentials do not reach',
      'af-south-1',
      { 'af-south-1': 'refuses-credentials' },
      'opted-in',
      refused,
    ],
    ['that is closed', 'us-west-2', { 'us-west-2': 'not-opted-in' }, 'not-opted-in', refused],
  ])('%s', async (_what, region, regions, status, answers) => {
    const parts = regionStage(regions);
    expect(await parts.statusOf(region)).toBe(status);
    expect(await answersIn(region, parts)).toMatchObject(answers);
  });

  it('is listed without AllRegions when it may be used', async () => {
    const { clock, ec2 } = regionStage({ 'af-south-1': 'silent', 'us-west-2': 'not-opted-in' });
    const { Regions = [] } = await clock.run(ec2.send(new DescribeRegionsCommand({})));
    const names = Regions.map(({ RegionName }) => RegionName);
    expect(names).toContain('af-south-1');
    expect(names).not.toContain('us-west-2');
  });

  it('refuses connections when it cannot be reached, whatever the service', async () => {
    const { clock, simulator } = regionStage({ 'us-west-2': 'unreachable' });
    const config = inProcess(simulator, { region: 'us-west-2' });
    for (const call of [
      () => new EC2Client(config).send(new DescribeImagesCommand({})),
      () => new SSMClient(config).send(new GetParameterCommand({ Name: 'x' })),
    ]) {
      await expect(clock.run(call())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
    expect(simulator.calls.last('DescribeImages')?.outcome).toEqual({
      status: undefined,
      code: undefined,
      fault: 'refused',
      done: false,
    });
  });

  it('never answers when it is silent, and only there', async () => {
    const { clock, simulator, ec2 } = regionStage({ 'us-west-2': 'silent' });
    const controller = new AbortController();
    clock.sleep(60_000).then(() => controller.abort(new Error('deadline')));
    const start = clock.now();
    const silent = new EC2Client(inProcess(simulator, { region: 'us-west-2' }));
    const work = silent.send(new DescribeImagesCommand({}), { abortSignal: controller.signal });
    await expect(clock.run(work)).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.now() - start).toBe(60_000);
    await clock.run(ec2.send(new DescribeImagesCommand({})));
  });

  it('may change while the simulator runs', async () => {
    const parts = regionStage({ 'us-west-2': 'unreachable' });
    parts.simulator.settings.regions = {};
    expect(await answersIn('us-west-2', parts)).toMatchObject({ ec2: 'ok 200' });
  });

  it('is no source of copies unless it may be used', async () => {
    const { clock, simulator, ec2 } = regionStage({ 'af-south-1': 'enabled' });
    const copy = (SourceRegion: string) =>
      clock.run(
        ec2.send(
          new CopyImageCommand({
            SourceImageId: simulator.seedImage({ region: SourceRegion }).id,
            SourceRegion,
            Name: 'copy-1',
          }),
        ),
      );
    expect((await copy('af-south-1')).ImageId).toMatch(/^ami-/);
    expect((await refusalOf(copy('eu-south-1'))).message).toBe("Invalid source region 'eu-south-1'");
  });

  it.each([
    ['silent', /AbortError|ECONNRESET/],
    ['unreachable', /ECONNRESET/],
  ] as const)('is %s over HTTP too', async (condition, message) => {
    const simulator = new Simulator({ regions: { 'us-west-2': condition } });
    const server = await serve(simulator);
    openServers.push(server);
    const ec2 = new EC2Client({
      endpoint: server.url,
      region: 'us-west-2',
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    const work = ec2.send(new DescribeImagesCommand({}), { abortSignal: AbortSignal.timeout(100) });
    const error: Error = await work.then(
      () => new Error('It answered.'),
      (caught) => caught,
    );
    expect(`${error.name} ${error.message}`).toMatch(message);
  });
});
