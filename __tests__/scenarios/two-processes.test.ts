/**
 * Two processes of one identity. At every call of the first something happens to it: it is killed, cancelled, frozen and
 * thawed, or its call is late; and another process of the same bake is at work. Afterwards nothing that was handed out is
 * gone, and nothing is left that nobody knows of.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Outcome } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { CleanupReport } from '../../src/distribute/clean-up.ts';
import { someTemplates } from '../builders/inputs.ts';
import { Life, Rig } from '../builders/rig.ts';

const second = {
  runAttempt: '2',
  runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/2',
};

type Moment = 'before' | 'after';
type Mishap = 'killed' | 'cancelled' | 'frozen' | 'late';
const moments: readonly Moment[] = ['before', 'after'];
const mishaps: readonly Mishap[] = ['killed', 'cancelled', 'frozen', 'late'];

/** Long enough for the other process to come to its end. */
const frozenSeconds = 400;
const lateSeconds = 8;

let tried = 0;
afterAll(() => {
  process.stderr.write(`Two processes: ${tried} interleavings tried\n`);
});

/** A bake and what else is at work. */
interface Stage {
  rig: Rig;
  /** Resolves when the mishap has happened. */
  happened: Promise<void>;
  first: Promise<Outcome | undefined>;
  firstLife: Life;
}

/** Starts a bake to which something happens at its nth call; the mishap is over in time for all to end. */
function begin(options: SimulatorOptions, call: number, moment: Moment, mishap: Mishap, inputs = {}): Stage {
  const rig = new Rig(options);
  const { promise: happened, resolve } = Promise.withResolvers<void>();
  const { promise: killed, resolve: kill } = Promise.withResolvers<undefined>();
  const cancellation = new AbortController();
  const life: Life = new Life(call, moment, () => {
    resolve();
    if (mishap === 'killed') {
      life.alive = false;
      kill(undefined);
    } else if (mishap === 'cancelled') {
      cancellation.abort(new CancelledError('The step was cancelled (SIGINT).'));
    } else {
      const seconds = mishap === 'frozen' ? frozenSeconds : lateSeconds;
      life.frozen = rig.clock.sleep(seconds * 1000).then(() => {
        life.frozen = undefined;
      });
    }
  });
  life.cancellation = cancellation;
  const first = Promise.race([rig.start(inputs, {}, life), killed]);
  return { rig, happened, first, firstLife: life };
}

/** What must hold in the end, whatever happened on the way. */
function expectNothingLost(
  rig: Rig,
  outcomes: readonly (Outcome | undefined)[],
  where: string,
  told: string,
  { state = 'ready', mayShare = false }: { state?: 'ready' | 'unverified'; mayShare?: boolean } = {},
): void {
  tried += 1;
  const { images, snapshots } = rig.simulator.world();
  const handedOut = outcomes.flatMap((outcome) => (outcome?.ok ? [outcome.record.image?.id ?? ''] : []));
  const missing = handedOut.filter((id) => !rig.images.includes(id));
  const unready = handedOut.filter((id) => images.get(id)?.tags.current.get('bake-ami:state') !== state);
  const shared = mayShare ? 0 : handedOut.length - new Set(handedOut).size;
  const unnamed = rig.images.filter((id) => !handedOut.includes(id) && !told.includes(id));
  const needed = new Set(
    rig.images.flatMap((id) => {
      const image = images.get(id);
      return image === undefined ? [] : imageSnapshotIds(image);
    }),
  );
  const orphans = rig.snapshots.filter((id) => !needed.has(id) && snapshots.has(id) && !told.includes(id));
  expect({ where, missing, unready, shared, unnamed, orphans }).toEqual({
    where,
    missing: [],
    unready: [],
    shared: 0,
    unnamed: [],
    orphans: [],
  });
}

function wordsOf(rig: Rig, outcomes: readonly (Outcome | undefined)[]): string {
  return [
    ...rig.log,
    ...outcomes.map((outcome) => (outcome === undefined || outcome.ok ? '' : String(outcome.error))),
  ].join('\n');
}

