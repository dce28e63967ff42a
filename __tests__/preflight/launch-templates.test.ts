/** Launch templates are looked at before there is an image: what is wrong with them is known at once. */
import { expect, test } from '@jest/globals';
import { PromotionRig, promotionInputsOf } from '../builders/promotion-rig.ts';

function scene(imageId = 'ami-00000000000000001') {
  const rig = new PromotionRig();
  const { id } = rig.simulator.seedImage();
  const template = rig.simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId }] });
  const wish = (name: string) => ({ template: name, makeDefault: false, region: undefined });
  const check = (...names: string[]) =>
    rig.promote(id, { ...promotionInputsOf(id), launchTemplates: names.map(wish), dryRun: true });
  return { rig, template, check };
}

test('a template that is named once by its name and once by its ID is an error', async () => {
  const { template, check } = scene();
  const outcome = await check('web', template.id);
  expect(String(outcome.ok || outcome.error)).toContain('is named twice');
});

test('templates that may not be read are an error that names the permission', async () => {
  const { rig, check } = scene();
  rig.simulator.permissions.deny('ec2:DescribeLaunchTemplateVersions');
  const outcome = await check('web');
  expect(String(outcome.ok || outcome.error)).toContain('Allow ec2:DescribeLaunchTemplateVersions');
});

test('what launches from $Latest is told in the log', async () => {
  const { rig, check } = scene();
  expect(await check('web')).toMatchObject({ ok: true });
  expect(rig.log.join('\n')).toContain('launches from $Latest of web');
});
