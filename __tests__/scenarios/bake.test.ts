import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { ProblemsError } from '../../src/base/errors.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Rig, startedAt } from '../builders/rig.ts';

describe('a bake that goes well', () => {
  test('makes one image with all its snapshots, the root first, and marks it as ready', async () => {
    const rig = new Rig({ image: { seconds: 180 } });
    const outcome = await rig.bake();

    expect(outcome.ok).toBe(true);
    const { image } = outcome.record;
    expect(rig.images).toEqual([image?.id]);
    expect(image?.state).toBe('available');
    expect(image?.snapshots.map(({ device, root, sizeGiB }) => ({ device, root, sizeGiB }))).toEqual([
      { device: '/dev/xvda', root: true, sizeGiB: 8 },
      { device: '/dev/sdf', root: false, sizeGiB: 20 },
    ]);
    expect(rig.snapshots.toSorted()).toEqual(image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted());
    for (const { tags } of [
      ...rig.simulator.world().images.values(),
      ...rig.simulator.world().snapshots.values(),
    ]) {
      expect(Object.fromEntries(tags.current)).toMatchObject({ 'bake-ami:state': 'ready' });
    }
    expect(rig.phase).toBe('done');
    expect(rig.clock.pending).toBe(0);
  });

  test('creates with one call, tags for image and snapshots in it', async () => {
    const rig = new Rig();
    await rig.bake({ ...someTemplates({ tags: ['Team=web'], snapshotTags: ['Backup=no'] }) });

    const [create, ...more] = rig.creates;
    expect(more).toEqual([]);
    const parameters = Object.values(create?.parameters ?? {});
    expect(parameters).toEqual(
      expect.arrayContaining(['image', 'snapshot', 'Team', 'web', 'Backup', 'bake-ami:key', 'baking']),
    );
    expect(rig.simulator.calls.changes().map(({ action }) => action)).toEqual(['CreateImage', 'CreateTags']);
  });

  test('makes the image’s ID known as soon as EC2 answers, long before it is available', async () => {
    const rig = new Rig({ image: { seconds: 600 } });
    await rig.bake();
    expect((rig.imageIdLearntAt ?? Number.POSITIVE_INFINITY) - startedAt).toBeLessThan(1000);
    expect(rig.seconds).toBeGreaterThan(600);
  });

  test('says once that the instance is rebooted', async () => {
    const rig = new Rig();
    const { record } = await rig.bake();
    expect(record.rebooted).toBe(true);
    expect(rig.log.filter((line) => /reboot/i.test(line))).toHaveLength(1);
  });

  test('neither asks for a reboot of a stopped instance nor mentions one', async () => {
    const rig = new Rig({}, { state: 'stopped' });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: true, record: { rebooted: false } });
    expect(rig.log.filter((line) => /reboot/i.test(line))).toEqual([]);
    expect(rig.creates.at(-1)?.parameters).not.toHaveProperty('NoReboot');
  });

  test('says the risk of no-reboot once, as a warning', async () => {
    const rig = new Rig();
    const { record } = await rig.bake({ noReboot: true });
    expect(rig.log.filter((line) => /no-reboot/i.test(line))).toEqual([
      expect.stringMatching(/^warning no-reboot: .*missing from the image/),
    ]);
    expect(record.rebooted).toBe(false);
    expect(rig.creates.at(-1)?.parameters['NoReboot']).toBe('true');
  });

  test('leaves excluded devices out', async () => {
    const rig = new Rig();
    const { record } = await rig.bake({ excludeDevices: ['/dev/sdf'] });
    expect(record.image?.snapshots.map(({ device }) => device)).toEqual(['/dev/xvda']);
    expect(rig.snapshots).toHaveLength(1);
  });

  test('waits for an instance in a passing state', async () => {
    const rig = new Rig({}, { state: 'stopping', becomes: { state: 'stopped', afterSeconds: 20 } });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toContain('is stopping; waiting');
  });

  test('does not wait with wait: false, and tells the snapshot IDs that EC2 tells', async () => {
    const rig = new Rig();
    const { ok, record } = await rig.bake({ wait: false });
    expect(ok).toBe(true);
    expect(rig.seconds).toBeLessThan(2);
    expect(record.image).toMatchObject({ state: 'pending' });
    expect(record.image?.snapshots).toHaveLength(2);
    expect(rig.phase).toBe('done');
  });

  test('is patient with an image that EC2 does not show for half a minute', async () => {
    const rig = new Rig({
      consistency: { imageSeconds: 30, snapshotSeconds: 30, tagSeconds: 40, writeSeconds: 45 },
      image: { seconds: 20 },
    });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.images).toHaveLength(1);
  });

  test('takes its pages one by one', async () => {
    const rig = new Rig({ pageSize: 1, image: { snapshotIdsAfterSeconds: 20 } });
    expect(await rig.bake()).toMatchObject({ ok: true });
  });

  test.each([
    [600, 105],
    [607, 105],
    [615, 105],
    [7_000, 600],
  ])('of %d seconds makes at most %d API calls', async (seconds, most) => {
    const rig = new Rig({ image: { seconds } });
    await rig.bake();
    expect(rig.simulator.calls.all.length).toBeLessThanOrEqual(most);
  });

  test.each(['steps', 'jumpy', () => 0] as const)(
    'of ten minutes makes at most 145 API calls, though progress shows as %p',
    async (progress) => {
      for (const seconds of [600, 604, 608, 612]) {
        const rig = new Rig({ image: { seconds, progress } }, {}, seconds);
        await rig.bake();
        expect(rig.simulator.calls.all.length).toBeLessThanOrEqual(145);
      }
    },
  );

  test.each([
    [30, 0.45],
    [60, 0.7],
    [95, 0.9],
    [300, 2.2],
    [600, 2.8],
  ])(
    'of %d seconds is over soon after the image is available: in the median after %d s',
    async (least, most) => {
      const runs = 45;
      const lags: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        // Times that differ by fractions of the longest interval, so that no phase of the polling is favoured.
        const seconds = least + (run / runs) * Math.min(15, least / 10);
        const rig = new Rig({ image: { seconds } }, {}, run);
        await rig.bake();
        const [image] = rig.simulator.world().images.values();
        lags.push((rig.clock.now() - (image?.availableAt ?? 0)) / 1000);
      }
      expect(lags.toSorted((a, b) => a - b)[Math.floor(runs / 2)]).toBeLessThan(most);
    },
  );
});

