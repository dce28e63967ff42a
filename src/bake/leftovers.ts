import type { Image } from '../aws/sdk/ec2.ts';
import { removeLeftover, warnOfRemnants } from '../distribute/clean-up.ts';
import type { Names } from '../naming/names.ts';
import type { BakeRun } from './record.ts';

/** Images of this bake that an earlier attempt made and that cannot be resumed. */
export async function removeLeftovers(
  run: BakeRun,
  names: Names,
  leftovers: readonly Image[],
): Promise<void> {
  for (const { ImageId = '', State = 'unknown' } of leftovers) {
    const report = await removeLeftover(run, {
      onFailure: run.inputs.onFailure,
      region: run.region,
      key: names.key,
      claim: run.record.claim,
      imageId: ImageId,
      state: State,
    });
    warnOfRemnants(run.log, report);
  }
}
