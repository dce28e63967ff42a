/**
 * Whose an image is, seen from outside: two processes of one identity, main and post at the same time, and what the post
 * step does when something is in its way.
 */
import { describe, expect, test } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { bake, type Outcome } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { CancelledError } from '../../src/base/errors.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Life, Rig, removals, tagIn } from '../builders/rig.ts';

const runUrl = 'https://github.com/acme/web/actions/runs/17532140987/attempts/';
const second = { runAttempt: '2', runUrl: `${runUrl}2` };
const otherRun = { runId: '42', runUrl: 'https://github.com/acme/web/actions/runs/42/attempts/1' };
const fixed = someTemplates({ name: 'golden' });

function idOf({ record }: Outcome): string {
  return record.image?.id ?? 'none';
}

function textOf(outcome: Outcome): string {
  return outcome.ok ? '' : String((outcome.error as Error).message);
}

/** Stops this process for so long: while EC2 answers its CreateImage, or at its next call. */
function frozenOnceCreated(rig: Rig, seconds: number, when: 'without an answer' | 'with an answer'): Life {
  const life = new Life();
  const stop = rig.simulator.calls.onCall((call) => {
    if (call.action !== 'CreateImage' || !isMeant(call)) return;
    stop();
    if (when === 'with an answer') return void rig.clock.sleep(1_000).then(freeze);
    freeze();
  });
  const freeze = () => {
    life.frozen = rig.clock.sleep(seconds * 1000).then(() => {
      life.frozen = undefined;
    });
  };
  return life;
}

describe.each(['with an answer', 'without an answer'] as const)(
  'two bakes of one key, of which the second starts seconds later and finishes first, the first frozen %s',
  (when) => {
    test('in the same attempt: each has an image of its own, and both stay', async () => {
      const rig = new Rig({ image: { seconds: 30 } });
      const first = rig.start({}, {}, frozenOnceCreated(rig, 300, when));
      const later = rig.clock.sleep(5_000).then(() => rig.start({}, {}, new Life()));
      const outcomes = await rig.clock.run(Promise.all([first, later]));
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
      expect(rig.images.toSorted()).toEqual(outcomes.map(idOf).toSorted());
      expect(rig.images.map((id) => tagIn(rig, id, 'state'))).toEqual(['ready', 'ready']);
      expect(removals(rig)).toEqual([]);
      expect(outcomes[1].record.warnings.join('\n')).toContain(
        `${idOf(outcomes[0])} (pending) is being baked with the same identity by another process`,
      );
    });

    test('as attempt 2: it takes the image up, and the first stops and says who has it', async () => {
      const rig = new Rig({ image: { seconds: 30 } });
      const first = rig.start({}, {}, frozenOnceCreated(rig, 300, when));
      const later = rig.clock.sleep(5_000).then(() => rig.start({}, second, new Life()));
      const [before, after] = await rig.clock.run(Promise.all([first, later]));
      expect(after.ok).toBe(true);
      expect(before).toMatchObject({ ok: false, error: { name: 'SupersededError' }, cleanup: undefined });
      expect(textOf(before)).toMatch(/^Attempt 2 of this workflow run .* has taken over ami-/);
      expect(rig.images).toEqual([idOf(after)]);
      expect(tagIn(rig, idOf(after), 'state')).toBe('ready');
      expect(removals(rig)).toEqual([]);
      await rig.post();
      expect(rig.images).toEqual([idOf(after)]);
    });

    test('and the post step of the first comes after both: the image of the second stays', async () => {
      const rig = new Rig({ image: { seconds: 30 } });
      const life = frozenOnceCreated(rig, 3_000, when);
      rig.start({}, {}, life);
      const after = await rig.clock.run(rig.clock.sleep(5_000).then(() => rig.start({}, second, new Life())));
      const report = await rig.clock.run(rig.startPost('1', undefined, life.state));
      expect(report).toMatchObject({ removed: [], remaining: [], kept: [idOf(after)] });
      expect(rig.images).toEqual([idOf(after)]);
      expect(rig.log.join('\n')).toContain(`${idOf(after)} in eu-west-1 stays`);
    });
  },
);

