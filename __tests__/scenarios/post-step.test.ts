/** Main and post at the same time, copies that follow their home image, and what the post step does when something is in its way. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Outcome } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { CleanupReport } from '../../src/distribute/clean-up.ts';
import { isMeant, Life, pseudoRandom, Rig } from '../builders/rig.ts';

const second = {
  runAttempt: '2',
  runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/2',
};
const copyTo = [{ region: 'us-west-2' }, { region: 'eu-central-1' }];
const regions = ['eu-west-1', 'us-west-2', 'eu-central-1'];

function rigWithCopies(options: SimulatorOptions = { image: { seconds: 20 } }): Rig {
  const rig = new Rig(options);
  rig.regions.splice(0, rig.regions.length, ...regions);
  return rig;
}

function stateIn(rig: Rig, region: string): (string | undefined)[] {
  return [...rig.simulator.world(region).images.values()]
    .filter(({ deregisteredAt }) => deregisteredAt === undefined)
    .map(({ tags }) => tags.current.get('bake-ami:state'));
}

/** A main step that is killed right before its first call of this kind. */
async function killedBefore(rig: Rig, inputs: Partial<BakeInputs>, action: string, times = 1): Promise<void> {
  const life = new Life();
  const { promise: killed, resolve } = Promise.withResolvers<undefined>();
  let seen = 0;
  rig.simulator.calls.onCall((call) => {
    if (call.action === action && call.parameters['DryRun'] !== 'true') seen += 1;
    if (seen < times || !life.alive) return;
    life.alive = false;
    resolve(undefined);
  });
  await rig.clock.run(Promise.race([rig.start(inputs, {}, life), killed]));
}

/** A main step that is killed as soon as EC2 creates its image. */
async function left(options: SimulatorOptions = { image: { seconds: 300 } }): Promise<Rig> {
  const rig = new Rig(options);
  await rig.killed(9, 'after');
  expect(rig.images).toHaveLength(1);
  return rig;
}

