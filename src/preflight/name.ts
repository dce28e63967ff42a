/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */
import { removeImageCommand } from '../aws/cli.ts';
import { isUsable } from '../image/find.ts';
import { anotherName } from '../image/make/in-doubt.ts';
import type { Check } from './check.ts';
import { error } from './finding.ts';

export const nameIsFree: Check = (_run, { namesake, names, instance }) => {
  if (namesake === undefined) return [];
  const { ImageId = '', State, CreationDate } = namesake;
  if (!isUsable(namesake)) {
    return [
      error(
        `The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId}, which is ${State} and of no use. ${anotherName}, or deregister that image: ${removeImageCommand(instance.region, ImageId)}`,
      ),
    ];
  }
  return [
    error(
      `The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'}). ${anotherName}, or use that image with \`if-exists: reuse\`.`,
    ),
  ];
};
