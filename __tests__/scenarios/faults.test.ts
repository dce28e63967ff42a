/** Every fault of the simulator, on every call of a bake: afterwards there is one image, and nothing is orphaned. */
import { describe, expect, test } from '@jest/globals';
import { type Fault, type FaultRule, faults } from '../../simulator/faults.ts';
import { passing } from '../builders/faults.ts';
import { isMeant, Rig } from '../builders/rig.ts';

/** The calls of a bake; the second part says which ones of that action. */
const calls: [string, FaultRule['when']?][] = [
  ['DescribeInstances'],
  ['DescribeVolumes'],
  ['DescribeImages'],
  ['CreateImage as a dry run', (call) => !isMeant(call)],
  ['CreateImage', isMeant],
  ['DescribeSnapshots'],
  ['CreateTags'],
];
const rule = (name: string, when?: FaultRule['when']) => ({
  action: name.split(' ')[0] ?? '',
  ...(when ? { when } : {}),
});

function expectOneReadyImage(rig: Rig): void {
  expect(rig.images).toHaveLength(1);
  expect(rig.snapshots).toHaveLength(2);
  const [image] = [...rig.simulator.world().images.values()];
  expect(image?.tags.current.get('bake-ami:state')).toBe('ready');
  expect(rig.clock.pending).toBe(0);
}

describe.each(calls)('on %s', (call, when) => {
  test.each(Object.keys(passing))('%s once: one ready image', async (name) => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ ...rule(call, when), fault: passing[name] as Fault, times: 1 });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: true, record: { image: { id: rig.images[0] } } });
    expectOneReadyImage(rig);
  });

  test('throttling for a whole minute: one ready image', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const until = rig.clock.now() + 60_000;
    rig.simulator.faults.add({ ...rule(call, when), fault: faults.requestLimitExceeded(), until });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expectOneReadyImage(rig);
  });
});

describe('on DescribeImages while the image is made', () => {
  test.each([
    ['expired credentials', faults.requestExpired(), 'RequestExpired'],
    ['refused credentials', faults.authFailure(), 'AuthFailure'],
    [
      'a lost permission',
      faults.error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
      'UnauthorizedOperation',
    ],
  ])('%s end the wait at once and are told', async (_name, fault, code) => {
    const rig = new Rig({ image: { seconds: 600 } });
    rig.simulator.faults.add({ action: 'DescribeImages', fault, from: rig.clock.now() + 60_000 });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining(code) } });
    expect(outcome.record.phases.find(({ name }) => name === 'Wait')?.endedAt).toBeLessThan(
      rig.simulator.settings.clock.now() + 1,
    );
    expect(rig.seconds).toBeLessThan(75);
  });
});

describe('when the answer to CreateImage is lost', () => {
  test('the same request never makes a second image, though the first shows only after half a minute', async () => {
    const rig = new Rig({ image: { seconds: 60 }, consistency: { imageSeconds: 30, tagSeconds: 30 } });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.lostAnswer(), times: 1 });
    expect(await rig.bake()).toMatchObject({ ok: true, record: { image: { id: rig.images[0] } } });
    expectOneReadyImage(rig);
    expect(rig.creates.length).toBeGreaterThan(1);
  });

  test('and its tags show long after the image itself, it is still known as ours', async () => {
    const rig = new Rig({ image: { seconds: 60 }, consistency: { imageSeconds: 15, tagSeconds: 45 } });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.lostAnswer(), times: 1 });
    expect(await rig.bake()).toMatchObject({ ok: true, record: { image: { id: rig.images[0] } } });
    expectOneReadyImage(rig);
  });

  test('and again and again, there is still one image', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({
      action: 'CreateImage',
      when: isMeant,
      fault: faults.internalError(),
      times: 4,
    });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expectOneReadyImage(rig);
  });
});

test.each([
  'SnapshotCreationPerVolumeRateExceeded',
  'ConcurrentCreateImageNoRebootLimitExceeded',
  'PendingSnapshotLimitExceeded',
  'ConcurrentSnapshotLimitExceeded',
])('%s is waited out', async (code) => {
  const rig = new Rig({ image: { seconds: 60 } });
  rig.simulator.faults.add({
    action: 'CreateImage',
    when: isMeant,
    fault: faults.error(code, 'Try later.'),
    times: 2,
  });
  expect(await rig.bake()).toMatchObject({ ok: true });
  expect(rig.creates).toHaveLength(3);
});

describe.each(['DescribeImages', 'DeregisterImage', 'DescribeSnapshots', 'DeleteSnapshot'])(
  'when the image has failed, on %s of the clean-up',
  (action) => {
    test.each(Object.keys(passing))('%s once: nothing is left', async (name) => {
      const rig = new Rig({
        image: { seconds: 60, failure: { afterSeconds: 20, snapshots: 'continue' } },
        deregistration: { pendingSnapshots: 'skipped' },
      });
      rig.simulator.faults.add({
        action,
        fault: passing[name] as Fault,
        times: 1,
        from: rig.clock.now() + 21_000,
      });
      expect(await rig.bake()).toMatchObject({ ok: false });
      expect(rig.images).toEqual([]);
      expect(rig.snapshots).toEqual([]);
      expect(rig.phase).toBe('done');
    });
  },
);
