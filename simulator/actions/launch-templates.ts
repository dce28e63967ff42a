import { applyFilters, type FilterFields } from '../model/filters.ts';
import type { LaunchTemplate } from '../model/launch-template.ts';
import * as errors from '../model/launch-template-errors.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { View } from '../model/visibility.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import {
  asSeen,
  findTemplateByName,
  requireTemplate,
  requireTemplateById,
  requireVersion,
  templatesOf,
  toTemplate,
} from './find-launch-template.ts';
import { filters, flag, list, only, required, text, whole } from './parameters.ts';

/** API model, DescribeLaunchTemplates. */
export const describeLaunchTemplates = action({
  name: 'DescribeLaunchTemplates',
  mutating: false,
  parameters: {
    LaunchTemplateId: list(text),
    LaunchTemplateName: list(text),
    Filter: filters,
    MaxResults: whole,
    NextToken: text,
    IncludeManagedResources: only('false'),
    DryRun: flag,
  },
  answer(input, context) {
    const { world, accountId, seenAt } = context;
    requireMaxResults(input.MaxResults, 1, mostTemplates);
    const asked = chosen(input, context).filter(({ createdAt }) => createdAt <= seenAt);
    stopDryRun(input);
    const view = new View(world, accountId, seenAt);
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields, ({ tags }) =>
      view.tags(tags),
    );
    const pageSize = Math.min(world.settings.pageSize, mostTemplates);
    const { items, nextToken } = page(matching, input, pageSize);
    return {
      launchTemplates: items.map((template) => toTemplate(asSeen(template, context), view)),
      nextToken,
    };
  },
});

/** "This value can be between 1 and 200." (API model). That it is also what a page holds by default is unconfirmed. */
export const mostTemplates = 200;

/** @throws InvalidLaunchTemplateId.NotFound, InvalidLaunchTemplateName.NotFoundException */
function chosen(
  {
    LaunchTemplateId: ids,
    LaunchTemplateName: names,
  }: { LaunchTemplateId: string[]; LaunchTemplateName: string[] },
  context: Context,
): LaunchTemplate[] {
  if (ids.length === 0 && names.length === 0) return templatesOf(context);
  const byId = ids.map((id) => requireTemplateById(id, context));
  const byName = names.map((name) => {
    const template = findTemplateByName(name, context);
    if (!template) throw errors.templateNameNotFound(name);
    return template;
  });
  return [...new Set([...byId, ...byName])];
}

const filterFields: FilterFields<LaunchTemplate> = {
  'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
  'launch-template-name': ({ name }) => name,
};

/** API model, ModifyLaunchTemplate: sets the default version. */
export const modifyLaunchTemplate = action({
  name: 'ModifyLaunchTemplate',
  mutating: true,
  parameters: {
    LaunchTemplateId: text,
    LaunchTemplateName: text,
    SetDefaultVersion: required(text),
    ClientToken: text,
    DryRun: flag,
  },
  answer(input, context) {
    const { world, accountId, seenAt } = context;
    const template = requireTemplate(input, context);
    if (!/^\d+$/.test(input.SetDefaultVersion)) throw errors.defaultIsNoNumber(input.SetDefaultVersion);
    const { number } = requireVersion(asSeen(template, context), input.SetDefaultVersion);
    const request = {
      accountId,
      action: 'ModifyLaunchTemplate',
      token: input.ClientToken,
      parameters: input,
    };
    const isDone = world.clientTokens.outcome<true>(request) ?? false;
    stopDryRun(input);
    if (!isDone) template.defaultVersion = number;
    world.clientTokens.remember(request, true);
    return { launchTemplate: toTemplate(template, new View(world, accountId, seenAt)) };
  },
});