describe('a bake that EC2 ends badly', () => {
  test('ends within one poll, with EC2’s reason, and leaves neither image nor snapshot', async () => {
    const rig = new Rig({
      image: {
        seconds: 300,
        failure: { afterSeconds: 60, code: 'Client.InternalError', message: 'Client error on launch' },
      },
    });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Client.InternalError: Client error on launch') },
    });
    expect(rig.seconds).toBeLessThan(60 + 4 + 2);
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
    expect(rig.phase).toBe('done');
  });

  test.each([
    ['failed', /^EC2 could not create ami-\w+\. EC2's reason: Server\.InternalError: Internal/],
    ['error', /^EC2 could not create ami-\w+\./],
    ['invalid', /^EC2 says that ami-\w+ is invalid\./],
  ] as const)('knows %s as an end', async (state, message) => {
    const rig = new Rig({ image: { seconds: 300, failure: { afterSeconds: 30, state } } });
    expect(await rig.bake()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message) },
    });
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });

  test('keeps what there is with on-failure: keep, and says how to remove it', async () => {
    const rig = new Rig({ image: { seconds: 300, failure: { afterSeconds: 30 } } });
    expect(await rig.bake({ onFailure: 'keep' })).toMatchObject({ ok: false });
    expect(rig.images).toHaveLength(1);
    expect(rig.log.join('\n')).toMatch(/warning ami-\w+ is kept.*aws ec2 deregister-image/);
  });

  test('ends exactly at the deadline, after a last look', async () => {
    const rig = new Rig({ image: { seconds: 600 } });
    const outcome = await rig.bake({ timeoutMinutes: 2.5 });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        message: expect.stringMatching(
          /^Timed out after 2\.5 minutes .*still pending with its snapshots at \d+ %/,
        ),
      },
    });
    expect(outcome.record.phases.find(({ name }) => name === 'Wait')?.endedAt).toBeCloseTo(
      startedAt + 150_000,
      -3,
    );
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });

  test.each([
    ['DescribeInstances', faults.unavailable()],
    ['CreateImage', faults.stall()],
    ['CreateTags', faults.internalError()],
  ])('ends soon after the deadline when %s never gets an answer', async (action, fault) => {
    const rig = new Rig({ image: { seconds: 1 } });
    rig.simulator.faults.add({ action, when: isMeant, fault });
    const outcome = await rig.bake({ timeoutMinutes: 0.1 });
    expect(outcome.ok).toBe(false);
    const { phases } = outcome.record;
    const before = phases.filter(({ name }) => name !== 'Clean up').at(-1);
    expect(before?.endedAt).toBeLessThan(startedAt + 6_000 + 12_000);
    expect(rig.images).toEqual([]);
  });

  test('notices within about a minute that somebody has deregistered its image', async () => {
    const rig = new Rig({ image: { seconds: 1200 } });
    rig.simulator.faults.add({
      action: 'DescribeImages',
      fault: faults.error('InvalidAMIID.NotFound', 'The image id does not exist'),
      from: rig.clock.now() + 120_000,
      until: rig.clock.now() + 260_000,
    });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('does not exist any more') },
    });
    expect(outcome.record.phases.find(({ name }) => name === 'Wait')?.endedAt).toBeLessThan(
      startedAt + 215_000,
    );
  });

  test('takes an image that becomes available at the very deadline', async () => {
    const rig = new Rig({ image: { seconds: 149 } });
    expect(await rig.bake({ timeoutMinutes: 2.5 })).toMatchObject({ ok: true });
  });

  test.each(['success', 'skipped', 'client-error', 'internal-error'] as const)(
    'deletes the snapshots of a pending image, though EC2’s own deletion says %s',
    async (pendingSnapshots) => {
      const rig = new Rig({ image: { seconds: 600 }, deregistration: { pendingSnapshots } });
      await rig.bake({ timeoutMinutes: 1 });
      expect(rig.images).toEqual([]);
      expect(rig.snapshots).toEqual([]);
    },
  );

  test('names what it could not remove, with the command that does', async () => {
    const rig = new Rig({ image: { seconds: 300, failure: { afterSeconds: 30 } } });
    rig.simulator.permissions.deny('ec2:DeregisterImage');
    const outcome = await rig.bake();
    const [imageId] = rig.images;
    expect(outcome).toMatchObject({ ok: false, cleanup: { done: false } });
    // What cannot be removed for good is not waited for.
    expect(rig.seconds).toBeLessThan(60);
    expect(rig.log.join('\n')).toContain(
      `aws ec2 deregister-image --region eu-west-1 --image-id ${imageId} --delete-associated-snapshots`,
    );
    expect(rig.phase).not.toBe('done');
  });
});

