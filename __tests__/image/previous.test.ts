/** What is kept of a family of thousands. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { PatientClient } from '../../src/aws/patient-client.ts';
import type { DescribeImagesCommand, Image } from '../../src/aws/sdk/ec2.ts';
import { findPrevious } from '../../src/image/previous.ts';
import { someRun } from '../builders/run.ts';

const successor = { accountId: '123456789012', family: 'web', before: undefined };

function image(number: number, overrides: Partial<Image> = {}): Image {
  return {
    ImageId: `ami-${number}`,
    OwnerId: successor.accountId,
    Name: `web-${number}`,
    State: 'available',
    CreationDate: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    Tags: [
      { Key: 'bake-ami:family', Value: 'web' },
      { Key: 'bake-ami:state', Value: 'ready' },
    ],
    ...overrides,
  };
}

/** @param pageOf gives the images of a page, and undefined behind the last one */
async function lookThrough(
  pageOf: (page: number) => Image[] | undefined | Promise<Image[] | undefined>,
  before?: Partial<Image>,
) {
  const sizes: (number | undefined)[] = [];
  const run = someRun();
  const send = async (command: unknown) => {
    const { input } = command as DescribeImagesCommand;
    sizes.push(input.MaxResults);
    const page = Number(input.NextToken ?? 0);
    const images = await pageOf(page);
    return images === undefined ? {} : { Images: images, NextToken: String(page + 1) };
  };
  const { clock, random } = run;
  const ec2 = new PatientClient({ client: { send }, clock, random });
  const found = await findPrevious(
    { ...run, aws: { ...run.aws, ec2: () => ec2 } },
    { ...successor, before: before && { ImageId: 'ami-own', ...before } },
  );
  return { found, sizes };
}

describe('the previous image', () => {
  test('is the newest on any page', async () => {
    const pages = [[image(1), image(7)], [image(9), image(3)], [image(4)]];
    const { found } = await lookThrough((page) => pages[page]);
    expect(found).toMatchObject({ id: 'ami-9', name: 'web-9' });
  });

  test('tells its age and the size of its volumes', async () => {
    const mapping = (DeviceName: string, VolumeSize: number) => ({
      DeviceName,
      Ebs: { SnapshotId: `snap-${VolumeSize}`, VolumeSize },
    });
    const own = image(1, { BlockDeviceMappings: [mapping('/dev/xvda', 8), mapping('/dev/sdf', 100)] });
    const { found } = await lookThrough((page) => [[own]][page]);
    expect(found).toMatchObject({ createdAt: Date.UTC(2026, 0, 1, 0, 1), sizeGiB: 108 });
  });

  test('is older than the image of this bake, and not that image', async () => {
    const images = [image(1), image(9), image(5, { ImageId: 'ami-own' }), image(4)];
    const one = (page: number) => (page === 0 ? images : undefined);
    expect((await lookThrough(one, image(5))).found).toMatchObject({ id: 'ami-4' });
    expect((await lookThrough(one, { CreationDate: undefined, ImageId: 'ami-9' })).found?.id).toBe('ami-own');
  });

  test.each<[string, Partial<Image>]>([
    ['of another account', { OwnerId: '210987654321' }],
    ['that is pending', { State: 'pending' }],
    ['that is not ready', { Tags: [{ Key: 'bake-ami:family', Value: 'web' }] }],
  ])('is none %s', async (_what, overrides) => {
    const { found } = await lookThrough((page) => (page === 0 ? [image(1, overrides)] : undefined));
    expect(found).toBeUndefined();
  });

  test('is looked for in pages of 200, of which one at a time is kept', async () => {
    const pages: WeakRef<Image[]>[] = [];
    let reachable = Number.NaN;
    const { found, sizes } = await lookThrough(async (page) => {
      if (page === 24) reachable = await countReachable(pages);
      if (page >= 25) return undefined;
      const images = Array.from({ length: 200 }, (_, index) => image(page * 200 + index));
      pages.push(new WeakRef(images));
      return images;
    });
    expect(found?.id).toBe('ami-4999');
    expect(new Set(sizes)).toEqual(new Set([200]));
    expect(sizes).toHaveLength(26);
    expect(pages).toHaveLength(25);
    // The page before, and one that a stack frame may still hold.
    expect(reachable).toBeLessThanOrEqual(2);
  });
});

async function countReachable(pages: readonly WeakRef<Image[]>[]): Promise<number> {
  // What a WeakRef was made of stays until the current job is over.
  await setImmediate();
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return pages.filter((page) => page.deref() !== undefined).length;
}
