import { emptyTagSpecification, notTaggable } from '../model/errors.ts';
import type { LaunchTemplate } from '../model/launch-template.ts';
import * as errors from '../model/launch-template-errors.ts';
import { toTags } from '../model/make-image.ts';
import { acceptTags, type RequestedTag, type Tag } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { findTemplateByName, toTemplate } from './find-launch-template.ts';
import { callerArn } from './get-caller-identity.ts';
import { launchTemplateData, toTemplateData } from './launch-template-data.ts';
import { requireImageAlias, warningOf } from './launch-template-image.ts';
import { flag, list, required, structure, tags, text, unsimulated } from './parameters.ts';

/** API model, CreateLaunchTemplate. */
export const createLaunchTemplate = action({
  name: 'CreateLaunchTemplate',
  mutating: true,
  parameters: {
    LaunchTemplateName: required(text),
    LaunchTemplateData: launchTemplateData,
    VersionDescription: text,
    TagSpecification: list(structure({ ResourceType: text, Tag: tags })),
    ClientToken: text,
    Operator: unsimulated,
    DryRun: flag,
  },
  answer(input, context) {
    const { world, accountId, seenAt } = context;
    const name = requireTemplateName(input.LaunchTemplateName);
    const description = requireVersionDescription(input.VersionDescription);
    const templateTags = acceptTemplateTags(input.TagSpecification);
    if (input.TagSpecification.length > 0) context.requirePermission('CreateTags');
    const data = toTemplateData(input.LaunchTemplateData);
    if (Object.keys(data).length === 0) throw errors.noTemplateData();
    const request = {
      accountId,
      action: 'CreateLaunchTemplate',
      token: input.ClientToken,
      parameters: input,
    };
    const earlier = world.clientTokens.outcome<LaunchTemplate>(request);
    if (!earlier && findTemplateByName(name, context)) throw errors.templateNameTaken();
    requireImageAlias(data, context);
    stopDryRun(input);
    const template = earlier ?? make({ name, description, data }, templateTags, context);
    world.clientTokens.remember(request, template);
    const view = new View(world, accountId, seenAt);
    return { launchTemplate: toTemplate(template, view), warning: warningOf(data, context) };
  },
});

function make(
  {
    name,
    description,
    data,
  }: Pick<LaunchTemplate, 'name'> & Pick<LaunchTemplate['versions'][0], 'description' | 'data'>,
  templateTags: readonly Tag[],
  { world, accountId, now }: Context,
): LaunchTemplate {
  const createdBy = callerArn(accountId);
  const template: LaunchTemplate = {
    id: world.ids.next('launchTemplate'),
    name,
    ownerId: accountId,
    sequence: world.nextSequence(),
    createdAt: now,
    createdBy,
    versions: [{ number: 1, description, createdAt: now, createdBy, data }],
    defaultVersion: 1,
    tags: toTags(templateTags, now),
  };
  world.launchTemplates.set(template.id, template);
  return template;
}

/** API model, LaunchTemplateName: 3 to 128 of letters, digits and `().-/_`. */
function requireTemplateName(name: string): string {
  if (!/^[a-zA-Z0-9().\-/_]{3,128}$/.test(name)) throw errors.templateNameMalformed();
  return name;
}

/** API model, VersionDescription: at most 255 characters. */
export function requireVersionDescription(description: string | undefined): string | undefined {
  if ((description ?? '').length > 255) throw errors.versionDescriptionTooLong();
  return description;
}

/**
 * API model, CreateLaunchTemplate.TagSpecifications: "To tag the launch template, the resource type must be
 * launch-template."
 */
function acceptTemplateTags(
  specifications: readonly { ResourceType: string | undefined; Tag: readonly RequestedTag[] }[],
): Tag[] {
  for (const { ResourceType: type, Tag: requested } of specifications) {
    if (type !== 'launch-template') throw notTaggable(type ?? '');
    if (requested.length === 0) throw emptyTagSpecification();
  }
  return acceptTags(
    specifications.flatMap(({ Tag: requested }) => requested),
    'creation',
  );
}
