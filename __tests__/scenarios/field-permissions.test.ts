/** Permissions of later steps: known within seconds of CreateImage, all of them together. */
import { describe, expect, test } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { Rig, startedAt } from '../builders/rig.ts';

const everything: Partial<BakeInputs> = {
  shareWith: ['111122223333'],
  shareSnapshots: true,
  copyTo: [{ region: 'us-west-2' }, { region: 'sa-east-1' }],
  deprecateAfter: { kind: 'after', milliseconds: 90 * 86_400_000 },
  deregistrationProtection: 'on',
  requireImdsv2: true,
  launchTemplates: [{ template: 'web', makeDefault: true, region: undefined }],
};
const needed = [
  'ec2:CopyImage',
  'ec2:ModifyImageAttribute',
  'ec2:DescribeImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ec2:EnableImageDeprecation',
  'ec2:EnableImageDeregistrationProtection',
  'ec2:CreateLaunchTemplateVersion',
  'ec2:ModifyLaunchTemplate',
];

function rigOf(options: SimulatorOptions = {}): Rig {
  const rig = new Rig(options);
  rig.regions.push('us-west-2', 'sa-east-1');
  rig.simulator.planNextImage({ seconds: 3600 });
  rig.simulator.seedLaunchTemplate({ name: 'web' });
  return rig;
}

function messageOf(outcome: Awaited<ReturnType<Rig['bake']>>): string {
  return outcome.ok ? 'it went well' : (outcome.error as Error).message;
}

/** When the first call of the clean-up was made, in seconds since the start. */
function cleanedUpAfter(rig: Rig): number {
  const [first] = rig.simulator.calls
    .of('DeregisterImage')
    .filter(({ parameters }) => parameters['DryRun'] !== 'true');
  return ((first?.at ?? Number.NaN) - startedAt) / 1000;
}

describe('a permission that a later step needs', () => {
  test.each(needed)('is missed within seconds of CreateImage: %s', async (action) => {
    const rig = rigOf();
    rig.simulator.permissions.deny(action);
    expect(messageOf(await rig.bake(everything))).toContain(`Allow ${action}`);
    expect(cleanedUpAfter(rig)).toBeLessThan(6);
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });

  test('is told with all others, of each Region', async () => {
    const rig = rigOf();
    rig.simulator.permissions.deny('ec2:EnableImageDeprecation', 'ec2:ModifySnapshotAttribute');
    rig.simulator.permissions.denyIn('sa-east-1', 'ec2:CopyImage');
    const message = messageOf(await rig.bake(everything));
    expect(message.match(/^- /gm)).toHaveLength(3);
    expect(message).toMatch(/copy image ami-\w+ to sa-east-1/);
    expect(message).not.toContain('us-west-2');
  });

  test('is not asked for when the inputs do not need it', async () => {
    const rig = rigOf();
    rig.simulator.permissions.deny(...needed);
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.simulator.calls.of(...needed.map((action) => action.slice(4)))).toEqual([]);
  });

  test('that depends on tags is there once EC2 shows them', async () => {
    const rig = rigOf({ consistency: { imageSeconds: 1, tagSeconds: 2 } });
    rig.simulator.permissions.requireTag('bake-ami:key', 'ModifyImageAttribute', 'CreateTags');
    expect(await rig.bake({ shareWith: ['111122223333'] })).toMatchObject({ ok: true });
  });

  test('is known where dry runs look at the permission alone', async () => {
    const rig = rigOf({ dryRuns: 'ignore-state' });
    expect(await rig.bake(everything)).toMatchObject({ ok: true });
  });

  test('is missed although the image carries its tags: to mark it as ready', async () => {
    const rig = rigOf();
    rig.simulator.permissions.requireTag('approved', 'CreateTags');
    expect(messageOf(await rig.bake())).toMatch(/mark image ami-\w+ as ready/);
    expect(cleanedUpAfter(rig)).toBeLessThan(6);
  });

  test('is missed in the Region of a launch template', async () => {
    const rig = rigOf();
    rig.simulator.seedLaunchTemplate({ region: 'us-west-2', name: 'lt' });
    rig.simulator.permissions.denyIn('us-west-2', 'ec2:CreateLaunchTemplateVersion');
    const launchTemplates = [{ template: 'lt', makeDefault: false, region: 'us-west-2' }];
    const outcome = await rig.bake({ copyTo: [{ region: 'us-west-2' }], launchTemplates });
    expect(messageOf(outcome)).toMatch(/create a version of launch template lt in us-west-2/);
    expect(cleanedUpAfter(rig)).toBeLessThan(6);
  });

  test('of the removal of protected images is a warning', async () => {
    const rig = rigOf();
    rig.simulator.permissions.deny('ec2:DisableImageDeregistrationProtection');
    expect(await rig.bake({ deregistrationProtection: 'on' })).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(/^warning .*lacks ec2:DisableImageDeregistrationProtection/m);
  });

  test('of the clean-up is a warning', async () => {
    const rig = rigOf();
    rig.simulator.permissions.deny('ec2:DeleteSnapshot', 'ec2:DeregisterImage');
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.join('\n')).toMatch(
      /^warning .*cannot remove what it has created: the role lacks ec2:DeregisterImage and ec2:DeleteSnapshot/m,
    );
  });
});

test('asking goes on no longer than an image that fails at once', async () => {
  const rig = new Rig();
  rig.simulator.planNextImage({
    seconds: 1,
    failure: { code: 'Client.InternalError', message: 'no' } as never,
  });
  expect(await rig.bake(everything)).toMatchObject({ ok: false });
  expect(rig.clock.pending).toBe(0);
});
