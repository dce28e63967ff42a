import type { LaunchTemplate, LaunchTemplateData } from './launch-template.ts';
import { type TagRecord, Tags } from './tags.ts';
import type { World } from './world.ts';

export interface LaunchTemplateSeed {
  id?: string;
  name?: string;
  accountId?: string;
  /** The data of each version, from version 1 on. Unless given, one version with an instance type. */
  versions?: readonly LaunchTemplateData[];
  /** 1 unless given. */
  defaultVersion?: number;
  tags?: TagRecord;
}

/** A launch template that has been there for a day. */
export function seedLaunchTemplate(world: World, seed: LaunchTemplateSeed = {}): LaunchTemplate {
  const id = seed.id ?? world.ids.next('launchTemplate');
  const ownerId = seed.accountId ?? world.settings.accountId;
  const createdAt = world.now() - 86_400_000;
  const createdBy = `arn:aws:iam::${ownerId}:root`;
  const template: LaunchTemplate = {
    id,
    name: seed.name ?? `seeded-${id}`,
    ownerId,
    sequence: world.nextSequence(),
    createdAt,
    createdBy,
    versions: (seed.versions ?? [{ instanceType: 't3.micro' }]).map((data, index) => ({
      number: index + 1,
      description: undefined,
      createdAt,
      createdBy,
      data,
    })),
    defaultVersion: seed.defaultVersion ?? 1,
    tags: new Tags(Object.entries(seed.tags ?? {})),
  };
  world.launchTemplates.set(id, template);
  return template;
}
