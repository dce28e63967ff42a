/** A bake that goes well: whether all of the work was done, and what it took. */

import { faults } from '../simulator/faults.ts';
import { type Bout, bout } from './bout.ts';
import type { Contestant } from './contestant.ts';

export interface Success {
  /** Of the whole process, without the time that EC2 took for the image. */
  overheadSeconds: number;
  /** From the moment the image was available to the end of the process. */
  lagSeconds: number;
  firstCallSeconds: number;
  calls: number;
  cpuSeconds: number;
  peakBytes: number;
}

/**
 * @param imageSeconds how long EC2 takes for the image
 * @param latencySeconds how late each answer is
 * @throws when something of the work was left undone
 */
export async function success(
  contestant: Contestant,
  imageSeconds: number,
  latencySeconds = 0,
): Promise<Success> {
  const result = await bout(contestant, {
    options: { image: { seconds: imageSeconds } },
    prepare: (simulator) => {
      if (latencySeconds > 0) simulator.faults.add({ fault: faults.late(latencySeconds) });
    },
  });
  const { ended, calls, firstCallSeconds } = result;
  const createdAt = requireAllDone(contestant, result);
  const { startedAt, wallSeconds, cpuSeconds, peakBytes } = ended.usage;
  return {
    overheadSeconds: wallSeconds - imageSeconds,
    lagSeconds: startedAt / 1000 + wallSeconds - (createdAt / 1000 + imageSeconds),
    firstCallSeconds: firstCallSeconds ?? Number.NaN,
    calls,
    cpuSeconds,
    peakBytes,
  };
}

/** @returns when the image was created */
function requireAllDone({ name }: Contestant, { ended, simulator, order }: Bout): number {
  const problem = (what: string) => new Error(`${name}: ${what}\n${ended.log}`);
  if (ended.code !== 0) throw problem(`exit code ${ended.code}`);
  const { images, snapshots } = simulator.world();
  const [image, ...others] = [...images.values()];
  if (image === undefined || others.length > 0) throw problem(`${images.size} images instead of one`);
  if (!image.launchPermissions.has(order.shareWith)) throw problem('the image is not shared');
  if (ended.outputs['ami-id'] !== image.id) throw problem('the output ami-id is not the ID of the image');
  const ids = JSON.parse(ended.outputs['snapshot-ids'] ?? '[]') as string[];
  if (ids.length !== snapshots.size || !ids.every((id) => snapshots.has(id))) {
    throw problem('the output snapshot-ids has not the IDs of the snapshots');
  }
  return image.createdAt;
}