/** One of its requests stays on its way, and so does the process, until it is let go. */
class HeldBack extends Life {
  readonly held = Promise.withResolvers<void>();
  readonly #request: RegExp;
  readonly #until: Promise<unknown>;

  constructor(request: RegExp, until: Promise<unknown>) {
    super();
    this.#request = request;
    this.#until = until;
    this.cancellation = new AbortController();
  }

  override limiting(handler: InProcessHandler): InProcessHandler {
    const limited = super.limiting(handler);
    const handle: InProcessHandler['handle'] = async (request, options) => {
      if (this.#request.test(String(request.body))) {
        this.held.resolve();
        this.frozen = this.#until;
      }
      return limited.handle(request, options);
    };
    return Object.assign(Object.create(limited) as InProcessHandler, { handle });
  }
}

describe('a cancelled bake whose mark before the removal reaches EC2 only after attempt 2 has finished the image', () => {
  const third = { runAttempt: '3', runUrl: `${runUrl}3` };
  const markOnItsWay = /^(?!.*DryRun).*Action=CreateTags.*removing/;

  const both = (rig: Rig) => {
    const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
    const life = new HeldBack(markOnItsWay, until);
    const first = rig.start({}, {}, life);
    rig.clock.sleep(10_000).then(() => life.cancellation?.abort(new CancelledError('Cancelled (SIGINT).')));
    const later = life.held.promise.then(() => rig.start({}, second, new Life()));
    return rig.clock.run(
      later.then(async (after) => {
        letGo();
        life.frozen = undefined;
        return { before: await first, after };
      }),
    );
  };

  test('the image stays ready, and a third attempt leaves it alone', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const { before, after } = await both(rig);
    expect([before.ok, after.ok]).toEqual([false, true]);
    expect(tagIn(rig, idOf(after), 'state')).toBe('ready');
    const again = await rig.clock.run(rig.start({}, third, new Life()));
    expect(again.ok).toBe(true);
    expect(rig.images.toSorted()).toEqual([idOf(after), idOf(again)].toSorted());
    expect(removals(rig)).toEqual([]);
  });
});

describe('two legs of a matrix that bake the same instance', () => {
  const legs = (rig: Rig, templates: Partial<BakeInputs>, secondsBetween: number) => {
    const leg = (arch: string) =>
      rig.start({ ...templates, matrix: JSON.stringify({ arch }) }, {}, new Life());
    return rig.clock.run(
      Promise.all([leg('arm64'), rig.clock.sleep(secondsBetween * 1000).then(() => leg('x86_64'))]),
    );
  };

  test('with the default name: two images, with keys of their own, and no warning', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const outcomes = await legs(rig, {}, 2);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(rig.images.toSorted()).toEqual(outcomes.map(idOf).toSorted());
    expect(new Set(outcomes.map(({ record }) => record.names?.key)).size).toBe(2);
    expect(outcomes.flatMap(({ record }) => record.warnings)).toEqual([]);
  });

  test('with a fixed name: the second ends before the instance is touched, and says whose image has the name', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const [one, other] = await legs(rig, fixed, 5);
    expect(one.ok).toBe(true);
    expect(textOf(other)).toContain(
      `The AMI name "golden" is taken in eu-west-1 by ${idOf(one)} (pending, created`,
    );
    expect(textOf(other)).toContain(`which ${runUrl}1 has not finished yet`);
    expect(textOf(other)).toContain('the jobs of a matrix need names that differ');
    expect(rig.creates).toHaveLength(1);
    expect(rig.images).toEqual([idOf(one)]);
  });

  test('with a fixed name, in the same moment: EC2 refuses one, and that one says whose image has the name', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const outcomes = await legs(rig, fixed, 0);
    const failed = outcomes.filter(({ ok }) => !ok);
    expect(failed).toHaveLength(1);
    expect(textOf(failed[0] as Outcome)).toMatch(
      new RegExp(`"golden" is taken in eu-west-1 by ${rig.images[0]} .*made by ${runUrl}1`),
    );
    expect(rig.images).toHaveLength(1);
    expect(removals(rig)).toEqual([]);
  });
});

