import {
  DescribeImageReferencesCommand,
  type DescribeImageReferencesCommandInput,
  paginateDescribeImageReferences,
  type ResourceTypeRequest,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { refusalOf, stage } from './stage.ts';

const gone = 'ami-0123456789abcdef0';
const arn = 'arn:aws:ec2:eu-west-1:123456789012';

/** An image, and a way to ask which resources name it: `TYPE ARN` of each. */
function referenceStage(options: SimulatorOptions = {}) {
  const parts = stage(options);
  const image = parts.simulator.seedImage();
  const ask = async (input: Partial<DescribeImageReferencesCommandInput> = {}) => {
    const command = new DescribeImageReferencesCommand({
      ImageIds: [image.id],
      ...(input.ResourceTypes ? {} : { IncludeAllResourceTypes: true }),
      ...input,
    });
    const { ImageReferences = [] } = await parts.clock.run(parts.ec2.send(command));
    return ImageReferences.map(({ ResourceType, Arn }) => `${ResourceType} ${Arn}`);
  };
  return { ...parts, image, ask };
}

const instances = (...states: string[]): ResourceTypeRequest => ({
  ResourceType: 'ec2:Instance',
  ResourceTypeOptions: [{ OptionName: 'state-name', OptionValues: states }],
});

const templates = (depth: string): ResourceTypeRequest => ({
  ResourceType: 'ec2:LaunchTemplate',
  ResourceTypeOptions: [{ OptionName: 'version-depth', OptionValues: [depth] }],
});

describe('DescribeImageReferences', () => {
  it('lists every type of resource that names an image', async () => {
    const { simulator, image, ask } = referenceStage();
    const { id } = simulator.seedInstance({ imageId: image.id });
    const template = simulator.seedLaunchTemplate({ versions: [{ imageId: image.id }] });
    simulator.seedParameter({ name: '/images/web', value: image.id, dataType: 'aws:ec2:image' });
    simulator.seedParameter({ name: '/images/text', value: image.id });
    simulator.seedImageRecipe({ imageId: image.id, name: 'web', version: '2.1.0' });
    simulator.seedImageRecipe({ imageId: image.id, kind: 'container', name: 'api' });
    expect(await ask()).toEqual([
      `ec2:Instance ${arn}:instance/${id}`,
      `ec2:LaunchTemplate ${arn}:launch-template/${template.id}`,
      'ssm:Parameter arn:aws:ssm:eu-west-1:123456789012:parameter/images/web',
      'imagebuilder:ImageRecipe arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/web/2.1.0',
      'imagebuilder:ContainerRecipe arn:aws:imagebuilder:eu-west-1:123456789012:container-recipe/api/1.0.0',
    ]);
    expect(await ask({ ResourceTypes: [{ ResourceType: 'ec2:LaunchTemplate' }] })).toHaveLength(1);
  });

  it('does not list what belongs to other accounts or is elsewhere', async () => {
    const { simulator, image, ask } = referenceStage();
    const accountId = '999999999999';
    simulator.seedInstance({ imageId: image.id, accountId });
    simulator.seedLaunchTemplate({ versions: [{ imageId: image.id }], accountId });
    simulator.seedImageRecipe({ imageId: image.id, accountId });
    simulator.seedInstance({ imageId: image.id, region: 'us-east-1' });
    expect(await ask()).toEqual([]);
  });

  it('counts terminated instances unless the states are named', async () => {
    const { simulator, image, ask } = referenceStage();
    const { id } = simulator.seedInstance({ imageId: image.id, state: 'terminated' });
    expect(await ask()).toEqual([`ec2:Instance ${arn}:instance/${id}`]);
    expect(await ask({ ResourceTypes: [instances('running', 'stopped')] })).toEqual([]);
    expect(await ask({ ResourceTypes: [instances('running')], IncludeAllResourceTypes: true })).toEqual([]);
    expect(await ask({ ResourceTypes: [instances('running', 'terminated')] })).toHaveLength(1);
  });

  it('looks at the ten newest versions of a launch template unless told otherwise', async () => {
    const { simulator, image, ask } = referenceStage();
    const versions = Array.from({ length: 11 }, (_, index) => ({ imageId: index === 0 ? image.id : gone }));
    const template = simulator.seedLaunchTemplate({ versions });
    expect(await ask()).toEqual([]);
    expect(await ask({ ResourceTypes: [templates('11')] })).toHaveLength(1);
    template.versions.pop();
    expect(await ask()).toHaveLength(1);
  });

  it('lists a launch template once of each image', async () => {
    const { simulator, image, ask } = referenceStage();
    const other = simulator.seedImage();
    const versions = [{ imageId: image.id }, { imageId: image.id }, { imageId: other.id }];
    simulator.seedLaunchTemplate({ versions });
    expect(await ask({ ImageIds: [image.id, other.id] })).toHaveLength(2);
  });

  it('pages', async () => {
    const { clock, simulator, ec2, image } = referenceStage();
    for (let count = 0; count < 12; count += 1) simulator.seedInstance({ imageId: image.id });
    const pages: number[] = [];
    await clock.run(async () => {
      const request = { ImageIds: [image.id], IncludeAllResourceTypes: true };
      for await (const page of paginateDescribeImageReferences({ client: ec2, pageSize: 5 }, request)) {
        pages.push(page.ImageReferences?.length ?? 0);
      }
    });
    expect(pages).toEqual([5, 5, 2]);
  });

  it.each<[string, Partial<DescribeImageReferencesCommandInput>, string]>([
    ['no types', { IncludeAllResourceTypes: false }, 'InvalidParameterCombination'],
    ['unknown types', { ResourceTypes: [{ ResourceType: 'ec2:Volume' as never }] }, 'InvalidParameterValue'],
    ['unknown states', { ResourceTypes: [instances('asleep')] }, 'InvalidParameterValue'],
    ['options without values', { ResourceTypes: [instances()] }, 'InvalidParameterValue'],
    ['versions beyond the depth', { ResourceTypes: [templates('10001')] }, 'InvalidParameterValue'],
    [
      'options of another type',
      { ResourceTypes: [{ ...templates('10'), ResourceType: 'ssm:Parameter' }] },
      'InvalidParameterValue',
    ],
    ['no images', { ImageIds: [] }, 'MissingParameter'],
    ['too many images', { ImageIds: Array.from({ length: 11 }, () => gone) }, 'InvalidParameterValue'],
    ['what is no image', { ImageIds: ['web'] }, 'InvalidAMIID.Malformed'],
    ['pages that are too small', { MaxResults: 4 }, 'InvalidParameterValue'],
  ])('refuses %s', async (_what, input, code) => {
    const { ask } = referenceStage();
    expect(await refusalOf(ask(input))).toMatchObject({ code });
  });

  it('refuses all images when one of them is gone', async () => {
    const { simulator, image, ask } = referenceStage();
    const refusal = { code: 'InvalidAMIID.NotFound', message: `The image id '[${gone}]' does not exist` };
    expect(await refusalOf(ask({ ImageIds: [image.id, gone] }))).toMatchObject(refusal);
    image.deregisteredAt = simulator.clock.now();
    expect(await refusalOf(ask())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
  });

  it('lists what names an image that is gone, when so set', async () => {
    const { simulator, ask } = referenceStage({ unknownImageReferences: 'none' });
    simulator.seedInstance({ imageId: gone });
    expect(await ask({ ImageIds: [gone] })).toHaveLength(1);
  });

  it.each([
    ['ec2:DescribeInstances', 'ec2:Instance'],
    ['ec2:DescribeLaunchTemplateVersions', 'ec2:LaunchTemplate'],
    ['ssm:GetParameters', 'ssm:Parameter'],
    ['imagebuilder:ListImageRecipes', 'imagebuilder:ImageRecipe'],
    ['imagebuilder:GetContainerRecipe', 'imagebuilder:ContainerRecipe'],
  ] as const)('needs %s to look at %s', async (permission, ResourceType) => {
    const { simulator, ask } = referenceStage();
    simulator.permissions.deny(permission);
    expect(await refusalOf(ask())).toMatchObject({
      code: 'UnauthorizedOperation',
      message: expect.stringContaining(`is not authorized to perform: ${permission} `),
    });
    expect(await refusalOf(ask({ ResourceTypes: [{ ResourceType }] }))).toMatchObject({ status: 403 });
    const other = ResourceType === 'ec2:Instance' ? 'ssm:Parameter' : 'ec2:Instance';
    expect(await ask({ ResourceTypes: [{ ResourceType: other }] })).toEqual([]);
  });
});
