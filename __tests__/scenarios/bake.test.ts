import { describe, expect, test } from '@jest/globals';
import { ProblemsError } from '../../src/errors.ts';
import { Bench, startedAt } from '../builders/bench.ts';
import { someTemplates } from '../builders/inputs.ts';

describe('a bake that goes well', () => {
  test('makes one image with all its snapshots, the root first, and marks it as ready', async () => {
    const bench = new Bench({ image: { seconds: 180 } });
    const outcome = await bench.bake();

    expect(outcome.ok).toBe(true);
    const { image } = outcome.record;
    expect(bench.images).toEqual([image?.id]);
    expect(image?.state).toBe('available');
    expect(image?.snapshots.map(({ device, root, sizeGiB }) => ({ device, root, sizeGiB }))).toEqual([
      { device: '/dev/xvda', root: true, sizeGiB: 8 },
      { device: '/dev/sdf', root: false, sizeGiB: 20 },
    ]);
    expect(bench.snapshots.toSorted()).toEqual(image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted());
    for (const { tags } of [...bench.simulator.world().images.values(), ...bench.simulator.world().snapshots.values()]) {
      expect(Object.fromEntries(tags.current)).toMatchObject({ 'bake-ami:state': 'ready' });
    }
    expect(bench.saved?.phase).toBe('settled');
    expect(bench.clock.pending).toBe(0);
  });

  test('creates with one call, tags for image and snapshots in it', async () => {
    const bench = new Bench();
    await bench.bake({ templates: someTemplates({ tags: ['Team=web'], snapshotTags: ['Backup=no'] }) });

    const [create, ...more] = bench.simulator.calls.of('CreateImage');
    expect(more).toEqual([]);
    const parameters = Object.values(create?.parameters ?? {});
    expect(parameters).toEqual(expect.arrayContaining(['image', 'snapshot', 'Team', 'web', 'Backup', 'bake-ami:key', 'baking']));
    expect(bench.simulator.calls.changes().map(({ action }) => action)).toEqual(['CreateImage', 'CreateTags']);
  });

  test('makes the image’s ID known as soon as EC2 answers, long before it is available', async () => {
    const bench = new Bench({ image: { seconds: 600 } });
    await bench.bake();
    expect((bench.imageIdLearntAt ?? Number.POSITIVE_INFINITY) - startedAt).toBeLessThan(1000);
    expect(bench.seconds).toBeGreaterThan(600);
  });

  test('says once that the instance is rebooted', async () => {
    const bench = new Bench();
    const { record } = await bench.bake();
    expect(record.rebooted).toBe(true);
    expect(bench.log.filter((line) => /reboot/i.test(line))).toHaveLength(1);
  });

  test('neither asks for a reboot of a stopped instance nor mentions one', async () => {
    const bench = new Bench({}, { state: 'stopped' });
    const outcome = await bench.bake();
    expect(outcome).toMatchObject({ ok: true, record: { rebooted: false } });
    expect(bench.log.filter((line) => /reboot/i.test(line))).toEqual([]);
    expect(bench.simulator.calls.last('CreateImage')?.parameters).not.toHaveProperty('NoReboot');
  });

  test('says the risk of no-reboot once, as a warning', async () => {
    const bench = new Bench();
    const { record } = await bench.bake({ noReboot: true });
    expect(bench.log.filter((line) => /no-reboot/i.test(line))).toEqual([expect.stringMatching(/^warning no-reboot: .*missing from the image/)]);
    expect(record.rebooted).toBe(false);
    expect(bench.simulator.calls.last('CreateImage')?.parameters['NoReboot']).toBe('true');
  });

  test('leaves excluded devices out', async () => {
    const bench = new Bench();
    const { record } = await bench.bake({ excludeDevices: ['/dev/sdf'] });
    expect(record.image?.snapshots.map(({ device }) => device)).toEqual(['/dev/xvda']);
    expect(bench.snapshots).toHaveLength(1);
  });

  test('waits for an instance in a passing state', async () => {
    const bench = new Bench({}, { state: 'stopping', becomes: { state: 'stopped', afterSeconds: 20 } });
    expect(await bench.bake()).toMatchObject({ ok: true });
    expect(bench.log.join('\n')).toContain('is stopping; waiting');
  });

  test('does not wait with wait: false, and tells the snapshot IDs that EC2 tells', async () => {
    const bench = new Bench();
    const { ok, record } = await bench.bake({ wait: false });
    expect(ok).toBe(true);
    expect(bench.seconds).toBeLessThan(2);
    expect(record.image).toMatchObject({ state: 'pending' });
    expect(record.image?.snapshots).toHaveLength(2);
    expect(bench.saved?.phase).toBe('settled');
  });

  test('is patient with an image that EC2 does not show for half a minute', async () => {
    const bench = new Bench({ consistency: { imageSeconds: 30, snapshotSeconds: 30, tagSeconds: 40, writeSeconds: 45 }, image: { seconds: 20 } });
    expect(await bench.bake()).toMatchObject({ ok: true });
    expect(bench.images).toHaveLength(1);
  });

  test('takes its pages one by one', async () => {
    const bench = new Bench({ pageSize: 1, image: { snapshotIdsAfterSeconds: 20 } });
    expect(await bench.bake()).toMatchObject({ ok: true });
  });

  test('makes at most 120 API calls in 10 minutes, and 600 in 2 hours', async () => {
    const short = new Bench({ image: { seconds: 600 } });
    await short.bake();
    expect(short.simulator.calls.all.length).toBeLessThanOrEqual(120);
    const long = new Bench({ image: { seconds: 7_000 } });
    await long.bake();
    expect(long.simulator.calls.all.length).toBeLessThanOrEqual(620);
  });
});

