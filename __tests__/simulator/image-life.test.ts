import {
  CreateImageCommand,
  CreateTagsCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { refusalOf, stage } from './stage.ts';

/** An image just created, and what a caller can see of it. */
async function baking(options: SimulatorOptions = {}) {
  const { clock, simulator, instance, ec2 } = stage(options);
  const { ImageId: imageId = '' } = await clock.run(
    ec2.send(
      new CreateImageCommand({
        InstanceId: instance.id,
        Name: 'golden',
        TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'k', Value: 'v' }] }],
      }),
    ),
  );
  const describeImage = async () => {
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] })));
    return Images[0];
  };
  const describeSnapshots = async () => {
    const { Snapshots = [] } = await clock.run(
      ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] })),
    );
    return Snapshots;
  };
  const progress = async () =>
    (await describeSnapshots()).map(({ State, Progress }) => `${State} ${Progress}`);
  return { clock, simulator, ec2, imageId, describeImage, describeSnapshots, progress };
}

describe('The life of an image', () => {
  it('goes from pending to available while its snapshots progress, the larger one more slowly', async () => {
    const { clock, describeImage, progress } = await baking({ image: { seconds: 100 } });
    expect(await progress()).toEqual(['pending 0%', 'pending 0%']);

    await clock.advance(50);
    expect(await progress()).toEqual(['pending 82%', 'pending 52%']);
    expect(await describeImage()).toMatchObject({ State: 'pending' });

    await clock.advance(49.9);
    expect(await progress()).toEqual(['completed 100%', 'completed 100%']);
    expect(await describeImage()).toMatchObject({ State: 'pending' });

    await clock.advance(0.1);
    expect(await describeImage()).toMatchObject({ State: 'available' });
  });

  it.each([
    ['steps', [0, 0, 25, 50, 75]],
    ['jumpy', [0, 0, 38, 99, 99]],
    [(share: number) => share * 200, [0, 42, 84, 99, 99]],
  ] as const)('shows progress as the profile %p has it', async (profile, expected) => {
    const { clock, describeSnapshots } = await baking({
      image: { seconds: 100, progress: profile, pace: 'equal' },
    });
    const seen: number[] = [];
    for (const _ of expected) {
      const [snapshot] = await describeSnapshots();
      seen.push(Number.parseInt(snapshot?.Progress ?? '', 10));
      await clock.advance(20);
    }
    expect(seen).toEqual(expected);
  });

  it('tells the snapshot IDs only after the planned delay', async () => {
    const { clock, describeImage } = await baking({ image: { seconds: 100, snapshotIdsAfterSeconds: 30 } });
    const ids = async () =>
      (await describeImage())?.BlockDeviceMappings?.map(({ Ebs }) => Ebs?.SnapshotId !== undefined);
    expect(await ids()).toEqual([false, false]);
    await clock.advance(30);
    expect(await ids()).toEqual([true, true]);
  });

  it('ends in failure with a reason when that is the plan', async () => {
    const { clock, describeImage, describeSnapshots } = await baking({
      image: {
        seconds: 100,
        failure: {
          atPercent: 40,
          state: 'failed',
          code: 'Client.InternalError',
          message: 'Client error on launch',
        },
      },
    });
    await clock.advance(39);
    expect(await describeImage()).toMatchObject({ State: 'pending' });
    expect((await describeImage())?.StateReason).toBeUndefined();
    await clock.advance(1);
    expect(await describeImage()).toMatchObject({
      State: 'failed',
      StateReason: { Code: 'Client.InternalError', Message: 'Client error on launch' },
    });
    await clock.advance(1000);
    expect(await describeSnapshots()).toMatchObject([
      { State: 'error', StateMessage: 'Client error on launch', Progress: '65%' },
      { State: 'error', Progress: '42%' },
    ]);
  });

  it('may fail without a reason, and let its snapshots complete', async () => {
    const { clock, describeImage, progress } = await baking({
      image: { seconds: 100, failure: { afterSeconds: 1, state: 'error', code: '', snapshots: 'continue' } },
    });
    await clock.advance(100);
    expect(await describeImage()).toMatchObject({ State: 'error' });
    expect((await describeImage())?.StateReason).toBeUndefined();
    expect(await progress()).toEqual(['completed 100%', 'completed 100%']);
  });

  it('never goes back, and is available only when all snapshots are complete', async () => {
    const plan = fc.record({
      seconds: fc.integer({ min: 0, max: 10_000 }),
      progress: fc.constantFrom('linear' as const, 'steps' as const, 'jumpy' as const),
      pace: fc.constantFrom('by-size' as const, 'equal' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        plan,
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 8 }),
        async (image, steps) => {
          const { clock, describeImage, describeSnapshots } = await baking({ image });
          let before = [0, 0];
          for (const step of [0, ...steps, 10_000]) {
            await clock.advance(step);
            const now = (await describeSnapshots()).map(({ Progress }) =>
              Number.parseInt(Progress ?? '', 10),
            );
            expect(now.every((percent, index) => percent >= (before[index] ?? 0))).toBe(true);
            const complete = now.every((percent) => percent === 100);
            const state = (await describeImage())?.State;
            expect(state === 'available' ? complete : state === 'pending').toBe(true);
            before = now;
          }
          expect(await describeImage()).toMatchObject({ State: 'available' });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes the plans for the next images one by one', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    simulator.planNextImage({ seconds: 1 });
    simulator.planNextImage({ seconds: 2 });
    for (const Name of ['one', 'two', 'three']) {
      await clock.run(ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name })));
    }
    const images = [...simulator.world().images.values()];
    expect(images.map(({ createdAt, availableAt }) => availableAt - createdAt)).toEqual([
      1000, 2000, 180_000,
    ]);
  });
});

