/**
 * `retire` against moto, an EC2 that is not ours, as far as moto goes: it cannot say what uses an image, and what cannot be
 * looked up is never good news.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MotoStage } from './python/moto-stage.ts';
import { describeWithPython } from './python/python.ts';

const region = 'eu-west-1';

describeWithPython('moto', () => {
  let stage: MotoStage;
  const images: string[] = [];

  beforeAll(async () => {
    stage = await MotoStage.open();
    const instanceId = await stage.launch(region);
    for (const name of ['web-1', 'web-2']) {
      const inputs = { 'instance-id': instanceId, 'exclude-devices': '/dev/sdf', name, family: 'web' };
      const baked = await stage.bake(region, inputs);
      expect({ code: baked.code, log: baked.code === 0 ? '' : baked.log }).toEqual({ code: 0, log: '' });
      images.push(baked.outputs['ami-id'] ?? '');
    }
  });
  afterAll(() => stage?.close());

  const retire = () =>
    stage.retire(region, { family: 'web', keep: '1', 'dry-run': 'false', 'timeout-minutes': '0.2' });

  test('keeps what is young', async () => {
    const before = await stage.remains(region);
    const retired = await retire();
    expect({ code: retired.code, log: retired.code === 0 ? '' : retired.log }).toEqual({ code: 0, log: '' });
    expect(Object.keys(JSON.parse(retired.outputs['kept'] ?? '')).toSorted()).toEqual(images.toSorted());
    expect(await stage.remains(region)).toEqual(before);
  });

  test('removes nothing where moto cannot say what uses an old image', async () => {
    const [first = ''] = images;
    const tags = { Resources: [first], Tags: [{ Key: 'Aged', Value: '' }] };
    await stage.boto3.call('ec2', 'CreateTags', tags, region);
    const before = await stage.remains(region);
    const retired = await retire();
    expect(retired.code).toBe(1);
    expect(retired.log).toMatch(/DescribeImageReferences/);
    expect(retired.outputs).toMatchObject({ removed: '[]' });
    expect(retired.post).toMatchObject({ code: 0 });
    expect(await stage.remains(region)).toEqual(before);
  });
});
