/** The action `test` against moto, an EC2 that is not ours, as far as moto goes: its instances run and pass their checks at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MotoStage } from './python/moto-stage.ts';
import { describeWithPython } from './python/python.ts';

const region = 'eu-west-1';

describeWithPython('moto', () => {
  let stage: MotoStage;
  let imageId: string;

  beforeAll(async () => {
    stage = await MotoStage.open();
    const instanceId = await stage.launch(region);
    const baked = await stage.bake(region, { 'instance-id': instanceId, 'exclude-devices': '/dev/sdf' });
    imageId = baked.outputs['ami-id'] ?? '';
  });
  afterAll(() => stage?.close());

  async function instances() {
    const { Reservations } = await stage.boto3.call(
      'ec2',
      'DescribeInstances',
      { Filters: [{ Name: 'tag:bake-ami:test', Values: [imageId] }] },
      region,
    );
    return Reservations.flatMap(({ Instances }: { Instances: unknown[] }) => Instances);
  }

  test('boots an image, ends its instance, and tags the image', async () => {
    const tested = await stage.test(region, { 'ami-id': imageId });
    expect({ code: tested.code, log: tested.code === 0 ? '' : tested.log }).toEqual({ code: 0, log: '' });
    expect(tested.outputs).toMatchObject({ passed: 'true' });
    expect(await instances()).toMatchObject([
      { InstanceId: tested.outputs['instance-id'], State: { Name: 'terminated' } },
    ]);
    const [image] = await stage.images(region);
    expect(image.Tags).toContainEqual({
      Key: 'bake-ami:tested',
      Value: expect.stringMatching(/^passed \d{4}-/),
    });
  });

  test('refuses a type that does not fit', async () => {
    const refused = await stage.test(region, { 'ami-id': imageId, 'instance-type': 't4g.micro' });
    expect(refused.code).toBe(1);
    expect(refused.log).toMatch(/t4g\.micro has the architecture arm64/);
    expect(await instances()).toHaveLength(1);
  });

  test('shows a plan without launching anything', async () => {
    const planned = await stage.test(region, { 'ami-id': imageId, 'dry-run': 'true' });
    expect(planned.code).toBe(0);
    expect(JSON.parse(planned.outputs['test'] ?? '').plan[0]).toContain(imageId);
    expect(await instances()).toHaveLength(1);
  });
});
