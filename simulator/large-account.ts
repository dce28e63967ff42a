/** An account with very many images, as bake-ami leaves them over the years, for tests and benchmarks. */
import type { Image } from './model/image.ts';
import type { ImageSeed } from './model/seed-image.ts';
import type { Simulator } from './simulator.ts';

export interface LargeAccount {
  /** In all, spread evenly over the families and the Regions. Default 5,000. */
  images?: number;
  /** Default 40. */
  families?: number;
  /** Default eu-west-1, us-east-1 and eu-central-1. */
  regions?: readonly string[];
  /** The images of a family are so many days apart, the newest a day old. Default 3. */
  daysBetween?: number;
  /** Every so many images, one is in use, each time by another kind of resource. Default 25. */
  useEvery?: number;
}

/** An image of the account. */
export interface AccountImage {
  image: Image;
  region: string;
  family: string;
  /** What names it; undefined when nothing does. */
  usedBy: Use | undefined;
}

const uses = {
  instance: (simulator, seed) => simulator.seedInstance({ ...seed, volumes: [] }),
  'stopped instance': (simulator, seed) => simulator.seedInstance({ ...seed, volumes: [], state: 'stopped' }),
  'launch template': (simulator, { imageId, region }) =>
    simulator.seedLaunchTemplate({ region, versions: [{ imageId }, { instanceType: 't3.micro' }] }),
  'launch configuration': (simulator, seed) => simulator.seedLaunchConfiguration(seed),
  parameter: (simulator, { imageId, region }) =>
    simulator.seedParameter({
      region,
      name: `/images/${imageId}`,
      value: imageId,
      dataType: 'aws:ec2:image',
    }),
  'image recipe': (simulator, { imageId, region }) =>
    simulator.seedImageRecipe({ region, imageId, name: imageId }),
} satisfies Record<string, (simulator: Simulator, seed: { imageId: string; region: string }) => unknown>;

export type Use = keyof typeof uses;

const useKinds = Object.keys(uses) as Use[];

/**
 * Seeds the account: 5,000 images take about 0.2 s and 20 MB.
 * @returns the images, the oldest of each family first
 */
export function seedLargeAccount(simulator: Simulator, account: LargeAccount = {}): AccountImage[] {
  const { images = 5000, families = 40, daysBetween = 3, useEvery = 25 } = account;
  const { regions = ['eu-west-1', 'us-east-1', 'eu-central-1'] } = account;
  const lines = families * regions.length;
  const newest = Math.ceil(images / lines) - 1;
  return Array.from({ length: images }, (_, index) => {
    const line = index % lines;
    const family = `family-${(line % families) + 1}`;
    const region = regions[Math.floor(line / families)] ?? '';
    const generation = Math.floor(index / lines);
    const ageDays = 1 + (newest - generation) * daysBetween;
    const image = simulator.seedImage({ region, ...imageSeed(family, generation, ageDays) });
    const usedBy =
      index % useEvery === useEvery - 1
        ? useKinds[Math.floor(index / useEvery) % useKinds.length]
        : undefined;
    if (usedBy) uses[usedBy](simulator, { imageId: image.id, region });
    return { image, region, family, usedBy };
  });
}

/** Tags as a bake leaves them; every other image of a family is for arm64. */
function imageSeed(family: string, generation: number, ageDays: number): ImageSeed {
  const architecture = generation % 2 === 0 ? 'x86_64' : 'arm64';
  const tags = {
    Name: `${family}-${generation}`,
    'bake-ami:family': family,
    'bake-ami:key': `${family}/${generation}`,
    'bake-ami:state': 'ready',
    'bake-ami:repository': 'acme/web',
    'bake-ami:ref': 'main',
  };
  return {
    name: `${family}-${generation}`,
    architecture,
    ageSeconds: ageDays * 86_400,
    tags,
    snapshotTags: tags,
  };
}
