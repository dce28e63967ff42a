/** Doomed bakes, dry runs and sharing, on the committed dist. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { isMeant } from '../builders/rig.ts';
import { Stage } from '../builders/stage.ts';

let stages: Stage[] = [];
async function open(options?: SimulatorOptions, seed?: InstanceSeed): Promise<Stage> {
  const stage = await Stage.open(options, seed);
  stages.push(stage);
  return stage;
}
afterEach(async () => {
  await Promise.all(stages.map((stage) => stage.close()));
  stages = [];
});

const organization = 'arn:aws:organizations::123456789012:organization/o-exampleorg1';
const unit = 'arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-ab12-cdefgh34';
const encryptedByAws: InstanceSeed = { volumes: [{ device: '/dev/xvda', encrypted: 'aws-managed' }] };

describe('a doomed bake ends in under 3 seconds, with the cause and the remedy, and touches nothing', () => {
  test.each<[string, InstanceSeed, Record<string, string>, RegExp]>([
    ['terminated instance', { state: 'terminated' }, {}, /is terminated.*pass another one/],
    ['instance-store root', { rootDeviceType: 'instance-store' }, {}, /instance store volume/],
    ['excluded root', {}, { 'exclude-devices': '/dev/xvda' }, /is the root device/],
    ['excluded device that is not there', {}, { 'exclude-devices': '/dev/sdz' }, /no volume at \/dev\/sdz/],
    [
      'account not allowed',
      {},
      { 'allowed-account-ids': '"999988887777"'.replaceAll('"', '') },
      /allowed-account-ids/,
    ],
    [
      'AWS managed key and share-with',
      encryptedByAws,
      { 'share-with': '111122223333' },
      /AWS managed key aws\/ebs.*customer managed key: copy its snapshot with re-encryption/,
    ],
    ['AWS managed key and public', encryptedByAws, { public: 'true' }, /`public`.*is encrypted/],
  ])('%s', async (_name, seed, inputs, message) => {
    const stage = await open({}, seed);
    const step = stage.step(inputs);
    const { code, log, milliseconds } = await step.main();
    expect(code).toBe(1);
    expect(log).toMatch(message);
    expect(stage.simulator.calls.changes()).toEqual([]);
    expect(milliseconds).toBeLessThan(3_000);
    expect(step.summary()).toContain('Bake failed');
  });

  test.each<[string, Record<string, string>, (simulator: Simulator) => void, RegExp]>([
    [
      'a name that is taken, and block public access, both',
      { name: 'golden', public: 'true' },
      (simulator) => {
        simulator.seedImage({ name: 'golden' });
        simulator.world().publicAccessBlocks.add('123456789012');
      },
      /"golden" is taken.*block public access for AMIs is on/,
    ],
    [
      'a name that a disabled image has',
      { name: 'golden' },
      (simulator) => simulator.seedImage({ name: 'golden', state: 'disabled' }),
      /"golden" is taken in eu-west-1 by ami-\w+, which is disabled/,
    ],
    [
      'a Region that is not enabled, beside a device that is not there',
      { 'copy-to': 'af-south-1', 'exclude-devices': '/dev/sdz' },
      () => undefined,
      /no volume at \/dev\/sdz.*af-south-1 is not enabled/,
    ],
    [
      'encryption by default in the Region of a copy that is shared',
      { 'copy-to': 'us-west-2', 'share-with': '111122223333' },
      (simulator) => simulator.world('us-west-2').ebsEncryption.enable('123456789012'),
      /encryption by default in us-west-2.*AWS managed key/,
    ],
  ])('%s', async (_name, inputs, prepare, message) => {
    const stage = await open();
    prepare(stage.simulator);
    const { code, log, milliseconds } = await stage.step(inputs).main();
    expect({ code, log }).toMatchObject({ code: 1, log: expect.stringMatching(message) });
    expect(milliseconds).toBeLessThan(3_000);
    expect(stage.simulator.calls.changes()).toEqual([]);
  });

  test('a volume whose key is pending deletion', async () => {
    const stage = await open({}, { volumes: [{ device: '/dev/xvda', encrypted: 'customer-managed' }] });
    for (const key of stage.simulator.world().keys.values()) key.state = 'PendingDeletion';
    const { code, log, milliseconds } = await stage.step().main();
    expect({ code, log }).toMatchObject({
      code: 1,
      log: expect.stringMatching(/^::error.*\/dev\/xvda is encrypted with .* is pending deletion/m),
    });
    expect(milliseconds).toBeLessThan(3_000);
    expect(stage.simulator.calls.changes()).toEqual([]);
  });

  test('a missing permission is named', async () => {
    const stage = await open();
    stage.simulator.permissions.deny('ec2:CreateImage');
    const { code, log, milliseconds } = await stage.step().main();
    expect(code).toBe(1);
    expect(log).toContain('ec2:CreateImage');
    expect(milliseconds).toBeLessThan(3_000);
    expect(stage.simulator.calls.changes()).toEqual([]);
  });
});

describe('what can be known only after some patience is known within five seconds', () => {
  test.each<[string, SimulatorOptions, Record<string, string>, RegExp]>([
    [
      'an instance that EC2 does not know',
      {},
      { 'instance-id': 'i-0123456789abcdef0' },
      /i-0123456789abcdef0 does not exist in eu-west-1/,
    ],
    [
      'a Region that does not answer',
      { regions: { 'us-west-2': 'silent' } },
      { 'copy-to': 'us-west-2', 'exclude-devices': '/dev/sdz' },
      /no volume at \/dev\/sdz[\s\S]*us-west-2 does not answer/,
    ],
  ])('%s', async (_name, options, inputs, message) => {
    const stage = await open(options);
    const step = stage.step(inputs);
    const { code, log, milliseconds } = await step.main();
    expect({ code, log }).toMatchObject({ code: 1, log: expect.stringMatching(message) });
    expect(milliseconds).toBeLessThan(5_000);
    expect(stage.simulator.calls.changes()).toEqual([]);
    expect(step.summary()).toContain('Bake failed');
  });

  test('a permission that a later step needs, from CreateImage on', async () => {
    const stage = await open({ image: { seconds: 60 } });
    stage.simulator.permissions.deny('ec2:EnableImageDeprecation');
    const { code, log } = await stage.step({ 'deprecate-after': '90d' }).main();
    expect({ code, log }).toMatchObject({
      code: 1,
      log: expect.stringContaining('Allow ec2:EnableImageDeprecation'),
    });
    const [created, removed] = ['CreateImage', 'DeregisterImage'].map(
      (action) => stage.simulator.calls.of(action).find(isMeant)?.at,
    );
    expect((removed ?? Number.NaN) - (created ?? 0)).toBeLessThan(5_000);
    expect(stage.remains).toEqual([]);
  });
});

test('inputs that are not valid are in the summary of the job', async () => {
  const stage = await open();
  const step = stage.step({ public: 'perhaps' });
  expect(await step.main()).toMatchObject({ code: 1 });
  expect(step.summary()).toMatch(/Bake failed[\s\S]*<code>public<\/code>/);
});

test('a dry run ends well, changes nothing, and tells the plan in log, outputs and summary', async () => {
  const stage = await open();
  const step = stage.step({ 'dry-run': 'true', name: 'web-{{ ref }}', 'share-with': '111122223333' });
  const { code, log } = await step.main();
  expect(code).toBe(0);
  expect(stage.simulator.calls.changes()).toEqual([]);
  expect(log).toMatch(/Create an AMI of i-\w+/);
  expect(step.outputs()).toMatchObject({ 'ami-name': 'web-main', 'ami-id': '' });
  expect(JSON.parse(step.outputs()['image'] ?? '')).toMatchObject({
    dryRun: true,
    name: 'web-main',
    plan: expect.any(Array),
  });
  expect(step.summary()).toMatch(/Dry run[\s\S]*Nothing was changed[\s\S]*111122223333/);
  expect(await step.post()).toMatchObject({ code: 0 });
});

describe('sharing', () => {
  test('with three accounts, an organization and a unit, with snapshots: the state is exactly that', async () => {
    const stage = await open();
    const accounts = ['111122223333', '444455556666', '012345678901'];
    const step = stage.step({
      'share-with': [...accounts, organization, unit].join('\n'),
      'share-snapshots': 'true',
    });
    const { code, log } = await step.main();
    expect({ code, log }).toMatchObject({ code: 0 });
    const { images, snapshots } = stage.simulator.world();
    const image = images.get(step.outputs()['ami-id'] ?? '');
    expect([...(image?.launchPermissions.current ?? [])].toSorted()).toEqual(
      [...accounts, organization, unit].toSorted(),
    );
    for (const { sharedWith } of snapshots.values())
      expect([...sharedWith.current].toSorted()).toEqual(accounts.toSorted());
  });

  test('with 600 accounts', async () => {
    const stage = await open();
    const accounts = Array.from({ length: 600 }, (_, index) => String(100_000_000_000 + index));
    const step = stage.step({ 'share-with': accounts.join(','), 'share-snapshots': 'true' });
    expect(await step.main()).toMatchObject({ code: 0 });
    const image = stage.simulator.world().images.get(step.outputs()['ami-id'] ?? '');
    expect(image?.launchPermissions.current.size).toBe(600);
  });

  test.each([
    ['delete', 0],
    ['keep', 1],
  ])(
    'with an account that EC2 refuses fails, names it, and honours on-failure: %s',
    async (onFailure, images) => {
      const stage = await open({ unknownAccounts: ['444455556666'] });
      const step = stage.step({ 'share-with': '111122223333,444455556666', 'on-failure': onFailure });
      const { code, log } = await step.main();
      expect(code).toBe(1);
      expect(log).toMatch(/^::error.*444455556666/m);
      expect(stage.remains.filter((id) => id.startsWith('ami-'))).toHaveLength(images);
    },
  );
});

test('an image of the same name of another account is never taken for ours', async () => {
  const stage = await open();
  const { id } = stage.simulator.seedImage({ name: 'golden', accountId: '666677778888', public: true });
  const step = stage.step({ name: 'golden', 'if-exists': 'reuse' });
  expect(await step.main()).toMatchObject({ code: 0 });
  expect(step.outputs()['created']).toBe('true');
  expect(step.outputs()['ami-id']).not.toBe(id);
});

test('an image of the same name of ours is reused, and not deleted when sharing it fails', async () => {
  const stage = await open();
  const { id } = stage.simulator.seedImage({ name: 'golden' });
  const reuse = { name: 'golden', 'if-exists': 'reuse' };
  const step = stage.step(reuse);
  expect(await step.main()).toMatchObject({ code: 0 });
  expect(step.outputs()).toMatchObject({ 'ami-id': id, created: 'false' });

  stage.simulator.permissions.deny('ec2:ModifyImageAttribute');
  const failing = stage.step({ ...reuse, 'share-with': '111122223333' });
  expect(await failing.main()).toMatchObject({ code: 1 });
  expect(await failing.post()).toMatchObject({ code: 0 });
  expect(stage.remains).toContain(id);
});
