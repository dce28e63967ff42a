import { isWellFormed } from '../model/ids.ts';
import type { LaunchTemplate } from '../model/launch-template.ts';
import { findVersion, type LaunchTemplateVersion, latestVersion } from '../model/launch-template.ts';
import * as errors from '../model/launch-template-errors.ts';
import type { View } from '../model/visibility.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';
import { toTagSet } from './answers.ts';

interface TemplateRequest {
  LaunchTemplateId: string | undefined;
  LaunchTemplateName: string | undefined;
}

/** The account's launch template that the request names by its ID or by its name. */
export function requireTemplate(request: TemplateRequest, context: Context): LaunchTemplate {
  const { LaunchTemplateId: id, LaunchTemplateName: name } = request;
  if (id && name) throw errors.templateTwice();
  if (id) return requireTemplateById(id, context);
  if (!name) throw errors.noTemplate();
  const template = findTemplateByName(name, context);
  if (!template) throw errors.templateNameNotFound(name);
  return template;
}

export function requireTemplateById(id: string, { world, accountId }: Context): LaunchTemplate {
  if (!isWellFormed('launchTemplate', id)) throw errors.templateIdMalformed(id);
  const template = world.launchTemplates.get(id);
  if (template?.ownerId !== accountId) throw errors.templateNotFound(id);
  return template;
}

export function findTemplateByName(name: string, context: Context): LaunchTemplate | undefined {
  return templatesOf(context).find((template) => template.name === name);
}

export function templatesOf({ world, accountId }: Context): LaunchTemplate[] {
  return [...world.launchTemplates.values()].filter(({ ownerId }) => ownerId === accountId);
}

/** The template as the caller sees it, whose new versions eventual consistency may hide. */
export function asSeen(template: LaunchTemplate, { world, seenAt }: Context): LaunchTemplate {
  const moment = seenAt - world.settings.consistency.launchTemplateSeconds * 1000;
  const versions = template.versions.filter(({ createdAt }) => createdAt <= moment);
  return { ...template, versions };
}

/**
 * @param asked a number, `$Latest` or `$Default`
 * @throws InvalidLaunchTemplateId.VersionNotFound
 */
export function requireVersion(template: LaunchTemplate, asked: string): LaunchTemplateVersion {
  const version = findVersion(template, asked);
  if (!version) throw errors.versionNotFound(template.id, asked);
  return version;
}

/** API model, LaunchTemplate. */
export function toTemplate(template: LaunchTemplate, view: View): XmlFields {
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    createTime: new Date(template.createdAt),
    createdBy: template.createdBy,
    defaultVersionNumber: template.defaultVersion,
    latestVersionNumber: latestVersion(template),
    tagSet: toTagSet(view.tags(template.tags)),
  };
}

/** API model, LaunchTemplateVersion. */
export function toVersion(
  template: LaunchTemplate,
  { number, description, createdAt, createdBy, data }: LaunchTemplateVersion,
  imageId = data.imageId,
): XmlFields {
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    versionNumber: number,
    versionDescription: description,
    createTime: new Date(createdAt),
    createdBy,
    defaultVersion: number === template.defaultVersion,
    launchTemplateData: { ...data, imageId },
  };
}
