/**
 * Copies the image to other Regions, side by side: exactly one copy in each, whatever becomes of the answers. In each
 * Region what is there already is looked for first; the request comes after that.
 */
import { notePart, type Run } from '../../run/run.ts';
import type { BakedImage } from '../image.ts';
import type { Copying, RegionalCopying } from './copying.ts';
import { findEarlier } from './earlier.ts';
import { CopiesProgress } from './progress.ts';
import { requestCopy } from './request.ts';
import { isThere, verifyCopy } from './watch.ts';

export type CopyResult = { region: string; image: BakedImage } | { region: string; error: unknown };

/**
 * All Regions at once, since EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
export async function copyImages(run: Run, copying: Copying): Promise<CopyResult[]> {
  const { targets } = copying;
  const regions = targets.map(({ region }) => region);
  const progress = new CopiesProgress(regions, run.clock, (line) => run.log.info(line));
  const startedAt = run.clock.now();
  for (const name of regions) notePart(run, { name, startedAt });
  const results = await Promise.all(
    targets.map(async (target): Promise<CopyResult> => {
      const { region } = target;
      try {
        const image = await copyTo(run, {
          ...copying,
          target,
          ec2: run.aws.ec2(region),
          progress,
          useless: new Set(),
          freedNameAt: Number.NEGATIVE_INFINITY,
        });
        progress.done(region, 'available');
        notePart(run, { name: region, startedAt, endedAt: run.clock.now() });
        return { region, image };
      } catch (error) {
        if (!run.signal.aborted) progress.done(region, 'failed');
        notePart(run, { name: region, startedAt, endedAt: run.clock.now(), failed: true });
        return { region, error };
      }
    }),
  );
  run.signal.throwIfAborted();
  return results;
}

async function copyTo(run: Run, copying: RegionalCopying): Promise<BakedImage> {
  for (;;) {
    const copy = (await findEarlier(run, copying)) ?? (await requestCopy(run, copying));
    copying.onCopy(copying.target.region, copy.imageId, copy.found);
    if (await isThere(run, copying, copy)) return verifyCopy(run, copying, copy);
    copying.useless.add(copy.imageId);
  }
}