describe('copies follow their home image', () => {
  test('marking it as ready is refused: the copies that are marked already go with it', async () => {
    const rig = rigWithCopies();
    rig.simulator.faults.add({
      action: 'CreateTags',
      when: (call) => call.region === 'eu-west-1' && isMeant(call),
      fault: faults.error('UnauthorizedOperation', 'You are not authorized.', 403),
    });
    const outcome = await rig.bake({ copyTo });
    expect(outcome.ok).toBe(false);
    expect(rig.log.join('\n')).toMatch(/in us-west-2 is marked as ready/);
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test('main is killed before it marks the home image: the post step removes the copies that are marked', async () => {
    const rig = rigWithCopies();
    await killedBefore(rig, { copyTo }, 'CreateTags', 2);
    expect(stateIn(rig, 'us-west-2')).toEqual(['ready']);
    expect(stateIn(rig, 'eu-west-1')).toEqual(['baking']);
    expect(await rig.post()).toMatchObject({ done: true, remaining: [], kept: [] });
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test('main is killed right after it has marked the home image: all stay, and the post step says so', async () => {
    const rig = rigWithCopies();
    await killedBefore(rig, { copyTo }, 'CreateTags', 3);
    expect(rig.phase).toBe('created');
    const report = await rig.post();
    expect(report?.removed).toEqual([]);
    expect(report?.kept.toSorted()).toEqual(rig.images.toSorted());
    expect(rig.images).toHaveLength(3);
    expect(regions.flatMap((region) => stateIn(rig, region))).toEqual(['ready', 'ready', 'ready']);
  });

  test('a later attempt resumes home image and copies', async () => {
    const rig = rigWithCopies({ image: { seconds: 60 } });
    await killedBefore(rig, { copyTo }, 'CopyImage', 2);
    const before = rig.images.toSorted();
    expect(before.length).toBeGreaterThan(1);
    await rig.clock.run(rig.clock.sleep(5_000));
    const outcome = await rig.bake({ copyTo }, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: true } });
    expect(rig.images).toEqual(expect.arrayContaining(before));
    expect(rig.images).toHaveLength(3);
    expect(regions.flatMap((region) => stateIn(rig, region))).toEqual(['ready', 'ready', 'ready']);
    expect(rig.snapshots).toHaveLength(6);
  });
});

describe('main and post at the same time, where no signals arrive', () => {
  /**
   * Post is started when main has made so many calls, with the state of that moment, and takes a while to begin. Main looks for
   * its marker around what it creates, and twice a second.
   */
  async function together(
    call: number,
    inputs: Partial<BakeInputs>,
    { latencyMilliseconds, startMilliseconds }: Record<'latencyMilliseconds' | 'startMilliseconds', number>,
  ): Promise<{ rig: Rig; outcome: Outcome; report: CleanupReport | undefined; life: Life }> {
    const rig = rigWithCopies({ image: { seconds: 6 }, latencyMilliseconds });
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const life: Life = new Life(call, 'before', begin);
    life.cancellation = new AbortController();
    const post = begun.then(async () => {
      const { state } = life;
      await rig.clock.sleep(startMilliseconds);
      const end = () => life.cancellation?.abort(new CancelledError('The post step has begun.'));
      life.look = end;
      rig.clock.sleep(500).then(end);
      return rig.startPost('1', undefined, state);
    });
    const main = rig.start(inputs, {}, life).finally(begin);
    const [outcome, report] = await rig.clock.run(Promise.all([main, post]));
    return { rig, outcome, report, life };
  }

  test.each([
    [50, 0],
    [150, 0],
    [700, 0],
    [50, 200],
    [150, 400],
    [400, 1000],
  ])(
    'with copies, post starting at any call of main, %d ms a call, and %d ms for the start: no orphan, and no false word',
    async (latencyMilliseconds, startMilliseconds) => {
      for (let call = 1; call <= 60; call += 1) {
        const { rig, outcome, life } = await together(
          call,
          { copyTo },
          { latencyMilliseconds, startMilliseconds },
        );
        const where = `call ${call}`;
        const isWhole = regions.flatMap((region) => stateIn(rig, region));
        const kept = isWhole.length > 0;
        expect({ where, states: isWhole }).toEqual({
          where,
          states: kept ? ['ready', 'ready', 'ready'] : [],
        });
        expect({ where, snapshots: rig.snapshots.length }).toEqual({ where, snapshots: kept ? 6 : 0 });
        expect({ where, ok: outcome.ok && !kept }).toEqual({ where, ok: false });
        const warnings = rig.log.filter((line) => /could not be removed/.test(line));
        expect({ where, warnings }).toEqual({ where, warnings: [] });
        if (life.calls < call) return;
      }
    },
    120_000,
  );
});

describe('the post step', () => {
  test('with credentials of another account names account, Region, IDs and commands, and changes nothing', async () => {
    const rig = await left({ image: { seconds: 300 }, accounts: { AKIDOTHER: '210987654321' } });
    rig.credentials = { accessKeyId: 'AKIDOTHER', secretAccessKey: 'example' };
    const changes = rig.simulator.calls.changes().length;
    await rig.post();
    const told = rig.log.find((line) => line.startsWith('warning The image of this bake is in account'));
    expect(told).toContain('account 123456789012');
    expect(told).toContain('of account 210987654321 by now');
    expect(told).toContain(
      `aws ec2 deregister-image --region eu-west-1 --image-id ${rig.images[0]} --delete-associated-snapshots`,
    );
    expect(rig.simulator.calls.changes()).toHaveLength(changes);
    expect(rig.images).toHaveLength(1);
  });

  describe('whose looks show the image now as it is, now as it was seconds ago', () => {
    /** Every second look at images is so many seconds old. */
    function seeNowAndThenLate(rig: Rig, seconds: number): void {
      let looks = 0;
      rig.simulator.faults.add({
        action: 'DescribeImages',
        fault: faults.stale(seconds),
        when: ({ action }) => {
          if (action === 'DescribeImages') looks += 1;
          return looks % 2 === 1;
        },
      });
    }

    test('removes the image of a main step that was killed', async () => {
      for (const seconds of [1, 2, 4, 8]) {
        const rig = await left();
        await rig.clock.run(rig.clock.sleep(30_000));
        seeNowAndThenLate(rig, seconds);
        const report = await rig.post();
        expect({ seconds, report }).toMatchObject({ report: { kept: [], remaining: [] } });
        expect([rig.images, rig.snapshots]).toEqual([[], []]);
      }
    });

    test('removes an image that main had just taken over from an earlier attempt', async () => {
      for (const seconds of [1, 2, 4, 8]) {
        const rig = await left();
        await rig.clock.run(rig.clock.sleep(30_000));
        const life = new Life();
        rig.start({}, second, life);
        await rig.clock.run(rig.clock.sleep(4_000));
        life.alive = false;
        seeNowAndThenLate(rig, seconds);
        const report = await rig.clock.run(rig.startPost('2', undefined, life.state));
        expect({ seconds, report }).toMatchObject({ report: { kept: [], remaining: [] } });
        expect([rig.images, rig.snapshots]).toEqual([[], []]);
      }
    });
  });

  test('that is told to end uses the seconds that are left, and names what it could not remove', async () => {
    const rig = await left();
    rig.simulator.faults.add({ action: 'DeregisterImage', fault: faults.requestLimitExceeded() });
    const cancellation = new AbortController();
    const ending = rig.clock.sleep(5_000).then(() => {
      cancellation.abort();
      return rig.clock.now();
    });
    const report = await rig.clock.run(rig.startPost('1', cancellation.signal));
    const toldAt = await ending;
    expect(rig.clock.now() - toldAt).toBeGreaterThan(3_000);
    expect(rig.clock.now() - toldAt).toBeLessThan(9_000);
    expect(report?.remaining.map(({ id }) => id)).toContain(rig.images[0]);
    expect(rig.log.join('\n')).toMatch(
      new RegExp(`^warning ${rig.images[0]} could not be removed .* aws ec2 deregister-image`, 'm'),
    );
  });

  test('whose image shows only after five minutes says that it may still appear, and how to look', async () => {
    const rig = new Rig({
      image: { seconds: 300 },
      consistency: { imageSeconds: 300, snapshotSeconds: 300, tagSeconds: 300 },
    });
    const life = new Life();
    const { promise: killed, resolve } = Promise.withResolvers<undefined>();
    rig.simulator.calls.onCall(({ action, parameters }) => {
      if (action !== 'CreateImage' || parameters['DryRun'] === 'true') return;
      life.alive = false;
      resolve(undefined);
    });
    await rig.clock.run(Promise.race([rig.start({}, {}, life), killed]));
    await rig.post();
    const told = rig.log.filter((line) => line.startsWith('warning')).join('\n');
    expect(told).toMatch(/may still appear/);
    expect(told).toMatch(/aws ec2 describe-images .*aws ec2 describe-snapshots/);
    expect(rig.log.join('\n')).not.toMatch(/nothing of this bake is left|left nothing open/);
  });
});

describe('where EC2 throttles most calls, the post step removes what three minutes allow', () => {
  const targets = [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'eu-central-1',
    'eu-west-2',
    'eu-west-3',
    'eu-north-1',
    'ap-northeast-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-south-1',
    'sa-east-1',
  ];

  /** So many of all calls, at random. */
  function throttle(rig: Rig, share: number, seed: number): void {
    const random = pseudoRandom(seed);
    rig.simulator.faults.add({ when: () => random() < share, fault: faults.requestLimitExceeded() });
  }

  test.each([
    [0.8, 1],
    [0.8, 2],
    [0.8, 3],
    [0.9, 1],
    [0.9, 2],
    [0.9, 3],
  ])('%d of the calls, home and 13 copies (seed %d)', async (share, seed) => {
    const rig = rigWithCopies({ image: { seconds: 20 } });
    rig.regions.splice(0, rig.regions.length, 'eu-west-1', ...targets);
    await killedBefore(rig, { copyTo: targets.map((region) => ({ region })) }, 'CreateTags');
    expect(rig.images).toHaveLength(14);
    throttle(rig, share, seed);
    const start = rig.clock.now();
    await rig.post();
    expect(rig.clock.now() - start).toBeLessThanOrEqual(185_000);
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test.each([0.8, 0.9])('%d of the calls, 14 images of one key in one Region', async (share) => {
    const rig = await left();
    const { key, claim } = JSON.parse(rig.state ?? '{}');
    const tags = { 'bake-ami:key': key, 'bake-ami:claim': claim, 'bake-ami:state': 'baking' };
    for (let more = 1; more < 14; more += 1) rig.simulator.seedImage({ tags, snapshotTags: tags });
    expect(rig.images).toHaveLength(14);
    throttle(rig, share, 1);
    await rig.post();
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });
});

describe('`on-failure: keep`, and the main step never learnt the ID of its image', () => {
  const kept = (id: string) =>
    new RegExp(`^warning ${id} is kept, as \`on-failure: keep\` asks for\\..* --image-id ${id} `, 'm');

  test.each([true, false])('with `wait: %s`, the post step names the image', async (wait) => {
    for (let call = 1; ; call += 1) {
      const rig = new Rig({ image: { seconds: 60 }, consistency: { imageSeconds: 4 } });
      if ((await rig.killed(call, 'after', { wait, onFailure: 'keep' }))?.ok) break;
      const [id = ''] = rig.images;
      const before = rig.log.length;
      await rig.post();
      const told = rig.log.slice(before).join('\n');
      expect(rig.images).toEqual(id === '' ? [] : [id]);
      if (id === '' || rig.phase === 'done') continue;
      expect(told).toMatch(kept(id));
      expect(told).not.toContain('nothing of this bake is left');
    }
  });

  test('it does not say that nothing is left when it has seen none, and tells how to look', async () => {
    const rig = new Rig({ image: { seconds: 60 }, consistency: { imageSeconds: 600 } });
    const life: Life = new Life();
    rig.simulator.calls.onCall((call) => {
      if (call.action === 'CreateImage' && isMeant(call)) life.alive = false;
    });
    await rig.clock.run(Promise.race([rig.start({ onFailure: 'keep' }, {}, life), rig.clock.sleep(10_000)]));
    expect(rig.images).toHaveLength(1);
    await rig.post();
    const told = rig.log.join('\n');
    expect(told).toMatch(
      /^warning The image of this run in eu-west-1, if there is one, is kept.* aws ec2 describe-images /m,
    );
    expect(told).not.toContain('nothing of this bake is left');
  });

  test('a main step that is cancelled meanwhile names it as well', async () => {
    const rig = new Rig({ image: { seconds: 60 }, consistency: { imageSeconds: 2 } });
    rig.simulator.calls.onCall((call) => {
      if (call.action === 'CreateImage' && isMeant(call)) rig.cancel();
    });
    const outcome = await rig.bake({ onFailure: 'keep' });
    expect(outcome.ok).toBe(false);
    const [id = ''] = rig.images;
    expect(rig.log.join('\n')).toMatch(kept(id));
    expect(rig.phase).toBe('done');
  });
});
