/** A whole bake that distributes: copies, lifecycle, sharing, parameters; with faults and kills in between. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { findParameter } from '../../simulator/model/parameter-store.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { CancelledError, causesOf } from '../../src/base/errors.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Rig, startedAt } from '../builders/rig.ts';

const regions = ['eu-west-1', 'us-west-2', 'eu-central-1'];
const parameter = '/golden/web';
const again = {
  runAttempt: '2',
  runUrl: 'https://github.com/acme/web/actions/runs/17532140987/attempts/2',
};

function distributed(rig: Rig, overrides: Partial<BakeInputs> = {}): Partial<BakeInputs> {
  rig.regions.splice(0, rig.regions.length, ...regions);
  return {
    copyTo: [{ region: 'us-west-2' }, { region: 'eu-central-1' }],
    shareWith: ['111122223333'],
    requireImdsv2: true,
    deprecateAfter: { kind: 'after', milliseconds: 90 * 86_400_000 },
    ssmParameters: [parseTemplate(parameter)],
    ...overrides,
  };
}

function imagesIn(rig: Rig, region: string) {
  return [...rig.simulator.world(region).images.values()].filter(
    ({ deregisteredAt }) => deregisteredAt === undefined,
  );
}

function parameterIn(rig: Rig, region: string): string | undefined {
  const world = rig.simulator.world(region);
  return findParameter(world, world.settings.accountId, parameter)?.versions.at(-1)?.value;
}

function expectOneEverywhere(rig: Rig): void {
  for (const region of regions) {
    const images = imagesIn(rig, region);
    expect({ region, count: images.length }).toEqual({ region, count: 1 });
    const [image] = images;
    expect(image?.tags.current.get('bake-ami:state')).toBe('ready');
    expect([...(image?.launchPermissions.current ?? [])]).toEqual(['111122223333']);
    expect(parameterIn(rig, region)).toBe(image?.id);
  }
  expect(rig.snapshots).toHaveLength(2 * regions.length);
}

describe('a bake that distributes', () => {
  test('knows how each image is, and when each volume and each Region was done', async () => {
    const rig = new Rig({ image: { seconds: 60, snapshotIdsAfterSeconds: 1 } });
    const wishes = { deregistrationProtection: 'on' as const };
    const { record } = await rig.bake(distributed(rig, wishes));
    const deprecatedAt = Math.floor((startedAt + 90 * 86_400_000) / 60_000) * 60_000;
    const lifecycle = { deprecatedAt, imdsv2: true, protection: 'on' };
    expect([record.image, ...(record.copies ?? []).map(({ image }) => image)]).toEqual(
      regions.map((region) => expect.objectContaining({ region, lifecycle })),
    );
    const parts = Object.fromEntries(record.phases.map(({ name, parts = [] }) => [name, parts]));
    expect(parts['Wait']?.map(({ name }) => name)).toEqual(['/dev/xvda', '/dev/sdf']);
    expect(parts['Copy']?.map(({ name }) => name)).toEqual(['us-west-2', 'eu-central-1']);
    for (const { startedAt: start, endedAt = 0 } of parts['Copy'] ?? [])
      expect((endedAt - start) / 1000).toBeGreaterThanOrEqual(60);
  });

  test('leaves one image a Region, tagged, shared, settled and published alike', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const outcome = await rig.bake(distributed(rig));
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    expectOneEverywhere(rig);
    expect(outcome.record.copies?.map(({ region, image }) => [region, image?.state])).toEqual([
      ['us-west-2', 'available'],
      ['eu-central-1', 'available'],
    ]);
    const actions = rig.simulator.calls.changes().map(({ action }) => action);
    const lastOther = actions.findLastIndex((action) => action !== 'PutParameter' && action !== 'CreateTags');
    expect(actions.indexOf('PutParameter')).toBeGreaterThan(lastOther);
  });

  test('tells the newest ready image of the family before it', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    const first = await rig.bake({}, { runId: '1' });
    const second = await rig.bake({}, { runId: '2' });
    expect(first.record.previous).toBeNull();
    expect(second.record.previous).toMatchObject({ id: first.record.image?.id });
  });

  test('takes as long as the slowest Region, though there are ten', async () => {
    const many = [
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'eu-central-1',
      'eu-west-2',
      'eu-west-3',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-northeast-1',
    ];
    const rig = new Rig({ image: { seconds: 300 } });
    const copyTo = many.map((region) => ({ region }));
    const outcome = await rig.bake({ copyTo });
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    const copy = outcome.record.phases.find(({ name }) => name === 'Copy');
    expect(((copy?.endedAt ?? 0) - (copy?.startedAt ?? 0)) / 1000).toBeLessThan(330);
  });

  test('whose copy fails in one Region names it, and leaves nothing anywhere', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.planNextCopy(
      { failure: { afterSeconds: 20, code: 'Client.InvalidKey', message: 'no such key' } },
      'us-west-2',
    );
    const outcome = await rig.bake(distributed(rig));
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/us-west-2: [\s\S]*no such key/) },
    });
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
    expect(rig.simulator.calls.of('PutParameter')).toEqual([]);
  });

  test('and fails in one Region with on-failure: keep is finished by a second attempt, with the same copies', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.planNextCopy({ failure: { afterSeconds: 20 } }, 'us-west-2');
    const inputs = distributed(rig, { onFailure: 'keep' });
    expect(await rig.bake(inputs)).toMatchObject({ ok: false });
    const [good] = imagesIn(rig, 'eu-central-1');
    const outcome = await rig.bake(inputs, again);
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    expectOneEverywhere(rig);
    expect(imagesIn(rig, 'eu-central-1')[0]?.id).toBe(good?.id);
  });
});

describe('a second attempt that fails before it copies', () => {
  test('removes the copies that the first one has begun', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const inputs = distributed(rig);
    rig.simulator.planNextCopy({ failure: { afterSeconds: 5 } }, 'us-west-2');
    await rig.bake({ ...inputs, onFailure: 'keep' });
    expect(rig.images.length).toBeGreaterThan(1);
    rig.simulator.faults.add({ action: 'DescribeSnapshots', fault: faults.requestExpired(), times: 1 });
    const outcome = await rig.bake(inputs, again);
    expect(outcome).toMatchObject({ ok: false, record: { resumed: true } });
    expect(outcome.record.phases.map(({ name }) => name)).not.toContain('Copy');
    expect([rig.images, rig.snapshots]).toEqual([[], []]);
  });

  test('keeps the images that a parameter names already', async () => {
    const rig = new Rig({ image: { seconds: 20 } });
    const inputs = distributed(rig);
    rig.simulator.faults.add({
      action: 'CreateTags',
      when: isMeant,
      fault: faults.requestExpired(),
      times: 1,
    });
    expect(await rig.bake(inputs)).toMatchObject({ ok: false });
    expect(rig.images).toHaveLength(3);
    expect(rig.log.join('\n')).toContain('is kept, since an SSM parameter or a launch template may name it');
    rig.simulator.faults.add({ action: 'DescribeSnapshots', fault: faults.requestExpired(), times: 1 });
    expect(await rig.bake(inputs, again)).toMatchObject({ ok: false, record: { resumed: true } });
    expect(rig.images).toHaveLength(3);
  });
});

test('a parameter that is refused moves nothing, and the images go as on-failure says', async () => {
  const rig = new Rig({ image: { seconds: 20 } });
  rig.simulator.permissions.deny('ssm:PutParameter');
  expect(await rig.bake(distributed(rig))).toMatchObject({ ok: false, record: { parameters: [] } });
  expect([rig.images, rig.snapshots]).toEqual([[], []]);
});

test.each(['GetParameters', 'PutParameter'])(
  'a Systems Manager that does not answer %s is not waited for beyond timeout-minutes',
  async (action) => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ action, fault: faults.stall(), from: rig.clock.now() + 60_000 });
    const outcome = await rig.bake(distributed(rig, { copyTo: [], timeoutMinutes: 2 }));
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(`ssm:${action}`) },
    });
    const publish = outcome.record.phases.find(({ name }) => name === 'Publish');
    expect(((publish?.endedAt ?? 0) - outcome.record.startedAt) / 1000).toBeLessThan(140);
  },
);

test.each(['CopyImage', 'ModifyImageAttribute'])(
  'a refused %s is decoded for each image, with its causes below',
  async (action) => {
    const rig = new Rig({ image: { seconds: 20 } });
    // Taken away only when it has been found to be there.
    rig.simulator.meanwhile.at(15, () => rig.simulator.permissions.deny(`ec2:${action}`));
    const outcome = await rig.bake(distributed(rig));
    const { error } = outcome as { error: Error };
    for (const region of action === 'CopyImage' ? regions.slice(1) : regions) {
      expect(error.message).toMatch(
        new RegExp(`- ${region}: Could not .*\n?.*Decoded: no policy allows ec2:${action}`),
      );
    }
    expect(causesOf(error).join('\n')).toContain('UnauthorizedOperation');
  },
);

test('what fails for the only image is told as it is, with its remedy apart', async () => {
  const rig = new Rig({ image: { seconds: 20 } });
  rig.simulator.meanwhile.at(15, () => rig.simulator.permissions.deny('ec2:EnableImageDeprecation'));
  expect(await rig.bake(distributed(rig, { copyTo: [] }))).toMatchObject({
    ok: false,
    error: {
      message: expect.stringMatching(/^Could not deprecate image ami-/),
      remedy: expect.stringMatching(/^Allow ec2:EnableImageDeprecation/),
    },
  });
});

describe('cancelled while the parameters are written', () => {
  function cancelledAt(nth: number): Rig {
    const rig = new Rig({ image: { seconds: 20 } });
    rig.simulator.calls.onCall(() => {
      if (rig.simulator.calls.of('PutParameter').length === nth) rig.cancel();
    });
    return rig;
  }

  test('it tells which have been changed, which perhaps, and which not', async () => {
    const rig = cancelledAt(2);
    rig.simulator.seedParameter({ region: 'eu-west-1', name: parameter, value: 'ami-00000000000000001' });
    const { error } = (await rig.bake(distributed(rig))) as { error: CancelledError };
    const idIn = (region: string) => imagesIn(rig, region)[0]?.id;
    expect(error).toBeInstanceOf(CancelledError);
    expect(error.message.split('\n')).toEqual([
      'The step was cancelled (SIGINT).',
      'What has become of the pointers to the image:',
      `- ${parameter} in eu-west-1 was changed: ami-00000000000000001 → ${idIn('eu-west-1')}`,
      `- ${parameter} in us-west-2 may have been changed, its answer was not waited for: (none) → ${idIn('us-west-2')}`,
      `- ${parameter} in eu-central-1 was not changed`,
      'To finish by hand:',
      `- aws ssm put-parameter --region us-west-2 --name ${parameter} --value ${idIn('us-west-2')} --type String --overwrite`,
      `- aws ssm put-parameter --region eu-central-1 --name ${parameter} --value ${idIn('eu-central-1')} --type String --overwrite`,
      'To go back:',
      `- aws ssm put-parameter --region eu-west-1 --name ${parameter} --value ami-00000000000000001 --type String --overwrite`,
      `- aws ssm delete-parameter --region us-west-2 --name ${parameter}`,
    ]);
    expect(error.remedy).toMatch(/^The images are kept.* Re-run the job/);
    expect(rig.images).toHaveLength(3);
  });

  test('a second attempt tells each once, and of the one that the first has changed that it held the ID before', async () => {
    const rig = cancelledAt(3);
    const fault = faults.error('ParameterMaxVersionLimitExceeded', 'The oldest version has a label.');
    rig.simulator.faults.add({ action: 'PutParameter', fault, nth: 2 });
    expect(await rig.bake(distributed(rig))).toMatchObject({ ok: false });
    const { error } = (await rig.bake(distributed(rig), again)) as { error: CancelledError };
    expect(error.message.match(/^- \/.*$/gm)).toEqual([
      expect.stringMatching(/ in eu-west-1 held ami-\w+ before$/),
      expect.stringMatching(/ in us-west-2 may have been changed/),
      expect.stringMatching(/ in eu-central-1 was not changed$/),
    ]);
  });
});

test('copies that a second attempt makes have the tags of the image that it took up', async () => {
  const rig = new Rig({ image: { seconds: 20 } });
  const inputs = distributed(rig, someTemplates({ name: 'web-{{ timestamp }}' }));
  const copying = rig.simulator.faults.add({ action: 'CopyImage', fault: faults.requestExpired() });
  await rig.bake({ ...inputs, onFailure: 'keep' });
  copying.remove();
  const outcome = await rig.bake(inputs, again);
  expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
  const tags = regions.map((region) => Object.fromEntries(imagesIn(rig, region)[0]?.tags.current ?? []));
  expect(tags[1]).toEqual(tags[0]);
  expect(tags[2]).toEqual(tags[0]);
});

test('beside a reused image, copies that an earlier attempt finished are never removed', async () => {
  const rig = new Rig({ image: { seconds: 20 } });
  const fixed = distributed(rig, { ifExists: 'reuse', ...someTemplates({ name: 'golden' }) });
  expect(await rig.bake(fixed)).toMatchObject({ ok: true });
  rig.simulator.permissions.deny('ec2:DescribeImageAttribute');
  expect(await rig.bake(fixed, again)).toMatchObject({ ok: false });
  await rig.post();
  expect(rig.images).toHaveLength(3);
});

test.each(['by another run', 'by hand'])(
  'copies of a reused image, made %s, are of this bake: they go when it fails, and are found again',
  async (how) => {
    const rig = new Rig({ image: { seconds: 20 } });
    const fixed = distributed(rig, { ifExists: 'reuse', ...someTemplates({ name: 'golden' }) });
    if (how === 'by hand') rig.simulator.seedImage({ name: 'golden' });
    else await rig.bake({ ...fixed, copyTo: [] }, { runId: '1' });
    const before = rig.images;
    const denied = rig.simulator.faults.add({
      action: 'DescribeImageAttribute',
      fault: faults.requestExpired(),
    });
    expect(await rig.bake(fixed)).toMatchObject({ ok: false });
    expect(rig.simulator.calls.of('CopyImage')).toHaveLength(2);
    expect(rig.images).toEqual(before);
    expect(await rig.bake({ ...fixed, onFailure: 'keep' })).toMatchObject({ ok: false });
    denied.remove();
    const outcome = await rig.bake(fixed, again);
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    expect(rig.images).toHaveLength(3);
  },
);

test('the image before a reused one is older than it', async () => {
  const rig = new Rig({ image: { seconds: 20 } });
  const named = (name: string) => ({ ifExists: 'reuse' as const, ...someTemplates({ name }) });
  const one = await rig.bake(named('one'), { runId: '1' });
  const two = await rig.bake(named('two'), { runId: '2' });
  expect(two.record.previous).toMatchObject({ id: one.record.image?.id });
  const reused = await rig.bake(named('one'), { runId: '3' });
  expect(reused.record).toMatchObject({ created: false, previous: null });
});

describe.each([
  'CopyImage',
  'ModifyImageAttribute',
  'EnableImageDeprecation',
  'PutParameter',
  'GetParameters',
  'DescribeRegions',
])('on %s', (action) => {
  test.each([
    ['answer lost', faults.lostAnswer()],
    ['reset', faults.reset()],
    ['stall', faults.stall()],
    ['500', faults.internalError({ after: true })],
  ])('%s once: one image a Region', async (_name, fault) => {
    const rig = new Rig({ image: { seconds: 30 } });
    rig.simulator.faults.add({ action, fault, times: 1 });
    const outcome = await rig.bake(distributed(rig));
    expect(outcome.ok ? 'ok' : outcome.error).toBe('ok');
    expectOneEverywhere(rig);
  });
});

test('the parameter changes only after everything else has worked', async () => {
  for (const action of ['CopyImage', 'ModifyImageAttribute', 'EnableImageDeprecation', 'DescribeSnapshots']) {
    const rig = new Rig({ image: { seconds: 30 } });
    rig.simulator.permissions.deny(`ec2:${action}`);
    expect({ action, ...(await rig.bake(distributed(rig))) }).toMatchObject({ action, ok: false });
    expect(rig.simulator.calls.of('PutParameter')).toEqual([]);
    expect({
      action,
      left: [...rig.images, ...rig.snapshots].filter(() => action !== 'DescribeSnapshots'),
    }).toEqual({ action, left: [] });
  }
});

describe('killed at every call', () => {
  const calls = Array.from({ length: 200 }, (_, index) => index + 1);

  test('the post step leaves nothing, unless a parameter may name the images already', async () => {
    for (const call of calls) {
      const rig = new Rig({ image: { seconds: 20 } });
      if ((await rig.killed(call, 'after', distributed(rig))) !== undefined) break;
      await rig.post();
      const published = rig.simulator.calls.of('PutParameter').length > 0;
      const where = `killed after call ${call}, ${rig.simulator.calls.all.at(-1)?.action}`;
      if (!published)
        expect({ where, images: rig.images, snapshots: rig.snapshots }).toEqual({
          where,
          images: [],
          snapshots: [],
        });
    }
  }, 120_000);

  test('a second attempt leaves one image a Region', async () => {
    for (const call of calls) {
      const rig = new Rig({ image: { seconds: 20 } });
      const inputs = distributed(rig);
      if ((await rig.killed(call, 'after', inputs)) !== undefined) break;
      if (imagesIn(rig, 'eu-west-1').some((image) => image.tags.current.get('bake-ami:state') === 'ready'))
        continue;
      const outcome = await rig.bake(inputs, again);
      expect({ call, outcome: outcome.ok ? 'ok' : outcome.error }).toEqual({ call, outcome: 'ok' });
      expectOneEverywhere(rig);
    }
  }, 120_000);
});

test('where a copy is refused there is none to look for: the bake ends at once', async () => {
  const rig = new Rig({ image: { seconds: 60 } });
  rig.simulator.permissions.deny('ec2:CopyImage');
  const outcome = await rig.bake({ copyTo: [{ region: 'us-west-2' }] });
  expect(outcome).toMatchObject({ ok: false, cleanup: { done: true, unknown: [] } });
  expect(rig.seconds).toBeLessThan(70);
  expect([...rig.images, ...rig.snapshots]).toEqual([]);
});

test('where the answer to the request for a copy was lost before it was refused, the copy is looked for', async () => {
  const rig = new Rig({ image: { seconds: 60 } });
  rig.regions.push('us-west-2');
  rig.simulator.faults.add({ action: 'CopyImage', fault: faults.lostAnswer(), times: 1 });
  rig.simulator.faults.add({
    action: 'CopyImage',
    fault: faults.error('UnauthorizedOperation', 'No'),
    nth: 2,
  });
  const outcome = await rig.bake({ copyTo: [{ region: 'us-west-2' }] });
  expect(outcome).toMatchObject({ ok: false, cleanup: { done: true } });
  expect([...rig.images, ...rig.snapshots]).toEqual([]);
});
