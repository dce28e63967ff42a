import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Instance, instanceState } from '../model/instance.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { parameterArn } from '../model/parameter-name.ts';
import { versionsShown } from '../model/parameter-store.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { flag, list, required, structure, text, unsimulated, whole } from './parameters.ts';

/** API model, ImageReferenceResourceType. Of launch templates and of Image Builder there is nothing here. */
const resourceTypes = [
  'ec2:Instance',
  'ec2:LaunchTemplate',
  'ssm:Parameter',
  'imagebuilder:ImageRecipe',
  'imagebuilder:ContainerRecipe',
];

interface Reference {
  imageId: string;
  resourceType: string;
  arn: string;
}

/** API model, DescribeImageReferences: which instances and which SSM parameters use the images. */
export const describeImageReferences = action({
  name: 'DescribeImageReferences',
  mutating: false,
  parameters: {
    ImageId: list(text),
    IncludeAllResourceTypes: flag,
    ResourceType: list(structure({ ResourceType: required(text), ResourceTypeOption: unsimulated })),
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
  },
  answer(input, context) {
    if (input.ImageId.length === 0) throw errors.missingParameter('ImageId');
    if (input.ImageId.length > 10) throw errors.tooManyImageIds();
    requireMaxResults(input.MaxResults, 5);
    const all = input.IncludeAllResourceTypes === true;
    if (all === input.ResourceType.length > 0) throw errors.oneOfReferenceTypes();
    const asked = all ? resourceTypes : input.ResourceType.map(({ ResourceType }) => ResourceType);
    const unknown = asked.find((type) => !resourceTypes.includes(type));
    if (unknown !== undefined) throw errors.invalidParameterValue(`Invalid resource type '${unknown}'`);
    for (const id of input.ImageId) requireWellFormed('image', id);
    stopDryRun(input);
    const references = [...byInstances(context), ...byParameters(context)].filter(
      ({ imageId, resourceType }) => input.ImageId.includes(imageId) && asked.includes(resourceType),
    );
    const numbered = references.map((reference, index) => ({ ...reference, sequence: index + 1 }));
    const { items, nextToken } = page(numbered, input, context.world.settings.pageSize);
    return {
      imageReferenceSet: items.map(({ imageId, resourceType, arn }) => ({ imageId, resourceType, arn })),
      nextToken,
    };
  },
});

function byInstances({ world, accountId, seenAt }: Context): Reference[] {
  const isThere = (instance: Instance) =>
    instance.ownerId === accountId && instanceState(instance, seenAt) !== 'terminated';
  return [...world.instances.values()].filter(isThere).map(({ id, imageId }) => ({
    imageId,
    resourceType: 'ec2:Instance',
    arn: `arn:aws:ec2:${world.region}:${accountId}:instance/${id}`,
  }));
}

/** Those of the data type `aws:ec2:image`: whether others count in EC2 is unconfirmed. */
function byParameters({ world, accountId, seenAt }: Context): Reference[] {
  return [...world.parameters.values()].flatMap((parameter) => {
    const current = versionsShown(world, parameter, seenAt).at(-1);
    if (parameter.accountId !== accountId || current?.dataType !== 'aws:ec2:image') return [];
    const arn = parameterArn(world.region, accountId, parameter.name);
    return [{ imageId: current.value, resourceType: 'ssm:Parameter', arn }];
  });
}
