import {
  type LaunchTemplate,
  type LaunchTemplateData,
  type LaunchTemplateVersion,
  latestVersion,
} from '../model/launch-template.ts';
import * as errors from '../model/launch-template-errors.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireVersionDescription } from './create-launch-template.ts';
import { requireTemplate, requireVersion, toVersion } from './find-launch-template.ts';
import { callerArn } from './get-caller-identity.ts';
import { inherit, launchTemplateData, toTemplateData } from './launch-template-data.ts';
import { requireImageAlias, resolvedImage, warningOf } from './launch-template-image.ts';
import { flag, text } from './parameters.ts';

/** API model, CreateLaunchTemplateVersion. */
export const createLaunchTemplateVersion = action({
  name: 'CreateLaunchTemplateVersion',
  mutating: true,
  parameters: {
    LaunchTemplateId: text,
    LaunchTemplateName: text,
    SourceVersion: text,
    VersionDescription: text,
    LaunchTemplateData: launchTemplateData,
    ClientToken: text,
    ResolveAlias: flag,
    DryRun: flag,
  },
  answer(input, context) {
    const { world, accountId } = context;
    const description = requireVersionDescription(input.VersionDescription);
    const template = requireTemplate(input, context);
    const own = toTemplateData(input.LaunchTemplateData);
    const source = input.SourceVersion ? requireVersion(template, input.SourceVersion) : undefined;
    if (!source && Object.keys(own).length === 0) throw errors.noTemplateData();
    const data = source ? inherit(source.data, own) : own;
    requireImageAlias(data, context);
    const request = {
      accountId,
      action: 'CreateLaunchTemplateVersion',
      token: input.ClientToken,
      parameters: input,
    };
    const earlier = world.clientTokens.outcome<LaunchTemplateVersion>(request);
    stopDryRun(input);
    const version = earlier ?? append(template, data, description, context);
    world.clientTokens.remember(request, version);
    const imageId = input.ResolveAlias ? resolvedImage(version.data, context) : version.data.imageId;
    return {
      launchTemplateVersion: toVersion(template, version, imageId),
      warning: warningOf(version.data, context),
    };
  },
});

function append(
  template: LaunchTemplate,
  data: LaunchTemplateData,
  description: string | undefined,
  { accountId, now }: Context,
): LaunchTemplateVersion {
  const number = latestVersion(template) + 1;
  const version = { number, description, createdAt: now, createdBy: callerArn(accountId), data };
  template.versions.push(version);
  return version;
}
