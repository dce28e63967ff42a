import * as errors from '../model/errors.ts';
import { everyone } from '../model/grants.ts';
import {
  type Image,
  imageState,
  latestPublicDeprecation,
  plusYears,
  protectionState,
} from '../model/image.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireWritableImage } from './deregister-image.ts';
import { flag, required, text, time } from './parameters.ts';

/** API model, EnableImageDeprecation. */
export const enableImageDeprecation = action({
  name: 'EnableImageDeprecation',
  mutating: true,
  parameters: { ImageId: required(text), DeprecateAt: required(time), DryRun: flag },
  answer(input, context) {
    const image = requireSettledImage(context, input.ImageId);
    requireDeprecation(image, input.DeprecateAt, context.now);
    stopDryRun(input);
    // "Amazon EC2 rounds the seconds to the nearest minute."
    image.deprecateAt = Math.round(input.DeprecateAt / 60_000) * 60_000;
    return { return: true };
  },
});

/**
 * "You can’t specify a date in the past. The upper limit for DeprecateAt is 10 years from now, except for public AMIs, where
 * the upper limit is 2 years from the creation date."
 */
function requireDeprecation(image: Image, deprecateAt: number, now: number): void {
  if (deprecateAt < now) throw errors.deprecationInThePast();
  const isPublic = image.launchPermissions.has(everyone);
  const limit = isPublic ? latestPublicDeprecation(image) : plusYears(now, 10);
  if (deprecateAt > limit) throw errors.deprecationTooLate(limit);
}

/** API model, DisableImageDeprecation. A public image falls back to its two years. */
export const disableImageDeprecation = action({
  name: 'DisableImageDeprecation',
  mutating: true,
  parameters: { ImageId: required(text), DryRun: flag },
  answer(input, context) {
    const image = requireSettledImage(context, input.ImageId);
    stopDryRun(input);
    image.deprecateAt = undefined;
    return { return: true };
  },
});

/** API model, EnableImageDeregistrationProtection. Its answer is the new state: examples of the AWS CLI. */
export const enableImageDeregistrationProtection = action({
  name: 'EnableImageDeregistrationProtection',
  mutating: true,
  parameters: { ImageId: required(text), WithCooldown: flag, DryRun: flag },
  answer(input, context) {
    const image = requireSettledImage(context, input.ImageId);
    stopDryRun(input);
    const { until } = image.protection;
    image.protection = { enabled: true, withCooldown: input.WithCooldown === true, until };
    return { return: protectionState(image, context.now) };
  },
});

/** "enforces deregistration protection for 24 hours after deregistration protection is disabled" */
const cooldownMilliseconds = 24 * 3_600_000;

/** API model, DisableImageDeregistrationProtection. To disable it again does not prolong the cooldown. */
export const disableImageDeregistrationProtection = action({
  name: 'DisableImageDeregistrationProtection',
  mutating: true,
  parameters: { ImageId: required(text), DryRun: flag },
  answer(input, context) {
    const { now } = context;
    const image = requireSettledImage(context, input.ImageId);
    stopDryRun(input);
    const { enabled, withCooldown, until } = image.protection;
    image.protection = {
      enabled: false,
      withCooldown: false,
      until: enabled && withCooldown ? now + cooldownMilliseconds : until,
    };
    return { return: protectionState(image, now) };
  },
});

/**
 * The caller's own image, complete. What EC2 says to these calls about a pending image is not documented: it is refused as
 * ModifyImageAttribute refuses it, so that nobody relies on more.
 */
function requireSettledImage({ world, accountId, now }: Context, id: string): Image {
  const image = requireWritableImage(world, accountId, id, now);
  if (imageState(image, now) === 'pending') throw errors.imagePending(id);
  return image;
}
