/**
 * A run of `retire` is killed, cancelled or frozen at every call, and two of them are at work at once: nothing goes that
 * the plan does not allow, and nothing is left half removed without a word.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { CancelledError } from '../../src/base/errors.ts';
import type { Outcome } from '../../src/retire/retire.ts';
import { day, RetirementRig, startedAt } from '../builders/retirement-rig.ts';
import { Life } from '../builders/rig.ts';

type Moment = 'before' | 'after';
const moments: readonly Moment[] = ['before', 'after'];

let tried = 0;
afterAll(() => {
  process.stderr.write(`Runs of retire: ${tried} mishaps tried\n`);
});

/** Everything that a run may remove, and everything that it must not touch. */
class Scene extends RetirementRig {
  readonly going: readonly string[];
  readonly staying: readonly string[];

  /** @param isSmall with a single image that goes: what may happen to one may happen to each */
  constructor({ isSmall = false } = {}) {
    super();
    const volumes = [{ device: '/dev/xvda' }, { device: '/dev/xvdb' }];
    const old = [this.image({ devices: volumes })];
    const unfinished = { 'bake-ami:state': 'baking', 'bake-ami:claim': '1-gone' };
    const others = isSmall ? [] : [this.image(), this.image({ tags: unfinished })];
    const used = this.image();
    this.simulator.seedInstance({ imageId: used, launchedSecondsAgo: 20 * day });
    const newest = this.newest();
    const loose = isSmall ? [] : this.#looseSnapshots();
    // EC2 deregisters the image, and leaves its second snapshot.
    this.simulator.world().snapshotResults.set(this.snapshotsOf(old[0] ?? '')[1] ?? '', 'internal-error');
    const tags = { 'bake-ami:test': newest, 'bake-ami:expires': '2026-11-24T00:00:00Z' };
    if (!isSmall) this.simulator.seedInstance({ tags });
    const images = [...old, ...others];
    this.going = [...images, ...images.flatMap((id) => this.snapshotsOf(id)), ...loose];
    this.staying = this.things().filter((id) => !this.going.includes(id));
  }

  #looseSnapshots(): string[] {
    const gone = this.image();
    const loose = this.snapshotsOf(gone);
    this.simulator.world().images.delete(gone);
    return loose;
  }
}

const inputs = { 'abandoned-after': '1d' };

/** What holds whatever happened: `told` is everything that was said. */
function expectNoHarm(scene: Scene, where: string, told = scene.log.join('\n')): void {
  tried += 1;
  const left = scene.things();
  const harmed = scene.staying.filter((id) => !left.includes(id));
  const images = [...scene.simulator.world().images.values()].filter(({ id }) => !left.includes(id));
  const orphans = images
    .flatMap(({ id }) => scene.snapshotsOf(id))
    .filter(
      (id) => left.includes(id) && !told.includes(`delete-snapshot --region eu-west-1 --snapshot-id ${id}`),
    );
  const marked = [...scene.simulator.world().images.values()].filter(
    ({ id, tags }) =>
      left.includes(id) && tags.current.get('bake-ami:state') === 'removing' && !told.includes(id),
  );
  expect({ where, harmed, orphans, marked }).toEqual({ where, harmed: [], orphans: [], marked: [] });
}

function toldBy(scene: Scene, outcomes: readonly (Outcome | undefined)[]): string {
  const errors = outcomes.map((outcome) =>
    outcome === undefined || outcome.ok ? '' : String(outcome.error),
  );
  return [...scene.log, ...errors].join('\n');
}

/** @param check returns false when the run makes fewer calls than that */
async function atEveryCall(check: (call: number, moment: Moment) => Promise<boolean>): Promise<void> {
  for (const moment of moments) {
    let call = 1;
    while (await check(call, moment)) call += 1;
    expect(call).toBeGreaterThan(30);
  }
}

test('undisturbed, it removes what may go, and nothing else', async () => {
  const scene = new Scene();
  expect(await scene.retire(inputs)).toMatchObject({ ok: true });
  expect(scene.things().toSorted()).toEqual(scene.staying.toSorted());
  expect(scene.simulator.calls.of('TerminateInstances')).toHaveLength(1);
  expectNoHarm(scene, 'undisturbed');
});

/** An answer of the right form that lacks its list. */
function hollow(action: string) {
  const body = `<${action}Response><requestId>r</requestId></${action}Response>`;
  return { kind: 'body', status: 200, contentType: 'text/xml;charset=UTF-8', body } as const;
}

