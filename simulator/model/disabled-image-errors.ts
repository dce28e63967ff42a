/** What EC2 says about images that are disabled. "unconfirmed" as in `errors.ts`. */
import { ApiError, StateError } from './errors.ts';

/**
 * To share, copy or launch it. ERR `InvalidAMIID.Unavailable`: "is not in a state from which you can launch an instance or
 * modify attributes". The message is that of pending images (`imagePending`); unconfirmed for disabled ones.
 */
export const imageDisabled = (id: string) =>
  new StateError(
    'InvalidAMIID.Unavailable',
    `The AMI ID '${id}' is currently disabled and may not be used for this operation`,
  );

/** Code and message in turbot/steampipe-plugin-aws#2276 (DescribeImages). */
export const disabledStateNotIncluded = () =>
  new ApiError(
    'InvalidParameter',
    "When filtering by the 'disabled' state, 'IncludeDisabled' must be set to 'true' in the request.",
  );