describe('a bake that EC2 ends badly', () => {
  test('ends within one poll, with EC2’s reason, and leaves neither image nor snapshot', async () => {
    const bench = new Bench({
      image: { seconds: 300, failure: { afterSeconds: 60, code: 'Client.InternalError', message: 'Client error on launch' } },
    });
    const outcome = await bench.bake();
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining('Client.InternalError: Client error on launch') } });
    expect(bench.seconds).toBeLessThan(60 + 4 + 2);
    expect(bench.images).toEqual([]);
    expect(bench.snapshots).toEqual([]);
    expect(bench.saved?.phase).toBe('settled');
  });

  test.each(['failed', 'error', 'invalid'] as const)('knows %s as an end', async (state) => {
    const bench = new Bench({ image: { seconds: 300, failure: { afterSeconds: 30, state } } });
    expect(await bench.bake()).toMatchObject({ ok: false, error: { message: expect.stringContaining(` is ${state}.`) } });
    expect(bench.images).toEqual([]);
    expect(bench.snapshots).toEqual([]);
  });

  test('keeps what there is with on-failure: keep, and says how to remove it', async () => {
    const bench = new Bench({ image: { seconds: 300, failure: { afterSeconds: 30 } } });
    expect(await bench.bake({ onFailure: 'keep' })).toMatchObject({ ok: false });
    expect(bench.images).toHaveLength(1);
    expect(bench.log.join('\n')).toMatch(/warning ami-\w+ is kept.*aws ec2 deregister-image/);
  });

  test('ends exactly at the deadline, after a last look', async () => {
    const bench = new Bench({ image: { seconds: 600 } });
    const outcome = await bench.bake({ timeoutMinutes: 2.5 });
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(/still pending, its snapshots at \d+ %/) } });
    expect(outcome.record.phases.find(({ name }) => name === 'Wait')?.endedAt).toBeCloseTo(startedAt + 150_000, -3);
    expect(bench.images).toEqual([]);
    expect(bench.snapshots).toEqual([]);
  });

  test('takes an image that becomes available at the very deadline', async () => {
    const bench = new Bench({ image: { seconds: 149 } });
    expect(await bench.bake({ timeoutMinutes: 2.5 })).toMatchObject({ ok: true });
  });

  test.each(['success', 'skipped', 'client-error', 'internal-error'] as const)(
    'deletes the snapshots of a pending image, though EC2’s own deletion says %s',
    async (pendingSnapshots) => {
      const bench = new Bench({ image: { seconds: 600 }, deregistration: { pendingSnapshots } });
      await bench.bake({ timeoutMinutes: 1 });
      expect(bench.images).toEqual([]);
      expect(bench.snapshots).toEqual([]);
    },
  );

  test('names what it could not remove, with the command that does', async () => {
    const bench = new Bench({ image: { seconds: 300, failure: { afterSeconds: 30 } } });
    bench.simulator.permissions.deny('ec2:DeregisterImage');
    const outcome = await bench.bake();
    const [imageId] = bench.images;
    expect(outcome).toMatchObject({ ok: false, cleanup: { done: false } });
    expect(bench.log.join('\n')).toContain(`aws ec2 deregister-image --region eu-west-1 --image-id ${imageId} --delete-associated-snapshots`);
    expect(bench.saved?.phase).not.toBe('settled');
  });
});

describe('a bake that cannot begin', () => {
  test('says that the instance does not exist', async () => {
    const bench = new Bench();
    const outcome = await bench.bake({ instanceId: 'i-00000000000000000' });
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining('i-00000000000000000 does not exist in eu-west-1') } });
    expect(bench.simulator.calls.changes()).toEqual([]);
  });

  test('tells all that is wrong with it at once, and touches nothing', async () => {
    const bench = new Bench({}, { state: 'terminated' });
    const outcome = await bench.bake({ excludeDevices: ['/dev/xvda', '/dev/sdz'] });
    expect(outcome.ok).toBe(false);
    const error = (outcome as { error: unknown }).error as ProblemsError;
    expect(error).toBeInstanceOf(ProblemsError);
    expect(error.problems.join('\n')).toMatch(/is terminated[^]*\/dev\/xvda is the root device[^]*no EBS volume at \/dev\/sdz/);
    expect(bench.simulator.calls.changes()).toEqual([]);
  });

  test('does not take an image of its name for its own', async () => {
    const bench = new Bench();
    bench.simulator.seedImage({ name: 'golden' });
    const before = bench.images;
    const outcome = await bench.bake({ templates: someTemplates({ name: 'golden' }) });
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining(`"golden" is taken in eu-west-1 by ${before[0]}`) } });
    expect(bench.images).toEqual(before);
    expect(bench.seconds).toBeLessThan(10);
  });

  test('names the permission that is missing', async () => {
    const bench = new Bench();
    bench.simulator.permissions.deny('ec2:CreateImage');
    const outcome = await bench.bake();
    expect(outcome).toMatchObject({ ok: false, error: { remedy: expect.stringContaining('Allow ec2:CreateImage') } });
    expect(bench.images).toEqual([]);
  });
});
