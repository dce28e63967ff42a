/** The process is killed, or the step cancelled, at every call of a bake: afterwards there is one image, or none, and nothing is orphaned. */
import { describe, expect, test } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Rig } from '../builders/rig.ts';

const worlds: [string, SimulatorOptions][] = [
  ['as a rule', { image: { seconds: 20 } }],
  [
    'when EC2 shows things late',
    {
      image: { seconds: 20 },
      consistency: { imageSeconds: 30, snapshotSeconds: 20, tagSeconds: 35, writeSeconds: 10 },
    },
  ],
  [
    'when EC2 deletes no pending snapshots',
    { image: { seconds: 600, snapshotIdsAfterSeconds: 20 }, deregistration: { pendingSnapshots: 'skipped' } },
  ],
];
const moments = ['before', 'after'] as const;

/** Every call up to the end of the bake, or as many as make a difference. */
async function atEveryCall(
  check: (call: number, moment: 'before' | 'after') => Promise<boolean>,
): Promise<void> {
  for (const moment of moments) {
    for (let call = 1; call <= 40; call += 1) if (!(await check(call, moment))) break;
  }
}

async function forEveryKill(
  options: SimulatorOptions,
  check: (rig: Rig, where: string) => Promise<void>,
): Promise<void> {
  await atEveryCall(async (call, moment) => {
    const rig = new Rig(options);
    if ((await rig.killed(call, moment)) !== undefined) return false;
    const last = rig.simulator.calls.all.at(-1)?.action ?? 'nothing';
    await check(rig, `killed ${moment} call ${call} (the last one made: ${last})`);
    return true;
  });
}

function states(rig: Rig): (string | undefined)[] {
  return rig.images.map((id) => rig.simulator.world().images.get(id)?.tags.current.get('bake-ami:state'));
}

function countOf(rig: Rig): { images: number; snapshots: number } {
  return { images: rig.images.length, snapshots: rig.snapshots.length };
}

/** One image with its two snapshots, or nothing at all. */
function whole(isThere: boolean): { images: number; snapshots: number } {
  return isThere ? { images: 1, snapshots: 2 } : { images: 0, snapshots: 0 };
}

test('a cancelled bake whose snapshots EC2 had not named yet leaves nothing to wait for to the post step', async () => {
  const rig = new Rig({ image: { seconds: 600, snapshotIdsAfterSeconds: 300 } });
  await rig.cancelled(12, 'after');
  const before = rig.clock.now();
  await rig.post();
  expect(rig.clock.now() - before).toBeLessThan(15_000);
  expect([rig.images, rig.snapshots]).toEqual([[], []]);
});

describe.each(worlds)('%s', (_name, options) => {
  test('the post step leaves neither image nor snapshot', async () => {
    await forEveryKill(options, async (rig, where) => {
      const isReady = states(rig).includes('ready');
      const report = await rig.post();
      const remaining = report?.remaining ?? [];
      // That the home image is ready is the point of no return: it stays, and the post step says so.
      expect({ where, ...countOf(rig), remaining }).toEqual({ where, ...whole(isReady), remaining: [] });
      if (isReady && rig.phase !== 'done') expect(report?.kept).toEqual(rig.images);
    });
  });

  test('without a post step, the second attempt leaves one image, ready, with its snapshots and no others', async () => {
    await forEveryKill(options, async (rig, where) => {
      // Marked as ready: the bake was over. A new attempt bakes anew.
      if (states(rig).includes('ready')) return;
      const outcome = await rig.bake({}, { runAttempt: '2' });
      const image = outcome.record.image;
      expect({ where, outcome: outcome.ok ? 'ok' : outcome.error }).toEqual({ where, outcome: 'ok' });
      expect({ where, images: rig.images, states: states(rig) }).toEqual({
        where,
        images: [image?.id],
        states: ['ready'],
      });
      expect({ where, snapshots: rig.snapshots.toSorted() }).toEqual({
        where,
        snapshots: image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted(),
      });
    });
  });

  test('cancelled at any call, main ends within ten seconds, and with the post step nothing is left', async () => {
    await atEveryCall(async (call, moment) => {
      const rig = new Rig(options);
      const outcome = await rig.cancelled(call, moment);
      if (rig.cancelledAt === undefined) return false;
      const where = `cancelled ${moment} call ${call}`;
      // Once the image is ready and read back, the bake has ended well, whatever happens to the step afterwards.
      if (outcome.ok) expect({ where, states: states(rig) }).toEqual({ where, states: ['ready'] });
      else
        expect({ where, error: (outcome.error as Error).name }).toEqual({ where, error: 'CancelledError' });
      expect(rig.clock.now() - rig.cancelledAt).toBeLessThan(9_000);
      const isReady = states(rig).includes('ready');
      await rig.post();
      expect({ where, ...countOf(rig) }).toEqual({ where, ...whole(isReady) });
      return true;
    });
  });
});
