import { imageNotFound } from '../model/errors.ts';
import { isImageAlias, resolveImageAlias } from '../model/image-alias.ts';
import type { LaunchTemplateData } from '../model/launch-template.ts';
import { View } from '../model/visibility.ts';
import { isDeregistered } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';

/**
 * A parameter instead of an AMI ID must be there and of the data type `aws:ec2:image` (aws/aws-cdk#26712). EC2 user guide,
 * "Use a Systems Manager parameter instead of an AMI ID": whoever names it needs ssm:GetParameters.
 * @throws SsmInvalidParameter; UnauthorizedOperation
 */
export function requireImageAlias({ imageId }: LaunchTemplateData, context: Context): void {
  if (imageId !== undefined && isImageAlias(imageId)) resolve(imageId, context);
}

/** The image ID to show: that of the parameter where one stands for it. */
export function resolvedImage({ imageId }: LaunchTemplateData, context: Context): string | undefined {
  return imageId !== undefined && isImageAlias(imageId) ? resolve(imageId, context) : imageId;
}

function resolve(alias: string, context: Context): string {
  context.requirePermission('ssm:GetParameters');
  return resolveImageAlias(context.world, context.accountId, alias, context.seenAt);
}

/**
 * API model, CreateLaunchTemplateVersionResult.Warning: "parameters or parameter combinations that are not valid" do not
 * prevent a version. Simulated are an image that does not exist (form and code unconfirmed), and what the settings add.
 */
export function warningOf({ imageId }: LaunchTemplateData, context: Context): XmlFields | undefined {
  const { world } = context;
  const issues = [...world.settings.launchTemplateWarnings];
  if (imageId !== undefined && !isImageAlias(imageId) && !isThere(imageId, context)) {
    const { code, message } = imageNotFound([imageId]);
    issues.push({ code, message });
  }
  return issues.length === 0
    ? undefined
    : { errorSet: issues.map(({ code, message }) => ({ code, message })) };
}

function isThere(imageId: string, { world, accountId, now }: Context): boolean {
  const [image] = new View(world, accountId, now).images([imageId]);
  return image !== undefined && !isDeregistered(image, now);
}
