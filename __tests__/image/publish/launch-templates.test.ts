/** Launch templates that launch the image, on the simulated EC2: versions from the default version, and default versions. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../../simulator/faults.ts';
import type { LaunchTemplateData } from '../../../simulator/model/launch-template.ts';
import type { SimulatorOptions } from '../../../simulator/options.ts';
import { InProcessHandler } from '../../../simulator/wire/in-process.ts';
import {
  createVersions,
  moveDefaults,
  type PublishedTemplate,
  readTemplates,
  type TemplateTarget,
} from '../../../src/image/publish/launch-templates.ts';
import { Rig } from '../../builders/rig.ts';
import { someRun } from '../../builders/run.ts';
import { errorOf } from '../../builders/told.ts';

const region = 'eu-west-1';
const old = 'ami-00000000000000001';

function scene(
  versions: LaunchTemplateData[] = [{ imageId: old, instanceType: 't3.micro' }],
  options: SimulatorOptions = {},
) {
  const rig = new Rig(options);
  const { simulator, clock } = rig;
  const imageId = simulator.seedImage().id;
  const template = simulator.seedLaunchTemplate({ name: 'web', versions });
  const known: PublishedTemplate[] = [];
  const run = someRun({ clock, access: { requestHandler: new InProcessHandler(simulator) } });
  const target: TemplateTarget = { region, template: 'web', makeDefault: false, imageId };
  const publish = (wish: Partial<TemplateTarget> = {}) =>
    clock.run(
      (async () => {
        const read = await readTemplates(run, [{ ...target, ...wish }]);
        const knows = (one: PublishedTemplate) => known.push(one);
        return moveDefaults(run, await createVersions(run, read, knows), knows);
      })(),
    );
  return { rig, simulator, template, imageId, run, publish, known };
}

test('a new version is made from the default version, with the image and nothing else changed', async () => {
  const { template, publish, imageId } = scene([
    { imageId: old, instanceType: 't3.micro', keyName: 'ops' },
    { imageId: old, instanceType: 'm5.large' },
  ]);
  expect(await publish()).toMatchObject([{ id: template.id, version: 3, creation: 'made', move: 'none' }]);
  expect(template.versions.at(-1)?.data).toEqual({ imageId, instanceType: 't3.micro', keyName: 'ops' });
  expect(template.defaultVersion).toBe(1);
});

test('the default version moves where that is asked for', async () => {
  const { template, publish, known } = scene();
  expect(await publish({ makeDefault: true })).toMatchObject([
    { defaultBefore: 1, version: 2, move: 'made' },
  ]);
  expect(template.defaultVersion).toBe(2);
  expect(known.map(({ creation, move }) => [creation, move])).toEqual([
    ['unanswered', 'none'],
    ['made', 'none'],
    ['made', 'unanswered'],
    ['made', 'made'],
  ]);
});

test('a second run changes nothing', async () => {
  const { simulator, publish } = scene();
  await publish({ makeDefault: true });
  const before = simulator.calls.changes().length;
  expect(await publish({ makeDefault: true })).toMatchObject([
    { version: 2, creation: 'there', move: 'there' },
  ]);
  expect(simulator.calls.changes()).toHaveLength(before);
});

test('goes back to an image that an earlier version names', async () => {
  const { simulator, template, publish, imageId } = scene();
  await publish();
  await publish({ imageId: simulator.seedImage().id });
  expect(await publish()).toMatchObject([{ version: 4, creation: 'made' }]);
  expect(template.versions.at(-1)?.data.imageId).toBe(imageId);
});

test('a default version that was moved back by hand moves again', async () => {
  const { rig, template, publish } = scene();
  await publish({ makeDefault: true });
  template.defaultVersion = 1;
  await rig.clock.run(rig.clock.sleep(1000));
  await publish({ makeDefault: true });
  expect(template.defaultVersion).toBe(2);
});

describe('an answer that is lost', () => {
  test.each(['CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'])(
    'to %s makes no second change',
    async (action) => {
      const { simulator, template, publish } = scene();
      simulator.faults.add({ action, fault: faults.lostAnswer(), times: 2 });
      expect(await publish({ makeDefault: true })).toMatchObject([
        { version: 2, creation: 'made', move: 'made' },
      ]);
      expect(template.versions).toHaveLength(2);
      expect(template.defaultVersion).toBe(2);
    },
  );

  test.each(['CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'])(
    'to %s again and again is settled by reading the template',
    async (action) => {
      const { simulator, template, publish } = scene();
      simulator.faults.add({ action, fault: faults.lostAnswer() });
      expect(await publish({ makeDefault: true })).toMatchObject([{ version: 2, move: 'made' }]);
      expect(template.versions).toHaveLength(2);
    },
  );
});

test('a version that does not show yet becomes the default version once it does', async () => {
  const { template, publish } = scene(undefined, { consistency: { launchTemplateSeconds: 20 } });
  await publish({ makeDefault: true });
  expect(template.defaultVersion).toBe(2);
});

test('a refused version leaves the template as one that names nothing of this run', async () => {
  const { simulator, publish, known } = scene();
  simulator.permissions.deny('ec2:CreateLaunchTemplateVersion');
  const error = await errorOf(publish());
  expect(error).toMatchObject({ remedy: expect.stringContaining('"Launch templates"') });
  expect(known.at(-1)).toMatchObject({ creation: 'none' });
});

test('what EC2 warns of is a warning', async () => {
  const { run, publish } = scene(undefined, {
    launchTemplateWarnings: [{ code: 'InvalidKeyPair.NotFound', message: 'There is no key pair ops' }],
  });
  await publish();
  expect(run.record.warnings).toEqual([
    expect.stringMatching(/^Launch template web \(lt-.*InvalidKeyPair.NotFound: There is no key pair ops/),
  ]);
});

test('a template that names snapshots is refused, and left alone', async () => {
  const { simulator, publish } = scene([
    {
      imageId: old,
      blockDeviceMappingSet: [{ deviceName: '/dev/xvda', ebs: { snapshotId: 'snap-00000000000000001' } }],
    },
  ]);
  const error = await errorOf(publish());
  expect(error).toMatchObject({ message: expect.stringContaining('/dev/xvda (snap-00000000000000001)') });
  expect(simulator.calls.of('CreateLaunchTemplateVersion')).toEqual([]);
});

test('a template that is not there is named with its Region', async () => {
  const { publish } = scene();
  const error = await errorOf(publish({ template: 'wbe' }));
  expect(error).toMatchObject({ message: expect.stringContaining('no launch template wbe in eu-west-1') });
});