/** Every call of a bake, and every mishap, until the bake makes no further calls. */
async function forEveryMishap(
  check: (call: number, moment: Moment, mishap: Mishap) => Promise<boolean>,
): Promise<void> {
  for (const mishap of mishaps) {
    for (const moment of moments) {
      for (let call = 1; call <= 60; call += 1) if (!(await check(call, moment, mishap))) break;
    }
  }
}

const worlds: [string, SimulatorOptions][] = [
  ['as a rule', { image: { seconds: 12 } }],
  [
    'when EC2 shows things late',
    {
      image: { seconds: 12 },
      consistency: { imageSeconds: 4, snapshotSeconds: 3, tagSeconds: 6, writeSeconds: 3 },
    },
  ],
];

const asAsked: [string, Partial<BakeInputs>][] = [
  ['with a name for each attempt', {}],
  ['with a fixed name', someTemplates({ name: 'golden' })],
  ['without waiting', { wait: false }],
];

describe.each(worlds)('%s', (_world, options) => {
  // Where EC2 shows things late, names of their own show as much.
  const ofWorld = asAsked.filter(
    ([name]) => options.consistency === undefined || name !== 'with a fixed name',
  );
  describe.each(ofWorld)('%s', (_name, inputs) => {
    const state = inputs.wait === false ? 'unverified' : 'ready';
    // A bake that does not wait has no time to look for what EC2 does not show yet.
    const begins = options.consistency !== undefined && state === 'unverified' ? [10] : [0, 10];
    test.each(begins)(
      'a later attempt, %d seconds after the mishap',
      async (seconds) => {
        await forEveryMishap(async (call, moment, mishap) => {
          const { rig, happened, first, firstLife } = begin(options, call, moment, mishap, inputs);
          const other = happened
            .then(() => rig.clock.sleep(seconds * 1000))
            .then(() => rig.start(inputs, second, new Life()));
          const outcomes = await rig.clock.run(
            first.then(async (outcome) => [outcome, firstLife.calls < call ? undefined : await other]),
          );
          if (firstLife.calls < call) return false;
          const words = wordsOf(rig, outcomes);
          // Without waiting, a later attempt outputs the same image again.
          const mayShare = state === 'unverified';
          expectNothingLost(rig, outcomes, `${mishap} ${moment} call ${call}`, words, { state, mayShare });
          return true;
        });
      },
      120_000,
    );

    test('its own post step, which begins while it is still there', async () => {
      await forEveryMishap(async (call, moment, mishap) => {
        const { rig, happened, first, firstLife } = begin(options, call, moment, mishap, inputs);
        const post = happened.then(() => {
          firstLife.look = () =>
            firstLife.cancellation?.abort(new CancelledError('The post step has begun.'));
          rig.clock.sleep(500).then(() => firstLife.look());
          return rig.startPost('1', undefined, firstLife.state);
        });
        const { outcome, report } = await rig.clock.run(
          first.then(
            async (ended): Promise<{ outcome: Outcome | undefined; report: CleanupReport | undefined }> => ({
              outcome: ended,
              report: firstLife.calls < call ? undefined : await post,
            }),
          ),
        );
        if (firstLife.calls < call) return false;
        const words = [wordsOf(rig, [outcome]), JSON.stringify(report)].join('\n');
        expectNothingLost(rig, [outcome], `${mishap} ${moment} call ${call}`, words, { state });
        return true;
      });
    }, 120_000);
  });

  test.each(['ready', 'unverified'] as const)(
    'a twin of the same attempt, each image %s',
    async (state) => {
      const inputs = { wait: state === 'ready' };
      await forEveryMishap(async (call, moment, mishap) => {
        const { rig, happened, first, firstLife } = begin(options, call, moment, mishap, inputs);
        const other = happened
          .then(() => rig.clock.sleep(1_500))
          .then(() => rig.start(inputs, {}, new Life()));
        const outcomes = await rig.clock.run(
          first.then(async (outcome) => {
            if (firstLife.calls < call) return [outcome];
            const ended = await other;
            await rig.startPost('1', undefined, firstLife.state);
            return [outcome, ended];
          }),
        );
        if (firstLife.calls < call) return false;
        const words = wordsOf(rig, outcomes);
        expectNothingLost(rig, outcomes, `${mishap} ${moment} call ${call}`, words, { state });
        return true;
      });
    },
    120_000,
  );
});