describe('a bake that cannot begin', () => {
  test('says that the instance does not exist', async () => {
    const rig = new Rig();
    const outcome = await rig.bake({ instanceId: 'i-00000000000000000' });
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('i-00000000000000000 does not exist in eu-west-1') },
    });
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test('tells all that is wrong with it at once, and touches nothing', async () => {
    const rig = new Rig({}, { state: 'shutting-down' });
    const outcome = await rig.bake({ excludeDevices: ['/dev/xvda', '/dev/sdz'] });
    expect(outcome.ok).toBe(false);
    const error = (outcome as { error: unknown }).error as ProblemsError;
    expect(error).toBeInstanceOf(ProblemsError);
    expect(error.problems.join('\n')).toMatch(
      /is shutting-down[\s\S]*\/dev\/xvda is the root device[\s\S]*no volume at \/dev\/sdz/,
    );
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test('does not take an image of its name for its own', async () => {
    const rig = new Rig();
    rig.simulator.seedImage({ name: 'golden' });
    const before = rig.images;
    const outcome = await rig.bake({ ...someTemplates({ name: 'golden' }) });
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(`"golden" is taken in eu-west-1 by ${before[0]}`) },
    });
    expect(rig.images).toEqual(before);
    expect(rig.seconds).toBeLessThan(10);
  });

  test('names the permission that is missing', async () => {
    const rig = new Rig();
    rig.simulator.permissions.deny('ec2:CreateImage');
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: { remedy: expect.stringContaining('Allow ec2:CreateImage') },
    });
    expect(rig.images).toEqual([]);
  });
});
