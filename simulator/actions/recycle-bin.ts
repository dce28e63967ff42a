/** What the EC2 API shows of the Recycle Bin. */
import { invalidParameterValue } from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { isRecycled } from '../model/recycle-bin.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { flag, list, text, whole } from './parameters.ts';

/** API model, ListImagesInRecycleBin. Images that are not in it are left out (unconfirmed). */
export const listImagesInRecycleBin = action({
  name: 'ListImagesInRecycleBin',
  mutating: false,
  parameters: { ImageId: list(text), MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, context) {
    const { world } = context;
    requireMaxResults(input.MaxResults, 1);
    // "You can specify up to 20 IDs in a single request." Message unconfirmed.
    if (input.ImageId.length > 20) throw invalidParameterValue('You can specify up to 20 image IDs');
    for (const id of input.ImageId) requireWellFormed('image', id);
    stopDryRun(input);
    const found = inBin(world.images.values(), input.ImageId, context);
    const { items, nextToken } = page(found, input, world.settings.pageSize);
    return {
      imageSet: items.map(({ id, name, description }) => ({
        imageId: id,
        name,
        description,
        ...timesOf(id, world),
      })),
      nextToken,
    };
  },
});

/** API model, ListSnapshotsInRecycleBin. */
export const listSnapshotsInRecycleBin = action({
  name: 'ListSnapshotsInRecycleBin',
  mutating: false,
  parameters: { SnapshotId: list(text), MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, context) {
    const { world } = context;
    requireMaxResults(input.MaxResults, 5);
    for (const id of input.SnapshotId) requireWellFormed('snapshot', id);
    stopDryRun(input);
    const found = inBin(world.snapshots.values(), input.SnapshotId, context);
    const { items, nextToken } = page(found, input, world.settings.pageSize);
    return {
      snapshotSet: items.map(({ id, description, volumeId }) => ({
        snapshotId: id,
        description,
        volumeId,
        ...timesOf(id, world),
      })),
      nextToken,
    };
  },
});

function inBin<T extends { id: string; ownerId: string }>(
  all: Iterable<T>,
  ids: readonly string[],
  { world, accountId, seenAt }: Context,
): T[] {
  return [...all].filter(
    ({ id, ownerId }) =>
      ownerId === accountId && (ids.length === 0 || ids.includes(id)) && isRecycled(world, id, seenAt),
  );
}

function timesOf(id: string, { recycled }: World): XmlFields {
  const { enteredAt = 0, exitsAt = 0 } = recycled.get(id) ?? {};
  return { recycleBinEnterTime: new Date(enteredAt), recycleBinExitTime: new Date(exitsAt) };
}
