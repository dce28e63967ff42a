/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */
import { enableImageCommand, removeImageCommand } from '../aws/cli.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { runTag, tagOf } from '../base/own-tags.ts';
import { isUsable } from '../image/find.ts';
import { anotherName } from '../image/make/in-doubt.ts';
import { isInTheMaking } from '../image/ownership.ts';
import type { Check } from './check.ts';
import { error } from './finding.ts';

export const nameIsFree: Check = (_run, { namesake, names, instance }) => {
  if (namesake === undefined || names.name === undefined) return [];
  const reuse = isInTheMaking(namesake)
    ? `${anotherName}; the jobs of a matrix need names that differ, for example by \${{ matrix.NAME }}. Or wait for that image and use it, with \`if-exists: reuse\`.`
    : `${anotherName}, or use that image with \`if-exists: reuse\`.`;
  const taken = nameTakenBy(namesake, names.name, instance.region, isUsable(namesake) ? reuse : undefined);
  return [error(taken.replace(/^the/, 'The'))];
};

/**
 * @param holder our own image that has the name, in whatever state
 * @param advice what to do about an image that is of use
 */
export function nameTakenBy(
  holder: Image,
  name: string,
  region: string,
  advice = `${anotherName}, or remove that image.`,
): string {
  const { ImageId = '', State } = holder;
  const taken = `the AMI name "${name}" is taken in ${region} by ${holderOf(holder)}`;
  const remove = removeImageCommand(region, ImageId);
  if (State === 'disabled') {
    return `${taken}: a disabled AMI keeps its name. ${anotherName}, enable that image again (${enableImageCommand(region, ImageId)}), or remove it: ${remove}`;
  }
  return isUsable(holder)
    ? `${taken}. ${advice}`
    : `${taken}. ${anotherName}, or deregister that image: ${remove}`;
}

/** Whose image has the name, and how far that is. */
function holderOf(image: Image): string {
  const { ImageId = '', State, CreationDate } = image;
  const maker = tagOf(image, runTag);
  const by = maker === undefined ? '' : ` (made by ${maker})`;
  if (State === 'disabled') return `${ImageId}, which is disabled${by}`;
  if (!isUsable(image)) return `${ImageId}, which is ${State} and cannot be reused${by}`;
  const facts = `${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'})`;
  if (maker === undefined) return facts;
  return isInTheMaking(image)
    ? `${facts}, which ${maker} has not finished yet`
    : `${facts}, made by ${maker}`;
}
