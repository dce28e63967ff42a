/** How long after the image became available the bake is over: many bakes of any length, on virtual time. */
import { Rig } from '../__tests__/builders/rig.ts';

export interface Lag {
  imageMinutes: number;
  seconds: readonly number[];
  calls: readonly number[];
}

export const lagMinutes = [1, 5, 10, 60] as const;

/** @param runs for each length of image */
export async function lags(runs: number): Promise<Lag[]> {
  const all: Lag[] = [];
  for (const imageMinutes of lagMinutes) all.push(await lagOf(imageMinutes, runs));
  return all;
}

async function lagOf(imageMinutes: number, runs: number): Promise<Lag> {
  const seconds: number[] = [];
  const calls: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // Times that differ by fractions of the longest interval, so that no phase of the polling is favoured.
    const imageSeconds = imageMinutes * 60 + (run / runs) * 15;
    const rig = new Rig({ image: { seconds: imageSeconds } }, {}, run);
    const outcome = await rig.bake();
    const image = [...rig.simulator.world().images.values()][0];
    if (!outcome.ok || image === undefined) throw new Error('The bake failed');
    seconds.push((rig.clock.now() - (image.createdAt + imageSeconds * 1000)) / 1000);
    calls.push(rig.simulator.calls.all.length);
  }
  return { imageMinutes, seconds, calls };
}
