import { DescribeSnapshotsCommand, EC2Client, paginateDescribeImages } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { seedLargeAccount } from '../../simulator/large-account.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';

describe('A large account', () => {
  it('spreads its images over families, Regions and time', () => {
    const simulator = new Simulator({ clock: new VirtualClock() });
    const images = seedLargeAccount(simulator);
    expect(images).toHaveLength(5000);
    expect(new Set(images.map(({ family }) => family)).size).toBe(40);
    const countOf = (region: string) => simulator.world(region).images.size;
    const counts = ['eu-west-1', 'us-east-1', 'eu-central-1'].map(countOf);
    expect(counts.reduce((sum, count) => sum + count)).toBe(5000);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(40);
    const ages = images
      .filter(({ family, region }) => family === 'family-1' && region === 'us-east-1')
      .map(({ image }) => Math.round((simulator.clock.now() - image.createdAt) / 86_400_000));
    expect(ages.slice(-3)).toEqual([7, 4, 1]);
  });

  it('uses some of them, each kind of resource about as often', () => {
    const simulator = new Simulator({ clock: new VirtualClock() });
    const used = seedLargeAccount(simulator, { images: 600, useEvery: 10, regions: ['eu-west-1'] })
      .map(({ usedBy }) => usedBy)
      .filter((use) => use !== undefined);
    expect(used).toHaveLength(60);
    const world = simulator.world();
    expect(
      [world.instances, world.launchTemplates, world.launchConfigurations].map(({ size }) => size),
    ).toEqual([20, 10, 10]);
    expect([world.parameters.size, world.imageRecipes.size]).toEqual([10, 10]);
  });

  it('is read page by page, with the tags of its images and snapshots', async () => {
    const clock = new VirtualClock();
    const simulator = new Simulator({ clock });
    seedLargeAccount(simulator, { images: 2500, regions: ['eu-west-1'] });
    const ec2 = new EC2Client(inProcess(simulator));
    const pages: number[] = [];
    await clock.run(async () => {
      const Filters = [{ Name: 'tag-key', Values: ['bake-ami:key'] }];
      for await (const page of paginateDescribeImages({ client: ec2 }, { Owners: ['self'], Filters })) {
        pages.push(page.Images?.length ?? 0);
      }
    });
    expect(pages).toEqual([1000, 1000, 500]);
    const Filters = [{ Name: 'tag:bake-ami:family', Values: ['family-7'] }];
    const { Snapshots } = await clock.run(ec2.send(new DescribeSnapshotsCommand({ Filters })));
    expect(Snapshots).toHaveLength(63);
  });
});
