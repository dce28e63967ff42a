/** What the EC2 API shows of the Recycle Bin, and the Recycle Bin's own API shows of its rules. */
import { invalidParameterValue } from '../model/errors.ts';
import { requireWellFormed } from '../model/ids.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { isRecycled } from '../model/recycle-bin.ts';
import { ruleNotFound } from '../model/recycle-bin-errors.ts';
import type { RetentionRule, RuleTag } from '../model/retention-rule.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { jsonAction } from './json-action.ts';
import { text as jsonText, required } from './json-parameters.ts';
import { flag, list, structure, text, unsimulated, whole } from './parameters.ts';

/** API model, ListImagesInRecycleBin. Images that are not in it are left out (unconfirmed). */
export const listImagesInRecycleBin = action({
  name: 'ListImagesInRecycleBin',
  mutating: false,
  parameters: { ImageId: list(text), MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, context) {
    const { world } = context;
    requireMaxResults(input.MaxResults, 1);
    // "You can specify up to 20 IDs in a single request." Message unconfirmed.
    if (input.ImageId.length > 20) throw invalidParameterValue('You can specify up to 20 image IDs');
    for (const id of input.ImageId) requireWellFormed('image', id);
    stopDryRun(input);
    const found = inBin(world.images.values(), input.ImageId, context);
    const { items, nextToken } = page(found, input, world.settings.pageSize);
    return {
      imageSet: items.map(({ id, name, description }) => ({
        imageId: id,
        name,
        description,
        ...timesOf(id, world),
      })),
      nextToken,
    };
  },
});

/** API model, ListSnapshotsInRecycleBin. */
export const listSnapshotsInRecycleBin = action({
  name: 'ListSnapshotsInRecycleBin',
  mutating: false,
  parameters: { SnapshotId: list(text), MaxResults: whole, NextToken: text, DryRun: flag },
  answer(input, context) {
    const { world } = context;
    requireMaxResults(input.MaxResults, 5);
    for (const id of input.SnapshotId) requireWellFormed('snapshot', id);
    stopDryRun(input);
    const found = inBin(world.snapshots.values(), input.SnapshotId, context);
    const { items, nextToken } = page(found, input, world.settings.pageSize);
    return {
      snapshotSet: items.map(({ id, description, volumeId }) => ({
        snapshotId: id,
        description,
        volumeId,
        ...timesOf(id, world),
      })),
      nextToken,
    };
  },
});

function inBin<T extends { id: string; ownerId: string }>(
  all: Iterable<T>,
  ids: readonly string[],
  { world, accountId, seenAt }: Context,
): T[] {
  return [...all].filter(
    ({ id, ownerId }) =>
      ownerId === accountId && (ids.length === 0 || ids.includes(id)) && isRecycled(world, id, seenAt),
  );
}

function timesOf(id: string, { recycled }: World): XmlFields {
  const { enteredAt = 0, exitsAt = 0 } = recycled.get(id) ?? {};
  return { recycleBinEnterTime: new Date(enteredAt), recycleBinExitTime: new Date(exitsAt) };
}

const ruleTags = list(
  structure({ ResourceTagKey: required(jsonText({ max: 128 })), ResourceTagValue: jsonText() }),
);

/** Recycle Bin API model, ListRules. A rule's tags are not in its answer: GetRule shows them. */
export const listRules = jsonAction({
  name: 'ListRules',
  service: 'rbin',
  mutating: false,
  parameters: {
    ResourceType: required(jsonText({ values: ['EBS_SNAPSHOT', 'EC2_IMAGE', 'EBS_VOLUME'] })),
    ResourceTags: ruleTags,
    MaxResults: whole,
    NextToken: jsonText(),
    ExcludeResourceTags: unsimulated,
    LockState: unsimulated,
  },
  resource: () => '*',
  answer(input, { world, accountId }) {
    const matching = [...world.retentionRules.values()].filter(
      (rule) =>
        rule.ownerId === accountId &&
        rule.resourceType === input.ResourceType &&
        input.ResourceTags.every((tag) => rule.tags.some((own) => isSame(own, tag))),
    );
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return { Rules: items.map(toSummary), NextToken: nextToken };
  },
});

function isSame(
  { key, value }: RuleTag,
  tag: { ResourceTagKey: string; ResourceTagValue: string | undefined },
) {
  return key === tag.ResourceTagKey && (value ?? '') === (tag.ResourceTagValue ?? '');
}

/** Recycle Bin API model, GetRule. */
export const getRule = jsonAction({
  name: 'GetRule',
  service: 'rbin',
  mutating: false,
  parameters: { Identifier: required(jsonText()) },
  resource: ({ Identifier }, { world, accountId }) =>
    `arn:aws:rbin:${world.region}:${accountId}:rule/${Identifier}`,
  answer({ Identifier }, { world, accountId }) {
    const rule = world.retentionRules.get(Identifier);
    if (rule?.ownerId !== accountId) throw ruleNotFound(Identifier);
    return {
      ...toSummary(rule),
      ResourceType: rule.resourceType,
      ResourceTags: rule.tags.map(toRuleTag),
      ExcludeResourceTags: rule.excludedTags.map(toRuleTag),
      Status: 'available',
    };
  },
});

/** Recycle Bin API model, RuleSummary. */
function toSummary({ identifier, arn, description, days }: RetentionRule): XmlFields {
  return {
    Identifier: identifier,
    RuleArn: arn,
    Description: description,
    RetentionPeriod: { RetentionPeriodValue: days, RetentionPeriodUnit: 'DAYS' },
    LockState: 'unlocked',
  };
}

function toRuleTag({ key, value }: RuleTag): XmlFields {
  return { ResourceTagKey: key, ResourceTagValue: value };
}
