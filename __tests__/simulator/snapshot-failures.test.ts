import { CreateImageCommand, DescribeImagesCommand, DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { ImagePlan } from '../../simulator/model/plan.ts';
import { stage } from './stage.ts';

async function baking(image: Partial<ImagePlan>) {
  const { clock, instance, ec2 } = stage({ image: { seconds: 100, pace: 'equal', ...image } });
  const { ImageId = '' } = await clock.run(
    ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' })),
  );
  return async (seconds: number) => {
    await clock.advance(seconds);
    const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
    const { Snapshots = [] } = await clock.run(
      ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] })),
    );
    return [
      Images[0]?.State,
      Images[0]?.StateReason?.Message,
      ...Snapshots.map(({ State, StateMessage }) => StateMessage ?? State),
    ];
  };
}

describe('A snapshot that ends in error', () => {
  it('leaves its image pending until the end of its time, which then fails', async () => {
    const lookAfter = await baking({
      snapshotFailure: { devices: ['/dev/sdf'], afterSeconds: 30, message: 'No luck' },
    });
    expect(await lookAfter(29)).toEqual(['pending', undefined, 'pending', 'pending']);
    expect(await lookAfter(1)).toEqual(['pending', undefined, 'pending', 'No luck']);
    expect(await lookAfter(69)).toEqual(['pending', undefined, 'completed', 'No luck']);
    expect(await lookAfter(1)).toEqual([
      'failed',
      'Server.InternalError: Internal error during image creation',
      'completed',
      'No luck',
    ]);
  });

  it('is each of them, when no device is named', async () => {
    const lookAfter = await baking({ snapshotFailure: { afterSeconds: 30 } });
    expect(await lookAfter(30)).toEqual([
      'pending',
      undefined,
      'An internal error occurred',
      'An internal error occurred',
    ]);
  });

  it('may have an image that fails for itself', async () => {
    const lookAfter = await baking({
      snapshotFailure: { devices: ['/dev/sdf'], afterSeconds: 30, message: 'No luck' },
      failure: { afterSeconds: 40, message: 'A snapshot is broken' },
    });
    expect(await lookAfter(40)).toEqual([
      'failed',
      'A snapshot is broken',
      'A snapshot is broken',
      'No luck',
    ]);
  });

  it('is none of an image without its device', async () => {
    const lookAfter = await baking({ snapshotFailure: { devices: ['/dev/sdz'], afterSeconds: 30 } });
    expect(await lookAfter(100)).toEqual(['available', undefined, 'completed', 'completed']);
  });
});