test('an image of a finished run that has the name is told with its run', async () => {
  const rig = new Rig({ image: { seconds: 30 } });
  const made = await rig.bake(fixed, otherRun);
  expect(textOf(await rig.bake(fixed))).toMatch(
    new RegExp(
      `by ${idOf(made)} \\(available, created .*\\), made by ${otherRun.runUrl}\\. Bake with a \`name\` that`,
    ),
  );
});

describe.each([true, false])(
  '`if-exists: reuse` and `wait: %s` meet the image that another workflow is still making',
  (wait) => {
    const reuse = { ...fixed, ifExists: 'reuse' as const };

    /** Another run makes the image, and is longer at it than EC2; something may happen to it once its image is there. */
    async function reusing(options: {
      maker: (rig: Rig, life: Life) => void;
      makerSeconds?: number;
      timeoutMinutes?: number;
    }) {
      const rig = new Rig({ image: { seconds: 30 } });
      const life = new Life();
      life.cancellation = new AbortController();
      const maker = rig.start(fixed, otherRun, life);
      rig.clock.sleep(20_000).then(() => options.maker(rig, life));
      const timeoutMinutes = options.timeoutMinutes ?? 120;
      const outcome = await rig.clock.run(
        rig.clock.sleep(5_000).then(() => rig.start({ ...reuse, wait, timeoutMinutes }, {}, new Life())),
      );
      return { rig, outcome, maker };
    }

    /** Of the bake that reuses: it changes nothing at all. */
    function expectReadingAlone(rig: Rig, makersClaim: string | undefined): void {
      expect(rig.creates).toHaveLength(1);
      const [image] = rig.images;
      if (image !== undefined) expect(tagIn(rig, image, 'claim')).toBe(makersClaim);
    }

    test('the image is waited for, by reading alone, until it is ready', async () => {
      const { rig, outcome, maker } = await reusing({
        maker: (rig, life) => {
          life.frozen = rig.clock.sleep(200_000).then(() => {
            life.frozen = undefined;
          });
        },
      });
      expect(outcome).toMatchObject({ ok: true, record: { created: false } });
      expect(rig.seconds).toBeGreaterThan(200);
      const made = await rig.clock.run(maker);
      expect(made.ok).toBe(true);
      expect(idOf(outcome)).toBe(idOf(made));
      expect(tagIn(rig, idOf(made), 'state')).toBe('ready');
      expect(rig.log.join('\n')).toContain(`not ready yet: ${otherRun.runUrl} is still at work on it`);
      expectReadingAlone(rig, made.record.claim);
      expect(removals(rig)).toEqual([]);
    });

    test('its maker is cancelled: the bake ends and says that the image is gone', async () => {
      const { rig, outcome, maker } = await reusing({
        maker: (_rig, life) =>
          life.cancellation?.abort(new CancelledError('The step was cancelled (SIGINT).')),
      });
      await rig.clock.run(maker);
      expect(outcome.ok).toBe(false);
      expect(rig.images).toEqual([]);
      expectReadingAlone(rig, undefined);
    });

    test('its maker has left it: the bake ends at its timeout, names the run, and leaves the image', async () => {
      const { rig, outcome } = await reusing({
        maker: (_rig, life) => {
          life.alive = false;
        },
        timeoutMinutes: 10,
      });
      expect(outcome.ok).toBe(false);
      expect(textOf(outcome)).toContain(`${otherRun.runUrl} has not finished it`);
      expect(rig.seconds).toBeLessThan(620);
      expect(rig.images).toHaveLength(1);
      expect(removals(rig)).toEqual([]);
    });
  },
);

