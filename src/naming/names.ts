/** Everything that a bake calls things by, rendered before anything is created. */
export interface Names {
  /** The AMI's name: 3 to 128 characters that EC2 allows. */
  name: string;
  /** At most 255 characters. */
  description: string;
  family: string;
  /** Identity of the bake, the same in every attempt of one workflow run: 32 hex digits. */
  key: string;
  imageTags: readonly Tag[];
  snapshotTags: readonly Tag[];
  /** What a user should know about how the names came out, e.g. that one was cut. */
  warnings: readonly string[];
}

export interface Tag {
  Key: string;
  Value: string;
}
