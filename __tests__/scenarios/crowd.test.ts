/** Many bakes at once in one account and Region, and a bake that cannot know whether there are others. */
import { describe, expect, test } from '@jest/globals';
import { measureOne } from '../../bench/fleet.ts';
import { faults } from '../../simulator/faults.ts';
import { Tags } from '../../simulator/model/tags.ts';
import { isMeant, Rig } from '../builders/rig.ts';

/** A look at an image among those of the same age. */
const isInCompany = ({ parameters }: { parameters: Readonly<Record<string, string>> }) =>
  Object.values(parameters).includes('creation-date');

describe('a bake in a crowd', () => {
  test('of a hundred a minute succeeds, and EC2 throttles next to nothing', async () => {
    const fleet = await measureOne('bake-ami', { bakes: 180, arrivalSeconds: 108, imageSeconds: 120 });
    expect(fleet).toMatchObject({ succeeded: 180, failures: {} });
    expect(fleet.throttledShare).toBeLessThan(0.01);
    expect(fleet.lagSeconds.median).toBeLessThan(12);
  }, 60_000);

  test('of sixty in the same second succeeds', async () => {
    const fleet = await measureOne('bake-ami', { bakes: 60, arrivalSeconds: 0, imageSeconds: 60 });
    expect(fleet).toMatchObject({ succeeded: 60, failures: {} });
  }, 60_000);
});

/** A bake among so many others of the same age that are not its business. */
function crowded(others: number): Rig {
  const rig = new Rig({ image: { seconds: 600 } });
  rig.simulator.calls.onCall((call) => {
    const { images } = rig.simulator.world();
    const image = images.get(rig.images[0] ?? '');
    if (call.action !== 'CreateImage' || !isMeant(call) || image === undefined) return;
    const tags = new Tags([['bake-ami:state', 'baking']], image.createdAt);
    for (let other = 0; other < others; other += 1) {
      const id = `ami-${String(other).padStart(17, '0')}`;
      images.set(id, { ...image, id, name: id, sequence: image.sequence + 1 + other, tags });
    }
  });
  return rig;
}

test('with a hundred others of its age, a bake makes a third of the calls', async () => {
  const rig = crowded(100);
  expect(await rig.bake()).toMatchObject({ ok: true });
  expect(rig.simulator.calls.all.length).toBeLessThan(35);
});

test('an image that EC2 does not show for a moment is not given up, however seldom it is looked at', async () => {
  const rig = crowded(100);
  const start = rig.clock.now();
  const fault = faults.error('InvalidAMIID.NotFound', 'The image id does not exist', 400);
  const when = ({ parameters }: { parameters: Readonly<Record<string, string>> }) =>
    'ImageId.1' in parameters;
  const hidden = rig.simulator.faults.add({
    action: 'DescribeImages',
    when,
    fault,
    from: start + 120_000,
    times: 1,
  });
  expect(await rig.bake()).toMatchObject({ ok: true });
  expect(hidden.strikes).toBe(1);
});

describe('a look in company', () => {
  test('takes the place of another look: it costs no call', async () => {
    const rig = new Rig({ image: { seconds: 180 } });
    await rig.bake();
    const looks = rig.simulator.calls.of('DescribeImages').filter(isInCompany);
    expect(looks).toHaveLength(2);
    // The look that follows comes after the usual interval.
    const [first] = looks;
    const next = rig.simulator.calls.of('DescribeImages').find(({ number }) => number > (first?.number ?? 0));
    expect((next?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1500);
  });

  test('counts neither what is ready nor what was left in the tag’s first state long ago', async () => {
    const rig = new Rig({ image: { seconds: 180 } });
    for (let other = 0; other < 50; other += 1) {
      rig.simulator.seedImage({ name: `other-${other}`, tags: { 'bake-ami:state': 'baking' } });
    }
    const quiet = new Rig({ image: { seconds: 180 } });
    await Promise.all([rig.bake(), quiet.bake()]);
    expect(rig.simulator.calls.all.length).toBe(quiet.simulator.calls.all.length);
  });

  test.each([
    ['is refused', faults.error('InvalidParameterValue', 'The filter ‘creation-date’ is invalid', 400)],
    ['is not allowed', faults.error('UnauthorizedOperation', 'You are not authorized.', 403)],
    ['is throttled', faults.requestLimitExceeded()],
    ['is reset', faults.reset()],
    ['is answered by nobody', faults.stall()],
    ['is answered with a web page', faults.htmlBody()],
    ['shows an old state', faults.stale(600)],
  ])('that %s changes nothing but the bake’s pace', async (_name, fault) => {
    const rig = new Rig({ image: { seconds: 120 } });
    rig.simulator.faults.add({ action: 'DescribeImages', when: isInCompany, fault });
    expect(await rig.bake()).toMatchObject({ ok: true, record: { image: { id: rig.images[0] } } });
    expect(rig.seconds).toBeLessThan(125);
  });

  test('finds nothing when the clocks do not agree, and is made up for at once', async () => {
    const rig = new Rig({ image: { seconds: 120 } });
    rig.simulator.calls.onCall((call) => {
      const image = rig.simulator.world().images.get(rig.images[0] ?? '');
      if (call.action === 'CreateImage' && isMeant(call) && image !== undefined) image.createdAt -= 3_600_000;
    });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.seconds).toBeLessThan(125);
  });
});

test('a server that does not know the filter of the looks at the snapshots is asked without it', async () => {
  const rig = new Rig({ image: { seconds: 120 } });
  rig.simulator.faults.add({
    action: 'DescribeSnapshots',
    when: ({ parameters }) => 'Filter.1.Name' in parameters,
    fault: faults.error('InvalidParameterValue', 'The filter ‘status’ is invalid', 400),
    times: Number.POSITIVE_INFINITY,
  });
  expect(await rig.bake()).toMatchObject({ ok: true });
  expect(rig.seconds).toBeLessThan(122);
  expect(rig.log.join('\n')).toMatch(/\d+ %/);
});
