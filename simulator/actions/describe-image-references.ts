import * as errors from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { instanceStateCodes } from '../model/instance.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { isDeregistered } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { type ReferenceScope, type ResourceType, referencesOf, resourceTypes } from './image-references.ts';
import { flag, list, type Read, required, structure, text, whole } from './parameters.ts';

const typeParameters = {
  ResourceType: required(text),
  ResourceTypeOption: list(structure({ OptionName: required(text), OptionValue: list(text) })),
};

type TypeRequest = Read<typeof typeParameters>;

/** API model, DescribeImageReferences: which resources of the account name the images. */
export const describeImageReferences = action({
  name: 'DescribeImageReferences',
  mutating: false,
  parameters: {
    ImageId: list(text),
    IncludeAllResourceTypes: flag,
    ResourceType: list(structure(typeParameters)),
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
  },
  answer(input, context) {
    if (input.ImageId.length === 0) throw errors.missingParameter('ImageId');
    if (input.ImageId.length > 10) throw errors.tooManyImageIds();
    requireMaxResults(input.MaxResults, 5);
    const all = input.IncludeAllResourceTypes === true;
    if (!all && input.ResourceType.length === 0) throw errors.noReferenceTypes();
    const named = new Map(input.ResourceType.map((request) => [acceptType(request), acceptScope(request)]));
    const asked = resourceTypes.filter((type) => all || named.has(type));
    for (const type of asked) requirePermissions(type, context);
    requireKnown(input.ImageId, context);
    stopDryRun(input);
    const references = asked
      .flatMap((type) => referencesOf(type, named.get(type) ?? defaults, context))
      .filter(({ imageId }) => input.ImageId.includes(imageId))
      .map((reference, index) => ({ ...reference, sequence: index + 1 }));
    const { items, nextToken } = page(references, input, context.world.settings.pageSize);
    return {
      imageReferenceSet: items.map(({ imageId, resourceType, arn }) => ({ imageId, resourceType, arn })),
      nextToken,
    };
  },
});

const defaults: ReferenceScope = { states: undefined, versionDepth: undefined };

/** @throws InvalidParameterValue */
function acceptType({ ResourceType: given }: TypeRequest): ResourceType {
  const type = resourceTypes.find((known) => known === given);
  if (!type) throw errors.invalidReferenceType(given);
  return type;
}

/**
 * API model, ResourceTypeOption.
 * @throws InvalidParameterValue for an option that the type does not have, and for values that it does not take
 */
function acceptScope({ ResourceType: type, ResourceTypeOption: options }: TypeRequest): ReferenceScope {
  const scope = { ...defaults };
  for (const { OptionName: name, OptionValue: values } of options) {
    if (optionOf[type] !== name) throw errors.invalidReferenceOption(type, name);
    const invalid = values.find((value) => !isOptionValue(type, value));
    if (values.length === 0 || invalid !== undefined) {
      throw errors.invalidReferenceOptionValue(name, invalid ?? '');
    }
    if (type === 'ec2:Instance') scope.states = values;
    else scope.versionDepth = Number(values[0]);
  }
  return scope;
}

const optionOf: Readonly<Record<string, string>> = {
  'ec2:Instance': 'state-name',
  'ec2:LaunchTemplate': 'version-depth',
};

/** "Integers between 1 and 10000", or the states of instances. */
function isOptionValue(type: string, value: string): boolean {
  if (type === 'ec2:Instance') return Object.hasOwn(instanceStateCodes, value);
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 10_000;
}

/**
 * EC2 user guide, "Identify your resources referencing specified AMIs", "Required IAM permissions"; its example grants
 * them by `aws:CalledVia`. That only those of the types asked for are needed is unconfirmed.
 */
const permissions: Readonly<Record<ResourceType, readonly string[]>> = {
  'ec2:Instance': ['ec2:DescribeInstances'],
  'ec2:LaunchTemplate': ['ec2:DescribeLaunchTemplates', 'ec2:DescribeLaunchTemplateVersions'],
  'ssm:Parameter': ['ssm:DescribeParameters', 'ssm:GetParameters'],
  'imagebuilder:ImageRecipe': ['imagebuilder:ListImageRecipes'],
  'imagebuilder:ContainerRecipe': ['imagebuilder:ListContainerRecipes', 'imagebuilder:GetContainerRecipe'],
};

function requirePermissions(type: ResourceType, context: Context): void {
  for (const permission of permissions[type]) context.requirePermission(permission);
}

/**
 * What EC2 says to an image that is gone is documented nowhere that we found, so it is a setting.
 * @throws InvalidAMIID.Malformed; InvalidAMIID.NotFound
 */
function requireKnown(ids: readonly string[], { world, now }: Context): void {
  for (const id of ids) requireWellFormed('image', id);
  if (world.settings.unknownImageReferences === 'none') return;
  const unknown = ids.filter((id) => {
    const image = world.images.get(id);
    return !image || isDeregistered(image, now);
  });
  if (unknown.length > 0) throw errors.imageNotFound(unknown);
}