describe('Eventual consistency', () => {
  it('hides a new image by ID and from lists', async () => {
    const { clock, ec2, imageId, describeImage } = await baking({ consistency: { imageSeconds: 10 } });
    expect(await refusalOf(describeImage())).toEqual({
      code: 'InvalidAMIID.NotFound',
      message: `The image id '[${imageId}]' does not exist`,
      status: 400,
    });
    const list = () => clock.run(ec2.send(new DescribeImagesCommand({ Owners: ['self'] })));
    expect((await list()).Images).toEqual([]);
    await clock.advance(10);
    expect((await list()).Images).toHaveLength(1);
  });

  it('hides new snapshots', async () => {
    const { clock, progress } = await baking({ consistency: { snapshotSeconds: 10 } });
    expect(await progress()).toEqual([]);
    await clock.advance(10);
    expect(await progress()).toHaveLength(2);
  });

  it('hides new tags from what is shown and from filters', async () => {
    const { clock, ec2, describeImage } = await baking({ consistency: { tagSeconds: 10 } });
    const byTag = () =>
      clock.run(ec2.send(new DescribeImagesCommand({ Filters: [{ Name: 'tag:k', Values: ['v'] }] })));
    expect((await describeImage())?.Tags).toBeUndefined();
    expect((await byTag()).Images).toEqual([]);
    await clock.advance(10);
    expect((await byTag()).Images).toHaveLength(1);
  });

  it('lets writes fail that come too early, though the image is already shown', async () => {
    const { clock, ec2, imageId, describeImage } = await baking({ consistency: { writeSeconds: 10 } });
    const tag = () =>
      clock.run(ec2.send(new CreateTagsCommand({ Resources: [imageId], Tags: [{ Key: 'x', Value: '' }] })));
    expect(await describeImage()).toMatchObject({ State: 'pending' });
    expect(await refusalOf(tag())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
    await clock.advance(10);
    await tag();
    expect((await describeImage())?.Tags).toContainEqual({ Key: 'x', Value: '' });
  });
});

describe('The end of an image', () => {
  const deregister = (imageId: string, DeleteAssociatedSnapshots = false) =>
    new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots });

  it('frees its name and leaves its snapshots unless told to delete them', async () => {
    const { clock, simulator, ec2, imageId, describeImage, progress } = await baking();
    await clock.advance(200);
    const answer = await clock.run(ec2.send(deregister(imageId)));
    expect(answer.Return).toBe(true);
    expect(await refusalOf(describeImage())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
    expect(await progress()).toEqual(['completed 100%', 'completed 100%']);
    expect(await clock.run(refusalOf(ec2.send(deregister(imageId))))).toMatchObject({
      code: 'InvalidAMIID.Unavailable',
      message: `The image ID '${imageId}' is no longer available`,
    });
    expect(simulator.world().imageNamed('golden', '123456789012')).toBeUndefined();
  });

  it('takes its snapshots along, but those of other images, and says so of each', async () => {
    const { clock, simulator, ec2, imageId, progress } = await baking();
    await clock.advance(200);
    const [shared = '', own = ''] = simulator.world().snapshots.keys();
    simulator.seedImage({ name: 'other', devices: [{ device: '/dev/xvda', snapshotId: shared }] });
    const { DeleteSnapshotResults } = await clock.run(ec2.send(deregister(imageId, true)));
    expect(DeleteSnapshotResults).toEqual([
      { SnapshotId: shared, ReturnCode: 'skipped' },
      { SnapshotId: own, ReturnCode: 'success' },
    ]);
    expect(await progress()).toHaveLength(1);
  });

  it('cannot take snapshots along that the caller may not delete', async () => {
    const { clock, simulator, ec2, imageId } = await baking();
    simulator.permissions.deny('DeleteSnapshot');
    const { DeleteSnapshotResults } = await clock.run(ec2.send(deregister(imageId, true)));
    expect(DeleteSnapshotResults?.map(({ ReturnCode }) => ReturnCode)).toEqual([
      'missing-permissions',
      'missing-permissions',
    ]);
  });

  it('while pending: deletes its snapshots once they are complete', async () => {
    const { clock, ec2, imageId, progress } = await baking({ image: { seconds: 100 } });
    await clock.advance(10);
    const { DeleteSnapshotResults } = await clock.run(ec2.send(deregister(imageId, true)));
    expect(DeleteSnapshotResults?.map(({ ReturnCode }) => ReturnCode)).toEqual(['success', 'success']);
    expect(await progress()).toHaveLength(2);
    await clock.advance(100);
    expect(await progress()).toEqual([]);
  });

  it.each(['skipped', 'client-error'] as const)(
    'while pending: says %s of its snapshots if so set',
    async (code) => {
      const { clock, ec2, imageId, progress } = await baking({ deregistration: { pendingSnapshots: code } });
      const { DeleteSnapshotResults } = await clock.run(ec2.send(deregister(imageId, true)));
      expect(DeleteSnapshotResults?.map(({ ReturnCode }) => ReturnCode)).toEqual([code, code]);
      await clock.advance(1000);
      expect(await progress()).toEqual(['completed 100%', 'completed 100%']);
    },
  );

  it('shows it as deregistered for a while, then as nothing, then not at all', async () => {
    const { clock, ec2, imageId, describeImage } = await baking({
      deregistration: { shownSeconds: 10, emptySeconds: 10 },
    });
    await clock.run(ec2.send(deregister(imageId)));
    expect(await describeImage()).toMatchObject({ State: 'deregistered' });
    await clock.advance(10);
    expect(await describeImage()).toBeUndefined();
    await clock.advance(10);
    expect(await refusalOf(describeImage())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
  });

  it('holds the name for a while if so set', async () => {
    const { clock, simulator, ec2, imageId } = await baking({ deregistration: { nameHeldSeconds: 10 } });
    await clock.run(ec2.send(deregister(imageId)));
    expect(simulator.world().imageNamed('golden', '123456789012')).toBeDefined();
    await clock.advance(10);
    expect(simulator.world().imageNamed('golden', '123456789012')).toBeUndefined();
  });

  it('is not for other accounts to decide', async () => {
    const { clock, simulator, ec2 } = stage();
    const { id } = simulator.seedImage({ accountId: '999999999999', public: true });
    expect(await clock.run(refusalOf(ec2.send(deregister(id))))).toEqual({
      code: 'AuthFailure',
      message: `Not authorized for image:${id}`,
      status: 401,
    });
  });

  it('must come before its snapshots can be deleted', async () => {
    const { clock, simulator, ec2, imageId, progress } = await baking();
    await clock.advance(200);
    const [snapshotId = ''] = simulator.world().snapshots.keys();
    const remove = () => clock.run(ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId })));
    expect(await refusalOf(remove())).toEqual({
      code: 'InvalidSnapshot.InUse',
      message: `The snapshot ${snapshotId} is currently in use by ${imageId}`,
      status: 400,
    });
    await clock.run(ec2.send(deregister(imageId)));
    await remove();
    expect(await progress()).toHaveLength(1);
    expect(await refusalOf(remove())).toMatchObject({
      code: 'InvalidSnapshot.NotFound',
      message: `The snapshot '${snapshotId}' does not exist.`,
    });
  });
});
