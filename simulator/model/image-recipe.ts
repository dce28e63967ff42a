/** A recipe of EC2 Image Builder, of which only the image that it starts from matters here. */
export interface ImageRecipe {
  arn: string;
  ownerId: string;
  kind: 'image' | 'container';
  /** Of an image recipe its parent image, of a container recipe the image of the instance that builds. */
  imageId: string;
}
