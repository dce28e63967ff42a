import { kindOf } from './model/ids.ts';
import type { Tags } from './model/tags.ts';
import type { World } from './model/world.ts';

/** Under which names requests give the IDs of the resources that they act on. */
const idParameter =
  /^(?:ImageId|SnapshotId|InstanceId|VolumeId|LaunchTemplateId|ResourceId|SourceImageId)(?:\.\d+)?$/;

/**
 * The tags that EC2 knows of each resource that a request names; none of one that has not reached all of EC2 yet.
 * @param worldOf what another Region holds, for the sources of copies
 */
export function tagsOfNamed(
  parameters: Readonly<Record<string, string>>,
  world: World,
  worldOf: (region: string) => World,
): ReadonlyMap<string, string>[] {
  return Object.entries(parameters)
    .filter(([name]) => idParameter.test(name))
    .map(([name, id]) => {
      const place = name === 'SourceImageId' ? worldOf(parameters['SourceRegion'] ?? world.region) : world;
      return shownTags(place, id);
    });
}

function shownTags(world: World, id: string): ReadonlyMap<string, string> {
  const { tagSeconds, writeSeconds } = world.settings.consistency;
  const resource = resourceOf(world, id);
  const now = world.now();
  if (!resource || now < resource.since + writeSeconds * 1000) return new Map();
  return resource.tags.asOf(now - tagSeconds * 1000);
}

function resourceOf(world: World, id: string): { tags: Tags; since: number } | undefined {
  switch (kindOf(id)) {
    case 'image': {
      const image = world.images.get(id);
      return image && { tags: image.tags, since: image.createdAt };
    }
    case 'snapshot': {
      const snapshot = world.snapshots.get(id);
      return snapshot && { tags: snapshot.tags, since: snapshot.startedAt };
    }
    case 'instance': {
      const instance = world.instances.get(id);
      return instance && { tags: instance.tags, since: instance.launchedAt };
    }
    case 'volume': {
      const volume = world.volumes.get(id);
      return volume && { tags: volume.tags, since: volume.createdAt };
    }
    case 'launchTemplate': {
      const template = world.launchTemplates.get(id);
      return template && { tags: template.tags, since: template.createdAt };
    }
    default:
      return undefined;
  }
}
