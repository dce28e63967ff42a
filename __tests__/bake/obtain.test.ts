/** What becomes of an image that a later attempt wants to resume when another process is at it at the same time. */
import { expect, test } from '@jest/globals';
import { Rig } from '../builders/rig.ts';

/** The first attempt has left its image; when the second claims it, another process writes that tag. */
async function rigWhere(
  key: string,
  value: string,
  passed = 60,
): Promise<{ rig: Rig; old: string | undefined }> {
  const rig = new Rig({ image: { seconds: 60 } });
  await rig.killed(9, 'after');
  const [old] = rig.images;
  await rig.clock.advance(passed);
  const stop = rig.simulator.calls.onCall(({ action, at }) => {
    if (action !== 'CreateTags') return;
    stop();
    rig.simulator
      .world()
      .images.get(old ?? '')
      ?.tags.put([{ key, value }], at);
  });
  return { rig, old };
}

test.each([
  ['has finished it', 'bake-ami:state', 'ready', /is ready by now/],
  ['has claimed it', 'bake-ami:claim', '2-000000000009', /taken over/],
])(
  'a process that %s at the same time keeps it, and the bake creates its own',
  async (_what, key, value, told) => {
    const { rig, old } = await rigWhere(key, value);
    expect(old).toMatch(/^ami-/);
    const { ok, record } = await rig.bake({}, { runAttempt: '2' });
    expect(ok).toBe(true);
    expect(record).toMatchObject({ created: true, resumed: false });
    expect(record.image?.id).not.toBe(old);
    expect(record.warnings).toContainEqual(expect.stringMatching(told));
    expect(rig.images.toSorted()).toEqual([old, record.image?.id].toSorted());
  },
);

test('where that image has the name of the bake, and is ready, it is not taken for its own', async () => {
  const { rig, old } = await rigWhere('bake-ami:state', 'ready', 0);
  const outcome = await rig.bake({}, { runAttempt: '2' });
  expect(outcome).toMatchObject({ ok: false, error: { name: 'NothingCreatedError' }, cleanup: undefined });
  expect(outcome).toMatchObject({
    error: { message: expect.stringContaining(`is taken in eu-west-1 by ${old}`) },
  });
  expect(rig.images).toEqual([old]);
});

test('an image that its process had begun to remove when it lost it goes, and the bake creates its own', async () => {
  const { rig, old } = await rigWhere('bake-ami:state', 'removing');
  const { ok, record } = await rig.bake({}, { runAttempt: '2' });
  expect(ok).toBe(true);
  expect(record).toMatchObject({ created: true, resumed: false });
  expect(record.warnings).toContainEqual(expect.stringMatching(/is removing by now/));
  expect(rig.images).toEqual([record.image?.id]);
  expect(record.image?.id).not.toBe(old);
});

test('an image that nobody else is at is resumed', async () => {
  const { rig, old } = await rigWhere('team', 'storefront');
  const { ok, record } = await rig.bake({}, { runAttempt: '2' });
  expect(ok).toBe(true);
  expect(record).toMatchObject({ resumed: true, image: { id: old } });
  expect(record).not.toHaveProperty('rebooted');
});
