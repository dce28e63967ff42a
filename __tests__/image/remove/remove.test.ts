/** What is removed of a bake that does not end well, and with which calls. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../../simulator/faults.ts';
import { isMeant, Rig } from '../../builders/rig.ts';

const failing = { seconds: 300, failure: { afterSeconds: 20, snapshots: 'continue' as const } };

function deregistrations(rig: Rig) {
  return rig.simulator.calls
    .of('DeregisterImage')
    .filter(isMeant)
    .map(({ parameters }) => parameters);
}

describe('the image goes with its snapshots in one call', () => {
  test('when the bake fails', async () => {
    const rig = new Rig({ image: failing });
    const { record } = await rig.bake();
    expect(deregistrations(rig)).toEqual([{ ImageId: record.image?.id, DeleteAssociatedSnapshots: 'true' }]);
  });

  test('when the post step removes it', async () => {
    const rig = new Rig({ image: { seconds: 300 } });
    await rig.killed(9, 'after');
    const [id] = rig.images;
    await rig.post();
    expect(deregistrations(rig)).toEqual([{ ImageId: id, DeleteAssociatedSnapshots: 'true' }]);
  });

  test('when it is what an earlier attempt left', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    rig.simulator.planNextImage(failing);
    await rig.bake({ onFailure: 'keep' });
    const [id] = rig.images;
    await rig.bake({}, { runAttempt: '2' });
    expect(deregistrations(rig)).toEqual([{ ImageId: id, DeleteAssociatedSnapshots: 'true' }]);
  });
});

test('pending snapshots of a leftover whose image never told their IDs are known by their description', async () => {
  const rig = new Rig({ image: { seconds: 20 }, deregistration: { pendingSnapshots: 'skipped' } });
  rig.simulator.planNextImage({ ...failing, snapshotIdsAfterSeconds: 3600 });
  expect(await rig.bake({ onFailure: 'keep' })).toMatchObject({ ok: false });
  const orphans = rig.snapshots;
  expect(orphans).toHaveLength(2);
  // The answer would have named the snapshots that were skipped.
  rig.simulator.faults.add({
    action: 'DeregisterImage',
    when: isMeant,
    fault: faults.lostAnswer(),
    times: 1,
  });

  const { ok, record } = await rig.bake({}, { runAttempt: '2' });
  expect(ok).toBe(true);
  expect(rig.images).toEqual([record.image?.id]);
  expect(rig.snapshots.toSorted()).toEqual(
    record.image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted(),
  );
});

describe('an image that EC2 calls unavailable, for it is deregistered, is gone', () => {
  test('when the first deregistration worked and its answer was lost', async () => {
    const rig = new Rig({ image: failing });
    rig.simulator.faults.add({
      action: 'DeregisterImage',
      when: isMeant,
      fault: faults.lostAnswer(),
      times: 1,
    });
    const outcome = await rig.bake();
    expect(rig.simulator.calls.of('DeregisterImage').filter(isMeant).at(-1)?.outcome.code).toBe(
      'InvalidAMIID.Unavailable',
    );
    expect(outcome).toMatchObject({ ok: false, cleanup: { done: true, remaining: [] } });
    expect((outcome as { cleanup?: { removed: string[] } }).cleanup?.removed).toContain(
      outcome.record.image?.id,
    );
    expect(rig.log.filter((line) => /could not be removed/.test(line))).toEqual([]);
    expect(JSON.parse(rig.state ?? '')).toMatchObject({ phase: 'done' });
  });

  test('when somebody else was faster and the look-up did not know it yet', async () => {
    const rig = new Rig({ image: failing });
    const from = rig.clock.now() + 12_000;
    rig.simulator.faults.add({ action: 'DescribeImages', fault: faults.stale(10), from });
    rig.simulator.calls.onCall((call) => {
      const { action, at } = call;
      const image = rig.simulator.world().images.get(rig.images[0] ?? '');
      // That it is to be removed shows ten seconds later, and that it is gone ten seconds after that.
      if (action === 'CreateTags' && isMeant(call) && image !== undefined) image.deregisteredAt = at + 5_000;
    });
    const outcome = await rig.bake();
    expect(rig.simulator.calls.of('DeregisterImage').filter(isMeant).at(-1)?.outcome.code).toBe(
      'InvalidAMIID.Unavailable',
    );
    expect(outcome).toMatchObject({ ok: false, cleanup: { done: true, remaining: [] } });
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });
});

test.each([0, 3600])(
  'an image that is gone when it is marked for its removal is gone, also if it shows so for %d s',
  async (shownSeconds) => {
    const rig = new Rig({ image: failing, deregistration: { shownSeconds } });
    const from = rig.clock.now() + 12_000;
    rig.simulator.faults.add({ action: 'DescribeImages', fault: faults.stale(10), from });
    rig.simulator.calls.onCall((call) => {
      const image = rig.simulator.world().images.get(rig.images[0] ?? '');
      if (call.action !== 'CreateImage' || image === undefined) return;
      // It fails at 20 s, which shows at 30 s.
      image.deregisteredAt = image.createdAt + 25_000;
    });
    const outcome = await rig.bake();
    expect(rig.simulator.calls.last('CreateTags')?.outcome.code).toBe('InvalidAMIID.Unavailable');
    expect(outcome).toMatchObject({ ok: false, cleanup: { done: true, remaining: [] } });
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  },
);

describe('an image whose tags somebody took away', () => {
  const stripped = (rig: Rig) => {
    rig.simulator.calls.onCall(({ action }) => {
      if (action !== 'CreateImage') return;
      for (const image of rig.simulator.world().images.values()) image.tags.remove([], rig.clock.now());
    });
    return rig;
  };

  test('is not deleted, and not passed over in silence', async () => {
    const rig = stripped(new Rig({ image: failing }));
    const outcome = await rig.bake();
    const id = outcome.record.image?.id ?? '';
    expect(deregistrations(rig)).toEqual([]);
    expect(outcome).toMatchObject({
      ok: false,
      cleanup: {
        done: false,
        remaining: expect.arrayContaining([
          {
            id,
            reason: 'it does not carry the tag bake-ami:key of this bake',
            command: expect.stringContaining(`deregister-image --region eu-west-1 --image-id ${id}`),
          },
        ]),
      },
    });
    await rig.post();
    expect(rig.log).toContainEqual(expect.stringMatching(`^warning.*${id} could not be removed`));
    expect(rig.images).toEqual([id]);
  });

  test('is no matter any more when it is gone by itself', async () => {
    const rig = stripped(new Rig({ image: failing }));
    rig.simulator.calls.onCall(({ action }) => {
      if (action !== 'CreateImage') return;
      for (const image of rig.simulator.world().images.values())
        image.deregisteredAt = image.createdAt + 60_000;
    });
    const outcome = await rig.bake();
    const remaining = (outcome as { cleanup?: { remaining: { id: string }[] } }).cleanup?.remaining;
    expect(remaining?.filter(({ id }) => id.startsWith('ami-'))).toEqual([]);
  });
});
