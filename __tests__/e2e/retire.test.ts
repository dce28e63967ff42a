/** The action `retire` as GitHub's runner runs it: the built `dist`, over HTTP, against the simulator. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { type Image, imageSnapshotIds } from '../../simulator/model/image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Stage, until } from '../builders/stage.ts';

const days = 86_400;
let stage: Stage | undefined;

afterEach(() => stage?.close());

const tags = { 'bake-ami:family': 'web', 'bake-ami:key': 'a'.repeat(32), 'bake-ami:state': 'ready' };

/** Five ready images of one family, the oldest first, 100 to 60 days old. */
async function scene(options?: SimulatorOptions) {
  stage = await Stage.open(options);
  const { simulator } = stage;
  const ids = [100, 90, 80, 70, 60].map(
    (age) =>
      simulator.seedImage({
        name: `web-${age}`,
        ageSeconds: age * days,
        tags: { ...tags, 'bake-ami:key': String(age).padStart(32, '0') },
        snapshotTags: { ...tags, 'bake-ami:key': String(age).padStart(32, '0') },
      }).id,
  );
  const step = (more: Readonly<Record<string, string>> = {}) =>
    (stage as Stage).step({ family: 'web', keep: '2', ...more }, {}, { action: 'retire' });
  const there = () =>
    [...simulator.world().images.values()]
      .filter(({ deregisteredAt }) => deregisteredAt === undefined)
      .map(({ id }) => id);
  return { simulator, ids, step, there };
}

describe('retire', () => {
  test('only plans, unless it is told otherwise', async () => {
    const { ids, step, there, simulator } = await scene();
    const dry = step();
    const result = await dry.main();
    expect([result.code, result.log.match(/::error.*/g)]).toEqual([0, null]);
    expect(JSON.parse(dry.outputs()['would-remove'] ?? '')).toEqual(ids.slice(0, 3));
    expect(JSON.parse(dry.outputs()['removed'] ?? '')).toEqual([]);
    expect(there()).toEqual(expect.arrayContaining(ids));
    expect(simulator.calls.changes()).toEqual([]);
  });

  test('removes the old images and their snapshots, and keeps the newest', async () => {
    const { ids, step, there, simulator } = await scene();
    const wet = step({ 'dry-run': 'false' });
    const result = await wet.main();
    expect([result.code, result.log.match(/::error.*/g)]).toEqual([0, null]);
    expect(JSON.parse(wet.outputs()['removed'] ?? '')).toEqual(ids.slice(0, 3));
    expect(there()).toEqual(ids.slice(3));
    const snapshots = [...simulator.world().snapshots.values()];
    expect(snapshots.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2);
    expect((await wet.post()).code).toBe(0);
  });

  test('keeps what a launch template, an instance or a tag needs, with the reason', async () => {
    const { ids, step, there, simulator } = await scene();
    const [first = '', second = ''] = ids;
    simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: first }] });
    simulator
      .world()
      .images.get(second)
      ?.tags.put([{ key: 'bake-ami:keep', value: 'yes' }], Date.now());
    const wet = step({ 'dry-run': 'false' });
    expect((await wet.main()).code).toBe(0);
    expect(there()).toEqual([first, second, ...ids.slice(3)]);
    const kept = JSON.parse(wet.outputs()['kept'] ?? '');
    expect(kept[first]).toContain('launch template');
    expect(kept[second]).toContain('bake-ami:keep');
  });

  test('deletes nothing when something cannot be looked up', async () => {
    const { ids, step, there, simulator } = await scene();
    simulator.faults.add({
      action: 'DescribeImageReferences',
      fault: faults.error('UnauthorizedOperation', 'You are not authorized.', 403),
    });
    const wet = step({ 'dry-run': 'false' });
    const { code, log } = await wet.main();
    expect(code).toBe(1);
    expect(log).toContain('Nothing was deleted');
    expect(there()).toEqual(expect.arrayContaining(ids));
  });

  test('reports all problems of its inputs at once', async () => {
    const { step, simulator } = await scene();
    const { code, log } = await step({ keep: '0', max: 'x', 'unused-for': '1h' }).main();
    expect(code).toBe(1);
    for (const name of ['keep', 'max', 'unused-for']) expect(log).toContain(`input \`${name}\``);
    expect(simulator.calls.all).toEqual([]);
  });

  test.each([0, 150, 400, 800])(
    'is run twice at once, %i ms apart: both succeed, and each image is removed once',
    async (milliseconds) => {
      const { ids, step, there, simulator } = await scene({ latencyMilliseconds: 20 });
      const steps = [0, milliseconds].map(async (delay) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        const one = step({ 'dry-run': 'false', max: '2' });
        return { one, ...(await one.main()) };
      });
      const results = await Promise.all(steps);
      expect(results.map(({ code, log }) => [code, log.match(/::error.*/g)])).toEqual([
        [0, null],
        [0, null],
      ]);
      const removed = results.map(({ one }) => JSON.parse(one.outputs()['removed'] ?? '') as string[]);
      // The two oldest at least; the third too, unless both had planned by then.
      for (const some of removed) expect(some.length).toBeLessThanOrEqual(2);
      const gone = ids.filter((id) => !there().includes(id));
      expect(new Set(removed.flat())).toEqual(new Set(gone));
      expect(gone).toEqual(ids.slice(0, gone.length));
      expect(gone.length === 2 || gone.length === 3).toBe(true);
      const calls = simulator.calls.of('DeregisterImage').filter(({ outcome }) => outcome.done);
      expect(calls).toHaveLength(gone.length);
      const { images, snapshots } = simulator.world();
      const needed = there().flatMap((id) => imageSnapshotIds(images.get(id) as Image));
      const left = [...snapshots.values()].filter(({ deletedAt }) => deletedAt === undefined);
      expect(left.map(({ id }) => id).toSorted()).toEqual(needed.toSorted());
      for (const { one } of results) expect(await one.post()).toMatchObject({ code: 0 });
      expect(there()).toEqual(ids.slice(gone.length));
    },
  );

  test('is cancelled while it removes: the post step says what has become of it', async () => {
    const { ids, step, there, simulator } = await scene({ latencyMilliseconds: 50 });
    const wet = step({ 'dry-run': 'false' });
    const running = wet.main();
    await until(() => simulator.calls.of('DeregisterImage').length > 0);
    wet.kill('SIGINT');
    const { code, log } = await running;
    expect({ code, log }).toMatchObject({ code: 1 });
    const post = await wet.post();
    expect(post.code).toBe(0);
    expect(there()).toEqual(expect.arrayContaining(ids.slice(3)));
    const { images, snapshots } = simulator.world();
    const needed = there().flatMap((id) => imageSnapshotIds(images.get(id) as Image));
    const left = [...snapshots.values()].filter(({ deletedAt }) => deletedAt === undefined);
    expect(left.map(({ id }) => id).toSorted()).toEqual(needed.toSorted());
    for (const id of ids.filter((one) => !there().includes(one))) expect(log + post.log).toContain(id);
  });
});
