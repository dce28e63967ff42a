import type { ImageRecipe } from '../model/image-recipe.ts';
import { instanceState } from '../model/instance.ts';
import type { LaunchTemplate } from '../model/launch-template.ts';
import { parameterArn } from '../model/parameter-name.ts';
import { versionsShown } from '../model/parameter-store.ts';
import type { Context } from './action.ts';
import { findInstances } from './describe-instances.ts';

/** A resource that names an image. API model, ImageReference. */
export interface ImageReference {
  imageId: string;
  resourceType: string;
  arn: string;
}

/** What narrows a look for references; EC2's default where it is undefined. */
export interface ReferenceScope {
  states: readonly string[] | undefined;
  versionDepth: number | undefined;
}

export const resourceTypes = [
  'ec2:Instance',
  'ec2:LaunchTemplate',
  'ssm:Parameter',
  'imagebuilder:ImageRecipe',
  'imagebuilder:ContainerRecipe',
] as const;

export type ResourceType = (typeof resourceTypes)[number];

/** Everything of the account that is of this type and names an image, also an image that is gone. */
export function referencesOf(type: ResourceType, scope: ReferenceScope, context: Context): ImageReference[] {
  switch (type) {
    case 'ec2:Instance':
      return byInstances(scope, context);
    case 'ec2:LaunchTemplate':
      return byLaunchTemplates(scope, context);
    case 'ssm:Parameter':
      return byParameters(context);
    case 'imagebuilder:ImageRecipe':
      return byRecipes('image', type, context);
    case 'imagebuilder:ContainerRecipe':
      return byRecipes('container', type, context);
  }
}

/** EC2 user guide, "How AMI reference checks work": by default in all states, `terminated` included. */
function byInstances({ states }: ReferenceScope, { world, accountId, seenAt }: Context): ImageReference[] {
  const hiddenSeconds = world.settings.consistency.instanceSeconds;
  return findInstances(world, accountId, [], { moment: seenAt, hiddenSeconds })
    .filter((instance) => states === undefined || states.includes(instanceState(instance, seenAt)))
    .map(({ id, imageId }) => ({
      imageId,
      resourceType: 'ec2:Instance',
      arn: `arn:aws:ec2:${world.region}:${accountId}:instance/${id}`,
    }));
}

/**
 * By default in the 10 newest versions (the same chapter). A template is listed once for each image, as its ARN has no
 * version; whether `resolve:ssm:` is resolved is unconfirmed: it is not here, where the parameter counts itself.
 */
function byLaunchTemplates(scope: ReferenceScope, { world, accountId }: Context): ImageReference[] {
  const depth = scope.versionDepth ?? 10;
  return [...world.launchTemplates.values()]
    .filter(({ ownerId }) => ownerId === accountId)
    .flatMap((template) =>
      imagesOf(template, depth).map((imageId) => ({
        imageId,
        resourceType: 'ec2:LaunchTemplate',
        arn: `arn:aws:ec2:${world.region}:${accountId}:launch-template/${template.id}`,
      })),
    );
}

function imagesOf({ versions }: LaunchTemplate, depth: number): string[] {
  return [...new Set(versions.slice(-depth).flatMap(({ data }) => data.imageId ?? []))];
}

/** Those of the data type `aws:ec2:image`: whether others count in EC2 is unconfirmed. */
function byParameters({ world, accountId, seenAt }: Context): ImageReference[] {
  return [...world.parameters.values()].flatMap((parameter) => {
    const current = versionsShown(world, parameter, seenAt).at(-1);
    if (parameter.accountId !== accountId || current?.dataType !== 'aws:ec2:image') return [];
    const arn = parameterArn(world.region, accountId, parameter.name);
    return [{ imageId: current.value, resourceType: 'ssm:Parameter', arn }];
  });
}

function byRecipes(
  kind: ImageRecipe['kind'],
  resourceType: string,
  { world, accountId }: Context,
): ImageReference[] {
  return [...world.imageRecipes.values()]
    .filter((recipe) => recipe.ownerId === accountId && recipe.kind === kind)
    .map(({ imageId, arn }) => ({ imageId, resourceType, arn }));
}
