import { type RetainedType, type RetentionRule, type RuleTag, retains } from './retention-rule.ts';
import type { Tags } from './tags.ts';
import type { World } from './world.ts';

export interface RetentionRuleSeed {
  resourceType: RetainedType;
  /** Default 7. */
  days?: number;
  accountId?: string;
  description?: string;
  tags?: readonly RuleTag[];
  excludedTags?: readonly RuleTag[];
}

/** Form of the ARN: Recycle Bin API model, RuleArn. */
export function seedRetentionRule(world: World, seed: RetentionRuleSeed): RetentionRule {
  const ownerId = seed.accountId ?? world.settings.accountId;
  const identifier = world.ids.hex(11);
  const rule: RetentionRule = {
    identifier,
    arn: `arn:aws:rbin:${world.region}:${ownerId}:rule/${identifier}`,
    ownerId,
    sequence: world.nextSequence(),
    resourceType: seed.resourceType,
    days: seed.days ?? 7,
    description: seed.description ?? '',
    tags: seed.tags ?? [],
    excludedTags: seed.excludedTags ?? [],
  };
  world.retentionRules.set(identifier, rule);
  return rule;
}

/**
 * Puts an image or a snapshot that has just been deleted into the Recycle Bin, where a rule retains it. That of several
 * rules the longest counts is unconfirmed.
 */
export function recycle(
  world: World,
  resourceType: RetainedType,
  { id, ownerId, tags }: { id: string; ownerId: string; tags: Tags },
  now: number,
): void {
  const days = [...world.retentionRules.values()]
    .filter((rule) => rule.ownerId === ownerId && rule.resourceType === resourceType)
    .filter((rule) => retains(rule, tags.current))
    .map((rule) => rule.days);
  if (days.length === 0) return;
  world.recycled.set(id, { enteredAt: now, exitsAt: now + Math.max(...days) * 86_400_000 });
}

/** Whether the image or snapshot of that ID is in the bin at the moment. */
export function isRecycled(world: World, id: string, moment: number): boolean {
  const recycled = world.recycled.get(id);
  return recycled !== undefined && recycled.enteredAt <= moment && moment < recycled.exitsAt;
}
