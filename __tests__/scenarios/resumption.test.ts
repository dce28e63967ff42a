/** Later attempts of the same workflow run, and bakes that only look alike. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { someTemplates } from '../builders/inputs.ts';
import { Rig } from '../builders/rig.ts';

const second = {
  runAttempt: '2',
  runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/2',
};

function stateOf(rig: Rig, id: string | undefined): string | undefined {
  return rig.simulator
    .world()
    .images.get(id ?? '')
    ?.tags.current.get('bake-ami:state');
}

/** A look that comes after the image was made. */
function isAfterCreation(rig: Rig): () => boolean {
  return () => rig.images.length > 0;
}

describe('a second attempt', () => {
  test('takes up the image that is still being made, and says so', async () => {
    const rig = new Rig({ image: { seconds: 300 } });
    const expiry = rig.simulator.faults.add({
      action: 'DescribeImages',
      fault: faults.requestExpired(),
      from: rig.clock.now() + 60_000,
    });
    expect(await rig.bake({ onFailure: 'keep' })).toMatchObject({ ok: false });
    expiry.remove();
    const [kept] = rig.images;

    const outcome = await rig.bake({ onFailure: 'keep' }, second);
    expect(outcome).toMatchObject({
      ok: true,
      record: { created: true, resumed: true, image: { id: kept } },
    });
    expect(outcome.record.rebooted).toBeUndefined();
    expect(outcome.record.names?.name).toBe(outcome.record.image?.name);
    expect(rig.creates).toHaveLength(1);
    expect(rig.log.join('\n')).toMatch(
      /^notice Resuming the image that attempt 1 of this workflow run created/m,
    );
    expect(stateOf(rig, kept)).toBe('ready');
  });

  test('takes up an image of its own fixed name whose tags do not show yet', async () => {
    const rig = new Rig({ image: { seconds: 300 }, consistency: { tagSeconds: 20 } });
    const expiry = rig.simulator.faults.add({
      action: 'DescribeImages',
      when: isAfterCreation(rig),
      fault: faults.requestExpired(),
    });
    const fixed = { ...someTemplates({ name: 'golden' }), onFailure: 'keep' } as const;
    expect(await rig.bake(fixed)).toMatchObject({ ok: false });
    expiry.remove();
    const [kept] = rig.images;
    expect(await rig.bake(fixed, second)).toMatchObject({
      ok: true,
      record: { resumed: true, image: { id: kept } },
    });
    expect(rig.creates).toHaveLength(1);
  });

  test('does not wait for tags of an old image that has its name', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    rig.simulator.seedImage({ name: 'golden' });
    await rig.clock.run(rig.clock.sleep(120_000));
    const start = rig.clock.now();
    expect(await rig.bake({ ...someTemplates({ name: 'golden' }) }, second)).toMatchObject({
      ok: false,
    });
    expect(rig.clock.now() - start).toBeLessThan(5_000);
  });

  test('bakes anew when the first one was ready', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    const first = await rig.bake();
    const outcome = await rig.bake({}, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false } });
    expect(outcome.record.image?.id).not.toBe(first.record.image?.id);
    expect(rig.images).toHaveLength(2);
  });

  test('removes what failed, with its snapshots, and bakes anew', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    rig.simulator.planNextImage({ failure: { afterSeconds: 5, snapshots: 'continue' } });
    expect(await rig.bake({ onFailure: 'keep' })).toMatchObject({ ok: false });
    const [failed] = rig.images;

    const outcome = await rig.bake({}, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false } });
    expect(rig.images).toEqual([outcome.record.image?.id]);
    expect(rig.images).not.toContain(failed);
    expect(rig.snapshots).toHaveLength(2);
  });

  test('that learns of the first one’s image only because its name is taken takes it up all the same', async () => {
    const rig = new Rig({
      image: { seconds: 20 },
      consistency: { imageSeconds: 12, snapshotSeconds: 12, tagSeconds: 20 },
    });
    const fixed = { ...someTemplates({ name: 'fixed-{{ short_sha }}' }) };
    while (rig.creates.length === 0) await rig.killed(rig.simulator.calls.all.length + 1, 'after', fixed);
    const outcome = await rig.bake(fixed, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: true } });
    expect(rig.images).toEqual([outcome.record.image?.id]);
    expect(stateOf(rig, rig.images[0])).toBe('ready');
  });

  test('that fails itself leaves the finished image of the first one alone', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    const first = await rig.bake();
    rig.simulator.planNextImage({ failure: { afterSeconds: 5 } });
    expect(await rig.bake({}, second)).toMatchObject({ ok: false });
    expect(rig.images).toEqual([first.record.image?.id]);
    expect(rig.snapshots).toHaveLength(2);
  });
});

describe('is not taken up', () => {
  test.each([
    ['another run', { runId: '1' }],
    ['another job', { job: 'other' }],
    ['another step', { step: 'other' }],
    ['another repository', { repo: 'api' }],
  ])('the image of %s', async (_name, run) => {
    const rig = new Rig({ image: { seconds: 300 } });
    await rig.killed(9, 'after', {
      ...someTemplates({ name: 'web-{{ timestamp }}-{{ run_id }}-{{ job }}-{{ repo }}' }),
    });
    expect(rig.images).toHaveLength(1);
    const outcome = await rig.bake(
      { ...someTemplates({ name: 'web-{{ timestamp }}-x{{ run_id }}-{{ job }}-{{ repo }}' }) },
      run,
    );
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false } });
    expect(rig.images).toHaveLength(2);
  });

  test('the image of another account that carries our key', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const dry = await rig.bake({ dryRun: true });
    const key = dry.record.names?.key ?? '';
    rig.simulator.seedImage({
      accountId: '666677778888',
      public: true,
      tags: { 'bake-ami:key': key, 'bake-ami:state': 'baking' },
    });
    expect(await rig.bake()).toMatchObject({ ok: true, record: { resumed: false } });
  });
});
