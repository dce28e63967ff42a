/** What a bake does at the same time, so that over a network it takes few calls one after the other. */
import { describe, expect, test } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import { someTemplates } from '../builders/inputs.ts';
import { Rig, startedAt } from '../builders/rig.ts';

/** Of a call, in milliseconds, as the rig has it. */
const latency = 50;
const shared = { shareWith: ['111122223333'] };

/** Milliseconds from the start at which the calls arrived. */
function arrivedAt(rig: Rig, action: string): number[] {
  return rig.simulator.calls.of(action).map(({ at }) => at - startedAt);
}

function looksByName(rig: Rig) {
  return rig.simulator.calls
    .of('DescribeImages')
    .filter(({ parameters }) => parameters['Filter.1.Name'] === 'name');
}

describe('an image that is available at once and shared', () => {
  const instant = () => new Rig({ image: { seconds: 0 } });

  test('takes seven calls one after the other: look, create, look, share, read back, mark, read back', async () => {
    const rig = instant();
    expect(await rig.bake(shared)).toMatchObject({ ok: true });
    expect(rig.seconds).toBeCloseTo((7 * latency) / 1000, 2);
  });

  test('is asked nothing in advance: the next step finds out what is not allowed', async () => {
    const rig = instant();
    expect(await rig.bake(shared)).toMatchObject({ ok: true });
    expect(rig.simulator.calls.all.filter(({ parameters }) => parameters['DryRun'] === 'true')).toEqual([]);

    const pending = new Rig({ image: { seconds: 30 } });
    expect(await pending.bake(shared)).toMatchObject({ ok: true });
    const asked = pending.simulator.calls.all.filter(({ parameters }) => parameters['DryRun'] === 'true');
    expect(asked.map(({ action }) => action)).toContain('ModifyImageAttribute');
  });

  test('takes one more when its name needs the instance', async () => {
    const rig = instant();
    const named = someTemplates({ name: 'web-{{ instance.id }}' });
    expect(await rig.bake({ ...shared, ...named })).toMatchObject({ ok: true });
    expect(rig.seconds).toBeCloseTo((8 * latency) / 1000, 2);
  });

  test.each<[string, Fault]>([
    ['is throttled', faults.requestLimitExceeded()],
    ['is not answered', faults.stall()],
    ['shows none of them yet', faults.stale(60)],
  ])('is verified by a further look when that for its snapshots %s', async (_what, fault) => {
    const rig = instant();
    rig.simulator.faults.add({ action: 'DescribeSnapshots', nth: 1, fault });
    const outcome = await rig.bake(shared);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.record.image?.snapshots).toHaveLength(2);
    expect(rig.simulator.calls.of('DescribeSnapshots')).toHaveLength(2);
  });
});

describe('the look for the name', () => {
  test('is sent beside the first look at the instance, once', async () => {
    const rig = new Rig();
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(looksByName(rig).map(({ at }) => at - startedAt)).toEqual(arrivedAt(rig, 'DescribeInstances'));
  });

  test.each<[string, Fault]>([
    ['throttled', faults.requestLimitExceeded()],
    ['not answered', faults.stall()],
    ['cut on the way', faults.truncatedBody()],
  ])('is sent again when it was %s', async (_what, fault) => {
    const rig = new Rig();
    rig.simulator.faults.add({
      action: 'DescribeImages',
      when: ({ parameters }) => parameters['Filter.1.Name'] === 'name',
      nth: 1,
      fault,
    });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(looksByName(rig)).toHaveLength(2);
  });

  test('is sent again after the instance was waited for: the name may have been used meanwhile', async () => {
    const rig = new Rig({}, { state: 'stopping', becomes: { state: 'stopped', afterSeconds: 20 } });
    const running = rig.start(someTemplates({ name: 'golden' }));
    await rig.clock.run(rig.clock.sleep(10_000));
    rig.simulator.seedImage({ name: 'golden' });
    const outcome = await rig.clock.run(running);
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? '' : String(outcome.error)).toContain('"golden" is taken');
    expect(rig.creates).toEqual([]);
  });
});

describe('the warning of instance store volumes', () => {
  test.each<[string, Fault]>([
    ['throttled', faults.requestLimitExceeded()],
    ['not answered', faults.stall()],
    ['late', faults.late(5)],
  ])('does not hold CreateImage up when its call is %s', async (_what, fault) => {
    const rig = new Rig({}, { type: 'm5d.large' });
    rig.simulator.faults.add({ action: 'DescribeInstanceTypes', times: 99, fault });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(arrivedAt(rig, 'CreateImage')).toEqual([1.5 * latency]);
    expect(rig.log.join('\n')).toMatch(/^warning .*instance store volumes/m);
  });

  test('is given with the errors of a bake that creates nothing', async () => {
    const rig = new Rig({}, { type: 'm5d.large' });
    expect(await rig.bake({ excludeDevices: ['/dev/sdz'] })).toMatchObject({ ok: false });
    expect(rig.log.join('\n')).toMatch(/^warning .*instance store volumes \(75 GB\)/m);
  });
});
