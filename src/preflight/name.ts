/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */
import { enableImageCommand, removeImageCommand } from '../aws/cli.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { isUsable } from '../image/find.ts';
import { anotherName } from '../image/make/in-doubt.ts';
import type { Check } from './check.ts';
import { error } from './finding.ts';

export const nameIsFree: Check = (_run, { namesake, names, instance }) => {
  if (namesake === undefined || names.name === undefined) return [];
  const reuse = isUsable(namesake) ? ', or use that image with `if-exists: reuse`' : '';
  const message = nameTakenBy(namesake, names.name, instance.region);
  return [error(reuse === '' ? message : message.replace(', or remove that image', reuse))];
};

/** @param holder our own image that has the name, in whatever state */
export function nameTakenBy(
  { ImageId = '', State, CreationDate }: Image,
  name: string,
  region: string,
): string {
  const taken = `the AMI name "${name}" is taken in ${region} by ${ImageId}`;
  const remove = removeImageCommand(region, ImageId);
  if (State === 'disabled') {
    return `${taken}, which is disabled: a disabled AMI keeps its name. ${anotherName}, enable that image again (${enableImageCommand(region, ImageId)}), or remove it: ${remove}`;
  }
  if (!isUsable({ State })) {
    return `${taken}, which is ${State} and cannot be reused. ${anotherName}, or deregister that image: ${remove}`;
  }
  return `${taken} (${State}, created ${CreationDate ?? 'at an unknown time'}). ${anotherName}, or remove that image.`;
}
