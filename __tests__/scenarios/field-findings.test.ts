/** What the field met only after the reboot, or never saw beside something else: known before the instance is touched. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Rig } from '../builders/rig.ts';

const friends = ['111122223333'];

function messageOf(outcome: Awaited<ReturnType<Rig['bake']>>): string {
  return outcome.ok ? 'it went well' : (outcome.error as Error).message;
}

function problemsOf(outcome: Awaited<ReturnType<Rig['bake']>>): string[] {
  return messageOf(outcome).match(/^- .*$/gm) ?? [];
}

function expectNothingTouched(rig: Rig, seconds = 5): void {
  expect(rig.simulator.calls.changes()).toEqual([]);
  expect(rig.creates).toEqual([]);
  expect(rig.seconds).toBeLessThan(seconds);
  expect(rig.clock.pending).toBe(0);
}

describe("a Region's trouble", () => {
  const wrongDevice = { excludeDevices: ['/dev/sdz'] };
  const parameters = someTemplates({ ssmParameters: ['/images/web'] });

  test.each<[string, SimulatorOptions, Partial<BakeInputs>, RegExp]>([
    ['is not enabled', {}, { copyTo: [{ region: 'af-south-1' }] }, /af-south-1 is not enabled/],
    [
      'refuses the credentials',
      { regions: { 'us-west-2': 'refuses-credentials' } },
      { copyTo: [{ region: 'us-west-2' }] },
      /us-west-2 does not accept the credentials/,
    ],
    [
      'is silent',
      { regions: { 'us-west-2': 'silent' } },
      { copyTo: [{ region: 'us-west-2' }, { region: 'sa-east-1' }] },
      /us-west-2 does not answer/,
    ],
    [
      'cannot be reached',
      { regions: { 'us-west-2': 'unreachable' } },
      { copyTo: [{ region: 'us-west-2' }] },
      /us-west-2 does not answer/,
    ],
  ])('is one finding beside all others when it %s', async (_trouble, options, inputs, message) => {
    for (const more of [parameters, { makePublic: true }, { ...parameters, shareWith: friends }]) {
      const rig = new Rig(options);
      const problems = problemsOf(await rig.bake({ ...wrongDevice, ...inputs, ...more }));
      expect(problems).toEqual([
        expect.stringMatching(/no volume at \/dev\/sdz/),
        expect.stringMatching(message),
      ]);
      expectNothingTouched(rig);
    }
  });

  test('is waited for where calls take long everywhere: no check is dropped', async () => {
    const rig = new Rig(
      { latencyMilliseconds: 5000 },
      { volumes: [{ device: '/dev/xvda', encrypted: 'customer-managed' }] },
    );
    const outcome = await rig.bake({ shareWith: friends, copyTo: [{ region: 'us-west-2' }], ...parameters });
    expect(problemsOf(outcome)).toEqual([
      expect.stringMatching(/us-west-2 is encrypted with alias\/aws\/ebs/),
    ]);
    expect(rig.log.join('\n')).not.toMatch(/Could not check/);
  });

  test.each([2, 3])('that answers only after %d seconds is none, and it is checked', async (seconds) => {
    const rig = new Rig();
    const inWest = ({ region }: { region: string }) => region === 'us-west-2';
    rig.simulator.faults.add({ when: inWest, fault: faults.late(seconds) });
    const inputs = { copyTo: [{ region: 'us-west-2' }], shareWith: friends, ...parameters };
    expect(await rig.bake({ dryRun: true, ...inputs })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).not.toMatch(/Could not check/);
    expect(rig.clock.pending).toBe(0);
  });

  test('that a lost packet makes is none', async () => {
    const rig = new Rig();
    const inWest = ({ region }: { region: string }) => region === 'us-west-2';
    rig.simulator.faults.add({ action: 'DescribeImages', when: inWest, fault: faults.stall(), times: 1 });
    expect(await rig.bake({ dryRun: true, copyTo: [{ region: 'us-west-2' }] })).toMatchObject({ ok: true });
  });
});

test('names that cannot be rendered hide nothing else', async () => {
  const rig = new Rig();
  const outcome = await rig.bake({
    ...someTemplates({ name: 'web-{{ instance.tags.Owner }}' }),
    excludeDevices: ['/dev/sdz'],
    copyTo: [{ region: 'af-south-1' }],
  });
  expect(problemsOf(outcome)).toEqual([
    expect.stringMatching(/input `name`: .*Owner/),
    expect.stringMatching(/no volume at \/dev\/sdz/),
    expect.stringMatching(/af-south-1 is not enabled/),
  ]);
  expectNothingTouched(rig);
});

describe('encryption that dooms the bake', () => {
  const west = 'us-west-2';
  const copyTo = [{ region: west }];

  test.each([
    ['shared', { shareWith: friends }],
    ['public', { makePublic: true }],
  ])('a copy that is to be %s, in a Region with encryption by default under aws/ebs', async (_how, wish) => {
    const rig = new Rig();
    rig.simulator.world(west).ebsEncryption.enable('123456789012');
    expect(problemsOf(await rig.bake({ ...wish, copyTo }))).toEqual([
      expect.stringMatching(/copy in us-west-2 is encrypted with .*aws\/ebs.*encryption by default/),
    ]);
    expectNothingTouched(rig);
    rig.simulator
      .world(west)
      .ebsEncryption.enable('123456789012', rig.simulator.seedKey({ region: west }).arn);
    const again = await rig.bake({ dryRun: true, ...wish, copyTo });
    expect(again.ok).toBe('shareWith' in wish);
  });

  test.each<[string, (rig: Rig) => string, RegExp]>([
    ['is missing', () => 'alias/nothing', /alias\/nothing .* does not exist in us-west-2/],
    [
      'is disabled',
      (rig) => rig.simulator.seedKey({ region: west, state: 'Disabled' }).arn,
      /state is Disabled/,
    ],
    [
      'is pending deletion',
      (rig) => rig.simulator.seedKey({ region: west, state: 'PendingDeletion' }).arn,
      /is pending deletion/,
    ],
    [
      'waits for its key material',
      (rig) => rig.simulator.seedKey({ region: west, state: 'PendingImport' }).arn,
      /state is PendingImport\. Import its key material/,
    ],
    [
      'is in a key store that is not connected',
      (rig) => rig.simulator.seedKey({ region: west, state: 'Unavailable' }).arn,
      /state is Unavailable\. Connect its custom key store/,
    ],
    [
      'is asymmetric',
      (rig) => rig.simulator.seedKey({ region: west, spec: 'RSA_2048' as never }).arn,
      /key spec RSA_2048/,
    ],
    [
      'is of another Region',
      (rig) => rig.simulator.seedKey().arn.split('/')[1] ?? '',
      /does not exist in us-west-2/,
    ],
  ])('a key for a copy that %s', async (_how, key, message) => {
    const rig = new Rig();
    const outcome = await rig.bake({ copyTo: [{ region: west, kmsKeyId: key(rig) }] });
    expect(problemsOf(outcome)).toEqual([expect.stringMatching(message)]);
    expectNothingTouched(rig);
  });

  test.each([
    ['of an image that is not encrypted, with encryption by default', false as const],
    ['of an encrypted image', 'customer-managed' as const],
  ])('a copy without a key %s, where the default key is disabled', async (_what, encrypted) => {
    const rig = new Rig({}, { volumes: [{ device: '/dev/xvda', encrypted }] });
    const key = rig.simulator.seedKey({ region: west, state: 'Disabled' });
    rig.simulator.world(west).ebsEncryption.enable('123456789012', key.arn);
    expect(problemsOf(await rig.bake({ copyTo }))).toEqual([
      expect.stringMatching(/copy in us-west-2 is encrypted with arn:.*Its state is Disabled/),
    ]);
    expectNothingTouched(rig);
    for (const each of rig.simulator.world(west).keys.values()) each.state = 'Enabled';
    expect(await rig.bake({ dryRun: true, copyTo })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).not.toMatch(/no key is given/);
  });

  test('a volume whose key is disabled, unless it is left out', async () => {
    const volumes = [{ device: '/dev/xvda' }, { device: '/dev/sdf', encrypted: 'customer-managed' as const }];
    const rig = new Rig({}, { volumes });
    for (const key of rig.simulator.world().keys.values()) key.state = 'Disabled';
    expect(problemsOf(await rig.bake())).toEqual([
      expect.stringMatching(/\/dev\/sdf is encrypted with the KMS key .* state is Disabled/),
    ]);
    expectNothingTouched(rig);
    expect(await rig.bake({ dryRun: true, excludeDevices: ['/dev/sdf'] })).toMatchObject({ ok: true });
  });

  test('is nothing that needs permissions', async () => {
    const rig = new Rig({}, { volumes: [{ device: '/dev/xvda', encrypted: 'customer-managed' }] });
    rig.simulator.permissions.deny(
      'kms:DescribeKey',
      'ec2:GetEbsEncryptionByDefault',
      'ec2:GetEbsDefaultKmsKeyId',
    );
    expect(await rig.bake({ dryRun: true, copyTo })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(/^info Could not check .*kms:DescribeKey/m);
  });
});

describe('CreateImage', () => {
  test('is asked for once', async () => {
    const rig = new Rig();
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.simulator.calls.of('CreateImage')).toHaveLength(1);
  });

  test('is asked by DryRun where something else ends the bake, so that a missing permission is told with it', async () => {
    const rig = new Rig();
    rig.simulator.permissions.deny('ec2:CreateImage');
    expect(problemsOf(await rig.bake({ excludeDevices: ['/dev/sdz'] }))).toEqual([
      expect.stringMatching(/no volume at \/dev\/sdz/),
      expect.stringMatching(/ec2:CreateImage/),
    ]);
    expect(rig.simulator.calls.of('CreateImage').filter(isMeant)).toEqual([]);
  });
});

test('a name that a disabled image has is told with ID and state', async () => {
  const rig = new Rig();
  const { id } = rig.simulator.seedImage({ name: 'golden', state: 'disabled' });
  for (const ifExists of ['fail', 'reuse'] as const) {
    const outcome = await rig.bake({ ...someTemplates({ name: 'golden' }), ifExists });
    expect(problemsOf(outcome)).toEqual([
      expect.stringMatching(
        new RegExp(`"golden" is taken in eu-west-1 by ${id}, which is disabled.*aws ec2 enable-image`),
      ),
    ]);
  }
  expectNothingTouched(rig);
});

test('a terminated instance is told without the devices that it has no more', async () => {
  const rig = new Rig({}, { state: 'terminated', volumes: [] });
  expect(problemsOf(await rig.bake({ excludeDevices: ['/dev/sdf'] }))).toEqual([
    expect.stringMatching(/is terminated/),
  ]);
});
