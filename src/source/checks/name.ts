/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */
import { removeImageCommand } from '../../aws/cli.ts';
import { canBeTakenUp } from '../../image/existing.ts';
import type { Check } from '../preflight.ts';
import { error } from './finding.ts';

export const nameIsFree: Check = ({ namesake, names, instance }) => {
  if (namesake === undefined) return [];
  const { ImageId = '', State, CreationDate } = namesake;
  if (!canBeTakenUp(namesake)) {
    return [
      error(
        `The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId}, which is ${State} and of no use. Deregister it (${removeImageCommand(instance.region, ImageId)}), or put something into \`name\` that differs each time, such as {{ timestamp }} or {{ run_id }}.`,
      ),
    ];
  }
  return [
    error(
      `The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'}). Put something into \`name\` that differs each time, such as {{ timestamp }} or {{ run_id }}, or use that image with \`if-exists: reuse\`.`,
    ),
  ];
};
