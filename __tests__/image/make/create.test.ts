/** An unclear CreateImage is settled by looking at what is there: only the very image that was asked for is adopted. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../../simulator/faults.ts';
import type { ImageSeed } from '../../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../../simulator/options.ts';
import { someTemplates } from '../../builders/inputs.ts';
import { isMeant, Rig } from '../../builders/rig.ts';

const golden = someTemplates({ name: 'golden' });

async function keyOf(rig: Rig): Promise<string> {
  const { record } = await rig.bake({ ...golden, dryRun: true });
  return record.names?.key ?? '';
}

/** The image comes up right before the CreateImage that is meant: no check has seen it. */
function appearsBeforeCreation(rig: Rig, seed: ImageSeed): { id: string | undefined } {
  const appeared: { id: string | undefined } = { id: undefined };
  rig.simulator.meanwhile.beforeCall({ action: 'CreateImage', when: isMeant, nth: 1 }, () => {
    appeared.id = rig.simulator.seedImage(seed).id;
  });
  return appeared;
}

describe('after a lost answer', () => {
  test.each([
    ['reset before the work', faults.reset(), 2],
    ['lost after the work', faults.lostAnswer(), 1],
  ])('an image of our key but another name is not adopted (%s)', async (_name, fault, creates) => {
    const rig = new Rig({ image: { seconds: 30 } });
    const tags = { 'bake-ami:key': await keyOf(rig), 'bake-ami:state': 'baking' };
    const before = rig.creates.length;
    const other = appearsBeforeCreation(rig, { name: 'silver', tags });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault, times: 1 });

    const outcome = await rig.bake(golden);
    expect(outcome).toMatchObject({ ok: true, record: { image: { name: 'golden' } } });
    expect(outcome.record.image?.id).not.toBe(other.id);
    expect(rig.creates.length - before).toBe(creates);
  });

  test('an image of our key and name that is ready is not adopted, and stays', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const tags = { 'bake-ami:key': await keyOf(rig), 'bake-ami:state': 'ready' };
    const finished = appearsBeforeCreation(rig, { name: 'golden', tags });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.reset(), times: 1 });

    const outcome = await rig.bake(golden);
    expect(outcome.ok).toBe(false);
    expect(outcome.record.image).toBeUndefined();
    expect(rig.images).toEqual([finished.id]);
    expect(rig.snapshots).toHaveLength(1);
  });

  test('the finished image of the first attempt is not the image of the second', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const first = await rig.bake();
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.reset(), times: 1 });
    const second = await rig.bake({}, { runAttempt: '2' });
    expect(second.ok).toBe(true);
    expect(second.record.image?.id).not.toBe(first.record.image?.id);
    expect(rig.images.toSorted()).toEqual([first.record.image?.id, second.record.image?.id].toSorted());
  });
});

describe('when EC2 says that the name is taken', () => {
  test.each<[string, SimulatorOptions['consistency']]>([
    ['half a minute later than the image', { imageSeconds: 5, tagSeconds: 35 }],
    ['nearly a minute later than the image', { tagSeconds: 55 }],
    ['later than the image, which shows late itself', { imageSeconds: 20, tagSeconds: 70 }],
    ['between the look for them and the look at the image', { imageSeconds: 15, tagSeconds: 45 }],
  ])('by our own image, whose tags show %s: it is adopted', async (_name, consistency) => {
    const rig = new Rig({ image: { seconds: 30 }, ...(consistency ? { consistency } : {}) });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.lostAnswer(), times: 1 });
    expect(await rig.bake()).toMatchObject({ ok: true, record: { image: { id: rig.images[0] } } });
    expect(rig.images).toHaveLength(1);
    expect(rig.snapshots).toHaveLength(2);
    expect(rig.simulator.calls.last('CreateImage')?.outcome.code).toBe('InvalidAMIName.Duplicate');
  });

  test('by an old image of somebody else: the bake ends at once and leaves that image alone', async () => {
    const rig = new Rig();
    const other = appearsBeforeCreation(rig, { name: 'golden' });
    const outcome = await rig.bake(golden);
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        name: 'NothingCreatedError',
        message: expect.stringContaining(other.id ?? 'nothing'),
      },
      cleanup: undefined,
    });
    expect(rig.seconds).toBeLessThan(10);
    expect(rig.images).toEqual([other.id]);
    expect(rig.simulator.calls.of('DeregisterImage', 'DeleteSnapshot').filter(isMeant)).toEqual([]);
  });
});

test('CreateImage is not sent when `timeout-minutes` is over, and there is nothing to clean up', async () => {
  const rig = new Rig();
  rig.simulator.faults.add({ fault: faults.late(3) });
  const outcome = await rig.bake({ timeoutMinutes: 0.1 });
  expect(outcome).toMatchObject({
    ok: false,
    cleanup: undefined,
    record: { unfinished: false },
    error: {
      message:
        'Timed out after 0.1 minutes (`timeout-minutes`) before CreateImage was sent. The instance was not touched.',
    },
  });
  expect(rig.creates).toEqual([]);
});
