/** Doomed bakes end before the instance is touched, in seconds, with all causes told together. */
import { describe, expect, test } from '@jest/globals';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { linesOf } from '../../src/github/inputs/plan.ts';
import { someTemplates } from '../builders/inputs.ts';
import { Rig } from '../builders/rig.ts';

const friends = ['111122223333'];

function messageOf(outcome: Awaited<ReturnType<Rig['bake']>>): string {
  return outcome.ok ? 'it went well' : (outcome.error as Error).message;
}

function expectNothingTouched(rig: Rig): void {
  expect(rig.simulator.calls.changes()).toEqual([]);
  expect(rig.seconds).toBeLessThan(3);
  expect(rig.clock.pending).toBe(0);
}

const encryptedByAws: InstanceSeed = {
  volumes: [
    { device: '/dev/xvda', sizeGiB: 8 },
    { device: '/dev/sdf', sizeGiB: 20, encrypted: 'aws-managed' },
  ],
};
const encryptedByCustomer: InstanceSeed = {
  volumes: [{ device: '/dev/xvda', sizeGiB: 8, encrypted: 'customer-managed' }],
};

describe('a doomed bake', () => {
  test.each<[string, InstanceSeed, Partial<BakeInputs>, RegExp]>([
    ['of a terminated instance', { state: 'terminated' }, {}, /is terminated.*running or stopped/],
    [
      'of an instance-store root',
      { rootDeviceType: 'instance-store' },
      {},
      /root device of .* is an instance store volume/,
    ],
    [
      'that excludes the root device',
      {},
      { excludeDevices: ['/dev/xvda'] },
      /`exclude-devices`: \/dev\/xvda is the root device/,
    ],
    [
      'that excludes a device that is not there',
      {},
      { excludeDevices: ['/dev/sdz'] },
      /no volume at \/dev\/sdz\. It has \/dev\/xvda/,
    ],
    [
      'in an account that is not allowed',
      {},
      { allowedAccountIds: ['999988887777'] },
      /account 123456789012.*`allowed-account-ids` names only 999988887777/,
    ],
    [
      'that shares what the AWS managed key encrypts',
      encryptedByAws,
      { shareWith: friends },
      /`share-with`: \/dev\/sdf .* AWS managed key aws\/ebs.*customer managed key: copy its snapshot with re-encryption/,
    ],
    [
      'that makes encrypted volumes public',
      encryptedByCustomer,
      { makePublic: true },
      /`public`: \/dev\/xvda .* is encrypted/,
    ],
  ])('%s', async (_name, seed, inputs, message) => {
    const rig = new Rig({}, seed);
    expect(messageOf(await rig.bake(inputs))).toMatch(message);
    expectNothingTouched(rig);
  });

  test('whose name is taken names the image that has it', async () => {
    const rig = new Rig();
    const { id } = rig.simulator.seedImage({ name: 'golden' });
    const outcome = await rig.bake({ ...someTemplates({ name: 'golden' }) });
    expect(messageOf(outcome)).toMatch(
      new RegExp(`name "golden" is taken in eu-west-1 by ${id}.*if-exists: reuse`),
    );
    expectNothingTouched(rig);
  });

  test('for which a permission is missing names the IAM action', async () => {
    const rig = new Rig();
    rig.simulator.permissions.deny('ec2:CreateImage');
    expect(messageOf(await rig.bake())).toContain('ec2:CreateImage');
    expectNothingTouched(rig);
  });

  test('has all its causes reported together', async () => {
    const rig = new Rig({}, { ...encryptedByAws, state: 'shutting-down' });
    const outcome = await rig.bake({
      shareWith: friends,
      excludeDevices: ['/dev/sdz'],
      allowedAccountIds: ['999988887777'],
    });
    expect(messageOf(outcome).match(/^- /gm)).toHaveLength(4);
    expectNothingTouched(rig);
  });
});

