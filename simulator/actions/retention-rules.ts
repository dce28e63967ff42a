/** What the Recycle Bin's own API shows of its rules. */
import { page } from '../model/paging.ts';
import { ruleNotFound } from '../model/recycle-bin-errors.ts';
import type { RetentionRule, RuleTag } from '../model/retention-rule.ts';
import type { XmlFields } from '../wire/xml.ts';
import { jsonAction } from './json-action.ts';
import { required, text } from './json-parameters.ts';
import { list, structure, unsimulated, whole } from './parameters.ts';

const ruleTags = list(structure({ ResourceTagKey: required(text({ max: 128 })), ResourceTagValue: text() }));

/** Recycle Bin API model, ListRules. A rule's tags are not in its answer: GetRule shows them. */
export const listRules = jsonAction({
  name: 'ListRules',
  service: 'rbin',
  mutating: false,
  parameters: {
    ResourceType: required(text({ values: ['EBS_SNAPSHOT', 'EC2_IMAGE', 'EBS_VOLUME'] })),
    ResourceTags: ruleTags,
    MaxResults: whole,
    NextToken: text(),
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
  parameters: { Identifier: required(text()) },
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