describe('the image is ready, then the step is cancelled while it reports', () => {
  test.each([
    ['one image', {}],
    ['one in each Region', { copyTo: [{ region: 'us-west-2' }] }],
  ])('%s, and the log says that it stays', async (_name, inputs) => {
    const rig = new Rig({ image: { seconds: 30 } });
    rig.regions.push('us-west-2');
    const run = rig.run(inputs);
    const info = (message: string) => {
      run.log.info(message);
      if (/in eu-west-1 is marked as ready/.test(message)) rig.cancel();
    };
    const outcome = await rig.clock.run(bake({ ...run, log: { ...run.log, info } }));
    expect(outcome).toMatchObject({ ok: false, error: { name: 'CancelledError' } });
    const count = 1 + (outcome.record.copies?.length ?? 0);
    expect(rig.images).toHaveLength(count);
    expect(rig.log.join('\n')).toMatch(new RegExp(`^notice ${idOf(outcome)} is ready, so it stays`, 'm'));
    await rig.post();
    expect(rig.images).toHaveLength(count);
    expect(removals(rig)).toEqual([]);
  });
});

test('another process takes the image over while it becomes ready: the bake does not say that it stays', async () => {
  const rig = new Rig({ image: { seconds: 30 } });
  const run = rig.run();
  const info = (message: string) => {
    run.log.info(message);
    if (!message.endsWith('is marked as ready')) return;
    for (const { tags } of rig.simulator.world().images.values())
      tags.put([{ key: 'bake-ami:claim', value: '2-0a1b2c3d4e5f' }], rig.clock.now());
  };
  const outcome = await rig.clock.run(bake({ ...run, log: { ...run.log, info } }));
  expect(textOf(outcome)).toMatch(/^Attempt 2 of this workflow run .* has taken over ami-/);
  expect(rig.log.filter((line) => line.includes('so it stays'))).toEqual([]);
  expect(removals(rig)).toEqual([]);
});

describe('a bake of before there were claims', () => {
  /** What such a bake leaves when it is killed: its image and its state, both without a claim. */
  async function leftByOldVersion(options: SimulatorOptions = { image: { seconds: 60 } }): Promise<Rig> {
    const rig = new Rig(options);
    await rig.killed(9, 'after');
    const { images, snapshots } = rig.simulator.world();
    const now = rig.clock.now();
    for (const { tags } of [...images.values(), ...snapshots.values()])
      tags.remove([{ key: 'bake-ami:claim', value: undefined }], now);
    const { claim: _claim, accountId: _accountId, ...state } = JSON.parse(rig.state ?? '{}');
    rig.state = JSON.stringify(state);
    return rig;
  }

  test('is taken up by a later attempt', async () => {
    const rig = await leftByOldVersion();
    const [old] = rig.images;
    const outcome = await rig.bake({}, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: true } });
    expect(rig.images).toEqual([old]);
    expect(idOf(outcome)).toBe(old);
    expect(tagIn(rig, old, 'state')).toBe('ready');
  });

  test('is cleaned up by its own post step', async () => {
    const rig = await leftByOldVersion();
    expect(rig.images).toHaveLength(1);
    expect(await rig.post()).toMatchObject({ done: true, remaining: [], unknown: [] });
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test('is left alone by its own post step once a later attempt has taken it up', async () => {
    const rig = await leftByOldVersion();
    const { state } = rig;
    const [old] = rig.images;
    const life = new Life();
    const outcome = rig.start({}, second, life);
    const post = rig.clock.sleep(10_000).then(() => rig.startPost('1', undefined, state));
    const [ended, report] = await rig.clock.run(Promise.all([outcome, post]));
    expect(ended.ok).toBe(true);
    expect(report).toMatchObject({ removed: [], kept: [old] });
    expect(rig.images).toEqual([old]);
  });
});