/** What may be wrong with the post step itself. */
const posts: readonly [string, (scene: Scene) => unknown][] = [
  ['the post step finishes it', () => undefined],
  [
    'the post step may not delete snapshots, and gives the commands',
    ({ simulator }) => simulator.permissions.deny('ec2:DeleteSnapshot'),
  ],
  [
    'the post step cannot look, and gives the commands',
    ({ simulator }) => simulator.permissions.deny('ec2:DescribeSnapshots'),
  ],
  [
    'the post step is answered without a list, and gives the commands',
    ({ simulator }) =>
      simulator.faults.add({ action: 'DescribeSnapshots', fault: hollow('DescribeSnapshots') }),
  ],
  [
    'the post step is told to end at once, and gives the commands',
    ({ endOfPost }) => endOfPost.abort(new CancelledError('The step was cancelled (SIGTERM).')),
  ],
  [
    'the post step has credentials of another account, and gives the commands',
    (scene) => {
      scene.credentials = { accessKeyId: 'AKIDOTHER', secretAccessKey: 'example' };
      Object.assign(scene.simulator.settings.accounts, { AKIDOTHER: '999999999999' });
    },
  ],
];

describe.each(posts)('%s', (name, spoil) => {
  const isSmall = name !== posts[0]?.[0];

  test('when the run is killed at any call', async () => {
    await atEveryCall(async (call, moment) => {
      const scene = new Scene({ isSmall });
      if ((await scene.killed(call, moment, inputs)) !== undefined) return false;
      spoil(scene);
      await scene.post();
      expectNoHarm(scene, `killed ${moment} call ${call} (${scene.simulator.calls.all.at(-1)?.action})`);
      return true;
    });
  });

  test('when the run is cancelled at any call', async () => {
    await atEveryCall(async (call, moment) => {
      const scene = new Scene({ isSmall });
      const outcome = await scene.cancelled(call, moment, inputs);
      if (scene.cancelledAt === undefined) return false;
      const where = `cancelled ${moment} call ${call} (${scene.simulator.calls.all.at(-1)?.action})`;
      if (!outcome.ok)
        expect({ where, error: outcome.error }).toEqual({ where, error: expect.any(CancelledError) });
      expect({ where, pending: scene.clock.pending }).toEqual({ where, pending: 0 });
      // What the outputs call removed is gone.
      for (const id of scene.removed)
        expect({ where, id, there: scene.isThere(id) }).toEqual({ where, id, there: false });
      spoil(scene);
      await scene.post();
      expectNoHarm(scene, where);
      return true;
    });
  });
});

test('killed at any call, another run finishes', async () => {
  await atEveryCall(async (call, moment) => {
    const scene = new Scene({ isSmall: true });
    if ((await scene.killed(call, moment, inputs)) !== undefined) return false;
    await scene.post();
    const where = `killed ${moment} call ${call}`;
    expect({ where, outcome: await scene.retire(inputs) }).toMatchObject({ where, outcome: { ok: true } });
    expect({ where, left: scene.things().toSorted() }).toEqual({ where, left: scene.staying.toSorted() });
    return true;
  });
});

/** The first run is frozen at one of its calls while the second is at work, or both go on side by side. */
function besides(scene: Scene, call: number, moment: Moment, seconds: number) {
  const { promise: happened, resolve } = Promise.withResolvers<void>();
  const life: Life = new Life(call, moment, () => {
    resolve();
    life.frozen = scene.clock.sleep(seconds * 1000).then(() => {
      life.frozen = undefined;
    });
  });
  return { life, happened };
}

describe('two runs at once do no harm, and remove at most `max` each', () => {
  test.each([
    ['is frozen until the other is done', 60, '10'],
    ['is a second late', 1, '2'],
    ['is hardly late', 0.02, '10'],
  ])('when one %s at any call', async (_name, seconds, max) => {
    await atEveryCall(async (call, moment) => {
      const scene = new Scene();
      const { life, happened } = besides(scene, call, moment, seconds);
      const [first, second] = await scene.clock.run(
        (async () => {
          const running = scene.start({ ...inputs, max }, life);
          const isOver = await Promise.race([happened.then(() => false), running.then(() => true)]);
          return isOver ? [] : Promise.all([running, scene.start({ ...inputs, max })]);
        })(),
      );
      if (first === undefined || second === undefined) return false;
      const where = `frozen ${moment} call ${call} (${scene.simulator.calls.all.at(-1)?.action})`;
      expectNoHarm(scene, where, toldBy(scene, [first, second]));
      // What the other has removed is not looked for as if it had just been made.
      const lasted = (scene.clock.now() - startedAt) / 1000;
      expect({ where, soon: lasted < seconds + 60 }).toEqual({ where, soon: true });
      expect({ where, told: scene.log.filter((line) => line.includes('does not carry')) }).toEqual({
        where,
        told: [],
      });
      for (const { record } of [first, second])
        expect({ where, most: record.removed.length <= Number(max) }).toEqual({ where, most: true });
      const done = scene.simulator.calls
        .of('DeregisterImage')
        .filter(({ outcome }) => outcome.done)
        .map(({ parameters }) => parameters['ImageId']);
      expect({ where, done: new Set(done).size }).toEqual({ where, done: done.length });
      for (const outcome of [first, second])
        expect({ where, error: outcome.ok ? '' : String(outcome.error) }).toEqual({ where, error: '' });
      await scene.post();
      expectNoHarm(scene, `${where}, after the post step`, toldBy(scene, [first, second]));
      return true;
    });
  });
});
