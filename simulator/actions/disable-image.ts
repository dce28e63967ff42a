import { disableImage as disable, enableImage as enable } from '../model/disable-image.ts';
import * as errors from '../model/errors.ts';
import { type Image, imageState } from '../model/image.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireWritableImage } from './deregister-image.ts';
import { flag, required, text } from './parameters.ts';

/**
 * API model, DisableImage: "Only the AMI owner can disable an AMI." To disable it again changes nothing (unconfirmed), as
 * with deprecation and protection.
 */
export const disableImage = action({
  name: 'DisableImage',
  mutating: true,
  parameters: { ImageId: required(text), DryRun: flag },
  answer(input, context) {
    const image = requireComplete(context, input.ImageId);
    stopDryRun(input);
    disable(image, context.now);
    return { return: true };
  },
});

/** API model, EnableImage. To enable what is not disabled changes nothing (unconfirmed). */
export const enableImage = action({
  name: 'EnableImage',
  mutating: true,
  parameters: { ImageId: required(text), DryRun: flag },
  answer(input, context) {
    const image = requireComplete(context, input.ImageId);
    stopDryRun(input);
    enable(image);
    return { return: true };
  },
});

/** What EC2 says to these calls about an image that is pending or has failed is not documented: it is refused. */
function requireComplete({ world, accountId, now }: Context, id: string): Image {
  const image = requireWritableImage(world, accountId, id, now);
  const state = imageState(image, now);
  if (state === 'pending') throw errors.imagePending(id);
  if (state !== 'available' && state !== 'disabled') throw errors.imageUnavailable(id);
  return image;
}
