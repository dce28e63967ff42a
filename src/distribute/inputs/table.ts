/** The inputs of every action that distributes an image: what is to be done to one that is there. */
import type { Values } from '../../github/inputs/input.ts';
import { boolean, oneOf } from '../../github/inputs/parsers.ts';
import { copyTo } from './copy-to.ts';
import { deprecateAfter } from './deprecate-after.ts';
import { distributionInput, regionsOf } from './entry.ts';
import { launchTemplates } from './launch-template.ts';
import { makePublic, shareSnapshots, shareWith } from './share-with.ts';
import { parameterNames } from './templates.ts';

/** Whether, and how, the image is protected from being deregistered. */
const deregistrationProtection = distributionInput(
  'deregistration-protection',
  oneOf('off', 'on', 'with-cooldown'),
  {
    default: 'off',
    needsAvailableImage: (protection) => protection !== 'off',
    plan: {
      step: 'protect',
      lines: (protection) =>
        protection === 'off' ? [] : [`Protect each image from deregistration (${protection})`],
    },
  },
);

/** Whether instances of the image require IMDSv2. */
const requireImdsv2 = distributionInput('require-imdsv2', boolean, {
  default: 'false',
  needsAvailableImage: (wanted) => wanted,
  plan: {
    step: 'configure',
    lines: (wanted) =>
      wanted ? ['Require IMDSv2 of the instances of each image, which cannot be undone'] : [],
  },
});

/** Templates of the names of SSM parameters that will hold the image's ID. */
const ssmParameters = distributionInput('ssm-parameter', parameterNames, {
  needsAvailableImage: (templates) => templates.length > 0,
  plan: {
    step: 'parameter',
    lines: (_templates, { names, inputs }) =>
      names.ssmParameters.map(
        (name) => `Write the ID of the AMI into the SSM parameter ${name} in ${regionsOf(inputs).join(', ')}`,
      ),
  },
});

/** In the order of `action.yml`, where they stand together. */
export const distributionInputs = {
  shareWith,
  shareSnapshots,
  makePublic,
  copyTo,
  deprecateAfter,
  deregistrationProtection,
  requireImdsv2,
  ssmParameters,
  launchTemplates,
};

/** What becomes of the images that the action created when it does not end well. */
export const onFailure = distributionInput('on-failure', oneOf('delete', 'keep'), {
  default: 'delete',
  needsAvailableImage: () => false,
  plan: {
    step: 'failure',
    lines: (choice, { createsImages }) =>
      createsImages ? [`On failure: ${choice} what this run created`] : [],
  },
});

/** What an action that distributes an image was told about that. */
export type DistributionInputs = Values<typeof distributionInputs & { readonly onFailure: typeof onFailure }>;
