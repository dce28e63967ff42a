import {
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  EC2Client,
  paginateDescribeInstances,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

const day = 86_400;

function launchStage() {
  const parts = stage({ accounts: { AKIAOTHER: '999999999999' } });
  const { clock, simulator, ec2 } = parts;
  const other = new EC2Client(inProcess(simulator, { accessKeyId: 'AKIAOTHER' }));
  return {
    ...parts,
    other,
    /** What DescribeImages and DescribeImageAttribute show, which must be the same. */
    async lastLaunched(ImageId: string) {
      const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
      const { LastLaunchedTime } = await clock.run(
        ec2.send(new DescribeImageAttributeCommand({ ImageId, Attribute: 'lastLaunchedTime' })),
      );
      expect(LastLaunchedTime?.Value).toBe(Images[0]?.LastLaunchedTime);
      return Images[0]?.LastLaunchedTime;
    },
  };
}

describe('The last launch of an image', () => {
  it('is reported a day later', async () => {
    const { clock, simulator, lastLaunched } = launchStage();
    const { id } = simulator.seedImage();
    expect(await lastLaunched(id)).toBeUndefined();
    const instance = simulator.seedInstance({ imageId: id, launchedSecondsAgo: 0 });
    await clock.advance(day - 1);
    expect(await lastLaunched(id)).toBeUndefined();
    await clock.advance(1);
    const launched = `${new Date(instance.launchedAt).toISOString().slice(0, 19)}Z`;
    expect(await lastLaunched(id)).toBe(launched);
    simulator.seedInstance({ imageId: id, launchedSecondsAgo: 60 });
    expect(await lastLaunched(id)).toBe(launched);
    simulator.settings.launchReportSeconds = 0;
    expect(await lastLaunched(id)).not.toBe(launched);
  });

  it('may be one by RunInstances', async () => {
    const { clock, simulator, ec2, lastLaunched } = launchStage();
    const { id: ImageId } = simulator.seedImage();
    const { Instances = [] } = await clock.run(
      ec2.send(new RunInstancesCommand({ ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 })),
    );
    await clock.advance(day);
    expect(await lastLaunched(ImageId)).toBe(Instances[0]?.LaunchTime?.toISOString().replace(/\.\d+Z$/, 'Z'));
  });

  it('may be seeded without an instance', async () => {
    const { clock, simulator, lastLaunched } = launchStage();
    const { id } = simulator.seedImage({ launchedSecondsAgo: 10 * day });
    const launched = new Date(clock.now() - 10 * day * 1000).toISOString();
    expect(await lastLaunched(id)).toBe(`${launched.slice(0, 19)}Z`);
  });

  it('is shown only to the owner', async () => {
    const { clock, simulator, other } = launchStage();
    const { id } = simulator.seedImage({ launchedSecondsAgo: 10 * day, sharedWith: ['999999999999'] });
    const { Images } = await clock.run(other.send(new DescribeImagesCommand({ ImageIds: [id] })));
    expect(Images?.[0]).toMatchObject({ ImageId: id });
    expect(Images?.[0]?.LastLaunchedTime).toBeUndefined();
    const command = new DescribeImageAttributeCommand({ ImageId: id, Attribute: 'lastLaunchedTime' });
    expect(await clock.run(refusalOf(other.send(command)))).toMatchObject({ code: 'AuthFailure' });
  });
});

describe('Instances of an image', () => {
  it('are found by image and state, page by page', async () => {
    const { clock, simulator, ec2 } = launchStage();
    const { id } = simulator.seedImage();
    for (const state of [
      'running',
      'stopped',
      'terminated',
      'shutting-down',
      'stopping',
      'pending',
    ] as const) {
      simulator.seedInstance({ imageId: id, state });
      simulator.seedInstance({ state });
    }
    const states = async (...values: string[]) => {
      const Filters = [
        { Name: 'image-id', Values: [id] },
        ...(values.length > 0 ? [{ Name: 'instance-state-name', Values: values }] : []),
      ];
      const { Reservations = [] } = await clock.run(ec2.send(new DescribeInstancesCommand({ Filters })));
      return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ State }) => State?.Name));
    };
    expect(await states('stopped', 'terminated')).toEqual(['stopped', 'terminated']);
    expect(await states()).toHaveLength(6);
    const pages: number[] = [];
    await clock.run(async () => {
      const request = { Filters: [{ Name: 'image-id', Values: [id, 'ami-0123456789abcdef0'] }] };
      for await (const page of paginateDescribeInstances({ client: ec2, pageSize: 5 }, request)) {
        pages.push(page.Reservations?.length ?? 0);
      }
    });
    expect(pages).toEqual([5, 1]);
  });
});
