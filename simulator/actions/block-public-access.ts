import * as errors from '../model/errors.ts';
import { action, stopDryRun } from './action.ts';
import { flag, required, text } from './parameters.ts';

/** API model, GetImageBlockPublicAccessState. */
export const getImageBlockPublicAccessState = action({
  name: 'GetImageBlockPublicAccessState',
  mutating: false,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    return {
      imageBlockPublicAccessState: world.blocksPublicAccess(accountId) ? 'block-new-sharing' : 'unblocked',
      managedBy: 'account',
    };
  },
});

/**
 * API model, EnableImageBlockPublicAccess: what is public stays so. In EC2 "the API can take up to 10 minutes to
 * configure this setting"; here it is in force at once.
 */
export const enableImageBlockPublicAccess = action({
  name: 'EnableImageBlockPublicAccess',
  mutating: true,
  parameters: { ImageBlockPublicAccessState: required(text), DryRun: flag },
  answer(input, { world, accountId }) {
    const state = 'block-new-sharing';
    if (input.ImageBlockPublicAccessState !== state) {
      throw errors.invalidParameterValue(
        `Invalid value '${input.ImageBlockPublicAccessState}' for ImageBlockPublicAccessState.`,
      );
    }
    stopDryRun(input);
    world.publicAccessBlocks.add(accountId);
    return { imageBlockPublicAccessState: state };
  },
});

/** API model, DisableImageBlockPublicAccess. */
export const disableImageBlockPublicAccess = action({
  name: 'DisableImageBlockPublicAccess',
  mutating: true,
  parameters: { DryRun: flag },
  answer(input, { world, accountId }) {
    stopDryRun(input);
    world.publicAccessBlocks.delete(accountId);
    return { imageBlockPublicAccessState: 'unblocked' };
  },
});
