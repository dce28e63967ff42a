import type { ImageRecipe } from './image-recipe.ts';
import type { World } from './world.ts';

export interface ImageRecipeSeed {
  imageId: string;
  kind?: ImageRecipe['kind'];
  name?: string;
  /** Default `1.0.0`. */
  version?: string;
  accountId?: string;
}

/** The form of the ARN: Image Builder API reference, ImageRecipe.arn and ContainerRecipe.arn. */
export function seedImageRecipe(world: World, seed: ImageRecipeSeed): ImageRecipe {
  const { imageId, kind = 'image', name = 'web', version = '1.0.0' } = seed;
  const ownerId = seed.accountId ?? world.settings.accountId;
  const arn = `arn:aws:imagebuilder:${world.region}:${ownerId}:${kind}-recipe/${name}/${version}`;
  const recipe: ImageRecipe = { arn, ownerId, kind, imageId };
  world.imageRecipes.set(arn, recipe);
  return recipe;
}