describe('a bake that may go well is warned', () => {
  test.each<[string, InstanceSeed, RegExp]>([
    [
      'of instance store volumes, with their size',
      { type: 'm5d.large' },
      /^warning .*instance store volumes \(75 GB\).*not captured/m,
    ],
  ])('%s', async (_name, seed, warning) => {
    const rig = new Rig({}, seed);
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(warning);
  });

  test('of credentials that end before the timeout', async () => {
    const rig = new Rig();
    rig.credentialsExpireAt = new Date(rig.clock.now() + 60 * 60_000);
    expect(await rig.bake({ timeoutMinutes: 120 })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(
      /^warning The credentials expire at .* 1 h before the bake would time out/m,
    );
  });

  test('when it could not be checked whether a key can be shared', async () => {
    const rig = new Rig({}, encryptedByCustomer);
    rig.simulator.permissions.deny('kms:DescribeKey');
    expect(await rig.bake({ shareWith: friends })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(/^warning Could not check whether the key of .*kms:DescribeKey/m);
  });
});

describe('a dry run', () => {
  test('of a good bake tells the plan and changes nothing', async () => {
    const rig = new Rig();
    const outcome = await rig.bake({ dryRun: true, shareWith: friends });
    expect(outcome).toMatchObject({ ok: true, record: { plan: expect.any(Array) } });
    const plan = linesOf(outcome.record.plan ?? []).join('\n');
    expect(plan).toMatch(/Create an AMI of i-\w+ in eu-west-1, account 123456789012, which reboots it/);
    expect(plan).toContain(`Name: ${outcome.record.names?.name}`);
    expect(plan).toContain('Tag of the AMI: bake-ami:state=baking');
    expect(plan).toContain('111122223333');
    expect(outcome.record.image).toBeUndefined();
    expectNothingTouched(rig);
  });

  test('of a doomed bake fails like the bake', async () => {
    const rig = new Rig({}, { state: 'terminated' });
    expect(messageOf(await rig.bake({ dryRun: true }))).toContain('is terminated');
  });
});

describe('an image of the same name', () => {
  const named = (ifExists: 'fail' | 'reuse'): Partial<BakeInputs> => ({
    ifExists,
    ...someTemplates({ name: 'golden' }),
  });

  test('is reused when that is asked for: waited for, shared, reported, not touched otherwise', async () => {
    const rig = new Rig();
    const seeded = rig.simulator.seedImage({ name: 'golden' });
    const outcome = await rig.bake({ ...named('reuse'), shareWith: friends });
    expect(outcome).toMatchObject({
      ok: true,
      record: { created: false, rebooted: false, image: { id: seeded.id } },
    });
    expect(rig.creates).toEqual([]);
    expect(new Set(rig.simulator.calls.changes().map(({ action }) => action))).toEqual(
      new Set(['ModifyImageAttribute']),
    );
  });

  test.each(['fail', 'reuse'] as const)(
    'that has failed is of no use: if-exists: %s says to deregister it',
    async (ifExists) => {
      const rig = new Rig();
      rig.simulator.planNextImage({ failure: { afterSeconds: 1 } });
      await rig.bake({ ...named('fail'), onFailure: 'keep' }, { runId: '1' });
      const [id] = rig.images;
      expect(messageOf(await rig.bake(named(ifExists)))).toMatch(
        new RegExp(`${id}, which is failed.*aws ec2 deregister-image`),
      );
      expect(rig.images).toEqual([id]);
    },
  );

  test('is never deleted, even when the bake fails', async () => {
    const rig = new Rig();
    const { id } = rig.simulator.seedImage({ name: 'golden' });
    rig.simulator.permissions.deny('ec2:ModifyImageAttribute');
    expect(await rig.bake({ ...named('reuse'), shareWith: friends })).toMatchObject({ ok: false });
    expect(rig.images).toEqual([id]);
    expect(rig.simulator.calls.of('DeregisterImage', 'DeleteSnapshot')).toEqual([]);
  });

  test('of another account, public or shared, is not taken for ours', async () => {
    const rig = new Rig({ image: { seconds: 30 } });
    const { id } = rig.simulator.seedImage({ name: 'golden', accountId: '666677778888', public: true });
    const outcome = await rig.bake(named('reuse'));
    expect(outcome).toMatchObject({ ok: true, record: { created: true } });
    expect(outcome.record.image?.id).not.toBe(id);
  });
});
